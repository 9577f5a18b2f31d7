"""The cells of a document make tables, and its lines stand in reading order, cells and rows together.

A table goes on over the page's end; a heading that it repeats on each page is left out. Keeps out: how letters make
lines and cells (`lines.py`), which rows the end of a page cuts (`cut_rows.py`), and paragraphs (`blocks.py`).
"""

from dataclasses import dataclass
from itertools import groupby

from pipeline.reading.blocks import Cell
from pipeline.reading.pdf.cut_rows import Row, is_rest
from pipeline.reading.pdf.lines import NEAR, Line, lines_on
from pipeline.reading.pdf.page import Box, Page


def lines_of(pages: list[Page]) -> list[Line]:
    """The lines of a document in reading order, cells and rows together."""
    lines = _placed(lines_on(pages))
    rows: dict[object, list[Line]] = {}
    for line in (*lines, *_empty_cells(lines)):
        rows.setdefault(line.place.in_row if line.place else id(line), []).append(line)
    # A row cut in two by the end of a page is read cell by cell, not page by page.
    return [line for row in rows.values() for line in sorted(row, key=_column)]


def _column(line: Line) -> int:
    return line.place.column if line.place else 0


@dataclass(eq=False)
class _Table:
    """Cells that touch, on one page or on several."""

    number: int
    lefts: list[int]
    rows: int = 0
    heading: str = ""


def _placed(lines: list[Line]) -> list[Line]:
    """The lines with their places; a heading row that a table repeats on a further page is left out."""
    placed: list[Line] = []
    table = _Table(0, [])
    for _, on_page in groupby(lines, key=lambda line: line.page.number):
        page_lines = list(on_page)
        headings: list[Line] = []
        for turn, members in enumerate(_tables(page_lines)):
            lefts = sorted({line.cell.left for line in members})
            at_head = turn == 0 and bool(page_lines[0].cell) and bool(placed) and placed[-1].place is not None
            # A heading row alone may have nothing in the first column.
            goes_on = at_head and (_among(lefts, table.lefts) or (table.rows == 1 and _among(table.lefts, lefts)))
            goes_on = goes_on and (table.rows == 1 or _fits(_rows(members)[0], _own(placed, table.number), table.lefts))
            table = table if goes_on else _Table(table.number + 1, [])
            table.lefts = sorted([*table.lefts, *(left for left in lefts if not _among([left], table.lefts))])
            for line in placed if goes_on else ():
                if line.place and line.place.table == table.number:
                    line.place = line.place._replace(column=_nearest(table.lefts, line.cell.left) + 1)
            for row in _rows(members):
                text = " ".join(line.text.strip() for line in row)
                if goes_on and text == table.heading:
                    headings += row
                    continue
                columns = [_nearest(table.lefts, line.cell.left) for line in row]
                rest = goes_on and is_rest(_by_column(_own(placed, table.number)), _cells(row, columns))
                goes_on = False
                table.rows += not rest
                table.heading = table.heading or text
                for line, column in zip(row, columns, strict=True):
                    line.place = Cell(table.number, table.rows, column + 1)
        placed += [line for line in page_lines if line not in headings]
    return placed


def _own(placed: list[Line], table: int) -> list[Line]:
    """The lines of a table so far."""
    return [line for line in placed if line.place and line.place.table == table]


def _fits(row: list[Line], own: list[Line], lefts: list[int]) -> bool:
    """Whether each cell of a row reaches over the columns that some cell of a table does, which begin at `lefts`."""
    known = {_columns_under(line.cell, lefts) for line in own}
    return all(_columns_under(line.cell, lefts) in known for line in row)


def _columns_under(cell: Box, lefts: list[int]) -> tuple[int, ...]:
    """The columns that a cell reaches over."""
    return tuple(left for left in lefts if cell.left - NEAR <= left < cell.right - NEAR)


def _by_column(own: list[Line]) -> list[Row]:
    """The rows of a table, from the lines in it."""
    rows = groupby(sorted(own, key=lambda line: line.place.row), key=lambda line: line.place.row)
    return [_cells(row := list(lines), [line.place.column - 1 for line in row]) for _, lines in rows]


def _empty_cells(lines: list[Line]) -> list[Line]:
    """A line without letters for each cell that nothing stands in and no other cell of its row reaches over."""
    inside = [line for line in lines if line.place]
    columns: dict[int, dict[int, Box]] = {}
    for line in inside:
        known = columns.setdefault(line.place.table, {}).setdefault(line.place.column, line.cell)
        if line.cell.width < known.width:
            columns[line.place.table][line.place.column] = line.cell
    empty = []
    for _, own in groupby(sorted(inside, key=lambda line: line.place.in_row), key=lambda line: line.place.in_row):
        row = list(own)
        for column, usual in columns[row[0].place.table].items():
            over = any(_columns_under(line.cell, [usual.left]) for line in row)
            if not over and column not in {line.place.column for line in row}:
                cell = Box(usual.left, row[0].cell.bottom, usual.right, row[0].cell.top)
                empty.append(Line(row[0].page, [], cell, row[0].place._replace(column=column)))
    return empty


def _cells(row: list[Line], columns: list[int]) -> Row:
    """The lines of a row by column."""
    cells: Row = {}
    for line, column in zip(row, columns, strict=True):
        cells.setdefault(column, []).append(line)
    return cells


def _tables(lines: list[Line]) -> list[list[Line]]:
    """The lines of each table of a page."""
    tables: list[list[Line]] = []
    for line in lines:
        if line.cell is None:
            continue
        if tables and line.cell.top >= min(other.cell.bottom for other in tables[-1]) - NEAR:
            tables[-1].append(line)
        else:
            tables.append([line])
    return tables


def _rows(lines: list[Line]) -> list[list[Line]]:
    """The lines of each row of a table: cells whose upper edges are level."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.cell.top):
        if rows and abs(rows[-1][0].cell.top - line.cell.top) <= NEAR:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _among(lefts: list[int], known: list[int]) -> bool:
    """Whether columns begin where others do."""
    return all(any(abs(left - one) <= NEAR for one in known) for left in lefts)


def _nearest(edges: list[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
