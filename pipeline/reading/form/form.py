"""Questionnaires as people send them, in tables or paragraphs, of any format: the reply that one gives.

Keeps out: how a form is cut into its parts (`parts.py`), which recommendation a part is for (`sections.py`), how
marks vote (`marks.py`), and files.
"""

from functools import lru_cache

from pipeline.reading.blocks import Block
from pipeline.reading.form import (
    bilingual,
    grouped,
    labels,
    leftover,
    listed_behind,
    mark_words,
    marks,
    repeated,
    rows_below,
    signed,
)
from pipeline.reading.form.anchors import adopted_wordings
from pipeline.reading.form.answer_text import has_table, text_of
from pipeline.reading.form.answers_above import about_order
from pipeline.reading.form.answers_apart import answers_apart
from pipeline.reading.form.beyond import FormWords, cuts_off
from pipeline.reading.form.closing import closes
from pipeline.reading.form.consent import said_in_sentences, said_last
from pipeline.reading.form.joint_answers import given_to_all
from pipeline.reading.form.letter import add_answers, is_list
from pipeline.reading.form.lines import rest_of, value_of
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.listed_marks import take_marks
from pipeline.reading.form.numbered import bare_label, lone_label
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.own_heads import said_in_all
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.parts import parts_of
from pipeline.reading.form.said_beside import take_said_beside
from pipeline.reading.form.sections import Left, Section, identify
from pipeline.reading.form.so_far import Parts
from pipeline.reading.form.topics import wordings_by_topic
from pipeline.reading.form.translated import wordings
from pipeline.reading.form.twice import joined
from pipeline.reading.form.whole_answers import take_said
from pipeline.reading.form.writer import writer_in
from pipeline.reading.pictures import about_pictures
from pipeline.reading.reply import Question, ReadAnswer, Remark, Reply, Unplaced, Unreadable

# Letters of a mark that is all of an answer.
_MARK_LETTERS = 3
# Words of a heading above the recommendations: "Part II. Recommendations".
_HEADING_WORDS = 6


@lru_cache(maxsize=8)
def form_words(question: Question) -> FormWords:
    """The words that a meeting's questionnaire prints besides."""
    return FormWords(question.printed)


def read_form(blocks: list[Block], question: Question, remarks: tuple[Remark, ...], kind: str = "docx") -> Reply:
    """Read a questionnaire without tags; `kind` is the format of the file, as core.replies names it.

    Raises:
        Unreadable: no text at all, or nothing that belongs to this meeting's questionnaire.
    """
    blocks, groups = grouped.apart(blocks, adopted_wordings(question).of_texts)
    form = _form(blocks, question)
    parts = parts_of(form)
    if not any(section.answer for section in parts.sections) or is_list(form, parts, question.recommendations):
        apart = answers_apart(blocks, question.recommendations)
        if len(apart) > len(blocks):
            form = _form(apart, question)
            parts = parts_of(form)
        add_answers(form, parts, question.recommendations)
    listed = take_marks(parts, question.recommendations)
    if not (parts.sections or parts.general or listed):
        expected = "this meeting's questionnaire"
        raise Unreadable("wrong_questionnaire", "none of the recommendations", expected, "nothing_recognised")

    if "country" not in parts.fields:
        last = form.blocks[-1].number if listed else 0
        begins = min((block.number for section in parts.sections for block in section.lines), default=last)
        if writer := writer_in(one.text for one in form.blocks if one.number < begins):
            parts.fields["country"] = writer
    _set_strays_aside(parts)
    _without_heading_below(form, parts, form_words(question))
    places = {block.number: at for at, block in reversed(list(enumerate(form.blocks)))}
    if parts.sections:
        signed.take_out(parts, places)
    for section in parts.sections:
        _settle(section)
    nobodys = grouped.mark(parts.sections, groups, form.wordings.of_texts)
    identifiers = identify(parts.sections, question.recommendations)
    heads: set[str] = set()
    if parts.sections:
        bilingual.take_out(form, parts)
        listed_behind.spread(parts.sections, identifiers, places)
        for section in parts.sections:
            rows_below.join(section, form.alone, places)
        heads = repeated.take_out(parts.sections, places, form.texts)
        for section in parts.sections:
            if not (section.zone or section.status):  # below a request that only this form prints
                section.status = take_said(section.answer)
    trails = _trails(parts.sections)
    consent = marks.decide(parts.consent, trails=trails)
    publish = consent.value if consent.stated else said_in_sentences(parts) or said_last(parts, places)
    left = _left(form, parts, identifiers, question)
    read = list(map(_answer, identifiers, parts.sections, [trails] * len(identifiers)))
    given, about_joint = given_to_all(read, parts.sections, question.recommendations)
    answers, about_twice = joined([*given, *listed])
    return Reply(
        format=kind,
        respondent=parts.fields.get("country", ""),
        submitted_on=parts.fields.get("submitted_on", ""),
        publish=publish,
        contact={
            name.removeprefix("contact_"): value for name, value in parts.fields.items() if name.startswith("contact_")
        },
        answers=tuple(answers),
        general=text_of(parts.general),
        general_locator=parts.general[0].place if parts.general else "",
        remarks=(
            *remarks,
            *about_twice,
            *about_joint,
            *_about_tables(identifiers, parts.sections),
            *_about_shared(identifiers, parts.sections),
            *about_order(form, parts, identifiers),
            *(_about_pictures(blocks, identifiers, parts) if any(block.pictures for block in blocks) else ()),
        ),
        unplaced=(*(Unplaced(group.line.place, group.line.text) for group in nobodys), *left),
        answer_heads=tuple(sorted(heads)),
    )


def _form(blocks: list[Block], question: Question) -> Form:
    """The paragraphs of a form, with the recommendations in the words in which it prints them.

    Raises:
        Unreadable: no text at all.
    """
    form = Form(blocks, adopted_wordings(question))
    if not form.texts:
        raise Unreadable("no_text", "no text", "a filled-in questionnaire")
    if 2 * len(set(form.printed.values())) >= len(question.recommendations):
        return form  # nearly every form
    own = wordings(form, question.recommendations) or wordings_by_topic(form, question.recommendations)
    return Form(blocks, own) if own else form


def _left(form: Form, parts: Parts, identifiers: list[str], question: Question) -> list[Unplaced]:
    """What stands nowhere in the form's parts; what was written beside an empty answer becomes that answer."""
    adopted, words = adopted_wordings(question), form_words(question)
    found = leftover.unplaced(form, leftover.outside(parts, form.wordings, words))
    for identifier, section in zip(identifiers, parts.sections, strict=True):
        text = form.wordings.texts.get(identifier, "")
        known = section.anchor or any(cuts_off(one.text, text) for one in section.printed)
        if known and text:
            take_said_beside(section, text)
        left = leftover.written_into(section, text if known else "", form.wordings.of_texts, words)
        if text and (not known or form.wordings is not adopted):
            found += leftover.unplaced(form, leftover.translated(section, adopted.texts[identifier]), identifier)
        if not leftover.answered_beside(section, left):
            found += leftover.unplaced(form, left, identifier)
        elif not (section.zone or section.status):
            section.status = take_said(section.answer)
    return found


def _about_tables(identifiers: list[str], sections: list[Section]) -> list[Remark]:
    return [
        Remark("needs_editor", section.answer[0].place, f"a table in the answer to {identifier}")
        for identifier, section in zip(identifiers, sections, strict=True)
        if has_table(section.answer) or sum(block.headed for block in section.answer) > 1
    ]


def _about_shared(identifiers: list[str], sections: list[Section]) -> list[Remark]:
    """Remarks about answers in cells that go on beside other recommendations, which have none of their own."""
    found = []
    pairs = list(zip(identifiers, sections, strict=True))
    for at, (identifier, section) in enumerate(pairs):
        rows = max((block.rows for block in section.answer), default=1)
        others = [one for one, other in pairs[at + 1 : at + rows] if not other.answer]
        if others:
            told = (
                f"the answer to {identifier} in a cell that goes on beside {', '.join(others)}, and may answer that too"
            )
            found.append(Remark("needs_editor", section.answer[0].place, told))
    return found


def _about_pictures(blocks: list[Block], identifiers: list[str], parts: Parts) -> list[Remark]:
    numbers = [[block.number for block in section.lines] for section in parts.sections]
    begins = [(min(own), identifier) for own, identifier in zip(numbers, identifiers, strict=True) if own]
    last = max((max(own) for own in numbers if own), default=0)
    behind = [left.block.number for left in parts.left if left.block.number > last]
    return about_pictures(blocks, begins, min(behind, default=0))


def _without_heading_below(form: Form, parts: Parts, words: FormWords) -> None:
    """Take the heading of the recommendations out of a general statement that stands before them."""
    last = parts.general[-1] if parts.general and parts.sections else None
    lines = parts.sections[0].lines if last else []
    if lines and last.number == min(line.number for line in lines) - 1 and len(parts.general) > 1:
        short = len(last.text.split()) <= _HEADING_WORDS and not last.text.rstrip().endswith(".")
        if short and (not words.others(last.text) or closes(last.text)):
            parts.left.append(Left(form.blocks.index(last), parts.general.pop(), last.text))


def _set_strays_aside(parts: Parts) -> None:
    """Take out sections that are nothing but words in a column of recommendations."""
    for section in parts.sections:
        if section.label is None and section.anchor is None and section.empty:
            parts.left += section.printed
    parts.sections = [one for one in parts.sections if one.label or one.anchor or not one.empty]


def _settle(section: Section) -> None:
    """Put into the zone a word that stands beside it; what follows a label without words or question is the answer."""
    others = [*section.answer, *(left.block for left in section.left)]
    # Where the answer has no label elsewhere, what stands in the row of the marks is the answer.
    elsewhere = "comment" in section.asked
    if elsewhere and (word := mark_words.other_word_beside(section.zone, others)):
        section.zone.append(word)
    # "Recommendation 1 (a): YES" has no boxes that a form would print above a text of its own.
    word_only = len(section.zone) == 1 and not (section.answer or section.asked or section.status)
    word_only = word_only and len(mark_words.words_in(section.zone[0].text)) == 1
    if (section.empty or word_only) and section.anchor is None and section.label is not None and not section.headed:
        section.answer, section.printed = [left.block for left in section.printed], []
    first = section.answer[0].text if section.answer and not section.zone else ""
    if len(section.answer) > 1 and mark_words.only_marks(first) and mark_words.names_a_word(first):
        section.zone.append(section.answer.pop(0))  # "Answer: Y" above what was done, "Details: We lit it."
        label = labels.find_label(section.answer[0].text)
        if label and label.kind == "comment" and label.firm:
            section.answer[:1] = rest_of(section.answer[0], label.rest)
    elif first and not section.status:
        # "Not implemented.", "Yes, action has been taken"
        section.status = said_in_all(section.answer) or take_said(section.answer)


def _trails(sections: list[Section]) -> bool | None:
    """Whether marks stand behind their words in this form; None where its lines do not show it or contradict."""
    shown = {marks.decide(section.zone, headings=section.headings).trails for section in sections} - {None}
    return shown.pop() if len(shown) == 1 else None


def _answer(identifier: str, section: Section, trails: bool | None) -> ReadAnswer:
    text = _without_label(text_of(section.answer), identifier)
    decision = marks.decide(section.zone, text, trails, section.headings)
    if section.status and not decision.stated:
        value, evidence = section.status
        decision = marks.Decision(value, evidence, stated=True)
    if text and len(text) <= _MARK_LETTERS and not (decision.stated or section.zone):
        alone = marks.decide(section.answer, "", trails)
        decision, text = (alone, "") if alone.stated else (decision, text)  # "N"
    if decision.stated and not section.zone and mark_words.only_marks(text) and mark_words.names_a_word(text):
        text = ""  # "1 (b) No": the word is the mark
    # "Not applicable" is what was answered where nothing else is.
    text = text or decision.choice
    place = section.answer[0].place if section.answer else section.place
    return ReadAnswer(
        identifier,
        decision.value if decision.stated or text or decision.evidence != marks.NO_MARK else "",
        text,
        f"{place} (mark: {decision.evidence})",
        _printed_text(section) or None,
    )


def _without_label(text: str, identifier: str) -> str:
    """An answer without the label of its question before yes or no: "2. No, pilots are few", "1 (b) No"."""
    label = listed_label(text) if "\n" not in text else None
    letters = label and (f"{label.issue}.{label.label}" if label.issue else label.label)
    own = label and (label.label.isdecimal() or letters in (identifier, identifier.partition(".")[2]))
    return label.rest if own and opening_word(label.rest) else text


def _printed_text(section: Section) -> str:
    """What a form prints as the recommendation's text; empty where that is no more than its label."""
    text = " ".join(value_of(left.text) for left in section.printed)
    label = text.strip(" .:–-")  # "1 (a) – Action taken"
    return "" if not label or bare_label(label) or lone_label(label) else text
