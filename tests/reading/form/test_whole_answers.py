"""Sentences that are all of an answer and say no more than a mark does."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.form.whole_answers import said_in_words
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

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
