"""The file to be published, built under a temporary name: anew from the lake, or in a copy of the last one.

Keeps out: which files of the lake count, and swapping the new file in (`publish.py`).
"""

import glob
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipeline.config import Workspace
from pipeline.storage import lake
from pipeline.storage.duckdb_settings import OFFLINE, ROW_GROUP, STORAGE_VERSION
from pipeline.warehouse.ddl import table_ddl, view_ddl
from pipeline.warehouse.derive import query
from pipeline.warehouse.query import quoted
from schemas.registry import ACROSS, IN_THE_FILE, PUBLISHED, VIEWS, Table

_WRITABLE = 0o644
_OPTIONS = f"STORAGE_VERSION '{STORAGE_VERSION}', ROW_GROUP_SIZE {ROW_GROUP}"


def build(part: Path, workspace: Workspace, files: Iterable[str], keep: list[str]) -> None:
    """Build the whole file from the lake's files, given by their names in the warehouse.

    `keep` are meetings without files whose rows are taken from the published file.
    """
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"ATTACH {quoted(str(part))} AS published ({_OPTIONS})")
        connection.execute("USE published")
        schemas = dict.fromkeys(table.schema for table in IN_THE_FILE)
        _define(connection, (f"CREATE SCHEMA {schema}" for schema in schemas))
        _define(connection, (statement for table in IN_THE_FILE for statement in table_ddl(table)))
        for table in PUBLISHED:
            _fill(connection, workspace, table, files)
        if keep:
            connection.execute(f"ATTACH {quoted(str(workspace.database))} AS previous (READ_ONLY)")
            for table in PUBLISHED:
                if table.per_meeting:
                    kept = f"SELECT * FROM previous.{table.name} WHERE meeting_id IN (SELECT unnest(?))"
                    connection.execute(f"INSERT INTO published.{table.name} {kept}", [keep])
            connection.execute("DETACH previous")
        _make_across(connection)
        _define(connection, (statement for view in VIEWS for statement in view_ddl(view)))
        connection.execute("USE memory")
        connection.execute("DETACH published")


def _define(connection: duckdb.DuckDBPyConnection, statements: Iterable[str]) -> None:
    """Run statements that make schemas, tables or views, as one: each alone would be written to the disk on its own."""
    connection.execute("BEGIN")
    for statement in statements:
        connection.execute(statement)
    connection.execute("COMMIT")


@dataclass(frozen=True)
class Changed:
    """What is not as the published file has it: the lake's files, by their names, and meetings that are gone."""

    files: frozenset[str]
    gone: frozenset[str]


def rebuild(part: Path, workspace: Workspace, files: Iterable[str], changed: Changed) -> None:
    """Build the file from a copy of the published one, in which only what changed goes and comes anew."""
    shutil.copyfile(workspace.database, part)
    part.chmod(_WRITABLE)
    stale = {table: _of_table(workspace, table, changed.files) for table in PUBLISHED}
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"ATTACH {quoted(str(part))} AS published ({_OPTIONS})")
        connection.execute("USE published")
        # What goes is committed before anything comes: inside one transaction, an index still holds the keys that went.
        connection.execute("BEGIN")
        for table, names in stale.items():
            if not table.per_meeting and names:
                connection.execute(f"DELETE FROM {table.name}")
            elif table.per_meeting and (meetings := sorted({Path(name).stem for name in names} | changed.gone)):
                connection.execute(f"DELETE FROM {table.name} WHERE meeting_id IN (SELECT unnest(?))", [meetings])
        for table in ACROSS:
            connection.execute(f"DELETE FROM {table.name}")
        connection.execute("COMMIT")
        connection.execute("BEGIN")
        present = set(files)
        for table, names in stale.items():
            _fill(connection, workspace, table, names & present)
        _make_across(connection)
        connection.execute("COMMIT")
        connection.execute("USE memory")
        connection.execute("DETACH published")


def _of_table(workspace: Workspace, table: Table, names: Iterable[str]) -> set[str]:
    """Of the lake's files those of a table."""
    folder = lake.folder(workspace, table).relative_to(workspace.warehouse).as_posix()
    return {name for name in names if name.rpartition("/")[0] == folder}


def _fill(connection: duckdb.DuckDBPyConnection, workspace: Workspace, table: Table, files: Iterable[str]) -> None:
    """Put the rows of the lake's files into their table."""
    paths = [workspace.warehouse / name for name in _of_table(workspace, table, files)]
    if paths:
        # A path is no pattern: brackets and stars in a folder's name stand for themselves.
        listed = ", ".join(quoted(glob.escape(str(path))) for path in sorted(paths))
        connection.execute(f"INSERT INTO {table.name} BY NAME SELECT * FROM read_parquet([{listed}])")


def _make_across(connection: duckdb.DuckDBPyConnection) -> None:
    for table in ACROSS:
        connection.execute(f"INSERT INTO {table.name} BY NAME {query(table.name)}")
