"""Letters on pages become lines in reading order, with the cells that ruled lines make and the tables these make.

A table goes on over the page's end; what repeats at the head or foot of pages, or as a table's heading on each of
them, is left out. Keeps out: how a page gives its letters (`page.py`) and paragraphs (`blocks.py`).
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from pipeline.reading.blocks import Cell
from pipeline.reading.form import labels
from pipeline.reading.pdf import borderless
from pipeline.reading.pdf.cut_rows import Row, is_rest
from pipeline.reading.pdf.page import Box, Letter, Page

# Shares of the page's height in which headers and footers stand.
_MARGIN = 0.09
# Two edges this near each other are one edge, in points.
_NEAR = 3


@dataclass(eq=False)
class Line:
    """Letters on one base line of one cell; `place` is the table, row and column of the cell, which may be empty."""

    page: Page
    letters: list[Letter]
    cell: Box | None
    place: Cell | None = None

    @cached_property
    def box(self) -> Box:
        """What its letters fill, once all of them are in it; the cell where there are none."""
        boxes = [letter.box for letter in self.letters] or [self.cell]
        left, bottom = min(box.left for box in boxes), min(box.bottom for box in boxes)
        return Box(left, bottom, max(box.right for box in boxes), max(box.top for box in boxes))

    @property
    def text(self) -> str:
        """The letters as they are, without the gaps between words that no letter fills."""
        return "".join(letter.text for letter in self.letters)


def lines_of(pages: list[Page]) -> list[Line]:
    """The lines of a document in reading order, cells and rows together."""
    lines, above = [], None
    for page in pages:
        found, above = _lines(page, above)
        lines += found
    running = _running(lines, len(pages))
    lines = _placed([line for line in lines if not running(line)])
    lines += _empty_cells(lines)
    rows: dict[object, list[Line]] = {}
    for line in lines:
        rows.setdefault(line.place.in_row if line.place else id(line), []).append(line)
    # A row cut in two by the end of a page is read cell by cell, not page by page.
    return [line for row in rows.values() for line in sorted(row, key=_column)]


def _column(line: Line) -> int:
    return line.place.column if line.place else 0


def _lines(page: Page, above: borderless.Table | None) -> tuple[list[Line], borderless.Table | None]:
    """The lines of a page, and the last of its tables without lines; `above` is that of the page before."""
    lines = _lines_between(page)
    found = borderless.edges(((line.letters, line.cell is not None) for line in lines), above)
    if not found.down:
        return lines, found.last
    return _lines_between(page, found), found.last


def _lines_between(page: Page, more: borderless.Edges | None = None) -> list[Line]:
    """The lines between the edges of cells that are drawn on a page, and `more`."""
    down, across = (page.down, page.across) if more is None else (page.down + more.down, page.across + more.across)
    lines: list[Line] = []
    for letter in page.letters:
        cell = _cell(down, across, letter.box)
        _, y = letter.box.middle
        for line in reversed(lines[-60:]):
            box = line.letters[-1].box
            if line.cell == cell and box.bottom <= y <= box.top and not (letter.field and "\n" in letter.text):
                line.letters.append(letter)
                break
        else:
            if letter.text.strip():
                lines.append(Line(page, [letter], cell))
    for line in lines:
        line.letters.sort(key=lambda letter: letter.box.left)
    return sorted(lines, key=_order)


def _order(line: Line) -> tuple:
    """Rows of cells and lines between them from the top; in a row cell by cell from the left."""
    box = line.cell or line.box
    return (-round(box.top / _NEAR), round(box.left / _NEAR), -line.box.top, line.box.left)


def _running(lines: list[Line], pages: int) -> Callable[[Line], bool]:
    """Tells the lines that stand at the head or foot of pages only because every page has them."""

    def place(line: Line) -> tuple[str, int]:
        return re.sub(r"\d+", "#", line.text.strip()), round(line.box.bottom / 4)

    def outside(line: Line) -> bool:
        middle = line.box.middle[1] / line.page.height
        return line.cell is None and not _MARGIN < middle < 1 - _MARGIN

    seen = Counter(place(line) for line in lines if outside(line))

    def is_running(line: Line) -> bool:
        if not outside(line):
            return False
        text = line.text.strip()
        return labels.is_page_mark(text) or text.isdigit() or (pages > 1 and seen[place(line)] >= max(2, 0.6 * pages))

    return is_running


# Cells and tables


def _cell(down: list[Box], across: list[Box], box: Box) -> Box | None:
    """The cell that lines down and across make around a letter; None where a side is missing.

    Where a page ends in a row, no line is drawn there: the lines at the sides end together.
    """
    x, y = box.middle
    beside = [rule for rule in down if rule.bottom - 1 <= y <= rule.top + 1]
    left = max((rule for rule in beside if rule.right <= x), key=lambda rule: rule.right, default=None)
    right = min((rule for rule in beside if rule.left >= x), key=lambda rule: rule.left, default=None)
    if left is None or right is None:
        return None
    # What underlines or strikes out words does not reach from side to side.
    over = [rule for rule in across if rule.left <= left.right + _NEAR and rule.right >= right.left - _NEAR]
    top = min((rule.bottom for rule in over if rule.bottom >= y), default=None)
    bottom = max((rule.top for rule in over if rule.top <= y), default=None)
    if top is None and bottom is not None and abs(left.top - right.top) <= 1:
        top = left.top
    elif bottom is None and top is not None and abs(left.bottom - right.bottom) <= 1:
        bottom = left.bottom
    if top is None or bottom is None:
        return None
    return Box(round(left.right), round(bottom), round(right.left), round(top))


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
    return tuple(left for left in lefts if cell.left - _NEAR <= left < cell.right - _NEAR)


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
        if tables and line.cell.top >= min(other.cell.bottom for other in tables[-1]) - _NEAR:
            tables[-1].append(line)
        else:
            tables.append([line])
    return tables


def _rows(lines: list[Line]) -> list[list[Line]]:
    """The lines of each row of a table: cells whose upper edges are level."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.cell.top):
        if rows and abs(rows[-1][0].cell.top - line.cell.top) <= _NEAR:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _among(lefts: list[int], known: list[int]) -> bool:
    """Whether columns begin where others do."""
    return all(any(abs(left - one) <= _NEAR for one in known) for left in lefts)


def _nearest(edges: list[int], edge: int) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
