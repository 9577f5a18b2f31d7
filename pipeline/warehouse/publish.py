"""The lake becomes rapporteur.duckdb: built under a temporary name, commented, made read-only, swapped in.

The only writer of that file. Readers who have the old file open keep it; new ones see the new one.
Keeps out: what the tables hold (`storage/lake.py`) and how people query them (`query.py`).
"""

import glob
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from pipeline.config import Workspace
from pipeline.storage import atomic, lake
from pipeline.storage.duckdb_settings import OFFLINE, STORAGE_VERSION
from pipeline.storage.hashes import sha256_of
from pipeline.storage.leftovers import clear_publication
from pipeline.storage.locks import held
from pipeline.warehouse import manifest
from pipeline.warehouse.removed import set_aside
from schemas.registry import PUBLISHED, VIEWS, Table, View

READ_ONLY = 0o444
_TYPES = {"String": "VARCHAR", "Int64": "BIGINT", "Float64": "DOUBLE", "Date": "DATE", "Boolean": "BOOLEAN"}


@dataclass(frozen=True)
class Publication:
    """What a publication did: rows by table, whether it had to be built, meetings in it, and those that were gone."""

    rows: dict[str, int]
    built: bool
    meetings: tuple[str, ...]
    removed: tuple[str, ...] = ()


def lake_files(workspace: Workspace) -> dict[str, str]:
    """Lake files to publish with the SHA-256 of each, by path relative to the warehouse.

    Of a meeting whose last run did not end well, whose tables are not those of its manifest, there are none.
    """
    files = {}
    for meeting_id in workspace.meeting_ids():
        made = manifest.vouched(workspace, meeting_id)
        vouched, beside = (_hashes(workspace, meeting_id, from_raw=known) for known in (True, False))
        if all(hashed and made.get(name) == hashed for name, hashed in vouched.items()):
            files |= vouched | {name: hashed for name, hashed in beside.items() if hashed}
    for table in PUBLISHED:
        path = lake.path(workspace, table)
        if not table.per_meeting and path.exists():
            files[path.relative_to(workspace.warehouse).as_posix()] = _hash(path)
    return files


def _hashes(workspace: Workspace, meeting_id: str, *, from_raw: bool) -> dict[str, str | None]:
    """The lake files of a meeting with their hashes; None for one that is missing."""
    tables = [table for table in PUBLISHED if table.per_meeting and table.from_raw is from_raw]
    paths = sorted(lake.path(workspace, table, meeting_id) for table in tables)
    return {path.relative_to(workspace.warehouse).as_posix(): _hash(path) for path in paths}


def _hash(path: Path) -> str | None:
    return sha256_of(path) if path.is_file() else None


def publish(workspace: Workspace, *, force: bool = False) -> Publication:
    """Build the database from the lake and swap it in; does nothing where its contents would be the same."""
    workspace.warehouse.mkdir(exist_ok=True)
    with held(workspace.publish_lock, "a publication"):
        clear_publication(workspace)
        removed = tuple(set_aside(workspace, date.today()))
        files = lake_files(workspace)
        record = {
            "storage": STORAGE_VERSION,
            "duckdb": duckdb.__version__,
            "schema": _ddl_fingerprint(),
            "files": files,
        }
        if not force and _is_whole(workspace) and _recorded(workspace) == record:
            return Publication(_rows(workspace.database), False, _meetings(workspace.database), removed)

        with atomic.replacing(workspace.database, READ_ONLY) as part:
            _build(part, workspace, files)
        workspace.database.with_name(workspace.database.name + ".wal").unlink(missing_ok=True)
        _sync_folder(workspace.warehouse)
        rows = _rows(workspace.database)
        record["bytes"] = workspace.database.stat().st_size
        atomic.write_text(workspace.publication, json.dumps(record, indent=1, sort_keys=True) + "\n")
        return Publication(rows, True, _meetings(workspace.database), removed)


def _recorded(workspace: Workspace) -> dict | None:
    try:
        record = json.loads(workspace.publication.read_bytes())
        return {name: value for name, value in record.items() if name != "bytes"}
    except (OSError, ValueError, AttributeError):
        return None


def _is_whole(workspace: Workspace) -> bool:
    try:
        return bool(_rows(workspace.database))
    except duckdb.Error:
        return False


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def table_ddl(table: Table) -> list[str]:
    """Statements that make an empty table with its key and comments in the attached database `published`."""
    columns = table.model.to_schema().columns
    nullable = {name for name in table.key if columns[name].nullable}
    lines = [
        f'"{name}" {_TYPES[str(column.dtype)]}{"" if column.nullable else " NOT NULL"}'
        for name, column in columns.items()
    ]
    # A key with a column that may be null can only be UNIQUE.
    keys = ", ".join(f'"{name}"' for name in table.key)
    lines.append(f"{'UNIQUE' if nullable else 'PRIMARY KEY'} ({keys})")
    name = f"published.{table.name}"
    statements = [
        f"CREATE TABLE {name} ({', '.join(lines)})",
        f"COMMENT ON TABLE {name} IS {_quoted(table.description)}",
    ]
    for column, declared in columns.items():
        statements.append(f'COMMENT ON COLUMN {name}."{column}" IS {_quoted(declared.description)}')
    return statements


def view_ddl(view: View) -> list[str]:
    """Statements that make a view with its comments in the database in use."""
    statements = [
        f"CREATE VIEW {view.name} AS {' '.join(view.sql.split())}",
        f"COMMENT ON VIEW {view.name} IS {_quoted(view.description)}",
    ]
    for column, description in view.columns.items():
        statements.append(f'COMMENT ON COLUMN {view.name}."{column}" IS {_quoted(description)}')
    return statements


def _ddl_fingerprint() -> str:
    made = [table_ddl(table) for table in PUBLISHED] + [view_ddl(view) for view in VIEWS]
    text = "\n".join(statement for statements in made for statement in statements)
    return hashlib.sha256(text.encode()).hexdigest()


def _build(part: Path, workspace: Workspace, files: dict[str, str]) -> None:
    with duckdb.connect(config=OFFLINE) as connection:
        connection.execute(f"ATTACH {_quoted(str(part))} AS published (STORAGE_VERSION '{STORAGE_VERSION}')")
        for schema in dict.fromkeys(table.schema for table in PUBLISHED):
            connection.execute(f"CREATE SCHEMA published.{schema}")
        for table in PUBLISHED:
            for statement in table_ddl(table):
                connection.execute(statement)
            folder = lake.folder(workspace, table)
            paths = [workspace.warehouse / name for name in files if (workspace.warehouse / name).parent == folder]
            if paths:
                # A path is no pattern: brackets and stars in a folder's name stand for themselves.
                listed = ", ".join(_quoted(glob.escape(str(path))) for path in sorted(paths))
                connection.execute(f"INSERT INTO published.{table.name} BY NAME SELECT * FROM read_parquet([{listed}])")
        _keep_unfinished(connection, workspace, files)
        connection.execute("USE published")
        for view in VIEWS:
            for statement in view_ddl(view):
                connection.execute(statement)
        connection.execute("USE memory")
        connection.execute("DETACH published")


def _keep_unfinished(connection: duckdb.DuckDBPyConnection, workspace: Workspace, files: dict[str, str]) -> None:
    """Keep what the last publication held of meetings whose run did not end well since."""
    finished = {Path(name).stem for name in files}
    unfinished = [meeting_id for meeting_id in workspace.meeting_ids() if meeting_id not in finished]
    recorded = _recorded(workspace) or {}
    if not unfinished or recorded.get("schema") != _ddl_fingerprint() or not _is_whole(workspace):
        return
    connection.execute(f"ATTACH {_quoted(str(workspace.database))} AS previous (READ_ONLY)")
    for table in PUBLISHED:
        if table.per_meeting:
            kept = f"SELECT * FROM previous.{table.name} WHERE meeting_id IN (SELECT unnest(?))"
            connection.execute(f"INSERT INTO published.{table.name} {kept}", [unfinished])
    connection.execute("DETACH previous")


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _rows(database: Path) -> dict[str, int]:
    """Rows of every table: proof that the published file opens and holds them."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        return {
            table.name: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in PUBLISHED
        }


def _meetings(database: Path) -> tuple[str, ...]:
    return tuple(sorted(row["meeting_id"] for row in read_rows(database, "core.meetings")))


def read_rows(database: Path, name: str) -> list[dict]:
    """The rows of a published table or view."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        found = connection.execute(f"SELECT * FROM {name}")
        columns = [column[0] for column in found.description]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
