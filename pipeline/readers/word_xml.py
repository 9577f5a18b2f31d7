"""The XML of a Word document as a flat list of paragraphs with their place, runs and marks.

Tracked insertions count and deletions do not; a mark of whatever encoding becomes one of the characters ☒ and ☐.
Keeps out: which paragraph is a label or an answer (`form.py`), and tags (`word_tagged.py`).
"""

import re

from lxml import etree

from pipeline.readers.blocks import CHECKED, UNCHECKED, Block, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_PARAGRAPH, _TEXT_BOX, _VALUE = W + "p", W + "txbxContent", W + "val"
_PARAGRAPH_PROPERTIES, _NUMBERING, _STYLE = W + "pPr", W + "numPr", W + "pStyle"
_CELL_PROPERTIES, _SPAN, _SHADE = W + "tcPr", W + "gridSpan", W + "shd"
_RUN, _TEXT, _PROPERTIES, _FONTS, _ASCII = (W + name for name in ("r", "t", "rPr", "rFonts", "ascii"))
# Properties of a run that a mark can be made with; a font may be one of symbols.
_FORMATS = frozenset(W + name for name in ("rFonts", "b", "u", "highlight", "color", "shd", "strike", "dstrike"))

# Elements around runs that change nothing about their text.
_WRAPPERS = tuple(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "bdo", "dir", "customXml")
)

# Code points of symbol fonts (the private-use copies and the plain ones) that draw a box or a tick.
_SYMBOLS = {
    "wingdings": {
        0x78: CHECKED, 0xFD: CHECKED, 0xFE: CHECKED, 0xFB: "✗", 0xFC: "✓",
        0x6F: UNCHECKED, 0x71: UNCHECKED, 0x72: UNCHECKED, 0xA8: UNCHECKED,
    },
    "wingdings 2": {
        0x51: CHECKED, 0x52: CHECKED, 0x53: CHECKED, 0x54: CHECKED, 0x50: "✓", 0x4F: "✗",
        0x2A: UNCHECKED, 0xA3: UNCHECKED,
    },
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: UNCHECKED},
}  # fmt: skip


def _on(found: etree._Element | None) -> bool:
    return found is not None and found.get(W + "val", "true") not in ("0", "false", "off", "none")


def checkbox_state(control: etree._Element) -> bool | None:
    """State of a content control that is a check box; None where it is none."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    return checked is not None and checked.get(W14 + "val", "1") in ("1", "true", "on")


def _legacy_state(field_data: etree._Element) -> str:
    box, choices = field_data.find(W + "checkBox"), field_data.find(W + "ddList")
    if choices is not None:
        return _chosen(choices)
    if box is None:
        return ""
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    if state is None:
        return UNCHECKED
    # In these fields an element without a value means checked.
    return UNCHECKED if state.get(W + "val", "1") in ("0", "false", "off") else CHECKED


def _chosen(choices: etree._Element) -> str:
    """The entry that a drop-down field shows."""
    entries = [entry.get(W + "val", "") for entry in choices.iter(W + "listEntry")]
    at = choices.find(W + "result")
    at = choices.find(W + "default") if at is None else at
    number = at.get(W + "val", "0") if at is not None else "0"
    return entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""


def _symbol(font: str, code: int) -> str:
    table = _SYMBOLS.get(font.lower(), {})
    return table.get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code, "")


def _run_text(run: etree._Element, font: str) -> str:
    parts = []
    for child in run:
        if child.tag == W + "t":
            text = child.text or ""
            parts.append("".join(_symbol(font, ord(c)) or c for c in text) if font.lower() in _SYMBOLS else text)
        elif child.tag in (W + "tab", W + "ptab"):
            parts.append("\t")
        elif child.tag in (W + "br", W + "cr"):
            parts.append("\n")
        elif child.tag == W + "noBreakHyphen":
            parts.append("-")
        elif child.tag == W + "sym":
            code = child.get(W + "char", "0")
            known = re.fullmatch("[0-9A-Fa-f]{1,6}", code)
            parts.append(_symbol(child.get(W + "font", ""), int(code, 16)) if known else "")
        elif child.tag == W + "fldChar":
            data = child.find(W + "ffData")
            parts.append(_legacy_state(data) if data is not None else "")
    return "".join(parts)


def _run(run: etree._Element) -> Run | None:
    # Loops over children instead of searches by path: most of the time of reading a form is spent here.
    count = len(run)
    if count == 1 and run[0].tag == _TEXT:
        return Run(run[0].text) if run[0].text else None
    properties = run[0] if count and run[0].tag == _PROPERTIES else run.find(_PROPERTIES)
    marked = {child.tag: child for child in properties} if properties is not None else {}
    simple = count == 2 and properties is not None and run[1].tag == _TEXT
    if not marked.keys() & _FORMATS:
        text = (run[1].text or "") if simple else _run_text(run, "")
        return Run(text) if text else None
    fonts = marked.get(_FONTS)
    font = fonts.get(_ASCII, "") if fonts is not None else ""
    text = (run[1].text or "") if simple and font.lower() not in _SYMBOLS else _run_text(run, font)
    if not text:
        return None
    colour = marked.get(W + "color")
    return Run(
        text,
        bold=_on(marked.get(W + "b")),
        underline=_on(marked.get(W + "u")),
        highlight=_on(marked.get(W + "highlight")) or _is_shaded(marked.get(W + "shd")),
        colour="" if colour is None else re.sub("^(?:auto|000000)$", "", colour.get(W + "val", "")),
        struck=_on(marked.get(W + "strike")) or _on(marked.get(W + "dstrike")),
    )


def _runs(node: etree._Element) -> list[Run]:
    found = []
    for child in node:
        tag = child.tag
        if tag == _RUN:
            run = _run(child)
            if run:
                found.append(run)
        elif tag == W + "sdt":
            state = checkbox_state(child)
            if state is not None:
                found.append(Run(CHECKED if state else UNCHECKED, control=True))
            elif not is_placeholder(child):
                content = child.find(W + "sdtContent")
                found += _runs(content) if content is not None else []
        elif tag in _WRAPPERS:
            found += _runs(child)
    return found


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


class _Walk:
    """Collects paragraphs in reading order; tables are numbered as they open, nested ones included."""

    def __init__(self, has_boxes: bool):
        self.blocks: list[Block] = []
        self.tables = 0
        self.paragraphs = 0
        self.has_boxes = has_boxes

    def visit(self, node: etree._Element, cell: tuple[int, int, int] | None) -> None:
        for child in node:
            tag = child.tag
            if tag == _PARAGRAPH:
                self.paragraphs += 1
                self.blocks.append(Block(tuple(_runs(child)), self.paragraphs, cell, _is_bullet(child)))
                if self.has_boxes:
                    self._boxes(child, cell)
            elif tag == W + "tbl":
                self._table(child)
            elif tag == W + "sdt":
                state = checkbox_state(child)
                content = child.find(W + "sdtContent")
                if state is not None:
                    self._add((Run(CHECKED if state else UNCHECKED, control=True),), cell, False)
                elif content is not None and not is_placeholder(child):
                    self.visit(content, cell)
            elif tag in (W + "customXml", W + "ins", W + "moveTo"):
                self.visit(child, cell)

    def _add(self, runs: tuple[Run, ...], cell, bullet: bool) -> None:
        self.paragraphs += 1
        self.blocks.append(Block(runs, self.paragraphs, cell, bullet))

    def _boxes(self, paragraph: etree._Element, cell) -> None:
        for box in paragraph.iter(_TEXT_BOX):
            # Word writes a text box twice, once for old programs; the fallback copy is left out.
            if not any(parent.tag == MC + "Fallback" for parent in box.iterancestors()):
                self.visit(box, cell)

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        number = self.tables
        for row, line in enumerate(_unwrapped(table, W + "tr"), start=1):
            column = 1
            for cell in _unwrapped(line, W + "tc"):
                first = len(self.blocks)
                self.visit(cell, (number, row, column))
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
            shaded = _is_shaded(child)
    return span, shaded


def _is_shaded(shade: etree._Element | None) -> bool:
    return shade is not None and shade.get(W + "fill", "auto").lower() not in ("auto", "ffffff")


def _highlighted(block: Block) -> Block:
    """The paragraph of a cell that has a colour of its own, as people colour the box they mean."""
    return block._replace(runs=tuple(run._replace(highlight=True) for run in block.runs))


def _is_bullet(paragraph: etree._Element) -> bool:
    """Whether a paragraph is an item of a list, by its own numbering or by the name of its style."""
    if not len(paragraph) or not len(paragraph[0]) or paragraph[0].tag != _PARAGRAPH_PROPERTIES:
        return False
    styled = False
    for child in paragraph[0]:
        tag = child.tag
        if tag == _NUMBERING:
            number = child.find(W + "numId")
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
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is not None:
                yield from _unwrapped(content, tag)
        elif child.tag in (W + "customXml", W + "ins"):
            yield from _unwrapped(child, tag)


def blocks_in(node: etree._Element) -> list[Block]:
    """All paragraphs inside one element, in reading order."""
    walk = _Walk(next(node.iter(_TEXT_BOX), None) is not None)
    walk.visit(node, None)
    return walk.blocks


def blocks(document: etree._Element) -> list[Block]:
    """All paragraphs of a document's body, in reading order."""
    body = document.find(W + "body")
    return blocks_in(body) if body is not None else []


def has_tracked_changes(document: etree._Element) -> bool:
    """Whether insertions or deletions of text are still tracked."""
    return any(True for _ in document.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
