"""What a sentence of an answer tells, as weighted concepts: figures, names, words of the recommendation, other words.

A concept counts once for an answer, however many of its sentences tell it: what says nothing new weighs little (Gillick
and Favre 2009). Keeps out: which sentences stay (`budget.py`).
"""

import re
from functools import lru_cache

from pipeline.note.wording import WORDING
from pipeline.text.figures import figures_in

# A reader of the note looks for what was counted and what it is called; for that most of all.
FIGURE, NAME, ASKED, OTHER = 6, 4, 2, 1
# Words with a capital that begin no sentence. What stands before is asked about behind the capital: so the search goes
# from one capital to the next, in a quarter of the time.
_NAME = re.compile(r"[A-Z](?<!\w.)(?<![.!?] .)(?<!^.)[\w’'-]*(?:(?: (?:of|for|on|the|and|against))* [A-Z][\w’'-]*)*")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = frozenset(WORDING["common_first_words"].split())


def concepts(sentence: str, recommendation: str) -> dict[str, int]:
    """The concepts of a sentence with the weight of each; `recommendation` is the text that was asked about."""
    found = {f"figure {figure}": FIGURE for figure in figures_in(sentence)}
    names = {name for name in _NAME.findall(sentence) if name.lower() not in _SMALL}
    found |= {f"name {name}": NAME for name in names}
    asked = _stems(recommendation)
    return found | {f"word {stem}": ASKED if stem in asked else OTHER for stem in _stems(sentence)}


@lru_cache(maxsize=5_000)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of a text's longer words, so that "train" and "training" are one."""
    return frozenset(word[:6] for word in map(str.lower, _WORD.findall(text)) if word not in _SMALL)
