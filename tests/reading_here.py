"""Reads files in the tests' own process, for tests of what is made of replies: starting one costs a quarter second.

Keeps out: processes and their limits (`reading/test_pool.py`, `reading/test_hostile.py`).
"""

from collections.abc import Iterable
from pathlib import Path

from pipeline.config import Limits
from pipeline.reading import worker
from pipeline.reading.reply import Question


class ReaderHere:
    """What `ReadingPool` does for its caller, without processes."""

    def __init__(self, question: Question, limits: Limits):
        self._question, self._limits = question, limits
        self._paths: dict[str, Path] = {}

    def __enter__(self) -> "ReaderHere":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def give(self, given: Iterable[tuple[str, Path]]) -> None:
        """Files to be read, by hash."""
        self._paths |= dict(given)

    def take(self, digest: str) -> worker.Line:
        """What is in the file with this hash."""
        return worker.read_file(str(self._paths[digest]), self._question, self._limits, lambda said: None)
