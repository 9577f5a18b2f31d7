"""What viewers put onto the pages of a PDF: words typed there, marks, notes, pictures.

Keeps out: what the page itself shows (test_pdf.py).
"""

import pytest

from pipeline.reading.blocks import Block
from pipeline.reading.formats.pdf import _pages
from pipeline.reading.kinds import read
from pipeline.reading.pdf.blocks import blocks_of, formatted
from pipeline.reading.reply import Question, Unreadable
from tests.pdf_files import note, pdf, text

A = "Governments are encouraged to inspect the lights of every small harbour once a year."
FORM = (
    text(72, 700, "Name of country:")
    + text(72, 660, "Recommendation 1 (a)")
    + text(72, 640, A)
    + text(72, 620, "Any action taken:")
    + text(200, 620, "YES")
    + text(260, 620, "NO")
    + text(72, 600, "Comments:")
)
YES, NO = (196, 617, 224, 632), (258, 617, 278, 632)
COUNTRY = note("FreeText", 200, 698, 400, 712, "Alba")


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def blocks(page: str, *notes: str) -> list[Block]:
    return blocks_of(formatted(_pages(pdf(page, notes=notes))))


def test_words_typed_onto_the_page_are_read_where_they_stand(question):
    answer = note("FreeText", 72, 560, 500, 596, "We inspected 14 lights.\\rThree were repaired.")
    (reply,) = read(pdf(FORM, notes=(COUNTRY, answer, note("FreeText", 182, 618, 194, 632, "X"))), question)
    assert reply.respondent == "Alba"
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("yes", "We inspected 14 lights.\nThree were repaired.")
    ]


@pytest.mark.parametrize("kind", ["Highlight", "Circle", "Square", "Underline", "Squiggly", "Ink"])
def test_a_word_marked_with_a_viewers_tool_is_the_one_that_is_meant(question, kind):
    (reply,) = read(pdf(FORM, notes=(COUNTRY, note(kind, *YES))), question)
    assert [one.action_taken for one in reply.answers] == ["yes"]


def test_a_word_that_is_struck_out_is_not_the_one_that_is_meant(question):
    for mark in (note("StrikeOut", *NO), note("Ink", 258, 623, 278, 625), note("Line", 258, 622, 278, 625)):
        (reply,) = read(pdf(FORM, notes=(COUNTRY, mark)), question)
        assert [one.action_taken for one in reply.answers] == ["yes"]


def test_a_mark_over_several_lines_is_taken_line_by_line():
    page = text(72, 700, "Yes, in all harbours") + text(72, 688, "of Alba")
    lines = "/QuadPoints [72 708 180 708 72 698 180 698 72 696 110 696 72 686 110 686]"
    found = blocks(page, note("Highlight", 72, 686, 180, 708, more=lines))
    assert [[run.highlight for run in block.runs] for block in found] == [[True], [True]]


def test_a_small_stamp_is_a_tick_and_a_large_one_a_picture(question):
    ticked = (COUNTRY, note("Stamp", 182, 617, 195, 632))
    (reply,) = read(pdf(FORM, notes=ticked), question)
    assert [one.action_taken for one in reply.answers] == ["yes"]
    (reply,) = read(pdf(FORM, notes=(*ticked, note("Stamp", 72, 300, 400, 500))), question)
    assert [(one.locator, one.value) for one in reply.remarks] == [("page 1", "a picture")]


def test_notes_are_told_and_hidden_ones_are_not(question):
    upon = (COUNTRY, note("Text", 500, 600, 520, 620, "See our letter of May."))
    upon += (note("Text", 500, 500, 520, 520, "An old draft.", more="/F 2"),)
    (reply,) = read(pdf(FORM, notes=upon), question)
    assert [(one.locator, one.text) for one in reply.unplaced] == [("page 1, note 1", "See our letter of May.")]


def test_a_file_that_hangs_on_the_page_is_told(question):
    (reply,) = read(pdf(FORM, notes=(COUNTRY, note("FileAttachment", 500, 600, 520, 620))), question)
    assert [one.value for one in reply.remarks] == ["a file attached to the PDF"]


def test_files_inside_the_document_are_told(question):
    inside = "/Names << /EmbeddedFiles << /Names [(a) << /F (a.docx) >> (b) << /F (b.docx) >>] >> >>"
    (reply,) = read(pdf(FORM, notes=(COUNTRY,), more=inside), question)
    assert [one.value for one in reply.remarks] == ["2 files attached to the PDF"]


def test_a_form_of_adobes_own_kind_is_refused_by_its_name(question):
    own = "/AcroForm << /XFA [] /Fields [] >> /NeedsRendering true"
    with pytest.raises(Unreadable, match="unsupported_format: a form of Adobe's own kind"):
        read(pdf(text(72, 700, "Please wait."), more=own), question)


def test_a_word_circled_by_hand_is_marked_and_stands_in_no_cell():
    pen = "1 w 196 624 m 196 636 224 636 224 624 c 224 612 196 612 196 624 c S\n"
    found = blocks(FORM + pen)
    (line,) = (block for block in found if "YES" in block.text)
    assert line.cell is None
    assert [run.text.strip() for run in line.runs if run.highlight] == ["YES"]


def test_a_page_that_is_a_picture_is_told_beside_pages_with_text(question):
    picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
    (reply,) = read(pdf(FORM, picture, notes=(COUNTRY,)), question)
    assert [(one.locator, one.value) for one in reply.remarks] == [("page 2", "a page that is a picture, as a scan is")]
    (reply,) = read(pdf(FORM + "q 300 0 0 200 72 300 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"), question)
    assert [(one.locator, one.value) for one in reply.remarks] == [("page 1", "a picture")]
    (reply,) = read(pdf(FORM + "q 90 0 0 60 72 750 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"), question)
    assert reply.remarks == ()
