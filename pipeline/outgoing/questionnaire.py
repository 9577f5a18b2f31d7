"""The questionnaire as a Word form whose fields carry tags, so that it reads back exactly.

Blank but for the respondent's name, and for what it answered before to the same recommendations. Keeps out: its wording
(`reading/own_form.py`), reading it back (`reading/formats/word_tagged.py`, which also names the tags) and sending it.
"""

import io
from collections.abc import Mapping
from types import MappingProxyType

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Respondent
from pipeline.reading import own_form
from pipeline.reading.blocks import CHECKED, UNCHECKED
from pipeline.reading.formats.word_tagged import tag
from pipeline.reading.reply import CONTACT_FIELDS
from pipeline.reading.word.run import W14

_PROMPT = "Click here to type"


def _properties(name: str, title: str):
    properties = OxmlElement("w:sdtPr")
    for element, value in (("w:alias", title), ("w:tag", name)):
        node = OxmlElement(element)
        node.set(qn("w:val"), value)
        properties.append(node)
    # The field cannot be deleted by accident; its content can be changed.
    lock = OxmlElement("w:lock")
    lock.set(qn("w:val"), "sdtLocked")
    properties.append(lock)
    return properties


def _control(properties, content_children: list):
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    for child in content_children:
        content.append(child)
    control.append(properties)
    control.append(content)
    return control


def _text_field(cell: _Cell, name: str, title: str, value: str = "") -> None:
    """Put a text field into a cell, with its value or a prompt."""
    properties = _properties(name, title)
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(value or _PROMPT)
    if not value:
        properties.append(OxmlElement("w:showingPlcHdr"))
        run.font.italic = True
    place = paragraph._p.getparent()
    position = place.index(paragraph._p)
    place.insert(position, _control(properties, [paragraph._p]))


def _check_field(paragraph: Paragraph, name: str, title: str) -> None:
    """Put an empty check box behind a paragraph's text."""
    properties = _properties(name, title)
    box = properties.makeelement(f"{W14}checkbox", nsmap={"w14": W14.strip("{}")})
    states = (("checked", "0"), ("checkedState", f"{ord(CHECKED):04X}"), ("uncheckedState", f"{ord(UNCHECKED):04X}"))
    for element, value in states:
        state = box.makeelement(W14 + element, {W14 + "val": value})
        if element != "checked":
            state.set(W14 + "font", "MS Gothic")
        box.append(state)
    properties.append(box)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = UNCHECKED
    run.append(text)
    paragraph._p.append(_control(properties, [run]))


def _yes_no(paragraph: Paragraph, *parts: str) -> None:
    for word in ("yes", "no"):
        paragraph.add_run(f"{word.capitalize()} ")
        _check_field(paragraph, tag(*parts, word), word)
        paragraph.add_run("    ")


def _field_table(document: Document, rows: list[tuple[str, str, str]]) -> None:
    """A table of labels and text fields: label, tag, value."""
    table = document.add_table(rows=len(rows), cols=2, style="Table Grid")
    table.autofit = False
    for number, (label, name, value) in enumerate(rows):
        table.cell(number, 0).text = label
        table.cell(number, 0).width, table.cell(number, 1).width = Cm(5.5), Cm(11)
        _text_field(table.cell(number, 1), name, label, value)


def _new_document() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.author = "Secretariat"
    return document


def blank_form(meeting: Meeting, respondent: Respondent, before: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """The questionnaire of a meeting for one respondent, as the bytes of a .docx.

    `before`: what it answered before, by recommendation; yes or no, and consent, are asked again.
    """
    document = _new_document()
    document.core_properties.title = f"Questionnaire {meeting.id}: {respondent.name}"
    document.add_heading(own_form.TITLE, level=0)
    document.add_paragraph(own_form.opening(meeting))
    document.add_heading(own_form.SUBMISSION, level=1)
    values = (("respondent", respondent.name), ("submitted_on", ""), ("meeting", meeting.id))
    _field_table(
        document, [(label, tag(name), value) for label, (name, value) in zip(own_form.FIELDS, values, strict=True)]
    )
    document.add_heading(own_form.FOLLOW_UP, level=1)
    labels = zip(own_form.CONTACT, CONTACT_FIELDS, strict=True)
    _field_table(document, [(label, tag("contact", name), "") for label, name in labels])
    document.add_heading(own_form.PUBLICATION, level=1)
    _yes_no(document.add_paragraph(own_form.CONSENT), "publish")
    if office := own_form.return_to(meeting):
        document.add_heading(own_form.RETURN, level=1)
        document.add_paragraph(office)
    document.add_heading(own_form.GUIDANCE, level=1)
    for line in own_form.guidance(meeting):
        document.add_paragraph(line, style="List Bullet")
    if before:
        document.add_paragraph(own_form.BEFORE, style="List Bullet")
    _recommendations(document, meeting, before)
    _field_table(document, [(own_form.GENERAL, tag("general"), "")])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _recommendations(document: Document, meeting: Meeting, before: Mapping[str, str]) -> None:
    issue = 0
    for recommendation in meeting.recommendations:
        if recommendation.issue != issue:
            issue = recommendation.issue
            document.add_heading(own_form.issue_heading(issue, recommendation.issue_title), level=1)
        document.add_heading(own_form.recommendation_heading(recommendation.label), level=2)
        document.add_paragraph().add_run(recommendation.text).bold = True
        table = document.add_table(rows=2, cols=2, style="Table Grid")
        table.autofit = False
        table.rows[1].height = Cm(2.5)
        table.cell(0, 0).text, table.cell(1, 0).text = own_form.ACTION, own_form.ANSWER
        for row in (0, 1):
            table.cell(row, 0).width, table.cell(row, 1).width = Cm(4), Cm(12.5)
        _yes_no(table.cell(0, 1).paragraphs[0], recommendation.id)
        _text_field(
            table.cell(1, 1),
            tag(recommendation.id, "text"),
            f"Answer {recommendation.id}",
            before.get(recommendation.id, ""),
        )


def invited_respondents(meeting: Meeting, register) -> list[Respondent]:
    """Respondents that the meeting invites, by group or code, in alphabetical order."""
    asked = set(meeting.questionnaire.invited)
    return [item for item in register.respondents if item.code in asked or asked & set(item.groups)]
