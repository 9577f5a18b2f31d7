"""What a published note says of its meeting: the facts of meeting.yaml, found in masthead, footnotes and introduction.

Keeps out: where the note's parts are (`parts.py`), and what is written of the facts (`folder.py`).
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from pipeline.past_note.parts import Parts, marks_of
from pipeline.past_note.pieces import Piece
from pipeline.raw.note_fields import MASTHEAD
from pipeline.text.dates import read_date
from pipeline.text.spoken import MONTHS, ordinal_words

_MONTH = "|".join(MONTHS)
_DAY = rf"\d{{1,2}} (?:{_MONTH}) \d{{4}}"
# Two days of which the first has only what the second does not share: "22–25 October 2019", "28 May to 1 June 2019".
_SPAN = rf"(\d{{1,2}})(?: ({_MONTH}))?(?: (\d{{4}}))?(?:\s*[–—-]\s*| to )({_DAY})"
SYMBOL = re.compile(r"^[A-Z][\w.-]*(?:/[\w.()-]+)+$")
_PLACED = re.compile(rf"^(\S.*?), (?:{_SPAN}|({_DAY}))$")
_HELD = re.compile(
    rf"\b(?:in|at) ((?:[A-Z][\w'’.-]*)(?:[ -](?:[A-Z][\w'’.-]*|d[aeiou]s?))*),? (?:from {_SPAN}|on ({_DAY}))"
)
_AGENDA = re.compile(r"^(?:items?\b.*\bagenda|agenda items?\b.*)$", re.I)
_AUTHOR = re.compile(r"^(?:\w+ )?(?:note|report|paper|background paper) (?:prepared )?(?:by|of) the ", re.I)
_LANGUAGE = re.compile(r"^(?:.{0,60}\bonly|original: .+)$", re.I)
_LANGUAGES = ("Arabic", "Chinese", "English", "French", "Russian", "Spanish")
# How the introduction tells a day; the first that is found counts.
_DAYS = {
    "dispatched": (
        rf"\b(?:dispatched|sent out|sent|circulated|transmitted)\b[^.]{{0,80}}?\bon ({_DAY})",
        rf"\bOn ({_DAY})[^.]{{0,30}}\bquestionnaire\b",
        rf"\bquestionnaire\b[^.]{{0,120}}?\bon ({_DAY})",
    ),
    "deadline": (
        rf"\bdeadline\b[^.]{{0,80}}?({_DAY})",
        rf"\b(?:due|requested|no later than|repl\w+)\b[^.]{{0,60}}?\bby ({_DAY})",
        rf"\bby ({_DAY})",
    ),
    "as_at": (rf"\bas (?:at|of) ({_DAY})",),
}


@dataclass
class Facts:
    """Facts by their path in meeting.yaml, as "note.symbol"; what was left of the masthead, with a word on it.

    `lines` are the lines of the masthead by place, without marks; `marks` the numbers of stars by place.
    """

    known: dict[str, object] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    marks: dict[str, list[int]] = field(default_factory=dict)
    unplaced: list[tuple[Piece, str]] = field(default_factory=list)


def facts_of(parts: Parts) -> Facts:
    """The facts that a note states."""
    facts = Facts()
    for piece in parts.masthead:
        _masthead_line(piece, facts)
    for _, text in parts.footnotes:
        _footnote(text, facts)
    said = " ".join(paragraph.text for paragraph in parts.introduction)
    _adopted_by(said, facts)
    for name, patterns in _DAYS.items():
        days = (match for pattern in patterns for match in re.finditer(pattern, said, re.I if name == "as_at" else 0))
        if day := next(filter(None, (_day(match[1]) for match in days)), None):
            facts.known[f"questionnaire.{name}"] = day
    if "working_languages" not in facts.known and "language" in facts.lines:
        facts.known["working_languages"] = _languages(facts.lines["language"]) or ["English"]
    return facts


def _masthead_line(piece: Piece, facts: Facts) -> None:
    text, marks = marks_of(piece.text)
    place = _place(text, facts)
    if place is None:
        if text not in facts.lines.values():
            facts.unplaced.append((piece, "a line of the masthead that meeting.yaml has no field for"))
        return
    if place in MASTHEAD:
        facts.lines[place] = text
        facts.marks[place] = marks


def _place(text: str, facts: Facts) -> str | None:
    """Which line of the masthead this is; keeps the facts it states. None for none, and for one that stands twice."""
    known = facts.known
    if SYMBOL.match(text) and "symbol" not in facts.lines:
        known["note.symbol"] = text
        return "symbol"
    if re.fullmatch(_DAY, text) and "date" not in facts.lines and (day := _day(text)):
        known["note.date"] = day
        return "date"
    if _LANGUAGE.match(text) and "language" not in facts.lines:
        return "language"
    match = _PLACED.match(text)
    if match and "place" not in known and (days := _span(match, 2)):
        known["place"], (known["starts"], known["ends"]) = match[1], days
        return "place"
    if _AGENDA.match(text) and "agenda_item" not in facts.lines:
        if number := re.search(r"\d+", text):
            known["note.agenda_item"] = int(number[0])
        return "agenda_item"
    if _AUTHOR.match(text) and "author" not in facts.lines:
        return "author"
    if (found := _ordinal(text)) and "session" not in facts.lines and "title" not in facts.lines:
        known["ordinal"], known["body"] = found
        return "session"
    is_day = re.fullmatch(_DAY, text) or (match and "place" not in known)
    if "session" in facts.lines and "title" not in facts.lines and len(text.split()) > 2 and not is_day:
        return "title"
    return None


def _footnote(text: str, facts: Facts) -> None:
    bare, day = text.strip().rstrip("."), re.search(_DAY, text)
    if SYMBOL.match(bare):
        facts.known["note.agenda_symbol"] = bare
    elif re.search(r"\b(?:re-?issued|issued again)\b", text, re.I) and day and (reissued := _day(day[0])):
        facts.known["note.reissued"] = reissued
    elif re.search(r"\blanguages?\b", text) and (languages := _languages(text)):
        facts.known["working_languages"] = languages


def _languages(text: str) -> list[str]:
    return [language for language in re.findall(r"\w+", text) if language in _LANGUAGES]


def _adopted_by(said: str, facts: Facts) -> None:
    """The meeting that adopted the recommendations: the first ordinal in the introduction or the title."""
    own = facts.known.get("ordinal")
    for text in (said, facts.lines.get("title", "")):
        for word in re.findall(r"[A-Z][a-z]+(?:-[a-z]+)*(?: and [a-z-]+)?", text):
            number = _ordinals().get(word.casefold())
            if number and number != own:
                facts.known.setdefault("adopted_by.ordinal", number)
    if (match := _HELD.search(said)) and (days := _span(match, 2)):
        facts.known["adopted_by.place"] = match[1]
        facts.known["adopted_by.starts"], facts.known["adopted_by.ends"] = days


@cache
def _ordinals() -> dict[str, int]:
    return {ordinal_words(number).casefold(): number for number in range(1, 200)}


def _ordinal(text: str) -> tuple[int, str] | None:
    """The number and the body of a line such as "Forty-third Meeting of Heads of …"."""
    for words in (3, 2, 1):
        parts = text.split(" ")
        number = _ordinals().get(" ".join(parts[:words]).casefold())
        if number and len(parts) > words:
            return number, " ".join(parts[words:])
    return None


def _span(match: re.Match, first: int) -> tuple[date, date] | None:
    """First and last day from the groups of `_SPAN` and of a single day behind it; None where no calendar has them."""
    day, month, year, last, single = (match[first + place] for place in range(5))
    end = _day(last or single)
    if end is None or single:
        return (end, end) if end else None
    start = _day(f"{day} {month or MONTHS[end.month - 1]} {year or end.year}")
    return (start, end) if start else None


def _day(written: str) -> date | None:
    """The day that is written; None where no calendar has it."""
    return read_date(written, None).day
