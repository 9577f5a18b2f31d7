"""Forms with tags: the questionnaire that `rapporteur questionnaire` writes, read through its content controls.

The names of the tags stand here, for writer and reader alike. Keeps out: what was written beside the fields
(`word_beside_tags.py`), and forms without tags (`form/form.py`).
"""

from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Block, Run
from pipeline.reading.form import marks
from pipeline.reading.form.answer_text import has_table, text_of
from pipeline.reading.form.several import of_one_respondent
from pipeline.reading.form.twice import joined
from pipeline.reading.formats.word_asked import Asked, asked_over, is_of_this_meeting
from pipeline.reading.formats.word_beside_tags import about_pictures_beside, beside_tags
from pipeline.reading.prompts import is_prompt
from pipeline.reading.reply import CONTACT_FIELDS, Question, ReadAnswer, Remark, Reply, Unplaced, Unreadable
from pipeline.reading.word import body
from pipeline.reading.word.pictures import has_pictures
from pipeline.reading.word.run import W, checkbox_state, is_placeholder

PREFIX = "rapporteur:"
# Where a form says which meeting it belongs to.
OTHER_NAME = "field meeting"


def tag(*parts: str) -> str:
    """Tag of a content control, such as rapporteur:1.a:text."""
    return PREFIX + ":".join(parts)


def controls(document: etree._Element) -> dict[str, list[etree._Element]]:
    """Content controls of the questionnaire by tag; several where a part of the form was copied."""
    tagged: dict[str, list[etree._Element]] = {}
    for control in document.iter(W + "sdt"):
        name = control.find(f"{W}sdtPr/{W}tag")
        value = name.get(W + "val", "") if name is not None else ""
        if value.startswith(PREFIX):
            tagged.setdefault(value, []).append(control)
    return tagged


def has_tags(document: etree._Element) -> bool:
    """Whether the document is a questionnaire with tags."""
    return any(name.endswith(":text") for name in controls(document))


def forms_in(document: etree._Element) -> list[etree._Element]:
    """The document itself; where several respondents' forms stand in it, a copy for each without what others wrote."""
    content = document.find(W + "body")
    named = controls(document).get(tag("respondent"), [])
    begins = [next(at for at, part in enumerate(content) if part in (name, *name.iterancestors())) for name in named]
    if begins != sorted(set(begins)):
        return [document]
    # What stands before the first name goes with it, as in a document of one form.
    forms = [range(first, end) for first, end in pairwise([*(begins and [0]), *begins[1:], len(content)])]
    several = of_one_respondent(forms, map(_text, named))
    return [_only(document, own) for own in several] if len(several) > 1 else [document]


def _only(document: etree._Element, own: list[range]) -> etree._Element:
    """A copy in which all parts of the body but these are empty; they stay, since places are counted by them."""
    copied = deepcopy(document)
    for at, part in enumerate(copied.find(W + "body")):
        if not any(at in one for one in own):
            for named in list(part.iter(W + "tag")):
                named.getparent().remove(named)
            for run in part.iter(W + "r"):
                run.clear()
    return copied


def read_tagged(document: etree._Element, question: Question, remarks: tuple[Remark, ...]) -> Reply:
    """Read a questionnaire with tags; the document is empty of what was read afterwards.

    Raises:
        Unreadable: the form says that it belongs to another meeting, and does not ask this one's recommendations.
    """
    tagged = controls(document)
    asked = _asked(tagged, question)
    meeting_id = _first_text(tagged, "meeting").strip()
    if meeting_id and question.meeting_id not in meeting_id.split():
        if not is_of_this_meeting(asked.values()):
            raise Unreadable("wrong_questionnaire", f"the form of {meeting_id}", f"the form of {question.meeting_id}")
        remarks = (*remarks, Remark("needs_editor", OTHER_NAME, meeting_id))

    consent = _decision(tagged, 0, "publish")
    contact = {field: "\n".join(_texts(tagged, "contact", field)) for field in CONTACT_FIELDS}
    read = {field: _first_text(tagged, field) for field in ("respondent", "submitted_on")}
    others = [
        (Unplaced(f"field {field}", text), False)
        for field, value in read.items()
        for text in _texts(tagged, field)
        if text != value
    ]
    general = "\n".join(_texts(tagged, "general"))
    answers, moved = _answers(tagged, asked, question)
    answers, about_twice = joined(answers)
    tables = [
        Remark("needs_editor", f"field {identifier}", f"a table in the answer to {one.recommendation or identifier}")
        for (identifier, number), one in asked.items()
        if _holds_table(tagged[tag(identifier, "text")][number])
    ]
    shown = about_pictures_beside(body.blocks(document), question) if has_pictures(document) else []
    for several in tagged.values():
        for control in several:
            _empty(_around(control))
    left = [*others, *beside_tags(body.blocks(document), question)]
    if meeting_id not in ("", question.meeting_id):
        left.append((Unplaced(OTHER_NAME, meeting_id), False))
    answers = [_with_beside(answer, left) for answer in answers]
    return Reply(
        format="docx",
        publish=consent.value if consent.stated else "",
        contact={field: value for field, value in contact.items() if value.strip()},
        answers=tuple(answers),
        general=general,
        general_locator="field general",
        remarks=(*remarks, *moved, *about_twice, *tables, *shown),
        unplaced=tuple(words for words, _ in left),
        **read,
    )


def _asked(tagged: dict[str, list[etree._Element]], question: Question) -> dict[tuple[str, int], Asked]:
    """What each part of the form asks, by the id in its tag and the number of the copy, from 0."""
    return {
        (identifier, number): asked_over(control, identifier, question)
        for name, copies in tagged.items()
        if name.endswith(":text")
        for identifier in (name.removeprefix(PREFIX).split(":")[0],)
        for number, control in enumerate(copies)
    }


def _answers(
    tagged: dict[str, list[etree._Element]], asked: dict[tuple[str, int], Asked], question: Question
) -> tuple[list[ReadAnswer], list[Remark]]:
    """The answers, each to the recommendation whose text stands over it, and remarks where the tag names another."""
    known = {recommendation.id for recommendation in question.recommendations}
    answers, moved = [], []
    for identifier, number in sorted(asked, key=lambda part: part[0] not in known):
        text = _text(tagged[tag(identifier, "text")][number])
        decision = _decision(tagged, number, identifier)
        value = decision.value if decision.stated or text.strip() else ""
        over = asked[identifier, number]
        meant = over.recommendation or identifier
        locator = f"field {identifier} (mark: {decision.evidence})"
        answers.append(ReadAnswer(meant, value, text, locator, over.text))
        if meant != identifier:
            moved.append(Remark("recommendation_text_changed", f"field {identifier}", f"the text of {meant}"))
    return answers, moved


def _around(control: etree._Element) -> etree._Element:
    """The cell that a control fills, where it fills one: whatever was typed there beside it counts as well."""
    cell = next(control.iterancestors(W + "tc"), None)
    return control if cell is None or checkbox_state(control) is not None else cell


def _empty(element: etree._Element) -> None:
    for run in element.iter(W + "r"):
        run.clear()
    if checkbox_state(element) is not None:
        element.getparent().remove(element)


def _texts(tagged: dict[str, list[etree._Element]], *parts: str) -> list[str]:
    """The different texts of a field's copies, blank ones left out where another is filled in."""
    texts = list(dict.fromkeys(_text(control) for control in tagged.get(tag(*parts), ())))
    return [text for text in texts if text.strip()] or texts[:1]


def _first_text(tagged: dict[str, list[etree._Element]], *parts: str) -> str:
    return next(iter(_texts(tagged, *parts)), "")


def _text(control: etree._Element) -> str:
    """Text of a control and of whatever was typed beside it in its cell, one line per paragraph."""
    around = _around(control)
    content = control.find(W + "sdtContent") if around is control else around
    if content is None or (around is control and is_placeholder(control)):
        return ""
    # Every table inside a field is part of what was written there.
    blocks = [block._replace(around=block.outermost) for block in body.blocks_in(content)]
    if has_table(blocks):
        return text_of(blocks)
    return "\n".join("" if is_prompt(block.text) else block.text for block in blocks)


def _holds_table(control: etree._Element) -> bool:
    return next(_around(control).iterdescendants(W + "tbl"), None) is not None


def _decision(tagged: dict[str, list[etree._Element]], number: int, *parts: str) -> marks.Decision:
    """What the boxes say; `number` counts copies of that part of the form from 0."""
    boxes = []
    for at, word in enumerate(("yes", "no")):
        copies = tagged.get(tag(*parts, word), ())
        mark = CHECKED if number < len(copies) and checkbox_state(copies[number]) else UNCHECKED
        boxes.append(Block((Run(f"{mark} {word}"),), at, None))
    return marks.decide(boxes)


def _with_beside(answer: ReadAnswer, left: list[tuple[Unplaced, bool]]) -> ReadAnswer:
    """An empty answer with what was written beside its field, which is then no longer left over."""
    beside = [pair for pair in left if pair[0].recommendation == answer.recommendation and pair[1]]
    if answer.text.strip() or not beside:
        return answer
    for pair in beside:
        left.remove(pair)
    text = "\n".join(words.text for words, _ in beside)
    value = answer.action_taken or "unclear"
    return replace(answer, text=text, action_taken=value, locator=f"{beside[0][0].locator}; {answer.locator}")
