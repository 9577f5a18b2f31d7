"""Pictures in the paragraphs of a Word document, in the new way of drawing and in the old one.

Keeps out: which of them are told (`reading/pictures.py`), and charts and files (`formats/word_embedded.py`).
"""

import re
from itertools import takewhile

from lxml import etree

from pipeline.reading.pictures import may_hold_words
from pipeline.reading.word.run import MC, W

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_PARAGRAPH, _DRAWING, _OBJECT, _FALLBACK = W + "p", W + "drawing", W + "object", MC + "Fallback"
_POINT = 12_700  # English Metric Units
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 0.75}
_SIDE = re.compile(r"(?<![\w-])(width|height):\s*([\d.]+)(pt|in|cm|mm|px|)(?=;|$)")


def has_pictures(node: etree._Element) -> bool:
    """Whether any picture stands in a part of a document, of whatever size."""
    return next(node.iter(_PICTURE, _OLD_PICTURE), None) is not None


def pictures_in(paragraph: etree._Element) -> int:
    """How many pictures of a paragraph's own, not of text boxes in it, are large enough to hold words."""
    return sum(_counts(picture, paragraph) for picture in paragraph.iter(_PICTURE, _OLD_PICTURE))


def _counts(picture: etree._Element, paragraph: etree._Element) -> bool:
    around = list(takewhile(lambda parent: parent is not paragraph, picture.iterancestors()))
    tags = {parent.tag for parent in around}
    # A picture may be there twice, once for old programs; an embedded file shows a picture of itself.
    if tags & {_PARAGRAPH, _OBJECT} or (_FALLBACK in tags and has_pictures(_choices(around))):
        return False
    return may_hold_words(*_size(picture, around))


def _choices(around: list[etree._Element]) -> etree._Element:
    fallback = next(parent for parent in around if parent.tag == _FALLBACK)
    return fallback.getparent()[0]


def _size(picture: etree._Element, around: list[etree._Element]) -> tuple[float, float]:
    """Width and height in points; without end where the document does not say."""
    if picture.tag == _OLD_PICTURE:
        sides = {name: float(number) * _UNITS[unit] for name, number, unit in _SIDE.findall(_style(around))}
        return sides.get("width", float("inf")), sides.get("height", float("inf"))
    drawing = next((parent for parent in around if parent.tag == _DRAWING), None)
    extent = next(drawing.iter(_EXTENT), None) if drawing is not None else None
    sides = [extent.get(name, "") if extent is not None else "" for name in ("cx", "cy")]
    width, height = (int(side) / _POINT if side.isdecimal() else float("inf") for side in sides)
    return width, height


def _style(around: list[etree._Element]) -> str:
    return next((style for parent in around if (style := parent.get("style"))), "")
