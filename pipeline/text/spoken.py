"""Dates and ordinals as house style writes and speaks them.

Keeps out: reading dates that people wrote (`dates.py`).
"""

from datetime import date

from num2words import num2words

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def long_date(day: date) -> str:
    """A date as house style writes it: 26 July 2019."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_range(starts: date, ends: date, *, spoken: bool = False) -> str:
    """Two days with what they share said once: "22–25 October 2019", or spoken "from 22 to 25 October 2019"."""
    first = long_date(starts)
    if starts.year == ends.year:
        first = f"{starts.day} {MONTHS[starts.month - 1]}"
        if starts.month == ends.month:
            first = str(starts.day)
    if spoken:
        return f"on {long_date(ends)}" if starts == ends else f"from {first} to {long_date(ends)}"
    return long_date(ends) if starts == ends else f"{first}{'–' if first.isdigit() else ' – '}{long_date(ends)}"


def ordinal_words(number: int) -> str:
    """An ordinal in words with a capital: Forty-third."""
    return num2words(number, to="ordinal").capitalize()
