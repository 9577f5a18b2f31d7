"""Hashes by which contents are compared: of files, and of sets of them.

Standard library only: the command line asks here before it loads anything large.
"""

import hashlib
import json
import os
import time
from pathlib import Path

# A file that was written less than so many nanoseconds before it was hashed may be written again without its times
# telling: the clock of a file system is coarse. Version control guards its index the same way.
_RACY_NS = 3_000_000_000
_remembered: dict[str, tuple[tuple[int, ...], str]] = {}


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def fingerprint(hashes: dict[str, str]) -> str:
    """One hash for a set of files: changes when any name or content does."""
    return hashlib.sha256(json.dumps(hashes, sort_keys=True).encode()).hexdigest()


def remembered_sha256(path: str) -> str:
    """The same, but read only where size, times or inode say that the file may have changed since this process read it.

    Raises:
        OSError: the file cannot be read.
    """
    found = os.stat(path)
    mark = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)
    known = _remembered.get(path)
    if known and known[0] == mark:
        return known[1]
    began = time.time_ns()
    hashed = sha256_of(Path(path))
    if began - max(found.st_mtime_ns, found.st_ctime_ns) > _RACY_NS:
        _remembered[path] = (mark, hashed)
    else:
        _remembered.pop(path, None)
    return hashed
