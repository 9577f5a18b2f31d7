"""Derived tables: each is one SELECT in `sql/`, run in memory over the tables of one meeting.

Keeps out: the queries themselves, and tables made by other means (the note's paragraphs).
"""

import re
from pathlib import Path

import duckdb
import polars as pl

from pipeline.storage.duckdb_settings import OFFLINE
from schemas.registry import BY_NAME, TABLES

SQL = Path(__file__).parent / "sql"

DERIVED = tuple(table.name for table in TABLES if (SQL / f"{table.name}.sql").exists())


def query(name: str) -> str:
    """The SELECT that makes a table."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def tables_read_by(name: str) -> tuple[str, ...]:
    """Tables that the SELECT of a table reads, in the order of the registry."""
    text = query(name)
    return tuple(one for one in BY_NAME if re.search(rf"\b{re.escape(one)}\b", text) and one != name)


def derive(tables: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """All derived tables of one meeting, in the order of the registry; later ones may read earlier ones."""
    made: dict[str, pl.DataFrame] = {}
    with duckdb.connect(config=OFFLINE) as connection:
        for name, frame in tables.items():
            _add(connection, name, frame)
        for name in DERIVED:
            made[name] = connection.sql(query(name)).pl()
            _add(connection, name, made[name])
    return made


def _add(connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    schema, table = name.split(".")
    connection.execute(f'create schema if not exists "{schema}"')
    connection.register("incoming", frame)
    connection.execute(f'create table "{schema}"."{table}" as select * from incoming')
    connection.unregister("incoming")
