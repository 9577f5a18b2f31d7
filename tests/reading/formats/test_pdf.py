"""PDF files: what stands on their pages becomes paragraphs and cells again, and the form in them is read.

Keeps out: forms (test_form.py) and whole printed questionnaires (tests/corpus).
"""

import pytest

from pipeline.reading.blocks import Block
from pipeline.reading.formats.pdf import MAX_PAGES, _pages
from pipeline.reading.kinds import read
from pipeline.reading.pdf.blocks import blocks_of, formatted
from pipeline.reading.reply import Question, Unreadable
from tests.pdf_files import area, check_field, grid, pdf, rule, text, text_field

A = "Governments are encouraged to inspect the lights of every small harbour once a year."
LONG = "The harbour board inspected all of its lamps in the spring of that year and found that most of them were"


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def blocks(*pages: str, fields: tuple[str, ...] = ()) -> list[Block]:
    return blocks_of(formatted(_pages(pdf(*pages, fields=fields))))


def texts(*pages: str, fields: tuple[str, ...] = ()) -> list[str]:
    return [block.text for block in blocks(*pages, fields=fields)]


# Paragraphs


def test_a_full_line_goes_on_in_the_next_and_a_short_one_ends():
    page = text(72, 700, LONG) + text(72, 688, "out of order.") + text(72, 676, "Three were repaired.")
    assert texts(page) == [f"{LONG} out of order.", "Three were repaired."]


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    assert texts(text(72, 100, LONG), text(72, 760, "out of order.")) == [f"{LONG} out of order."]


@pytest.mark.parametrize("start", ["Comments: none.", "Recommendation (b)", "2. Lamps", "(b) Lamps"])
def test_a_label_or_a_number_begins_a_paragraph(start):
    assert texts(text(72, 700, LONG) + text(72, 688, start)) == [LONG, start]


def test_a_list_item_is_known_by_its_sign():
    (block,) = blocks(text(72, 700, "\u2022 Lamps"))
    assert (block.text, block.bullet) == ("Lamps", True)


def test_lines_are_read_from_the_top_whatever_their_order_in_the_file():
    assert texts(text(72, 500, "Last.") + text(72, 700, "First.") + text(72, 600, "Second.")) == [
        "First.",
        "Second.",
        "Last.",
    ]


def test_a_gap_is_a_space_or_a_tab():
    page = text(72, 700, "Country:") + text(200, 700, "Alba") + text(72, 600, "harbour") + text(110, 600, "lamps")
    assert texts(page) == ["Country:\tAlba", "harbour lamps"]


def test_what_every_page_has_at_its_head_and_foot_is_left_out():
    def page(number):
        return text(72, 810, "Questionnaire") + text(72, 500, f"Part {number}.") + text(300, 30, f"Page {number}")

    assert texts(page(1), page(2), page(3)) == ["Part 1.", "Part 2.", "Part 3."]


@pytest.mark.parametrize(
    ("rotation", "matrix"),
    [
        (90, "0 1 -1 0 595 0"),
        (180, "-1 0 0 -1 595 842"),
        (270, "0 -1 1 0 0 842"),
        (0, "0 1 -1 0 595 0"),
        (90, "1 0 0 1 0 0"),
    ],
)
def test_a_turned_page_is_read_as_it_is_shown(question, rotation, matrix):
    # The page is drawn upright and laid on its side, as landscape pages often are.
    sheet = grid([60, 200, 400], [560, 540, 520]) + text(65, 545, "Country") + text(205, 545, "Alba")
    sheet += text(65, 525, "Any action taken") + text(205, 525, "YES") + area(204, 522, 22, 12) + text(240, 525, "NO")
    shown = pdf(f"q {matrix} cm {sheet} Q", rotation=rotation)
    found = blocks_of(formatted(_pages(shown)))
    assert [(block.text, tuple(block.cell)) for block in found] == [
        ("Country", (1, 1, 1)),
        ("Alba", (1, 1, 2)),
        ("Any action taken", (1, 2, 1)),
        ("YES\tNO", (1, 2, 2)),
    ]
    assert found[3].runs[0].highlight


def test_a_page_may_begin_anywhere_in_the_file():
    # Numbers alone are left out at the edges of a page only.
    lines = text(72, 500, "Lamps lit:") + text(72, 480, "14")
    moved = pdf(f"q 1 0 0 1 700 1000 cm {lines} Q").replace(
        b"/MediaBox [0 0 595 842]", b"/MediaBox [700 1000 1295 1842]"
    )
    assert [block.text for block in blocks_of(formatted(_pages(moved)))] == ["Lamps lit:", "14"]


def test_a_line_at_the_head_of_one_page_only_is_kept():
    assert texts(text(72, 810, "Alba."), text(72, 500, "Part 2.")) == ["Alba.", "Part 2."]


def test_a_watermark_is_left_out():
    assert texts(text(72, 500, "Lit.") + text(200, 300, "CONFIDENTIAL", turned=True)) == ["Lit."]


def test_each_block_names_its_page():
    assert [block.place for block in blocks(text(72, 700, "One."), text(72, 700, "Two."))] == [
        "page 1, paragraph 1",
        "page 2, paragraph 2",
    ]


# Tables


def test_ruled_lines_make_cells():
    page = grid([70, 200, 500], [710, 690, 650])
    page += text(75, 697, "Country") + text(205, 697, "Alba") + text(75, 677, "Date") + text(205, 677, "12 May")
    page += text(205, 663, "2031")
    assert [(block.cell, block.text) for block in blocks(page)] == [
        ((1, 1, 1), "Country"),
        ((1, 1, 2), "Alba"),
        ((1, 2, 1), "Date"),
        ((1, 2, 2), "12 May"),
        ((1, 2, 2), "2031"),
    ]
    assert blocks(page)[0].place == "page 1, table 1, row 1, cell 1"


def test_a_line_under_words_is_no_edge_of_a_cell():
    page = grid([70, 200, 500], [710, 650]) + text(75, 697, "Law") + text(205, 697, "Act") + rule(205, 695, 230, 695)
    page += text(205, 677, "No. 4")
    assert [block.cell for block in blocks(page)] == [(1, 1, 1), (1, 1, 2), (1, 1, 2)]
    assert [run.underline for run in blocks(page)[1].runs] == [True]


def test_a_table_goes_on_on_the_next_page_without_its_heading():
    heading = text(75, 797, "Number") + text(205, 797, "Answer")
    first = grid([70, 200, 500], [810, 790, 770]) + heading + text(75, 777, "1 (a)") + text(205, 777, "The harbour")
    second = grid([70, 200, 500], [810, 790, 770, 750]) + heading + text(205, 777, "board.") + text(75, 757, "1 (b)")
    assert [(block.cell, block.text) for block in blocks(first, second)] == [
        ((1, 1, 1), "Number"),
        ((1, 1, 2), "Answer"),
        ((1, 2, 1), "1 (a)"),
        ((1, 2, 2), "The harbour"),
        ((1, 2, 2), "board."),
        ((1, 3, 1), "1 (b)"),
        ((1, 3, 2), ""),
    ]


def test_a_heading_row_at_the_end_of_a_page_heads_the_table_on_the_next():
    first = grid([70, 200, 300, 500], [810, 790]) + text(205, 797, "Yes") + text(305, 797, "No")
    second = grid([71, 201, 301, 501], [810, 790, 770]) + text(75, 797, "1 (a)") + text(305, 797, "X")
    second += text(75, 777, "1 (b)") + text(205, 777, "X")
    assert [(block.cell, block.text) for block in blocks(first, second)] == [
        ((1, 1, 1), ""),
        ((1, 1, 2), "Yes"),
        ((1, 1, 3), "No"),
        ((1, 2, 1), "1 (a)"),
        ((1, 2, 2), ""),
        ((1, 2, 3), "X"),
        ((1, 3, 1), "1 (b)"),
        ((1, 3, 2), "X"),
        ((1, 3, 3), ""),
    ]


def test_a_table_of_more_columns_on_the_next_page_is_another():
    first = grid([70, 200, 500], [810, 790, 770]) + text(75, 797, "Comments") + text(205, 797, "Lit.")
    first += text(75, 777, "Date") + text(205, 777, "May")
    second = grid([70, 200, 300, 500], [810, 790]) + text(75, 797, "No.") + text(205, 797, "Yes") + text(305, 797, "No")
    assert [block.cell.table for block in blocks(first, second)] == [1, 1, 1, 1, 2, 2, 2]


def test_tables_apart_are_two():
    page = grid([70, 200], [710, 690]) + text(75, 697, "One") + grid([70, 200], [610, 590]) + text(75, 597, "Two")
    assert [block.cell for block in blocks(page)] == [(1, 1, 1), (2, 1, 1)]


def test_a_word_wider_than_its_cell_is_whole_again():
    page = grid([70, 99, 500], [710, 650]) + text(75, 697, "Issu") + text(75, 685, "e 1")
    assert texts(page) == ["Issue 1"]


def test_words_without_letters_for_spaces_are_parted_at_the_end_of_a_line_too():
    words = text(75, 697, "We") + text(95, 697, "lit") + text(112, 697, "the") + text(75, 685, "pier.")
    assert texts(grid([70, 130, 500], [710, 650]) + words) == ["We lit the pier."]


def test_a_row_is_one_also_where_the_page_ends_in_it():
    sides = "".join(rule(x, 40, x, 110) for x in (70, 200, 500))
    lines = rule(70, 110, 500, 110) + rule(70, 75, 500, 75)
    said = text(75, 95, "(a) Lights") + text(205, 95, "Lit.") + text(75, 60, "(b) Piers") + text(205, 60, "Mended.")
    found = [(block.cell.row, block.cell.column, block.text) for block in blocks(sides + lines + said)]
    assert found == [(1, 1, "(a) Lights"), (1, 2, "Lit."), (2, 1, "(b) Piers"), (2, 2, "Mended.")]


def test_fields_of_an_interactive_form_are_read(question):
    page = text(72, 780, "Name of country") + text(72, 740, "Recommendation (a)") + text(72, 725, A)
    page += text(72, 700, "Any action taken:") + text(180, 700, "Yes") + text(230, 700, "No")
    page += text(72, 680, "Please elaborate:")
    fields = (
        text_field(170, 778, "Alba"),
        check_field(165, 698, False),
        check_field(215, 698, True),
        text_field(72, 660, "No lamps are left."),
    )
    (reply,) = read(pdf(page, fields=fields), question)
    assert reply.respondent == "Alba"
    assert [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers] == [
        ("1.a", "no", "No lamps are left.")
    ]
    assert reply.format == "pdf"
    assert reply.answers[0].locator.startswith("page 1, paragraph")


def test_deleted_text_is_left_out_and_told(question):
    page = text(72, 740, "Recommendation (a)") + text(72, 725, A) + text(72, 700, "Any action taken: Yes")
    page += text(72, 685, "Please elaborate:") + text(72, 670, "Draft.", colour="0 0 1") + rule(72, 673, 100, 673)
    page += text(110, 670, "We lit them.")
    (reply,) = read(pdf(page), question)
    assert reply.answers[0].text == "We lit them."
    assert [remark.code for remark in reply.remarks] == ["tracked_changes"]


# Files that give nothing


def test_a_scan_is_told(question):
    with pytest.raises(Unreadable, match="no_text"):
        read(pdf(area(0, 0, 595, 842, "0.9 0.9 0.9")), question)


def test_a_protected_file_is_told(question):
    key = "<" + "00" * 32 + ">"
    extra = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {key} /U {key} /P -4 >> /ID [<00> <00>]"
    with pytest.raises(Unreadable, match="encrypted_file"):
        read(pdf(text(72, 700, "x"), extra=extra), question)


def test_a_damaged_file_is_told(question):
    with pytest.raises(Unreadable, match="unreadable_file"):
        read(b"%PDF-1.7\n" + b"\0" * 2000, question)


def test_a_file_of_too_many_pages_is_told(question):
    with pytest.raises(Unreadable, match="file_too_large"):
        read(pdf(*[text(72, 700, "x")] * (MAX_PAGES + 1)), question)


def test_a_file_about_something_else_is_told(question):
    with pytest.raises(Unreadable, match="wrong_questionnaire"):
        read(pdf(text(72, 700, "Menu of the day")), question)
