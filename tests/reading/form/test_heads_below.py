"""Headed columns: under a recommendation, with the answer in the row below, and with a row for each."""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table

A = "Governments are encouraged to inspect the lights of every small harbour once a year."
B = "Governments should train pilots in the use of tide tables and publish the results."
TEXTS = {"1 (a)": A, "1 (b)": B}
HEADS = ("Action taken", "Comments")


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def said(question: Question, *parts: str) -> list[tuple[str, str, str]]:
    (reply,) = read(word(paragraph("Country: Alba") + "".join(parts)), question)
    assert reply.unplaced == ()
    return [(one.recommendation, one.action_taken, one.text) for one in reply.answers]


def asked(label: str) -> str:
    return paragraph(f"Recommendation {label}") + paragraph(TEXTS[label])


@pytest.mark.parametrize(
    ("heads", "yes", "no"),
    [
        (HEADS, ("Yes",), ("No",)),
        (("Yes", "No", "Comments"), ("X", ""), ("", "X")),
        (("Mesures prises", "Commentaires"), ("Oui",), ("Non",)),
    ],
)
def test_the_row_under_the_headings_answers_the_recommendation_above(question, heads, yes, no):
    first, second = table(heads, (*yes, "Lit.")), table(heads, (*no, ""))
    assert said(question, asked("1 (a)"), first, asked("1 (b)"), second) == [("1.a", "yes", "Lit."), ("1.b", "no", "")]


def test_the_headings_may_stand_in_the_table_of_the_recommendation(question):
    whole = [
        table((f"Recommendation {label}",), (text,), HEADS, ("Yes", f"Done {label}.")) for label, text in TEXTS.items()
    ]
    assert said(question, *whole) == [("1.a", "yes", "Done 1 (a)."), ("1.b", "yes", "Done 1 (b).")]
    rows = [row for label, text in TEXTS.items() for row in ((f"{label} {text}",), HEADS, ("Yes", f"Done {label}."))]
    assert said(question, table(*rows)) == [("1.a", "yes", "Done 1 (a)."), ("1.b", "yes", "Done 1 (b).")]


def test_a_row_left_blank_leaves_the_others_where_they_are(question):
    blank, filled = table(HEADS, ("", "")), table(HEADS, ("Yes", "Trained."))
    assert said(question, asked("1 (a)"), blank, asked("1 (b)"), filled)[1] == ("1.b", "yes", "Trained.")


def test_further_rows_go_on_with_the_answer(question):
    rows = table(HEADS, ("Yes", "Lit."), ("", "Repaired too."))
    assert said(question, asked("1 (a)"), rows, asked("1 (b)"))[0] == ("1.a", "yes", "Lit.\nRepaired too.")


@pytest.mark.parametrize("heads", [HEADS, (*HEADS, "Date"), ("Yes", "No", "Comments")])
def test_recommendations_in_rows_of_their_own_under_one_heading_are_answered_below(question, heads):
    yes, no = (("X", ""), ("", "X")) if len(heads) == 3 and heads[0] == "Yes" else (("Yes",), ("No",))
    first = [(f"1 (a) {A}",), (*yes, "Lit."), (*("" for _ in yes), "Repaired too.")]
    second = [("Recommendation 1 (b)",), (*no, "")]
    assert said(question, table(heads, *first, *second)) == [("1.a", "yes", "Lit.\nRepaired too."), ("1.b", "no", "")]


def test_a_row_left_blank_under_one_heading_leaves_the_others_where_they_are(question):
    rows = [(f"1 (a) {A}",), ("", ""), (f"1 (b) {B}",), ("Yes", "Trained.")]
    assert said(question, table(HEADS, *rows)) == [("1.a", "", ""), ("1.b", "yes", "Trained.")]


def test_a_recommendation_in_its_column_is_another_one(question):
    heads = ("Recommendation", *HEADS)
    rows = [(f"1 (a) {A}",), (f"1 (b) {B}", "Yes", "Trained.")]
    assert said(question, table(heads, *rows)) == [("1.a", "", ""), ("1.b", "yes", "Trained.")]


# Headed columns, with a row for each recommendation


def test_what_stands_in_place_of_a_mark_is_no_part_of_what_was_done(case):
    heads = ("Recommendation", "Status of implementation", "Measures taken")
    body = table(heads, (f"1(a) {A}", "Completed", "Lit."), (f"1(b) {B}", "Ongoing", "Trained."))
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(word(paragraph("Country: Alba") + body), question)
    assert [(one.action_taken, one.text) for one in reply.answers] == [("yes", "Lit."), ("unclear", "Trained.")]
    assert [(one.text, one.recommendation) for one in reply.unplaced] == [("Ongoing", "1.b")]


def test_a_column_that_only_this_form_has_is_left_over(case):
    heads = ("Issue", "Recommendation", "Responsible ministry", "Action taken", "Comments")
    body = table(heads, ("Safety of small harbours", f"1(a) {A}", "The Herring Office", "Yes", "Lit."))
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(word(paragraph("Country: Alba") + body), question)
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [("1.a", "yes", "Lit.")]
    assert [one.text for one in reply.unplaced] == ["Responsible ministry", "The Herring Office"]


def test_comments_listed_behind_a_table_of_marks_go_to_their_own(question):
    marks = table(("Recommendation", "Yes", "No"), (f"1.a {A}", "X", ""), (f"1.b {B}", "X", ""))
    listed = "".join(map(paragraph, ("Comments", "1.a: Lit.", "1.b: Trained.")))
    assert said(question, marks, listed) == [("1.a", "yes", "Lit."), ("1.b", "yes", "Trained.")]


def test_comments_listed_behind_a_table_of_marks_may_have_the_word_for_a_recommendation(question):
    marks = table(("Recommendation", "Yes", "No"), (f"1.a {A}", "X", ""), (f"1.b {B}", "", "X"))
    listed = "".join(map(paragraph, ("Comments", "Recommendation 1(a): Lit.", "Recommendation 1(b): Not trained.")))
    assert said(question, marks, listed) == [("1.a", "yes", "Lit."), ("1.b", "no", "Not trained.")]


def test_the_row_below_a_recommendation_answers_it_and_so_does_one_more(question):
    heads = ("Recommendation", *HEADS)
    rows = [(f"1 (a) {A}", "", ""), ("", "Yes", "Lit."), ("", "", "Often."), (f"1 (b) {B}", "", ""), ("", "No", "")]
    assert said(question, table(heads, *rows)) == [("1.a", "yes", "Lit.\nOften."), ("1.b", "no", "")]


def test_rows_that_name_nothing_are_told_by_their_places(question):
    rows = [("", "Yes", "Lit."), ("", "No", "Not trained."), ("", "Yes", "Shared.")]
    found = said(question, table(("Recommendation", *HEADS), *rows))
    assert found == [("1.a", "yes", "Lit."), ("1.b", "no", "Not trained."), ("2.a", "yes", "Shared.")]


def test_the_label_may_stand_in_a_cell_above_that_of_the_text(question):
    rows = [
        row
        for label, text in TEXTS.items()
        for row in (("Recommendation", label), ("Text", text), ("Action taken", "Yes"), ("Comments", f"Done {label}."))
    ]
    assert said(question, table(*rows)) == [("1.a", "yes", "Done 1 (a)."), ("1.b", "yes", "Done 1 (b).")]


def test_columns_that_only_this_form_has_may_be_many_where_one_holds_the_recommendations(case):
    heads = ("Recommendation", "Responsible agency", "Action taken", "Timeline", "Budget line", "Comments")
    rows = [(text, "The Herring Office", "Yes", "soon", "herrings", "Lit.") for text in TEXTS.values()]
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(word(paragraph("Country: Alba") + table(heads, *rows)), question)
    assert [(one.action_taken, one.text) for one in reply.answers] == [("yes", "Lit.")] * 2
    assert {one.text for one in reply.unplaced} >= {"The Herring Office", "soon", "herrings"}


@pytest.mark.parametrize("said_of", ["Measures implemented", "Action taken.", "Implemented", "Text"])
@pytest.mark.parametrize("action", [(), (("Action taken", "Yes"),)])
def test_a_short_answer_beside_its_label_heads_no_column(question, said_of, action):
    rows = [
        row
        for label, text in TEXTS.items()
        for row in (("Recommendation", f"{label} {text}"), *action, ("Comments", said_of))
    ]
    # "Implemented" with nothing else is a mark.
    answer = ("yes", said_of) if action else ("yes", "") if said_of == "Implemented" else ("unclear", said_of)
    assert said(question, table(*rows)) == [("1.a", *answer), ("1.b", *answer)]


@pytest.mark.parametrize("head", ["Date", "Since when", "Period"])
def test_dates_in_a_column_of_their_own_are_told_and_are_none_of_the_replys(case, head):
    rows = [(text, "Yes", "Lit.", when) for text, when in zip(TEXTS.values(), ("May 2030", "2029"), strict=True)]
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(
        word(paragraph("Country: Alba") + table(("Recommendation", "Action taken", "Comments", head), *rows)), question
    )
    assert [(one.action_taken, one.text) for one in reply.answers] == [("yes", "Lit.")] * 2
    assert {"May 2030", "2029"} <= {one.text for one in reply.unplaced}
    assert reply.submitted_on == ""
