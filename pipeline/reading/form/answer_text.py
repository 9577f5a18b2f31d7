"""The text of an answer from its paragraphs: list items marked, tables as lines that a person can read.

docs/rules.md, "Tables in answers". Keeps out: which paragraphs are the answer (`parts.py`).
"""

import re
from itertools import groupby

from pipeline.reading.blocks import Block
from pipeline.reading.form.lines import value_of
from pipeline.reading.form.mark_words import as_typed

# What stands for nothing where it is all of a line.
_BLANKS = " -–—…."
# An arrow that leads from the question to the answer.
_ARROW = re.compile(r"^[→⇒➔➜►▶»]+\s*")


def text_of(blocks: list[Block]) -> str:
    """The lines of an answer; a row of a table is one of them."""
    tables = _tables_in(blocks)
    if not tables:
        text = "\n".join(line for line in map(_line, blocks) if line.strip(_BLANKS))
        return _without_brackets(text) if text.endswith("]") else text
    lines: list[str] = []
    for table, group in groupby(blocks, key=lambda block: block.cell.table if block.cell else 0):
        paragraphs = list(group)
        lines += _rows(paragraphs) if table in tables else map(_line, paragraphs)
    return "\n".join(line for line in lines if line.strip(_BLANKS))


def _without_brackets(text: str) -> str:
    """An answer without the square brackets around it, of which the first may stand with the text that is printed."""
    inside = text.removesuffix("]").removeprefix("[")
    return text if "[" in inside or "]" in inside else inside


def has_table(blocks: list[Block]) -> bool:
    """Whether a table stands in the answer."""
    return bool(_tables_in(blocks))


def _tables_in(blocks: list[Block]) -> set[int]:
    """The numbers of the tables inside an answer: they have columns, and are not what the form prints around it."""
    if len({block.cell for block in blocks}) < 2:  # nearly every answer
        return set()
    columns: dict[int, set[int]] = {}
    outside = any(block.cell is None for block in blocks)
    for block in blocks:
        if block.cell and (block.around or outside):
            columns.setdefault(block.cell.table, set()).add(block.cell.column)
    return {table for table, found in columns.items() if len(found) > 1}


def _line(block: Block) -> str:
    return ("- " if block.bullet else "") + _ARROW.sub("", value_of(as_typed(block.text)))


def _rows(blocks: list[Block]) -> list[str]:
    """A table's rows: "Year 2017: courses 3, officers 61"; without a row of headings "2017: 3, 61"."""
    rows: dict[int, dict[int, str]] = {}
    for block in blocks:
        cells = rows.setdefault(block.cell.row, {})
        text = " ".join(value_of(block.text).split())
        cells[block.cell.column] = f"{cells[block.cell.column]} {text}" if block.cell.column in cells else text
    first, *others = rows.values()
    # A heading over no cell would be lost.
    headed = all(any(cells.get(column) for cells in others) for column in first)
    if not headed or len(first) < 2 or any(re.search(r"\d", text) for text in first.values()):
        return [_row(cells, {}) for cells in rows.values()]
    return [_row(cells, first) for cells in others]


def _row(cells: dict[int, str], heads: dict[int, str]) -> str:
    said = [
        f"{_small(heads.get(column, ''), at)} {text}".strip() for at, (column, text) in enumerate(cells.items()) if text
    ]
    return f"{said[0]}: {', '.join(said[1:])}" if len(said) > 1 else "".join(said)


def _small(head: str, at: int) -> str:
    """A heading inside a sentence: a small letter, but for the first of a row and for abbreviations."""
    return head[:1].lower() + head[1:] if at and head[1:2].islower() else head
