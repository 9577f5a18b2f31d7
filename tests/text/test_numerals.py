"""Numbers as labels write them."""

import pytest

from pipeline.text.numerals import as_number, position, roman


@pytest.mark.parametrize(
    ("label", "number"),
    [("1", 1), ("12", 12), ("i", 1), ("ii", 2), ("iv", 4), ("v", 5), ("ix", 9), ("xiv", 14), ("xl", 40), ("lix", 59)],
)
def test_arabic_and_roman_numbers_are_read(label, number):
    assert as_number(label) == number


@pytest.mark.parametrize(
    ("label", "number"), [("٣", 3), ("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("三十四", 34)]
)
def test_arabic_and_chinese_numbers_are_read(label, number):
    assert as_number(label) == position(label) == number


@pytest.mark.parametrize("label", ["a", "s", "is", "xa"])
def test_other_letters_are_no_number(label):
    assert as_number(label) is None


@pytest.mark.parametrize(
    ("label", "place"), [("a", 1), ("h", 8), ("z", 26), ("12", 12), ("iv", 4), ("zz", 0), ("б", 2), ("ج", 3), ("", 0)]
)
def test_a_label_stands_for_a_place_in_its_list(label, place):
    assert position(label) == place


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (59, "LIX")])
def test_a_number_is_written_in_roman_numerals(number, written):
    assert roman(number) == written
    assert as_number(written.casefold()) == number
