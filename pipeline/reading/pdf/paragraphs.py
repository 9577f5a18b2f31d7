"""Which lines go on from the line above as one paragraph: a line that was full goes on in the next one.

Keeps out: how letters make lines and cells (`lines.py`), and the paragraphs' formatting (`blocks.py`).
"""

import re
from collections import Counter
from typing import NamedTuple

from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.numbered import number_before, numbered_label
from pipeline.reading.pdf.lines import Line
from pipeline.reading.pdf.openings import BEGINS, PADDING, asks_for_marks, first_words, names_recommendation
from pipeline.reading.pdf.pieces import first_word

_ENDED = re.compile(r"[.!?…][”\"’)]*\s*$")
_LISTED = re.compile(r"^(?:[•◦▪‣·\uf0b7\uf0a7∙]|[–-]\s|\(?[a-z0-9]{1,2}[.)]\s)")
_DATE_BEGUN = re.compile(r"\d{1,4}[./-](?:\d{1,2}(?:[./-]\d{0,3})?)?")
# How far an estimate of room may be wrong, in points.
_SLACK = 4
_REACH = 0.75
# What begins at least so many paragraphs of a document begins another one behind the end of a sentence.
_OFTEN = 2
# As much of a line's beginning, in words, tells it again where no colon or question mark ends it.
_OPENING_WORDS = 3


class Written(NamedTuple):
    """A line, and its text with the gaps between words."""

    line: Line
    text: str


def continued(lines: list[Written]) -> list[float | None]:
    """For each line None where it begins a paragraph, else the room that the line above had left, in points."""
    limits = _limits([one.line for one in lines])
    rooms: list[float | None] = [None] * len(lines)
    for at in range(1, len(lines)):
        if _goes_on(lines[at - 1], lines[at], limits):
            rooms[at] = _limit(lines[at - 1].line, limits) - lines[at - 1].line.box.right
    begun = Counter(_opening(one.text) for one, room in zip(lines, rooms, strict=True) if room is None)
    first = 0
    for at, room in enumerate(rooms):
        may = room is not None and begun[_opening(lines[at].text)] >= _OFTEN
        below_title = _has_number(lines[at].text) and _is_title(lines[first].text)
        if may and (_may_begin(lines[at - 1], lines[at]) or below_title):
            rooms[at] = None
        first = at if rooms[at] is None else first
    return rooms


def _opening(text: str) -> str:
    """What tells a line that stands at several places of a form: up to a colon or question mark, or its first words."""
    if _has_number(text):
        return "#" if BEGINS.match(text) else f"{text.split()[0].casefold()} #"
    head = re.match(r"[^:?]{2,60}[:?]", text)
    return head.group().casefold() if head else first_words(text, _OPENING_WORDS)


def _has_number(text: str) -> bool:
    """Whether a line begins with the number of a recommendation; a number alone may be the rest of a date."""
    return names_recommendation(text) and not text.strip().isdigit()


def _is_title(text: str) -> bool:
    """Whether a paragraph begins as titles of issues do, which end without a full stop."""
    return text.isupper() or numbered_label("issue", text) is not None or number_before(text) is not None


def _may_begin(before: Written, one: Written) -> bool:
    """Whether a line may begin a paragraph although the one above it was full."""
    return not one.text[:1].islower() and bool(_ENDED.search(before.text))


def _limits(lines: list[Line]) -> dict[object, float]:
    """How far to the right the text of each page reaches outside tables: most of its width, if only short lines do."""
    reach: dict[object, float] = {}
    for line in lines:
        if not line.cell:
            right = max(line.box.right, _REACH * line.page.width)
            reach[line.page.number] = max(reach.get(line.page.number, 0), right)
    widest = max(reach.values(), default=0)
    return {number: max(right, 0.9 * widest) for number, right in reach.items()} | {None: widest}


def _limit(line: Line, limits: dict[object, float]) -> float:
    """How far to the right a line could reach."""
    return line.cell.right - PADDING if line.cell else limits.get(line.page.number, limits[None])


def _goes_on(before: Written, one: Written, limits: dict[object, float]) -> bool:
    """Whether a line is the continuation of the one before it: that one had no room for its first word."""
    above, line, text = before.line, one.line, one.text
    if not above.letters or not line.letters or _LISTED.match(text):
        return False
    if any(letter.field for letter in (*above.letters, *line.letters)):
        return False
    # "… in their …" above "No", "… at transit ports." above "Implemented? No"
    if _may_begin(before, one) and asks_for_marks(text):
        return False
    if not text[:1].islower() and asks_for_marks(before.text) and not mark_words.only_marks(text):
        return False
    # A label in a narrow cell may itself go on in a second line.
    whole = labels.find_label(f"{before.text.strip()} {text}")
    if _is_label(text, before.text) and not (whole and whole.firm and not whole.rest):
        return False
    if line.letters[0].bold not in (above.letters[0].bold, above.letters[-1].bold):
        return False
    if above.page.number == line.page.number:
        if above.cell != line.cell or above.box.bottom - line.box.top > 0.9 * line.box.height:
            return False
    elif above.place != line.place:
        return False
    word = first_word(line.letters) + 0.2 * line.letters[0].size
    return above.box.right + word > _limit(above, limits) - _SLACK


def _is_label(text: str, above: str) -> bool:
    """Whether a line begins with a label that no sentence above it would go on with."""
    if text[:1].islower():
        return False
    numbered = numbered_label("recommendation", text) or numbered_label("issue", text)
    if numbered:
        return numbered.firm
    label = labels.find_label(text)
    # "… encourages" above "Governments" is one, though "Governments" may stand before a respondent's name.
    sure = ":" in text or _ENDED.search(above) or labels.find_label(above)
    return label is not None and label.firm and bool(sure)


def word_was_cut(written: str, before: Written, one: Written, room: float) -> bool:
    """Whether no space stands between two lines of a paragraph: a hyphen does, or a word wider than its cell was cut.

    `written` is the paragraph's text down to the first of them, `room` what that one had left, in points.
    """
    if written.endswith(" ") or (written.endswith("-") and not written.endswith(" -")):
        return True
    if not before.line.cell or len(before.text.split()) != 1 or one.text[:1].isspace():
        return False
    word = written.split()[-1]
    # Addresses and dates are also cut where there was room for another letter: "ada@lamps." "example".
    date = _DATE_BEGUN.fullmatch(word) and one.text[:1].isdigit()
    return "@" in word or bool(date) or (word[-1:].isalnum() and room < one.line.letters[0].box.width)
