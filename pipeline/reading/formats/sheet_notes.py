"""Words of a workbook that stand in no cell: notes and comments at cells, text boxes.

Keeps out: cells (`sheet.py`).
"""

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.config import Limits
from pipeline.reading.formats import archive
from pipeline.reading.reply import Unplaced
from pipeline.reading.word.run import A

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARTS = re.compile(r"xl/(?:comments|threadedComments|drawings)/?[^/]*\.xml|content\.xml")
# For old programs Excel writes a comment once more, behind words of its own.
_COPY = "[Threaded comment]"


def beside_cells(data: bytes, limits: Limits) -> tuple[Unplaced, ...]:
    """What stands in no cell of a workbook; nothing of one in an old format.

    Raises:
        Unreadable: a part is damaged or too large.
    """
    if not data.startswith(archive.ZIP):
        return ()
    opened = archive.open_archive(data, limits)
    parts = (archive.member_xml(opened, name, limits) for name in sorted(filter(_PARTS.fullmatch, opened.namelist())))
    found = (one for part in parts if part is not None for one in (*_notes(part), *_comments(part), *_boxes(part)))
    return tuple(Unplaced(place, text) for place, text in found if text.strip() and not text.startswith(_COPY))


def _notes(part: etree._Element) -> Iterator[tuple[str, str]]:
    for note in part.iter(_S + "comment"):
        yield f"note at cell {note.get('ref', '')}", "".join(note.itertext(_S + "t"))
    for note in part.iter(_OFFICE + "annotation"):
        yield "note at a cell", "\n".join("".join(line.itertext()) for line in note.iter(_TEXT + "p"))


def _comments(part: etree._Element) -> Iterator[tuple[str, str]]:
    for comment in part.iter(_THREADED + "threadedComment"):
        yield f"comment at cell {comment.get('ref', '')}", "".join(comment.itertext(_THREADED + "text"))


def _boxes(part: etree._Element) -> Iterator[tuple[str, str]]:
    lines = ["".join(line.itertext(A + "t")) for line in part.iter(A + "p")]
    yield "text box", "\n".join(filter(str.strip, lines))
