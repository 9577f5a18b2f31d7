"""Shapes as SVG text. Looks are attributes of the shapes, not styles: a page may show them under a strict policy.

Keeps out: what is drawn.
"""

from collections.abc import Iterable
from html import escape

# Dark enough on white, and told apart without seeing colours: lightness differs, and shapes carry signs as well.
INK, SOFT, LINE = "#1b1f24", "#57606a", "#d0d7de"


def text(
    x: float, y: float, words: str, *, size: int = 12, anchor: str = "start", fill: str = INK, bold: bool = False
) -> str:
    """Words on a base line."""
    weight = ' font-weight="bold"' if bold else ""
    look = f'font-size="{size}" text-anchor="{anchor}" fill="{fill}"{weight}'
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, fill: str, *, stroke: str = "none", title: str = "") -> str:
    """A filled box; the title is shown where the pointer rests."""
    inside = f"<title>{escape(title)}</title>" if title else ""
    look = f'width="{width:g}" height="{height:g}" fill="{fill}" stroke="{stroke}"'
    return f'<rect x="{x:g}" y="{y:g}" {look}>{inside}</rect>'


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str = LINE, *, width: float = 1, dashed: bool = False
) -> str:
    """A straight line."""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{stroke}" stroke-width="{width:g}"{dashes}/>'


def circle(x: float, y: float, radius: float, fill: str, title: str = "") -> str:
    """A dot."""
    inside = f"<title>{escape(title)}</title>" if title else ""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}">{inside}</circle>'


def symbol(name: str, *shapes: str) -> str:
    """Shapes that are drawn wherever `use` names them."""
    return f'<symbol id="{name}" overflow="visible">{"".join(shapes)}</symbol>'


def use(name: str, x: float, y: float, title: str = "") -> str:
    """A symbol at a place."""
    inside = f"<title>{escape(title)}</title>" if title else ""
    return f'<use href="#{name}" x="{x:g}" y="{y:g}">{inside}</use>'


def picture(width: float, height: float, title: str, shapes: Iterable[str]) -> str:
    """A whole picture with its title, which is also read out."""
    safe = escape(title, quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" font-family="sans-serif" role="img" aria-label="{safe}">\n'
        + "\n".join((rect(0, 0, width, height, "#ffffff"), text(12, 24, title, size=15, bold=True), *shapes))
        + "\n</svg>\n"
    )
