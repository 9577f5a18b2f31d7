"""The parts of a questionnaire: its paragraphs grouped into fields, consent, general statement and recommendations.

Keeps out: what a paragraph is (`kinds.py`), and what becomes of the parts (`form.py`).
"""

import re
from dataclasses import dataclass, field

from pipeline.reading.blocks import Block
from pipeline.reading.form import kinds as k
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.kinds import ANSWER, CONSENT, FRONT, GENERAL, INSIDE, ISSUE, PRINTED, ZONE, Part
from pipeline.reading.form.labels import Label, Numbered
from pipeline.reading.form.lines import has_value, rest_of
from pipeline.reading.form.paragraphs import FIELDS, Form
from pipeline.reading.form.sections import Section

# Fields whose value may take several paragraphs.
_LONG_FIELDS = ("contact_title", "contact_address")


@dataclass
class Parts:
    """What has been grouped so far.

    `part` is what an ordinary paragraph belongs to, `issue` the number of the heading above, `pending` the field whose
    value follows with the paragraph of its label, `opening` the texts before the first recommendation, `general_row`
    the row of a headed table that holds the general statement.
    """

    part: Part = FRONT
    issue: int | None = None
    pending: tuple[str, Block] | None = None
    general_row: tuple[int, int] | None = None
    fields: dict[str, str] = field(default_factory=dict)
    consent: list[Block] = field(default_factory=list)
    general: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    opening: set[str] = field(default_factory=set)


def parts_of(form: Form) -> Parts:
    """The parts of a form, every paragraph in its place."""
    parts = Parts()
    for at, text in enumerate(form.texts):
        kind = form.kind(at, parts)
        if not parts.sections:
            parts.opening.add(text)
        if kind is k.TEXT:  # most paragraphs are nothing else
            _add_text(form.blocks[at], text, parts)
        else:
            _add(form, at, kind, parts)
    return parts


def _add(form: Form, at: int, kind: k.Kind, parts: Parts) -> None:
    block, text = form.blocks[at], form.texts[at]
    match kind:
        case k.InColumn(role):
            _add_cell(form, block, text, role, parts)
        case k.Nothing():
            pass
        case k.IssueHeading(number):
            parts.issue, parts.part = number, ISSUE
        case k.Recommendation(_, anchor, _, goes_on=True):
            parts.sections[-1].anchor = parts.sections[-1].anchor or anchor
            parts.sections[-1].printed.append(block)
        case k.Recommendation(label, anchor, printed):
            _open(parts, block, label, anchor, printed)
        case k.GeneralRow(label):
            parts.part, parts.general_row = GENERAL, block.cell.in_row
            parts.general += rest_of(block, label.rest) if label else [block]
        case k.Field(label):
            _add_field(label, block, parts)
        case k.PartHeading(part, label):
            parts.part, parts.pending = part, None
            if part is CONSENT and mark_words.names_a_word(label.rest):
                parts.consent += rest_of(block, label.rest)
        case k.GeneralLabel(label):
            parts.part = GENERAL
            parts.general += rest_of(block, label.rest)
        case k.ActionQuestion(label, opens):
            if opens:
                _open_unlabelled(form, at, parts)
            _add_question(label, block, parts)
        case k.CommentLabel(label):
            parts.part = ANSWER
            parts.sections[-1].asked.add("comment")
            parts.sections[-1].answer += rest_of(block, label.rest)


# Recommendations


def _open(parts: Parts, block: Block, label: Numbered | None, anchor: str | None, printed: str) -> Section:
    """A new section, which the paragraphs that follow belong to."""
    section = Section(block.place, parts.issue, label, anchor, block.cell.in_row if block.cell else None)
    section.printed += rest_of(block, printed)
    parts.sections.append(section)
    parts.part = PRINTED
    return section


def _open_unlabelled(form: Form, at: int, parts: Parts) -> None:
    """A question about action that belongs to no recommendation seen: what stands before it is its text."""
    section = _open(parts, form.blocks[at], None, None, "")
    before = parts.sections[-2].answer if len(parts.sections) > 1 else None
    if before:
        section.printed.append(before.pop())
    elif at and before is None:
        section.printed.append(form.blocks[at - 1])


def _add_question(label: Label, block: Block, parts: Parts) -> None:
    section = parts.sections[-1]
    section.asked.add("action")
    parts.part = ZONE
    section.zone += rest_of(block, label.rest)
    if mark_words.other_words(label.rest):
        parts.part = ANSWER
        section.answer += rest_of(block, label.rest)


def _add_cell(form: Form, block: Block, text: str, role: str, parts: Parts) -> None:
    """A cell of a table whose columns have headings."""
    if role in FIELDS:
        parts.fields.setdefault(role, text)
        return
    section = parts.sections[-1] if parts.sections and parts.sections[-1].row == block.cell.in_row else None
    if role in ("recommendation", "number"):
        label = labels.numbered_label("recommendation", text) or labels.bare_label(text)
        anchor = form.anchor_in(label.rest if label and label.rest else text)
        if section is None:
            _open(parts, block, label, anchor, label.rest if label else text)
            return
        section.label = section.label or label
        section.anchor = section.anchor or anchor
        section.printed.append(block)
        return
    section = section or _open(parts, block, None, None, "")
    parts.part = ANSWER
    if role == "comment" or not (mark_words.only_marks(text) or mark_words.names_a_word(text)):
        section.answer.append(block)
    else:
        section.zone.append(block)
        if role in ("yes", "no"):
            section.headings[block.cell.column] = role
    if role != "comment" and mark_words.other_words(text):
        section.answer.append(block)


# Fields and ordinary text


def _add_field(label: Label, block: Block, parts: Parts) -> None:
    parts.part, parts.pending = FRONT, None
    if label.rest:
        parts.fields.setdefault(label.kind, label.rest)
    if not label.rest or block.cell or label.kind in _LONG_FIELDS:
        parts.pending = (label.kind, block)


def _add_text(block: Block, text: str, parts: Parts) -> None:
    section = parts.sections[-1] if parts.sections else None
    if parts.part is FRONT:
        _add_value(block, text, parts)
    elif parts.part is CONSENT:
        if mark_words.opens_with_mark(text) or mark_words.only_marks(text):
            parts.consent.append(block)
    elif parts.part is GENERAL:
        parts.general.append(block)
    elif section and parts.part in INSIDE:
        _add_to_section(block, text, section, parts)


def _add_to_section(block: Block, text: str, section: Section, parts: Parts) -> None:
    only_marks = mark_words.only_marks(text)
    # Marks may come before the words or after them.
    if parts.part is ZONE and not re.search(r"\w|[-–]", text) and not only_marks:
        return  # what an untouched list of choices shows
    if only_marks and (parts.part is not ANSWER or not section.zone):
        parts.part = ZONE if parts.part is PRINTED else parts.part
        section.zone.append(block)
    elif parts.part is PRINTED and not section.anchor:
        section.printed.append(block)
    elif text not in parts.opening or len(text) < 10:
        parts.part = ANSWER
        section.answer.append(block)


def _add_value(block: Block, text: str, parts: Parts) -> None:
    """The value of the field whose label came before."""
    if parts.pending is None:
        return
    text = text.rstrip(".") if "..." in block.text else text
    kind, label = parts.pending
    if label.cell is None:
        if kind in _LONG_FIELDS and kind in parts.fields:
            parts.fields[kind] += f"\n{text}"
        else:
            parts.fields.setdefault(kind, text)
        parts.pending = parts.pending if kind in _LONG_FIELDS else None
    elif block.cell == label.cell or (block.cell and block.cell.in_row == label.cell.in_row and not has_value(label)):
        parts.fields[kind] = f"{parts.fields[kind]}\n{text}" if kind in parts.fields else text
    else:
        parts.pending = None
