"""Sentences in the style of notes, which begin with their verb, are given the subject that they leave out.

"Trained 30 officers" is "We trained 30 officers", "Will be implemented" is "This will be implemented". Keeps out: what
becomes of the sentence then (`telling.py`).
"""

import re
from typing import NamedTuple

from pipeline.note.drafting.readings import read
from pipeline.note.drafting.tagging import Word
from pipeline.note.drafting.verb_forms import in_lexicon, lemma
from pipeline.note.drafting.verbs import finite_verbs
from pipeline.note.wording import WORDING

RULE = "subject"
# What the object of a verb begins with, for certain, and where the word before it is a verb for certain.
_OBJECTS = ("AT0", "DPS", "CRD", "DT0", "ORD", "PNP")
_LIKELY = (*_OBJECTS, "NN1", "NN2", "NN0", "NP0", "AJ0", "NN1-AJ0")
_PARTICIPLES = ("VVN", "VBN", "VHN", "VDN", "VVD")
_ALONE, _DONE = frozenset(WORDING["without_object"].split()), frozenset(WORDING["done_to_it"].split())
_SAME = frozenset(WORDING["same_in_past"].split())
# Whole, or with what says more of it behind: "Under review by the Ministry".
_HOW_FAR = re.compile(
    rf"(?:{'|'.join(WORDING['how_far'])})"
    r"(?=$|[.,;:]|\s[–-]\s|\s(?:as|at|because|but|by|for|in|since|through|to|under|until|via|with)\b)",
    re.I,
)
_FINITE = frozenset(("is", "was", "will", "would", "can", "cannot", "could", "may", "might", "must", "has", "have"))


class Head(NamedTuple):
    """What stands at the head of a sentence in place of its first `cut` letters."""

    cut: int
    put: str


def subject_left_out(sentence: str) -> Head | None:
    """The head, with its subject, of a sentence that begins with its verb; None where it has one, or none is told."""
    if _HOW_FAR.match(sentence):
        return Head(1, f"This is {sentence[0].lower()}")
    words = read(sentence)
    if len(words) < 2 or not words[0].text[0].isalpha() or words[0].quoted:
        return None
    first, small = words[0], words[0].text[0].lower() + words[0].text[1:]
    if first.small == "not":
        return _not_done(words)
    if first.tag == "AV0" and words[1].tag not in ("AV0", ","):
        return _behind_adverb(sentence, words)
    end = next((at for at, word in enumerate(words) if word.text in (";", ":")), len(words))
    verbs = [verb for verb in finite_verbs(words) if verb.at > 0]
    if any(not (verb.joined or verb.dependent) for verb in verbs if verb.at < end):
        return None
    if first.small in _FINITE:
        return _finite(words, first, small)
    if first.small == "to" and len(words) > 2 and words[1].small == "be" and _is_done(words[2]):
        return Head(len(first.text), "This is to")
    if first.tag == "NP0" or first.small == "united" or not in_lexicon(first.small, "VERB"):
        return None
    following = next((word for word in words[1:] if word.tag not in ("AV0", "XX0")), None)
    if first.small.endswith("ing"):
        if first.small == "being":
            return Head(1, "This is b") if _is_done(words[1]) else None
        clause = any(verb.dependent for verb in verbs)  # behind it the verb of "Finding … that … is our task" may stand
        return Head(1, f"We are {small[0]}") if not clause and _takes(first, following, "VVG") else None
    if first.tag == "VVZ" and first.small != lemma(first.small):
        if in_lexicon(first.small, "NOUN") and _is_plain_pair(words, 1) and _joins_plain_pair(words):
            return None  # "Harbours test lamps and store ropes" has several for its subject
        return Head(len(first.text), f"We {lemma(first.small)}") if _takes(first, following, "VVZ") else None
    if first.small == lemma(first.small) and first.small not in _SAME:
        return None
    # "Signed accords; exchanged officers": what follows the semicolon shows that the first word is a verb too.
    listed = any(verb.joined and words[verb.at].tag == "VVD" for verb in verbs if verb.at > end)
    if _takes(first, following, *_PARTICIPLES, *((first.tag,) if listed else ())):
        return Head(1, f"We {small[0]}")
    ends = following is None or following.tag in ("PRP", "CJC", "CJS") or not following.text[0].isalnum()
    return Head(1, f"This has been {small[0]}") if ends and _is_done(first) else None


def _is_plain_pair(words: tuple[Word, ...], at: int) -> bool:
    """Whether a plain form that was taken for a noun stands here before a plural: "test lamps"."""
    pair = words[at : at + 2]
    return [one.tag for one in pair] == ["NN1", "NN2"] and in_lexicon(pair[0].small, "VERB")


def _joins_plain_pair(words: tuple[Word, ...]) -> bool:
    joints = (at for at, word in enumerate(words) if word.tag == "CJC" or word.text == ",")
    return any(_is_plain_pair(words, at + 1) for at in joints)


def _not_done(words: tuple[Word, ...]) -> Head | None:
    """ "Not yet implemented": what was recommended has not been done."""
    at = 2 if words[1].small == "yet" and len(words) > 2 else 1
    if words[at].tag not in (*_PARTICIPLES, "AJ0") or not _is_done(words[at]):
        return None
    return Head(words[at].start, f"This has not {'yet ' if at > 1 else ''}been ")


def _behind_adverb(sentence: str, words: tuple[Word, ...]) -> Head | None:
    """ "Also conducted raids": the subject stands before the adverb."""
    rest = sentence[words[1].start :]
    head = subject_left_out(rest[0].upper() + rest[1:])
    if head is None or not head.put.startswith("We "):
        return None
    adverb = words[0].text[0].lower() + sentence[1 : words[1].start]
    if head.cut > 1:
        return Head(words[1].start + head.cut, f"We {adverb}{head.put.removeprefix('We ')}")
    return Head(1, f"{head.put[:-1]}{adverb[0]}")


def _finite(words: tuple[Word, ...], first: Word, small: str) -> Head | None:
    rest = [word for word in words[1:5] if word.tag not in ("AV0", "XX0")]
    passive = [word.small for word in rest[:1]] == ["been"] or [word.small for word in rest[:1]] in (["be"], ["being"])
    if passive or (first.small in ("is", "was") and rest and rest[0].tag in ("VVN", "VVD")):
        told = rest[1] if passive and len(rest) > 1 else rest[0] if rest else None
        have = "has" if first.small in ("has", "have") else small
        return Head(len(first.text), f"This {have}") if told is not None and _is_done(told) else None
    if first.small in ("has", "have"):
        perfect = bool(rest) and (rest[0].tag in _PARTICIPLES or rest[0].tag in _OBJECTS)
        return Head(len(first.text), "We have") if perfect else None
    if first.small in ("is", "was"):
        doing = bool(rest) and rest[0].small.endswith("ing")
        return Head(len(first.text), f"We {'are' if first.small == 'is' else 'were'}") if doing else None
    return Head(1, f"We {small[0]}") if rest and rest[0].tag in ("VVI", "VVB", "VHI", "VDI", "NN1") else None


def _takes(first: Word, following: Word | None, *certain: str) -> bool:
    """Whether a verb is followed by an object, or by what it stands with where it has none."""
    if following is None:
        return False
    if following.tag in ("PRP", "TO0", "AVP") and not following.text[0].isupper():
        return lemma(first.small) in _ALONE or first.small in _SAME
    if following.text[0].isupper() and following.tag[:2] in ("NN", "NP", "AJ"):
        return True
    return following.tag in (_LIKELY if first.tag in certain else _OBJECTS)


def _is_done(word: Word) -> bool:
    return lemma(word.small) in _DONE
