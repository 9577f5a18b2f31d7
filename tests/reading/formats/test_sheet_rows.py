"""What rows of tables hold: what they leave out because the row above says it, boxes in cells, columns of issues."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.reading.formats.test_sheet import csv_of, told

HEADS = ["Country", "Recommendation", "Action taken", "Comments"]


def replies(case, rows: list[list[str]], heads: list[str] = HEADS) -> list:
    return read(csv_of([heads, *rows], ";"), question_of(case.meeting))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (
            [
                ["Alba", "1.a", "Yes", "Lit."],
                ["", "1.b", "No", ""],
                ["Cyra", "1.a", "No", ""],
                ["", "2.a", "Yes", "L."],
            ],
            {"Alba": [("1.a", "yes", "Lit."), ("1.b", "no", "")], "Cyra": [("1.a", "no", ""), ("2.a", "yes", "L.")]},
        ),
        (
            [
                ["Alba", "1.a", "Yes", "Lit."],
                ["Cyra", "", "No", ""],
                ["Alba", "2.a", "No", ""],
                ["Cyra", "", "Yes", "L."],
            ],
            {"Alba": [("1.a", "yes", "Lit."), ("2.a", "no", "")], "Cyra": [("1.a", "no", ""), ("2.a", "yes", "L.")]},
        ),
    ],
    ids=["respondent", "recommendation"],
)
def test_rows_may_leave_out_what_the_row_above_says(case, rows, found):
    assert told(replies(case, rows)) == found


def test_a_second_answer_to_the_same_recommendation_is_not_given_to_the_respondent_above(case):
    found = replies(case, [["Alba", "1.a", "Yes", "Lit."], ["", "1.a", "No", "Too dear."]])
    assert told(found) == {"Alba": [("1.a", "yes", "Lit.")], "": [("1.a", "no", "Too dear.")]}


def test_where_names_stand_in_every_row_a_missing_one_is_not_guessed(case):
    rows = [["Alba", "1.a", "Yes", "Lit."], ["Alba", "1.b", "No", ""], ["", "2.a", "Yes", "Lists."]]
    found = told(replies(case, rows))
    assert found == {"Alba": [("1.a", "yes", "Lit."), ("1.b", "no", "")], "": [("2.a", "yes", "Lists.")]}


@pytest.mark.parametrize(
    ("cell", "mark"), [("☒ Yes ☐ No", "yes"), ("Yes [ ]  No [x]", "no"), ("☐ Yes ☐ No", ""), ("☒ Yes ☒ No", "unclear")]
)
def test_boxes_in_a_cell_are_read_as_those_of_forms(case, cell, mark):
    (reply,) = replies(case, [["Alba", "1.a", cell, ""], ["Alba", "1.b", "No", ""]])
    assert reply.answers[0].action_taken == mark


@pytest.mark.parametrize("issue", ["{one.issue}", "{one.issue_title}", "Theme {one.issue} – {one.issue_title}"])
def test_a_column_of_issues_tells_recommendations_with_the_same_letter_apart(case, issue):
    asked = case.meeting.recommendations
    rows = [["Alba", issue.format(one=one), f"({one.label})", "Yes", f"Lit {one.id}."] for one in asked]
    (reply,) = replies(case, rows, ["Country", "Theme", *HEADS[1:]])
    assert told([reply]) == {"Alba": [(one.id, "yes", f"Lit {one.id}.") for one in asked]}
    assert (reply.unplaced, reply.remarks) == ((), ())


def test_words_in_the_column_of_issues_that_are_no_title_are_kept(case):
    rows = [["Alba", "Lamps", "1.a", "Yes", "Lit."], ["Alba", "We did all we could", "1.b", "Yes", "Taught."]]
    rows += [["Alba", "Cargo on the move", "2.a", "Yes", "Listed."]]
    (reply,) = replies(case, rows, ["Country", "Theme", *HEADS[1:]])
    assert [words.text for words in reply.unplaced] == ["Lamps", "We did all we could"]


@pytest.mark.parametrize("named", ["1.a, 1.b", "1(a) and 1(b)", "Recommendations 1 (a) and (b)", "1.a – 1.b"])
def test_a_row_may_answer_several_recommendations(case, named):
    (reply,) = replies(case, [["Alba", named, "Yes", "Lit."], ["Alba", "2.a", "No", ""]])
    assert told([reply]) == {"Alba": [("1.a", "yes", "Lit."), ("1.b", "yes", "Lit."), ("2.a", "no", "")]}
    assert [(one.code, one.value) for one in reply.remarks] == [("needs_editor", "one answer to 1.a, 1.b")]


@pytest.mark.parametrize(
    ("action", "mark", "text"),
    [
        ("So far, no action has been taken", "no", ""),
        ("No (planned for 2032)", "no", "No (planned for 2032)"),
        ("Implemented (since 2030)", "yes", "Implemented (since 2030)"),
    ],
)
def test_words_in_place_of_a_mark_say_what_they_say_in_forms(case, action, mark, text):
    (reply,) = replies(case, [["Alba", "1.a", action, ""], ["Alba", "1.b", action, "Lit."]])
    assert told([reply]) == {"Alba": [("1.a", mark, text), ("1.b", mark, f"{text}\nLit.".strip())]}


def test_a_text_without_a_mark_beside_it_may_say_it(case):
    texts = ("Yes. We lit the quay.", "No", "Action has been taken. We lit the quay.")
    (reply,) = replies(case, [["Alba", *texts]], ["Country", "1.a", "1.b", "2.a"])
    assert told([reply]) == {
        "Alba": [("1.a", "yes", "Yes. We lit the quay."), ("1.b", "no", ""), ("2.a", "yes", "We lit the quay.")]
    }


def answers_in(reply) -> dict[str, tuple[str, str]]:
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


@pytest.mark.parametrize(
    ("yes", "no", "mark"),
    [
        ("x", "", "yes"), ("", "x", "no"), ("", "No", "no"), ("Yes", "", "yes"), ("☐", "☒", "no"), ("0", "1", "no"),
        ("TRUE", "FALSE", "yes"), ("x", "x", "unclear"), ("", "", "unclear"), ("", "Few pilots", "unclear"),
    ],
)  # fmt: skip
def test_marks_may_stand_in_columns_headed_yes_and_no(case, yes, no, mark):
    (reply,) = replies(case, [["Alba", "1.b", yes, no, "Lit."]], ["Country", "Recommendation", "Yes", "No", "Comments"])
    (answer,) = reply.answers
    assert (answer.action_taken, answer.text) == (mark, "Lit.")


def test_words_in_the_column_headed_no_are_kept(case):
    heads = ["Country", "Recommendation", "Yes", "No", "Comments"]
    (reply,) = replies(case, [["Alba", "1.b", "", "Few pilots", ""]], heads)
    assert answers_in(reply) == {"1.b": ("unclear", "Few pilots")}


@pytest.mark.parametrize("head", ["Rec", "Rec.", "Rec. No.", "Recs"])
def test_the_column_of_recommendations_may_be_shortened(case, head):
    (reply,) = replies(case, [["Alba", "1(b)", "Partly", "Lit."]], ["Country", head, "Action", "Text"])
    assert answers_in(reply) == {"1.b": ("unclear", "Lit.")}


def test_a_letter_alone_is_told_by_the_column_of_issues(case):
    rows = [["Alba", "1", "a", "1", "Lit."], ["Alba", "1", "b", "0", ""], ["Alba", "2", "a", "1", "Sent."]]
    (reply,) = replies(case, rows, ["Country", "Issue", "Rec", "Action", "Text"])
    assert answers_in(reply) == {"1.a": ("yes", "Lit."), "1.b": ("no", ""), "2.a": ("yes", "Sent.")}


def test_questions_of_a_survey_may_name_their_recommendation_inside(case):
    heads = ["Country"]
    for one in case.meeting.recommendations:
        heads += [f"Has action been taken on recommendation {one.issue}({one.label})?", "Please describe"]
    (reply,) = replies(case, [["Alba", "Yes", "Lit.", "No", "", "Yes", "Sent."]], heads)
    assert answers_in(reply) == {"1.a": ("yes", "Lit."), "1.b": ("no", ""), "2.a": ("yes", "Sent.")}


def test_respondents_may_stand_above_columns_of_a_small_text(case):
    rows = [["1(a)", "Yes, lit.", "No"], ["1(b)", "No", "Yes"], ["2(a)", "Sent.", "Not applicable"]]
    alba, cyra = replies(case, rows, ["Recommendation", "Alba", "Cyra"])
    assert (alba.respondent, cyra.respondent) == ("Alba", "Cyra")
    assert answers_in(alba) == {"1.a": ("yes", "Yes, lit."), "1.b": ("no", ""), "2.a": ("unclear", "Sent.")}


def test_a_line_below_the_table_is_told_and_is_no_respondent(case):
    rows = [["Alba", "1.a", "Yes", "Lit."], ["Alba", "1.b", "No", ""], ["Prepared by the harbour office", "", "", ""]]
    (reply,) = replies(case, rows)
    assert [(one.recommendation, one.text) for one in reply.answers] == [("1.a", "Lit."), ("1.b", "")]
    assert [words.text for words in reply.unplaced] == ["Prepared by the harbour office"]


def test_a_column_about_action_may_have_the_answers_where_none_is_for_words(case):
    rows = [["Alba", "1.a", "Yes. We lit the quay."], ["Alba", "1.b", "No"], ["Alba", "2.a", "Cyra has our list."]]
    (reply,) = read(csv_of([["Country", "Recommendation", "Action taken"], *rows]), question_of(case.meeting))
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("yes", "Yes. We lit the quay."),
        ("no", ""),
        ("unclear", "Cyra has our list."),
    ]
