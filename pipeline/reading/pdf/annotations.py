"""What lies upon a page of a PDF: fields of an interactive form, words and marks that a viewer's tools put there.

People who have no Word fill a form in so. Keeps out: what the page itself shows (`page.py`).
"""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.blocks import CHECKED, UNCHECKED
from pipeline.reading.pdf.page import MAX_LETTERS, THIN, Box, Letter, Page
from pipeline.reading.reply import Unreadable

_SIZE = 10.0
_HIDDEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_BOXES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_TEXTS = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
# What is drawn around a word, or over it in a colour; what crosses it out; what underlines it.
_AROUND = (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_POLYGON)
_THROUGH = (raw.FPDF_ANNOT_STRIKEOUT,)
_UNDER = (raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY)
_DRAWN = (raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_POLYLINE)
# A stamp this small is a tick, a larger one a picture; sides in points.
_TICK = 30
# A pen's stroke is a line, through a word or under it, where it is this much wider than high.
_LINE = 4


def add_annotations(page: pdfium.PdfPage, form: object | None, content: Page) -> None:
    """Put what lies upon a page where the page has it: text as letters, marks as lines and areas, notes as notes.

    Raises:
        Unreadable: more text than a page can hold.
    """
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            if not raw.FPDFAnnot_GetFlags(note) & _HIDDEN:
                _add(note, form, content)
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _add(note: object, form: object | None, content: Page) -> None:
    kind, box = raw.FPDFAnnot_GetSubtype(note), content.seen(_box(note))
    if kind == raw.FPDF_ANNOT_WIDGET:
        if form is not None and (value := _field(form, note)):
            content.letters.append(Letter(value, box, _SIZE, field=True))
        return
    written = _plain(_string(note, raw.FPDFAnnot_GetStringValue, b"Contents"))
    if len(written) > MAX_LETTERS:
        raise Unreadable("file_too_large", f"{len(written)} letters on page {content.number}", f"at most {MAX_LETTERS}")
    if kind == raw.FPDF_ANNOT_FREETEXT:
        if written:
            content.letters.append(Letter(written, box, _SIZE, field=True))
        return
    if kind == raw.FPDF_ANNOT_STAMP:
        if max(box.width, box.height) <= _TICK:
            content.letters.append(Letter(CHECKED, box, _SIZE, field=True))
        else:
            content.pictures.append(box)
    elif kind == raw.FPDF_ANNOT_FILEATTACHMENT:
        content.attached += 1
    elif kind != raw.FPDF_ANNOT_LINK:
        _mark(kind, box, note, content)
    if written and kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
        content.notes.append(written)


def _mark(kind: int, box: Box, note: object, content: Page) -> None:
    """A mark at words: an area around them, a line through them or under them."""
    for part in [content.seen(part) for part in _parts(note)] or [box]:
        foot = part.bottom + 0.1 * part.height
        if kind in _AROUND:
            content.areas.append(part)
        elif kind in _THROUGH:
            content.across.append(_line(part, part.middle[1]))
        elif kind in _UNDER:
            content.across.append(_line(part, foot))
        elif kind in _DRAWN:
            if part.width > _LINE * part.height:
                content.across.append(_line(part, part.middle[1]))
            else:
                content.areas.append(part)


def _line(part: Box, height: float) -> Box:
    return part._replace(bottom=height - THIN / 4, top=height + THIN / 4)


def _box(note: object) -> Box:
    rectangle = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, rectangle)
    return Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def _parts(note: object) -> Iterator[Box]:
    """The stretches of lines that a mark at words covers."""
    points = raw.FS_QUADPOINTSF()
    for index in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        if raw.FPDFAnnot_GetAttachmentPoints(note, index, points):
            across = [points.x1, points.x2, points.x3, points.x4]
            up = [points.y1, points.y2, points.y3, points.y4]
            yield Box(min(across), min(up), max(across), max(up))


def _field(form: object, note: object) -> str:
    """A field of an interactive form: a box as a mark, anything else as its text."""
    kind = raw.FPDFAnnot_GetFormFieldType(form, note)
    if kind in _BOXES:
        return CHECKED if raw.FPDFAnnot_IsChecked(form, note) else UNCHECKED
    return _plain(_string(form, raw.FPDFAnnot_GetFormFieldValue, note)) if kind in _TEXTS else ""


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _string(owner: object, read: object, key: object) -> str:
    """A text as PDFium gives it: first its size in bytes, then its letters."""
    size = read(owner, key, None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    read(owner, key, buffer, size)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
