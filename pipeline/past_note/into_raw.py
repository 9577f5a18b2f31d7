"""Puts the files of a meeting's folder into raw/, whole or not at all.

Keeps out: what the files hold (`folder.py`).
"""

import itertools
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from pipeline.config import Workspace
from pipeline.errors import CannotWrite
from pipeline.storage.atomic import PART


def into_raw(workspace: Workspace, meeting_id: str, files: Mapping[str, str]) -> Path | None:
    """Where the folder lies now that was there before, hidden beside it; None where there was none.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    folder = workspace.meeting(meeting_id)
    part = folder.with_name(f".{meeting_id}.{os.getpid()}{PART}")
    try:
        for name, text in files.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        aside = _free_name(folder) if folder.exists() else None
        if aside:
            folder.rename(aside)
        part.rename(folder)
        return aside
    except OSError as error:
        raise CannotWrite.because(error, folder) or error from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _free_name(folder: Path) -> Path:
    """A hidden name beside a folder: what is hidden is no meeting."""
    names = (folder.with_name(f".{folder.name}.before-{number}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())
