"""receipts.csv: which file was received from whom, when and how. Kept by the desk officer.

Keeps out: what the files hold, and which replies count (`intake/counting.py`).
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import Faults
from pipeline.raw import csv_lines
from pipeline.raw.respondents import Register

COLUMNS = ("file", "respondent", "received_on", "channel", "comment")


@dataclass(frozen=True)
class Receipt:
    """One line of the file; `file` is relative to the meeting's folder."""

    file: str
    respondent: str
    received_on: date | None
    line: int


def load_receipts(folder: Path, register: Register) -> list[Receipt]:
    """Receipts of a meeting in the order of the file; none where the meeting has no receipts.csv.

    Raises:
        BadInput: naming file, line, column, what was found and what was expected.
    """
    path = folder / "receipts.csv"
    if not path.exists():
        return []
    name = f"{folder.parent.name}/{folder.name}/receipts.csv"
    found, faults = [], Faults()
    for line, row in csv_lines.read(path, name, COLUMNS, ("file",), faults):
        if row["respondent"] and row["respondent"] not in register.by_code:
            faults.add(f"{name}:{line}", "respondent", row["respondent"], "a code of respondents.csv, or nothing")
        received = None
        if row["received_on"]:
            received = csv_lines.day(row["received_on"], f"{name}:{line}", "received_on", faults)
        file = row["file"] if row["file"].startswith("replies/") else f"replies/{row['file']}"
        found.append(Receipt(file, row["respondent"], received, line))
    faults.tell()
    return found
