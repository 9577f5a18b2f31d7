"""The XML of a Word document as a flat list of paragraphs with their place, runs and marks.

Tracked insertions count and deletions do not; a mark of whatever encoding becomes one of the characters ☒ and ☐.
Keeps out: which paragraph is a label or an answer (`form/form.py`), and tags (`formats/word_tagged.py`).
"""

import itertools

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Block, Cell, Run
from pipeline.reading.word.flat import flat_blocks, is_flat
from pipeline.reading.word.pictures import has_pictures, pictures_in
from pipeline.reading.word.run import MC, A, M, W, checkbox_state, is_placeholder, is_shaded, run_of

_PARAGRAPH, _RUN, _TEXT_BOX, _VALUE = (W + name for name in ("p", "r", "txbxContent", "val"))
_TABLE, _ROW, _CELL, _CONTROL, _CONTENT = (W + name for name in ("tbl", "tr", "tc", "sdt", "sdtContent"))
_PARAGRAPH_PROPERTIES, _NUMBERING, _NUMBER, _STYLE = (W + name for name in ("pPr", "numPr", "numId", "pStyle"))
_CELL_PROPERTIES, _SPAN, _SHADE, _MERGE = W + "tcPr", W + "gridSpan", W + "shd", W + "vMerge"
_DRAWN, _ROW_PARTS = A + "p", frozenset((_TABLE, _ROW, _CELL, _PARAGRAPH))
_DELETED_END, _MOVED_END = (f"{W}pPr/{W}rPr/{W}{name}" for name in ("del", "moveFrom"))
_ALTERNATIVE, _MATHS = MC + "AlternateContent", frozenset((M + "oMath", M + "oMathPara"))
# What holds no text of the document as it stands: properties, and what was deleted or moved away. Whatever else there
# is, known or not, is looked into.
_NO_TEXT = frozenset(
    W + name for name in ("pPr", "tblPr", "trPr", "tcPr", "tblGrid", "sectPr", "sdtPr", "sdtEndPr", "del", "moveFrom")
)


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
        elif tag == _ALTERNATIVE:
            runs += next(filter(None, map(_runs, child)), [])
        elif tag in _MATHS:
            runs.append(Run("".join(child.itertext(M + "t", W + "t"))))
        elif tag not in _NO_TEXT and len(child):
            runs += _runs(child)
    return runs


def text_of_paragraph(paragraph: etree._Element) -> str:
    """The text of one paragraph, as its runs give it."""
    return "".join(run.text for run in _runs(paragraph))


class _Walk:
    """Collects paragraphs in reading order; tables are numbered as they open, nested ones included."""

    def __init__(self, has_boxes: bool, has_pictures: bool):
        self.blocks: list[Block] = []
        self.tables = 0
        self.paragraphs = 0
        self.open_tables: list[int] = []
        self.has_boxes, self.has_pictures = has_boxes, has_pictures

    def visit(self, node: etree._Element, cell: Cell | None) -> None:
        joined: list[Run] = []
        for child in node:
            tag = child.tag
            if tag == _PARAGRAPH:
                joined += _runs(child)
                if not _runs_on(child):
                    self._add(tuple(joined), cell, _is_bullet(child), pictures_in(child) if self.has_pictures else 0)
                    joined = []
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
            elif tag == _ALTERNATIVE:
                self._alternative(child, cell)
            elif tag in _MATHS or tag == _RUN:
                self._add(tuple(_runs([child])), cell, False)
            elif tag not in _NO_TEXT and len(child):
                self.visit(child, cell)
        if joined:
            self._add(tuple(joined), cell, False)

    def _add(self, runs: tuple[Run, ...], cell: Cell | None, bullet: bool, pictures: int = 0) -> None:
        self.paragraphs += 1
        around = self.open_tables[0] if len(self.open_tables) > 1 else 0
        self.blocks.append(Block(runs, self.paragraphs, cell, bullet, around=around, pictures=pictures))

    def _alternative(self, choices: etree._Element, cell: Cell | None) -> None:
        """The first of several ways to say the same that has any text."""
        before = len(self.blocks)
        for branch in choices:
            self.visit(branch, cell)
            if any(block.text for block in self.blocks[before:]):
                return

    def _boxes(self, paragraph: etree._Element, cell: Cell | None) -> None:
        for box in paragraph.iter(_TEXT_BOX, _DRAWN):
            # Word writes a text box twice, once for old programs; the fallback copy is left out. Boxes in boxes are
            # visited with the paragraph they stand in.
            around = list(itertools.takewhile(lambda parent: parent is not paragraph, box.iterancestors()))
            if any(parent.tag == MC + "Fallback" and _has_choice(parent) for parent in around):
                continue
            if any(parent.tag == _TEXT_BOX for parent in around):
                continue
            if box.tag == _DRAWN:
                self._add((Run("".join(box.itertext(A + "t"))),), cell, False)
            else:
                self.visit(box, cell)

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        number = self.tables
        self.open_tables.append(number)
        merged: dict[int, range] = {}  # the paragraphs of cells that may go on in the next row, by column
        for row, line in enumerate(_unwrapped(table, _ROW), start=1):
            column = 1
            for cell in _unwrapped(line, _CELL):
                first = len(self.blocks)
                self.visit(cell, Cell(number, row, column))
                span, shaded, merge = _of_cell(cell)
                if shaded:
                    self.blocks[first:] = map(_highlighted, self.blocks[first:])
                if merge == "restart":
                    merged[column] = range(first, len(self.blocks))
                for at in merged.get(column, ()) if merge == "continue" else ():
                    self.blocks[at] = self.blocks[at]._replace(rows=self.blocks[at].rows + 1)
                column += span
        self.open_tables.pop()


def _of_cell(cell: etree._Element) -> tuple[int, bool, str]:
    """How many columns a cell takes, whether it has a colour of its own, and whether it begins or continues a merge."""
    span, shaded, merge = 1, False, ""
    properties = cell[0] if len(cell) else None
    if properties is None or properties.tag != _CELL_PROPERTIES:
        return span, shaded, merge
    for child in properties:
        if child.tag == _SPAN:
            value = child.get(W + "val", "1")
            span = max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 4 else 1
        elif child.tag == _SHADE:
            shaded = is_shaded(child)
        elif child.tag == _MERGE:
            merge = child.get(W + "val", "continue")
    return span, shaded, merge


def _highlighted(block: Block) -> Block:
    """The paragraph of a cell that has a colour of its own, as people colour the box they mean."""
    return block._replace(runs=tuple(run._replace(highlight=True) for run in block.runs))


def _has_choice(fallback: etree._Element) -> bool:
    """Whether what a fallback stands for is drawn in the new way as well."""
    return any(
        next(branch.iter(_TEXT_BOX, _DRAWN), None) is not None for branch in fallback.itersiblings(preceding=True)
    )


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on where it stops."""
    return paragraph.find(_DELETED_END) is not None or paragraph.find(_MOVED_END) is not None


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
    """Children with this tag, those inside content controls and tracked or unknown wrappers included."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag == _CONTROL:
            content = child.find(_CONTENT)
            if content is not None:
                yield from _unwrapped(content, tag)
        elif child.tag not in _NO_TEXT and child.tag not in _ROW_PARTS and len(child):
            yield from _unwrapped(child, tag)


def blocks_in(node: etree._Element) -> list[Block]:
    """All paragraphs inside one element, in reading order."""
    walk = _Walk(next(node.iter(_TEXT_BOX, _DRAWN), None) is not None, has_pictures(node))
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
