"""Boxes that stand on the line of a recommendation's label, before its text or above it: whose they are."""

from collections.abc import Callable

import pytest

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table

SAID = {"1.a": "We lit the quay.", "1.b": "", "2.a": "Cyra has our list."}


def boxes(one: Recommendation) -> tuple[str, str]:
    yes, no = ("☒", "☐") if SAID[one.id] else ("☐", "☒")
    return f"{yes} Yes", f"{no} No"


def lines(*made: Callable[[Recommendation], str]) -> Callable[[Recommendation], str]:
    """A paragraph from each of these, and one with the answer."""
    return lambda one: "".join(paragraph(line(one)) for line in (*made, lambda one: SAID[one.id]))


def text(one: Recommendation) -> str:
    return one.text


WAYS = {
    "behind the label": lines(lambda one: f"Recommendation {one.id}   {'   '.join(boxes(one))}", text),
    "behind a label without its word": lines(lambda one: f"({one.label})   {'  '.join(boxes(one))}", text),
    "before the text": lines(lambda one: f"{' '.join(boxes(one))}   {one.id} {one.text}"),
    "behind the text": lines(lambda one: f"{one.id} {one.text} {' '.join(boxes(one))}"),
    "above the text": lines(lambda one: "   ".join(boxes(one)), lambda one: f"{one.id} {one.text}"),
    "in the row of the label": lambda one: table(
        (f"Recommendation {one.id}", *boxes(one)), (one.text, "", ""), (SAID[one.id], "", "")
    ),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_boxes_belong_to_the_recommendation_that_they_stand_at(case, way):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(word(paragraph("Country: Alba") + "".join(map(way, question.recommendations))), question)
    assert {one.recommendation: (one.action_taken, one.text) for one in reply.answers} == {
        one: ("yes" if said else "no", said) for one, said in SAID.items()
    }
    assert reply.unplaced == ()


def test_boxes_below_each_text_stay_with_the_text_above_them(case):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    body = "".join(paragraph(one.text) + paragraph("   ".join(boxes(one))) for one in question.recommendations)
    (reply,) = read(word(paragraph("Country: Alba") + body), question)
    assert [one.action_taken for one in reply.answers] == ["yes", "no", "yes"]
