"""Writes files so that nobody ever sees half of one: under a temporary name, then renamed.

Keeps out: what is written.
"""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import CannotWrite

PART = ".part"


@contextmanager
def replacing(path: Path, mode: int = 0o644) -> Iterator[Path]:
    """Give a temporary path beside `path`; rename it to `path` when the block ends well, else remove it.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        part.chmod(mode)
        with part.open("rb") as handle:
            os.fsync(handle.fileno())
        os.replace(part, path)
    except OSError as error:
        raise CannotWrite.because(error, path) or error from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a whole file at once."""
    with replacing(path, mode) as part:
        part.write_bytes(data)


def write_text(path: Path, text: str, mode: int = 0o644) -> None:
    """Write a whole text file at once, in UTF-8."""
    write_bytes(path, text.encode("utf-8"), mode)


def put_folder(folder: Path, fill: Callable[[Path], None], aside: str) -> Path | None:
    """Put a folder in its place whole; returns where one that was there lies now: beside it, `aside` and a number.

    `fill` writes into a folder with a temporary name.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    part = folder.with_name(f".{folder.name}.{os.getpid()}{PART}")
    try:
        part.mkdir(parents=True)
        fill(part)
        earlier = None
        if folder.exists():
            names = (folder.with_name(f"{aside}{number}") for number in itertools.count(1))
            earlier = folder.rename(next(name for name in names if not name.exists()))
        part.rename(folder)
        return earlier
    except OSError as error:
        raise CannotWrite.because(error, folder) or error from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
