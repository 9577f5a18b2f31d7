"""The derived tables: small input and expected tables as pairs, and every SELECT against the models without data.

A pair lies in `fixtures/sql/<table>/`: one .csv for each input table, and `expected.csv`. Keeps out: the lake.
"""

from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipeline.storage.duckdb_settings import OFFLINE
from pipeline.validate import column_types
from pipeline.warehouse.derive import DERIVED, query
from schemas.registry import ACROSS, BY_NAME, TABLES, VIEWS, Table
from tests.places import FIXTURES, ROOT


def empty(table: Table) -> pl.DataFrame:
    return pl.DataFrame(schema=column_types(table.model))


def connection_with(frames: dict[str, pl.DataFrame]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(config=OFFLINE)
    for schema in {name.split(".")[0] for name in BY_NAME}:
        connection.execute(f"create schema if not exists {schema}")
    for table in (*TABLES, *ACROSS, *VIEWS):
        frame = frames.get(table.name, empty(table))
        connection.register("incoming", frame)
        connection.execute(f"create table {table.name} as select * from incoming")
        connection.unregister("incoming")
    return connection


def filled(name: str, path: Path) -> pl.DataFrame:
    """A table from a .csv that gives only the columns that matter; the others are null."""
    blank = empty(BY_NAME[name])
    given = pl.read_csv(path, infer_schema=False)
    assert set(given.columns) <= set(blank.columns), f"{path}: unknown columns"
    return pl.concat(
        [blank, given.select(_cast(given[column], blank.schema[column]) for column in given.columns)], how="diagonal"
    )


def _cast(column: pl.Series, to: pl.DataType) -> pl.Series:
    if to == pl.Boolean:
        return (column == "true").set(column.is_null(), None)
    return column.str.to_date() if to == pl.Date else column.cast(to)


SELECTS = (*DERIVED, *(table.name for table in (*ACROSS, *VIEWS)))


@pytest.mark.parametrize("name", SELECTS)
def test_a_select_gives_the_columns_of_its_model_in_order(name):
    with connection_with({}) as connection:
        described = connection.execute(f"describe {query(name).rstrip().rstrip(';')}").fetchall()
    assert [row[0] for row in described] == empty(BY_NAME[name]).columns


@pytest.mark.parametrize("name", SELECTS)
def test_a_select_turns_its_input_into_what_is_expected(name):
    folder = FIXTURES / "sql" / name
    inputs = {path.stem: filled(path.stem, path) for path in folder.glob("*.csv") if path.stem != "expected"}
    expected = pl.read_csv(folder / "expected.csv", infer_schema=False)
    assert expected.height > 1
    with connection_with(inputs) as connection:
        made = connection.sql(query(name)).pl()
    shown = made.select(pl.col(expected.columns).cast(pl.String))
    assert shown.rows() == expected.rows()


def test_every_sql_file_is_a_table_of_the_registry():
    names = {path.stem for path in (ROOT / "pipeline" / "warehouse" / "sql").glob("*.sql")}
    assert names == set(SELECTS)
