"""Drafts: attribution, third person, run-in text. Keeps out: which answers get a draft (test_paragraphs)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.note.drafting.draft import draft, run_in
from pipeline.raw.respondents import Respondent
from pipeline.text.figures import figures_in

BORLAND = Respondent("BOR", "Republic of Borland", "the Republic of Borland", "Borland", "member_state", (), ())


def drafted(text: str, position: int = 0) -> str:
    return draft(text, BORLAND, position).text


@pytest.mark.parametrize(
    ("answer", "paragraph"),
    [
        ("We trained 52 pilots.", "The Republic of Borland reported that they trained 52 pilots."),
        ("Our harbours are lit.", "The Republic of Borland reported that their harbours are lit."),
        ("The lamps help us and ours.", "The Republic of Borland reported that the lamps help them and theirs."),
        ("We've begun; we're glad.", "The Republic of Borland reported that they have begun; they are glad."),
        ("The US navy helped us.", "The Republic of Borland reported that the US navy helped them."),
        ('The sign says "We are open".', 'The Republic of Borland reported that the sign says "We are open".'),
        ("The sign says “Our port”.", "The Republic of Borland reported that the sign says “Our port”."),
        ("Port Authority staff did it.", "The Republic of Borland reported that Port Authority staff did it."),
        ("Our Borland Navy did it.", "The Republic of Borland reported that the Borland Navy did it."),
        ("We inspect lights", "The Republic of Borland reported that they inspect lights."),
        ("It works. Our staff like it.", "The Republic of Borland reported that it works. Their staff like it."),
    ],
)
def test_an_answer_is_attributed_and_turned_to_the_third_person(answer, paragraph):
    assert drafted(answer) == paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\nand another", "One line and another"),
        ("We do:\n- lamps;\n- ropes.\n", "We do: lamps; ropes."),
        ("We do:\n• lamps\n• ropes", "We do: lamps; ropes"),
        ("- lamps\n- ropes", "lamps; ropes"),
        ("We do:\n- lamps;\n- ropes; and\n- buoys.", "We do: lamps; ropes; and buoys."),
        ("First.\n\nSecond.", "First. Second."),
    ],
)
def test_lines_and_bullets_are_run_in(text, expected):
    assert run_in(text) == expected


def test_openings_change_with_the_place_and_not_by_chance():
    openings = {drafted("The lamp is lit.", position).split(" the lamp")[0] for position in range(5)}
    assert len(openings) >= 4
    assert all("Republic of Borland" in opening for opening in openings)
    assert drafted("The lamp is lit.", 2) == drafted("The lamp is lit.", 2)


def test_first_person_singular_is_left_for_an_editor():
    assert draft("I think my lamp is best.", BORLAND, 0).doubts == ("I", "my")
    assert draft('He said "I am here".', BORLAND, 0).doubts == ()


def test_sentences_of_the_answer_are_counted():
    assert draft("We came. We saw. We left.", BORLAND, 0).sentences == 3


FRAGMENTS = st.sampled_from(
    [
        "we seized 64 kg",
        "our police",
        "since 2018",
        "$250,000",
        "(No. 17/2009)",
        "us",
        "52,144 people",
        "96 per cent",
        "Nº 3.",
    ]
)


@given(st.lists(FRAGMENTS, min_size=1, max_size=12).map(" ".join), st.integers(0, 9))
def test_no_figure_is_lost_or_added_and_no_first_person_stays(text, position):
    made = drafted(text, position)
    assert figures_in(made) == figures_in(text)
    assert not re.search(r"\b(?:[Ww]e|us|[Oo]ur|ourselves)\b", made)
