"""White space, control characters and words.

Keeps out: language (test_language.py).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.words import count_words, likeness, tidy, words_of


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\t ", "", id="blanks only"),
        pytest.param("  one   two  ", "one two", id="many spaces"),
        pytest.param("one\ttwo", "one two", id="tab"),
        pytest.param("one\u00a0\u00a0two", "one two", id="unbreakable spaces"),
        pytest.param("one\u3000two", "one two", id="wide space"),
        pytest.param("one\u2028two", "one two", id="line separator"),
        pytest.param("one\r\ntwo\rthree", "one\ntwo\nthree", id="line ends of other systems"),
        pytest.param(" one \n  two ", "one\ntwo", id="spaces beside line ends"),
        pytest.param("one\n\ntwo", "one\n\ntwo", id="one blank line"),
        pytest.param("one\n\n \n\n\ntwo", "one\n\ntwo", id="many blank lines"),
        pytest.param("o\u200bn\u00ade\ufeff", "one", id="invisible characters"),
        pytest.param("o\x00n\x07e\x1b", "one", id="control characters"),
        pytest.param("one\x0btwo", "one two", id="Word's line break"),
        pytest.param("one\x0ctwo", "one two", id="page break"),
        pytest.param("one\x85two", "one two", id="next line"),
        pytest.param("on\ud800e", "one", id="half a character"),
        pytest.param("Été, 灯塔 ⚓ “x” – 5 °C", "Été, 灯塔 ⚓ “x” – 5 °C", id="letters of all kinds"),
        pytest.param("- one\n- two", "- one\n- two", id="bullets"),
    ],
)
def test_text_is_tidied(written, tidied):
    assert tidy(written) == tidied


@given(st.text())
def test_tidying_twice_changes_nothing_more(text):
    once = tidy(text)
    assert tidy(once) == once
    assert "\n\n\n" not in once
    assert "  " not in once


@given(st.lists(st.text(alphabet="abcé灯12.,;", min_size=1), min_size=1))
def test_tidying_keeps_every_word(words):
    assert tidy("  \t".join(words)).split() == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  \n ", 0),
        ("one", 1),
        ("one two", 2),
        ("one  two\nthree\t four", 4),
        ("well-known e.g. 3.5 –", 4),
        ("one\u00a0two", 2),
        ("52 pilots, trained.", 3),
        ("灯塔", 1),
    ],
)
def test_words_are_runs_between_blanks(text, words):
    assert count_words(text) == words


def test_words_are_compared_without_case_order_and_punctuation():
    assert words_of("Light EVERY lamp, every night!") == {"light", "every", "lamp", "night"}
    assert likeness(words_of("Light the lamps."), words_of("the lamps: light")) == 1


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("light the lamps", "light the pier", 2 / 3),
        ("light", "light the lamps", 1 / 3),
        ("light", "pier", 0),
        ("", "", 0),
    ],
)
def test_likeness_is_the_share_of_words_in_common(one, other, share):
    assert likeness(words_of(one), words_of(other)) == pytest.approx(share)
    assert likeness(words_of(other), words_of(one)) == pytest.approx(share)
