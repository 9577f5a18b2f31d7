"""How people write the labels of a list: signs and words around them, letters that go on under an issue's number."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

SAID = ("Yes. We lit the quay.", "No.", "Yes. Lists went out.")
ANSWERS = [("1.a", "yes", "Yes. We lit the quay."), ("1.b", "no", ""), ("2.a", "yes", "Yes. Lists went out.")]
WRITINGS = [
    ("R.1.a", "R.1.b", "R.2.a"),
    ("Para. 1 (a)", "Para. 1 (b)", "Para. 2 (a)"),
    ("Nr. 1a", "Nr. 1b", "Nr. 2a"),
    ("Re 1a", "Re 1b", "Re 2a"),
    ("1-a", "1-b", "2-a"),
    ("1 a", "1 b", "2 a"),
    ("1. a", "1. b", "2. a"),
    ("(1)(a)", "(1)(b)", "(2)(a)"),
    ("[1a]", "[1b]", "[2a]"),
    ("1 – (a)", "1 – (b)", "2 – (a)"),
    ("1°(a)", "1°(b)", "2°(a)"),
    ("I-a", "I-b", "II-a"),
    ("I. (a)", "I. (b)", "II. (a)"),
    ("Recommendation I.a", "Recommendation I.b", "Recommendation II.a"),
    ("Working group 1 (a)", "Working group 1 (b)", "Working group 2 (a)"),
    ("WG1(a)", "WG1(b)", "WG2(a)"),
    ("Subject 1 (a)", "Subject 1 (b)", "Subject 2 (a)"),
    ("(a) of issue 1", "(b) of issue 1", "(a) of issue 2"),
    ("1.1", "1.2", "2.1"),
    # Of an issue with one recommendation the number is enough.
    ("1 (a)", "1 (b)", "2"),
    ("Recommendation 1 (a)", "Recommendation 1 (b)", "Recommendation 2"),
    # Letters go on under the number above.
    ("1 (a)", "(b)", "2 (a)"),
    ("1. a)", "b)", "2. a)"),
    ("I. (a)", "(b)", "II. (a)"),
    ("Recommendation 1 (a)", "(b)", "Recommendation 2 (a)"),
]


def answers_in(case, *lines: str) -> list[tuple]:
    body = "".join(map(paragraph, ("Respondent: Alba", *lines)))
    (reply,) = read(word(body), question_of(case.meeting))
    return [(one.recommendation, one.action_taken, one.text) for one in reply.answers]


@pytest.mark.parametrize("labels", WRITINGS, ids=", ".join)
@pytest.mark.parametrize("between", [": ", " - "])
def test_labels_before_answers(case, labels, between):
    assert answers_in(case, *map(between.join, zip(labels, SAID, strict=True))) == ANSWERS


@pytest.mark.parametrize("labels", [one for one in WRITINGS if one[2] != "2"], ids=", ".join)
def test_labels_above_answers(case, labels):
    assert answers_in(case, *(line for pair in zip(labels, SAID, strict=True) for line in pair)) == ANSWERS


@pytest.mark.parametrize("heads", [("1.", "2."), ("I", "II"), ("1. Safety", "2. Cargo"), ("I – Safety", "II – Cargo")])
@pytest.mark.parametrize("labels", [("(a)", "(b)", "(a)"), ("1 (a)", "(b)", "2 (a)"), ("1.1", "1.2", "2.1")])
def test_numbers_above_labels_head_issues(case, heads, labels):
    first, second, third = map(" ".join, zip(labels, SAID, strict=True))
    assert answers_in(case, heads[0], first, second, heads[1], third) == ANSWERS


@pytest.mark.parametrize(
    "lines", [("1 (a) We lit:", "(a) quays;", "(b) piers."), ("1 (a) We lit: (a) quays;", "(b) piers.")]
)
def test_letters_that_begin_again_are_a_list_inside_the_answer(case, lines):
    found = answers_in(case, *lines, "2 (a) Lists went out.")
    assert found == [("1.a", "unclear", "\n".join(lines)[6:]), ("2.a", "unclear", "Lists went out.")]


def test_a_number_without_a_mark_is_part_of_the_answer_above(case):
    lines = ("1 (a): Yes. We lit:", "1. quays;", "2. piers.", "1 (b): No.")
    assert answers_in(case, *lines) == [("1.a", "yes", "Yes. We lit:\n1. quays;\n2. piers."), ("1.b", "no", "")]


def test_an_issue_that_an_answer_speaks_of_is_none_of_its_label(case):
    lines = ("Issue 1", "(a) Yes. We lit.", "(b) Under issue 2 we sent lists.", "Issue 2", "(a) No.")
    assert [one for one, _, _ in answers_in(case, *lines)] == ["1.a", "1.b", "2.a"]


def test_a_letter_under_the_heading_of_another_issue_goes_on_under_none_above_it(case):
    found = answers_in(case, "Recommendation 1 (a): Yes. We lit.", "Issue 2", "(b) Lists.", "Recommendation 2 (a): No.")
    assert "1.b" not in [one for one, _, _ in found]
