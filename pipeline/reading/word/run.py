"""Runs of a Word document: their text, with marks of whatever encoding as the characters ☒ and ☐, and their formatting.

Keeps out: how runs stand in paragraphs and tables (`body.py`).
"""

import re

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_RUN, _TEXT, _PROPERTIES, _FONTS, _ASCII = (W + name for name in ("r", "t", "rPr", "rFonts", "ascii"))
# Properties of a run that a mark can be made with; a font may be one of symbols.
_FORMATS = frozenset(W + name for name in ("rFonts", "b", "u", "highlight", "color", "shd", "strike", "dstrike"))

# Code points of symbol fonts (the private-use copies and the plain ones) that draw a box or a tick.
_SYMBOLS = {
    "wingdings": {
        0x78: CHECKED, 0xFD: CHECKED, 0xFE: CHECKED, 0xFB: "✗", 0xFC: "✓",
        0x6F: UNCHECKED, 0x71: UNCHECKED, 0x72: UNCHECKED, 0xA8: UNCHECKED,
    },
    "wingdings2": {
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


def _key(font: str) -> str:
    return font.lower().replace(" ", "")


def symbol(font: str, code: int) -> str:
    """The mark that a letter of a symbol font draws; empty where the font is none or the letter no mark."""
    return _SYMBOLS.get(_key(font), {}).get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code, "")


def _run_text(run: etree._Element, font: str) -> str:
    parts = []
    for child in run:
        if child.tag == W + "t":
            text = child.text or ""
            parts.append("".join(symbol(font, ord(c)) or c for c in text) if _key(font) in _SYMBOLS else text)
        elif child.tag in (W + "tab", W + "ptab"):
            parts.append("\t")
        elif child.tag in (W + "br", W + "cr"):
            parts.append("\n")
        elif child.tag == W + "noBreakHyphen":
            parts.append("-")
        elif child.tag == W + "sym":
            code = child.get(W + "char", "0")
            known = re.fullmatch("[0-9A-Fa-f]{1,6}", code)
            parts.append(symbol(child.get(W + "font", ""), int(code, 16)) if known else "")
        elif child.tag == W + "fldChar":
            data = child.find(W + "ffData")
            parts.append(_legacy_state(data) if data is not None else "")
    return "".join(parts)


def run_of(run: etree._Element) -> Run | None:
    """A run's text and formatting; None where it has no text."""
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
    text = (run[1].text or "") if simple and _key(font) not in _SYMBOLS else _run_text(run, font)
    if not text:
        return None
    colour = marked.get(W + "color")
    return Run(
        text,
        bold=_on(marked.get(W + "b")),
        underline=_on(marked.get(W + "u")),
        highlight=_on(marked.get(W + "highlight")) or is_shaded(marked.get(W + "shd")),
        colour="" if colour is None else re.sub("^(?:auto|000000)$", "", colour.get(W + "val", "")),
        struck=_on(marked.get(W + "strike")) or _on(marked.get(W + "dstrike")),
    )


def is_placeholder(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt."""
    return control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def is_shaded(shade: etree._Element | None) -> bool:
    """Whether a background has a colour of its own."""
    return shade is not None and shade.get(W + "fill", "auto").lower() not in ("auto", "ffffff")
