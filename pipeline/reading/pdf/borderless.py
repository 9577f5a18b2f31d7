"""Tables without lines on a page: the edges that their cells would have, found from the white between columns.

Columns are parted by white that goes through all lines of a stretch of the page; rows begin where the first column
begins anew. Keeps out: ruled tables, and what cells make of lines (`lines.py`).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.reading.pdf.openings import BEGINS
from pipeline.reading.pdf.page import Box, Letter
from pipeline.reading.pdf.pieces import Piece, Row, rows_of, white_through

# Between the cells' text and their edges, in points, as word processors have it.
_PADDING = 5.8
# Lines further apart than this many heights are no rows of one table.
_APART = 2.6
# A column of labels or bullets only, so long at most, is that of a list.
_LABEL_LETTERS = 8
_FEWEST_ROWS = 2
# No page that people read has more; looking for white takes longer the more there are.
_MOST_ROWS = 400
_SLACK = 4
# Lines of one text are no further apart than this many times the least that lines of the column are.
_CLOSE = 1.4
# Rows that are set apart have more white between them than their lines have, by so many points.
_WIDER = 2
# A table is known again by so many columns, behind so many rows that stand across it.
_COLUMNS_ALIKE, _MOST_BETWEEN = 2, 3


class Table(NamedTuple):
    """Rows of a page that are a table: which, the left edges of its columns, its right edge, where its rows part.

    `open`: the page ends with it. `sure`: it has rows enough to be one by itself.
    """

    begins: int
    ends: int
    columns: list[float]
    right: float
    levels: list[float]
    open: bool = False
    sure: bool = True

    @property
    def top(self) -> float:
        return self.levels[0]

    @property
    def bottom(self) -> float:
        return self.levels[-1]


class Edges(NamedTuple):
    """The edges across and down that cells without lines would have on a page, and the last table there."""

    across: list[Box]
    down: list[Box]
    last: Table | None


def edges(lines: Iterable[tuple[list[Letter], bool]], above: Table | None) -> Edges:
    """The edges of cells on a page; `lines` are letters, and whether they stand in ruled cells.

    `above` is the last table of the page before.
    """
    found = Edges([], [], None)
    rows = rows_of(lines)
    if len(rows) > _MOST_ROWS:
        return found
    before, cut = None, 0
    goes_over = above is not None and above.open
    if goes_over and rows and (cut := _rest_of_row(rows, above)):
        levels = [rows[0].top + 1, rows[cut - 1].bottom - 1]
        before = Table(0, cut, above.columns, above.right, levels, cut == len(rows))
        _add(found, before)
    for begins, ends in _stretches(rows, cut):
        table = _table(rows, begins, ends, cut if goes_over else None)
        if table is None:
            continue
        at_head = goes_over and table.begins == cut
        table = table._replace(sure=table.sure or at_head)
        if at_head and not before:
            table = _in_columns_of(above, table, rows)
        if before and (before.sure or table.sure) and _goes_on(before, table, rows):
            table = _joined(found, before, _in_columns_of(before, table, rows))
        if table.sure:
            _add(found, table)
        before = table
    return found._replace(last=before if before and before.sure else None)


def _in_columns_of(known: Table, table: Table, rows: list[Row]) -> Table:
    """A table in the columns of the one that it goes on from, which may have more, where they hold all it has."""
    pieces = (piece for row in rows[table.begins : table.ends] for piece in row.pieces)
    return table._replace(columns=known.columns) if all(_fits(piece, known.columns) for piece in pieces) else table


def _joined(found: Edges, before: Table, table: Table) -> Table:
    """A table that goes on from another: a heading across it, such as an issue, may lie between."""
    right = max(table.right, before.right)
    if not before.sure:
        _add(found, before)
    if table.begins == before.ends:
        return table._replace(right=right, levels=[before.bottom, *table.levels[1:]], sure=True)
    _add(found, Table(0, 0, before.columns[:1], right, [before.bottom, table.top]))
    return table._replace(right=right, sure=True)


def _add(found: Edges, table: Table) -> None:
    found.across.extend(Box(table.columns[0], level, table.right, level) for level in table.levels)
    found.down.extend(Box(edge, table.bottom, edge, table.top) for edge in (*table.columns, table.right))


def _rest_of_row(rows: list[Row], above: Table) -> int:
    """How many rows at the head of a page are the rest of the last row of the page before: they fit its columns."""
    if not rows[0].pieces[0].text[:1].islower():
        return 0
    for at, row in enumerate(rows):
        first = _in_column(row, above.columns, 0)
        apart = at and rows[at - 1].bottom - row.top > _APART * (row.top - row.bottom)
        anew = at and first and _anew(_in_column(rows[at - 1], above.columns, 0), first, above.columns)
        if row.ruled or apart or anew or not all(_fits(piece, above.columns) for piece in row.pieces):
            return at
    return len(rows)


def _fits(piece: Piece, columns: list[float]) -> bool:
    """Whether a piece stands in one column."""
    at = max((number for number, left in enumerate(columns) if left <= piece.box.left), default=-1)
    return at >= 0 and (at + 1 == len(columns) or piece.box.right <= columns[at + 1])


def _table(rows: list[Row], begins: int, ends: int, head: int | None) -> Table | None:
    """The table in a stretch of rows; None where lines read from left to right say the same.

    `head` is the row that may be the first of the rest of a table of the page before; None where there is none.
    """
    columns = _columns(rows[begins:ends])
    begins = _with_rows_above(rows, begins, ends, head)
    ends = begins + len(_without_tail(rows[begins:ends], columns))
    own = rows[begins:ends]
    starts = _row_starts(own, columns)
    if len(columns) < 2 or not _needs_cells(own, columns, starts):
        return None
    several = len(starts) >= _FEWEST_ROWS and sum(len(one.pieces) > 1 for one in own) >= _FEWEST_ROWS
    right = max(piece.box.right for row in own for piece in row.pieces) + _PADDING
    inner = ((own[at - 1].bottom + own[at].top) / 2 for at in starts[1:])
    levels = [own[0].top + 1, *inner, own[-1].bottom - 1]
    return Table(begins, ends, columns, right, levels, ends == len(rows), several)


def _with_rows_above(rows: list[Row], begins: int, ends: int, head: int | None) -> int:
    """Where a table begins that has nothing in its other columns at first: with a recommendation, or at the `head`."""
    parted, found = len(white_through(rows[begins:ends])), begins
    for at in reversed(range(head or 0, begins)):
        row = rows[at]
        near = row.bottom - rows[at + 1].top <= _APART * (row.top - row.bottom)
        if row.ruled or not near or len(white_through(rows[at:ends])) < parted:
            break
        if at == head or BEGINS.match(row.pieces[0].text):
            found = at
    return found


def _goes_on(before: Table, table: Table, rows: list[Row]) -> bool:
    """Whether a table goes on behind a row or two that stand across its columns."""
    between = rows[before.ends : table.begins]
    alike = sum(any(abs(left - one) <= _SLACK for one in before.columns) for left in table.columns)
    whole = alike == min(len(before.columns), len(table.columns)) >= _COLUMNS_ALIKE
    heads = all(len(row.pieces) == 1 and not row.ruled for row in between) and len(between) <= _MOST_BETWEEN
    row = before.levels[0] - before.levels[1]
    white = rows[before.ends - 1].bottom - rows[table.begins].top
    return whole and heads and white <= (2 + len(between)) * _APART * row


def _stretches(rows: list[Row], begins: int) -> Iterator[tuple[int, int]]:
    """Where rows begin and end that have white through all of them, from the first with words on both sides of it."""
    for at in range(begins + 1, len(rows) + 1):
        if at < len(rows) and _belongs(rows[begins:at], rows[at]):
            continue
        if len(rows[begins].pieces) > 1 and not rows[begins].ruled:
            yield begins, at
        begins = at


def _belongs(held: list[Row], row: Row) -> bool:
    """Whether a row is another one of a stretch: what stands across the columns is none."""
    far = held[-1].bottom - row.top > _APART * (row.top - row.bottom)
    if far or row.ruled or held[0].ruled or len(held[0].pieces) < 2:
        return False
    left, before = len(white_through([*held, row])), len(white_through(held))
    # The first rows may be headings of fewer columns.
    known = len(row.pieces) == 1 or sum(len(one.pieces) > 1 for one in held) > _FEWEST_ROWS
    return left >= before if known else left > 0


def _columns(rows: list[Row]) -> list[float]:
    """The left edges of the columns."""
    first = min(piece.box.left for row in rows for piece in row.pieces)
    return [first - _PADDING, *(right - _PADDING for _, right in white_through(rows))]


def _in_column(row: Row, columns: list[float], at: int) -> Piece | None:
    """What a row has in a column, as one piece where white inside it is no column's."""
    right = columns[at + 1] if at + 1 < len(columns) else float("inf")
    own = [piece for piece in row.pieces if columns[at] <= piece.box.left < right]
    if not own:
        return None
    box = Box(own[0].box.left, own[0].box.bottom, own[-1].box.right, own[0].box.top)
    return Piece(box, " ".join(piece.text for piece in own), own[0].first_word)


def _row_starts(rows: list[Row], columns: list[float]) -> list[int]:
    """The lines at which rows of the table begin: where the first column names a recommendation, or begins anew."""
    firsts = [_in_column(row, columns, 0) for row in rows]
    named = [at for at, first in enumerate(firsts) if first and BEGINS.match(first.text)]
    starts = [0]
    for at in range(1, len(rows)):
        others = any(
            _in_column(rows[at], columns, column) and not _in_column(rows[at - 1], columns, column)
            for column in range(1, len(columns))
        )
        anew = firsts[at] is not None and _anew(_right_above(firsts, at), firsts[at], columns)
        if at in named or (anew and (others or len(named) <= _FEWEST_ROWS or at < named[0])):
            starts.append(_after_most_white(rows, starts[-1], at) if at in named else at)
    return starts


def _after_most_white(rows: list[Row], before: int, at: int) -> int:
    """Where a row begins whose first column stands in its middle: behind the widest white above its line, if one is."""
    whites = []
    for cut in range(before + 1, at + 1):
        whites.append(min(row.bottom for row in rows[before:cut]) - max(row.top for row in rows[cut : at + 1]))
    widest = max(whites)
    found = before + 1 + whites.index(widest)
    return found if widest > whites[-1] + _WIDER else at


def _right_above(firsts: list[Piece | None], at: int) -> Piece | None:
    """The line of the first column right above another; what stands in other columns may be at heights between."""
    tops = [first.box.top for first in firsts if first]
    usual = min((above - below for above, below in pairwise(tops)), default=0)
    above = next((first for first in reversed(firsts[:at]) if first), None)
    return above if above and above.box.top - firsts[at].box.top <= _CLOSE * usual else None


def _anew(before: Piece | None, piece: Piece, columns: list[float]) -> bool:
    """Whether a line of the first column is no continuation of the one before it, which had room for its first word."""
    if before is None:
        return True
    ended = before.text.rstrip()[-1:]
    if ended == ":" or (ended in (".", "?") and len(before.text) > _LABEL_LETTERS):
        return True
    limit = columns[1] - _PADDING if len(columns) > 1 else float("inf")
    return before.box.right + piece.first_word + _PADDING / 2 <= limit - _SLACK


def _without_tail(rows: list[Row], columns: list[float]) -> list[Row]:
    """Without lines at the end that begin anew in the first column and have nothing beside it: what follows a table."""
    end = len(rows)
    for at in reversed(range(1, len(rows))):
        first = _in_column(rows[at], columns, 0)
        if first is None or len(rows[at].pieces) > 1:
            break
        if _anew(_in_column(rows[at - 1], columns, 0), first, columns):
            if BEGINS.match(first.text):
                break
            end = at
    return rows[:end]


def _needs_cells(rows: list[Row], columns: list[float], begins: list[int]) -> bool:
    """Whether lines read from left to right would mix cells, or lose columns; those of a list would not."""
    firsts = [piece.text for row in rows if (piece := _in_column(row, columns, 0))]
    if len(columns) == 2 and all(len(text) <= _LABEL_LETTERS for text in firsts):
        return False
    several = any(after - before > 1 for before, after in zip(begins, [*begins[1:], len(rows)], strict=True))
    return len(columns) > 2 or several
