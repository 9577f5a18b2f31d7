"""SQL on the published warehouse: read-only, without files, network or extensions; results as text.

Keeps out: writing the warehouse (`publish.py`).
"""

import csv
import io
import json
from pathlib import Path

import duckdb

from pipeline.derive import OFFLINE
from pipeline.errors import BadInput

LOCKED = OFFLINE | {"enable_external_access": False, "lock_configuration": True}


def run_query(database: Path, sql: str) -> tuple[list[str], list[tuple]]:
    """Column names and rows of one query.

    Raises:
        BadInput: the warehouse is not there yet, or DuckDB refuses the query.
    """
    if not database.exists():
        raise BadInput(f"{database} is not there: found no warehouse, expected one; run `rapporteur run` first")
    try:
        with duckdb.connect(str(database), read_only=True, config=LOCKED) as connection:
            result = connection.execute(sql)
            names = [column[0] for column in result.description or []]
            return names, result.fetchall() if names else []
    except duckdb.Error as error:
        raise BadInput(f"query: {' '.join(str(error).split())}") from None


def as_csv(names: list[str], rows: list[tuple]) -> str:
    """Result as CSV with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return out.getvalue()


def as_json(names: list[str], rows: list[tuple]) -> str:
    """Result as a JSON list with one object a row; dates as year-month-day."""
    return json.dumps([dict(zip(names, row, strict=True)) for row in rows], ensure_ascii=False, default=str, indent=1)
