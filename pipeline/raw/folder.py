"""The files of a meeting in raw/: which of them count, by what name, with what content.

Standard library only. Keeps out: what the files say.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from pipeline.config import Workspace
from pipeline.errors import BadInput
from pipeline.storage.hashes import remembered_sha256

UNREADABLE = "unreadable"
_LEFT_BEHIND = ("Thumbs.db", "desktop.ini")


def printable_name(path: Path, folder: Path) -> str:
    """A file's path relative to a folder as text; bytes that are no UTF-8 are written out, such as \\xe9."""
    return _printable(path.relative_to(folder).as_posix())


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _files_below(folder: Path) -> list[str]:
    """Files that people put into a folder of raw/, in order of name; links are among them, wherever they lead.

    Hidden files, Word's lock files and what file managers leave behind are nobody's. Paths are text here: thousands of
    meetings are looked at every few seconds.
    """
    found, folders = [], [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "~$")) or entry.name in _LEFT_BEHIND:
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif entry.is_symlink() or entry.is_file():
                        found.append(entry.path)
        except (FileNotFoundError, NotADirectoryError):
            continue
    return sorted(found, key=lambda path: path.split(os.sep))


def reply_files(folder: Path) -> list[Path]:
    """The files of a meeting's folder that are replies."""
    return [Path(path) for path in _files_below(folder / "replies")]


def _raw_paths(workspace: Workspace, meeting_id: str) -> dict[str, str]:
    """Paths of the files of raw/ that a meeting's note is made from, by path relative to raw/."""
    raw, register = f"{workspace.raw}{os.sep}", str(workspace.register)
    files = _files_below(workspace.meeting(meeting_id)) + ([register] if os.path.lexists(register) else [])
    files.sort(key=lambda path: path.split(os.sep))
    return {_printable(path.removeprefix(raw).replace(os.sep, "/")): path for path in files}


def raw_files(workspace: Workspace, meeting_id: str) -> dict[str, Path]:
    """Files of raw/ that a meeting's note is made from, by path relative to raw/."""
    return {name: Path(path) for name, path in _raw_paths(workspace, meeting_id).items()}


def input_hashes(workspace: Workspace, meeting_id: str) -> dict[str, str]:
    """SHA-256 of every input file, by path relative to raw/; one that cannot be read counts as such."""
    return {name: _hash_or_mark(path) for name, path in _raw_paths(workspace, meeting_id).items()}


def hand_kept_hashes(workspace: Workspace, meeting_id: str) -> dict[str, str]:
    """The same without the replies: of what people keep by hand for a meeting."""
    replies = f"{meeting_id}/replies/"
    paths = _raw_paths(workspace, meeting_id)
    return {name: _hash_or_mark(path) for name, path in paths.items() if not name.startswith(replies)}


def _hash_or_mark(path: str) -> str:
    try:
        return remembered_sha256(path)
    except OSError:
        return UNREADABLE


def require_meetings(workspace: Workspace, meeting_ids: Iterable[str]) -> None:
    """Check that these meetings are in raw/.

    Raises:
        BadInput: naming the first that is not, and those that are.
    """
    there = workspace.meeting_ids()
    unknown = [meeting_id for meeting_id in meeting_ids if meeting_id not in there]
    if unknown or not there:
        known, asked = ", ".join(there) or "none", repr(unknown[0]) if unknown else "none"
        raise BadInput(f"meeting: found {asked}, expected a folder of raw/ with a meeting.yaml (there are: {known})")
