"""Words without a place: what all copies of a form print is none, what one respondent wrote is told whole."""

from datetime import date

from pipeline.intake.counting import Received
from pipeline.intake.unplaced import about_unplaced, count_unplaced, written
from pipeline.reading.reply import Reply, Unplaced, line_mark

GUIDE = Unplaced("paragraph 3", "Write legibly, in blue.", line_mark("Guidance"))
TYPED = Unplaced("paragraph 4", "The Zorblat is lit.", line_mark(GUIDE.text))
MORE = Unplaced("paragraph 5", "It burns oil.", line_mark(TYPED.text))
ELSEWHERE = Unplaced("table 9, row 1, cell 1", "The Zorblat is lit.", line_mark("Annex"))


def received(code, *words, file="", **fields) -> Received:
    reply = Reply("docx", unplaced=words, **fields)
    day = date(2031, 5, 20)
    return Received(file or f"{code}.docx", code, "docx", reply, code, day, "receipts", None, 0, "included")


def test_a_line_that_every_copy_has_is_printed():
    items = [received("ALB", GUIDE), received("BOR", GUIDE, TYPED), received("CYR", GUIDE)]
    assert written(items) == {0: [], 1: [TYPED], 2: []}


def test_a_line_of_the_only_copy_is_told():
    assert written([received("ALB", GUIDE)]) == {0: [GUIDE]}


def test_a_line_that_a_few_respondents_deleted_is_still_printed():
    items = [received(code, GUIDE) for code in ("ALB", "BOR", "CYR", "DUN")] + [received("EST")]
    assert not any(written(items).values())


def test_the_same_words_at_different_places_are_written():
    items = [received("ALB", GUIDE, TYPED), received("BOR", GUIDE, ELSEWHERE), received("CYR", GUIDE)]
    assert written(items) == {0: [TYPED], 1: [ELSEWHERE], 2: []}


def test_two_replies_of_one_respondent_are_no_two_copies():
    items = [received("ALB", TYPED), received("ALB", TYPED, file="again.docx")]
    assert written(items) == {0: [TYPED], 1: [TYPED]}


def test_what_two_of_many_wrote_at_one_place_is_written():
    items = [received(code, GUIDE) for code in ("ALB", "BOR", "CYR", "DUN", "EST")]
    items += [received(code, GUIDE, TYPED) for code in ("FOR", "GAL", "HAR")]
    assert [number for number, words in written(items).items() if words] == [5, 6, 7]


def test_a_sentence_in_the_field_of_the_date_or_the_name_is_told_and_a_chain_of_agencies_is_not():
    wordy = received("ALB", submitted_on="12 May 2031. The lamps were lit that day.")
    chain = received("BOR", respondent="Dem. Rep. of Borford - Ministry of Lights - Coast Guard Department")
    assert written([wordy, chain]) == {
        0: [Unplaced("date of submission", "12 May 2031. The lamps were lit that day.")],
        1: [],
    }


def test_lines_that_follow_each_other_are_one_finding_and_stand_whole_in_its_row():
    item = received("ALB", GUIDE, TYPED, MORE, ELSEWHERE)
    first, second = about_unplaced(item, [TYPED, MORE, ELSEWHERE])
    assert first.row == '{"text": "The Zorblat is lit.\\nIt burns oil."}'
    assert (first.code, first.place.locator, first.place.respondent) == ("unplaced_text", "paragraph 4", "ALB")
    assert (second.place.locator, second.value) == ("table 9, row 1, cell 1", "The Zorblat is lit.")


def test_lines_of_two_recommendations_are_two_findings():
    there = MORE.__class__(MORE.locator, MORE.text, MORE.after, "1.a")
    assert [one.place.recommendation for one in about_unplaced(received("ALB"), [TYPED, there])] == [None, "1.a"]


def test_words_are_counted():
    assert count_unplaced([TYPED, MORE]) == 7
    assert count_unplaced([]) == 0


def test_words_beside_a_sheet_are_told_as_well():
    assert written([received("ALB", TYPED, whole_form=False)]) == {0: [TYPED]}
