"""Dates as people write them in forms: day first, months in words, glued together.

Keeps out: dates in files kept by hand, which are always year-month-day.
"""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FORMS = tuple(
    re.compile(rf"(?<!\d)(?:{form})(?!\d)", re.I)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s/-]*(?:of\s+)?{_MONTH}[\s,/-]*(?P<year>\d{{4}})",
        rf"{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\s*[./-]\s*(?P<number>\d{1,2})\s*[./-]\s*(?P<year>\d{4})",
    )
)


def parse_date(written: str) -> date | None:
    """The one date in a text, or None where there is none, it lacks its year, or it does not exist."""
    for form in _FORMS:
        match = form.search(written)
        if match:
            parts = match.groupdict()
            month = parts.get("number") or _MONTHS.index(parts["month"].lower()) + 1
            try:
                return date(int(parts["year"]), int(month), int(parts["day"]))
            except ValueError:
                return None
    return None
