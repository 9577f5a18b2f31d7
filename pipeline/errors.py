"""Errors that end a command, and the exit codes they end it with.

Keeps out: faults of replies, which are findings and end nothing (`findings.py`).
"""

from pipeline.text.one_line import shorten

EXIT_DONE = 0
EXIT_FOUND = 1
EXIT_BAD_INPUT = 2
EXIT_INTERNAL = 3


class RapporteurError(Exception):
    """An error whose text is one line a user understands."""

    exit_code = EXIT_INTERNAL


class BadInput(RapporteurError):
    """Wrong usage, or a file that people keep by hand (meeting.yaml, a .csv, editorial) is not as it must be."""

    exit_code = EXIT_BAD_INPUT

    @classmethod
    def at(cls, place: str, field: str, found: str, expected: str) -> "BadInput":
        """Say where (file and line), which field, what stands there and what was expected."""
        return cls(f"{place}: {field}: found {shorten(str(found))!r}, expected {expected}")


class InvalidTable(RapporteurError):
    """A table does not fit its model: a fault of this program, so nothing was written."""
