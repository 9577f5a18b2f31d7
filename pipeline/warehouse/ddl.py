"""Statements that make the tables and views of the published file, from their models and their SELECTs.

Keeps out: their rows (`build.py`).
"""

import hashlib
from functools import cache

import pandera.polars as pa

from pipeline.warehouse.derive import query
from pipeline.warehouse.query import quoted
from schemas.registry import ACROSS, IN_THE_FILE, VIEWS, Table

TYPES = {"String": "VARCHAR", "Int64": "BIGINT", "Float64": "DOUBLE", "Date": "DATE", "Boolean": "BOOLEAN"}


def table_ddl(table: Table) -> list[str]:
    """Statements that make an empty table with its key, its closed lists of values and its comments."""
    columns = table.model.to_schema().columns
    nullable = {name for name in table.key if columns[name].nullable}
    lines = [
        f'"{name}" {TYPES[str(column.dtype)]}{"" if column.nullable else " NOT NULL"}{_checked(name, column)}'
        for name, column in columns.items()
    ]
    # A key with a column that may be null can only be UNIQUE.
    keys = ", ".join(f'"{name}"' for name in table.key)
    lines.append(f"{'UNIQUE' if nullable else 'PRIMARY KEY'} ({keys})")
    return [f"CREATE TABLE {table.name} ({', '.join(lines)})", *_comments("TABLE", table)]


def closed_list(column: pa.Column) -> list[str]:
    """The values that a column may have, where its model has a list of them; else nothing."""
    return [one for check in column.checks if check.name == "isin" for one in check.statistics["allowed_values"]]


def _checked(name: str, column: pa.Column) -> str:
    listed = ", ".join(quoted(one) for one in closed_list(column))
    return f' CHECK ("{name}" IN ({listed}))' if listed else ""


def view_ddl(view: Table) -> list[str]:
    """Statements that make a view with its comments."""
    lines = [line for line in query(view.name).splitlines() if not line.startswith("--")]
    return [f"CREATE VIEW {view.name} AS {' '.join(' '.join(lines).split())}", *_comments("VIEW", view)]


def _comments(kind: str, table: Table) -> list[str]:
    columns = table.model.to_schema().columns.items()
    return [
        f"COMMENT ON {kind} {table.name} IS {quoted(table.description)}",
        *(f'COMMENT ON COLUMN {table.name}."{name}" IS {quoted(one.description)}' for name, one in columns),
    ]


@cache
def fingerprint() -> str:
    """One hash for everything that decides the tables and views of the file, and what is made of all meetings."""
    made = [table_ddl(table) for table in IN_THE_FILE] + [view_ddl(view) for view in VIEWS]
    made.append([query(table.name) for table in ACROSS])
    text = "\n".join(statement for statements in made for statement in statements)
    return hashlib.sha256(text.encode()).hexdigest()
