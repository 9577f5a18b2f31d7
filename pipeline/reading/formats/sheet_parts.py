"""The cells of a sheet as the tables that a form in it is made of, as a Word file would have them.

What stands before the recommendations is apart from them, and so is what blank rows part; blank columns are none, and
labels above their values stand beside them. Keeps out: what a form says (`form/`).
"""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import labels
from pipeline.reading.form.anchors import anchors_of, may_be_recommendation
from pipeline.reading.formats.sheet_headings import asks_for_field
from pipeline.reading.formats.sheet_named import label_in
from pipeline.reading.reply import Question

# Kinds of headings above answers.
_ANSWERS = frozenset(("action", "yes", "no", "comment"))
# Labels from which a row is one of labels.
_FEWEST_LABELS = 2


class SheetCell(NamedTuple):
    """A cell in which something stands: its row and column in the sheet (from 1), and its text."""

    row: int
    column: int
    text: str


# Cells beside each other, and rows of these.
_Row = list[SheetCell]
Part = list[_Row]


def parts_of(sheets: list[list[list[str]]], question: Question) -> list[list[Part]]:
    """The tables of each sheet, in their order; rows and columns are those in which something stands."""
    cells = [
        [
            [SheetCell(row, column, text) for column, text in enumerate(texts, start=1) if text.strip()]
            for row, texts in enumerate(rows, start=1)
        ]
        for rows in sheets
    ]
    firsts = [_first_about_recommendations(rows, question) for rows in cells]
    # Where no sheet shows them, all may be about them.
    elsewhere = any(first is not None for first in firsts)
    return [
        _parts(rows, first if first is not None else len(rows) if elsewhere else 0)
        for rows, first in zip(cells, firsts, strict=True)
    ]


def _parts(rows: list[_Row], begins: int) -> list[Part]:
    before = [list(_labels_beside(stretch)) for stretch in _stretches(rows[:begins])]
    answers = list(filter(None, rows[begins:]))
    if not begins:
        answers = list(_labels_beside(answers))
    return [*before, answers] if answers else before


def _stretches(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Rows that no blank one parts."""
    return (list(stretch) for filled, stretch in itertools.groupby(rows, key=bool) if filled)


def _first_about_recommendations(rows: list[_Row], question: Question) -> int | None:
    """The first row (from 0) of what asks about recommendations: their titles and headings, else the first of them.

    None where a sheet has neither.
    """
    first = next((at for at, row in enumerate(rows) if _asks(row, question)), None)
    if first is None:
        return next((at for at, row in enumerate(rows) if _heads(row)), None)
    # A title above it, headings above that, and a title above these that stands apart.
    first -= _alone(rows, first - 1)
    if not first or not _heads(rows[first - 1]):
        return first
    return first - 2 if _alone(rows, first - 2) and not any(rows[max(first - 3, 0) : first - 2]) else first - 1


def _asks(row: _Row, question: Question) -> bool:
    """Whether a row holds a recommendation: its words, or a label with other words behind it."""
    find = anchors_of(question).find
    labelled = (label for cell in row if may_be_recommendation(cell.text) and (label := label_in(cell.text)))
    return any(find(cell.text) for cell in row) or any(may_be_recommendation(label.rest) for label in labelled)


def _alone(rows: list[_Row], at: int) -> bool:
    return at >= 0 and len(rows[at]) == 1


def _heads(row: _Row) -> bool:
    """Whether a row heads columns: one that says which recommendation beside those of answers, or yes and no."""
    kinds = {labels.heading(cell.text) for cell in row}
    return bool(kinds & labels.WHICH and kinds & _ANSWERS) or {"yes", "no"} <= kinds


def _labels_beside(rows: list[_Row]) -> Iterator[_Row]:
    """The rows, with a row for each label where a row of labels stands above one of values."""
    following = iter([*rows[1:], []])
    for row in (rest := iter(rows)):
        below = {cell.column: cell for cell in next(following)}
        if _only_labels(row) and below and below.keys() <= {cell.column for cell in row}:
            yield from ([cell, *([below[cell.column]] if cell.column in below else [])] for cell in row)
            next(rest), next(following)
        else:
            yield row


def _only_labels(row: _Row) -> bool:
    fields = (asks_for_field(cell.text) or labels.meaning(cell.text) == labels.AGENCY for cell in row)
    return len(row) >= _FEWEST_LABELS and all(fields)


def blocks_of(parts: list[Part]) -> dict[Block, SheetCell]:
    """The blocks of a form in the cells of these tables, in their order, each with its cell in the sheet.

    A table has its place among them (from 1) for a number, and so has a row in its table. Columns are those in which
    something stands in any row, with blank cells where a row holds nothing; where labels were put beside
    their values, the one label and the one value.
    """
    blocks: dict[Block, SheetCell] = {}
    for table, rows in enumerate(parts, start=1):
        columns = sorted({cell.column for row in rows for cell in row})
        headed = any(map(_heads, rows))
        for at, row in enumerate(rows, start=1):
            # A blank cell stands behind a label beside others; a line that stands alone has nothing beside it.
            behind = headed or (len(row) > 1 and asks_for_field(row[-1].text))
            for place, cell in enumerate(_with_blanks(row, columns, behind), start=1):
                blocks[Block((Run(cell.text),), len(blocks) + 1, Cell(table, at, place))] = cell
    return blocks


def _with_blanks(row: _Row, columns: list[int], behind: bool) -> _Row:
    """The cells of a row with the blank ones between them, and one behind them."""
    if len({cell.row for cell in row}) > 1:
        return row
    filled = {cell.column: cell for cell in row}
    end = columns.index(row[-1].column) + 1 + behind
    return [filled.get(column, SheetCell(row[0].row, column, "")) for column in columns[:end]]
