"""Answers to several recommendations in one paragraph of a letter or a message."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")


def told(case, *lines: str) -> list[tuple[str, str, str]]:
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert not reply.unplaced
    return [(one.recommendation, one.action_taken, one.text) for one in reply.answers]


@pytest.mark.parametrize(
    "leads",
    [
        (
            "With regard to recommendation 1 (a), ",
            "With regard to recommendation 1 (b), ",
            "As to recommendation 2 (a), ",
        ),
        ("As to 1 (a), ", "as to 1 (b), ", "as to 2 (a), "),
        ("1 (a): ", "1 (b): ", "2 (a): "),
        ("Recommendation 1 (a): ", "Recommendation 1 (b): ", "Recommendation 2 (a): "),
    ],
)
@pytest.mark.parametrize("end", [".", ";"])
def test_each_answer_begins_where_its_recommendation_is_named(case, leads, end):
    first, second, third = leads
    line = f"{first}yes, we lit the quay{end} {second}no{end} {third}Cyra has our list."
    stop = "" if end == ";" else "."
    assert told(case, line) == [
        ("1.a", "yes", f"yes, we lit the quay{stop}"),
        ("1.b", "no", ""),
        ("2.a", "unclear", "Cyra has our list."),
    ]


def test_what_is_named_elsewhere_or_again_begins_no_answer(case):
    lines = (
        "As to recommendation 1 (a), we lit the quay. As to recommendation 2 (a), we refer to our list.",
        "As to recommendation 1 (b), pilots came. As to recommendation 1 (b), they left.",
        "As to recommendation 2 (a), Cyra has our list. As to recommendation 7 (z), nothing.",
    )
    assert [text for _, _, text in told(case, *lines)] == [
        "we lit the quay. As to recommendation 2 (a), we refer to our list.",
        "pilots came. As to recommendation 1 (b), they left.",
        "Cyra has our list. As to recommendation 7 (z), nothing.",
    ]
