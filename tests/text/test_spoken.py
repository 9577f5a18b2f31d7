"""Dates and ordinals as house style writes them."""

from datetime import date

import pytest

from pipeline.text.spoken import date_range, ordinal_words


@pytest.mark.parametrize(
    ("starts", "ends", "written", "spoken"),
    [
        ((2031, 10, 6), (2031, 10, 9), "6–9 October 2031", "from 6 to 9 October 2031"),
        ((2030, 9, 30), (2030, 10, 2), "30 September – 2 October 2030", "from 30 September to 2 October 2030"),
        ((2030, 12, 30), (2031, 1, 2), "30 December 2030 – 2 January 2031", "from 30 December 2030 to 2 January 2031"),
        ((2031, 5, 1), (2031, 5, 1), "1 May 2031", "on 1 May 2031"),
    ],
)
def test_days_say_what_they_share_once(starts, ends, written, spoken):
    first, last = date(*starts), date(*ends)
    assert date_range(first, last) == written
    assert date_range(first, last, spoken=True) == spoken


def test_an_ordinal_is_written_in_words():
    assert (ordinal_words(1), ordinal_words(43), ordinal_words(120)) == (
        "First",
        "Forty-third",
        "One hundred and twentieth",
    )
