"""Words and marks found in a text. Keeps out: how they vote (test_marks.py)."""

import re

import pytest

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.mark_words import (
    alternatives,
    names_a_word,
    opens_with_mark,
    other_words,
    tokens_in,
)
from pipeline.reading.form.opening_word import opening_word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x", ["x"]),
        ("a x b", ["x"]),
        ("axb x1 2x", []),
        ("[x]", ["[x]"]),
        ("a[x]b", ["[x]"]),
        ("_x_", ["x"]),
        ("x xx", ["x", "xx"]),
    ],
)
def test_a_word_among_marks_counts_only_where_no_letter_touches_it_and_the_longest_mark_wins(text, found):
    assert re.findall(alternatives(("x", "[x]", "xx")), text) == found


def test_a_longer_mark_goes_before_one_it_begins_with():
    assert re.findall(alternatives(("(", "(x)")), "(x) (") == ["(x)", "("]


@pytest.mark.parametrize(("text", "names"), [("Yes", True), ("☒", True), ("no", True), ("☐", False), ("lamps", False)])
def test_a_text_names_a_word_or_has_a_mark_that_is_set(text, names):
    assert names_a_word(text) is names


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Yes, since 2029", True),
        ("No lamps yet", True),
        ("No change", True),
        ("No action", False),
        ("Yes since", False),
        ("Yes", False),
        ("Yes / No since the spring", False),
        ("two lamps", True),
        ("☒ Yes (please tick one)", False),
    ],
)
def test_a_text_may_say_more_than_one_of_the_words(text, more):
    assert other_words(text) is more


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        (" ☒ Yes", True),
        ("No, as before", True),
        ("yes " + "lamp " * 7, True),
        ("yes " + "lamp " * 8, False),
        ("Lamps: yes", False),
    ],
)
def test_a_short_text_may_open_with_a_mark(text, opens):
    assert opens_with_mark(text) is opens


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Yes. We lit them.", ("yes", "Yes")),
        ("— NO, not yet", ("no", "NO")),
        ("No. 14 is lit", None),
        ("No – 14 were out of order", ("no", "No")),
        ("No, 14 were not", ("no", "No")),
        ("Yesterday", None),
        ("Non - rien", ("no", "Non")),
        ("Non-governmental bodies light them", None),
        ("No-one lit them", None),
        ("Yes we have. They are lit.", ("yes", "Yes")),
        ("No it is not", ("no", "No")),
        ("No lamps are lit", None),
        ("Yes–we lit them", ("yes", "Yes")),
        ("[Yes] We lit them.", ("yes", "Yes")),
        ("(No) They are old.", ("no", "No")),
        ("Yes\tWe lit them.", ("yes", "Yes")),
        ("Yes → we lit them", ("yes", "Yes")),
        ("是。已完成。", ("yes", "是")),
        ("No → they are old", ("no", "No")),
        ("No  lamps are lit", None),
        ("Y - we lit them.", ("yes", "Y")),
        ("N; they are old.", ("no", "N")),
        ("Y. Oda lit them.", None),
        ("N: 14", None),
        ("N-15 is a road", None),
        ("We did, yes.", None),
        ("", None),
    ],
)
def test_a_text_may_open_with_the_word(text, word):
    assert opening_word(text) == word


def test_tokens_have_their_paragraph_place_and_the_run_they_begin_in():
    first, second, third = Run("Y"), Run("es ", bold=True), Run("☒")
    tokens = tokens_in([Block((first, second, third), 1, None), Block((Run("No"),), 2, None)])
    told = [(token.kind, token.text, token.paragraph, token.start, token.end, token.number) for token in tokens]
    assert told == [("yes", "Yes", 0, 0, 3, 0), ("checked", "☒", 0, 4, 5, 1), ("no", "No", 1, 0, 2, 2)]
    assert [token.run for token in tokens] == [first, third, Run("No")]
    assert [token.is_word for token in tokens] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Q Yes o No", ["checked", "yes", "unchecked", "no"]),
        ("Q Yes Q No", ["unchecked", "yes", "unchecked", "no"]),
        ("Q o", ["checked", "unchecked"]),
        ("q Yes o No x", ["checked", "yes", "unchecked", "no", "checked"]),
    ],
)
def test_a_letter_that_was_a_box_is_filled_where_an_empty_one_stands_beside_it(text, kinds):
    assert [token.kind for token in tokens_in([Block((Run(text),), 1, None)])] == kinds


def test_a_token_has_the_run_of_its_first_letter_among_many():
    runs = (Run("Our "), Run("Yes", bold=True), Run(" or "), Run("No", struck=True), Run("."))
    assert [token.run for token in tokens_in([Block(runs, 1, None)])] == [runs[1], runs[3]]
