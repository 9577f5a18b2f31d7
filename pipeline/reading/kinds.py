"""The readers by format: a file is read by what it is, not by its name. Bytes in, replies out.

No reader opens a file or the network; what needs another program is converted by the caller's `convert`. A new format
is a new file and a line in `FORMATS`.
"""

import codecs
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from pipeline.config import Limits
from pipeline.reading.formats.archive import OLE, ZIP, has_password
from pipeline.reading.formats.mail import looks_like_mail, read_mail
from pipeline.reading.formats.plain import read_plain
from pipeline.reading.formats.records import looks_like_records, read_records
from pipeline.reading.formats.sheet import looks_like_csv, looks_like_workbook, read_csv, read_workbook
from pipeline.reading.formats.structured import looks_structured, read_structured
from pipeline.reading.formats.web_page import looks_like_web_page, read_web_page
from pipeline.reading.formats.word import read_word
from pipeline.reading.reply import Question, Reply, Unreadable

# Makes a .docx of a document: its bytes and its kind (doc, odt or rtf) in, the bytes of the .docx out.
Convert = Callable[[bytes, str], bytes]


class Format(NamedTuple):
    """How a format is known from its bytes, and its reader."""

    fits: Callable[[bytes], bool]
    read: Callable[[bytes, Question, Limits], list[Reply]]


def _is_text(data: bytes) -> bool:
    return b"\0" not in data and not data.lstrip().startswith(b"<")


def _looks_like_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF; some programs write a few others before it begins."""
    return b"%PDF-" in data[:1024]


def _read_pdf(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    # Few meetings have a PDF, and every process that reads would wait for PDFium to be loaded.
    from pipeline.reading.formats.pdf import read_pdf

    return read_pdf(data, question, limits)


FORMATS = (
    Format(looks_like_workbook, read_workbook),
    Format(lambda data: data.startswith(ZIP), read_word),
    Format(_looks_like_pdf, _read_pdf),
    Format(looks_like_web_page, read_web_page),
    Format(lambda data: _is_text(data) and looks_like_records(data), read_records),
    Format(lambda data: _is_text(data) and looks_like_csv(data), read_csv),
    Format(lambda data: _is_text(data) and looks_structured(data), read_structured),
    Format(_is_text, read_plain),
)


def _as_utf8(data: bytes) -> bytes:
    """Text in UTF-16 as text in UTF-8; anything else as it is."""
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        return data.decode("utf-16").encode()
    except UnicodeError:
        return data


def office_kind(data: bytes) -> str | None:
    """The usual ending of a document that has to be converted before it is read; None for any other file."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(OLE) and "WordDocument".encode("utf-16-le") in data:
        return "doc"
    return "odt" if data.startswith(ZIP) and b"application/vnd.oasis.opendocument.text" in data[:200] else None


def read(
    data: bytes, question: Question, limits: Limits | None = None, convert: Convert | None = None, depth: int = 0
) -> list[Reply]:
    """Read the replies in one file; `depth` is how many e-mails it lies in.

    Raises:
        Unreadable: with the finding code that says why not.
    """
    limits = limits or Limits()
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise Unreadable("no_text", "an empty file", "a reply")
    if len(data) > limits.file_bytes:
        raise Unreadable("file_too_large", f"{len(data):,} bytes", f"at most {limits.file_bytes:,} bytes")
    data = _as_utf8(data)
    if has_password(data):
        raise Unreadable("encrypted_file", "a document with a password", "a file without a password")
    if data.startswith(OLE) and "__substg1.0_".encode("utf-16-le") in data:
        expected = "the form that is attached to it, or the message saved as .eml"
        raise Unreadable("unsupported_format", "a message as Outlook keeps it (.msg)", expected)
    kind = office_kind(data)
    if kind and convert:
        return [replace(reply, format=kind) for reply in read_word(convert(data, kind), question, limits)]
    if _is_text(data) and looks_like_mail(data):
        read_part = partial(_attachment, question, limits, convert)
        return read_mail(data, question, read_part, depth)
    for candidate in FORMATS:
        if not kind and candidate.fits(data):
            return candidate.read(data, question, limits)
    raise Unreadable(
        "unsupported_format", "a format that is not read", ".docx, .pdf, .xlsx, .csv, .eml, .html, .yaml or .json"
    )


def _attachment(question: Question, limits: Limits, convert: Convert | None, data: bytes, depth: int) -> list[Reply]:
    return read(data, question, limits, convert, depth)
