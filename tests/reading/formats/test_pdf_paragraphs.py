"""Which lines of a PDF are one paragraph, and which cells go on over the end of a page."""

import pytest

from pipeline.config import Limits
from pipeline.reading.formats.pdf import pdf_blocks, read_pdf
from pipeline.reading.reply import Question
from tests.pdf_files import grid, pdf, rule, text

# A table of two columns whose text may reach to 195 and 495.
LEFTS = [70, 200, 500]
FULL = "Harbours should be lit at night."  # about 140 points wide


def narrow(*lines: str) -> list[str]:
    """The paragraphs of a cell that has room for `FULL` and no further word."""
    page = grid([70, 240, 500], [760, 760 - 14 * len(lines) - 10])
    page += "".join(text(75, 746 - 12 * at, line) for at, line in enumerate(lines))
    return [block.text for block in pdf_blocks(pdf(page)) if block.text]


def rows(page: list[tuple[float, str, str]], levels: list[float]) -> str:
    """Rows of a table: heights of their lines and the texts of both cells."""
    said = "".join(text(75, y, first) + (text(205, y, second) if second else "") for y, first, second in page)
    return grid(LEFTS, levels) + said


def cells(*pages: str) -> list[tuple[int, int, str]]:
    return [(one.cell.row, one.cell.column, one.text) for one in pdf_blocks(pdf(*pages)) if one.cell and one.text]


def test_a_line_that_begins_as_other_paragraphs_do_begins_one_below_a_full_line_too():
    asked = "Was it done at all?"
    lines = ["Of lamps", asked, "Of piers", asked, FULL, asked]
    assert narrow(*lines) == lines
    assert narrow(FULL, "Was it done at all?") == [f"{FULL} {asked}"]


def test_marks_end_a_paragraph():
    lines = ["Implemented: [x] Yes [ ] No", "Achievements there:"]
    assert narrow(*lines) == lines
    assert narrow("Whether all of it was done: yes", "indeed it was.") == [
        "Whether all of it was done: yes indeed it was."
    ]


def test_a_recommendation_begins_below_a_full_title():
    lines = ["Recommendation 1 (a)", "Lit.", "Recommendation 1 (b)", "Mended."]
    lines += ["II. PIERS OF SMALL PORTS", "Recommendation 2 (a) Pile"]
    assert narrow(*lines) == lines


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def test_a_word_that_may_be_a_label_goes_on_with_a_sentence():
    assert (
        narrow("1 (a) The Office encourages", "Governments", "to light them.")[0]
        == "1 (a) The Office encourages Governments"
    )
    assert narrow("Governments: Alba and many", "Telephone: 4")[1:] == ["Telephone: 4"]


@pytest.mark.parametrize("parts", [("ada@lamps.", "example"), ("ada@", "lamps.", "example"), ("12/05/", "2031")])
def test_an_address_cut_at_the_end_of_its_cell_is_whole_again(parts):
    page = grid([70, 133, 500], [760, 700]) + "".join(text(75, 746 - 12 * at, one) for at, one in enumerate(parts))
    assert [block.text for block in pdf_blocks(pdf(page)) if block.text] == ["".join(parts)]


def test_a_line_under_the_last_words_of_a_cell_marks_them():
    page = grid(LEFTS, [760, 740.4]) + text(75, 743, "Yes") + text(100, 743, "No") + rule(75, 741.6, 92, 741.6)
    (first, *_) = pdf_blocks(pdf(page))
    assert [(run.text.strip(), run.underline) for run in first.runs] == [("Yes", True), ("No", False)]


def test_a_mark_stands_for_the_word_it_is_nearer_to(question):
    first, second = question.recommendations[:2]
    page = text(72, 700, f"{first.id} {first.text}"[:70]) + text(72, 680, "[x] Yes [ ] No") + text(72, 660, "Lit.")
    page += text(72, 640, f"{second.id} {second.text}"[:70]) + text(72, 620, "Yes ") + text(95, 620, "X ")
    page += text(114, 620, "No") + text(72, 600, "Mended.")
    (reply,) = read_pdf(pdf(page), question, Limits())
    assert [one.action_taken for one in reply.answers] == ["yes", "yes"]


def test_a_cell_in_which_nothing_stands_is_a_paragraph_without_words():
    page = grid(LEFTS, [760, 740, 720]) + text(75, 745, "Country") + text(205, 745, "Alba") + text(75, 725, "Fax")
    assert [(one.cell[1:], one.text) for one in pdf_blocks(pdf(page))][-1] == ((2, 2), "")


def test_the_rest_of_a_date_is_no_number_of_a_recommendation():
    page = grid([70, 123, 300], [760, 720]) + text(75, 746, "12.05.20") + text(75, 734, "31") + text(130, 746, "Date")
    page += text(72, 600, "(a) Lights of ports") + text(72, 580, "(b) Piers of ports")
    assert pdf_blocks(pdf(page))[0].text == "12.05.2031"


# Rows that the end of a page cuts in two


BEFORE = [(745, "1 (a) Lamps.", "Lit."), (725, "1 (b) Piers.", "Mended."), (705, "1 (c) Buoys.", "Laid.")]
LEVELS = [760, 740, 720, 700]


@pytest.mark.parametrize(
    ("last", "first"),
    [
        pytest.param(("1 (d) Quays.", "Under way."), ("Was it done? Yes", ""), id="a question for marks"),
        pytest.param(("Recommendation", ""), ("1 (d) Quays.", "Lit."), id="a label cut in two"),
        pytest.param(("1 (d) Quays and the", "We lit all"), ("Harbours beside.", "of them."), id="a sentence"),
        pytest.param(("1 (d) Quays.", "Lit."), ("Further words.", ""), id="rows begin with labels"),
        pytest.param(("1 (d) THE PIERS OF ALL", ""), ("HARBOURS BESIDE.", ""), id="no room for another word"),
    ],
)
def test_a_row_cut_in_two_is_one(last, first):
    before = rows([*BEFORE, (685, *last)], [*LEVELS, 680])
    found = cells(before, rows([(745, *first)], LEVELS[:2]))
    assert {row for row, _, _ in found if row > 3} == {4}


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(("1 (e) Ports.", "of them."), id="a row of its own"),
        pytest.param(("Theme 2: Piers", ""), id="a title"),
        pytest.param(("e) Ports.", "Lit."), id="a label in small letters"),
        pytest.param(("1 (e) Ports. Done? Yes", "Lit."), id="a row with a question for marks"),
    ],
)
def test_a_row_with_a_label_is_one_of_its_own(first):
    before = rows([*BEFORE, (685, "1 (d) Quays.", "We lit all")], [*LEVELS, 680])
    assert cells(before, rows([(745, *first)], LEVELS[:2]))[-1][0] == 5


def test_marks_that_have_rows_of_their_own_keep_them():
    before = rows(
        [(745, "Lamps.", ""), (725, "Done? No", ""), (705, "Piers.", ""), (685, "Done? Yes", "")], [*LEVELS, 680]
    )
    after = rows([(745, "Done? Yes", "")], LEVELS[:2])
    assert cells(before, after)[-1][:2] == (5, 1)


def test_cells_of_other_widths_at_the_head_of_a_page_are_another_table():
    after = grid([70, 500], [760, 740]) + text(75, 745, "General comments")
    blocks = pdf_blocks(pdf(rows(BEFORE, LEVELS), after))
    assert [one.cell.table for one in blocks if one.text] == [1] * 6 + [2]


def test_marks_and_no_comments_are_read_without_words_in_the_last_cell(question):
    first, second = question.recommendations[:2]
    page = grid([70, 400, 550], [780, 760, 700, 640]) + text(75, 766, "Recommendation") + text(405, 766, "Comments")
    for top, one in ((746, first), (686, second)):
        page += text(75, top, f"{one.id} {one.text}"[:60]) + text(75, top - 14, "Action taken: No")
    (reply,) = read_pdf(pdf(page + text(405, 746, "Not so far.")), question, Limits())
    assert [(one.action_taken, one.text) for one in reply.answers] == [("no", "Not so far."), ("no", "")]
