"""Dates as people write them in forms: day first, months in words of several languages, glued, with or without a year.

Keeps out: dates in files kept by hand, which are always year-month-day.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache

from pipeline.text.numerals import as_number

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# Arabic has other months in the Mashriq and in each country of the Maghreb, Spanish other short ones in America.
_LANGUAGES = ("es", "es_MX", "fr", "fr_CA", "pt", "ru", "ar", "ar_DZ", "ar_MA", "ar_MR", "ar_SY")
# Short forms and a spelling that CLDR does not have.
_MORE = {"setiembre": 9, "фев": 2, "сен": 9, "ноя": 11}
# Quotation marks around a day, marks of direction, and the stroke that stretches Arabic words.
_NOTHING = dict.fromkeys(map(ord, '«»“”"\u0640\u200e\u200f\u061c')) | {ord("’"): "'", ord("،"): ","}
# "12.III.2031"
_ROMAN_MONTH = re.compile(r"(?<=\d)\s*(?P<sign>[./-])\s*(?P<month>xi{0,2}|i{1,3}|i?[vx]|vi{1,3})\s*(?P=sign)\s*(?=\d)")
_CHINESE_DIGITS = "〇一二三四五六七八九"
_CHINESE_NUMBER = re.compile(rf"[{_CHINESE_DIGITS}零十]{{1,4}}(?=\s*[年月日号號])")
_LETTER = r"[^\W\d_]"
_ORDINAL = rf"(?:[\s.]?-?(?:st|nd|rd|th|er|o|a|го|е|ое|°)(?!{_LETTER}))?"
_OF = rf"(?:(?:of|the|de|del|da|do|d|من)(?!{_LETTER})[\s'./–—-]*)?"
_TO = rf"(?:[-–—&/]|(?:to|and|au|et|al|a|y|e|по|и|до|الي|و)(?!{_LETTER}))"
# The first day of several, as in "10 to 12 May 2031".
_SEVERAL = rf"(?<!\d)(?:(?P<several>\d{{1,2}}){_ORDINAL}\s*{_TO}\s*)?"
_NO_DIGIT_BUT_TIME = r"(?:(?=[\s,]*\d{1,2}\s?[:h]\d\d)|(?![\s,./'–—-]*\d))"
_NUMBERS = tuple(
    map(
        re.compile,
        (
            r"^\W*(?P<year>(?:19|20)\d\d)(?P<number>\d\d)(?P<day>\d\d)\W*$",
            r"(?<!\d)(?P<year>\d{4})\s*[-/.]\s*(?P<number>\d{1,2})\s*[-/.]\s*(?P<day>\d{1,2})(?!\d)",
            r"(?:(?<!\d)(?P<year>\d{4}|\d\d)\s*年\s*)?(?<!\d)(?P<number>\d{1,2})\s*月\s*(?P<day>\d{1,2})(?!\d)",
            _SEVERAL + r"(?P<day>\d{1,2})\s*(?P<sign>[./-])\s*(?P<number>\d{1,2})\s*[./-]\s*(?P<year>\d{4})(?!\d)",
            r"(?<![\w./-])(?P<day>\d{1,2})\s*(?P<sign>[./-])\s*(?P<number>\d{1,2})\s*(?P=sign)\s*(?P<year>\d\d)"
            r"(?!\d|[./-]\d)",
            r"^\W*(?P<day>\d{1,2})(?P<sign>\s)(?P<number>\d{1,2})\s(?P<year>\d{4})\W*$",
            r"^\W*(?P<day>\d{1,2})\s*(?P<sign>[./])\s*(?P<number>\d{1,2})\W*$",
        ),
    )
)


@dataclass(frozen=True)
class WrittenDate:
    """A date as read from a text: the day, or None, and what is doubtful about it in a clause for people, or ""."""

    day: date | None
    doubt: str = ""


@dataclass(frozen=True)
class _Parts:
    """A day as it stands in a text; the year may be missing, and no calendar may have the day."""

    year: int | None
    month: int
    day: int
    doubt: str


@lru_cache(maxsize=4_000)
def read_date(written: str, cycle: date | None = None) -> WrittenDate:
    """The one date in a text. Day comes before month where both could be meant.

    `cycle` is the day the questionnaire was sent: a date without a year is the first such day from then on.
    """
    text = _folded(written)
    dates, rest = _dates_in(text, _english_months())
    # Digits that are left may belong to a date in another language.
    if re.search(r"\d", rest):
        dates, _ = _dates_in(text, _all_months())
    if not dates:
        return WrittenDate(None, "no date that can be read" if text else "")
    years = {one.year for one in dates if one and one.year is not None}
    if None in dates or len(years) > 1 or len({(one.month, one.day) for one in dates}) > 1:
        return WrittenDate(None, "more than one date")
    best = min(dates, key=lambda one: (one.year is None, len(one.doubt)))
    if best.year is None:
        return _in_cycle(best, cycle)
    if best.year < 1900:
        return WrittenDate(None, f"the year {best.year}")
    try:
        return WrittenDate(date(best.year, best.month, best.day), best.doubt)
    except ValueError:
        return WrittenDate(None, "no such day")


def _folded(written: str) -> str:
    """The text folded, with digits of every script as 0 to 9 and single spaces."""
    folded = unicodedata.normalize("NFKD", written.casefold())
    plain = "".join(
        str(unicodedata.digit(letter)) if letter.isdecimal() else letter
        for letter in folded
        if not unicodedata.combining(letter)
    )
    plain = _CHINESE_NUMBER.sub(lambda match: _chinese_number(match[0]), plain.translate(_NOTHING))
    plain = _ROMAN_MONTH.sub(lambda match: f".{as_number(match['month'])}.", plain)
    return " ".join(plain.split())


def _chinese_number(written: str) -> str:
    digits = [
        str(_CHINESE_DIGITS.find(sign)) if sign in _CHINESE_DIGITS else sign for sign in written.replace("零", "〇")
    ]
    tens, ten, ones = "".join(digits).partition("十")
    return (tens or "1") + (ones or "0") if ten else tens


@cache
def _english_months() -> dict[str, int]:
    numbered = list(enumerate(_ENGLISH, start=1))
    return {name: number for number, name in numbered} | {name[:3]: number for number, name in numbered} | {"sept": 9}


@cache
def _all_months() -> dict[str, int]:
    """Names of months in all languages, folded, from CLDR."""
    from babel import Locale

    numbers = _english_months() | _MORE
    for language in _LANGUAGES:
        months = Locale.parse(language).months
        # Russian has the month by itself in the nominative, in a date in the genitive.
        named = [months["format"][width] for width in ("wide", "abbreviated")]
        for names in (*named, *([months["stand-alone"]["wide"]] if language == "ru" else [])):
            for number, name in names.items():
                numbers.setdefault(_folded(name).rstrip("."), number)
    return numbers


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern, ...]:
    """Ways of writing a date with its month in words; those without a year last."""
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    # Words that begin as an English month may be one with a slip of the pen.
    words += "|(?:" + "|".join(name[:3] for name in _ENGLISH) + ")[a-z]{2,8}"
    month = rf"(?<!{_LETTER})(?P<month>{words})(?!{_LETTER})\.?(?:\s*/\s*(?P<other>{words})(?!{_LETTER}))?"
    day = rf"(?P<day>\d{{1,2}}){_ORDINAL}"
    day_month = rf"{_SEVERAL}{day}[\s./–—-]*{_OF}{month}"
    year, short = r"(?P<year>\d{4})(?!\d)", r"(?P<year>\d\d)(?!\d|\s*:|\s*(?!г\b)\w|\s*[-–—/.]\s*\d)"
    return tuple(
        map(
            re.compile,
            (
                rf"{day_month}[\s,./–—-]*{_OF}{year}",
                rf"{month}\s*{day}(?:,\s*|\s+){_OF}{year}",
                rf"(?<!\d){year}[\s,./-]*{month}[\s,./-]*{day}(?!\d|\s?[:h]\d)",
                rf"{day_month}[\s./-]{{1,3}}{_OF}'?{short}",
                rf"{day_month}{_NO_DIGIT_BUT_TIME}",
                rf"{month}\s*{day}(?!\d){_NO_DIGIT_BUT_TIME}",
            ),
        )
    )


def _dates_in(text: str, months: Mapping[str, int]) -> tuple[list[_Parts | None], str]:
    """All days in the text, None for a row of days, and what is left of the text."""
    dates: list[_Parts | None] = []
    for pattern in (*_NUMBERS[:2], *_patterns(tuple(months)), *_NUMBERS[2:]):
        for match in list(pattern.finditer(text)):
            parts = match.groupdict()
            names = [name for name in (parts.get("month"), parts.get("other")) if name]
            numbers = {_month(name, months) for name in names} or {int(parts["number"])}
            if 0 in numbers:
                continue
            dates.append(_of(parts, *numbers) if len(numbers) == 1 and not parts.get("several") else None)
            text = text[: match.start()] + "_" * len(match[0]) + text[match.end() :]
    return dates, text


def _month(name: str, months: Mapping[str, int]) -> int:
    """Number of the month; 0 for a word that is none."""
    close = [name] if name in months else get_close_matches(name, _ENGLISH, n=1, cutoff=0.75)
    return months[close[0]] if close else 0


def _of(parts: Mapping[str, str | None], month: int) -> _Parts:
    day, year, doubt = int(parts["day"]), parts.get("year"), ""
    if year is not None and len(year) == 2:
        year = f"20{year}"
        doubt = f"two digits for the year, taken as {year}"
    if month > 12 >= day and parts.get("sign"):
        day, month, doubt = month, day, "; ".join(filter(None, ("month before day", doubt)))
    return _Parts(int(year) if year else None, month, day, doubt)


def _in_cycle(parts: _Parts, cycle: date | None) -> WrittenDate:
    if cycle is None:
        return WrittenDate(None, "no year")
    # 29 February may be eight years away.
    for year in range(cycle.year, min(cycle.year + 9, date.max.year + 1)):
        try:
            day = date(year, parts.month, parts.day)
        except ValueError:
            continue
        if day >= cycle:
            taken = f"no year; taken as {day.day} {_ENGLISH[day.month - 1].title()} {day.year}"
            return WrittenDate(day, "; ".join(filter(None, (parts.doubt, taken))))
    return WrittenDate(None, "no such day")
