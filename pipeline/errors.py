"""Errors that end a command, and the exit codes they end it with.

Keeps out: faults of replies, which are findings and end nothing (`findings.py`).
"""

import errno

from pipeline.text.one_line import shorten

EXIT_DONE = 0
EXIT_FOUND = 1
EXIT_BAD_INPUT = 2
EXIT_INTERNAL = 3


class RapporteurError(Exception):
    """An error whose text is one line a user understands; a file with several faults has a line for each."""

    exit_code = EXIT_INTERNAL


class BadInput(RapporteurError):
    """Wrong usage, or a file that people keep by hand (meeting.yaml, a .csv, editorial) is not as it must be."""

    exit_code = EXIT_BAD_INPUT

    @classmethod
    def at(cls, place: str, field: str, found: str, expected: str) -> "BadInput":
        """Say where (file and line), which field, what stands there and what was expected."""
        return cls(f"{place}: {field}: found {shorten(str(found))!r}, expected {expected}")


class Busy(RapporteurError):
    """Another process is at work on the same meeting, and the caller does not want to wait."""


class CannotWrite(RapporteurError):
    """The disk is full, or a file or folder of the workspace may not be written to."""

    @classmethod
    def because(cls, error: OSError, path: object = None) -> "CannotWrite | None":
        """The error in plain words; None for errors of another kind. `path`: what was to be written, if it is known."""
        known = _PLAIN.get(error.errno)
        place = path or error.filename or "the workspace"
        return cls(f"{place}: found {known[0]}, expected {known[1]}; then run the command again") if known else None

    @classmethod
    def behind(cls, error: BaseException) -> "CannotWrite | None":
        """The same where such an error stands behind another, as when Dagster finds no room; None for others."""
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, OSError) and (told := cls.because(cause)):
                return told
            if getattr(cause, "sqlite_errorname", "") in _SQLITE_FULL:
                return cls.because(OSError(errno.ENOSPC, ""), "Dagster's store in the workspace")
            cause = cause.__cause__ or cause.__context__
        return None


# What SQLite says where there is no room: for the file, and for its memory that processes share.
_SQLITE_FULL = ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE")
_NO_ROOM = ("a full disk", "room for what is written: free some")
_NOT_ALLOWED = ("a place that may not be written to", "one that you may write to: see whose it is and its permissions")
_IN_THE_WAY = ("a file in the way of a folder, or a folder in the way of a file", "none: move it away")
_PLAIN = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
}


class Faults:
    """What is wrong with a file that people keep by hand, gathered so that all of it is told at once."""

    def __init__(self) -> None:
        self._lines: dict[str, None] = {}

    def add(self, place: str, field: str, found: str, expected: str) -> None:
        """Note one fault, in the words of `BadInput.at`."""
        self._lines[str(BadInput.at(place, field, found, expected))] = None

    def take(self, error: "BadInput") -> None:
        """Note the faults that an error tells."""
        self._lines |= dict.fromkeys(str(error).splitlines())

    def tell(self) -> None:
        """End the reading of the file if there is any fault.

        Raises:
            BadInput: with a line for each fault, in the order they were found.
        """
        if self._lines:
            raise BadInput("\n".join(self._lines))


class InvalidTable(RapporteurError):
    """A table does not fit its model: a fault of this program, so nothing was written."""
