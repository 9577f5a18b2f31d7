"""Keeps a meeting's note as issued: note, Word document and manifest in raw/<meeting>/issued/.

Keeps out: what differs from the issued note later (`note/since_issue.py`), and when it may be issued (`cli/issue.py`).
"""

import itertools
import os
import shutil
from pathlib import Path

from pipeline.config import Workspace
from pipeline.errors import CannotWrite
from pipeline.raw.life_cycle import ISSUED_NOTE
from pipeline.storage.atomic import PART

_KEPT = ("note.md", "note.docx")


def issue(workspace: Workspace, meeting_id: str) -> Path | None:
    """Keep the note as it is now; returns where an earlier issue lies from now on, None where there was none.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    folder = (workspace.meeting(meeting_id) / ISSUED_NOTE).parent
    part = folder.with_name(f".{folder.name}.{os.getpid()}{PART}")
    try:
        part.mkdir()
        for name in _KEPT:
            shutil.copyfile(workspace.note(meeting_id) / name, part / name)
        shutil.copyfile(workspace.manifest(meeting_id), part / "manifest.json")
        earlier = None
        if folder.exists():
            names = (folder.with_name(f"issued-before-{number}") for number in itertools.count(1))
            earlier = folder.rename(next(name for name in names if not name.exists()))
        part.rename(folder)
        return earlier
    except OSError as error:
        raise CannotWrite.because(error, folder) or error from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
