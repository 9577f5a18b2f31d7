"""A published note as pieces of text in reading order, whatever it lies in: Markdown or plain text, Word, PDF.

Marks of Markdown are taken away, page numbers too. Keeps out: what a piece is in the note (`parts.py`).
"""

import html
import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Limits
from pipeline.errors import BadInput
from pipeline.reading.blocks import Block
from pipeline.reading.form.labels import is_page_mark
from pipeline.reading.formats.pdf import pdf_blocks
from pipeline.reading.formats.word_package import open_package
from pipeline.reading.reply import Unreadable
from pipeline.reading.word import body
from pipeline.text.one_line import one_line
from pipeline.text.words import tidy

_NUMBERED = re.compile(r"^(\d{1,4})\.\s+(?=\S)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"^ {0,3}(?:(?:-\s*){3,}|(?:_\s*){3,})$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_TAG = re.compile(r"</?(?:sup|sub|br|b|i|em|strong|u|span|div|p|a)\b[^<>]*>", re.I)
_STARS = re.compile(r"(\*{1,9}(?=\s))?(.*?)((?:\s?\*{1,9},)*\s?\*{1,9})?", re.S)
# Signs that were escaped are set aside in the private use area, so that they are not taken for marks.
_ASIDE = 0xE000


@dataclass(frozen=True)
class Piece:
    """A stretch of a note: a heading, a paragraph or what the end of a page left of one.

    `level` is a heading's in Markdown, else 0; `numbered` says that the document numbers it without writing the number.
    """

    text: str
    place: str
    bold: bool = False
    level: int = 0
    numbered: bool = False
    footnote: bool = False

    @property
    def number(self) -> int | None:
        """The number that is written before the text."""
        match = _NUMBERED.match(self.text)
        return int(match[1]) if match else None

    @property
    def unnumbered(self) -> str:
        """The text without the number before it."""
        return _NUMBERED.sub("", self.text)


def read_pieces(file: Path) -> list[Piece]:
    """The pieces of a note in a file, told by its content and not by its name.

    Raises:
        BadInput: there is no such file, or it is no text, Word or PDF file that can be read.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadInput.at(str(file), "file", error.strerror or "nothing", "a published note that can be read") from None
    try:
        if data[:1024].lstrip().startswith(b"%PDF"):
            return _of_blocks(pdf_blocks(data), ())
        if data.startswith(b"PK"):
            document, asides, _ = open_package(data, Limits())
            notes = [Piece(_line(aside.text), aside.place, footnote=True) for aside in asides if not aside.printed]
            return _of_blocks(body.blocks(document), notes)
        return of_markdown(data.decode("utf-8-sig"))
    except Unreadable as error:
        raise BadInput.at(str(file), "file", error.found, error.expected) from None
    except UnicodeDecodeError as error:
        raise BadInput.at(str(file), "encoding", f"byte {error.start}", "UTF-8 text, Word or PDF") from None


def _line(text: str) -> str:
    """Text on one line; the star of symbol fonts, which Word puts before footnotes, as the usual one."""
    return " ".join(tidy(text).replace("∗", "*").split())


def _of_blocks(blocks: list[Block], notes: tuple | list) -> list[Piece]:
    pieces = []
    for block in blocks:
        text = _line(block.text)
        if text and not is_page_mark(text):
            bold = all(run.bold for run in block.runs if run.text.strip(" *"))
            pieces.append(Piece(text, block.place, bold=bold, numbered=block.bullet))
    return [*pieces, *notes]


def of_markdown(text: str) -> list[Piece]:
    """The pieces of a note in Markdown, or in plain text with blank lines between paragraphs."""
    pieces: list[Piece] = []
    open_lines: list[str] = []
    start, expected = 1, 1

    def close() -> None:
        nonlocal open_lines
        # Where bold ends and begins anew without a blank, one line of print ended and the next began.
        for part in "\n".join(open_lines).replace("****", "**\n\n**").split("\n\n"):
            if piece := _piece(part, f"line {start}"):
                pieces.append(piece)
        open_lines = []

    for number, line in enumerate(text.splitlines(), start=1):
        match = _NUMBERED.match(line.strip())
        if not line.strip() or _RULE.match(line):
            close()
            continue
        if _HEADING.match(line) or (match and int(match[1]) == expected):
            close()
        if not open_lines:
            start = number
        expected += bool(match and int(match[1]) == expected)
        open_lines.append(line)
        if _HEADING.match(line):
            close()
    close()
    return pieces


def _piece(written: str, place: str) -> Piece | None:
    heading = _HEADING.match(written)
    level, written = (len(heading[1]), heading[2]) if heading else (0, written)
    aside = _ESCAPE.sub(lambda match: chr(_ASIDE + ord(match[1])), written)
    aside = _TAG.sub("", _LINK.sub(r"\1", aside))
    bold = bool(re.fullmatch(r"\s*\*\*.*\*\*[\s*\ue000-\ue0ff]*", aside, re.S))
    # Stars before a blank, and those behind a line that opened no bold, are marks of footnotes.
    lead, core, tail = _STARS.fullmatch(aside.strip()).groups(default="")
    tail = tail if core.count("**") % 2 == 0 else ""
    plain = html.unescape(f"{lead}{core.replace('**', '')}{tail}")
    plain = "".join(chr(ord(one) - _ASIDE) if _ASIDE <= ord(one) < _ASIDE + 128 else one for one in plain)
    text = one_line(_line(plain))
    if not text or is_page_mark(text):
        return None
    return Piece(text, place, bold=bold, level=level)
