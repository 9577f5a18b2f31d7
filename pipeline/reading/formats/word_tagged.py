"""Forms with tags: the questionnaire that `rapporteur questionnaire` writes, read through its content controls.

The names of the tags stand here, for writer and reader alike. Keeps out: forms without tags (`form/form.py`).
"""

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Block, Run
from pipeline.reading.form import marks
from pipeline.reading.reply import CONTACT_FIELDS, Question, ReadAnswer, Remark, Reply, Unreadable
from pipeline.reading.word.body import blocks_in
from pipeline.reading.word.run import W, checkbox_state, is_placeholder

PREFIX = "rapporteur:"


def tag(*parts: str) -> str:
    """Tag of a content control, such as rapporteur:1.a:text."""
    return PREFIX + ":".join(parts)


def controls(document: etree._Element) -> dict[str, etree._Element]:
    """Content controls of the questionnaire by tag; the first where a tag stands twice."""
    tagged: dict[str, etree._Element] = {}
    for control in document.iter(W + "sdt"):
        name = control.find(f"{W}sdtPr/{W}tag")
        value = name.get(W + "val", "") if name is not None else ""
        if value.startswith(PREFIX):
            tagged.setdefault(value, control)
    return tagged


def _text(control: etree._Element | None) -> str:
    """Text of a control and of whatever was typed beside it in its cell, one line per paragraph."""
    if control is None:
        return ""
    cell = next(control.iterancestors(W + "tc"), None)
    content = control.find(W + "sdtContent")
    if cell is None and (content is None or is_placeholder(control)):
        return ""
    return "\n".join(block.text for block in blocks_in(content if cell is None else cell))


def _decision(tagged: dict[str, etree._Element], *parts: str) -> marks.Decision:
    boxes = []
    for number, word in enumerate(("yes", "no")):
        control = tagged.get(tag(*parts, word))
        mark = CHECKED if control is not None and checkbox_state(control) else UNCHECKED
        boxes.append(Block((Run(f"{mark} {word}"),), number, None))
    return marks.decide(boxes)


def read_tagged(document: etree._Element, question: Question, remarks: tuple[Remark, ...]) -> Reply:
    """Read a questionnaire with tags.

    Raises:
        Unreadable: the form says that it belongs to another meeting.
    """
    tagged = controls(document)
    meeting_id = _text(tagged.get(tag("meeting"))).strip()
    if meeting_id and meeting_id != question.meeting_id:
        raise Unreadable("wrong_questionnaire", f"the form of {meeting_id}", f"the form of {question.meeting_id}")

    known = {recommendation.id for recommendation in question.recommendations}
    present = dict.fromkeys(name.removeprefix(PREFIX).split(":")[0] for name in tagged if name.endswith(":text"))
    answers = []
    for identifier in sorted(present, key=lambda name: (name not in known, list(present).index(name))):
        text = _text(tagged.get(tag(identifier, "text")))
        decision = _decision(tagged, identifier)
        value = decision.value if decision.stated or text.strip() else ""
        locator = f"field {identifier} (mark: {decision.evidence})"
        answers.append(ReadAnswer(identifier, value, text, locator))

    consent = _decision(tagged, "publish")
    contact = {field: _text(tagged.get(tag("contact", field))) for field in CONTACT_FIELDS}
    return Reply(
        format="docx",
        respondent=_text(tagged.get(tag("respondent"))),
        submitted_on=_text(tagged.get(tag("submitted_on"))),
        publish=consent.value if consent.stated else "",
        contact={field: value for field, value in contact.items() if value.strip()},
        answers=tuple(answers),
        general=_text(tagged.get(tag("general"))),
        general_locator="field general",
        remarks=remarks,
    )


def has_tags(document: etree._Element) -> bool:
    """Whether the document is a questionnaire with tags."""
    return any(name.endswith(":text") for name in controls(document))
