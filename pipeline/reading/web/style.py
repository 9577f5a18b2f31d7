"""The formatting that elements of a web page give their text, as far as people mark words with it.

Style sheets of their own are not looked up. Keeps out: text, paragraphs and tables (`page.py`).
"""

import re

from lxml import etree

from pipeline.reading.blocks import Run

_BY_TAG = {
    **{tag: {"bold": True} for tag in ("b", "strong")},
    **{tag: {"underline": True} for tag in ("u", "ins")},
    **{tag: {"struck": True} for tag in ("s", "strike", "del")},
    "mark": {"highlight": True},
}
_BOLD, _LIGHT = re.compile(r"bold|[6-9]00"), re.compile(r"normal|lighter|[1-5]00")
_WHITE = frozenset(("", "white", "#fff", "#ffffff", "transparent", "none", "inherit", "initial", "window"))
_BLACK = frozenset(("", "black", "#000", "#000000", "windowtext", "inherit", "initial", "auto", "currentcolor"))
_HIDDEN = re.compile(r"display:none|visibility:hidden|mso-hide:all")


def is_hidden(node: etree._Element) -> bool:
    """Whether nobody sees an element."""
    return "hidden" in node.attrib or bool(_HIDDEN.search(_declared(node)))


def styled(around: Run, node: etree._Element) -> Run:
    """The formatting inside an element, given that around it."""
    made = around._replace(**_BY_TAG.get(node.tag, {}))
    if colour := node.get("color"):
        made = made._replace(colour=_colour(colour, _BLACK))
    if area := node.get("bgcolor"):
        made = made._replace(highlight=bool(_colour(area, _WHITE)))
    for declaration in filter(None, _declared(node).split(";")):
        made = _declare(made, *declaration.partition(":")[::2])
    return made


def _declared(node: etree._Element) -> str:
    return re.sub(r"\s+(?=[:;])|(?<=[:;])\s+|^\s+", "", node.get("style", "").lower())


def _declare(made: Run, name: str, value: str) -> Run:
    match name:
        case "font-weight" if _BOLD.match(value):
            return made._replace(bold=True)
        case "font-weight" if _LIGHT.match(value):
            return made._replace(bold=False)
        case "text-decoration" | "text-decoration-line":
            return made._replace(underline="underline" in value, struck="line-through" in value)
        case "background" | "background-color":
            return made._replace(highlight=bool(_colour(value, _WHITE)))
        case "color":
            return made._replace(colour=_colour(value, _BLACK))
    return made


def _colour(value: str, usual: frozenset[str]) -> str:
    """A colour as it is written, empty where it is the usual one."""
    first = value.strip().lower().partition(" ")[0] if not value.strip().startswith("rgb") else value.strip().lower()
    return "" if first in usual or first.startswith("url") else first
