"""The message that was written and the one below it that it answers, told apart by what mail programs put between them.

Their words are data (`mail_thread.yaml`). Keeps out: what either says (`form/`), and signs of quotes (`plain.py`).
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.reading.form.labels import alternatives
from pipeline.text.data_file import data_beside

_WORDS = data_beside(__file__, "mail_thread.yaml")
_ORIGINAL = re.compile(rf"^\W*(?:{alternatives(_WORDS['original'])})\W*$", re.I)
_FIELD = re.compile(
    "^[*_]{0,2}(?:"
    + "|".join(f"(?P<{kind}>{alternatives(_WORDS[kind])})" for kind in ("from", "sent", "others"))
    + r")[*_]{0,2}\s?[:：]",
    re.I,
)
_WROTE = re.compile(rf"(?<!\w)(?:{alternatives(_WORDS['wrote'])})\W{{0,3}}[:：]$", re.I)
_DIGIT = re.compile(r"\d")
# Fields from which lines are the header of a message; lines that "On … wrote:" may take, and its letters.
_FEWEST_FIELDS, _LONGEST_WROTE, _WROTE_LETTERS = 3, 3, 300


class Between(NamedTuple):
    """Which lines stand between a message and the one below it: from the first (from 0) to the one behind the last.

    `sure`: nobody but a mail program writes so; "… wrote:" above what may be no quote, a person may have written.
    """

    begins: int
    ends: int
    sure: bool = True


def between(lines: Sequence[str], quoted: Sequence[bool] = ()) -> Between | None:
    """What a mail program put above the message that is answered; None where there is none.

    Nothing but a header at the head of a message is its own, or somebody's memorandum. `quoted`: which lines have the
    sign of a quote before them, where lines have one.
    """
    for at, line in enumerate(lines):
        if not line.strip() or (quoted and quoted[at]):
            continue
        if _ORIGINAL.match(line):
            return Between(at, _header_end(lines, at + 1) or at + 1)
        if (end := _header_end(lines, at)) and any(map(str.strip, lines[:at])):
            return Between(at, end)
        if (end := _wrote_end(lines, at)) and (not quoted or _all_quoted(lines, quoted, end)):
            return Between(at, end, bool(quoted))
    return None


def announces_quote(line: str) -> bool:
    """Whether a line stands above a quote: "On 10 March 2031 Ada Lamp wrote:"."""
    return bool(_WROTE.search(line.rstrip()))


def sender_in(between: str) -> str:
    """Who wrote the message below, as the lines between the two messages tell: the field for it, else all of them."""
    fields = ((_FIELD.match(line.strip()), line.strip()) for line in between.split("\n"))
    return next((line[field.end() :].strip() for field, line in fields if field and field["from"]), between)


def _header_end(lines: Sequence[str], begins: int) -> int:
    """Where the header of a message ends that begins with a line, blank lines before it aside; 0 where none does.

    A paragraph with formatting may hold all of its lines.
    """
    at, kinds = begins, []
    while at < len(lines):
        fields = [_FIELD.match(line.strip()) for line in lines[at].split("\n")]
        if all(fields):
            kinds += [field.lastgroup for field in fields]
        elif lines[at].strip() or len(kinds) >= _FEWEST_FIELDS:
            break
        at += 1
    return at if len(kinds) >= _FEWEST_FIELDS and {"from", "sent"} <= set(kinds) else 0


def _wrote_end(lines: Sequence[str], begins: int) -> int:
    """Where a line such as "On 10 March 2031 Ada Lamp wrote:" ends, which may be wrapped; 0 where none begins here."""
    for end in range(begins + 1, min(begins + _LONGEST_WROTE, len(lines)) + 1):
        said = " ".join(lines[begins:end]).rstrip()
        if len(said) > _WROTE_LETTERS or not lines[end - 1].strip():
            return 0
        if _WROTE.search(said):
            # With the day it is whole: a line above it is another one.
            others = " ".join(lines[begins + 1 : end])
            return end if _DIGIT.search(said) and not _DIGIT.search(others) else 0
    return 0


def _all_quoted(lines: Sequence[str], quoted: Sequence[bool], begins: int) -> bool:
    """Whether everything from a line on is a quote."""
    return any(quoted[begins:]) and all(
        is_quoted or not line.strip() for line, is_quoted in zip(lines[begins:], quoted[begins:], strict=True)
    )
