"""Drafts of a meeting as they were made before: the same answer is not drafted twice, and often no tagger is loaded.

Keeps out: drafting (`drafting/`), and the file (`storage/kept.py`).
"""

import hashlib
import json
import zlib
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from pathlib import Path

from pipeline.note.drafting.changes import Change
from pipeline.note.drafting.draft import Draft, draft
from pipeline.raw.respondents import Respondent
from pipeline.storage import kept
from pipeline.storage.provenance import program_version


class KeptDrafts:
    """Drafts as `draft` makes them, from a file where they are known; those asked for are kept by `keep`."""

    def __init__(self, path: Path) -> None:
        self._path, self._base = path, program_version()
        self._known = kept.rows(path, self._base)
        self._new: dict[str, bytes] = {}
        self._used: set[str] = set()
        # A note that is cut to its limit is composed several times, most of it each time the same.
        self._given: dict[tuple, Draft] = {}

    def __call__(
        self,
        text: str,
        respondent: Respondent,
        position: int,
        submitted: date | None,
        exempt: tuple[str, ...],
        keep: frozenset[int] | None,
    ) -> Draft:
        asked = (text, respondent, position, submitted, exempt, keep)
        if asked not in self._given:
            self._given[asked] = self._kept_or_made(*asked)
        return self._given[asked]

    def _kept_or_made(self, *asked) -> Draft:
        text, respondent, position, submitted, exempt, keep = asked
        numbers = sorted(keep) if keep is not None else None
        told = [text, _all_of(respondent), position, str(submitted), exempt, numbers]
        digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
        self._used.add(digest)
        if found := _draft_of(self._known.get(digest) or self._new.get(digest)):
            return found
        made = draft(*asked)
        # Its changes hold the answer many times over: packed they take a fifth.
        self._new[digest] = zlib.compress(json.dumps(vars(made), ensure_ascii=False).encode(), 1)
        return made

    def keep(self) -> None:
        """Write what is new, and drop what was not asked for."""
        if self._new or self._known.keys() - self._used:
            kept.keep(self._path, self._base, self._new, self._used)


@lru_cache(maxsize=10_000)
def _all_of(respondent: Respondent) -> str:
    return json.dumps(asdict(respondent))


def _draft_of(entry: bytes | None) -> Draft | None:
    """A draft from its entry, or None where there is none that can be read."""
    try:
        found = json.loads(zlib.decompress(entry or b""))
        return Draft(
            text=found["text"],
            sentences=tuple((number, sentence) for number, sentence in found["sentences"]),
            doubts=tuple(found["doubts"]),
            dropped=tuple(found["dropped"]),
            foreign=tuple(found["foreign"]),
            changes=tuple(Change(*one) for one in found["changes"]),
        )
    except (ValueError, KeyError, TypeError, zlib.error):
        return None
