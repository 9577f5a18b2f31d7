"""Locks between processes, with who holds them: one run of a meeting at a time, one publication at a time.

Keeps out: what is done under a lock. Standard library and filelock; the command line asks here early.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from pipeline.errors import Busy, CannotWrite

HOLDER = ".holder"


@contextmanager
def held(path: Path, who: str, *, wait: bool = True, waiting: Callable[[str], None] | None = None) -> Iterator[bool]:
    """Hold a lock while the block runs; gives whether it had to be waited for. A process may hold one twice.

    `who` says what for, for those who wait; `waiting` is told who holds the lock before it is waited for.

    Raises:
        Busy: another process holds the lock, and `wait` is False.
        CannotWrite: nothing may be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock, waited = FileLock(path, is_singleton=True), False
        try:
            lock.acquire(timeout=0)
        except Timeout:
            holder, waited = holder_of(path), True
            if not wait:
                raise Busy(f"{path.stem}: found {holder} at work on it, expected nobody; run it again later") from None
            if waiting:
                waiting(holder)
            lock.acquire()
    except OSError as error:
        raise CannotWrite.because(error, path) or error from error
    try:
        if lock.lock_counter == 1:
            _note_holder(path, who)
        yield waited
    finally:
        if lock.lock_counter == 1:
            path.with_suffix(HOLDER).unlink(missing_ok=True)
        lock.release()


def is_held(path: Path) -> bool:
    """Whether another process holds a lock now."""
    if not path.exists():
        return False
    lock = FileLock(path)
    with suppress(Timeout):
        lock.acquire(timeout=0)
        lock.release()
        return False
    return True


def holder_of(path: Path) -> str:
    """Who holds a lock, in words."""
    with suppress(OSError, UnicodeDecodeError):
        if said := path.with_suffix(HOLDER).read_text(encoding="utf-8").strip():
            return said
    return "another process"


def _note_holder(path: Path, who: str) -> None:
    since = datetime.now().strftime("%H:%M:%S")
    with suppress(OSError):
        path.with_suffix(HOLDER).write_text(f"{who} (process {os.getpid()}, since {since})\n", encoding="utf-8")
