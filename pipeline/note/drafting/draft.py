"""An answer becomes a draft in reported speech: attributed to its respondent, in the third person and the past.

Deterministic; nothing is added but the opening, a subject that was left out and what "yes" or "not yet" stands for,
and every change is recorded (docs/rules.md, "Drafts"). Keeps out: which answers get a draft (`note/paragraphs.py`), and
the rules (the other files of this room, `note/style.py`).
"""

import re
from dataclasses import dataclass, field
from datetime import date

from pipeline.note.drafting.changes import Change, changed, in_turn
from pipeline.note.drafting.opening import by_turn, is_reported, reports_itself
from pipeline.note.drafting.sentences import YES_OR_NO, is_foreign, left_out, preamble, said_in_full, sentence_places
from pipeline.note.drafting.subjects import RULE as SUBJECT
from pipeline.note.drafting.telling import Telling
from pipeline.note.style import put_right
from pipeline.raw.respondents import Respondent
from pipeline.text.figures import figures_in

_ANEW = Telling()


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


def draft(
    text: str,
    respondent: Respondent,
    turn: int,
    submitted: date | None = None,
    exempt: tuple[str, ...] = (),
    keep: frozenset[int] | None = None,
    telling: Telling = _ANEW,
) -> Draft:
    """Draft the paragraph of one answer.

    `turn` says which of the openings it has where its first sentence chooses none (`opening.turn_of`).
    `submitted` is the day of the reply, by which "this year" becomes a year. `exempt` are texts that house style leaves
    alone: those of the recommendations. `keep` are the numbers of the sentences that stay, from 1; None: all.
    `telling` tells the sentences.
    """
    flat = telling.run_in(text)
    found: list[Change] = [Change("run in", 0, text, flat)] if flat != text else []
    chosen = _chosen(flat, keep, telling)
    found += in_turn(chosen.changes)
    edits, doubts = _told(changed(text, found), chosen.parts, respondent, turn, submitted, telling)
    found += in_turn(edits)
    told = changed(text, found)
    end = re.search(r"[.!?][”\"’)]*$|[.!?”\"]\s*$", told)
    if not end:
        found.append(Change("full stop", len(told), "", "."))
    elif told != told.rstrip():
        found.append(Change("full stop", len(told.rstrip()), told[len(told.rstrip()) :], ""))
    found += put_right(changed(text, found), exempt)
    if chosen.without_substance:
        doubts.append("nothing of substance")
    return Draft(
        text=changed(text, found),
        sentences=tuple(chosen.sentences),
        doubts=tuple(dict.fromkeys(doubts)),
        dropped=tuple(chosen.dropped),
        foreign=tuple(chosen.foreign),
        changes=tuple(found),
    )


@dataclass
class _Chosen:
    """The sentences of an answer that are told, as they stand in it, and as `parts` without what opens them idly.

    `changes` take out all others; `without_substance`: none of them says anything, and all are told.
    """

    sentences: list[tuple[int, str]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    without_substance: bool = False


def _chosen(flat: str, keep: frozenset[int] | None, telling: Telling) -> _Chosen:
    """What is told of an answer that has been run in."""
    chosen, places = _Chosen(), list(enumerate(sentence_places(flat), start=1))
    with_substance = {number for number, (_, sentence) in places if not _says_nothing(sentence)}
    chosen.without_substance = not with_substance
    # Where no sentence says anything, all of them stay for an editor to see.
    stays = with_substance or {number for number, _ in places}
    for number, (at, sentence) in places:
        if number in stays and (keep is None or number in keep):
            start = preamble(sentence)
            word, full = said_in_full(sentence)
            if start and not word:
                word, full = said_in_full(sentence[len(start) :])  # "Yes, partly."
                word = full and start + word
            if word:
                chosen.changes.append(Change("said in full", at, word, full))
                chosen.sentences.append((number, sentence))
                chosen.parts.append(full + sentence[len(word) :])
                continue
            part = sentence[len(start) :]
            head = telling.subject_left_out(part[0].upper() + part[1:])
            if start or head or (chosen.parts and part[0].islower()):
                # What now stands first has a capital; in the first sentence it comes to stand behind an opening.
                cut, put = head or (1, part[0].upper() if chosen.parts else part[0])
                rule = "left out" if start else SUBJECT if head else "capital"
                chosen.changes.append(Change(rule, at, flat[at : at + len(start) + cut], put))
                part = put + part[cut:]
            chosen.sentences.append((number, sentence))
            chosen.parts.append(part)
            continue
        if is_foreign(sentence):
            chosen.foreign.append(sentence)
        elif number not in with_substance and not YES_OR_NO.fullmatch(sentence):
            chosen.dropped.append(sentence)
        end = at + len(sentence)
        blank = len(flat[end:]) - len(flat[end:].lstrip())
        rule = "cut to fit" if number in with_substance else "left out"
        chosen.changes.append(Change(rule, at, flat[at : end + blank], ""))
    return chosen


def _told(
    flat: str, parts: list[str], respondent: Respondent, turn: int, submitted: date | None, telling: Telling
) -> tuple[list[Change], list[str]]:
    """The changes that make reported speech of the parts of a text, and words for an editor."""
    edits: list[Change] = []
    doubts: list[str] = []
    at, known = 0, False
    for number, part in enumerate(parts):
        at = flat.index(part, at)
        first = number == 0
        if first and is_reported(part, respondent):
            known = True
        else:
            opens = first and not reports_itself(part, respondent)
            told = telling.told(part, respondent, submitted, first=opens, known=known)
            edits += [change._replace(at=at + change.at) for change in told.changes]
            doubts += told.doubts
            if opens:
                edits.append(Change("opening", at, "", told.opening or by_turn(respondent, turn)))
            known = told.by_us
        at += len(part)
    return edits, doubts


def _says_nothing(sentence: str) -> bool:
    """Whether a sentence is none that a draft tells."""
    return left_out(sentence) or bool(YES_OR_NO.fullmatch(sentence)) or is_foreign(sentence)
