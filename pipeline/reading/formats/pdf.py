"""PDF files with a text layer, and the fields of interactive forms; a scan has neither and is told.

PDFium is built here without JavaScript, and nothing a document links to is fetched. Keeps out: pages (`pdf/page.py`)
and paragraphs (`pdf/blocks.py`).
"""

import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.config import Limits
from pipeline.reading.blocks import Block
from pipeline.reading.form.form import form_words
from pipeline.reading.form.several import read_forms
from pipeline.reading.formats.table_heads import with_known_heads
from pipeline.reading.pdf.annotations import add_annotations
from pipeline.reading.pdf.blocks import Formatted, blocks_of, formatted, has_deletions
from pipeline.reading.pdf.page import Page, read_page
from pipeline.reading.pictures import UNREAD, may_hold_words
from pipeline.reading.reply import Question, Remark, Reply, Unplaced, Unreadable

MAX_PAGES = 300


def read_pdf(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read one reply in a PDF.

    Raises:
        Unreadable: damaged, protected, too long, a scan, or nothing of this meeting's questionnaire in it.
    """
    pages = _pages(data)
    lines = formatted(pages)
    blocks = _blocks(lines)
    remarks = [remark for page in pages for remark in _about(page)]
    if has_deletions(lines):
        shown = "text that is struck out in a colour, as deletions are shown"
        remarks.append(Remark("tracked_changes", "whole document", shown))
    first, *others = read_forms(with_known_heads(blocks, question), question, tuple(remarks), "pdf")
    words = form_words(question)
    notes = tuple(
        Unplaced(f"page {page.number}, note {at}", note)
        for page in pages
        for at, note in enumerate(page.notes, start=1)
        if words.others(note)
    )
    return [replace(first, unplaced=first.unplaced + notes) if notes else first, *others]


def _about(page: Page) -> Iterator[Remark]:
    """Remarks about what a page shows or carries and no reader reads."""
    place = f"page {page.number}"
    if page.pictures and not page.letters:
        yield Remark(UNREAD, place, "a page that is a picture, as a scan is")
        return
    for box in page.pictures:
        if may_hold_words(box.width, box.height):
            yield Remark(UNREAD, place, "a picture")
    if page.attached:
        shown = "a file" if page.attached == 1 else f"{page.attached} files"
        yield Remark(UNREAD, place, f"{shown} attached to the PDF")


def pdf_blocks(data: bytes) -> list[Block]:
    """The paragraphs of a PDF.

    Raises:
        Unreadable: damaged, protected, too long, or a scan.
    """
    return _blocks(formatted(_pages(data)))


def _blocks(lines: list[Formatted]) -> list[Block]:
    blocks = blocks_of(lines)
    if not blocks:
        found = "pages without text, as a scan has them"
        raise Unreadable("no_text", found, "a file with text: the Word form, or a PDF made from it")
    return blocks


def _pages(data: bytes) -> list[Page]:
    document = None
    try:
        document = pdfium.PdfDocument(data)
        document.init_forms()
        form = document.formenv.raw if document.formenv else None
        if document.get_formtype() == raw.FORMTYPE_XFA_FULL:
            found = "a form of Adobe's own kind (XFA), whose pages hold no text"
            raise Unreadable("unsupported_format", found, "the form printed to PDF once more, or the Word form")
        if len(document) > MAX_PAGES:
            raise Unreadable("file_too_large", f"{len(document)} pages", f"at most {MAX_PAGES}")
        pages = []
        for number in range(len(document)):
            page = document[number]
            try:
                pages.append(read_page(page, number + 1))
                add_annotations(page, form, pages[-1])
            finally:
                page.close()
        if pages:
            pages[0].attached += document.count_attachments()
        return pages
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Unreadable("encrypted_file", "a PDF with a password", "a file without a password") from None
        raise Unreadable("unreadable_file", f"a damaged PDF ({error})", "a PDF that opens") from None
    finally:
        if document is not None:
            with contextlib.suppress(pdfium.PdfiumError):
                document.close()
