"""Temporary files that killed processes left: removed by whoever holds the lock under which they were written.

Keeps out: writing files (`atomic.py`) and locks (`locks.py`).
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pipeline.config import REGISTER_FILE, Workspace
from pipeline.storage.atomic import PART


def clear_meeting(workspace: Workspace, meeting_id: str) -> None:
    """Remove what killed runs of a meeting left half-written; the caller holds the meeting's lock."""
    warehouse = workspace.warehouse
    _remove(warehouse.glob(f"lake/*/*/.{meeting_id}.parquet.*{PART}"))
    _remove(warehouse.glob(f"manifests/.{meeting_id}.json.*{PART}"))
    folders = (workspace.note(meeting_id), workspace.history(meeting_id), workspace.published(meeting_id))
    for folder in (*folders, workspace.contacts(meeting_id).parent):
        _remove(folder.rglob(f".*{PART}"))


def clear_publication(workspace: Workspace) -> None:
    """Remove what killed publications left; the caller holds the lock of publication."""
    warehouse = workspace.warehouse
    _remove(warehouse.glob(f".{workspace.database.name}.*{PART}*"))
    _remove(warehouse.glob(f".{workspace.publication.name}.*{PART}"))
    _remove(warehouse.glob(f"lake/*/*/.{REGISTER_FILE}.parquet.*{PART}"))


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
