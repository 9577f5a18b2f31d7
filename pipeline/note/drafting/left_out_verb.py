"""The "was" or "is" that a headline leaves out: "Law adopted in 2029; 40 officers trained; training ongoing."

Keeps out: subjects that are left out (`subjects.py`).
"""

import re
from itertools import pairwise

from pipeline.note.drafting.missed_verbs import is_known
from pipeline.note.drafting.readings import read
from pipeline.note.drafting.subjects import Head
from pipeline.note.drafting.tagging import Word
from pipeline.note.drafting.verb_forms import lemma, participle
from pipeline.note.drafting.verbs import finite_verbs
from pipeline.note.wording import WORDING

# Verbs that have an object: without one they say what was done to the noun before them, if that is none who acts.
_DONE_TO_ALL = frozenset(WORDING["done_to_all"].split())
_DONE = _DONE_TO_ALL | frozenset(WORDING["done_to_nouns"].split())
_ACTING, _LAWS = frozenset(WORDING["acting"].split()), frozenset(WORDING["laws"].split())
_SEVERAL = frozenset(WORDING["several"].split())
# What a subject is made of, and what may stand behind the verb besides signs.
_OF_SUBJECT = ("AT0", "AJ", "CRD", "ORD", "NN", "NP0", "DPS", "DT0", "PRF", "PRP", "CJC", "VVG")
_BEHIND = ("PRP", "PRF", "CJC", "CJS", "TO0", "AV0")
# How far something is: "Legislation in place."
_STATE = re.compile(
    rf"(?:(?:already |currently |not (?:yet )?|now |still )?(?:{'|'.join(WORDING['how_it_is'])})"
    rf"|{'|'.join(WORDING['how_far'])})"
    r"(?=$|[.,;]|\s(?:as|at|because|by|for|from|in|since|through|to|until|with)\b)",
    re.I,
)
_YEAR = 4  # digits
_EACH_TIME = ("each", "every", "last", "this")


def verb_left_out(sentence: str) -> Head | None:
    """The head of a sentence of headlines with its verbs put in; None where no clause of it is one."""
    words = read(sentence)
    put, at = "", 0
    main = {verb.at for verb in finite_verbs(words) if not verb.dependent}
    for begins, ends in _clauses(words):
        done = _done_in(words, begins, ends, main)
        is_so = _state_in(sentence, words, begins, ends, main) if done is None else None
        if (behind := is_so if done is None else done) is not None:
            start, several = words[behind].start, _is_plural(words[begins:behind])
            verb = ("were" if several else "was") if is_so is None else ("are" if several else "is")
            put += f"{sentence[at:start]}{verb} "
            at = start
    return Head(at, put) if put else None


def _clauses(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Where the clauses between semicolons begin and end; behind a colon headlines are the parts of a list."""
    colon = next((at for at, word in enumerate(words) if word.text == ":"), len(words))
    stops = [at for at, word in enumerate(words[:colon]) if word.text == ";"]
    return list(zip([0, *(at + 1 for at in stops)], [*stops, colon], strict=True))


def _done_in(words: tuple[Word, ...], begins: int, ends: int, main: set[int]) -> int | None:
    """The participle of a headline: the first word behind its subject; None where the clause is none."""
    subject = next((at for at in range(begins, ends) if not words[at].tag.startswith(_OF_SUBJECT)), ends)
    done = next((at for at in range(begins + 1, min(subject + 1, ends)) if _is_done(words[at])), None)
    if done is None or words[done].quoted or any(at in main for at in range(begins, ends) if at != done):
        return None
    head = _head(words[begins:done])
    if head is None or words[done - 1].tag in ("AT0", "DPS", "AJ0", "CJC", "PRP", "PRF", "DT0", "ORD"):
        return None
    base = lemma(words[done].small)
    behind = words[done + 1 : ends]
    in_place = [word.small for word in behind[:2]] == ["in", "place"]
    if words[done].small == base and _is_plural(words[begins:done]) and not in_place:
        return None  # "Units set up checkpoints"
    if base == "report" and words[begins].small != "no":
        return None  # "Officers reported on it", but "No cases reported"
    return done if (base in _DONE_TO_ALL or not _acts(head)) and _without_object(behind) else None


def _state_in(sentence: str, words: tuple[Word, ...], begins: int, ends: int, main: set[int]) -> int | None:
    """The first word that says how far something is, right behind its noun; None where the clause has a verb."""
    own = (at for at in range(begins + 1, ends) if _STATE.match(sentence, words[at].start))
    at = next(own, None)
    if at is None or not all(_may_be_subject(word) for word in words[begins:at]):
        return None
    # "Training courses still ongoing", "No action planned": what may be a verb is none there.
    verbs = {place for place in range(begins, ends) if place in main} - {at, at - 1}
    head = None if verbs else _head(words[begins:at])
    noun = _may_be_subject(words[at - 1]) and not words[at - 1].tag.startswith(("AT0", "DPS", "DT0", "PR", "CJC"))
    return at if head and noun and not _acts(head) else None


def _may_be_subject(word: Word) -> bool:
    return word.tag.startswith(_OF_SUBJECT) or (word.tag == "VVZ" and is_known(word, "NOUN"))


def _acts(head: Word) -> bool:
    """Whether a noun names who does things, not what is done."""
    return head.small in _ACTING or (head.tag == "NP0" and head.small not in _LAWS)


def _is_done(word: Word) -> bool:
    return lemma(word.small) in _DONE and word.small == participle(word.small)


def _without_object(behind: tuple[Word, ...]) -> bool:
    if any(
        one.tag == "CRD" and len(one.text) == _YEAR and other.text[0].isalpha() and not other.tag.startswith(_BEHIND)
        for one, other in pairwise(behind)
    ):
        return False  # "The unit set up in 2029 works well"
    rest = behind[1:] if behind and behind[0].tag == "AVP" else behind
    if not rest or not rest[0].text[0].isalnum():
        return True
    return rest[0].tag.startswith(_BEHIND) or rest[0].small in _EACH_TIME


def _head(subject: tuple[Word, ...]) -> Word | None:
    """The last noun of a subject before "of" or the like."""
    ends = next((at for at, word in enumerate(subject) if word.tag in ("PRF", "PRP")), len(subject))
    return next((word for word in reversed(subject[:ends]) if word.tag.startswith(("NN", "NP0", "VVZ"))), None)


def _is_plural(subject: tuple[Word, ...]) -> bool:
    """Whether a subject is several, or two that are joined."""
    head = _head(subject)
    joined = any(word.tag == "CJC" and word.small == "and" for word in subject)
    return joined or (head is not None and (head.tag.startswith(("NN2", "VVZ")) or head.small in _SEVERAL))
