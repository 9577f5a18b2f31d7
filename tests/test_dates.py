"""Dates as people write them in forms.

Keeps out: dates in files kept by hand (test_meeting.py, test_receipts.py).
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dates import parse_date


@pytest.mark.parametrize(
    "written",
    [
        "2031-07-12",
        "2031-7-12",
        "12 July 2031",
        "12 JULY 2031",
        "12 july, 2031",
        "12July2031",
        "12th July 2031",
        "12th of July, 2031",
        "12 Jul. 2031",
        "July 12, 2031",
        "July 12th, 2031",
        "July 12 2031",
        "July 12,2031",
        "12.07.2031",
        "12.7.2031",
        "12/07/2031",
        "12-07-2031",
        "12 / 07 / 2031",
        "12\u00a0July\u00a02031",
        "12\nJuly\n2031",
        "Saturday, 12 July 2031",
        "Borford, 12 July 2031 (by e-mail)",
        "  12 July 2031\t",
    ],
)
def test_one_day_written_in_many_ways(written):
    assert parse_date(written) == date(2031, 7, 12)


MONTHS = (
    ("January", "Jan."),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May", "may"),
    ("June", "JUN"),
    ("July", "Jul"),
    ("August", "Aug."),
    ("September", "Sept."),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "DEC"),
)


@pytest.mark.parametrize(("month", "names"), list(enumerate(MONTHS, start=1)))
def test_months_in_full_and_short(month, names):
    for name in names:
        assert parse_date(f"3 {name} 2031") == date(2031, month, 3)


@pytest.mark.parametrize(("written", "day"), [("1st", 1), ("2nd", 2), ("3rd", 3), ("4th", 4), ("31st", 31)])
def test_ordinal_days(written, day):
    assert parse_date(f"{written} May 2031") == date(2031, 5, day)


def test_numbers_are_read_day_first():
    assert parse_date("05/06/2031") == date(2031, 6, 5)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "  ",
        "soon",
        "2031",
        "July 2031",
        "12 July",
        "12/07",
        "12/07/31",
        "31 June 2031",
        "29 February 2031",
        "2031-13-01",
        "2031-02-30",
        "0 July 2031",
        "32.01.2031",
        "05/26/2031",
        "12 Jolly 2031",
        "0000-01-01",
        "112 July 2031",
        "1912-07-2031",
        "12-07-20311",
    ],
)
def test_what_is_no_whole_day_that_exists_is_none(written):
    assert parse_date(written) is None


def test_a_leap_day_exists_in_its_year():
    assert parse_date("29 February 2032") == date(2032, 2, 29)


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_read_back_from_every_common_form(day):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%B %d, %Y", "%d%b%Y"):
        assert parse_date(day.strftime(form)) == day


@given(st.text(alphabet="0123456789 ./-thJulyMa\n", max_size=20))
def test_any_text_gives_a_day_or_none(text):
    assert isinstance(parse_date(text), date | None)
