"""Hashes by which contents are compared: of files, and of sets of them.

Standard library only: the command line asks here before it loads anything large.
"""

import hashlib
import json
from pathlib import Path


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
