"""What the warehouse holds of meetings that are gone from raw/ is moved aside, with the day, and never deleted.

A meeting is gone when its folder is; one whose meeting.yaml is broken or missing is not. Keeps out: what is published
(`publish.py`).
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pipeline.config import PRIVATE_FOLDER_MODE, REGISTER_FILE, Workspace

# Places of what belongs to one meeting, by its name.
_FILES = ("lake/*/*/*.parquet", "manifests/*.json", "cache/*.sqlite", "cache/drafts/*.sqlite")
_FOLDERS = ("notes/*", "questionnaires/*", "published/*", "reminders/*", "private/*", "history/*")


def set_aside(workspace: Workspace, today: date) -> list[str]:
    """Move what belongs to meetings that are gone to .removed/ and say which meetings these are, in order.

    The caller holds the lock of publication: two that move the same files would stumble over each other.
    """
    gone = set()
    for meeting_id, path in _of_gone_meetings(workspace):
        gone.add(meeting_id)
        inside = path.relative_to(workspace.warehouse)
        _move(path, workspace.removed / f"{today} {meeting_id}" / inside, private=inside.parts[0] == "private")
    return sorted(gone)


def set_aside_alone(workspace: Workspace, today: date) -> list[str]:
    """The same for a caller without the lock, which is asked for only where there is something to move."""
    if next(_of_gone_meetings(workspace), None) is None:
        return []
    from pipeline.storage.locks import held  # an unchanged run ends sooner without it

    with held(workspace.publish_lock, "a publication"):
        return set_aside(workspace, today)


def _of_gone_meetings(workspace: Workspace) -> Iterator[tuple[str, Path]]:
    """Files and folders that belong to one meeting which has no folder in raw/, each with that meeting."""
    paths = [path for pattern in _FILES for path in sorted(workspace.warehouse.glob(pattern)) if path.is_file()]
    paths += [path for pattern in _FOLDERS for path in sorted(workspace.warehouse.glob(pattern)) if path.is_dir()]
    for path in paths:
        meeting_id = path.stem if path.is_file() else path.name
        if meeting_id != REGISTER_FILE and not workspace.meeting(meeting_id).is_dir():
            yield meeting_id, path


def _move(path: Path, target: Path, *, private: bool) -> None:
    """Move beside whatever an earlier removal on the same day left there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if private:
        target.parent.chmod(PRIVATE_FOLDER_MODE)
    number = 2
    free = target
    while free.exists():
        free = target.with_name(f"{target.name} {number}")
        number += 1
    path.rename(free)
