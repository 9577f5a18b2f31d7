"""Parsed replies of a meeting by what was read with what: an unchanged file is not parsed twice.

Contact data lies apart, in private/. All of it can be deleted. Keeps out: reading (`files.py`).
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict
from functools import cache
from pathlib import Path

from pipeline.config import Limits, Workspace
from pipeline.reading.reply import Question
from pipeline.reading.worker import Line
from pipeline.storage.private import make_private_file
from pipeline.storage.provenance import code_fingerprint, versions

_WAIT_SECONDS = 30
# Before an entry: its contact data lies in private/.
_PRIVATE = "private "


@cache
def reader_version() -> str:
    """One hash for everything that decides what a reader makes of a file: sources and versions of libraries."""
    return hashlib.sha256(json.dumps([code_fingerprint(), versions()]).encode()).hexdigest()


def base_key(question: Question, limits: Limits) -> str:
    """One hash for all that is the same for every file of a meeting: the question, the limits, the readers."""
    return hashlib.sha256(json.dumps([reader_version(), asdict(question), asdict(limits)]).encode()).hexdigest()


class ReplyCache:
    """What was parsed for one meeting. A cache that cannot be read or written counts as empty.

    `keep`: new entries are written; without it the cache is only read.
    """

    def __init__(self, workspace: Workspace, meeting_id: str, question: Question, limits: Limits, *, keep: bool = True):
        self.keep = keep
        self.paths = (workspace.reply_cache(meeting_id), workspace.contact_cache(meeting_id))
        self.base = base_key(question, limits)
        self._held = 0

    def get(self, digests: Iterable[str]) -> dict[str, Line]:
        """What is known of files with these hashes."""
        entries, contacts = (_rows(path, self.base) for path in self.paths)
        self._held = len(entries)
        known = {}
        for digest in set(digests) & entries.keys():
            entry = entries[digest]
            private = entry.startswith(_PRIVATE)
            if not private or digest in contacts:
                found = contacts[digest] if private else _none(entry)
                known[digest] = Line(digest, entry.removeprefix(_PRIVATE), found)
        return known

    def size(self) -> int:
        """How many entries there were when it was asked."""
        return self._held

    def put(self, parsed: Iterable[Line], used: set[str]) -> None:
        """Keep what was parsed, and drop what no file of the meeting needs any more."""
        entries, contacts = {}, {}
        for line in parsed:
            private = any(json.loads(line.contacts))
            entries[line.sha256] = _PRIVATE + line.entry if private else line.entry
            if private:
                contacts[line.sha256] = line.contacts
        for path, rows, private in ((self.paths[0], entries, False), (self.paths[1], contacts, True)):
            if rows or path.exists():
                _keep(path, self.base, rows, used, private=private)


def _none(entry: str) -> str:
    """No contact data, for each reply of an entry."""
    return json.dumps([{}] * len(json.loads(entry).get("replies", ())))


def _rows(path: Path, base: str) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store:
            return dict(store.execute("select digest, entry from parsed where base = ?", (base,)))
    except sqlite3.Error:
        return {}


def _keep(path: Path, base: str, rows: dict[str, str], used: set[str], *, private: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if private:
        make_private_file(path)
    try:
        _write(path, base, rows, used)
    except sqlite3.DatabaseError:
        # Damaged or half of something: nothing is lost with it.
        path.unlink(missing_ok=True)
        if private:
            make_private_file(path)
        try:
            _write(path, base, rows, used)
        except sqlite3.Error:
            path.unlink(missing_ok=True)


def _write(path: Path, base: str, rows: dict[str, str], used: set[str]) -> None:
    with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as store, store:
        # What is taken out is overwritten: nothing of a reply that was taken away stays in the file.
        store.execute("pragma secure_delete = on")
        store.execute(
            "create table if not exists parsed (base text, digest text, entry text, primary key (base, digest))"
        )
        store.execute("delete from parsed where base <> ?", (base,))
        gone = [(digest,) for (digest,) in store.execute("select digest from parsed") if digest not in used]
        store.executemany("delete from parsed where digest = ?", gone)
        store.executemany("insert or replace into parsed values (?, ?, ?)", [(base, *row) for row in rows.items()])
