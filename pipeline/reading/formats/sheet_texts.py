"""Columns of answers under heads of their own, in sheets whose rows name their recommendation: "Update", "2029 | 2030".

Told by the sentences in them, where no column is headed as forms head one for words. Several make one answer, each part
behind its head. Keeps out: heads that forms have (`sheet_columns.py`).
"""

from dataclasses import replace

from pipeline.reading.form import labels
from pipeline.reading.form.columns import is_sentence
from pipeline.reading.formats.sheet_columns import Columns, cell_at
from pipeline.reading.formats.sheet_rows import Row, said


def with_texts(columns: Columns, rows: list[Row]) -> tuple[Columns, list[Row], dict[int, str]]:
    """The columns with one for the texts, the rows with these in it, and the heads that no text has before it."""
    if "recommendation" not in columns.single or "text" in columns.single:
        return columns, rows, {}
    own = {
        at: name
        for at, name in columns.unknown.items()
        if labels.meaning(name) != labels.AGENCY and any(is_sentence(cell_at(row, at)) for _, row in rows)
    }
    if not own:
        return columns, rows, {}
    unknown = {at: name for at, name in columns.unknown.items() if at not in own}
    if len(own) == 1:
        return replace(columns, single={**columns.single, "text": next(iter(own))}, unknown=unknown), rows, own
    width = max(len(row) for _, row in rows)
    joined = [(place, [*_without(row, own, width), _behind_heads(row, own)]) for place, row in rows]
    return replace(columns, single={**columns.single, "text": width}, unknown=unknown), joined, {}


def _without(row: list[str], own: dict[int, str], width: int) -> list[str]:
    """A row of so many cells, those empty whose texts are told elsewhere."""
    return ["" if at in own else cell_at(row, at) for at in range(width)]


def _behind_heads(row: list[str], own: dict[int, str]) -> str:
    """The parts of an answer, each behind its head; one mark where all of them are that."""
    texts = {name: text for at, name in own.items() if (text := cell_at(row, at))}
    marks = {said(text) for text in texts.values()}
    if len(marks) == 1 and marks <= {"yes", "no"}:
        return marks.pop()
    return "\n".join(f"{name}: {text}" for name, text in texts.items())
