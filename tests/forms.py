"""Writes filled-in questionnaires without tags, in the layouts that ministries send back.

Two layouts: `table_form` (fields and answers in table rows) and `line_form` (labels, dotted lines and answers as
paragraphs). Marks can be set in several ways. Used by the tests and to make sample replies.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass, field

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from pipeline.raw.meeting import Meeting

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
GUIDANCE = (
    "Please keep each answer to 200 words at most.",
    "Please give full references to laws and documents.",
    "Please give numbers where you have them.",
    "Please mention obstacles that you met.",
)


@dataclass
class Filled:
    """What an officer writes into a form: answers as (yes, no or empty; text) by recommendation."""

    respondent: str
    answers: dict[str, tuple[str, str]]
    submitted_on: str = ""
    publish: str = ""
    general: str = ""
    contact: dict[str, str] = field(default_factory=dict)


def mark_glyph(yes: Paragraph, no: Paragraph, value: str) -> None:
    """A ballot box beside each word, crossed beside the one chosen."""
    for paragraph, word in ((yes, "yes"), (no, "no")):
        paragraph.add_run(f"{word.upper()} {'☒' if value == word else '☐'}")


def mark_letter(yes: Paragraph, no: Paragraph, value: str) -> None:
    """An X typed behind the word chosen."""
    for paragraph, word in ((yes, "yes"), (no, "no")):
        paragraph.add_run(word.upper() + (" X" if value == word else ""))


def mark_bold(yes: Paragraph, no: Paragraph, value: str) -> None:
    """The word chosen in bold."""
    for paragraph, word in ((yes, "yes"), (no, "no")):
        paragraph.add_run(word.upper()).bold = value == word


def mark_struck(yes: Paragraph, no: Paragraph, value: str) -> None:
    """The word not chosen struck out."""
    for paragraph, word in ((yes, "yes"), (no, "no")):
        paragraph.add_run(word.upper()).font.strike = bool(value) and value != word


def mark_control(yes: Paragraph, no: Paragraph, value: str) -> None:
    """A check box of Word's own beside each word."""
    for paragraph, word in ((yes, "yes"), (no, "no")):
        paragraph.add_run(word.upper() + " ")
        paragraph._p.append(_check_box(value == word))


def mark_legacy(yes: Paragraph, no: Paragraph, value: str) -> None:
    """An old form field beside each word; checked is an element without a value."""
    for paragraph, word in ((yes, "yes"), (no, "no")):
        paragraph.add_run(word.upper() + " ")
        box = OxmlElement("w:checkBox")
        box.append(OxmlElement("w:sizeAuto"))
        if value == word:
            box.append(OxmlElement("w:checked"))
        data = OxmlElement("w:ffData")
        data.append(box)
        for kind in ("begin", "end"):
            character = OxmlElement("w:fldChar")
            character.set(qn("w:fldCharType"), kind)
            paragraph.add_run()._r.append(character)
            if kind == "begin":
                character.append(data)
                instruction = OxmlElement("w:instrText")
                instruction.text = " FORMCHECKBOX "
                paragraph.add_run()._r.append(instruction)


MARKS: dict[str, Callable[[Paragraph, Paragraph, str], None]] = {
    "glyph": mark_glyph,
    "letter": mark_letter,
    "bold": mark_bold,
    "struck": mark_struck,
    "control": mark_control,
    "legacy": mark_legacy,
}


def _check_box(checked: bool):
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    control, properties, content = OxmlElement("w:sdt"), OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    box = properties.makeelement(f"{{{w14}}}checkbox", nsmap={"w14": w14})
    state = box.makeelement(f"{{{w14}}}checked", {f"{{{w14}}}val": "1" if checked else "0"})
    box.append(state)
    properties.append(box)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "☒" if checked else "☐"
    run.append(text)
    content.append(run)
    control.append(properties)
    control.append(content)
    return control


def _title(document, meeting: Meeting) -> None:
    adopted = meeting.adopted_by
    document.add_paragraph("Implementations of the recommendations")
    document.add_paragraph(f"adopted by meeting {adopted.ordinal} of the {meeting.body}, held in {adopted.place}")
    document.add_paragraph("QUESTIONNAIRE")


def _write(cell, text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.add_run(line)


def _bytes(document) -> bytes:
    document.core_properties.author = ""
    document.core_properties.comments = ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table_form(meeting: Meeting, filled: Filled, mark: str = "glyph") -> bytes:
    """The layout with table rows: labels in the left cell, "Any action taken" with YES and NO in own cells."""
    document = docx.Document()
    _title(document, meeting)
    _table_front(document, meeting, filled, mark)
    for number, issue in enumerate(meeting.issues, start=1):
        document.add_paragraph(f"Issue {ROMAN[number]}")
        document.add_paragraph(issue.title)
        for position, recommendation in enumerate(issue.recommendations, start=1):
            action, text = filled.answers.get(f"{number}.{recommendation.label}", ("", ""))
            document.add_paragraph(f"Recommendation {position}")
            table = document.add_table(rows=3, cols=3, style="Table Grid")
            table.cell(0, 0).merge(table.cell(0, 2)).text = recommendation.text
            table.cell(1, 0).text = "Any action taken"
            MARKS[mark](table.cell(1, 1).paragraphs[0], table.cell(1, 2).paragraphs[0], action)
            table.cell(2, 0).text = "Comments:"
            _write(table.cell(2, 1).merge(table.cell(2, 2)), text)
    if filled.general:
        document.add_paragraph("General comments:")
        for line in filled.general.split("\n"):
            document.add_paragraph(line)
    return _bytes(document)


def _table_front(document, meeting: Meeting, filled: Filled, mark: str) -> None:
    document.add_paragraph("Submission Information")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for row, (label, value) in enumerate(
        (("Name of country:", filled.respondent), ("Date of submission:", filled.submitted_on))
    ):
        table.cell(row, 0).text = label
        _write(table.cell(row, 1), value)
    document.add_paragraph("Information for follow-up purposes")
    labels = ("Contact person", "Title and Organization", "Address", "Telephone", "Fax", "E-Mail")
    keys = ("name", "title", "address", "telephone", "fax", "email")
    table = document.add_table(rows=len(labels), cols=2, style="Table Grid")
    for row, (label, key) in enumerate(zip(labels, keys, strict=True)):
        table.cell(row, 0).text = label
        _write(table.cell(row, 1), filled.contact.get(key, ""))
    document.add_paragraph("Publishing on the UNODC website")
    document.add_paragraph("May this form be posted on the website as received?")
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    MARKS[mark](table.cell(0, 0).paragraphs[0], table.cell(0, 1).paragraphs[0], filled.publish)
    document.add_paragraph("PLEASE RETURN THIS QUESTIONNAIRE (WORD VERSION) TO:")
    document.add_paragraph(meeting.questionnaire.return_to.office)
    document.add_paragraph("Guidance Note for completing the questionnaire on implementation of recommendations")
    for line in GUIDANCE:
        document.add_paragraph(line, style="List Bullet")


def line_form(meeting: Meeting, filled: Filled, mark: str = "letter") -> bytes:
    """The layout with paragraphs: "Yes / No" on one line, answers over rows of dots, no consent block."""
    document = docx.Document()
    _title(document, meeting)
    document.add_paragraph("Submission information")
    document.add_paragraph("Name of country")
    document.add_paragraph(filled.respondent or "................")
    document.add_paragraph("Date of submission")
    document.add_paragraph(filled.submitted_on or "................")
    document.add_paragraph("PLEASE RETURN THIS QUESTIONNAIRE TO:")
    document.add_paragraph(meeting.questionnaire.return_to.office)
    for number, issue in enumerate(meeting.issues, start=1):
        document.add_paragraph(f"Issue {ROMAN[number]}")
        document.add_paragraph(issue.title)
        for recommendation in issue.recommendations:
            action, text = filled.answers.get(f"{number}.{recommendation.label}", ("", ""))
            document.add_paragraph(f"Recommendation ({recommendation.label})")
            document.add_paragraph(recommendation.text)
            document.add_paragraph("Any action taken?")
            line = document.add_paragraph()
            MARKS[mark](line, _Slash(line), action)
            document.add_paragraph("Please elaborate:" + (" ............................" if not text else ""))
            for part in text.split("\n"):
                document.add_paragraph(part)
            document.add_paragraph("....................................................")
    if filled.general:
        document.add_paragraph(f"General comments: {filled.general}")
    return _bytes(document)


class _Slash:
    """The same paragraph again, with " / " before the next word."""

    def __init__(self, paragraph: Paragraph):
        self._paragraph, self._p = paragraph, paragraph._p

    def add_run(self, text: str = ""):
        if text:
            self._paragraph.add_run(" / ")
        return self._paragraph.add_run(text)
