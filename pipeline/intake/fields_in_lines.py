"""The name and the date of a reply that has no field for them, where they stand in a line of their own.

"ALBA" above the answers, "Port Alba, 12 May 2031" below them. Keeps out: names and dates inside sentences, which may be
anybody's, and what a receipt says.
"""

import re
from dataclasses import replace
from datetime import date

from pipeline.raw.respondents import Register
from pipeline.reading.form.closing import closes
from pipeline.reading.reply import SUBJECT, Reply, Unplaced
from pipeline.text.dates import read_date

# Words of a date, of the place before it, and of a line such as "Done at Port Alba on 12 May 2031".
_DATE_WORDS, _PLACE_WORDS, _DONE_WORDS = 4, 3, 10
# A name further down may be anybody's.
_HEAD_LINES = 5


def with_fields_in_lines(reply: Reply, register: Register, dispatched: date, *, sender_known: bool) -> Reply:
    """The reply with the one name of the register and the one date that lines of it are, where it has none.

    A day before the questionnaire was `dispatched` is the form's own. `sender_known`: a receipt says whose reply it is,
    so that no name is looked for.
    """
    lines = [one for one in reply.unplaced if not one.recommendation]
    if not (reply.respondent or sender_known):
        naming = {one: named.code for one in lines[:_HEAD_LINES] if (named := register.named(one.text))}
        reply = _with(reply, "respondent", naming)
    if not reply.submitted_on:
        days = {one: one.text.strip().casefold() for one in lines if _is_date(one.text, dispatched)}
        reply = _with(reply, "submitted_on", days)
    return reply


def without_naming_subject(reply: Reply, code: str | None, register: Register) -> Reply:
    """The reply without the subject of its e-mail among what is left over, where that only says whose reply it is."""
    naming = [
        one
        for one in reply.unplaced
        if one.locator.endswith(SUBJECT) and (named := register.named(one.text)) and named.code == code
    ]
    return replace(reply, unplaced=tuple(one for one in reply.unplaced if one not in naming)) if naming else reply


def _with(reply: Reply, field: str, lines: dict[Unplaced, str]) -> Reply:
    """The reply with the first of some lines in a field, if all of them say the same; they are left over no more."""
    if len(set(lines.values())) != 1:
        return reply
    rest = tuple(one for one in reply.unplaced if one not in lines)
    return replace(reply, **{field: next(iter(lines)).text.strip()}, unplaced=rest)


def _is_date(text: str, since: date) -> bool:
    """Whether a line is a later day with its year, perhaps behind a place, or says where and when a reply was done."""
    if len(text.split()) > _DONE_WORDS or not re.search(r"\d", text):
        return False
    place, _, day = text.partition(",")
    of_place = len(place.split()) <= _PLACE_WORDS and not re.search(r"\d", place)
    alone = [one for one in (text, day if of_place else "") if len(one.split()) <= _DATE_WORDS]
    return any(_is_day(one, since) for one in (alone if not closes(text) else [text]))


def _is_day(text: str, since: date) -> bool:
    read = read_date(text)
    return read.day is not None and read.day >= since and not read.doubt and bool(re.search(r"\d{4}", text))
