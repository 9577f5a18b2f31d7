"""accepted.csv: findings that an officer has accepted, with who, the day and the reason.

Keeps out: what a finding is known by, and which of them are accepted (`desk/identity.py`).
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import Faults
from pipeline.raw import csv_lines

FILE = "accepted.csv"
COLUMNS = ("finding", "by", "on", "reason")


@dataclass(frozen=True)
class Acceptance:
    """One line of the file: the finding's id, who accepted it, on which day, and why."""

    finding: str
    by: str
    on: date
    reason: str


def load_accepted(folder: Path) -> dict[str, Acceptance]:
    """Acceptances of a meeting by finding id, the later line where there are two; none where there is no file.

    Raises:
        BadInput: naming file, line, column, what was found and what was expected.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    name = f"{folder.parent.name}/{folder.name}/{FILE}"
    found, faults = {}, Faults()
    for line, row in csv_lines.read(path, name, COLUMNS, ("finding", "on", "reason"), faults):
        if (day := csv_lines.day(row["on"], f"{name}:{line}", "on", faults)) is not None:
            found[row["finding"]] = Acceptance(row["finding"], row["by"], day, row["reason"])
    faults.tell()
    return found


def add_accepted(folder: Path, added: list[Acceptance]) -> Path:
    """Add lines to a meeting's accepted.csv, which is made where there is none; returns where it lies.

    Raises:
        BadInput: the file that is there is not as it must be.
        CannotWrite: the disk is full, or nothing may be written there.
    """
    load_accepted(folder)
    rows = [(one.finding, one.by, one.on.isoformat(), one.reason) for one in added]
    return csv_lines.append(folder / FILE, COLUMNS, rows)
