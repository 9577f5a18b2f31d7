"""A web page as paragraphs with their cells and formatting, as a form in it is read from.

What was filled in and saved with the page counts: boxes, fields, choices. Nothing that it links to is fetched. Keeps
out: formatting (`style.py`), and files and messages (`formats/web_page.py`, `formats/mail.py`).
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Block, Cell, Run
from pipeline.reading.pictures import may_hold_words
from pipeline.reading.web.style import is_hidden, styled

_UNSEEN = frozenset(("script", "style", "head", "title", "template", "noscript", "object", "datalist", "button"))
_OWN_LINE = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr"),
        *("html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "textarea", "tfoot", "thead", "tr", "ul"),
    )
)
_CELLS, _AS_WRITTEN = frozenset(("td", "th")), frozenset(("pre", "textarea"))
_NOT_SHOWN = frozenset(("hidden", "submit", "button", "reset", "image", "file", "password"))
# Signs that word processors leave where a field was.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SIDES = ("width", "height")
# Rows and columns that a cell may take, and points of a dot on the screen.
_MOST, _POINTS = 1000, 0.75


class _State(NamedTuple):
    """What holds inside an element: the cell it lies in, the formatting of its text, whether blanks stay."""

    cell: Cell | None = None
    style: Run = Run("")
    as_written: bool = False


@dataclass
class _Table:
    """A table that is open. `frame`: it has one cell, and only frames what is in it.

    `over` are the columns that cells of rows above reach into, with how many rows these still take, `covered` those of
    the present row.
    """

    number: int
    frame: bool
    row: int = 0
    column: int = 0
    over: dict[int, int] = field(default_factory=dict)
    covered: frozenset[int] = frozenset()


class _Page:
    """Collects paragraphs in reading order; tables are numbered as they open."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[_Table] = []
        self._states = [_State()]
        self._cells: list[int] = []
        self._tables = self._pictures = 0
        self._bullet = False

    def begin(self, node: etree._Element) -> bool:
        """Begin an element; whether what is in it is to be read."""
        around, tag = self._states[-1], node.tag
        if tag in _UNSEEN or is_hidden(node):
            self._states.append(around)
            return False
        if tag in _OWN_LINE or tag in _CELLS:
            self._end_paragraph()
        cell = around.cell
        if tag == "table":
            self._begin_table(node)
        elif tag == "tr" and self._open:
            _begin_row(self._open[-1])
        elif tag in _CELLS and self._open and not self._open[-1].frame:
            cell = _next_cell(self._open[-1], node)
            self._cells.append(len(self.blocks))
        elif tag == "li":
            self._bullet = True
        self._states.append(_State(cell, styled(around.style, node), around.as_written or tag in _AS_WRITTEN))
        if tag in ("input", "select", "br", "img"):
            return self._put_in(node)
        self._add(node.text)
        return True

    def end(self, node: etree._Element) -> None:
        """End an element; the text behind it belongs to what is around it."""
        if node.tag in _OWN_LINE or node.tag in _CELLS:
            self._end_paragraph()
        inside = self._states.pop()
        if node.tag in _CELLS and inside.cell is not None and inside.cell != self._states[-1].cell:
            if self._cells.pop() == len(self.blocks):
                self._append((), inside.cell)
        elif node.tag == "table" and self._open:
            self._open.pop()
        self._add(node.tail)

    def _put_in(self, node: etree._Element) -> bool:
        """What an element without text of its own shows."""
        style = self._states[-1].style
        match node.tag:
            case "br":
                self._runs.append(style._replace(text="\n"))
            case "img":
                sides = (float(side) * _POINTS if (side := node.get(name, "")).isdecimal() else 0 for name in _SIDES)
                self._pictures += may_hold_words(*sides)
            case "select":
                self._set_apart()
                choices = list(node.iter("option"))
                chosen = [one for one in choices if "selected" in one.attrib] or choices[:1]
                self._runs.append(style._replace(text=", ".join("".join(one.itertext()).strip() for one in chosen)))
            case _:
                kind = node.get("type", "text").lower()
                if kind in ("checkbox", "radio"):
                    self._runs.append(Run(CHECKED if "checked" in node.attrib else UNCHECKED, control=True))
                elif kind not in _NOT_SHOWN:
                    self._set_apart()
                    self._runs.append(style._replace(text=node.get("value", "")))
        return False

    def _set_apart(self) -> None:
        """Tell a field from its label, which stands before it on the same line."""
        if self._runs and self._runs[-1].text.strip():
            self._runs.append(Run("\t"))

    def _add(self, text: str | None) -> None:
        state = self._states[-1]
        if not text:
            return
        text = _CONTROLS.sub("", text)
        shown = text if state.as_written else _BLANKS.sub(" ", text)
        if not state.as_written and (not self._runs or self._runs[-1].text.endswith((" ", "\n"))):
            shown = shown.lstrip(" ")
        if shown:
            self._runs.append(state.style._replace(text=shown))

    def _end_paragraph(self) -> None:
        runs = self._runs
        while runs and not runs[-1].text.strip(" \n"):
            runs.pop()
        if runs:
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" \n"))
        if any(run.text.strip() for run in runs) or self._pictures:
            self._append(tuple(runs), self._states[-1].cell)
        self._runs = []

    def _append(self, runs: tuple[Run, ...], cell: Cell | None) -> None:
        tables = [table.number for table in self._open if not table.frame]
        around = tables[0] if len(tables) > 1 else 0
        number = len(self.blocks) + 1
        self.blocks.append(Block(runs, number, cell, self._bullet, around=around, pictures=self._pictures))
        self._bullet, self._pictures = False, 0

    def _begin_table(self, node: etree._Element) -> None:
        own = [cell for cell in node.iter(*_CELLS) if next(cell.iterancestors("table")) is node]
        frame = len(own) < 2
        self._tables += not frame
        self._open.append(_Table(self._tables, frame))


def _begin_row(table: _Table) -> None:
    table.row, table.column = table.row + 1, 0
    table.covered = frozenset(table.over)
    table.over = {column: rows - 1 for column, rows in table.over.items() if rows > 1}


def _next_cell(table: _Table, node: etree._Element) -> Cell:
    table.column += 1
    while table.column in table.covered:
        table.column += 1
    cell = Cell(table.number, max(table.row, 1), table.column)
    across, down = (_span(node.get(name, "")) for name in ("colspan", "rowspan"))
    if down > 1:
        table.over |= dict.fromkeys(range(cell.column, cell.column + across), down - 1)
    table.column += across - 1
    return cell


def _span(value: str) -> int:
    return min(max(int(value), 1), _MOST) if value.isascii() and value.isdigit() else 1


def blocks_of_page(markup: bytes, encoding: str | None = None) -> list[Block]:
    """The paragraphs of a web page; `encoding` where it is known from elsewhere than the page itself."""
    parser = etree.HTMLParser(encoding=encoding, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(markup, parser) if markup.strip() else None
    if root is None:
        return []
    page, walk = _Page(), etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            page.end(node)
        elif not page.begin(node):
            walk.skip_subtree()
    return page.blocks


def text_of_page(markup: str) -> str:
    """The text of a web page, a line for each paragraph and each cell."""
    # Bytes, since a page that names its own encoding is refused as a string.
    blocks = blocks_of_page(markup.encode("utf-8", "replace"), "utf-8")
    return "\n".join(line for block in blocks for line in map(str.strip, block.text.split("\n")) if line)
