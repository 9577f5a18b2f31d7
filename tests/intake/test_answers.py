"""The answers of one reply as rows, and what is doubtful about each.

Keeps out: files and formats (test_take_in.py, the tests of reading), which reply counts (test_counting.py).
"""

from datetime import date

import polars as pl
import pytest

from pipeline.intake.answers import answers_of, judge
from pipeline.intake.counting import Received
from pipeline.reading.reply import ReadAnswer, Reply
from pipeline.validate import require
from schemas.core import Answers

LONG = "word " * 61


def taken(*answers, general="", whole_form=False):
    """A reply of Alba with these answers: (recommendation, action, text) or whole ReadAnswers."""
    read = tuple(
        answer if isinstance(answer, ReadAnswer) else ReadAnswer(*answer, f"line {line}")
        for line, answer in enumerate(answers, start=1)
    )
    reply = Reply("yaml", answers=read, general=general, general_locator="line 9", whole_form=whole_form)
    return Received(
        "replies/a.yaml", "0" * 64, "yaml", reply, "ALB", date(2031, 5, 20), "receipts", None, 1, "included"
    )


@pytest.fixture
def rows_of(case):
    """Rows by recommendation, and the codes of the findings."""

    def reader(*answers, **fields):
        rows, found = answers_of(taken(*answers, **fields), case.meeting)
        return {row["recommendation"]: row for row in rows}, [item.code for item in found]

    return reader


@pytest.fixture
def judged(case):
    """Good rows and all findings of a reply."""

    def judge_reply(*answers, **fields):
        rows, found = answers_of(taken(*answers, **fields), case.meeting)
        good, about = judge(rows, case.meeting)
        require(Answers, good, "core.answers")
        return good, [*found, *about]

    return judge_reply


@pytest.mark.parametrize(
    ("action", "text", "taken_as", "status"),
    [
        ("yes", "We did.", "yes", "answered"),
        ("Yes ", "We did.", "yes", "answered"),
        ("YES", "", "yes", "answered"),
        ("no", "", "no", "no_action"),
        ("No", "Not yet.", "no", "no_action"),
        ("no", "N/A", "no", "no_action"),
        ("", "", "unclear", "blank"),
        ("", " \n\t", "unclear", "blank"),
        ("unclear", "", "unclear", "blank"),
        ("unclear", "We did.", "unclear", "answered"),
        ("", "We did.", "unclear", "answered"),
        ("unclear", "N/A", "unclear", "not_applicable"),
        ("unclear", "n/a.", "unclear", "not_applicable"),
        ("unclear", "Not applicable", "unclear", "not_applicable"),
        ("unclear", "–", "unclear", "not_applicable"),
        ("unclear", "….", "unclear", "not_applicable"),
        ("unclear", "None of the lights failed.", "unclear", "answered"),
    ],
)
def test_action_and_text_give_the_status(rows_of, action, text, taken_as, status):
    row = rows_of(("1.a", action, text))[0]["1.a"]
    assert (row["action_taken"], row["status"]) == (taken_as, status)


def test_a_row_says_where_it_came_from_and_how_long_it_is(rows_of):
    row = rows_of(("1.b", "yes", "  We trained\u00a052 pilots. "))[0]["1.b"]
    assert row["text"] == "We trained 52 pilots."
    assert (row["words"], row["answer_id"], row["locator"]) == (4, "harb-12:ALB:1.b", "line 1")
    assert (row["file"], row["sha256"], row["meeting_id"]) == ("replies/a.yaml", "0" * 64, "harb-12")


def test_rows_stand_in_the_notes_order_whatever_the_replys(rows_of):
    rows, _ = rows_of(("2.a", "yes", "Two."), ("1.b", "no", ""), ("1.a", "yes", "One."))
    assert list(rows) == ["1.a", "1.b", "2.a"]


def test_recommendations_left_out_of_an_open_format_are_blank(rows_of):
    rows, codes = rows_of(("1.b", "no", ""))
    assert {key: row["status"] for key, row in rows.items()} == {"1.a": "blank", "1.b": "no_action", "2.a": "blank"}
    assert codes == []


def test_recommendations_taken_out_of_a_form_are_missing(rows_of):
    rows, codes = rows_of(("1.b", "no", ""), whole_form=True)
    assert (list(rows), codes) == (["1.b"], ["missing_from_form"])


def test_a_second_answer_is_set_aside_with_its_content(case):
    rows, found = answers_of(taken(("1.a", "yes", "First."), ("1.a", "no", "Second.")), case.meeting)
    assert rows[0]["text"] == "First."
    assert [item.code for item in found] == ["duplicate_answer"]
    assert found[0].place.locator == "line 2"
    assert '"text": "Second."' in found[0].row


@pytest.mark.parametrize("identifier", ["3.a", "1.A", "a", "", "1.a "])
def test_an_answer_to_no_recommendation_is_set_aside_with_its_content(case, identifier):
    rows, found = answers_of(taken((identifier, "yes", "Text."), ("1.a", "no", "")), case.meeting)
    assert [item.code for item in found] == ["unknown_recommendation"]
    assert '"text": "Text."' in found[0].row
    assert [row["status"] for row in rows] == ["no_action", "blank", "blank"]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        (None, []),
        ("Governments are encouraged to inspect the lights of every small harbour once a year.", []),
        ("GOVERNMENTS are encouraged to inspect the lights of every small harbour, once a year", []),
        ("(a) Governments are encouraged to inspect the lights of every small harbour once a year.", []),
        ("1. (a) Governments are encouraged to inspect the lights of every small harbour once a year.", []),
        ("iv) Governments are encouraged to inspect the lights of every small harbour once a year.", []),
        ("Governments are encouraged to paint the lights of every harbour once in ten years.",
         ["recommendation_text_changed"]),
    ],
)  # fmt: skip
def test_the_text_in_the_form_is_compared_with_the_adopted_one(rows_of, printed, codes):
    assert rows_of(ReadAnswer("1.a", "yes", "We did.", "line 1", printed))[1] == codes


def test_a_change_at_the_end_of_a_recommendation_can_be_seen_in_the_message(case):
    printed = case.meeting.recommendations[0].text.replace("a year", "a decade")
    _, found = answers_of(taken(ReadAnswer("1.a", "yes", "We did.", "line 1", printed)), case.meeting)
    shown, expected = found[0].message.split(": found ")[1].removesuffix(".").split(", expected ")
    assert shown != expected


def test_a_general_statement_alone_stands_under_the_first_recommendation(rows_of):
    row = rows_of(general="We follow them all.")[0]["1.a"]
    assert (row["text"], row["status"], row["action_taken"]) == ("We follow them all.", "general", "unclear")
    assert row["locator"] == "line 9 (general statement)"
    assert row["words"] == 4


@pytest.mark.parametrize("general", ["None.", "N/A", "--", "Sin comentarios"])
def test_a_general_statement_that_says_nothing_is_none(rows_of, general):
    row = rows_of(("1.a", "yes", "We inspected lights."), general=general)[0]["1.a"]
    assert (row["text"], row["status"]) == ("We inspected lights.", "answered")


def test_a_general_statement_goes_before_the_own_text_there(rows_of):
    row = rows_of(("1.a", "yes", "We inspected lights."), general="We follow them all.")[0]["1.a"]
    assert row["text"] == "We follow them all.\n\nWe inspected lights."
    assert (row["status"], row["action_taken"], row["words"]) == ("answered", "yes", 7)
    assert row["locator"] == "line 9 (general statement); line 1"


@pytest.mark.parametrize("own", ["", "N/A", "–"])
def test_a_general_statement_takes_the_place_of_an_answer_that_says_nothing(rows_of, own):
    row = rows_of(("1.a", "", own), general="We follow them all.")[0]["1.a"]
    assert (row["text"], row["status"]) == ("We follow them all.", "general")


def test_a_general_statement_beside_a_no_is_still_general(rows_of):
    row = rows_of(("1.a", "no", ""), general="We follow them all.")[0]["1.a"]
    assert (row["text"], row["status"], row["action_taken"]) == ("We follow them all.", "general", "no")


def test_a_general_statement_does_not_hide_text_beside_a_no(judged):
    _, found = judged(("1.a", "no", "It is planned."), ("1.b", "no", ""), ("2.a", "no", ""), general="We follow all.")
    assert [item.code for item in found] == ["no_with_text"]


def test_a_general_statement_leaves_the_other_rows_alone(rows_of):
    rows, _ = rows_of(("2.a", "yes", "We did."), general="We follow them all.")
    assert (rows["1.b"]["status"], rows["2.a"]["text"]) == ("blank", "We did.")


def test_a_general_statement_stands_even_where_the_form_lacks_the_first_recommendation(rows_of):
    rows, codes = rows_of(("1.b", "no", ""), general="We follow them all.", whole_form=True)
    assert (rows["1.a"]["status"], codes) == ("general", ["missing_from_form"])


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (("1.a", "yes", ""), "yes_without_text"),
        (("1.a", "no", "It is planned."), "no_with_text"),
        (("1.a", "", "We did."), "action_unclear"),
        (("1.a", "yes", LONG), "over_word_cap"),
        (("1.a", "yes", "Nous avons inspecté tous les phares de nos petits ports."), "not_english"),
    ],
)
def test_a_doubtful_answer_is_kept_with_a_warning(judged, answer, code):
    good, found = judged(answer, ("1.b", "no", ""), ("2.a", "no", ""))
    assert [(item.code, item.severity, item.place.recommendation) for item in found] == [(code, "warning", "1.a")]
    assert good.height == 3


@pytest.mark.parametrize(
    "answer", [("1.a", "yes", "We did."), ("1.a", "no", ""), ("1.a", "no", "n/a"), ("1.a", "yes", LONG[5:])]
)
def test_a_plain_answer_raises_nothing(judged, answer):
    assert judged(answer, ("1.b", "no", ""), ("2.a", "no", ""))[1] == []


def test_a_value_that_cannot_stand_is_set_aside_with_its_row(judged):
    good, found = judged(("1.a", "maybe", "We did."), ("1.b", "no", ""), ("2.a", "yes", "Done."))
    assert good["recommendation"].to_list() == ["1.b", "2.a"]
    assert [(item.code, item.place.recommendation, item.place.locator) for item in found] == [
        ("invalid_value", "1.a", "line 1")
    ]
    assert "maybe" in found[0].message
    assert '"text": "We did."' in found[0].row


def test_what_was_expected_of_a_value_is_said_in_plain_words(judged):
    _, found = judged(("1.a", "maybe", "We did."), ("1.b", "no", ""), ("2.a", "no", ""))
    expected = found[0].message.split(", expected ")[1]
    assert all(word in expected for word in ("yes", "no", "unclear"))
    assert "isin" not in expected


def test_blank_answers_are_told_once_for_the_whole_reply(judged):
    _, found = judged(("1.b", "no", ""))
    assert [(item.code, item.value) for item in found] == [("blank_answer", "1.a, 2.a")]


def test_blanks_covered_by_a_general_statement_are_not_told(judged):
    good, found = judged(general="We follow them all.")
    assert found == []
    assert good.filter(pl.col("status") == "blank").height == 2


def test_no_rows_at_all_can_be_judged(case):
    good, found = judge([], case.meeting)
    assert (good.height, found) == (0, [])


@pytest.mark.parametrize("text", ["none", "-", "N/A", "Yes", "Oui."])
def test_a_yes_with_nothing_said_beside_it_is_a_yes_without_text(judged, text):
    good, found = judged(("1.a", "yes", text), ("1.b", "no", ""), ("2.a", "no", ""))
    assert good.row(0, named=True)["text"] == ""
    assert good["status"].to_list() == ["answered", "no_action", "no_action"]
    (told,) = found
    assert (told.code, told.place.respondent, told.place.recommendation) == ("yes_without_text", "ALB", "1.a")
    assert repr(text) in told.message


@pytest.mark.parametrize("text", ["Not yet", "In progress"])
def test_words_in_place_of_a_mark_are_unclear_and_never_no(judged, text):
    good, found = judged(("1.a", "unclear", text), ("1.b", "no", ""), ("2.a", "no", ""))
    assert (good["action_taken"][0], good["text"][0], good["status"][0]) == ("unclear", text, "answered")
    assert [item.code for item in found] == ["action_unclear"]


FRENCH = (
    ("1.a", "yes", "Nous avons inspecté tous les phares de nos petits ports."),
    ("1.b", "yes", "Les pilotes ont été formés à l’emploi des tables des marées."),
)


@pytest.mark.parametrize(
    ("others", "short", "language"),
    [
        (FRENCH, "En cours.", "fr"),
        (FRENCH, "It is done.", None),
        (FRENCH, "14 (2030)", None),
        (FRENCH[:1], "En cours.", None),
        ((FRENCH[0], ("1.b", "yes", "The pilots of our harbours were trained in tides.")), "En cours.", None),
    ],
    ids=["as the others", "English words", "no words", "one other", "others differ"],
)
def test_a_short_answer_is_in_the_language_of_the_others(rows_of, others, short, language):
    rows, _ = rows_of(*others, ("2.a", "yes", short))
    assert rows["2.a"]["language"] == language
