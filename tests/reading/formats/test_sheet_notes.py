"""Words of workbooks that stand in no cell."""

import io

import openpyxl
from openpyxl.comments import Comment

from pipeline.config import Limits
from pipeline.reading.formats.sheet_notes import beside_cells
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from pipeline.reading.word.run import A
from tests.hostile import zipped

THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"


def workbook(said: str) -> bytes:
    """Alba's row with a note at its cell B2."""
    book = openpyxl.Workbook()
    for row in (["respondent", "recommendation", "action_taken", "text"], ["Alba", "1.a", "yes", "We did."]):
        book.active.append(row)
    book.active["B2"].comment = Comment(said, "Port")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def beside(**parts: str) -> list[tuple[str, str]]:
    data = zipped({name.replace("__", "/") + ".xml": text for name, text in parts.items()})
    return [(one.locator, one.text) for one in beside_cells(data, Limits())]


def test_a_note_at_a_cell_is_told_with_the_cell(case):
    (reply,) = read(workbook("See our letter."), Question(case.meeting.id, tuple(case.meeting.recommendations)))
    assert [(one.locator, one.text) for one in reply.unplaced] == [("note at cell B2", "See our letter.")]
    assert [answer.text for answer in reply.answers] == ["We did."]


def test_a_comment_is_told_once_though_it_is_written_twice():
    old = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    copy = (
        f'<comments xmlns="{old}"><comment ref="C3"><text><t>[Threaded comment] Not so.</t></text></comment></comments>'
    )
    new = f'<T xmlns="{THREADED}"><threadedComment ref="C3"><text>Not so.</text></threadedComment></T>'
    assert beside(xl__comments1=copy, xl__threadedComments__threadedComment1=new) == [("comment at cell C3", "Not so.")]


def test_words_of_a_text_box_are_told():
    box = f'<d xmlns:a="{A[1:-1]}"><a:p><a:r><a:t>Lamps </a:t></a:r><a:r><a:t>only.</a:t></a:r></a:p><a:p/></d>'
    assert beside(xl__drawings__drawing1=box) == [("text box", "Lamps only.")]


def test_a_note_of_libreoffice_is_told():
    office, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text"))
    note = f'<o:c xmlns:o="{office}" xmlns:t="{text}"><o:annotation><t:p>Not so.</t:p></o:annotation></o:c>'
    assert beside(content=note) == [("note at a cell", "Not so.")]


def test_an_old_workbook_has_none():
    assert beside_cells(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Limits()) == ()
