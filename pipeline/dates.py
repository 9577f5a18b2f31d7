"""Dates as people write them in forms: day first, months in words of several languages, glued, with or without a year.

Keeps out: dates in files kept by hand, which are always year-month-day.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

# The six official languages without English, which is tried first, and Portuguese.
_LANGUAGES = ("es", "fr", "ru", "pt", "ar", "zh")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Quotation marks around a day, marks of direction, and the stroke that stretches Arabic words.
_NOTHING = dict.fromkeys(map(ord, '«»“”"\u0640\u200e\u200f\u061c'))
_ORDINAL = r"(?:\s*(?:st|nd|rd|th|er|[oa]|-?го|-?е|-?ое))?\.?"
_OF = r"(?:\s*(?:of|the|de|del|da|do|d['’]|من))?"


@dataclass(frozen=True)
class WrittenDate:
    """A date as read from a text: the day, or None, and what is doubtful about it in a clause for people, or ""."""

    day: date | None
    doubt: str = ""


def read_date(written: str, cycle: date | None = None) -> WrittenDate:
    """The one date in a text. Day comes before month where both could be meant.

    `cycle` is the day the questionnaire was sent: a date without a year is the first such day from then on.
    """
    text = _plain(written)
    found = _whole(text, _english_months(), "[a-z]*") or _whole(text, _other_months(), "")
    if found:
        days = {(one.day, one.doubt) for one in found}
        if len({day for day, _ in days}) > 1:
            return WrittenDate(None, "more than one date")
        return found[0]
    return _without_year(text, cycle)


def _plain(written: str) -> str:
    """The text folded, with digits of every script as 0 to 9 and single spaces."""
    folded = unicodedata.normalize("NFKD", written.casefold())
    plain = "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() else letter
        for letter in folded
        if not unicodedata.combining(letter)
    )
    return " ".join(plain.translate(_NOTHING).split())


@cache
def _english_months() -> dict[str, int]:
    return {name: number for number, name in enumerate(_ENGLISH, start=1)}


@cache
def _other_months() -> dict[str, int]:
    """Names of months in the other languages, folded, from CLDR."""
    from babel import Locale

    found: dict[str, int] = {}
    for language in _LANGUAGES:
        months = Locale(language).months
        for context, width in (("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")):
            for number, name in months[context][width].items():
                if not name[0].isdigit():
                    found.setdefault(_plain(name).rstrip("."), number)
    return found


@cache
def _patterns(names: tuple[str, ...], ending: str) -> tuple[re.Pattern, ...]:
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    month = rf"(?<![^\W\d_])(?P<month>{words}){ending}(?![^\W\d_])\.?"
    year = r"(?P<year>[0-9]{4}|(?<![0-9])[0-9]{2}(?![0-9:]))"
    return (
        re.compile(rf"(?<![0-9])(?P<day>[0-9]{{1,2}}){_ORDINAL}[\s/-]*{_OF}[\s/-]*{month}[\s,/-]*{_OF}[\s,/-]*{year}"),
        re.compile(rf"{month}\s*(?P<day>[0-9]{{1,2}}){_ORDINAL}(?:,\s*|\s+){_OF}\s*{year}"),
        re.compile(rf"(?<![0-9])(?P<day>[0-9]{{1,2}}){_ORDINAL}[\s/-]*{_OF}[\s/-]*{month}"),
        re.compile(rf"{month}\s*(?P<day>[0-9]{{1,2}})(?![0-9])"),
    )


_NUMBERS = (
    re.compile(
        r"(?<![0-9])(?P<year>[0-9]{4})\s*[-/.年]\s*(?P<number>[0-9]{1,2})\s*[-/.月]\s*(?P<day>[0-9]{1,2})(?![0-9])"
    ),
    re.compile(
        r"(?<![0-9])(?P<day>[0-9]{1,2})\s*(?P<sign>[./-])\s*(?P<number>[0-9]{1,2})\s*(?P=sign)\s*"
        r"(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
    ),
)
_DAY_AND_MONTH = re.compile(r"^(?P<day>[0-9]{1,2})\s*[./]\s*(?P<number>[0-9]{1,2})\.?$")


def _whole(text: str, months: dict[str, int], ending: str) -> list[WrittenDate]:
    """All dates with a year, by the first way of writing that fits."""
    named = _patterns(tuple(months), ending)[:2]
    for pattern in (_NUMBERS[0], *named, _NUMBERS[1]):
        found = [_of(match.groupdict(), months) for match in pattern.finditer(text)]
        if found:
            return found
    return []


def _of(parts: dict[str, str], months: dict[str, int]) -> WrittenDate:
    month = int(parts["number"]) if parts.get("number") else months[parts["month"]]
    day, year, doubt = int(parts["day"]), int(parts["year"]), ""
    if len(parts["year"]) == 2:
        year, doubt = 2000 + year, f"two digits for the year, taken as {2000 + year}"
    if month > 12 >= day and parts.get("sign"):
        day, month, doubt = month, day, "month before day"
    try:
        return WrittenDate(date(year, month, day), doubt)
    except ValueError:
        return WrittenDate(None, "no such day")


def _without_year(text: str, cycle: date | None) -> WrittenDate:
    for months, ending in ((_english_months(), "[a-z]*"), (_other_months(), "")) if text else ():
        for pattern in (*_patterns(tuple(months), ending)[2:], _DAY_AND_MONTH):
            match = pattern.search(text)
            if match:
                parts = match.groupdict()
                month = int(parts["number"]) if parts.get("number") else months[parts["month"]]
                return _in_cycle(int(parts["day"]), month, cycle)
    return WrittenDate(None, "no date that can be read" if text else "")


def _in_cycle(day: int, month: int, cycle: date | None) -> WrittenDate:
    if cycle is None:
        return WrittenDate(None, "no year")
    for year in range(cycle.year, cycle.year + 5):  # 29 February may be years away
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= cycle:
            return WrittenDate(found, f"no year; taken as {found.day} {found:%B} {found.year}")
    return WrittenDate(None, "no such day")
