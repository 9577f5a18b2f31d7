"""Drafts of a meeting's answers as they were made before, the sentences in them, and what house style has to say.

A draft hangs on which of its sentences stay, and on its neighbours for its opening; a sentence does not, so that a
reply which comes in late has none told anew but its own, and often no tagger is loaded. Keeps out: drafting
(`drafting/`), and the file (`storage/kept.py`).
"""

import hashlib
import json
import zlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pipeline.note.drafting.changes import Change
from pipeline.note.drafting.draft import Draft, draft
from pipeline.note.drafting.subjects import Head
from pipeline.note.drafting.telling import Telling, Told
from pipeline.note.style import Offer, offers
from pipeline.raw.respondents import Respondent
from pipeline.storage import kept
from pipeline.storage.provenance import program_version

_Made = TypeVar("_Made")


class KeptDrafts(Telling):
    """Drafts as `draft` makes them, from a file where they are known; those asked for are kept by `keep`."""

    def __init__(self, path: Path) -> None:
        self.path, self._base = path, program_version()
        self._known = kept.rows(path, self._base)
        self._new: dict[str, bytes] = {}
        self._used: set[str] = set()
        # The sentences of the draft that is being made.
        self._sentences: list[str] = []
        # A note that is cut to its limit is composed several times, most of it each time the same.
        self._given: dict[tuple, Draft] = {}

    def __call__(
        self,
        text: str,
        respondent: Respondent,
        turn: int,
        submitted: date | None,
        exempt: tuple[str, ...],
        keep: frozenset[int] | None,
    ) -> Draft:
        asked = (text, respondent, turn, submitted, exempt, keep)
        if asked not in self._given:
            self._given[asked] = self._kept_or_made(*asked)
        return self._given[asked]

    def _kept_or_made(self, *asked) -> Draft:
        text, respondent, turn, submitted, exempt, keep = asked
        numbers = sorted(keep) if keep is not None else None
        digest = _digest(text, _all_of(respondent), turn, str(submitted), _all_exempt(exempt), numbers)
        self._used.add(digest)
        if entry := self._entry(digest, _draft_of):
            made, sentences = entry
            # They stay with the draft that has them, for one that will have them in another place.
            self._used.update(sentences)
            return made
        self._sentences = []
        made = draft(*asked, telling=self)
        self._put(digest, vars(made) | {"made_of": self._sentences})
        return made

    def run_in(self, text: str) -> str:
        """The lines of an answer as one paragraph, as they were run in before."""
        digest = self._one_of_draft(text)
        if (entry := self._entry(digest, _text_of)) is not None:
            return entry
        made = super().run_in(text)
        self._put(digest, made)
        return made

    def subject_left_out(self, sentence: str) -> Head | None:
        """The head of a sentence that leaves out its subject, as it was found before."""
        digest = self._one_of_draft("subject", sentence)
        if (entry := self._entry(digest, _heads_of)) is not None:
            return entry[0] if entry else None
        made = super().subject_left_out(sentence)
        self._put(digest, [made] if made else [])
        return made

    def told(self, sentence: str, respondent: Respondent, submitted: date | None, *, first: bool, known: bool) -> Told:
        """A sentence in reported speech, as it was told before."""
        digest = self._one_of_draft(sentence, _all_of(respondent), str(submitted), first, known)
        if entry := self._entry(digest, _told_of):
            return entry
        made = super().told(sentence, respondent, submitted, first=first, known=known)
        self._put(digest, made)
        return made

    def offers(self, text: str, exempt: tuple[str, ...]) -> tuple[Offer, ...]:
        """What house style has to say of a paragraph, as it was found before."""
        digest = _digest("style", text, _all_exempt(exempt))
        self._used.add(digest)
        if (entry := self._entry(digest, _offers_of)) is not None:
            return entry
        made = offers(text, exempt)
        self._put(digest, made)
        return made

    def knows(self, text: str) -> bool:
        """Whether an answer was drafted before; where, and which of its sentences, is another matter."""
        digest = _digest(text)
        return digest in self._known or digest in self._new

    def handed_over(self) -> dict[str, bytes]:
        """What was made since it was last handed over, for `add` of another one."""
        made, self._new = self._new, {}
        self._known |= made
        return made

    def add(self, made: dict[str, bytes]) -> None:
        """Know what another process has made."""
        self._new |= made

    def _one_of_draft(self, *asked) -> str:
        digest = _digest(*asked)
        self._used.add(digest)
        self._sentences.append(digest)
        return digest

    def _entry(self, digest: str, read: Callable[[object], _Made]) -> _Made | None:
        """What was made before, or None where there is nothing that can be read."""
        try:
            return read(json.loads(zlib.decompress(self._known.get(digest) or self._new.get(digest) or b"")))
        except (ValueError, KeyError, TypeError, zlib.error):
            return None

    def _put(self, digest: str, made: object) -> None:
        # Changes hold an answer many times over: packed they take a fifth.
        self._new[digest] = zlib.compress(json.dumps(made, ensure_ascii=False).encode(), 1)

    def keep(self) -> None:
        """Write what is new, and drop what was not asked for."""
        if self._new or self._known.keys() - self._used:
            kept.keep(self.path, self._base, self._new, self._used)


def _digest(*asked) -> str:
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()


@lru_cache(maxsize=10_000)
def _all_of(respondent: Respondent) -> str:
    return json.dumps(asdict(respondent))


@lru_cache(maxsize=10)
def _all_exempt(texts: tuple[str, ...]) -> str:
    """In place of the recommendations of a meeting, which are the same for all of its drafts and long."""
    return _digest(texts)


# What was made from its entry; each raises ValueError, KeyError or TypeError where the entry is none of it.


def _draft_of(entry: dict) -> tuple[Draft, list[str]]:
    made = Draft(
        text=entry["text"],
        sentences=tuple((number, sentence) for number, sentence in entry["sentences"]),
        doubts=tuple(entry["doubts"]),
        dropped=tuple(entry["dropped"]),
        foreign=tuple(entry["foreign"]),
        changes=tuple(Change(*one) for one in entry["changes"]),
    )
    return made, list(entry["made_of"])


def _text_of(entry: str) -> str:
    if not isinstance(entry, str):
        raise TypeError(f"no text: {entry!r}")
    return entry


def _heads_of(entry: list) -> list[Head]:
    """One head; none where the sentence has its subject."""
    if not isinstance(entry, list):
        raise TypeError(f"no list: {entry!r}")
    return [Head(int(cut), str(put)) for cut, put in entry]


def _offers_of(entry: list) -> tuple[Offer, ...]:
    if not isinstance(entry, list):
        raise TypeError(f"no list: {entry!r}")
    return tuple(Offer(*one) for one in entry)


def _told_of(entry: list) -> Told:
    changes, doubts, opening, by_us = entry
    return Told(tuple(Change(*one) for one in changes), tuple(doubts), str(opening), bool(by_us))
