"""Verbs that the tagger took for nouns or adjectives, clause by clause.

A clause has a verb: where none was found, the word is looked for that can be one, behind its subject and before its
object. Keeps out: the verbs that are found (`verbs.py`).
"""

from itertools import pairwise
from typing import NamedTuple

from pipeline.note.drafting.tagging import Verb, Word
from pipeline.note.drafting.verb_forms import in_lexicon
from pipeline.note.wording import WORDING

# What a verb's object may begin with.
_OBJECTS = ("NN1", "NN2", "NN0", "AT0", "DPS", "DT0", "AJ0", "AJC", "CRD", "NP0")
# The same, where the verb itself is in doubt: what shows it, and what may follow two nouns as well.
_DETERMINERS = ("AT0", "DPS", "DT0")
_FOLLOWS = ("NN2", *_DETERMINERS)
_MAY_FOLLOW = (*_FOLLOWS, "NN1", "NN0", "AJ0")
NEVER_VERBS = frozenset(WORDING["never_verbs"].split())
_LIKE_NOUNS = frozenset(WORDING["verbs_like_nouns"].split())
# Plurals that stand before other nouns: "customs controls", "arms dealers".
PLURALS_BEFORE_NOUNS = frozenset(WORDING["plurals_before_nouns"].split())
# What a clause of its own begins with.
_OPENS = ("AT0", "DPS", "DT0", "CRD", "PNP", "PNI", "NP0", "NN1", "NN2", "NN0", "AJ0", "ORD", "EX0")
# What a clause ends with before the verb of the one that it stands in.
_ENDS_CLAUSE = ("VVI", "VVB", "NN2", "NP0", "AV0")
# What stands before a subject, up to a comma.
_AHEAD = ("PRP", "AV0", "CJS", "TO0", "VVG", "VVN")
_OBJECT_PRONOUNS = ("it", "them", "him", "her", "us", "me")
# What the tagger takes for prepositions before an object: "hand over ropes".
_PARTICLES = ("over", "out", "up", "off")
# What stands before a number that is not exact: "arrest about 40 couriers".
_SOME = ("about", "around", "nearly", "over", "roughly", "some")
_INFINITIVES = ("VVI", "VBI", "VHI", "VDI")


class Missed(NamedTuple):
    """A verb by its place in the sentence's words, with its tag."""

    at: int
    tag: str


def missed_verb(words: tuple[Word, ...], found: list[Verb]) -> Missed | None:
    """The first verb that was taken for something else; None where every clause has its own."""
    at = _in_first_clause(words, found)
    if at is not None:
        # What a verb is that was taken for a noun, an adjective or a participle.
        return Missed(at, {"NN1": "VVB", "AJ0": "VVD", "VVN": "VVD"}.get(words[at].tag, "VVZ"))
    main = [verb for verb in found if not verb.dependent]
    for start, end in _clauses(words, main):
        if not any(start <= verb.at < end for verb in main):
            at = _verb_of_clause(words, start, end)
            if at is not None:
                return Missed(at, "VVZ" if words[at].tag == "NN2" else "VVB")
    return None


def _clauses(words: tuple[Word, ...], main: list[Verb]) -> list[tuple[int, int]]:
    """The clauses of a sentence that could stand alone, each from its subject on.

    They are parted by semicolons, by a conjunction behind a comma, or by one before a verb with a subject of its own.
    Those behind a colon are left out, as lists mostly have no verbs.
    """
    last = next((at for at, word in enumerate(words) if word.text == ":"), len(words))
    joints = [at for at in range(last) if words[at].tag == "CJC"]
    own = {max((at for at in joints if at < verb.at), default=0) for verb in main if not verb.joined}
    behind_comma = {at for at in joints if at and words[at - 1].text == ","}
    parts = sorted({at for at in range(last) if words[at].text == ";"} | behind_comma | own - {0})
    clauses = []
    for begins, end in pairwise([-1, *parts, last]):
        start = begins + 1
        if start + 1 < end and words[start].tag == "AV0" and words[start + 1].tag in ("DT0", "CRD"):
            start += 1  # "Nearly all ports"
        if start < end and words[start].tag in _AHEAD:  # "For its part, the Ministry …"
            start = next((at + 1 for at in range(start, end) if words[at].text == ","), end)
        if start < end and words[start].tag in _OPENS:
            clauses.append((start, end))
    return clauses


def _verb_of_clause(words: tuple[Word, ...], start: int, end: int) -> int | None:
    """The place of the word that can be the verb of a clause that has none."""
    likely = (at for at in range(start + 1, end) if _is_clause_verb(words, start, at, end, _FOLLOWS))
    # "Border posts lack power": where nouns alone follow each other, the last that can be a verb.
    possible = (at for at in range(end - 1, start, -1) if _is_clause_verb(words, start, at, end, _MAY_FOLLOW))
    # A sentence may have its verb behind a plural as well: "The customs control parcels."
    return next(likely, next(possible, _behind_plural(words, end) if start == 0 else None))


def _is_clause_verb(words: tuple[Word, ...], start: int, at: int, end: int, objects: tuple[str, ...]) -> bool:
    """Whether a word can be the verb of a clause that has none; `objects` are the tags that show it behind."""
    word, last = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < end else None
    if following is None or word.quoted or word.small in NEVER_VERBS or not is_known(word, "VERB"):
        return False
    if last.small in ("these", "those") and word.tag == "NN1":
        # "Those support peace": such a noun would be a plural, or stand before one.
        behind = words[at + 2].tag if at + 2 < end else ""
        return following.tag in _DETERMINERS or (following.tag == "NN1" and behind[:2] != "NN")
    if last.tag in ("PRF", "PRP", *_DETERMINERS):
        return False
    commas = [before for before in range(start, at) if words[before].text == ","]
    if len(commas) == 2 and commas[1] == at - 1:  # "The centre, together with the university, studies trends"
        last = words[commas[0] - 1]
    elif commas or any(one.tag in _INFINITIVES for one in words[start:at]):
        return False
    else:
        last = _head(words, start, at)
    surely = _is_surely(words, at, end)
    if word.tag == "NN2":
        single = last.tag in ("NN1", "NP0", "PNI", "CRD") or last.small in NEVER_VERBS
        # "Monitors and controls imports"
        two = following.tag == "CJC" and at + 3 < end and is_known(words[at + 2], "VERB")
        follows = words[at + 3].tag if two and words[at + 2].tag in ("NN2", "VVZ") else following.tag
        return (single and follows in (*objects, "CRD")) or (surely and last.tag[:2] in ("NN", "CR"))
    if word.tag not in ("NN1", "AJ0") or not _are_several(words, start, at, last):
        return False
    return surely or following.tag in objects


def _is_surely(words: tuple[Word, ...], at: int, end: int) -> bool:
    """Whether what follows shows a verb: "hand down", "trust them", "report monthly", "arrest about 40 couriers"."""
    following, behind = words[at + 1], words[at + 2].tag if at + 2 < end else ""
    if following.small in _OBJECT_PRONOUNS or following.tag == "AVP" or following.small in _PARTICLES:
        return True
    if following.tag == "AV0" and following.small.endswith("ly"):
        return True
    return following.tag in ("AV0", "PRP") and behind == "CRD" and following.small in _SOME


def _are_several(words: tuple[Word, ...], start: int, at: int, last: Word) -> bool:
    """Whether the subject before a place, whose noun is `last`, is a plural or names two or more."""
    if last.small.endswith(("'s", "’s")):
        return False
    if (last.tag == "NN2" and last.small not in PLURALS_BEFORE_NOUNS) or last.small in ("them", "us"):
        return True
    if last.tag == "VVG" and words[at - 2].small in ("those", "these"):
        return True
    if last.tag == "CRD" and last.small != "one" and words[at - 2].tag == "PRF":
        return True  # "teams of two"
    return words[at].tag == "NN1" and _are_two(words, start, at)


def _are_two(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Whether a subject names two, each with its article or as a name: "Alba and Duna", "the police and the courts"."""
    joint = next((at for at in range(start, end) if words[at].tag == "CJC"), None)
    if joint is None or joint + 1 >= end or any(one.tag in _AHEAD for one in words[start:end]):
        return False
    return (words[joint - 1].tag, words[joint + 1].tag) == ("NP0", "NP0") or words[joint + 1].tag in _DETERMINERS


def _head(words: tuple[Word, ...], start: int, at: int) -> Word:
    """The noun that a verb at this place has for its subject: "use" in "the use of drugs"."""
    before = at - 1
    while before > start and words[before].tag in ("NN1", "NN2", "NN0", "AJ0", "AT0", "DPS", "NP0"):
        before -= 1
    behind_of = words[before].tag == "PRF" and before > start and words[before - 1].tag in ("NN1", "NN2")
    return words[before - 1] if behind_of else words[at - 1]


def _behind_plural(words: tuple[Word, ...], end: int) -> int | None:
    fits = (at for at in range(1, end - 1) if words[at - 1].small in PLURALS_BEFORE_NOUNS)
    return next((at for at in fits if words[at].tag == "NN1" and is_known(words[at], "VERB")), None)


def _in_first_clause(words: tuple[Word, ...], found: list[Verb]) -> int | None:
    """The place of a first verb that was taken for a noun: "Customs checks containers and uses scanners"."""
    end = found[0].at if found else len(words)
    if found and all(verb.dependent for verb in found):
        # "Finding ropes that are old forms part of it": the main verb stands behind the clause.
        behind = reversed(range(found[-1].at + 1, len(words)))
        ahead = (at for at in range(1, found[0].at) if _is_subject(words, at))
        behind = (at for at in behind if words[at - 1].tag != "PRP" and may_be_verb(words, at, "NN2"))
        return next(ahead, _verb_of_several(words, found) or next(behind, None))
    if not found:
        plain = (at for at in range(2, end) if _is_plain_form(words, at))
        known = (at for at in range(1, end) if words[at].small in _LIKE_NOUNS and words[at].tag == "NN2")
        return next(plain, next(known, None))
    if found[0].joined and words[end].tag in ("VVZ", "VHZ", "VBZ", "VM0"):
        certain = (
            at for at in range(1, end) if words[at].tag == "NN2" and _is_clause_verb(words, 0, at, end, _OBJECTS)
        )
        return next((at for at in range(1, end) if may_be_verb(words, at, "NN2")), next(certain, None))
    if found[0].joined and words[end].tag in ("VVB", "VVI", "VHB"):  # "Workers counsel users and refer them"
        plain = (at for at in range(1, end) if words[at].tag != "NN2")
        return next((at for at in plain if _is_clause_verb(words, 0, at, end, _OBJECTS)), None)
    return None


def _verb_of_several(words: tuple[Word, ...], found: list[Verb]) -> int | None:
    """The place of a plain form behind a clause about several: "operators who fail to register face fines"."""
    about = words[found[0].at - 2] if found[0].at > 1 else None
    if about is None or not (about.tag == "NN2" or about.small == "those"):
        return None
    behind = (at for at in range(found[0].at + 1, len(words)) if words[at - 1].tag in _ENDS_CLAUSE)
    return next((at for at in behind if words[at].small[-3:] != "ing" and may_be_verb(words, at, "NN1")), None)


def _is_plain_form(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word that was taken for a noun is a verb, as an adverb before it shows: "trainees now train others"."""
    if words[at - 1].tag != "AV0" or not is_known(words[at], "VERB"):
        return False
    ended = words[at].tag in ("AJ0", "VVN") and at + 1 < len(words) and words[at + 1].tag in _OBJECTS
    return (words[at - 2].tag.startswith("NN") and ended) or (words[at - 2].tag, words[at].tag) == ("NN2", "NN1")


def _is_subject(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word that was taken for a plural can be the verb of the one noun before it."""
    if at + 1 >= len(words) or words[at].tag != "NN2" or not is_known(words[at], "VERB"):
        return False
    return words[at - 1].tag in ("NN1", "NP0") and words[at + 1].tag in ("NN2", "NP0", "AT0", "DPS", "AV0")


def is_known(word: Word, kind: str) -> bool:
    """Whether a word in small letters can be of a kind: VERB or NOUN."""
    return word.text.islower() and in_lexicon(word.small, kind)


def may_be_verb(words: tuple[Word, ...], at: int, tag: str) -> bool:
    """Whether a word that was taken for a noun can be a verb with what follows as its object."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else None
    fits = word.tag == tag and word.small not in NEVER_VERBS and following is not None and following.tag in _OBJECTS
    return fits and in_lexicon(word.small, "VERB")
