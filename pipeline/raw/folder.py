"""The files of a meeting in raw/: which of them count, by what name, with what content.

Standard library only. Keeps out: what the files say.
"""

import os
from pathlib import Path

from pipeline.config import Workspace
from pipeline.storage.hashes import sha256_of

UNREADABLE = "unreadable"


def printable_name(path: Path, folder: Path) -> str:
    """A file's path relative to a folder as text; bytes that are no UTF-8 are written out, such as \\xe9."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")


def raw_files(workspace: Workspace, meeting_id: str) -> dict[str, Path]:
    """Files of raw/ that a meeting's note is made from, by path relative to raw/; hidden and lock files left out."""
    folder = workspace.meeting(meeting_id)
    files = [workspace.register, *folder.rglob("*")]
    return {
        printable_name(path, workspace.raw): path
        for path in sorted(files)
        if path.is_file() and not any(part.startswith((".", "~$")) for part in path.relative_to(workspace.raw).parts)
    }


def input_hashes(workspace: Workspace, meeting_id: str) -> dict[str, str]:
    """SHA-256 of every input file, by path relative to raw/; one that cannot be read counts as such."""
    return {name: _hash_or_mark(path) for name, path in raw_files(workspace, meeting_id).items()}


def _hash_or_mark(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:
        return UNREADABLE
