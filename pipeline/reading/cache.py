"""Parsed replies of a meeting by what was read with what: an unchanged file is not parsed twice.

Contact data lies apart, in private/. All of it can be deleted. Keeps out: reading (`files.py`).
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from pipeline.config import Limits, Workspace
from pipeline.reading.reply import Question
from pipeline.reading.worker import Line
from pipeline.storage import kept
from pipeline.storage.provenance import program_version

# Before an entry: its contact data lies in private/.
_PRIVATE = "private "


def base_key(question: Question, limits: Limits) -> str:
    """One hash for all that is the same for every file of a meeting: the question, the limits, the readers."""
    return hashlib.sha256(json.dumps([program_version(), asdict(question), asdict(limits)]).encode()).hexdigest()


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
        entries, contacts = (kept.rows(path, self.base) for path in self.paths)
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
                kept.keep(path, self.base, rows, used, private=private)


def _none(entry: str) -> str:
    """No contact data, for each reply of an entry."""
    return json.dumps([{}] * len(json.loads(entry).get("replies", ())))
