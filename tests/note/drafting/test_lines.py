"""Lines of an answer that no sign ends, as one paragraph."""

import pytest

from pipeline.note.drafting.sentences import run_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lamps were lit\nPilots were trained", "Lamps were lit. Pilots were trained"),
        ("Lamps were lit (40)\n\n2030 was a good year", "Lamps were lit (40). 2030 was a good year"),
        ("Training\nTwo courses were held.", "Training: two courses were held."),
        ("Forty lamps\nTwo boats", "Forty lamps; two boats"),
        ("Number of lamps\n40", "Number of lamps: 40"),
        ("In 2030:\nForty lamps were lit", "In 2030: forty lamps were lit"),
        ("We do:\n- lamps\n- ropes\nWe swim too", "We do: lamps; ropes. We swim too"),
        ("1. Lamps were lit\n2. Pilots came", "lamps were lit; pilots came"),
    ],
)
def test_a_line_that_no_sign_ends_gets_one(text, expected):
    assert run_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The lamps of the port of\nAlba were lit.",
        "Forty lamps were lit\nby pilots of the\nHarbour Office",
        "Lamps were lit;\nPilots were trained.",
        "Lamps were lit, and\nPilots were trained.",
        "Lamps were lit!\nPilots were trained.",
    ],
)
def test_a_line_that_goes_on_or_is_ended_gets_none(text):
    assert run_in(text) == text.replace("\n", " ")
