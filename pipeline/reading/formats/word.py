"""Word documents (.docx): opens one and hands it to the reader for its kind of form.

Keeps out: archives and XML in general (`archive.py`), and both kinds of form.
"""

from lxml import etree

from pipeline.config import Limits
from pipeline.reading.form.form import read_form
from pipeline.reading.formats import archive
from pipeline.reading.formats.word_tagged import has_tags, read_tagged
from pipeline.reading.reply import Question, Remark, Reply, Unreadable
from pipeline.reading.word import body

DOCUMENT = "word/document.xml"


def document_of(data: bytes, limits: Limits) -> etree._Element:
    """The main part of a .docx.

    Raises:
        Unreadable: not a Word document, damaged, encrypted, or too large.
    """
    document = archive.member_xml(archive.open_archive(data, limits), DOCUMENT, limits)
    if document is None:
        raise Unreadable("unsupported_format", "an archive that is no Word document", "a .docx form")
    return document


def read_word(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read one .docx reply, with tags or without.

    Raises:
        Unreadable: as the readers of both kinds say.
    """
    document = document_of(data, limits)
    remarks = ()
    if body.has_tracked_changes(document):
        remarks = (Remark("tracked_changes", "whole document", "tracked insertions or deletions"),)
    if has_tags(document):
        return [read_tagged(document, question, remarks)]
    return [read_form(body.blocks(document), question, remarks)]
