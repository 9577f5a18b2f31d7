"""Which findings an officer means, and what accepted.csv says of them.

Keeps out: the file itself (`raw/accepted.py`).
"""

from collections.abc import Sequence
from datetime import date

import polars as pl

from pipeline.desk.identity import open_ones
from pipeline.errors import BadInput
from pipeline.raw.accepted import Acceptance
from schemas.finding_codes import FINDING_CODES

# Ids may be given by their beginning, as long as that fits one only.
_FEWEST_LETTERS = 4


def chosen_findings(findings: pl.DataFrame, asked: Sequence[str], respondent: str, meeting_id: str) -> list[dict]:
    """The open findings that ids, beginnings of ids or codes name, each once, in the order asked for.

    `findings` is quality.findings; where `respondent` is given, only those about it are meant.

    Raises:
        BadInput: one names no open finding or several, or an error: what was set aside cannot be accepted away.
    """
    rows = open_ones(findings).to_dicts()
    chosen: dict[str, dict] = {}
    for name in asked:
        fitting = [row for row in rows if respondent in ("", row["respondent"]) and _means(name, row)]
        if not fitting:
            whose = f" about {respondent}" if respondent else ""
            expected = f"the id or code of an open finding{whose} (rapporteur status {meeting_id} --all shows them)"
            raise BadInput(f"{meeting_id}: found {name}, expected {expected}")
        if name not in FINDING_CODES and len(fitting) > 1:
            raise BadInput(f"{meeting_id}: found {name}, expected more letters: it begins {len(fitting)} ids")
        for row in fitting:
            if row["severity"] == "error":
                said = f"{meeting_id}: found {name}, an error, expected a warning: a row or file was set aside"
                raise BadInput(f"{said}; to do: {row['action']}")
            chosen[row["finding_id"]] = row
    return list(chosen.values())


def _means(name: str, row: dict) -> bool:
    if name in FINDING_CODES:
        return row["code"] == name
    return len(name) >= _FEWEST_LETTERS and row["finding_id"].startswith(name)


def accepted_by(rows: Sequence[dict], by: str, on: date, reason: str) -> list[Acceptance]:
    """What accepted.csv says of findings that are accepted.

    Raises:
        BadInput: the reason is empty.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise BadInput("--reason: found nothing, expected why the findings are accepted")
    return [Acceptance(row["finding_id"], by, on, reason) for row in rows]
