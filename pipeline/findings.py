"""Findings as they are raised: one constructor that puts place, found and expected into one sentence.

Keeps out: the list of codes with their severities and actions (`schemas/finding_codes.py`).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from pipeline.text.one_line import one_line, writable
from pipeline.validate import column_types
from schemas.finding_codes import FINDING_CODES
from schemas.quality import FoundByStep


class Place(NamedTuple):
    """What a finding is about, as far as it is known; made once and passed on, narrowed by `at`."""

    table: str | None = None
    respondent: str | None = None
    recommendation: str | None = None
    file: str | None = None
    locator: str | None = None

    @classmethod
    def of_row(cls, table: str, row: Mapping[str, object]) -> "Place":
        """The place of a row of core.answers, or of any row that names respondent, recommendation, file, locator."""
        return cls(table, *(row[name] for name in ("respondent", "recommendation", "file", "locator")))

    def at(self, **known: str | None) -> "Place":
        """The same place with more known about it."""
        return self._replace(**known)

    def __str__(self) -> str:
        """The place as a message begins: file and locator, else respondent and recommendation; may be empty."""
        parts = ", ".join(part for part in (self.file, self.locator) if part)
        return parts or " ".join(part for part in (self.respondent, self.recommendation) if part)


@dataclass(frozen=True)
class Finding:
    """One finding before it gets its number in a meeting.

    `row` is JSON of what was set aside, `case` the name of the advice that fits where the usual one does not.
    """

    code: str
    place: Place
    message: str
    value: str | None = None
    row: str | None = None
    case: str = ""

    @property
    def severity(self) -> str:
        """error or warning."""
        return FINDING_CODES[self.code].severity

    @property
    def action(self) -> str:
        """What the desk officer does next."""
        return FINDING_CODES[self.code].of(self.case).action

    def as_row(self) -> dict[str, str | None]:
        """The finding in the columns of a step's findings, but for meeting and number."""
        own = {name: getattr(self, name) for name in ("severity", "code", "value", "message", "action", "row")}
        return self.place._asdict() | own


def finding(
    code: str, place: Place, *, found: str, expected: str, value: str | None = None, row: object = None, case: str = ""
) -> Finding:
    """A finding whose message says place, meaning, what was found and what was expected, in one sentence.

    `value` is what stands there, where that is not `found`; `row` is what was set aside, kept as JSON; `case` is one of
    the code's cases, where its usual advice does not fit.
    """
    opening = f"{place}: " if str(place) else ""
    message = f"{opening}{FINDING_CODES[code].of(case).meaning}: found {found}, expected {expected}."
    kept = None if row is None else writable(json.dumps(row, ensure_ascii=False, default=str, sort_keys=True))
    told = Place(*(None if part is None else writable(part) for part in place))
    return Finding(code, told, one_line(message), writable(found if value is None else value), kept, case)


def findings_frame(meeting_id: str, found: Iterable[Finding]) -> pl.DataFrame:
    """Findings of a step as rows of its table, numbered in the order given."""
    rows = [{"meeting_id": meeting_id, "number": number} | one.as_row() for number, one in enumerate(found, start=1)]
    return pl.DataFrame(rows, schema=column_types(FoundByStep))


def union(*stages: pl.DataFrame) -> pl.DataFrame:
    """The findings of several stages in one table, numbered through."""
    return pl.concat(stages).with_columns(number=pl.int_range(1, pl.len() + 1, dtype=pl.Int64))
