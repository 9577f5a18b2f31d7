"""Answers that say again what is already said: the recommendation itself, another answer of the reply, another's reply.

Texts are compared by the runs of three words they share. Keeps out: what follows from it (`answers.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

# Share of an answer's runs of three words that stand in the recommendation, from which the answer says little else. In
# the published note for the forty-third meeting eight paragraphs lie above 0.4; the next one has 0.36.
ECHO = 0.4
# Share from which two answers of one reply are near copies: in that note the pairs that are have 0.38 and 0.64.
WITHIN_REPLY = 0.35
# Share of an answer's words in sentences that another respondent wrote word for word, from which it is a copy.
COPIED = 0.6
_SENTENCE_WORDS, _ENDS = 8, re.compile(r"[.;!?]?\s*(?:\n|$)|[.;!?]\s+")
# Shorter answers share three words by chance.
ENOUGH_WORDS = 10


@lru_cache(maxsize=1 << 16)
def trigrams(text: str) -> frozenset[tuple[str, str, str]]:
    """The runs of three words of a text, folded."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def echo_share(answer: str, recommendation: str) -> float:
    """Share of an answer's runs of three words that the recommendation has too, 0 to 1; 0 for short answers."""
    own = trigrams(answer)
    if len(own) < ENOUGH_WORDS - 2:
        return 0.0
    return len(own & trigrams(recommendation)) / len(own)


def repeats(texts: list[tuple[Hashable, str]], least: float) -> list[tuple[Hashable, Hashable, float]]:
    """Texts that are near copies of an earlier one: their key, the key of the closest earlier one, the share.

    The share is that of the smaller text's runs of three words that both have, 0 to 1.
    """
    found = []
    where: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, (key, text) in enumerate(texts):
        own = trigrams(text)
        sizes.append(len(own))
        if len(own) < ENOUGH_WORDS - 2:
            continue
        shared: Counter[int] = Counter()
        for run in own:
            earlier = where[run]
            shared.update(earlier)
            earlier.append(number)
        best = max(shared, key=lambda other: (shared[other] / min(len(own), sizes[other]), -other), default=None)
        if best is not None and (share := shared[best] / min(len(own), sizes[best])) >= least:
            found.append((key, texts[best][0], share))
    return found


def copies(texts: list[tuple[T, Hashable, str]]) -> list[tuple[T, T, float]]:
    """Texts that another owner wrote first, sentence for sentence: the item, the other item, the share of its words.

    Each text is an item, its owner and its words; sentences are compared folded, those of few words not at all.
    """
    first: dict[str, tuple[T, Hashable]] = {}
    found = []
    for item, owner, text in texts:
        copied, total, source = 0, 0, None
        for sentence in _ENDS.split(text.casefold()):
            words = sentence.count(" ") + 1
            total += words
            if words < _SENTENCE_WORDS:
                continue
            known = first.setdefault(sentence, (item, owner))
            if known[1] != owner:
                copied, source = copied + words, source or known[0]
        if source is not None and copied >= COPIED * total:
            found.append((item, source, copied / total))
    return found
