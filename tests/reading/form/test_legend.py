"""Signs in place of yes and no that a line of the form explains."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

LABELS = ("1 (a)", "1 (b)", "2 (a)")


def marks(case, key: str, signs: tuple[str, str, str]) -> tuple[list[str], list[str]]:
    """The marks that are read, and the texts: each answer says "Gulls came."."""
    front = "".join(map(paragraph, ("Country: Alba", "Submitted on: 12 May 2031", key)))
    rows = ((label, sign, "Gulls came.") for label, sign in zip(LABELS, signs, strict=True))
    (reply,) = read(word(front + table(("Recommendation", "Status", "Comments"), *rows)), question_of(case.meeting))
    return [answer.action_taken for answer in reply.answers], [answer.text for answer in reply.answers]


@pytest.mark.parametrize(
    ("key", "signs"),
    [
        ("Key: I = implemented, P = in progress, N = not implemented", ("I", "N", "P")),
        ("1 = yes; 2 = no; 3 = in part", ("1", "2", "3")),
        ("A – implemented | B – not implemented | C – planned", ("A", "B", "C")),
        ("(✓ = done, ✗ = not done, NA = not applicable)", ("✓", "✗", "NA")),
        ("++ = fully implemented\n0 = not at all\n+ = ongoing", ("++", "0", "+")),
    ],
)
def test_signs_mean_what_the_form_says(case, key, signs):
    assert marks(case, key, signs) == (["yes", "no", "unclear"], ["Gulls came."] * 3)


@pytest.mark.parametrize("key", ["I = Isle, P = Port, N = Navy", "I = implemented", "The keys of Alba"])
def test_signs_that_no_line_explains_are_told(case, key):
    found, _ = marks(case, key, ("I", "P", "P"))
    assert found == ["unclear"] * 3
