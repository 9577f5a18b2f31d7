"""Letters on pages become lines, with the cells that ruled lines make.

What repeats at the head or foot of pages is left out. Keeps out: how a page gives its letters (`page.py`), and the
tables that cells make (`tables.py`).
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.reading.blocks import Cell
from pipeline.reading.form import labels
from pipeline.reading.pdf import borderless
from pipeline.reading.pdf.page import Box, Letter, Page

# Shares of the page's height in which headers and footers stand.
_MARGIN = 0.09
# Two edges this near each other are one edge, in points.
NEAR = 3


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


def lines_on(pages: list[Page]) -> list[Line]:
    """The lines of a document page by page, without those that every page has at its head or foot."""
    lines, above = [], None
    for page in pages:
        found, above = _lines(page, above)
        lines += found
    running = _running(lines, len(pages))
    return [line for line in lines if not running(line)]


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
    return (-round(box.top / NEAR), round(box.left / NEAR), -line.box.top, line.box.left)


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
    over = [rule for rule in across if rule.left <= left.right + NEAR and rule.right >= right.left - NEAR]
    top = min((rule.bottom for rule in over if rule.bottom >= y), default=None)
    bottom = max((rule.top for rule in over if rule.top <= y), default=None)
    if top is None and bottom is not None and abs(left.top - right.top) <= 1:
        top = left.top
    elif bottom is None and top is not None and abs(left.bottom - right.bottom) <= 1:
        bottom = left.bottom
    if top is None or bottom is None:
        return None
    return Box(round(left.right), round(bottom), round(right.left), round(top))
