"""Requests that each have the label of their recommendation before them."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
ANSWERS = {"1 (a)": ("Yes", "Gulls came."), "1 (b)": ("No", ""), "2 (a)": ("Yes", "Cyra has our list.")}
READ = [("1.a", "yes", "Gulls came."), ("1.b", "no", ""), ("2.a", "yes", "Cyra has our list.")]
REQUESTS = [
    ("{} action taken", "{} details"),
    ("Recommendation {}: action taken", "Recommendation {}: details"),
    ("{} – Has action been taken?", "{} – Please describe the action taken"),
    ("{}", "{} details"),
]


def told(case, body: str) -> list[tuple[str, str, str]]:
    (reply,) = read(word("".join(map(paragraph, FRONT)) + body), question_of(case.meeting))
    assert (reply.respondent, reply.unplaced) == ("Alba", ())
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers]


@pytest.mark.parametrize(("mark", "text"), REQUESTS)
def test_a_row_of_a_table_for_each_request(case, mark, text):
    rows = [
        row
        for label, (said, told_of) in ANSWERS.items()
        for row in ((mark.format(label), said), (text.format(label), told_of))
    ]
    assert told(case, table(*rows)) == READ


@pytest.mark.parametrize(("mark", "text"), REQUESTS)
def test_a_line_for_each_request(case, mark, text):
    lines = [
        line
        for label, (said, told_of) in ANSWERS.items()
        for line in (f"{mark.format(label)}: {said}", f"{text.format(label)}: {told_of}")
    ]
    assert told(case, "".join(map(paragraph, lines))) == READ


def test_letters_of_requests_below_each_recommendation_are_none_of_it(case):
    lines = []
    for one, (said, told_of) in zip(case.meeting.recommendations, ANSWERS.values(), strict=True):
        lines += [one.text, f"(a) Action taken: {said}", f"(b) Details: {told_of}"]
    (reply,) = read(word("".join(map(paragraph, [*FRONT, *lines]))), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == READ
