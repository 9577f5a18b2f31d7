"""The list of respondents whose replies are outstanding, for the desk to remind them.

Keeps out: who was invited (`warehouse/sql/`), and the reminders themselves.
"""

import csv
import io
from collections.abc import Mapping, Sequence

from pipeline.raw.respondents import Register

COLUMNS = ("respondent", "name", "status")


def outstanding_list(matrix: Sequence[Mapping], register: Register) -> str:
    """CSV of those without a reply that counts, in alphabetical order; `matrix`: derived.response_matrix.

    The status is no_reply, or late where a reply came after the cut-off.
    """
    statuses: dict[str, set[str]] = {}
    for row in matrix:
        statuses.setdefault(row["respondent"], set()).add(row["status"])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in register.respondents:
        if (own := statuses.get(one.code)) and own <= {"no_reply", "late"}:
            writer.writerow((one.code, one.name, "late" if "late" in own else "no_reply"))
    return out.getvalue()
