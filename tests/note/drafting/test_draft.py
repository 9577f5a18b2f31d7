"""Drafts: answers in reported speech, attributed, with every change recorded. Keeps out: which answers get one."""

import re
from datetime import date
from itertools import pairwise, product

import pytest
import yaml
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.note.drafting.capitals import small_first
from pipeline.note.drafting.changes import Change, changed, in_turn
from pipeline.note.drafting.draft import draft
from pipeline.note.drafting.opening import turn_of
from pipeline.note.drafting.sentences import run_in
from pipeline.note.wording import WORDING
from pipeline.raw.respondents import Respondent
from pipeline.text.figures import figures_in
from tests.places import ROOT

BORLAND = Respondent("BOR", "Republic of Borland", "Borland", "Borland", "member_state", (), ())
PORTMOUTH = Respondent(
    "POR", "Portmouth, Borland", "Portmouth, Borland", "Portmouth, Borland", "special_region", (), ()
)
DUNAS = Respondent("DUN", "Dunas", "the Dunas", "Dunas", "member_state", (), ())
SUBMITTED = date(2031, 5, 12)
TURNS = st.integers(0, len(WORDING["openings"]) - 1)
CASES = yaml.safe_load((ROOT / "tests" / "note" / "drafting" / "drafts.yaml").read_text(encoding="utf-8"))
FIRST_PERSON = re.compile(r"(?<![\w’'-])(?:[Ww]e|us|[Oo]urs?|[Oo]urselves|I|[Mm]y|[Mm]yself|[Mm]ine)(?![\w-])")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def drafted(text: str, turn: int = 0, respondent: Respondent = BORLAND) -> str:
    return draft(text, respondent, turn).text


def test_there_are_enough_cases():
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["answer"][:60])
def test_an_answer_becomes_reported_speech(case):
    made = draft(case["answer"], BORLAND, 0, SUBMITTED)
    assert made.text == case["draft"]
    assert made.doubts == tuple(case.get("doubts", ()))
    assert made.dropped == tuple(case.get("left_out", ()))
    assert made.foreign == ()
    assert changed(case["answer"], made.changes) == made.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\nand another", "One line and another"),
        ("We do:\n- lamps;\n- ropes.\n", "We do: lamps; ropes."),
        ("We do:\n• lamps\n• ropes", "We do: lamps; ropes"),
        ("We do:\n(a) Lamps;\n(b) Ropes.", "We do: lamps; ropes."),
        ("- lamps\n- ropes", "lamps; ropes"),
        ("We do:\n- lamps;\n- ropes; and\n- buoys.", "We do: lamps; ropes; and buoys."),
        ("First.\n\nSecond.", "First. Second."),
    ],
)
def test_lines_and_bullets_are_run_in(text, expected):
    assert run_in(text) == expected


def test_openings_change_with_the_turn_and_not_by_chance():
    openings = {drafted("The lamp is lit.", turn).split(" the lamp")[0] for turn in range(5)}
    assert len(openings) >= 4
    assert all("Borland" in opening for opening in openings)
    assert drafted("The lamp is lit.", 2) == drafted("The lamp is lit.", 2)


def turns(respondents: list[str], recommendation: str) -> dict[str, int]:
    """The turn of each of those that answer a recommendation, by respondent."""
    found, before = {}, None
    for respondent in respondents:
        before = found[respondent] = turn_of(respondent, recommendation, before)
    return found


@given(st.lists(st.from_regex("[A-Z]{3}", fullmatch=True), unique=True, min_size=2), st.from_regex("[1-9].[a-z]"))
def test_no_opening_follows_itself(respondents, recommendation):
    openings = [WORDING["openings"][turn] for turn in turns(respondents, recommendation).values()]
    assert all(one != other for one, other in pairwise(openings))


def test_who_comes_late_changes_the_openings_of_next_to_no_other():
    codes = ["".join(letters) for letters in product("AEIOU", "KLMN", "STZ")]
    changed_for = []
    for late in codes:
        before, after = turns([code for code in codes if code != late], "1.a"), turns(codes, "1.a")
        changed_for.append(sum(after[code] != turn for code, turn in before.items()))
    assert sum(changed_for) / len(codes) < 1.5  # of 59 others
    assert max(changed_for) < 10


@pytest.mark.parametrize("turn", range(len(WORDING["openings"])))
@pytest.mark.parametrize(
    "answer", ["The lamp is lit.", "We train pilots.", "We recommend courses.", "Borland has a law."]
)
def test_every_draft_names_its_respondent(answer, turn):
    assert "Borland" in drafted(answer, turn)


def test_a_name_with_an_article_has_its_capital_only_at_the_head():
    assert drafted("The lamp is lit.", 0, DUNAS) == "The Dunas reported that the lamp was lit."
    assert drafted("The lamp is lit.", 1, DUNAS) == "According to the reply of the Dunas, the lamp was lit."


def test_words_of_the_field_have_a_capital_only_at_the_head():
    for term in WORDING["terms"].split():
        assert small_first(f"{term.capitalize()} was found.") == f"{term} was found."
        assert small_first(f"{term.capitalize()}-related work goes on.") == f"{term}-related work goes on."


def test_names_of_states_keep_their_capital_wherever_they_stand():
    for name in Locale("en").territories.values():
        if "Pseudo" not in name:  # what CLDR has for testing
            assert small_first(f"{name} is a party to it.") == f"{name} is a party to it."


def test_a_territory_is_no_country():
    told = drafted("Lamps are lit in our country. Our Government is glad.", 0, PORTMOUTH)
    assert told == "Portmouth, Borland reported that lamps were lit in Portmouth, Borland. The Government was glad."


@pytest.mark.parametrize("words", ["this year", "last year", "next year"])
def test_a_time_is_named_only_where_the_day_of_the_reply_is_known(words):
    text = f"Lamps were lit {words}."
    assert draft(text, BORLAND, 0).doubts == (words,)
    known = draft(text, BORLAND, 0, SUBMITTED)
    assert known.doubts == ()
    assert known.years == figures_in(known.text) != set()


def test_a_draft_says_which_sentences_it_tells():
    made = draft("Why? We came. Thank you for asking. We left.", BORLAND, 0)
    assert made.sentences == ((2, "We came."), (4, "We left."))


def test_a_sentence_in_another_language_is_left_for_a_translator():
    french = "Le gouvernement a formé cinquante-deux pilotes et allumé toutes les lampes des petits ports."
    made = draft(f"We trained 52 pilots. {french} The lamps are lit.", BORLAND, 0)
    assert made.text == "Borland reported that it had trained 52 pilots. The lamps were lit."
    assert (made.foreign, made.dropped) == ((french,), ())
    assert [number for number, _ in made.sentences] == [1, 3]


def test_a_draft_can_tell_some_sentences_only():
    text = "We trained 14 pilots. The lamps are lit. We left."
    made = draft(text, BORLAND, 0, keep=frozenset({2, 3}))
    assert made.text == "Borland reported that the lamps were lit. Borland left."
    assert made.sentences == ((2, "The lamps are lit."), (3, "We left."))
    assert changed(text, made.changes) == made.text
    assert made.dropped == ()


def test_what_was_never_there_cannot_be_changed():
    with pytest.raises(ValueError, match="'ropes' does not stand at 4"):
        changed("The lamps", [Change("rule", 4, "ropes", "buoys")])


def test_changes_of_one_text_do_not_move_each_other():
    changes = in_turn([Change("a", 0, "we", "it"), Change("b", 3, "are", "was"), Change("c", 3, "ar", "x")])
    assert changed("we are", changes) == "it was"


ACTORS = ["we", "our police", "the Ministry of Ports", "our two ports", "officers", "the law", "it", "our Government"]
ACTS = [
    *("train {n} officers", "has seized {n} kg of ropes", "were inspected in 20{n}", "will open {n} schools"),
    *("is ready", "can send samples", "must report to us", "do not have boats", "bought {n},500 lamps"),
    *('says "we are {n}"', "sends us “our {n} lists”", "have been told by us about our {n} boats"),
]
JOINTS = [" and ", ", which ", "; ", ". ", ", but ", " because ", " when "]
ENDS = [".", " (No. 17/2009).", " in 2016-2018.", " at 96 per cent.", " for $250,000 a year.", "", " with us and ours."]


@st.composite
def answers(draw) -> str:
    """An answer of fragments that fit more or less together."""
    clauses = []
    for _ in range(draw(st.integers(1, 5))):
        act = draw(st.sampled_from(ACTS)).format(n=draw(st.integers(10, 99)))
        clauses.append(f"{draw(st.sampled_from(ACTORS))} {act}")
    text = clauses[0]
    for clause in clauses[1:]:
        text += draw(st.sampled_from(JOINTS)) + clause
    text = ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))
    return text + draw(st.sampled_from(ENDS))


def holds_true(text: str, turn: int) -> None:
    """What is true of the draft of every answer."""
    made = draft(text, BORLAND, turn)
    assert figures_in(made.text) == figures_in(text)
    assert not FIRST_PERSON.search(QUOTED.sub("", made.text))
    assert "Borland" in made.text
    assert changed(text, made.changes) == made.text
    assert draft(text, BORLAND, turn) == made


@settings(max_examples=200, deadline=None)
@given(answers(), TURNS)
def test_no_figure_is_lost_or_added_and_no_first_person_stays(text, turn):
    holds_true(text, turn)


@pytest.mark.slow
@settings(max_examples=2000, deadline=None)
@given(answers(), TURNS)
def test_two_thousand_answers_hold_true(text, turn):
    holds_true(text, turn)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), TURNS)
def test_any_text_gives_a_draft(text, turn):
    made = draft(text or "x", BORLAND, turn, SUBMITTED)
    assert changed(text or "x", made.changes) == made.text


def test_what_says_nothing_is_told_where_sentences_are_cut_as_well():
    made = draft("Why? We trained 14 pilots. The lamps are lit.", BORLAND, 0, keep=frozenset({3}))
    assert (made.text, made.dropped) == ("Borland reported that the lamps were lit.", ("Why?",))
    assert [change.rule for change in made.changes if not change.after] == ["cut to fit", "left out"]


def test_a_later_sentence_that_loses_its_first_words_keeps_a_capital():
    told = drafted("The lamps are lit. Please note that the ropes are new. Yes, we train pilots.")
    assert told == "Borland reported that the lamps were lit. The ropes were new. Borland trained pilots."
