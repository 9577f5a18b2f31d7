"""The lake becomes rapporteur.duckdb: built under a temporary name, commented, made read-only, swapped in.

The only writer of that file. Readers who have the old file open keep it; new ones see the new one.
Keeps out: what the tables hold (`storage/lake.py`) and how people query them (`query.py`).
"""

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from pipeline.config import REGISTER_FILE, Workspace
from pipeline.storage import atomic, lake
from pipeline.storage.duckdb_settings import OFFLINE, STORAGE_VERSION
from pipeline.storage.hashes import remembered_sha256
from pipeline.storage.leftovers import clear_publication
from pipeline.storage.locks import held
from pipeline.warehouse import ddl, manifest
from pipeline.warehouse.build import Changed, build, rebuild
from pipeline.warehouse.removed import set_aside
from schemas.registry import IN_THE_FILE, PUBLISHED

READ_ONLY = 0o444
# What a record says of the file itself, not of what it was made from.
_OF_THE_FILE = ("bytes", "whole_bytes")
# Up to this share of the meetings is made anew in a copy of the published file.
_FEW = 0.25
# Deleted rows leave room that is not given back: past this times its size when it was built whole, it is built whole.
_GROWN = 1.5


@dataclass(frozen=True)
class Publication:
    """What a publication did: rows by table, whether it had to be built, meetings in it, and those that were gone."""

    rows: dict[str, int]
    built: bool
    meetings: tuple[str, ...]
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Held:
    """What a published file holds: rows by table, and the meetings."""

    rows: dict[str, int]
    meetings: tuple[str, ...]


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
        if not table.per_meeting and (hashed := _hash(path := lake.path(workspace, table))):
            files[path.relative_to(workspace.warehouse).as_posix()] = hashed
    return files


def _hashes(workspace: Workspace, meeting_id: str, *, from_raw: bool) -> dict[str, str | None]:
    """The lake files of a meeting with their hashes; None for one that is missing."""
    paths = {
        path.relative_to(workspace.warehouse).as_posix(): path
        for table in PUBLISHED
        if table.per_meeting and table.from_raw is from_raw
        for path in (lake.path(workspace, table, meeting_id),)
    }
    return {name: _hash(path) for name, path in paths.items()}


def _hash(path: Path) -> str | None:
    try:
        return remembered_sha256(str(path))
    except OSError:
        return None


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
            "schema": ddl.fingerprint(),
            "files": files,
        }
        before, there = _recorded(workspace) or {}, _held_by(workspace.database)
        if not force and there and _made_from(before) == record:
            return Publication(there.rows, False, there.meetings, removed)

        whole = before.get("whole_bytes", 0)
        with atomic.replacing(workspace.database, READ_ONLY) as part:
            changed = _changed(workspace, before, record, there) if there and not force else None
            if changed is None or not _is_mended(part, workspace, files, changed):
                build(part, workspace, files, _kept(workspace, before, files) if there else [])
                whole = part.stat().st_size
            # From here to the end nothing says what the file was made from: whoever is stopped leaves no false record.
            workspace.publication.unlink(missing_ok=True)
        workspace.database.with_name(workspace.database.name + ".wal").unlink(missing_ok=True)
        _sync_folder(workspace.warehouse)
        # That it opens, and holds every table, is looked at before anybody is told of it.
        made = _look_into(workspace.database)
        record |= {"bytes": workspace.database.stat().st_size, "whole_bytes": whole}
        atomic.write_text(workspace.publication, json.dumps(record, indent=1, sort_keys=True) + "\n")
        return Publication(made.rows, True, made.meetings, removed)


def _recorded(workspace: Workspace) -> dict | None:
    try:
        record = json.loads(workspace.publication.read_bytes())
        return record if isinstance(record["files"], dict) else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _made_from(record: dict | None) -> dict:
    """Of a record, what the file was made from: without what is known of the file itself."""
    return {name: value for name, value in (record or {}).items() if name not in _OF_THE_FILE}


def _changed(workspace: Workspace, before: dict, record: dict, there: _Held) -> Changed | None:
    """What is to be made anew in a copy of the published file; None where the whole file is.

    Whole it is where another program built it, where many meetings changed, and where it has grown much since.
    """
    if any(before.get(name) != record[name] for name in ("storage", "duckdb", "schema")):
        return None
    if workspace.database.stat().st_size > _GROWN * before.get("whole_bytes", 0):
        return None
    now: dict[str, str] = record["files"]
    was: dict[str, str] = before["files"]
    finished = {Path(name).stem for name in now}
    # A meeting that is being remade is neither changed nor gone: its rows stay.
    names = {name for name in was.keys() | now.keys() if was.get(name) != now.get(name) and Path(name).stem in finished}
    gone = set(there.meetings) - set(workspace.meeting_ids())
    meetings = {Path(name).stem for name in names} - {REGISTER_FILE} | gone
    return Changed(frozenset(names), frozenset(gone)) if len(meetings) <= _FEW * len(there.meetings) else None


def _is_mended(part: Path, workspace: Workspace, files: dict[str, str], changed: Changed) -> bool:
    """Whether a copy of the published file took the changes; one with a damaged block does not, and leaves nothing."""
    try:
        rebuild(part, workspace, files, changed)
    except duckdb.Error:
        for path in (part, part.with_name(f"{part.name}.wal")):
            path.unlink(missing_ok=True)
        return False
    return True


def _kept(workspace: Workspace, before: dict, files: dict[str, str]) -> list[str]:
    """Meetings whose run did not end well since: what the last publication held of them is kept."""
    finished = {Path(name).stem for name in files}
    unfinished = [meeting_id for meeting_id in workspace.meeting_ids() if meeting_id not in finished]
    return unfinished if before.get("schema") == ddl.fingerprint() else []


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _held_by(database: Path) -> _Held | None:
    """What a published file holds; None where there is none that is whole."""
    try:
        return _look_into(database)
    except duckdb.Error:
        return None


def _look_into(database: Path) -> _Held:
    """Rows of every table, and the meetings: proof that the file opens and holds them."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        counts = ", ".join(f"(SELECT count(*) FROM {table.name})" for table in IN_THE_FILE)
        rows = connection.execute(f"SELECT {counts}").fetchone()
        meetings = connection.execute("SELECT meeting_id FROM core.meetings ORDER BY ALL").fetchall()
    named = dict(zip((table.name for table in IN_THE_FILE), rows, strict=True))
    return _Held(named, tuple(meeting_id for (meeting_id,) in meetings))


def read_rows(database: Path, name: str) -> list[dict]:
    """The rows of a published table or view."""
    with duckdb.connect(str(database), read_only=True, config=OFFLINE) as connection:
        found = connection.execute(f"SELECT * FROM {name}")
        columns = [column[0] for column in found.description]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
