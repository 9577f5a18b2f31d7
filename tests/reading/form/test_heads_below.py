"""Headed columns under a recommendation: "Action taken | Comments", with the answer in the row below."""

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
