"""What forms say beside boxes about how to fill them in: it is no answer, and no word that somebody wrote."""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word

SAID = {"1.a": ("yes", "We lit the quay."), "1.b": ("", ""), "2.a": ("no", "Cyra has our list.")}


def told(case, *between: str, yes: str = "Yes", no: str = "No") -> tuple[dict[str, tuple[str, str]], tuple]:
    """Answers and what was left over; `between` are lines between question and boxes."""
    lines = ["Country: Alba"]
    for one in case.meeting.recommendations:
        mark, answer = SAID[one.id]
        lines += [f"Recommendation {one.id}", one.text, "Has action been taken?", *between]
        lines += [f"{'☒' if mark == 'yes' else '☐'} {yes}", f"{'☒' if mark == 'no' else '☐'} {no}"]
        lines += ["Please give details:", answer]
    form = word("".join(map(paragraph, lines)))
    (reply,) = read(form, Question(case.meeting.id, tuple(case.meeting.recommendations)))
    return {one.recommendation: (one.action_taken, one.text) for one in reply.answers}, reply.unplaced


@pytest.mark.parametrize(
    "line",
    [
        "(Please tick one box)",
        "Tick as appropriate",
        "(check one)",
        "[cocher une case]",
        "Marque una casilla.",
        "(нужное отметить)",
    ],
)
def test_how_to_mark_boxes_is_no_answer(case, line):
    assert told(case, line) == (SAID, ())


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Yes (go to question 2)", "No (go to the next recommendation)"),
        ("Yes (please continue with question 2)", "No (skip to recommendation 2)"),
        ("Oui (passez à la question 2)", "Non (passez à la recommandation suivante)"),
    ],
)
def test_what_to_read_next_is_no_answer(case, yes, no):
    assert told(case, yes=yes, no=no) == (SAID, ())


def test_what_somebody_wrote_there_is_kept(case):
    answers, left = told(case, "Tick one box. Gulls came.")
    assert "Gulls came" in f"{answers} {left}"
    answers, left = told(case, yes="Yes (gulls go to the quay)")
    assert "gulls" in f"{answers} {left}"
