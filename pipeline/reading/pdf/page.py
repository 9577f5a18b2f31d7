"""What a page of a PDF shows: letters with place and formatting, ruled lines, coloured areas, pictures.

Keeps out: what lies upon it (`annotations.py`), how letters become paragraphs and cells (`blocks.py`), and files
(`formats/pdf.py`).
"""

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.blocks import CHECKED, UNCHECKED
from pipeline.reading.reply import Unreadable
from pipeline.reading.word.symbols import symbol, without_font

# No page of a reply holds more; a crowded one has 6,000.
MAX_LETTERS = 100_000
# Ruled lines are drawn as lines or as rectangles this thin, in points.
THIN = 2.0
_BOLD_WEIGHT = 600
_SLANT = 0.05
# What a letter takes below and above its base line, as shares of its size.
_DESCENT, _ASCENT = 0.2, 0.8
# What is drawn around a word is no higher than this, in points.
_CIRCLED = 40
# Boxes to tick that are drawn, not written: sides in points.
_SMALL, _LARGE = 5, 18
_SIDES = 4
# Share of a box's side that its frame and its ground have at least; what is smaller fills it.
_LAYER = 0.8


class Box(NamedTuple):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def turned(self) -> "Box":
        """The same box with its axes exchanged."""
        return Box(self.bottom, self.left, self.top, self.right)

    def holds(self, x: float, y: float, slack: float = 0) -> bool:
        """Whether a point lies inside."""
        return self.left - slack <= x <= self.right + slack and self.bottom - slack <= y <= self.top + slack


class Letter(NamedTuple):
    """A letter, or the text of a field, with its formatting."""

    text: str
    box: Box
    size: float
    bold: bool = False
    colour: str = ""
    field: bool = False
    drawn: bool = False


@dataclass
class Page:
    """One page as it is shown: letters in the order of the file, lines, areas and pictures.

    `rotation` is how many degrees the file's page is turned to be read, clockwise, and `corner` where the file has its
    lower left corner, in points. `notes` are texts that no page shows
    until a reader opens them, `attached` is how many files hang on the page.
    """

    number: int
    width: float
    height: float
    rotation: int = 0
    corner: tuple[float, float] = (0, 0)
    letters: list[Letter] = field(default_factory=list)
    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    areas: list[Box] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    attached: int = 0

    def seen(self, box: Box) -> Box:
        """A box of the file as the page shows it; a landscape page is often a turned one."""
        x, y = self.corner
        box = Box(box.left - x, box.bottom - y, box.right - x, box.top - y)
        match self.rotation:
            case 90:
                return Box(box.bottom, self.height - box.right, box.top, self.height - box.left)
            case 180:
                return Box(
                    self.width - box.right, self.height - box.top, self.width - box.left, self.height - box.bottom
                )
            case 270:
                return Box(self.width - box.top, box.left, self.width - box.bottom, box.right)
        return box

    @cached_property
    def has_spaces(self) -> bool:
        """Whether spaces are written as letters, which some programs leave to the gaps between words."""
        return any(letter.text == " " for letter in self.letters)


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Everything that a page shows and a form is read by.

    Raises:
        Unreadable: more letters than a page can hold.
    """
    text = page.get_textpage()
    try:
        content = _turned(page, number, text.raw)
        _letters(text.raw, content)
    finally:
        text.close()
    _paths(page, content)
    content.across = _joined(content.across)
    content.down = [rule.turned for rule in _joined([rule.turned for rule in content.down])]
    return content


def _turned(page: pdfium.PdfPage, number: int, text: object) -> Page:
    """An empty page, turned so that most of its letters stand upright, whatever way the file has it shown."""
    width, height = page.get_size()
    shown = page.get_rotation()
    count = min(raw.FPDFText_CountChars(text), MAX_LETTERS)
    # PDFium counts angles clockwise.
    angles = (raw.FPDFText_GetCharAngle(text, index) for index in range(count))
    turns = Counter(-round(math.degrees(angle) / 90) * 90 % 360 for angle in angles if angle >= 0)
    upright = max(turns, key=turns.__getitem__, default=shown)
    if (upright - shown) % 180:
        width, height = height, width
    return Page(number, width, height, upright, page.get_cropbox()[:2])


def _letters(text: object, content: Page) -> None:
    x, base = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    rectangle, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    count = raw.FPDFText_CountChars(text)
    if count > MAX_LETTERS:
        raise Unreadable("file_too_large", f"{count} letters on page {content.number}", f"at most {MAX_LETTERS}")
    for index in range(count):
        # PDFium marks a hyphen at the end of a line in a way of its own.
        hyphen = raw.FPDFText_IsHyphen(text, index) == 1
        code = ord("-") if hyphen else raw.FPDFText_GetUnicode(text, index)
        if code in (0, 10, 13, 0xFFFE, 0xFFFF) or (raw.FPDFText_IsGenerated(text, index) == 1 and not hyphen):
            continue
        # A watermark runs across the page; nothing that a form says does.
        if abs(math.sin(raw.FPDFText_GetCharAngle(text, index) + math.radians(content.rotation))) > _SLANT:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, rectangle)
        raw.FPDFText_GetCharOrigin(text, index, x, base)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * (math.hypot(matrix.c, matrix.d) or 1)
        length = raw.FPDFText_GetFontInfo(text, index, name, 128, flags)
        font = name.value.decode("latin-1") if 0 < length <= 128 else ""
        seen = content.seen(Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top))
        foot = content.seen(Box(x.value, base.value, x.value, base.value)).bottom
        raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
        colour = "".join(f"{part.value:02X}" for part in (red, green, blue))
        content.letters.append(
            Letter(
                _sign(font.split("+")[-1].split("-")[0], code),
                # One height for all letters of a size, whatever each of them fills of it.
                Box(seen.left, foot - _DESCENT * size, seen.right, foot + _ASCENT * size),
                size,
                "bold" in font.lower() or raw.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT,
                "" if colour == "000000" else colour,
            )
        )


def _sign(font: str, code: int) -> str:
    """A letter, or the mark that it draws in a symbol font."""
    # Printing may replace the font; letters of the private area are then most often those of Wingdings.
    return symbol(font, code) or without_font(chr(code))


def _paths(page: pdfium.PdfPage, content: Page) -> None:
    pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    content.pictures = [content.seen(Box(*item.get_bounds())) for item in pictures]
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    drawn: list[tuple[Box, bool]] = []
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=3):
        box = content.seen(Box(*item.get_bounds()))
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(item, mode, stroke)
        raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
        coloured = mode.value and (red.value, green.value, blue.value) not in ((255, 255, 255), (0, 0, 0))
        small = _SMALL <= box.width <= _LARGE and _SMALL <= box.height <= _LARGE
        if box.height <= THIN < box.width:
            content.across.append(box)
        elif box.width <= THIN < box.height:
            content.down.append(box)
        # A short word that is highlighted takes no more room than a box to tick.
        elif small and not (coloured and any(box.holds(*letter.box.middle) for letter in content.letters)):
            drawn.append((box, raw.FPDFPath_CountSegments(item) >= _SIDES))
        elif box.width > THIN:
            if stroke.value and not mode.value and box.height < _CIRCLED and _is_curved(item):
                content.areas.append(box)
            elif stroke.value:
                content.across += [box._replace(top=box.bottom), box._replace(bottom=box.top)]
                content.down += [box._replace(right=box.left), box._replace(left=box.right)]
            if coloured:
                content.areas.append(box)
    _boxes(drawn, content)


def _is_curved(path: object) -> bool:
    """Whether a path is drawn by hand or round, as people circle a word; ruled lines and cells are not."""
    kinds = map(
        raw.FPDFPathSegment_GetType,
        (raw.FPDFPath_GetPathSegment(path, at) for at in range(raw.FPDFPath_CountSegments(path))),
    )
    return raw.FPDF_SEGMENT_BEZIERTO in kinds


def _boxes(drawn: list[tuple[Box, bool]], content: Page) -> None:
    """Boxes to tick that are drawn; what is drawn or written inside ticks them, but not their own frame and ground."""
    squares = [box for box, whole in drawn if whole and abs(box.width - box.height) < 0.2 * box.width]
    found: list[Box] = []
    for square in sorted(squares, key=lambda box: -box.width):
        if any(_is_layer(square, of) for of in found):
            continue
        found.append(square)
        inside = [letter for letter in content.letters if square.holds(*letter.box.middle) and letter.text.strip()]
        marks = (box for box, whole in drawn if square.holds(*box.middle) and not (whole and _is_layer(box, square)))
        ticked = bool(inside) or any(marks)
        content.letters = [letter for letter in content.letters if letter not in inside]
        content.letters.append(Letter(CHECKED if ticked else UNCHECKED, square, square.height, drawn=True))


def _is_layer(box: Box, of: Box) -> bool:
    """Whether a square is the frame or the ground of a box to tick: about as large, around the same middle."""
    (x, y), (own_x, own_y) = of.middle, box.middle
    return abs(x - own_x) <= 1 and abs(y - own_y) <= 1 and box.width >= _LAYER * of.width


def _joined(rules: list[Box]) -> list[Box]:
    """Pieces of lines from left to right, each on its height, as the whole lines that they draw together."""
    content: list[Box] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.middle[1]), rule.left)):
        last = content[-1] if content else None
        level = last and abs(last.middle[1] - rule.middle[1]) <= 1
        if level and rule.left <= last.right + 1 and rule.right >= last.left - 1:
            content[-1] = last._replace(left=min(last.left, rule.left), right=max(last.right, rule.right))
        else:
            content.append(rule)
    return content
