"""What is filled into the fields of a questionnaire, in the paragraph of their label or in those that follow.

Keeps out: which paragraph is a field's label (`paragraphs.py`).
"""

import re

from pipeline.reading.blocks import Block
from pipeline.reading.form.kinds import Part
from pipeline.reading.form.labels import DATA, Label, alternatives
from pipeline.reading.form.lines import has_value, value_of
from pipeline.reading.form.sections import Left
from pipeline.reading.form.so_far import Parts, leave, leave_label

# Fields whose value may take several paragraphs.
_LONG_FIELDS = ("contact_title", "contact_address")
# A line that begins as fields do which no list has: "Region: North". "P.O. Box: 14" goes on with an address.
_OTHER_FIELD = re.compile(rf"^(?!\W*(?:{alternatives(DATA['of_addresses'])})(?!\w))[^:\d]{{2,40}}:(?:\s|$)", re.I)


def put_field(at: int, block: Block, kind: str, value: str, parts: Parts) -> None:
    """A field's value; where it has one already, another one is left over."""
    if parts.fields.setdefault(kind, value) == value:
        parts.field_lines.append(Left(at, block, value))
    else:
        parts.left.append(Left(at, block, value, own=-1))


def add_field(at: int, label: Label, block: Block, parts: Parts) -> None:
    """A field's label, with its value where that follows in the paragraph."""
    parts.part, parts.pending = Part.FRONT, None
    leave_label(at, block, label, parts.left)
    if label.rest:
        put_field(at, block, label.kind, value_of(label.rest).strip("_ "), parts)
    if not label.rest or block.cell or label.kind in _LONG_FIELDS:
        parts.pending = (label.kind, block)


def add_value(at: int, block: Block, text: str, parts: Parts) -> None:
    """The value of the field whose label came before."""
    text = text.rstrip(".") if "..." in block.text else text
    kind, label = parts.pending
    if kind in parts.fields and _OTHER_FIELD.match(text):
        parts.pending = None
        leave(at, block, text, parts.left)
    elif label.cell is None:
        if kind in _LONG_FIELDS and kind in parts.fields:
            parts.fields[kind] += f"\n{text}"
            parts.field_lines.append(Left(at, block, text))
        else:
            put_field(at, block, kind, text, parts)
        parts.pending = parts.pending if kind in _LONG_FIELDS else None
    elif block.cell == label.cell or (block.cell and not has_value(label) and _beside_or_below(label, block, parts)):
        parts.fields[kind] = f"{parts.fields[kind]}\n{text}" if kind in parts.fields else text
        parts.field_lines.append(Left(at, block, text))
    else:
        parts.pending = None
        leave(at, block, text, parts.left)


def _beside_or_below(label: Block, block: Block, parts: Parts) -> bool:
    """Whether a cell is in the row of a label, or the only one of the row below where the label is so too."""
    if block.cell.in_row == label.cell.in_row:
        return True
    below = (label.cell.table, label.cell.row + 1) == block.cell.in_row
    return below and {label.cell.in_row, block.cell.in_row} <= parts.alone
