"""Findings as a list of things to do: what to do, the findings it would end, and the paragraphs they are about.

Keeps out: how the list is printed (`cli/todo_list.py`) or shown on the page for review (`review.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.one_line import one_line, shorten
from schemas.finding_codes import FINDING_CODES

Row = Mapping[str, object]
# So many letters of an answer are shown on each side of the words that a finding is about.
_AROUND = 50
_QUOTED = re.compile(r"^'(.+?)'(?: \(|$)")


@dataclass(frozen=True)
class Item:
    """A finding in the list.

    `finding` is its row of quality.findings, `number` that of the paragraph it is about, `name` the respondent's,
    `says` what was found and what was expected, `words` the respondent's own.
    """

    finding: Row
    number: int | None
    name: str
    says: str
    words: str

    @property
    def place(self) -> str:
        """Where to look: the paragraph, else respondent, recommendation and the place in the file."""
        row = self.finding
        who = ", ".join(str(part) for part in (self.name, row["recommendation"]) if part)
        if self.number:
            return f"paragraph {self.number} ({who})"
        return ", ".join(str(part) for part in (who, row["file"], row["locator"]) if part) or str(row["meeting_id"])


@dataclass(frozen=True)
class Alike:
    """Findings of one code that ask for the same."""

    code: str
    meaning: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Task:
    """Something to do: an order to the officer, and the findings it would end, those of a code together."""

    severity: str
    action: str
    kinds: tuple[Alike, ...]

    @property
    def count(self) -> int:
        """How many findings it would end."""
        return sum(len(kind.items) for kind in self.kinds)


def tasks(
    findings: Sequence[Row],
    paragraphs: Iterable[Row],
    answers: Iterable[Row],
    meeting: Meeting,
    register: Register,
) -> list[Task]:
    """What is to be done, errors first, then in the order of the list of codes; inside, in the note's order.

    `findings` are open ones of quality.findings, `paragraphs` and `answers` rows of derived.note_paragraphs and
    core.answers.
    """
    numbers = {(row["respondent"], row["recommendation"]): row["number"] for row in paragraphs}
    texts = {(row["respondent"], row["recommendation"]): row["text"] for row in answers}
    positions = {one.id: place for place, one in enumerate(meeting.recommendations)}
    codes = {code: place for place, code in enumerate(FINDING_CODES)}

    def in_note_order(row: Row) -> tuple:
        person = register.by_code.get(row["respondent"] or "")
        about = (row["respondent"], row["recommendation"])
        number = numbers.get(about, 0) if row["respondent"] else 0
        return positions.get(row["recommendation"], -1), number, person.order if person else "", row["number"]

    def item(row: Row) -> Item:
        about = (row["respondent"], row["recommendation"])
        person = register.by_code.get(row["respondent"] or "")
        said = _own_words(texts.get(about) or "", str(row["value"] or ""))
        number = numbers.get(about) if row["respondent"] else None
        return Item(row, number, person.name if person else "", _says(row), said)

    grouped: dict[tuple[str, str], dict[str, list[Item]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(findings, key=in_note_order):
        grouped[row["severity"], row["action"]][row["code"]].append(item(row))
    found = [
        Task(severity, action, tuple(_alike(code, kinds[code]) for code in sorted(kinds, key=codes.__getitem__)))
        for (severity, action), kinds in grouped.items()
    ]
    return sorted(found, key=lambda task: (task.severity, codes[task.kinds[0].code], task.action))


def _alike(code: str, items: list[Item]) -> Alike:
    meanings = {_meaning(one.finding) for one in items}
    return Alike(code, FINDING_CODES[code].meaning if len(meanings) > 1 else meanings.pop(), tuple(items))


def _meaning(row: Row) -> str:
    """The meaning that a finding's message gives: the code's, or that of one of its cases."""
    known = FINDING_CODES[row["code"]]
    given = (known.of(case).meaning for case in ("", *known.cases))
    return next((meaning for meaning in given if f"{meaning}: found " in row["message"]), known.meaning)


def _says(row: Row) -> str:
    """The message without the place and the meaning, which stand beside it in a list."""
    return row["message"].partition(f"{_meaning(row)}: ")[2] or row["message"]


def _own_words(text: str, value: str) -> str:
    """The answer's words around those that a finding is about, else its beginning; may be empty."""
    quoted = _QUOTED.match(value)
    wanted = quoted[1] if quoted else value
    text = one_line(text)
    at = text.find(wanted) if wanted else -1
    if at < 0:
        return shorten(text)
    start, end = max(at - _AROUND, 0), at + len(wanted) + _AROUND
    return ("…" if start else "") + shorten(text[start:], end - start)
