"""Answers that say again what is said: the recommendation, another answer of the reply, another respondent's."""

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake import echoes
from pipeline.intake.echoes import COPIED, ECHO, copies, echo_shares, parts, runs

ASKED = "Governments are encouraged to inspect the lights of every small harbour once a year."
OWN = "Our 14 teams repaired three lamps in Borford, and a school for pilots was opened there in 2030."
SHARED = "The joint office of the ports keeps a register of all lamps in both countries."


def frame(*texts, respondents=None):
    """Texts as answers to 1.a, all of one respondent unless told otherwise."""
    owners = respondents or ["ALB"] * len(texts)
    schema = {"key": pl.UInt32, "respondent": pl.String, "recommendation": pl.String, "text": pl.String}
    rows = [(key, owner, "1.a", text) for key, (owner, text) in enumerate(zip(owners, texts, strict=True))]
    return pl.DataFrame(rows, schema=schema, orient="row")


def echo_share(answer):
    asked = pl.DataFrame({"recommendation": ["1.a", "1.b"], "text": [ASKED, OWN]})
    answers = frame(answer)
    return echo_shares(answers, runs(answers), asked).get(0, 0)


def repeats(answers):
    return echoes.repeats(answers, runs(answers))


def test_runs_are_three_words_each_once_and_folded():
    assert runs(frame("A b, c. a B C", "a b")).height == 3
    assert runs(frame("")).height == 0


@pytest.mark.parametrize(
    "answer",
    [
        "Lights are inspected, since Governments are encouraged to inspect the lights of every small harbour.",
        ASKED.replace("Governments are", "We were"),
        ASKED.upper(),
        f"{ASKED} We do so.",
    ],
)
def test_the_recommendation_said_back_is_an_echo(answer):
    assert echo_share(answer) >= ECHO


@pytest.mark.parametrize(
    "answer", [OWN, "", "Yes.", "Governments are encouraged to inspect.", f"{OWN} {OWN[::-1]} {ASKED[:40]}"]
)
def test_an_answer_in_its_own_words_is_none(answer):
    assert echo_share(answer) < ECHO


def test_parts_keep_each_respondents_answers_together(monkeypatch):
    monkeypatch.setattr(echoes, "_AT_ONCE", 2)
    answers = frame(*"abcdef", respondents=["ALB", "CYR", "DUN", "ALB", "EST", "CYR"])
    assert [part["text"].to_list() for part in parts(answers)] == [["a", "b", "d", "f"], ["c", "e"]]


def test_an_answer_that_stands_twice_in_a_reply_is_told_once():
    other = "Lists of dangerous cargo are sent to all of our neighbours by the port office every month."
    found = repeats(frame(OWN, other, f"In short: {OWN} More will follow.", OWN))
    assert [(key, earlier) for key, earlier, _ in found] == [(2, 0), (3, 0)]
    assert found[1][2] == 1


def test_the_same_answer_of_another_respondent_is_no_repetition():
    assert repeats(frame(OWN, OWN, respondents=["ALB", "CYR"])) == []


def test_short_answers_repeat_nothing():
    assert repeats(frame("We lit all of our lamps.", "We lit all of our lamps.")) == []


def test_a_share_is_of_the_smaller_text():
    ((_, _, share),) = repeats(frame(OWN, f"{OWN} {' '.join(f'word{n}' for n in range(200))}"))
    assert share == 1


def test_sentences_of_another_respondent_are_told_and_own_ones_are_not():
    texts = (f"{SHARED} {OWN}", SHARED, SHARED.upper(), f"{OWN} Yes.")
    found = copies(frame(*texts, respondents=["ALB", "ALB", "CYR", "CYR"]))
    assert [(key, source) for key, source, _ in found] == [(2, 0), (3, 0)]
    assert all(COPIED <= share <= 1 for _, _, share in found)


def test_a_sentence_among_many_own_ones_is_no_copy():
    own = " ".join(f"In 20{n} we lit {n} lamps of our own along the whole of the coast." for n in range(10, 16))
    assert copies(frame(SHARED, f"{SHARED} {own}", respondents=["ALB", "CYR"])) == []


@given(st.lists(st.text(alphabet="ab .\n", max_size=60), max_size=8))
def test_any_texts_can_be_compared(texts):
    answers = frame(*texts, respondents=["ALB", "CYR"] * (len(texts) // 2) + ["ALB"] * (len(texts) % 2))
    assert all(0 < share <= 1 for *_, share in [*repeats(answers), *copies(answers)])


def test_repeats_are_found_among_random_texts():
    chance = random.Random(3)
    words = [f"w{n}" for n in range(30)]
    texts = [" ".join(chance.choice(words) for _ in range(25)) for _ in range(30)]
    assert [(key, other) for key, other, _ in repeats(frame(*texts, texts[4], texts[7] + " w1 w2"))] == [
        (30, 4),
        (31, 7),
    ]
