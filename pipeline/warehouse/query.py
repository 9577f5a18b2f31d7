"""SQL on the published warehouse: read-only, without files, network or extensions; results as text.

Keeps out: writing the warehouse (`publish.py`).
"""

import json
import math
import re
from decimal import Decimal
from pathlib import Path

import duckdb

from pipeline.errors import BadInput
from pipeline.storage.duckdb_settings import LOCKED

_SHOW_TABLES = re.compile(r"\s*show\s+tables\s*;?\s*", re.I)
_TABLES = """
select table_schema || '.' || table_name as name, estimated_size as rows, comment as description
from (
    select schema_name as table_schema, table_name, estimated_size, comment from duckdb_tables()
    union all
    select schema_name, view_name, null, comment from duckdb_views() where not internal
)
order by name
"""


def quoted(text: str) -> str:
    """Text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def run_query(database: Path, sql: str) -> tuple[list[str], list[tuple]]:
    """Column names and rows of one query.

    Raises:
        BadInput: the warehouse is not there yet, or DuckDB refuses the query.
    """
    try:
        if not duckdb.extract_statements(sql):
            raise BadInput(f"query: found {'a comment alone' if sql.strip() else 'nothing'}, expected a SELECT")
        if not database.exists():
            raise BadInput(f"{database} is not there: found no warehouse, expected one; run `rapporteur run` first")
        with duckdb.connect(str(database), read_only=True, config=LOCKED) as connection:
            # DuckDB's own answer names only what lies in the schema `main`, which is empty here.
            result = connection.execute(_TABLES if _SHOW_TABLES.fullmatch(sql) else sql)
            names = [column[0] for column in result.description or []]
            return names, result.fetchall() if names else []
    except duckdb.Error as error:
        raise BadInput(f"query: {' '.join(str(error).split())}") from None


def as_json(names: list[str], rows: list[tuple]) -> str:
    """Result as a JSON list with one object a row; dates as year-month-day."""
    # Columns of one name are told apart by a number behind it.
    unique = [name if names.index(name) == at else f"{name}_{at + 1}" for at, name in enumerate(names)]
    found = [{name: _json_value(value) for name, value in zip(unique, row, strict=True)} for row in rows]
    return json.dumps(found, ensure_ascii=False, default=str, indent=1)


def _json_value(value: object) -> object:
    """A value JSON has: decimals as numbers, what is no number as null."""
    if isinstance(value, Decimal):
        value = float(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value
