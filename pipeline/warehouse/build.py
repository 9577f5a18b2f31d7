"""The file to be published, built under a temporary name: anew from the lake, or in a copy of the last one.

Keeps out: which files of the lake count, and swapping the new file in (`publish.py`).
"""

import glob
import shutil
from collections.abc import Iterable
from pathlib import Path

import duckdb

from pipeline.config import Workspace
from pipeline.storage import lake
from pipeline.storage.duckdb_settings import OFFLINE, STORAGE_VERSION
from pipeline.warehouse.ddl import quoted, table_ddl, view_ddl
from pipeline.warehouse.derive import query
from schemas.registry import ACROSS, IN_THE_FILE, PUBLISHED, VIEWS, Table

_WRITABLE = 0o644


def build(part: Path, workspace: Workspace, files: Iterable[str], keep: list[str]) -> None:
    """Build the whole file from the lake's files, given by their names in the warehouse.

    `keep` are meetings without files whose rows are taken from the published file.
    """
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"ATTACH {quoted(str(part))} AS published (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE published")
        for schema in dict.fromkeys(table.schema for table in IN_THE_FILE):
            connection.execute(f"CREATE SCHEMA {schema}")
        for table in IN_THE_FILE:
            for statement in table_ddl(table):
                connection.execute(statement)
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
        for view in VIEWS:
            for statement in view_ddl(view):
                connection.execute(statement)
        connection.execute("USE memory")
        connection.execute("DETACH published")


def rebuild(part: Path, workspace: Workspace, files: Iterable[str], changed: list[str], *, register: bool) -> None:
    """Build the file from a copy of the published one, in which the rows of some meetings are made anew.

    `register`: the register's rows are made anew as well.
    """
    shutil.copyfile(workspace.database, part)
    part.chmod(_WRITABLE)
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"ATTACH {quoted(str(part))} AS published (STORAGE_VERSION '{STORAGE_VERSION}')")
        connection.execute("USE published")
        # What goes is committed before anything comes: inside one transaction, an index still holds the keys that went.
        for table in PUBLISHED:
            if table.per_meeting:
                connection.execute(f"DELETE FROM {table.name} WHERE meeting_id IN (SELECT unnest(?))", [changed])
            elif register:
                connection.execute(f"DELETE FROM {table.name}")
        for table in ACROSS:
            connection.execute(f"DELETE FROM {table.name}")
        fresh = [name for name in files if Path(name).stem in changed]
        for table in PUBLISHED:
            if table.per_meeting or register:
                _fill(connection, workspace, table, fresh if table.per_meeting else files)
        _make_across(connection)
        connection.execute("USE memory")
        connection.execute("DETACH published")


def _fill(connection: duckdb.DuckDBPyConnection, workspace: Workspace, table: Table, files: Iterable[str]) -> None:
    """Put the rows of the lake's files into their table."""
    folder = lake.folder(workspace, table)
    paths = [workspace.warehouse / name for name in files if (workspace.warehouse / name).parent == folder]
    if paths:
        # A path is no pattern: brackets and stars in a folder's name stand for themselves.
        listed = ", ".join(quoted(glob.escape(str(path))) for path in sorted(paths))
        connection.execute(f"INSERT INTO {table.name} BY NAME SELECT * FROM read_parquet([{listed}])")


def _make_across(connection: duckdb.DuckDBPyConnection) -> None:
    for table in ACROSS:
        connection.execute(f"INSERT INTO {table.name} BY NAME {query(table.name)}")
