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


def _on(properties: etree._Element | None, name: str) -> bool:
    found = properties.find(W + name) if properties is not None else None
    return found is not None and found.get(W + "val", "true") not in ("0", "false", "off", "none")


def checkbox_state(control: etree._Element) -> bool | None:
    """State of a content control that is a check box; None where it is none."""
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    return checked is not None and checked.get(W14 + "val", "1") in ("1", "true", "on")


def _legacy_state(field_data: etree._Element) -> str:
    box = field_data.find(W + "checkBox")
    if box is None:
        return ""
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    if state is None:
        return UNCHECKED
    # In these fields an element without a value means checked.
    return UNCHECKED if state.get(W + "val", "1") in ("0", "false", "off") else CHECKED


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


def _runs(node: etree._Element) -> list[Run]:
    found = []
    for child in node:
        if child.tag == W + "r":
            properties = child.find(W + "rPr")
            fonts = properties.find(W + "rFonts") if properties is not None else None
            text = _run_text(child, fonts.get(W + "ascii", "") if fonts is not None else "")
            if text:
                colour = properties.find(W + "color") if properties is not None else None
                shade = properties.find(W + "shd") if properties is not None else None
                found.append(
                    Run(
                        text,
                        bold=_on(properties, "b"),
                        underline=_on(properties, "u"),
                        highlight=_on(properties, "highlight")
                        or (shade is not None and shade.get(W + "fill", "auto").lower() not in ("auto", "ffffff")),
                        colour="" if colour is None else re.sub("^(?:auto|000000)$", "", colour.get(W + "val", "")),
                        struck=_on(properties, "strike") or _on(properties, "dstrike"),
                    )
                )
        elif child.tag == W + "sdt":
            state = checkbox_state(child)
            if state is not None:
                found.append(Run(CHECKED if state else UNCHECKED, control=True))
            elif not is_placeholder(child):
                content = child.find(W + "sdtContent")
                found += _runs(content) if content is not None else []
        elif child.tag in _WRAPPERS:
            found += _runs(child)
    return found


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


class _Walk:
    """Collects paragraphs in reading order; tables are numbered as they open, nested ones included."""

    def __init__(self):
        self.blocks: list[Block] = []
        self.tables = 0
        self.paragraphs = 0

    def visit(self, node: etree._Element, cell: tuple[int, int, int] | None) -> None:
        for child in node:
            if child.tag == W + "p":
                self._paragraph(child, cell)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag == W + "sdt":
                state = checkbox_state(child)
                content = child.find(W + "sdtContent")
                if state is not None:
                    self._add((Run(CHECKED if state else UNCHECKED, control=True),), cell, False)
                elif content is not None and not is_placeholder(child):
                    self.visit(content, cell)
            elif child.tag in (W + "customXml", W + "ins", W + "moveTo"):
                self.visit(child, cell)

    def _add(self, runs: tuple[Run, ...], cell, bullet: bool) -> None:
        self.paragraphs += 1
        self.blocks.append(Block(runs, self.paragraphs, cell, bullet))

    def _paragraph(self, paragraph: etree._Element, cell) -> None:
        listed = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        # Number 0 takes a paragraph out of the list its style puts it into.
        bullet = listed is not None and listed.get(W + "val") != "0"
        self._add(tuple(_runs(paragraph)), cell, bullet)
        for box in paragraph.iter(W + "txbxContent"):
            # Word writes a text box twice, once for old programs; the fallback copy is left out.
            if not any(parent.tag == MC + "Fallback" for parent in box.iterancestors()):
                self.visit(box, cell)

    def _table(self, table: etree._Element) -> None:
        self.tables += 1
        number = self.tables
        for row, line in enumerate(_unwrapped(table, W + "tr"), start=1):
            for column, cell in enumerate(_unwrapped(line, W + "tc"), start=1):
                self.visit(cell, (number, row, column))


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
    walk = _Walk()
    walk.visit(node, None)
    return walk.blocks


def blocks(document: etree._Element) -> list[Block]:
    """All paragraphs of a document's body, in reading order."""
    body = document.find(W + "body")
    return blocks_in(body) if body is not None else []


def has_tracked_changes(document: etree._Element) -> bool:
    """Whether insertions or deletions of text are still tracked."""
    return any(True for _ in document.iter(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
