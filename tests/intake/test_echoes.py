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


def numbered(first, last, word="w"):
    """So many different words: "w1 w2 …"."""
    return " ".join(f"{word}{number}" for number in range(first, last + 1))


def test_runs_tell_the_order_of_words_and_take_letters_and_digits_of_any_script():
    orders = [
        "a b c",
        "a c b",
        "b a c",
        "b c a",
        "c a b",
        "c b a",
        "a b b",
        "b a b",
        "b b a",
        "a a b",
        "a b a",
        "b a a",
    ]
    found = runs(frame(*orders, "a b d", "Été 灯 7"))
    assert found["run"].n_unique() == found.height == len(orders) + 2


def test_an_echo_is_the_share_of_the_answers_own_runs():
    asked = pl.DataFrame({"recommendation": ["1.a"], "text": [numbered(1, 20)]})
    answers = frame(f"{numbered(1, 8)} {numbered(1, 8, 'v')}")
    assert echo_shares(answers, runs(answers), asked) == {0: 6 / 14}


@pytest.mark.parametrize(("words", "told"), [(9, False), (10, True), (11, True)])
def test_echoes_and_repetitions_begin_at_ten_words(words, told):
    asked = pl.DataFrame({"recommendation": ["1.a"], "text": [numbered(1, 20)]})
    answers = frame(numbered(1, words), numbered(1, 20))
    assert (0 in echo_shares(answers, runs(answers), asked)) is told
    assert bool(repeats(answers)) is told


def test_a_repetition_begins_at_its_share_of_the_smaller_text():
    # 20 runs of the smaller text, of which 7 are a share of 0.35.
    smaller, at, below = numbered(1, 22), numbered(1, 9), numbered(1, 8)
    longer = numbered(1, 40, "v")
    assert repeats(frame(smaller, f"{at} {longer}")) == [(1, 0, 0.35)]
    assert repeats(frame(smaller, f"{below} {longer}")) == []
    assert repeats(frame(f"{at} {longer}", smaller)) == [(1, 0, 0.35)]


def test_the_closest_earlier_answer_is_named_and_of_equals_the_first():
    text = numbered(1, 22)
    half = f"{numbered(1, 14)} {numbered(1, 30, 'v')}"
    assert [pair[:2] for pair in repeats(frame(half, text, text, text))] == [(1, 0), (2, 1), (3, 1)]


@pytest.mark.parametrize(("words", "told"), [(7, False), (8, True), (9, True)])
def test_a_sentence_is_compared_from_eight_words_on(words, told):
    sentence = numbered(1, words)
    found = copies(frame(f"{sentence}.", f"{sentence}!", respondents=["ALB", "CYR"]))
    assert found == ([(1, 0, 1.0)] if told else [])


@pytest.mark.parametrize(("own", "share"), [(7, 9 / 16), (6, 0.6), (5, 9 / 14)])
def test_a_copy_begins_at_six_tenths_of_the_words(own, share):
    copied = numbered(1, 9)
    found = copies(frame(f"{copied}.", f"{copied}.\n{numbered(1, own, 'v')}.", respondents=["ALB", "CYR"]))
    assert found == ([(1, 0, share)] if share >= COPIED else [])


def test_the_first_who_wrote_a_sentence_is_named():
    texts = [f"{SHARED}"] * 4
    found = copies(frame(*texts, respondents=["ALB", "CYR", "DUN", "EST"]))
    assert [(key, source) for key, source, _ in found] == [(1, 0), (2, 0), (3, 0)]
