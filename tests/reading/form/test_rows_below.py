"""Rows below an answer in the table of its recommendation, with labels that no list has."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

FRONT = "".join(map(paragraph, ("Country: Alba", "Submitted on: 12 May 2031")))
SAID = {"1 (a)": ("Yes", "Gulls came."), "1 (b)": ("No", ""), "2 (a)": ("Yes", "Cyra has our list.")}


def answers(case, below: dict[str, list[tuple[str, ...]]]) -> tuple[dict, list[str]]:
    """The answers of a form with a table for each recommendation, which ends with these rows, and what is left over."""
    tables = (
        paragraph(label) + table(("Action taken", mark), ("Comments", text), *below.get(label, ()))
        for label, (mark, text) in SAID.items()
    )
    (reply,) = read(word(FRONT + "".join(tables)), question_of(case.meeting))
    return {one.recommendation: one.text for one in reply.answers}, [words.text for words in reply.unplaced]


def test_each_row_is_a_line_behind_its_label(case):
    below = {
        "1 (a)": [("Lead agency", "Navy"), ("Challenges:", "Fog.")],
        "1 (b)": [("Lead agency", "Coast Guard"), ("Challenges:", "")],
        "2 (a)": [("Lead agency", ""), ("Challenges:", "Ink froze.")],
    }
    texts, left = answers(case, below)
    assert texts == {
        "1.a": "Gulls came.\nLead agency: Navy\nChallenges: Fog.",
        "1.b": "Lead agency: Coast Guard",
        "2.a": "Cyra has our list.\nChallenges: Ink froze.",
    }
    assert left == []


def test_a_row_that_one_section_has_is_a_line_too(case):
    texts, _ = answers(case, {"1 (a)": [("What hinders you?", "Fog."), ("2030", "40 lamps")]})
    assert texts["1.a"] == "Gulls came.\nWhat hinders you? Fog.\n2030: 40 lamps"


@pytest.mark.parametrize("row", [("It took nine days and a night in the fog.", "We were glad."), ("Fog came.",)])
def test_other_rows_stay_as_they_are(case, row):
    texts, _ = answers(case, {"1 (a)": [row]})
    assert texts["1.a"] == "\n".join(("Gulls came.", *row))
