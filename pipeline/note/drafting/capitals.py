"""Whether the first word of a sentence has its capital only because it stands first, so that it loses it elsewhere.

Keeps out: what is put before a sentence (`opening.py`).
"""

import re
from functools import lru_cache

from pipeline.note.drafting.tagging import Word, words_of
from pipeline.note.drafting.verb_forms import in_lexicon
from pipeline.note.wording import WORDING

_COMMON = frozenset(WORDING["common_first_words"].split())
# Words of this field that the lexicon lacks, or that the tagger takes for names.
_TERMS = frozenset(WORDING["terms"].split())
_NAMES = frozenset(WORDING["capitals"].split())
# Tags of words that are no names when they stand first.
_NO_NAMES = frozenset("AT0 DPS PRP PRF CJS AV0 PNP DT0 EX0 CJC TO0 VVG ORD DTQ PNQ AVQ VM0 VBD VHD".split())  # noqa: SIM905
_KINDS = ("NOUN", "ADJ", "VERB")
# "Interagency", "anti-drug": what these stand before is a word of its own.
_BEFORE_WORDS = re.compile(
    r"(?:anti|bio|counter|crypto|cross|cyber|e(?=-)|inter|mid|multi|non|post|pre|re|sub|super|trans|video|web)-?"
)
_SHORTEST = 4


def small_first(text: str) -> str:
    """The text with a small first letter, where its first word has a capital only because it stands first."""
    words = words_of(text)
    return text[0].lower() + text[1:] if loses_capital(words) and not is_office(words) else text


def is_office(words: tuple[Word, ...]) -> bool:
    """Whether a sentence begins with the name of an office without its article: "Ministry of Health runs …"."""
    if len(words) < 4 or words[0].tag != "NN1" or not words[0].text[0].isupper() or words[0].text.isupper():
        return False
    return words[1].small in ("of", "for") and words[2].text[0].isupper()


def loses_capital(words: tuple[Word, ...]) -> bool:
    """Whether the first of a sentence's words is written with a small letter where others stand before it."""
    first = words[0] if words else None
    if (
        first is None
        or not first.text[0].isupper()
        or first.text == "I"
        or (len(first.text) > 1 and first.text.isupper())
    ):
        return False
    if first.small == "no" and len(words) > 1 and words[1].text in (".", "º", "°"):
        return False  # "No. 14 of 2018"
    owner = re.fullmatch(r"(?P<name>.+)['’]s?", first.small)
    if owner and not in_lexicon(owner["name"], "NOUN"):
        return False  # "Nepal's police"
    if first.small.split("-")[0] in _NAMES:
        return False
    if first.small.split("-")[0] in _COMMON or first.tag in _NO_NAMES or first.tag.startswith("CRD"):
        return True
    # Two capitals in a row are a name, and so are peoples.
    alone = len(words) == 1 or not words[1].text[0].isupper()
    people = first.small.endswith(("ese", "ish", "ian", "ians", "ean", "eans"))
    if not alone:
        return False
    if first.tag.startswith("PNI") or _is_of_several(first.small):
        return True
    return not people and first.tag.startswith(("NN", "AJ", "VV")) and _is_common(first.small)


@lru_cache(maxsize=1_000)
def _is_common(word: str) -> bool:
    """Whether a word in small letters is in the lexicon, or known here; "trained" is in no list of adjectives."""
    return _is_term(word) or any(in_lexicon(word, kind) for kind in _KINDS)


@lru_cache(maxsize=1_000)
def _is_of_several(word: str) -> bool:
    """Whether a word is known here, or put together of words that are: "capacity-building", "interagency"."""
    if _is_term(word):
        return True
    before = _BEFORE_WORDS.match(word)
    if before and len(word) - before.end() >= _SHORTEST and _is_common(word[before.end() :]):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part in _COMMON or _is_common(part) for part in parts)


def _is_term(word: str) -> bool:
    return word in _TERMS or word.removesuffix("s") in _TERMS
