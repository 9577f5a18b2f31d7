"""Marks right below a recommendation's text that begin as labels do."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
READ = {"1.a": ("yes", ""), "1.b": ("no", ""), "2.a": ("yes", "")}
BELOW = [
    ("1. Yes", "2. No", "3. Yes"), ("(x) Yes ( ) No", "( ) Yes (x) No", "(x) Yes ( ) No"),
    ("A: Yes", "A: No", "A: Yes"),
    ("R: Oui.", "R: Non.", "R: Oui."), ("a) Yes", "b) No", "a) Yes"), ("1 (a) Yes", "1 (b) No", "2 (a) Yes"),
]  # fmt: skip


def form(case, below: tuple[str, ...]) -> bytes:
    pairs = zip(case.meeting.recommendations, below, strict=True)
    lines = [line for one, mark in pairs for line in (one.text, mark)]
    return word("".join(map(paragraph, (*FRONT, *lines))))


def told(case, below: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    (reply,) = read(form(case, below), question_of(case.meeting))
    assert reply.unplaced == ()
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


@pytest.mark.parametrize("below", BELOW)
def test_they_are_the_marks_of_the_text_above(case, below):
    assert told(case, below) == READ


@pytest.mark.parametrize("below", BELOW)
def test_what_stands_before_the_mark_is_no_part_of_the_printed_text(case, below):
    (case.folder / "replies" / "alba.docx").write_bytes(form(case, below))
    assert "recommendation_text_changed" not in {finding.code for finding in steps.intake(case).findings}


def test_an_answer_may_have_the_number_of_its_question_before_it(case):
    below = ("1. Yes, 14 lamps", "2. No, pilots are few", "3. Yes, lists")
    assert told(case, below) == {
        "1.a": ("yes", "Yes, 14 lamps"),
        "1.b": ("no", "No, pilots are few"),
        "2.a": ("yes", "Yes, lists"),
    }


def test_a_label_above_the_next_text_stays_its_label(case):
    one, two, three = (recommendation.text for recommendation in case.meeting.recommendations)
    lines = ("1 (a) Yes", one, "1 (b) No", two, "2 (a) Yes", three)
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert {answer.recommendation: answer.action_taken for answer in reply.answers} == {
        identifier: mark for identifier, (mark, _) in READ.items()
    }


def test_the_mark_of_another_recommendation_is_not_taken(case):
    one, two, three = (recommendation.text for recommendation in case.meeting.recommendations)
    lines = (one, "1 (b) No", two, three, "Yes")
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert [answer.action_taken for answer in reply.answers] == ["", "no", "yes"]


@pytest.mark.parametrize("marks", [("(x) Yes ( ) No",), ("(x) Yes", "( ) No"), ("[x] Yes [ ] No",), ("(X) Yes () No",)])
@pytest.mark.parametrize("said", [(), ("Comments: 14 lamps.",), ("14 lamps.",)])
def test_a_mark_in_brackets_at_the_head_of_a_line_is_no_label(case, marks, said):
    one, *others = (recommendation.text for recommendation in case.meeting.recommendations)
    lines = [one, *marks, *said, *(line for text in others for line in (text, "( ) Yes", "(x) No"))]
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert [(answer.action_taken, answer.text) for answer in reply.answers] == [
        ("yes", "14 lamps." if said else ""),
        ("no", ""),
        ("no", ""),
    ]


def test_a_no_with_the_letter_of_another_recommendation_is_not_taken_from_its_text(case):
    one, two, three = (recommendation.text for recommendation in case.meeting.recommendations)
    lines = (one, "Comments:", "(b) No, pilots are few.", two, "Comments:", "Lit.", three, "Comments:", "Sent.")
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert (reply.answers[0].action_taken, reply.answers[0].text) == ("unclear", "(b) No, pilots are few.")
