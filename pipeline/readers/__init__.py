"""The readers by format: a file is read by what it is, not by its name. Bytes in, replies out.

No reader opens a file or the network. A new format is a new file and a line in `FORMATS`.
"""

import codecs
from collections.abc import Callable
from typing import NamedTuple

from pipeline.config import Limits
from pipeline.readers.archive import OLE, ZIP
from pipeline.readers.reply import Question, Reply, Unreadable
from pipeline.readers.sheet import XLSX_PART, looks_like_csv, read_csv, read_xlsx
from pipeline.readers.structured import read_structured
from pipeline.readers.word import read_word


class Format(NamedTuple):
    """How a format is known from the first bytes, and its reader."""

    fits: Callable[[bytes], bool]
    read: Callable[[bytes, Question, Limits], list[Reply]]


def _is_text(data: bytes) -> bool:
    return b"\0" not in data and not data.startswith((b"%PDF", b"{\\rtf", b"<"))


FORMATS = (
    Format(lambda data: data.startswith(ZIP) and XLSX_PART.encode() in data, read_xlsx),
    Format(lambda data: data.startswith(ZIP), read_word),
    Format(lambda data: _is_text(data) and looks_like_csv(data), read_csv),
    Format(_is_text, read_structured),
)


def read(data: bytes, question: Question, limits: Limits | None = None) -> list[Reply]:
    """Read the replies in one file.

    Raises:
        Unreadable: with the finding code that says why not.
    """
    limits = limits or Limits()
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise Unreadable("no_text", "an empty file", "a reply")
    if len(data) > limits.file_bytes:
        raise Unreadable("file_too_large", f"{len(data):,} bytes", f"at most {limits.file_bytes:,} bytes")
    if data.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable("encrypted_file", "a document with a password", "a file without a password")
    for candidate in FORMATS:
        if candidate.fits(data):
            return candidate.read(data, question, limits)
    raise Unreadable("unsupported_format", "a format that is not read", ".docx, .xlsx, .csv, .yaml or .json")
