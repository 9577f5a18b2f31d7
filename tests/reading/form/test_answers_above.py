"""Answers that may stand above their recommendations: somebody is asked to look."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

SAID = ("We lit the quay.", "Nine pilots sail.", "Cyra has our list.")


def told(case, *lines: str) -> list[str]:
    """The remarks about a form of these lines."""
    (reply,) = read(word("".join(map(paragraph, ("Country: Alba", *lines)))), question_of(case.meeting))
    return [remark.value for remark in reply.remarks if remark.code == "needs_editor"]


@pytest.fixture
def adopted(case) -> list[str]:
    return [one.text for one in case.meeting.recommendations]


@pytest.mark.parametrize("printed", ["{}", "({})", "Recommendation: {}"])
def test_words_above_all_and_none_below_the_last(case, adopted, printed):
    lines = [line for said, text in zip(SAID, adopted, strict=True) for line in (said, printed.format(text))]
    assert told(case, *lines) == ["words above 1.a and no answer to 2.a: answers may stand above their recommendations"]


@pytest.mark.parametrize("above", ["We wish to tell you what Alba did.", "Replies of Alba", "Our answers are these:"])
def test_words_that_lead_to_answers_are_none(case, adopted, above):
    assert told(case, above, adopted[0], SAID[0], adopted[1], SAID[1], adopted[2]) == []


def test_answers_that_stand_below_or_behind_labels_are_in_their_place(case, adopted):
    below = [line for said, text in zip(SAID, adopted, strict=True) for line in (text, said)]
    labelled = [line for said, text in zip(SAID[:2], adopted, strict=False) for line in (text, f"Comments: {said}")]
    assert told(case, "Gulls came to the quay.", *below) == []
    assert told(case, "Gulls came to the quay.", *labelled, adopted[2]) == []
