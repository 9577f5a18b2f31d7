"""Columns of answers under heads of their own, in sheets whose rows name their recommendation: "Update", "2029 | 2030".

Told by the sentences in them, where no column is headed as forms head one for words. Several make one answer, each part
behind its head; "Challenges" and "Next steps" stand behind what was done. Keeps out: heads that forms have
(`sheet_columns.py`).
"""

from collections.abc import Collection
from dataclasses import replace

from pipeline.reading.form import labels
from pipeline.reading.form.columns import is_sentence
from pipeline.reading.formats.sheet_columns import Columns, cell_at
from pipeline.reading.formats.sheet_rows import Row, said


def with_texts(columns: Columns, rows: list[Row]) -> tuple[Columns, list[Row], dict[int, str]]:
    """The columns with one for the texts, the rows with these in it, and the heads that no text has before it."""
    if "recommendation" not in columns.single:
        return columns, rows, {}
    besides = {at: name for at, name in columns.unknown.items() if labels.heads_besides(name)}
    own = {} if "text" in columns.single else _own(columns, rows)
    if "text" not in columns.single and not own and len(besides) == 1:
        own, besides = besides, {}  # "Status | Results"
    # "Status | Measures taken | Next steps": what was done has no head before it.
    done = columns.single.get("text", next(iter(own)) if len(own) == 1 else None)
    parts = besides if done is not None else own | besides
    unknown = {at: name for at, name in columns.unknown.items() if at not in own | besides}
    heads = own if done is not None else {}
    if not parts:
        single = columns.single if done is None else {**columns.single, "text": done}
        return replace(columns, single=single, unknown=unknown), rows, heads
    width = max(len(row) for _, row in rows)
    joined = [(place, [*_without(row, {*parts, done}, width), _text(row, done, parts)]) for place, row in rows]
    return replace(columns, single={**columns.single, "text": width}, unknown=unknown), joined, heads


def _own(columns: Columns, rows: list[Row]) -> dict[int, str]:
    """The columns with sentences under heads of their own, but for agencies and what is said besides."""
    names = ((at, name) for at, name in columns.unknown.items() if not labels.heads_besides(name))
    return {
        at: name
        for at, name in names
        if labels.meaning(name) != labels.AGENCY and any(is_sentence(cell_at(row, at)) for _, row in rows)
    }


def _without(row: list[str], own: Collection[int | None], width: int) -> list[str]:
    """A row of so many cells, those empty whose texts are told elsewhere."""
    return ["" if at in own else cell_at(row, at) for at in range(width)]


def _text(row: list[str], done: int | None, parts: dict[int, str]) -> str:
    """What was done, and the parts of the answer behind their heads; one mark where all of them are that."""
    texts = {name: text for at, name in parts.items() if (text := cell_at(row, at))}
    marks = {said(text) for text in texts.values()}
    if done is None and len(marks) == 1 and marks <= {"yes", "no"}:
        return marks.pop()
    first = cell_at(row, done) if done is not None else ""
    return "\n".join(filter(None, (first, *(f"{name}: {text}" for name, text in texts.items()))))
