"""An answer becomes a draft in reported speech: attributed to its respondent, in the third person and the past.

Deterministic; nothing is added but the opening, and every change is recorded (docs/rules.md, "Drafts"). Keeps out:
which answers get a draft (`note/paragraphs.py`), and the rules (the other files of this room, `note/style.py`).
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import sentencex

from pipeline.note.drafting.backshift import back_shifted
from pipeline.note.drafting.changes import Change, changed, in_turn
from pipeline.note.drafting.opening import is_reported, opened
from pipeline.note.drafting.person import third_person
from pipeline.note.drafting.sentences import YES_OR_NO, is_foreign, left_out, preamble, run_in, time_words
from pipeline.note.drafting.tagging import apart, words_of
from pipeline.note.drafting.verbs import finite_verbs
from pipeline.note.style import put_right
from pipeline.raw.respondents import Respondent
from pipeline.text.figures import figures_in


@dataclass(frozen=True)
class Draft:
    """A draft paragraph.

    `sentences` are those of the answer that it tells, with their numbers from 1; `doubts` are words an editor has to
    look at, `dropped` sentences that say nothing for a note, `foreign` those in another language. `changes` lead from
    the answer's text to the draft, one behind the other.
    """

    text: str
    sentences: tuple[tuple[int, str], ...]
    doubts: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def years(self) -> set[str]:
        """Years that stand in the place of "this year" and the like."""
        return {year for change in self.changes if change.rule == "time" for year in figures_in(change.after)}


@lru_cache(maxsize=20_000)  # a note that is cut to its limit asks for nearly all of its drafts again
def draft(
    text: str,
    respondent: Respondent,
    position: int,
    submitted: date | None = None,
    exempt: tuple[str, ...] = (),
    keep: frozenset[int] | None = None,
) -> Draft:
    """Draft the paragraph of one answer.

    `position` is the paragraph's place under its recommendation, from 0: it chooses the opening, not chance.
    `submitted` is the day of the reply, by which "this year" becomes a year. `exempt` are texts that house style leaves
    alone: those of the recommendations. `keep` are the numbers of the sentences that stay, from 1; None: all.
    """
    flat = run_in(text)
    found: list[Change] = [Change("run in", 0, text, flat)] if flat != text else []
    edits: list[Change] = []
    doubts: list[str] = []
    dropped: list[str] = []
    foreign: list[str] = []
    told_parts: list[tuple[int, str]] = []
    places = _places(flat)
    telling = {number for number, (_, sentence) in enumerate(places, start=1) if not _says_nothing(sentence)}
    # Where no sentence says anything, all of them stay for an editor to see.
    stays = (telling or set(range(1, len(places) + 1))) & (set(range(1, len(places) + 1)) if keep is None else keep)
    opening, known = "", False
    for number, (at, sentence) in enumerate(places, start=1):
        if number not in stays:
            if is_foreign(sentence):
                foreign.append(sentence)
            elif number not in telling and not YES_OR_NO.fullmatch(sentence):
                dropped.append(sentence)
            end = at + len(sentence)
            blank = len(flat[end:]) - len(flat[end:].lstrip())
            rule = "cut to fit" if number in telling else "left out"
            edits.append(Change(rule, at, flat[at : end + blank], ""))
            continue
        told_parts.append((number, sentence))
        if says_nothing := preamble(sentence):
            edits.append(Change("left out", at, says_nothing, ""))
            at, sentence = at + len(says_nothing), sentence[len(says_nothing) :]
        first = not opening
        if first and is_reported(sentence, respondent):
            opening, known = " ", True
            continue
        own, doubtful, head = _reported(sentence, respondent, position, submitted, first=first, known=known)
        known = words_of(sentence)[:1] != () and words_of(sentence)[0].small in ("we", "i")
        edits += [change._replace(at=at + change.at) for change in own]
        doubts += doubtful
        if first:
            opening = head or " "
            edits.append(Change("opening", at, "", head))
    found += in_turn(edits)
    told = changed(text, found)
    end = re.search(r"[.!?][”\"’)]*$|[.!?”\"]\s*$", told)
    if not end:
        found.append(Change("full stop", len(told), "", "."))
    elif told != told.rstrip():
        found.append(Change("full stop", len(told.rstrip()), told[len(told.rstrip()) :], ""))
    found += put_right(changed(text, found), exempt)
    if not telling:
        doubts.append("nothing of substance")
    return Draft(
        changed(text, found),
        tuple(told_parts),
        tuple(dict.fromkeys(doubts)),
        tuple(dropped),
        tuple(foreign),
        tuple(found),
    )


def _says_nothing(sentence: str) -> bool:
    """Whether a sentence is none that a draft tells."""
    return left_out(sentence) or bool(YES_OR_NO.fullmatch(sentence)) or is_foreign(sentence)


def _reported(
    sentence: str, respondent: Respondent, position: int, submitted: date | None, *, first: bool, known: bool
) -> tuple[list[Change], list[str], str]:
    """The changes of one sentence, words for an editor, and the opening where it is the first."""
    words = words_of(sentence)
    verbs = finite_verbs(words)
    head: list[Change] = []
    opening = ""
    if first:
        head, opening = opened(sentence, words, verbs, respondent, position)
    persons, doubts = third_person(sentence, words, respondent, first=first, known=known)
    shifts, unsure = back_shifted(sentence, words, verbs, first=first)
    times, relative = time_words(sentence, words, submitted)
    if first and not verbs:
        doubts.append("a sentence without a verb")
    if len(words) > 3 and sentence.isupper():
        doubts.append("a sentence in capitals")
    doubts += [word.text for word in words if word.small in ("you", "your") and not word.quoted]
    # The small letter of a first word gives way to whatever else becomes of that word; a "we" that goes does not.
    goes = bool(head) and not head[0].after
    rest = [*persons, *shifts, *times, *apart(sentence, words)]
    own = [*head, *rest] if goes else [*rest, *head]
    if first and opening:
        own = [_small(change) if change.at == 0 and change.rule != "opening" else change for change in own]
    return in_turn(own)[::-1], [*doubts, *unsure, *relative], opening


def _small(change: Change) -> Change:
    """A change of the first word of a sentence that no longer stands first."""
    return change._replace(after=change.after[:1].lower() + change.after[1:])


def _places(flat: str) -> list[tuple[int, str]]:
    """The sentences of a text, each with its place."""
    found, at = [], 0
    for one in sentencex.segment("en", flat):
        sentence = one.strip()
        if sentence:
            at = flat.index(sentence, at)
            found.append((at, sentence))
            at += len(sentence)
    return found
