"""Reads the files of a meeting, in processes of their own and within limits, and remembers what it read.

Keeps out: the processes (`pool.py`), the formats (`formats/`), and what replies mean (`intake/`).
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.config import Limits
from pipeline.reading.cache import ReplyCache
from pipeline.reading.pool import ReadingPool
from pipeline.reading.reply import Question, Reply, Unreadable, reply_from_json
from pipeline.reading.worker import PASSING, Line, refused
from pipeline.storage.hashes import sha256_of


class ReadFile(NamedTuple):
    """What a file gave: the hash of its bytes, and its replies or the reason why it has none."""

    sha256: str | None
    replies: tuple[Reply, ...]
    unreadable: Unreadable | None


def read_files(
    paths: list[Path],
    folder: Path,
    question: Question,
    limits: Limits,
    cache: ReplyCache | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Iterator[ReadFile]:
    """Read files below `folder`, in the order given. What is in the cache is not parsed again.

    Others are parsed while the caller works on what it has got; `meanwhile` is called once, when this begins.
    """
    real_folder = folder.resolve()
    # Folders are asked once for all of their files; only a link has to be followed.
    parents = {parent: parent.resolve() for parent in {path.parent for path in paths}}
    real = {path: parents[path.parent] / path.name for path in paths if not path.is_symlink()}
    unopened = {path: _without_opening(path, real.get(path), real_folder, limits) for path in paths}
    digests = {path: line.sha256 for path, line in unopened.items() if not line.entry}
    wanted = dict.fromkeys(digests.values())
    known = cache.get(wanted) if cache else {}
    parsed: dict[str, Line] = {}
    # Files with the same bytes are parsed once.
    first_of = {digest: path for path, digest in reversed(digests.items()) if digest not in known}
    with ReadingPool(question, limits) as pool:
        pool.give(
            (digests[path], real.get(path) or path.resolve())
            for path in paths
            if first_of.get(digests.get(path)) is path
        )
        if first_of and meanwhile:
            meanwhile()
        for path in paths:
            line = unopened[path]
            if path in digests:
                digest = digests[path]
                if digest not in known and digest not in parsed:
                    parsed[digest] = pool.take(digest)
                line = known.get(digest) or parsed[digest]
            yield _read_file(line)
    if cache and cache.keep and (parsed or len(known) < cache.size()):
        # By the hash of what was read, which is another one where the file changed meanwhile.
        cache.put([line for line in parsed.values() if line.sha256 and line.signal != PASSING], set(wanted))


def _read_file(line: Line) -> ReadFile:
    entry, contacts = json.loads(line.entry), json.loads(line.contacts)
    reason = Unreadable(*entry["unreadable"]) if "unreadable" in entry else None
    replies = (
        reply_from_json(reply | private) for reply, private in zip(entry.get("replies", ()), contacts, strict=True)
    )
    return ReadFile(line.sha256 or None, tuple(replies), reason)


def _without_opening(path: Path, real: Path | None, real_folder: Path, limits: Limits) -> Line:
    """The hash of a file, with an entry only where it is not to be opened at all; `real` is None for a link."""
    try:
        if not (real or path.resolve()).is_relative_to(real_folder):
            return _refused("", "unreadable_file", "a link that leads out of the folder", "a file in the folder")
        if not path.is_file():
            return _refused("", "unreadable_file", "not an ordinary file", "a file")
        digest, size = sha256_of(path), path.stat().st_size
    except (OSError, RuntimeError) as error:
        found = getattr(error, "strerror", None) or "a link to itself"
        return _refused("", "unreadable_file", found, "a file that can be read")
    if size > limits.file_bytes:
        return _refused(digest, "file_too_large", f"{size:,} bytes", f"at most {limits.file_bytes:,} bytes")
    return Line(digest, "", "[]")


def _refused(digest: str, code: str, found: str, expected: str) -> Line:
    return Line(digest, json.dumps(refused(code, found, expected)), "[]")
