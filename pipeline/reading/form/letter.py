"""Replies that follow no form: letters ("With regard to recommendation 1 (a), we …") and lists ("1 (a) Yes. We …").

Looked at only where a file has nothing of a form, or recommendations that nobody answered where they stand. Keeps out:
forms (`paragraphs.py`), and the words that lead to a recommendation (`letter.yaml`).
"""

import re
from itertools import takewhile

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.answer_labels import label_before, names_more, opened_in
from pipeline.reading.form.closing import closes
from pipeline.reading.form.issues_headed import issues_headed
from pipeline.reading.form.kinds import HEADINGS
from pipeline.reading.form.leads import LED
from pipeline.reading.form.lines import FIELDS, part_of
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.listed_marks import marked, marked_one
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Left, Section
from pipeline.reading.form.so_far import Parts
from pipeline.reading.form.whole_answers import take_said

# What is said of several issues, or of recommendations that no label names, is left over: an editor says whose it is.
_SEVERAL = re.compile(
    rf"{LED.pattern}(?:issue|rec[oa]m|рекоменд)|\W*(?:issues|rec[oa]m\w*|рекоменд\w*)\W+(?:\d|\(\w{{1,3}}\))", re.I
)
# Labels of what is no answer: it ends one.
_OTHERWISE = frozenset(("general", "consent", *HEADINGS))
_HEADED = re.compile(r"(?P<head>[^\n:.?!–]{3,120}?)\s*[:–]\s+")
_HEAD_WORDS = 6
# Share in common from which a line is the title of an issue.
_WHOLE_TITLE = 0.8


def add_answers(form: Form, parts: Parts, recommendations: tuple[Recommendation, ...]) -> None:
    """Put the paragraphs that answer recommendations into sections; all others stay where they are."""
    if is_list(form, parts, recommendations):
        parts.sections.clear()
    asked = {block.number for section in parts.sections for block in section.lines}
    begins = max((at for at, block in enumerate(form.blocks) if block.number in asked), default=-1) + 1
    opened, headed = opened_in(form, begins, recommendations), issues_headed(form)
    placed: set[int] = set()
    section = None
    for at, block in enumerate(form.blocks[begins:], start=begins):
        if found := opened.get(at):
            for label in _in_one_paragraph(found, list(opened.values()), recommendations):
                section = Section(block.place, label.issue, label)
                said = marked(form.texts[at])[0][:2] if not label.rest and marked_one(form.texts[at]) else None
                if said is None and label_before(form.texts[at]) is None and form.texts[at].endswith(label.rest):
                    # A topic, which somebody has to compare.
                    topic = form.texts[at].removesuffix(label.rest).rstrip(" ,:")
                    section.printed += [Left(at, one, one.text) for one in _stretch(block, topic)]
                rest = _without_question(_behind_title(form, label.rest.lstrip(",;|/ ")))
                boxes = _marks_alone(rest)
                (section.zone if boxes else section.answer).extend(
                    _stretch(block._replace(bullet=False), boxes or rest)
                )
                section.status = said or _said_behind_head(rest) or take_said(section.answer)
                parts.sections.append(section)
        elif section is None or at in headed or _ends(form, at, more=at < max(opened)):
            section = None
            continue
        else:
            section.answer += [block] if section.answer or not section.zone else _behind_request(block)
        placed.add(at)
    if placed:
        _take_from_other_parts(form, parts, placed)


def is_list(form: Form, parts: Parts, recommendations: tuple[Recommendation, ...]) -> bool:
    """Whether what looks like a form's recommendations are answers of a list: "Recommendation 1 (b): No."."""
    if not all(section.anchor is None and section.label for section in parts.sections):
        return False
    opened = opened_in(form, 0, recommendations)
    named = {label[:2] for label in opened.values()}
    # "(b)" among them is that of an issue named above.
    begun = {section.label[:2] for section in parts.sections}
    letters = {label for _, label in named}
    known = all(label in letters if issue is None else (issue, label) in named for issue, label in begun)
    return len(parts.sections) < len(opened) and ((known and len(begun) < len(named)) or not _answered(parts))


def _answered(parts: Parts) -> bool:
    return any(section.answer for section in parts.sections)


def _in_one_paragraph(
    label: Numbered, opened: list[Numbered], recommendations: tuple[Recommendation, ...]
) -> list[Numbered]:
    """The answers in a paragraph that begins with a label: "(a) Yes. We … (b) No. Pilots …" has two.

    They are told where the paragraph names what follows in the issue, in its order, and no other paragraph does.
    """
    letters = [one.label for one in recommendations if one.issue == label.issue]
    known = {one.label for one in opened if one.issue == label.issue}
    found, rest = [], label
    for letter in letters[letters.index(label.label) + 1 :] if label.label in letters else []:
        inside = re.search(rf"(?<=[.;!?])\s+\({re.escape(letter)}\)\s*(?=\S|$)", rest.rest)
        if letter in known or inside is None:
            break
        found.append(rest._replace(rest=rest.rest[: inside.start()]))
        rest = Numbered(label.issue, letter, rest.rest[inside.end() :])
    return [*found, rest]


def _stretch(block: Block, text: str) -> list[Block]:
    """The stretch of a paragraph that reads so, with the formatting of its runs; none where it is empty."""
    at = block.text.replace("\u00a0", " ").find(text.replace("\u00a0", " "))
    if text and at < 0:  # dotted lines to write on were taken out of it
        return [block._replace(runs=(Run(text),))]
    return [part_of(block, at, at + len(text))] if text else []


def _without_question(text: str) -> str:
    """A text without the question at its head where words answer it: "Status: Implemented. We …", "Details: We …"."""
    label = labels.find_label(text)
    asked = label is not None and label.kind in labels.ASKED and label.firm and (label.rest or text.endswith(":"))
    return label.rest if asked and not mark_words.only_marks(label.rest) else text


def _marks_alone(text: str) -> str:
    """The marks that are all of a text but a question before them: "[ ] Yes [x] No"; empty where one word is all."""
    label = labels.find_label(text)
    if label and label.kind == "action":
        return label.rest if mark_words.only_marks(label.rest) and mark_words.names_a_word(label.rest) else ""
    return text if mark_words.only_marks(text) and mark_words.has_box(text) else ""


def _behind_request(block: Block) -> list[Block]:
    """An answer below marks without the request before it: "Details: We lit it."."""
    label = labels.find_label(block.text)
    return _stretch(block, label.rest) if label and label.kind == "comment" else [block]


def _behind_title(form: Form, text: str) -> str:
    """A text without the title of an issue at its head: "Care for crews: Yes. We …"."""
    headed = _HEADED.match(text)
    title = form.wordings.title(headed["head"]) if headed else None
    return text[headed.end() :] if title and min(title.of_text, title.of_paragraph) > _WHOLE_TITLE else text


def _said_behind_head(text: str) -> tuple[str, str] | None:
    """What the word behind a few others says that head an answer: "Lights: Yes. We …"; None where none stands there."""
    headed = _HEADED.match(text)
    if not headed or len(headed["head"].split()) > _HEAD_WORDS:
        return None
    word = opening_word(text[headed.end() :])
    return (word[0], f"{word[1]} behind {headed['head']}") if word else None


def _take_from_other_parts(form: Form, parts: Parts, placed: set[int]) -> None:
    """What stands in answers stands nowhere else, and a field is read before them, not in them."""
    parts.left = [left for left in parts.left if left.at not in placed]
    inside = {left.text for left in parts.field_lines if left.at in placed}
    inside -= {left.text for left in parts.field_lines if left.at not in placed}
    for name, value in list(parts.fields.items()):
        # The last field goes on to the first answer.
        lines = list(takewhile(lambda line: line not in inside, value.split("\n")))
        below = value.split("\n")[len(lines) :]
        parts.left += [left for left in parts.field_lines if left.text in below and left.at not in placed]
        parts.fields[name] = "\n".join(lines)
    parts.fields = {name: value for name, value in parts.fields.items() if value}
    answers, first = [form.blocks[at] for at in placed], min(placed)
    places = {block.number: at for at, block in reversed(list(enumerate(form.blocks)))}
    above = {label.kind for text in form.texts[:first] if (label := labels.find_label(text))}
    for kind, kept in (("general", parts.general), ("consent", parts.consent)):
        own = [(places[block.number], block) for block in kept if block not in answers]
        # What begins above the answers ends with them: a signature stands below.
        behind = [(at, block) for at, block in own if at > first and kind in above]
        parts.left += [Left(at, block, block.text) for at, block in behind]
        kept[:] = [block for one in own if one not in behind for block in one[1:]]


def _ends(form: Form, at: int, *, more: bool) -> bool:
    """Whether an answer ends before a paragraph; `more`: other answers follow."""
    text = form.texts[at]
    label = labels.find_label(text)
    otherwise = label and label.firm and (label.kind in _OTHERWISE or (label.kind in FIELDS and not more))
    courtesy = closes(text)
    several = _SEVERAL.match(text) or ((label := listed_label(text)) and names_more(text, label))
    return bool(otherwise or courtesy or several or marked(text))
