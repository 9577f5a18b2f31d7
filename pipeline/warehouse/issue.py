"""Keeps a meeting's note as issued: note, Word document and manifest in raw/<meeting>/issued/.

Keeps out: what differs from the issued note later (`note/since_issue.py`), and when it may be issued (`cli/issue.py`).
"""

import shutil
from contextlib import suppress
from pathlib import Path

from pipeline.config import Workspace
from pipeline.raw.life_cycle import ISSUED_NOTE
from pipeline.storage.atomic import put_folder
from pipeline.warehouse.history import keep_issued

_KEPT = ("note.md", "note.docx")
_WHERE_MADE = ("corrigendum.md", "corrigendum.docx")


def issue(workspace: Workspace, meeting_id: str) -> Path | None:
    """Keep the note as it is now; returns where an earlier issue lies from now on, None where there was none.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """

    def fill(folder: Path) -> None:
        for name in _KEPT:
            shutil.copyfile(workspace.note(meeting_id) / name, folder / name)
        for name in _WHERE_MADE:
            with suppress(FileNotFoundError):
                shutil.copyfile(workspace.note(meeting_id) / name, folder / name)
        shutil.copyfile(workspace.manifest(meeting_id), folder / "manifest.json")
        keep_issued(workspace, meeting_id, folder)

    return put_folder((workspace.meeting(meeting_id) / ISSUED_NOTE).parent, fill, "issued-before-")
