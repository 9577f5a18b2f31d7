"""Tables without lines in PDF files: white that goes down a page parts columns, the first column parts rows."""

import pytest

from pipeline.reading.blocks import Block
from pipeline.reading.formats.pdf import _pages
from pipeline.reading.kinds import read
from pipeline.reading.pdf.blocks import blocks_of, formatted
from pipeline.reading.pdf.borderless import edges
from pipeline.reading.pdf.page import Box, Letter
from pipeline.reading.reply import Question
from tests.pdf_files import pdf, text

LEFTS, RIGHT, LINE, SIZE = (70, 206, 260), 420, 14, 10
# Between columns word processors leave this much, in points.
BETWEEN = 10.8
# Widths of Helvetica's letters, in thousandths of their size; capitals and figures are taken together.
WIDTHS = {
    **dict.fromkeys("abdeghnopqu", 556),
    **dict.fromkeys("ckvxyzs", 500),
    **dict.fromkeys("ft .,:;/", 278),
    **{"i": 222, "j": 222, "l": 222, "m": 833, "r": 333, "w": 722},
}


def width(words: str) -> float:
    return sum(WIDTHS.get(letter, 556 if letter.isdigit() else 690) for letter in words) * SIZE / 1000


def filled(words: str, room: float) -> list[str]:
    """The lines that words make in a column."""
    found = [""]
    for word in words.split():
        longer = f"{found[-1]} {word}".strip()
        if width(longer) > room and found[-1]:
            found.append(word)
        else:
            found[-1] = longer
    return found


def set_out(rows: list[tuple[str, ...]], lefts: tuple[float, ...] = LEFTS, apart: int = 0) -> list[tuple[str, ...]]:
    """Rows of cells as lines of words in columns, so many lines `apart`; a row of one cell stands across them."""
    found: list[tuple[str, ...]] = []
    for row in rows:
        ends = [*(left - BETWEEN for left in lefts[1 : len(row)]), RIGHT]
        columns = [filled(cell, end - left) for cell, left, end in zip(row, lefts, ends, strict=False)]
        height = max(map(len, columns))
        found += zip(*(column + [""] * (height + apart - len(column)) for column in columns), strict=True)
    return found


def lines(top: float, rows: list[tuple[str, ...]], lefts: tuple[float, ...] = LEFTS, line: float = LINE) -> str:
    """Lines one below the other, each with what stands in its columns."""
    return "".join(
        text(left, top - at * line, words)
        for at, row in enumerate(rows)
        for left, words in zip(lefts, row, strict=False)
        if words
    )


def cells(*pages: str) -> list[tuple[tuple[int, int, int] | None, str]]:
    """The places of paragraphs and their texts; empty cells are left out."""
    found = blocks_of(formatted(_pages(pdf(*pages))))
    return [(block.cell and tuple(block.cell), block.text) for block in found if block.text]


HEAD = ("Recommendation", "Yes/No", "Comments")


LIT = "1.a Harbours are invited to light their quays."
TIDES = "1.b Pilots should learn of the tides before they sail."
CARGO = "2.a Cargo should be listed in every port of the country."
WE_LIT = "We lit the quay, and then all of the lamps on the pier."
ROWS = [HEAD, (LIT, "Yes", WE_LIT), (TIDES, "", ""), (CARGO, "No", "Not so far.")]


def in_cells(rows: list[tuple[str, ...]], first: int = 1) -> list[tuple[tuple[int, int, int], str]]:
    return [
        ((1, row, column), words)
        for row, cells_of_row in enumerate(rows, start=first)
        for column, words in enumerate(cells_of_row, start=1)
        if words
    ]


@pytest.mark.parametrize("line", [12, 17])
def test_columns_are_parted_by_white_and_rows_by_labels(line):
    assert cells(lines(700, set_out(ROWS), line=line)) == in_cells(ROWS)


def test_rows_may_be_set_apart():
    assert cells(lines(700, set_out(ROWS, apart=1))) == in_cells(ROWS)


@pytest.mark.parametrize("shift", [0, 5])
def test_what_stands_in_the_middle_of_a_row_is_no_row_of_its_own(shift):
    """Labels and marks half-way down their rows, as where cells are set to their middle."""
    page, top = lines(722, [("No.", *HEAD)], (70, 100, 240, 290)), 700
    for label, mark, said in (
        ("1.a", "Yes", WE_LIT),
        ("1.b", "", ""),
        ("2.a", "No", "Cyra has had our list since 2030."),
    ):
        asked = filled({"1.a": LIT, "1.b": TIDES, "2.a": CARGO}[label].partition(" ")[2], 125)
        page += lines(top, [(one,) for one in asked], (100,))
        page += lines(top - (len(asked) - 1) * LINE / 2 - shift, [(label, mark)], (70, 240))
        page += lines(top, [(one,) for one in filled(said, 120)], (290,))
        top -= max(len(asked), 3) * LINE + 8
    found = cells(page)
    assert [said for cell, said in found if cell[2] == 1][1:] == ["1.a", "1.b", "2.a"]
    assert [said for cell, said in found if cell[2] == 2][1:] == [one.partition(" ")[2] for one in (LIT, TIDES, CARGO)]


def test_without_labels_a_row_begins_where_the_first_column_begins_anew():
    rows = [(LIT.partition(" ")[2], WE_LIT), (TIDES.partition(" ")[2], "Nine pilots came."), ("Lists.", "None.")]
    assert cells(lines(700, set_out(rows, (70, 206)), (70, 206))) == in_cells(rows)


def test_what_stands_across_a_table_is_a_row_of_it():
    issues = [
        ("Issue 1: Small harbours, their quays and the lamps on them",),
        ("Issue 2: Exchange of information on cargo",),
    ]
    rows = [
        HEAD,
        issues[0],
        (LIT, "Yes", WE_LIT),
        (TIDES, "No", "Late."),
        issues[1],
        (CARGO, "Yes", "Listed."),
        ("2.b Lists.", "No", "Soon."),
    ]
    assert cells(lines(700, set_out(rows))) == in_cells(rows)


@pytest.mark.parametrize("apart", [0, 1])
@pytest.mark.parametrize("cut", range(3, 9))
def test_a_row_may_go_on_on_the_next_page(cut, apart):
    set_lines = set_out(ROWS, apart=apart)
    first, second = lines(60 + cut * LINE, set_lines[:cut]), lines(780, set_lines[cut:])
    assert cells(first, second) == in_cells(ROWS)


def test_what_follows_a_table_is_no_row_of_it():
    rows = [*set_out(ROWS), ("General comments",), ("We thank the office for its help with all of this work.",)]
    assert cells(lines(700, rows))[-2:] == [(None, "General comments"), (None, rows[-1][0])]


@pytest.mark.parametrize(
    "rows",
    [
        # a list, with room between its letters and its text
        [
            ("(a)", "Harbours are invited to light the quays that lie"),
            ("", "before them."),
            ("(b)", "Pilots should learn."),
        ],
        # labels with values, each in a line
        [("Country", "Alba"), ("Date", "12 May 2031"), ("Telephone", "0043")],
        # one line alone
        [("Yes", "No")],
        # running text
        [("We lit the quay and all of the lamps of the harbour, and then",), ("the pilots came.",)],
    ],
)
def test_other_lines_are_read_from_left_to_right(rows):
    assert {cell for cell, _ in cells(lines(700, rows, (70, 130)))} == {None}


def test_text_filled_to_its_end_is_no_table():
    """Wide spaces at the same places of two lines, as where lines are filled."""
    rows = [("We lit the", "quay and all", "of the lamps"), ("that stand on", "it, and then", "the pilots.")]
    page = lines(700, rows, (70, 130, 200)) + lines(700 - 2 * LINE, [("came into the harbour, which is deep.",)])
    assert {cell for cell, _ in cells(page)} == {None}


def spread(words: list[str], top: float, space: float) -> str:
    """A line whose words have so much room between them."""
    found, left = "", 70.0
    for word in words:
        found += text(left, top, word)
        left += width(word) + space
    return found


@pytest.mark.parametrize(("space", "columns"), [(12, 1), (60, 4)])
def test_spaces_of_a_filled_line_are_alike_and_no_wider_than_some(space, columns):
    page = "".join(
        spread([label, "lamps", "were", "lit"], 700 - at * LINE, space)
        for at, label in enumerate(("1.a", "1.b", "1.c"))
    )
    found = cells(page)
    assert len(found) == 3 * columns
    assert {cell is None for cell, _ in found} == {columns == 1}


@pytest.mark.parametrize("split", [None, 6, 8, 11])
def test_a_form_whose_table_has_no_lines_is_read(case, split):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    said = {"1.a": ("Yes", WE_LIT), "1.b": ("", ""), "2.a": ("No", "Cyra has had our list since the spring of 2030.")}
    rows = set_out([HEAD, *((f"{one.id} {one.text}", *said[one.id]) for one in question.recommendations)])
    front = lines(790, [("Country: Alba",), ("Date: 12 May 2031",)])
    pages = (
        [front + lines(750, rows)]
        if split is None
        else [front + lines(90 + split * LINE, rows[:split]), lines(780, rows[split:])]
    )
    (reply,) = read(pdf(*pages), question)
    assert (reply.respondent, reply.submitted_on, reply.unplaced) == ("Alba", "12 May 2031", ())
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        (one, mark.lower(), words) for one, (mark, words) in said.items()
    ]


def test_blocks_name_the_page_and_the_cell():
    first: Block = blocks_of(formatted(_pages(pdf(lines(700, set_out(ROWS))))))[0]
    assert first.place == "page 1, table 1, row 1, cell 1"


def test_a_mark_between_two_lines_of_the_first_column_parts_no_row():
    page, top = lines(722, [HEAD]), 700
    for asked in (LIT, TIDES, CARGO):
        first = filled(asked, 125)
        said = filled(WE_LIT, 150)
        page += lines(top, list(zip(first, said, strict=False)), (70, 260)) + lines(top - LINE / 2, [("Yes",)], (206,))
        top -= 3 * LINE + 8
    assert [said for cell, said in cells(page) if cell[2] == 1][1:] == [LIT, TIDES, CARGO]


def test_the_rest_of_a_row_may_begin_with_a_capital():
    first = lines(200, set_out([HEAD, (LIT, "Yes", WE_LIT), ("1.b Pilots should learn of the", "", "")]))
    second = lines(780, set_out([("Duna's tides.", "", ""), (CARGO, "No", "Late."), ("2.b Lists.", "No", "Soon.")]))
    assert {cell and cell[0] for cell, _ in cells(first, second)} == {1}


def test_a_heading_may_stand_across_some_columns_only():
    across = "Issue 2: Exchange of cargo lists"
    rows = [
        HEAD,
        (LIT, "Yes", WE_LIT),
        (TIDES, "No", "Late."),
        (across,),
        (CARGO, "Yes", "Listed."),
        ("2.b Lists.", "No", "Soon."),
    ]
    assert LEFTS[1] - BETWEEN < LEFTS[0] + width(across) < LEFTS[2] - BETWEEN
    assert cells(lines(700, set_out(rows))) == in_cells(rows)


def test_a_label_with_a_full_stop_is_no_sentence():
    rows = [("Rec", "Yes/No", "Comments"), ("1.a. Lamps.", "Yes", "Lit."), ("1.b. Pilots.", "", "")]
    assert cells(lines(700, set_out(rows, (70, 112, 170)), (70, 112, 170))) == in_cells(rows)


def test_fields_with_tabs_are_lines_however_short_their_labels_are():
    rows = [("State:", "Alba"), ("Authority:", "Port Board"), ("Post:", "Head of Unit"), ("Address:", "4 Quay Street")]
    texts = [text for _, text in cells(lines(700, rows, (70, 120)))]
    assert texts == ["\t".join(row) for row in rows]


@pytest.mark.parametrize(("count", "found"), [(400, True), (401, False)])
def test_a_page_of_more_lines_than_anybody_reads_is_read_from_left_to_right(count, found):
    rows = [
        ([Letter("a", Box(left, 2 * at, left + 1, 2 * at + 1), 1) for left in LEFTS], False)
        for at in reversed(range(count))
    ]
    assert bool(edges(rows, None).down) == found
