"""Findings as they are raised: one constructor that puts place, found and expected into one sentence.

Keeps out: the list of codes with their severities and actions (`schemas/finding_codes.py`).
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import polars as pl

from schemas.finding_codes import FINDING_CODES
from schemas.quality import Findings


@dataclass(frozen=True)
class Finding:
    """One finding before it gets its number in a meeting."""

    code: str
    message: str
    table: str | None = None
    respondent: str | None = None
    recommendation: str | None = None
    file: str | None = None
    locator: str | None = None
    value: str | None = None
    row: str | None = None

    @property
    def severity(self) -> str:
        return FINDING_CODES[self.code].severity

    @property
    def action(self) -> str:
        return FINDING_CODES[self.code].action


def finding(code: str, *, found: str, expected: str, row: object = None, **place: str | None) -> Finding:
    """Make a finding; `place` holds table, respondent, recommendation, file, locator and value as far as known."""
    where = ", ".join(part for part in (place.get("file"), place.get("locator")) if part)
    if not where:
        where = " ".join(part for part in (place.get("respondent"), place.get("recommendation")) if part)
    opening = f"{where}: " if where else ""
    message = f"{opening}{FINDING_CODES[code].meaning}: found {found}, expected {expected}."
    place.setdefault("value", found)
    kept = None if row is None else writable(json.dumps(row, ensure_ascii=False, default=str, sort_keys=True))
    told = {name: None if value is None else writable(value) for name, value in place.items()}
    return Finding(code, one_line(message), row=kept, **told)


def writable(text: str) -> str:
    """Text that UTF-8 can hold: half characters, as broken files and file names have them, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """Text on one line, without control characters, for messages."""
    text = writable(text)
    shown = text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())


def shorten(text: str, letters: int = 80) -> str:
    """The start of a text, for showing what was found."""
    line = one_line(text)
    return line if len(line) <= letters else line[: letters - 1] + "…"


def findings_frame(meeting_id: str, found: Iterable[Finding]) -> pl.DataFrame:
    """Findings as rows of quality.findings, numbered in the order given."""
    rows = [
        {**asdict(item), "meeting_id": meeting_id, "number": number, "severity": item.severity, "action": item.action}
        for number, item in enumerate(found, start=1)
    ]
    schema = {name: column.dtype.type for name, column in Findings.to_schema().columns.items()}
    return pl.DataFrame(rows, schema=schema)


def findings_of(frame: pl.DataFrame) -> list[Finding]:
    """The findings that `findings_frame` made into rows."""
    fields = Finding.__dataclass_fields__
    return [Finding(**{name: row[name] for name in fields}) for row in frame.iter_rows(named=True)]
