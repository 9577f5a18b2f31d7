"""Dates whose month is a roman number, and days written as digits alone."""

from datetime import date

import pytest

from pipeline.text.dates import WrittenDate, read_date

MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, start=1)))
def test_a_month_may_be_a_roman_number(number, month):
    assert read_date(f"3.{month}.2031") == WrittenDate(date(2031, number, 3))


@pytest.mark.parametrize("written", ["3.XIII.2031", "3.IIII.2031", "20311301", "Doc. 20310712", "2031071"])
def test_other_numerals_are_no_date(written):
    assert read_date(written).day is None
