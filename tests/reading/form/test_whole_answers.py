"""Sentences that are all of an answer and say no more than a mark does."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.form.whole_answers import said_in_words
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
NO = [
    "So far, no action has been taken on this recommendation.",
    "No action has been taken by the Government to date.",
    "At present, this recommendation has not been implemented.",
    "Aucune mesure n’a été prise à ce jour.",
    "Hasta la fecha no se han adoptado medidas.",
    "На данный момент меры не принимались.",
]
YES = [
    "Action has been taken in this regard.",
    "Des mesures ont été prises.",
    "Se han tomado medidas.",
    "Меры приняты.",
]
MORE = [
    "No action has been taken on lights.",
    "No action has been taken, since pilots are few.",
    "No further action has been taken.",
    "Action has been taken to light the quay.",
    "So far, gulls came.",
    "Has action been taken:",
]


ASIDE = [("No (planned for 2032).", "no"), ("Yes (partially)", "yes"), ("Not implemented (pilots are few).", "no")]


def answered(case, said: str, *, form: bool) -> tuple[str, str, tuple]:
    """What recommendation 1 (a) is answered with, in a form or in a list: mark, text, what is left over."""
    lines = ("Recommendation 1 (a)", "Action taken:", said) if form else (f"Recommendation 1 (a): {said}",)
    lines = (*FRONT, *lines, "Recommendation 1 (b)", "Action taken: Yes", "Details: Pilots.") if form else (
        *FRONT, *lines, "Recommendation 1 (b): Yes. Pilots.", "Recommendation 2 (a): No."
    )  # fmt: skip
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    answer = reply.answers[0]
    assert answer.recommendation == "1.a"
    return answer.action_taken, answer.text, reply.unplaced


@pytest.mark.parametrize("form", [True, False])
@pytest.mark.parametrize(("said", "mark"), [*((one, "no") for one in NO), *((one, "yes") for one in YES)])
def test_such_a_sentence_is_the_mark_and_no_text(case, said, mark, form):
    assert answered(case, said, form=form) == (mark, "", ())


@pytest.mark.parametrize("form", [True, False])
def test_what_follows_it_is_the_text(case, form):
    assert answered(case, "Action has been taken. We lit the quay.", form=form) == ("yes", "We lit the quay.", ())
    said = "This recommendation has not been implemented yet. Pilots are few."
    assert answered(case, said, form=form) == ("no", "Pilots are few.", ())


@pytest.mark.parametrize("said", MORE)
def test_a_sentence_that_says_more_is_text(case, said):
    assert said_in_words(said) == ""


def test_its_words_stay_where_it_says_more(case):
    assert answered(case, MORE[0], form=False) == ("unclear", MORE[0], ())


@pytest.mark.parametrize("form", [True, False])
@pytest.mark.parametrize(
    ("said", "mark"),
    [
        *ASIDE,
        ("Implemented (since 2030)", "yes"),
        ("Implemented – in the north", "yes"),
        ("Not implemented; pilots are few.", "no"),
    ],
)
def test_what_stands_in_brackets_or_behind_a_dash_stays(case, said, mark, form):
    assert answered(case, said, form=form) == (mark, said, ())


@pytest.mark.parametrize(("said", "mark"), [("Implemented (fully)", "yes"), ("Not implemented (yet).", "no")])
def test_brackets_that_tell_nothing_go_with_the_mark(case, said, mark):
    assert answered(case, said, form=False) == (mark, "", ())


@pytest.mark.parametrize("comment", ["", "Gulls came."])
def test_in_a_column_about_action_they_are_the_answer_or_left_over(case, comment):
    said = [f"Not implemented ({why})" for why in ("pilots are few", "planned for 2032", "lists are long")]
    texts = [recommendation.text for recommendation in case.meeting.recommendations]
    rows = [(text, one, comment) for text, one in zip(texts, said, strict=True)]
    body = paragraph("Country: Alba") + table(("Recommendation", "Action taken", "Comments"), *rows)
    (reply,) = read(word(body), question_of(case.meeting))
    assert [(one.action_taken, one.text) for one in reply.answers] == [("no", comment or one) for one in said]
    assert [one.text for one in reply.unplaced] == (said if comment else [])


def test_a_text_may_have_such_words_behind_it(case):
    one, *others = (recommendation.text for recommendation in case.meeting.recommendations)
    lines = (*FRONT, f"{one} – Not implemented (pilots are few).", *(f"{other} – No." for other in others))
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert (reply.answers[0].action_taken, reply.answers[0].text) == ("no", "Not implemented (pilots are few).")


@pytest.mark.parametrize("form", [True, False])
@pytest.mark.parametrize("asked", ["Status", "Action taken"])
def test_words_behind_the_question_about_action_may_have_the_answer_behind_them(case, asked, form):
    said = [
        ("Implemented. Details: 14 lamps.", "yes"),
        ("Not implemented. Pilots are few.", "no"),
        ("Completed.", "yes"),
    ]
    heads = [one.text if form else f"{one.issue} ({one.label})" for one in case.meeting.recommendations]
    sign = "\n" if form else " "
    lines = [
        line for head, (text, _) in zip(heads, said, strict=True) for line in f"{head}{sign}{asked}: {text}".split("\n")
    ]
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("yes", "Details: 14 lamps."),
        ("no", "Pilots are few."),
        ("yes", ""),
    ]
