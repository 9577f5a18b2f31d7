"""The XML of a Word document as a flat list of paragraphs with their place, runs and marks.

Tracked insertions count and deletions do not; a mark of whatever encoding becomes one of the characters ☒ and ☐.
Keeps out: which paragraph is a label or an answer (`form/form.py`), and tags (`formats/word_tagged.py`).
"""

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Block, Cell, Run
from pipeline.reading.word.flat import flat_blocks, is_flat
from pipeline.reading.word.run import MC, W, checkbox_state, is_placeholder, is_shaded, run_of

_PARAGRAPH, _RUN, _TEXT_BOX, _VALUE = (W + name for name in ("p", "r", "txbxContent", "val"))
_TABLE, _ROW, _CELL, _CONTROL, _CONTENT = (W + name for name in ("tbl", "tr", "tc", "sdt", "sdtContent"))
_PARAGRAPH_PROPERTIES, _NUMBERING, _NUMBER, _STYLE = (W + name for name in ("pPr", "numPr", "numId", "pStyle"))
_CELL_PROPERTIES, _SPAN, _SHADE = W + "tcPr", W + "gridSpan", W + "shd"
# Elements around runs that change nothing about their text.
_WRAPPERS = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml")
)
# Elements around paragraphs, and around rows and cells.
_AROUND_PARAGRAPHS = frozenset(W + name for name in ("customXml", "ins", "moveTo"))
_AROUND_ROWS = frozenset(W + name for name in ("customXml", "ins"))


def _runs(node: etree._Element) -> list[Run]:
    runs = []
    for child in node:
        tag = child.tag
        if tag == _RUN:
            if run := run_of(child):
                runs.append(run)
        elif tag == _CONTROL:
            state = checkbox_state(child)
            if state is not None:
                runs.append(Run(CHECKED if state else UNCHECKED, control=True))
            elif not is_placeholder(child):
                content = child.find(_CONTENT)
                runs += _runs(content) if content is not None else []
        elif tag in _WRAPPERS:
            runs += _runs(child)
    return runs


class _Walk:
    """Collects paragraphs in reading order; tables are numbered as they open, nested ones included."""

    def __init__(self, has_boxes: bool):
        self.blocks: list[Block] = []
        self.tables = 0
        self.paragraphs = 0
        self.has_boxes = has_boxes

    def visit(self, node: etree._Element, cell: Cell | None) -> None:
        for child in node:
            tag = child.tag
            if tag == _PARAGRAPH:
                self._add(tuple(_runs(child)), cell, _is_bullet(child))
                if self.has_boxes:
                    self._boxes(child, cell)
            elif tag == _TABLE:
                self._table(child)
            elif tag == _CONTROL:
                state = checkbox_state(child)
                content = child.find(_CONTENT)
                if state is not None:
                    self._add((Run(CHECKED if state else UNCHECKED, control=True),), cell, False)
                elif content is not None and not is_placeholder(child):
                    self.visit(content, cell)
            elif tag in _AROUND_PARAGRAPHS:
                self.visit(child, cell)

    def _add(self, runs: tuple[Run, ...], cell: Cell | None, bullet: bool) -> None:
        self.paragraphs += 1
        self.blocks.append(Block(runs, self.paragraphs, cell, bullet))

    def _boxes(self, paragraph: etree._Element, cell: Cell | None) -> None:
        for box in paragraph.iter(_TEXT_BOX):
            # Word writes a text box twice, once for old programs; the fallback copy is left out.
            if not any(parent.tag == MC + "Fallback" for parent in box.iterancestors()):
                self.visit(box, cell)

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        number = self.tables
        for row, line in enumerate(_unwrapped(table, _ROW), start=1):
            column = 1
            for cell in _unwrapped(line, _CELL):
                first = len(self.blocks)
                self.visit(cell, Cell(number, row, column))
                span, shaded = _of_cell(cell)
                column += span
                if shaded:
                    self.blocks[first:] = map(_highlighted, self.blocks[first:])


def _of_cell(cell: etree._Element) -> tuple[int, bool]:
    """How many columns a cell takes, and whether it has a colour of its own."""
    span, shaded = 1, False
    properties = cell[0] if len(cell) else None
    if properties is None or properties.tag != _CELL_PROPERTIES:
        return span, shaded
    for child in properties:
        if child.tag == _SPAN:
            value = child.get(W + "val", "1")
            span = max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 4 else 1
        elif child.tag == _SHADE:
            shaded = is_shaded(child)
    return span, shaded


def _highlighted(block: Block) -> Block:
    """The paragraph of a cell that has a colour of its own, as people colour the box they mean."""
    return block._replace(runs=tuple(run._replace(highlight=True) for run in block.runs))


def _is_bullet(paragraph: etree._Element) -> bool:
    """Whether a paragraph is an item of a list, by its own numbering or by the name of its style."""
    properties = next(iter(paragraph), None)
    if properties is None or properties.tag != _PARAGRAPH_PROPERTIES:
        return False
    styled = False
    for child in properties:
        tag = child.tag
        if tag == _NUMBERING:
            number = child.find(_NUMBER)
            # Number 0 takes a paragraph out of the list its style puts it into.
            return number is not None and number.get(_VALUE) != "0"
        if tag == _STYLE:
            styled = child.get(_VALUE, "").startswith(("ListBullet", "ListNumber"))
    return styled


def _unwrapped(node: etree._Element, tag: str):
    """Children with this tag, those inside content controls and tracked wrappers included."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag == _CONTROL:
            content = child.find(_CONTENT)
            if content is not None:
                yield from _unwrapped(content, tag)
        elif child.tag in _AROUND_ROWS:
            yield from _unwrapped(child, tag)


def blocks_in(node: etree._Element) -> list[Block]:
    """All paragraphs inside one element, in reading order."""
    walk = _Walk(next(node.iter(_TEXT_BOX), None) is not None)
    walk.visit(node, None)
    return walk.blocks


def blocks(document: etree._Element) -> list[Block]:
    """All paragraphs of a document's body, in reading order."""
    body = document.find(W + "body")
    if body is None:
        return []
    return flat_blocks(body) if is_flat(body) else blocks_in(body)


def has_tracked_changes(document: etree._Element) -> bool:
    """Whether insertions or deletions of text are still tracked."""
    return any(True for _ in document.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
