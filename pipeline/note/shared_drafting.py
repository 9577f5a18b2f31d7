"""The drafts of a meeting that are new, made on all cores before the note is composed of them.

Keeps out: drafting (`drafting/`), what is kept of it (`kept_drafts.py`), and the note (`compose.py`).
"""

from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

from pipeline.note.drafting.draft import Draft
from pipeline.note.kept_drafts import KeptDrafts
from pipeline.note.paragraphs import DESERVES_PARAGRAPH, responses
from pipeline.processes import at_once, side_by_side
from pipeline.raw.editorial import Edit
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register, Respondent

# Until a helper is there, half of so many drafts are made.
_WORTH_A_PROCESS = 300
# Drafts given to a helper at once: few enough that nobody waits long for another at the end.
_SHARE = 40

# What a draft is asked for with: text, respondent, turn, day of the reply, exempt texts, sentences that stay.
Asked = tuple[str, Respondent, int, date | None, tuple[str, ...], frozenset[int] | None]


def draft_on_all_cores(
    drafted: KeptDrafts,
    meeting: Meeting,
    register: Register,
    answers: pl.DataFrame,
    replies: pl.DataFrame,
    edits: Mapping[tuple[str, str], Edit],
) -> None:
    """Make the drafts of whole answers of which `drafted` knows nothing, where they are many; it knows them then.

    `answers` and `replies` are the meeting's core.answers and core.replies. Where a helper dies, what it had is
    left for the one that composes the note.
    """
    cores = at_once()
    texts = answers.filter(DESERVES_PARAGRAPH)["text"]
    # Some of these have an editor's text, or no place in the note: what is asked for takes longer to tell.
    if cores == 1 or sum(not drafted.knows(text) for text in texts) < _WORTH_A_PROCESS:
        return
    new = [asked for asked in _asked_for(meeting, register, answers, replies, edits) if not drafted.knows(asked[0])]
    if len(new) < _WORTH_A_PROCESS:
        return
    shares = [new[first : first + _SHARE] for first in range(0, len(new), _SHARE)]
    with side_by_side(cores - 1) as helpers:
        try:
            given = [helpers.submit(_made_apart, drafted.path, share) for share in shares]
            # From the other end: what no helper has begun is made here.
            for share, elsewhere in zip(shares[::-1], given[::-1], strict=True):
                if elsewhere.cancel():
                    _make(drafted, share)
                else:
                    drafted.add(elsewhere.result())
        except BrokenProcessPool:
            pass
        finally:
            # Who stops the run does not wait for what nobody has begun.
            helpers.shutdown(cancel_futures=True)


def _asked_for(
    meeting: Meeting,
    register: Register,
    answers: pl.DataFrame,
    replies: pl.DataFrame,
    edits: Mapping[tuple[str, str], Edit],
) -> list[Asked]:
    """What drafts the note of whole answers asks for; each once."""
    asked: dict[Asked, None] = {}

    def note_down(*one) -> Draft:
        asked[one] = None
        return Draft("", (), ())

    responses(meeting, register, answers, replies, edits, {}, note_down)
    return list(asked)


def _make(drafted: KeptDrafts, share: list[Asked]) -> None:
    for asked in share:
        drafted(*asked)


def _made_apart(path: Path, share: list[Asked]) -> dict[str, bytes]:
    """The entries of a share, made by a helper."""
    drafted = _drafted(path)
    _make(drafted, share)
    return drafted.handed_over()


_drafted = cache(KeptDrafts)
