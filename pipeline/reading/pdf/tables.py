"""The cells of a document make tables, and its lines stand in reading order, cells and rows together.

A table goes on over the page's end; a heading that it repeats on each page is left out. Keeps out: how letters make
lines and cells (`lines.py`), which rows the end of a page cuts (`cut_rows.py`), and paragraphs (`blocks.py`).
"""

from dataclasses import dataclass, field
from itertools import chain, groupby

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
    """Cells that touch, on one page or on several: where its columns begin, and the lines of each of its rows."""

    number: int
    lefts: list[int]
    rows: list[list[Line]] = field(default_factory=list)
    heading: str = ""


def _placed(lines: list[Line]) -> list[Line]:
    """The lines with their places; a heading row that a table repeats on a further page is left out."""
    placed: list[Line] = []
    table = _Table(0, [])
    for _, on_page in groupby(lines, key=lambda line: line.page.number):
        page_lines = list(on_page)
        headings: list[Line] = []
        for turn, members in enumerate(_tables(page_lines)):
            at_head = turn == 0 and bool(page_lines[0].cell) and bool(placed) and placed[-1].place is not None
            goes_on = at_head and _is_in_columns(members, table)
            table = table if goes_on else _Table(table.number + 1, [])
            further = {line.cell.left for line in members if not _among([line.cell.left], table.lefts)}
            table.lefts = sorted([*table.lefts, *further])
            for line in chain.from_iterable(table.rows if further else ()):
                line.place = line.place._replace(column=_nearest(table.lefts, line.cell.left) + 1)
            for row in _rows(members):
                text = " ".join(line.text.strip() for line in row)
                if goes_on and text == table.heading:
                    headings += row
                    continue
                columns = [_nearest(table.lefts, line.cell.left) for line in row]
                if goes_on and is_rest(list(map(_by_column, table.rows)), _cells(row, columns)):
                    table.rows[-1] += row
                else:
                    table.rows.append(row)
                goes_on = False
                table.heading = table.heading or text
                for line, column in zip(row, columns, strict=True):
                    line.place = Cell(table.number, len(table.rows), column + 1)
        placed += [line for line in page_lines if line not in headings]
    return placed


def _is_in_columns(members: list[Line], table: _Table) -> bool:
    """Whether cells at the head of a page have the columns of a table, and their first row cells like its own."""
    lefts = [line.cell.left for line in members]
    if len(table.rows) == 1:  # a heading row alone may have nothing in the first column
        return _among(lefts, table.lefts) or _among(table.lefts, lefts)
    known = {_columns_under(line.cell, table.lefts) for row in table.rows for line in row}
    alike = all(_columns_under(line.cell, table.lefts) in known for line in _rows(members)[0])
    return _among(lefts, table.lefts) and alike


def _columns_under(cell: Box, lefts: list[int]) -> tuple[int, ...]:
    """The columns that a cell reaches over."""
    return tuple(left for left in lefts if cell.left - NEAR <= left < cell.right - NEAR)


def _by_column(row: list[Line]) -> Row:
    """The lines of a row that have their places, by column."""
    return _cells(row, [line.place.column - 1 for line in row])


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
