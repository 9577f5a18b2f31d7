"""The quantities a text reports: value, unit and period, as far as they stand beside the figure.

Years, dates, and the numbers of laws, paragraphs and documents are no quantities. Keeps out: numbers in words.
"""

import re
from typing import NamedTuple

from pipeline.text.references import references_in

_MULTIPLES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_SPELT = {
    "per cent": "% percent",
    "percentage points": "",
    "kg": "kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "gram grams gramme grammes",
    "mg": "milligram milligrams",
    "t": "ton tons tonne tonnes",
    "km": "kilometre kilometres kilometer kilometers",
    "ha": "hectare hectares",
    "l": "litre litres liter liters",
    "ml": "millilitre millilitres",
}
# Each spelling of a unit with the unit.
_UNITS = {spelt: unit for unit, others in _SPELT.items() for spelt in (unit, *others.split())}
_DIGIT = re.compile(r"\d")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = re.compile(rf"(?:[–-]\d+)?\s(?:{_MONTHS})\b")
# A figure is looked for by its first digit, and what stands before it is asked about behind that: the search goes from
# one digit to the next.
_QUANTITY = re.compile(
    r"(?P<value>\d(?<![\w/.,–-].)(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:\.\d+)?))(?![\d/]|-\d)"
    rf"(?:\s(?P<multiple>{'|'.join(_MULTIPLES)}))?"
    rf"(?:(?:\s|-)?(?P<unit>{'|'.join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))})(?!\w))?"
)
_MONEY, _MONEY_LETTERS = re.compile(r"(?:[$€£]|(?:USD|EUR)\s)$"), 4
# What stands before the number of a law, a part of it, a page.
_NUMBER_OF = re.compile(
    r"(?:\bNos?\.?|\bNumber|[Aa]rticles?|[Ss]ections?|paras?\.?|[Pp]aragraphs?|[Cc]hapters?|[Ii]tems?|pp?\.|[Rr]ecommendation)"
    r"\s?\(?$"
)
# It is no longer than so many letters.
_NUMBER_OF_LETTERS = 20
_YEAR = re.compile(r"(?<![\d,./$€£-])(?:19|20)\d\d(?![\d/]|[,.]\d|\s(?:kg|per cent|%))")
_PERIOD = re.compile(r"(?:19|20)(?<![\d/]..)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?(?![\d/])")
_COUNTED = re.compile(
    r"\s+(?P<words>(?:[a-z][\w’'-]*\s+){0,3}?[a-z][\w’'-]*(?:s|people|men|women|personnel|staff|children|data))\b"
)
# Words that end what is counted.
_ENDS = re.compile(r"\b(?:of|in|and|or|to|by|at|for|from|with|were|was|is|are|had|have|has|which|that|who|on|as)\b")


class Quantity(NamedTuple):
    """A figure: its value, what is measured or counted, the years its sentence names, and how it is written."""

    value: float
    unit: str | None
    period: str | None
    written: str
    start: int


def quantities_in(sentence: str) -> list[Quantity]:
    """The quantities of one sentence in their order."""
    if not _DIGIT.search(sentence):  # most sentences
        return []
    cited = [(one.start, one.start + len(one.text)) for one in references_in(sentence) if one.kind != "organization"]
    period = "; ".join(dict.fromkeys(match[0].replace(" ", "") for match in _PERIOD.finditer(sentence))) or None
    found = []
    for match in _QUANTITY.finditer(sentence):
        number, start = match["value"], match.start()
        money = _MONEY.search(sentence, max(start - _MONEY_LETTERS, 0), start)
        begins = money.start() if money else start
        inside = any(first <= start < last for first, last in cited)
        is_year = not (money or match["unit"] or match["multiple"]) and _YEAR.match(sentence, start)
        dated = _DATED.match(sentence, match.end("value"))
        if inside or is_year or dated or _NUMBER_OF.search(sentence, max(begins - _NUMBER_OF_LETTERS, 0), begins):
            continue
        value = float(number.replace(",", "")) * _MULTIPLES.get(match["multiple"] or "", 1)
        measured = _UNITS.get(match["unit"] or "") or _counted(sentence[match.end() :])
        unit = money[0].strip() if money else measured
        found.append(Quantity(value, unit, period, sentence[begins : match.end()].strip(), begins))
    return found


def _counted(behind: str) -> str | None:
    """The words behind a figure up to the first plural: what is counted."""
    match = _COUNTED.match(behind)
    if not match or _ENDS.search(match["words"]):
        return None
    return match["words"]
