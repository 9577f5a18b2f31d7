"""The forms of verbs: plain, past, participle, -ing, as house style spells them.

Keeps out: which words of a sentence are verbs (`verbs.py`).
"""

import re
from functools import lru_cache

import lemminflect

from pipeline.note.wording import WORDING

# "Criminalise", "decarbonize": no lexicon has them all.
_MADE_OF_ADJECTIVE = re.compile("[a-z]{3,}(?:al|an|ar|ic|il|on)i[sz](?:e[sd]?|ing)")


@lru_cache(maxsize=10_000)
def in_lexicon(word: str, kind: str) -> bool:
    """Whether the lexicon has a word, in small letters, as one of a kind: VERB, NOUN or ADJ."""
    plain = re.sub("^(?:co|de|over|pre|re)-", "", word)
    if kind == "VERB" and _MADE_OF_ADJECTIVE.fullmatch(plain):
        return True
    return any(lemminflect.getAllLemmas(one, upos=kind) for one in (word, plain))


@lru_cache(maxsize=10_000)
def lemma(verb: str) -> str:
    """The plain form of a verb."""
    return next(iter(lemminflect.getLemma(verb.lower(), upos="VERB")), verb.lower())


@lru_cache(maxsize=10_000)
def _inflected(verb: str, form: str) -> str:
    plain = lemma(verb)
    if known := WORDING["verb_forms"].get(plain, {}).get(form):
        return known
    forms = lemminflect.getInflection(plain, tag=form) or (plain,)
    # "Travelled", as house style spells it, not "traveled".
    doubled = [one for one in forms if re.search("[ae]l$", plain) and f"{plain}l" in one]
    return (doubled or forms)[0]


def past(verb: str) -> str:
    """The past form of a verb given in the present."""
    return _inflected(verb, "VBD")


def participle(verb: str) -> str:
    """The past participle of a verb."""
    return _inflected(verb, "VBN")


def ing(verb: str) -> str:
    """The -ing form of a verb."""
    return _inflected(verb, "VBG")
