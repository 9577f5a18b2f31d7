"""Writes files so that nobody ever sees half of one: under a temporary name, then renamed.

Keeps out: what is written.
"""

import os
from collections.abc import Iterator
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
