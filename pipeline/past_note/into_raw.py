"""Puts the files of a meeting's folder into raw/, whole or not at all.

Keeps out: what the files hold (`folder.py`).
"""

from collections.abc import Mapping
from pathlib import Path

from pipeline.config import Workspace
from pipeline.storage.atomic import put_folder


def into_raw(workspace: Workspace, meeting_id: str, files: Mapping[str, str]) -> Path | None:
    """Where the folder lies now that was there before, hidden beside it; None where there was none.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """

    def fill(folder: Path) -> None:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")

    # What is hidden is no meeting.
    return put_folder(workspace.meeting(meeting_id), fill, f".{meeting_id}.before-")
