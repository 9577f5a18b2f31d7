"""Tables inside answers become lines; the cells that a form prints around an answer are no table."""

from pipeline.intake.take_in import question_of
from pipeline.outgoing.questionnaire import blank_form
from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.answer_text import has_table, text_of
from pipeline.reading.kinds import read
from tests.corpus.package import Document
from tests.corpus.wordml import cell, plain, row, table
from tests.typed_anywhere import put_into

FIGURES = table(
    [row(cell(plain("Year")), cell(plain("Lamps"))), row(cell(plain("2030")), cell(plain("14")))], (900, 900)
)
OUTER = Cell(1, 2, 2)


def block(text: str, place: Cell | None = None, around: int = 0, bullet: bool = False) -> Block:
    return Block((Run(text),), 1, place, bullet, around=around)


def inner(*rows: tuple[str, ...]) -> list[Block]:
    return [
        block(text, Cell(2, at, column), around=1)
        for at, cells in enumerate(rows, start=1)
        for column, text in enumerate(cells, start=1)
    ]


def test_rows_below_headings_say_what_their_figures_are():
    blocks = [
        block("We trained.", OUTER),
        *inner(("Year", "Courses", "Officers"), ("2017", "3", "61"), ("2018", "4", "70")),
    ]
    assert text_of(blocks) == "We trained.\nYear 2017: courses 3, officers 61\nYear 2018: courses 4, officers 70"
    assert has_table(blocks)


def test_rows_without_headings_keep_their_cells_apart():
    blocks = [block("We trained."), *inner(("2017", "3", "61"), ("2018", "4", ""))]
    assert text_of(blocks) == "We trained.\n2017: 3, 61\n2018: 4"


def test_abbreviations_keep_their_capitals_and_one_row_is_no_heading():
    assert text_of([block("x"), *inner(("Port", "GT"), ("Borford", "900"))]) == "x\nPort Borford: GT 900"
    assert text_of([block("x"), *inner(("Lamps", "lit"))]) == "x\nLamps: lit"


def test_a_heading_over_no_cell_is_kept():
    assert text_of([block("x"), *inner(("Year", "Lamps", "Oil"), ("2030", "14"))]) == "x\nYear: Lamps, Oil\n2030: 14"


def test_the_cell_of_an_answer_is_no_table():
    blocks = [block("We lit lamps.", OUTER), block("All of them.", OUTER, bullet=True)]
    assert text_of(blocks) == "We lit lamps.\n- All of them."
    assert not has_table(blocks)


def test_a_table_in_a_field_of_our_form_is_read_and_told(case):
    data = put_into(blank_form(case.meeting, case.register.by_code["EST"]), "rapporteur:1.a:text", FIGURES)
    (reply,) = read(data, question_of(case.meeting))
    assert reply.answers[0].text == "Year 2030: lamps 14"
    assert [(remark.code, remark.locator) for remark in reply.remarks] == [("needs_editor", "field 1.a")]
    assert reply.unplaced == ()


def test_a_table_below_an_answer_in_lines_is_part_of_it_where_another_recommendation_follows(case):
    document = Document()
    document.add(plain("Name of country: Alba"))
    first, second, *_ = case.meeting.recommendations
    document.add(plain("Recommendation (a)"), plain(first.text), plain("Any action taken? YES ☒ NO ☐"))
    document.add(plain("Comments: We lit lamps:"), FIGURES)
    document.add(
        plain("Recommendation (b)"), plain(second.text), plain("Any action taken? YES ☐ NO ☒"), plain("Comments:")
    )
    (reply,) = read(document.save(), question_of(case.meeting))
    assert reply.answers[0].text == "We lit lamps:\nYear 2030: lamps 14"
    assert [remark.code for remark in reply.remarks] == ["needs_editor"]


def test_an_arrow_before_an_answer_is_no_part_of_it():
    assert text_of([block("→ Yes. Lit."), block("Albaville → Borford")]) == "Yes. Lit.\nAlbaville → Borford"


def test_brackets_around_all_of_an_answer_are_taken_off():
    said = ["[We lit lamps.]", "We lit lamps.]", "[Alba] lit lamps [all].", "We lit lamps [all]"]
    assert [text_of([block(one)]) for one in said] == ["We lit lamps.", "We lit lamps.", *said[2:]]
