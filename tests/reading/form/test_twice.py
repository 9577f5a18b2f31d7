"""Recommendations that one form answers twice."""

from pipeline.reading.form.twice import joined
from pipeline.reading.reply import ReadAnswer

LIT = ReadAnswer("1.a", "yes", "We lit them.", "table 1")
BLANK = ReadAnswer("1.a", "", "", "table 2")
SOLD = ReadAnswer("1.a", "yes", "We sold them.", "table 3")


def test_a_filled_answer_beats_a_blank_one_wherever_it_stands():
    for pair in ([LIT, BLANK], [BLANK, LIT]):
        (answer,), remarks = joined(pair)
        assert (answer.text, answer.action_taken, answer.locator) == ("We lit them.", "yes", "table 1")
        assert remarks == []


def test_the_same_answer_twice_is_one():
    (answer,), remarks = joined([LIT, ReadAnswer("1.a", "yes", "We lit them.", "table 9")])
    assert (answer.text, answer.locator, remarks) == ("We lit them.", "table 1; table 9", [])


def test_two_different_answers_are_both_kept_in_their_order_with_a_remark():
    (answer,), (remark,) = joined([LIT, SOLD])
    assert (answer.text, answer.action_taken) == ("We lit them.\n\nWe sold them.", "yes")
    assert answer.locator == "table 1; table 3"
    assert (remark.code, remark.locator) == ("needs_editor", "table 3")
    assert "1.a" in remark.value


def test_marks_that_contradict_each_other_are_unclear():
    (answer,), remarks = joined([LIT, ReadAnswer("1.a", "no", "", "table 4")])
    assert (answer.text, answer.action_taken, len(remarks)) == ("We lit them.", "unclear", 1)


def test_other_recommendations_are_left_as_they_are():
    other = ReadAnswer("2.a", "no", "", "table 5")
    assert joined([LIT, other]) == ([LIT, other], [])


def test_a_third_copy_that_says_the_same_as_the_first_adds_nothing():
    (answer,), remarks = joined([LIT, SOLD, LIT])
    assert (answer.text, len(remarks)) == ("We lit them.\n\nWe sold them.", 1)
