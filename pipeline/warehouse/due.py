"""Which meetings a run is due for: one answer for whoever starts runs, from what lies in raw/ and in the lake.

A meeting is due when its manifest does not vouch for what lies there (`manifest.is_current`, which the command line
asks too) and nobody is at work on it. One whose files were refused waits until they change; any other failure is tried
again a few times. Keeps out: Dagster, and how runs are started (`automation.py`).
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date

from pipeline import config
from pipeline.config import Workspace
from pipeline.errors import BadInput
from pipeline.raw.folder import input_hashes, raw_files
from pipeline.raw.life_cycle import OPEN, stage_of
from pipeline.raw.meeting import load_meeting
from pipeline.storage.hashes import fingerprint
from pipeline.storage.locks import is_held
from pipeline.storage.provenance import code_fingerprint
from pipeline.warehouse import manifest


@dataclass(frozen=True)
class Asked:
    """What a run was asked for last: the inputs and the program, and how often in vain."""

    key: str
    tries: int


@dataclass(frozen=True)
class Due:
    """A meeting to run: `asked` goes into the memory of whoever asks, `is_open` goes before those that are not."""

    meeting_id: str
    asked: Asked
    is_open: bool
    files: int


def due_meetings(
    workspace: Workspace, asked: Mapping[str, Asked], running: Set[str], now: float, today: date
) -> tuple[list[Due], dict[str, Asked]]:
    """The meetings to run, those first that people wait for, and what of `asked` is still to be remembered.

    `running` are meetings that a run was asked for which has not ended. Open meetings go first, small before large.
    """
    found, kept = [], {}
    for meeting_id in workspace.meeting_ids():
        if manifest.is_current(workspace, meeting_id):
            continue
        before = asked.get(meeting_id)
        if before:
            kept[meeting_id] = before
        if meeting_id in running or is_held(workspace.run_lock(meeting_id)):
            continue
        if (one := _due(workspace, meeting_id, before, now, today)) is not None:
            found.append(one)
    return sorted(found, key=lambda one: (not one.is_open, one.files, one.meeting_id)), kept


def _due(workspace: Workspace, meeting_id: str, before: Asked | None, now: float, today: date) -> Due | None:
    try:
        paths = list(raw_files(workspace, meeting_id).values())
        # A file dated in the future (another clock, an archive) is not one that changes now.
        if any(0 <= now - path.stat().st_mtime < config.SETTLE_SECONDS for path in paths):
            return None
    except FileNotFoundError:
        return None  # A file went while it was looked at: the next look will tell.
    key = fingerprint({"inputs": fingerprint(input_hashes(workspace, meeting_id)), "code": code_fingerprint()})
    tries = 1
    if before and before.key == key:
        if before.tries >= config.MOST_TRIES or manifest.is_refused(workspace, meeting_id):
            return None
        tries = before.tries + 1
    return Due(meeting_id, Asked(key, tries), _is_open(workspace, meeting_id, today), len(paths))


def _is_open(workspace: Workspace, meeting_id: str, today: date) -> bool:
    """Whether replies are still coming in; a meeting whose file is broken is looked at with the others."""
    try:
        folder = workspace.meeting(meeting_id)
        return stage_of(load_meeting(folder), folder, today) == OPEN
    except BadInput:
        return False


@dataclass(frozen=True)
class Publishing:
    """What is remembered of a publication that is wanted: looks in vain since then, and how often it was asked for."""

    looks: int = 0
    tries: int = 0


def unpublished(workspace: Workspace, before: Publishing, at_work: bool) -> tuple[list[str], Publishing]:
    """Meetings that stayed unpublished although nobody is at work, and what is to be remembered.

    A publication that has begun when a meeting ends is made without it, and counts as one made after it. Whoever
    publishes after runs is given some looks of time to do so first. `at_work`: Dagster has runs that have not ended,
    those asked for now included.
    """
    if at_work:
        return [], Publishing(0, before.tries)
    names = manifest.unpublished_meetings(workspace)
    if not names:
        return [], Publishing()
    if before.looks + 1 < config.LOOKS_BEFORE_PUBLISHING or before.tries >= config.MOST_TRIES:
        return [], Publishing(before.looks + 1, before.tries)
    return names, Publishing(0, before.tries + 1)


def gone_meetings(workspace: Workspace) -> list[str]:
    """Meetings that have no folder in raw/ any more, but a manifest in the warehouse."""
    made = {path.stem for path in workspace.manifest("x").parent.glob("[!.]*.json")}
    return sorted(meeting_id for meeting_id in made if not workspace.meeting(meeting_id).is_dir())
