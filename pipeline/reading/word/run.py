"""Runs of a Word document: their text, with marks of whatever encoding as the characters ☒ and ☐, and their formatting.

Keeps out: how runs stand in paragraphs and tables (`body.py`).
"""

import re

from lxml import etree

from pipeline.reading.blocks import CHECKED, UNCHECKED, Run
from pipeline.reading.prompts import is_prompt
from pipeline.reading.word.symbols import in_font, is_symbol_font, symbol, without_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_RUN, _TEXT, _PROPERTIES, _FONTS, _ASCII = (W + name for name in ("r", "t", "rPr", "rFonts", "ascii"))
# Properties of a run that a mark can be made with; a font may be one of symbols.
_HIDDEN = W + "vanish"
_FORMATS = frozenset(
    W + name for name in ("rFonts", "b", "u", "highlight", "color", "shd", "strike", "dstrike", "vanish")
)


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


def _symbol_of(node: etree._Element) -> str:
    code = node.get(W + "char", "0")
    known = re.fullmatch("[0-9A-Fa-f]{1,6}", code)
    # What no table knows stays as the letter it is, so that it is seen.
    return (symbol(node.get(W + "font", ""), int(code, 16)) or _letter(int(code, 16))) if known else ""


def _letter(code: int) -> str:
    return chr(code) if code <= 0x10FFFF and chr(code).isprintable() else ""


def _read_aloud(ruby: etree._Element, font: str) -> str:
    """The words of a ruby with their reading aid in brackets."""
    base, aid = (
        "".join(_run_text(run, font) for run in ruby.iterfind(f"{W}{part}//{W}r")) for part in ("rubyBase", "rt")
    )
    return f"{base} ({aid})" if aid else base


def _run_text(run: etree._Element, font: str) -> str:
    parts = []
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            text = child.text or ""
            parts.append(in_font(text, font) if is_symbol_font(font) else without_font(text))
        elif tag in (W + "tab", W + "ptab"):
            parts.append("\t")
        elif tag in (W + "br", W + "cr"):
            parts.append("\n")
        elif tag == W + "noBreakHyphen":
            parts.append("-")
        elif tag == W + "sym":
            parts.append(_symbol_of(child))
        elif tag == W + "fldChar":
            data = child.find(W + "ffData")
            parts.append(_legacy_state(data) if data is not None else "")
        elif tag == W + "ruby":
            parts.append(_read_aloud(child, font))
        elif tag == MC + "AlternateContent":
            # The same thing twice, for new programs and for old ones: the first that has text.
            parts.append(next(filter(None, (_run_text(branch, font) for branch in child)), ""))
    return "".join(parts)


def run_of(run: etree._Element) -> Run | None:
    """A run's text and formatting; None where it has no text, or is hidden."""
    # Loops over children instead of searches by path: most of the time of reading a form is spent here.
    count = len(run)
    if count == 1 and run[0].tag == _TEXT:
        text = run[0].text
        if not text:
            return None
        return Run(text if text.isascii() else without_font(text))
    properties = run[0] if count and run[0].tag == _PROPERTIES else run.find(_PROPERTIES)
    marked = {child.tag: child for child in properties} if properties is not None else {}
    simple = count == 2 and properties is not None and run[1].tag == _TEXT
    if not marked.keys() & _FORMATS:
        text = without_font(run[1].text or "") if simple else _run_text(run, "")
        return Run(text) if text else None
    fonts = marked.get(_FONTS)
    font = fonts.get(_ASCII, "") if fonts is not None else ""
    text = without_font(run[1].text or "") if simple and not is_symbol_font(font) else _run_text(run, font)
    if not text or _on(marked.get(_HIDDEN)):
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
    """Whether a content control still shows its prompt.

    Some programs leave the flag behind in a control that has been filled: a prompt is known by its words, or by the
    character style that Word gives it.
    """
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        return False
    shown = [(run, text) for run in control.iterfind(f"{W}sdtContent//{W}r") if (text := run_of(run))]
    styled = all(run.find(f"{W}rPr/{W}rStyle") is not None for run, _ in shown)
    return styled or is_prompt("".join(text.text for _, text in shown))


def is_shaded(shade: etree._Element | None) -> bool:
    """Whether a background has a colour of its own."""
    return shade is not None and shade.get(W + "fill", "auto").lower() not in ("auto", "ffffff")
