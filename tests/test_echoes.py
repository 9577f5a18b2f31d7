"""Answers that say again what is said: the recommendation, another answer of the reply, another respondent's."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.echoes import COPIED, ECHO, WITHIN_REPLY, copies, echo_share, repeats

ASKED = "Governments are encouraged to inspect the lights of every small harbour once a year."
OWN = "Our 14 teams repaired three lamps in Borford, and a school for pilots was opened there in 2030."


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
    assert echo_share(answer, ASKED) >= ECHO


@pytest.mark.parametrize(
    "answer", [OWN, "", "Yes.", "Governments are encouraged to inspect.", f"{OWN} {OWN[::-1]} {ASKED[:40]}"]
)
def test_an_answer_in_its_own_words_is_none(answer):
    assert echo_share(answer, ASKED) < ECHO


def test_an_answer_that_stands_twice_in_a_reply_is_told_once():
    other = "Lists of dangerous cargo are sent to all of our neighbours by the port office every month."
    found = repeats(
        [("1.a", OWN), ("1.b", other), ("2.a", f"In short: {OWN} More will follow."), ("2.b", OWN)], WITHIN_REPLY
    )
    assert [(key, earlier) for key, earlier, _ in found] == [("2.a", "1.a"), ("2.b", "1.a")]
    assert found[1][2] == 1


def test_short_answers_repeat_nothing():
    assert repeats([("1.a", "We lit all of our lamps."), ("1.b", "We lit all of our lamps.")], WITHIN_REPLY) == []


def test_a_share_is_of_the_smaller_text():
    ((_, _, share),) = repeats([(1, OWN), (2, f"{OWN} {' '.join(f'word{n}' for n in range(200))}")], WITHIN_REPLY)
    assert share == 1


def test_sentences_of_another_respondent_are_told_and_own_ones_are_not():
    shared = "The joint office of the ports keeps a register of all lamps in both countries."
    texts = [
        ("a1", "ALB", f"{shared} {OWN}"),
        ("a2", "ALB", shared),
        ("c1", "CYR", shared.upper()),
        ("c2", "CYR", f"{OWN} Yes."),
    ]
    found = copies(texts)
    assert [(item, source) for item, source, _ in found] == [("c1", "a1"), ("c2", "a1")]
    assert all(COPIED <= share <= 1 for _, _, share in found)


def test_a_sentence_among_many_own_ones_is_no_copy():
    shared = "The joint office of the ports keeps a register of all lamps in both countries."
    own = " ".join(f"In 20{n} we lit {n} lamps of our own along the whole of the coast." for n in range(10, 16))
    assert copies([("a", "ALB", shared), ("c", "CYR", f"{shared} {own}")]) == []


@given(st.lists(st.text(alphabet="ab .\n", max_size=60), max_size=8))
def test_any_texts_can_be_compared(texts):
    for _, _, share in repeats(list(enumerate(texts)), 0.1):
        assert 0.1 <= share <= 1
    for text in texts:
        assert 0 <= echo_share(text, ASKED) <= 1
    assert all(0 < share <= 1 for *_, share in copies([(at, at, text) for at, text in enumerate(texts)]))


def test_repeats_are_found_among_random_texts_as_by_comparing_all():
    chance = random.Random(3)
    words = [f"w{n}" for n in range(30)]
    texts = [(n, " ".join(chance.choice(words) for _ in range(25))) for n in range(30)]
    texts += [(30, texts[4][1]), (31, texts[7][1] + " w1 w2")]
    assert [(key, other) for key, other, _ in repeats(texts, 0.5)] == [(30, 4), (31, 7)]
