"""One sentence in reported speech, and an answer's lines as one paragraph: all of a draft that needs the tagger.

It follows from the sentence, the respondent and the day alone, so that it can be kept (`note/kept_drafts.py`). Keeps
out: which sentences are told, and how they make a draft (`draft.py`).
"""

import re
from datetime import date
from typing import NamedTuple

from pipeline.note.drafting import sentences, subjects
from pipeline.note.drafting.backshift import back_shifted
from pipeline.note.drafting.changes import Change, in_turn
from pipeline.note.drafting.left_out_verb import verb_left_out
from pipeline.note.drafting.missed_verbs import is_known
from pipeline.note.drafting.opening import of_things, opened
from pipeline.note.drafting.person import third_person
from pipeline.note.drafting.readings import read
from pipeline.note.drafting.tagging import Verb, Word, apart
from pipeline.note.drafting.verb_forms import past
from pipeline.note.drafting.verbs import finite_verbs
from pipeline.raw.respondents import Respondent

# Words that make no sentence: of a heading, or behind others without a verb; and what may be one not told as such.
_SHORT, _MAY_BE_PAST = 5, ("VVN", "VVD")

# What is meant to be done is left to the sentence before.
_BREAKS_OFF = re.compile(r"\b(?:aims?|expects?|hopes?|intends?|needs?|plans?|wants?|wish(?:es)?) to\W*$", re.I)


class Told(NamedTuple):
    """What makes reported speech of a sentence: its changes, the first place first, and words for an editor to look at.

    `opening` stands before the first sentence of a draft; empty where the paragraph's turn chooses one. `by_us`: the
    respondent itself speaks, "we" or "I".
    """

    changes: tuple[Change, ...]
    doubts: tuple[str, ...]
    opening: str
    by_us: bool


def load_lexica() -> None:
    """Load the tagger and the lexica, which takes a third of a second, before they are asked."""
    read("Lamps")
    past("light")


class Telling:
    """How texts are told, each made anew."""

    def run_in(self, text: str) -> str:
        """The lines of an answer as one paragraph."""
        return sentences.run_in(text)

    def subject_left_out(self, sentence: str) -> subjects.Head | None:
        """The head of a sentence that leaves out its subject or its "was"; None where it has them, or none is told."""
        return subjects.subject_left_out(sentence) or verb_left_out(sentence)

    def told(self, sentence: str, respondent: Respondent, submitted: date | None, *, first: bool, known: bool) -> Told:
        """A sentence in reported speech.

        `first`: it opens a draft. `known`: the sentence before it has said whose deeds these are.
        """
        words = read(sentence)
        verbs = finite_verbs(words)
        head, opening = opened(sentence, words, verbs, respondent) if first else ([], "")
        if first and not opening and not (verbs or _may_have_verb(words[1:]) or sentence.isupper()):
            opening = of_things(respondent)
        persons, doubts = third_person(sentence, words, verbs, respondent, first=first, known=known)
        shifts, unsure = back_shifted(sentence, words, verbs, first=first)
        times, relative = sentences.time_words(sentence, words, submitted)
        doubts += _doubts_about(sentence, words, verbs, first=first)
        # The small letter of a first word gives way to whatever else becomes of that word; a "we" that goes does not.
        goes = bool(head) and not head[0].after
        rest = [*persons, *shifts, *times, *apart(sentence, words)]
        own = [*head, *rest] if goes else [*rest, *head]
        if first:
            own = [_small(change) if change.at == 0 and change.rule != "opening" else change for change in own]
        by_us = bool(words) and words[0].small in ("we", "i")
        return Told(tuple(in_turn(own)[::-1]), (*doubts, *unsure, *relative), opening, by_us)


def _doubts_about(sentence: str, words: tuple[Word, ...], verbs: list[Verb], *, first: bool) -> list[str]:
    """What of a sentence makes no good one in reported speech, in words for an editor."""
    found = []
    if not verbs and (first or (len(words) > _SHORT and not _may_have_verb(words))):
        found.append("a sentence without a verb")
    heading = next((at for at, word in enumerate(words[: _SHORT + 1]) if word.text == ":"), None)
    if first and heading and verbs and verbs[0].at > heading + 1:  # "The Agency: inspects ports" has its subject there
        found.append("a heading before a sentence")
    if len(words) > 2 and words[0].small == "we" and words[1].text == "," and words[2].tag in ("AT0", "DPS"):
        found.append("words behind “we”")  # "We, the officers of the port, check ships"
    if verbs and verbs[0].at == 0:
        found.append("a sentence without a subject")
    if verbs and _may_be_two_nouns(words, verbs[0].at):
        found.append(f"{words[verbs[0].at].text} {words[verbs[0].at + 1].text}")
    if _BREAKS_OFF.search(sentence):
        found.append("a sentence that breaks off")  # "No, but we plan to."
    if len(words) > 3 and sentence.isupper():
        found.append("a sentence in capitals")
    return found + [word.text for word in words if word.small in ("you", "your") and not word.quoted]


def _may_have_verb(words: tuple[Word, ...]) -> bool:
    """Whether a word may be a verb in the past: "Seizures increased"."""
    return any(word.tag in _MAY_BE_PAST for word in words)


def _may_be_two_nouns(words: tuple[Word, ...], verb: int) -> bool:
    """Whether the first verb may be a plural, and the noun behind it the verb: "Health centres stock lamps"."""
    if not 0 < verb < len(words) - 2 or words[verb].tag != "VVZ" or not is_known(words[verb], "NOUN"):
        return False
    if any(word.tag not in ("NN1", "AJ0") for word in words[:verb]) or words[verb + 1].tag != "NN1":
        return False
    return is_known(words[verb + 1], "VERB") and words[verb + 2].tag in ("NN1", "NN2", "NP0", "AT0", "DPS", "PRP")


def _small(change: Change) -> Change:
    """A change of the first word of a sentence that no longer stands first."""
    return change._replace(after=change.after[:1].lower() + change.after[1:])
