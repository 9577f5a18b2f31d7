"""Lines that stand above the recommendations' texts as labels do, in words of their own: "Question 3", "Third measure".

They are alike but for a number that goes on, from the first recommendation to the last; or they are the boxes. Keeps
out: labels in the words that are known (`numbered.py`).
"""

import re
from itertools import pairwise

from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.labels import DATA, find_label, seen_as
from pipeline.reading.form.mark_words import only_marks
from pipeline.reading.form.opening_word import opening_word
from pipeline.text.numerals import as_number, position

_LONGEST = 6  # words
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_IN_WORDS = {word: number for number, words in enumerate(DATA["number_words"], start=1) for word in words}
# Some people leave one out.
_SHARE = 2 / 3


def texts_in(texts: list[str], anchors: Anchors) -> dict[int, str]:
    """The recommendations that lines print whole or nearly so, by the lines' places."""
    found = ((at, anchors.find(text)) for at, text in enumerate(texts))
    return {at: one.key for at, one in found if one and min(one.of_text, one.of_paragraph) >= 0.5}


def labels_above(texts: list[str], asked: dict[int, str]) -> dict[int, str]:
    """The recommendations that such lines stand above, by the lines' places; `asked` are those that lines print."""
    if 0 in asked:  # nothing stands above the first one
        return {}
    above = [at - 1 for at in asked if at - 1 not in asked]
    marked = [at for at in above if only_marks(texts[at])]
    if len(marked) >= max(2, _SHARE * len(above)) and marked[0] == above[0] and not _belong_above(texts, marked, asked):
        return {at: asked[at + 1] for at in marked}  # boxes above each text, as none is answered before the first
    if len(above) < 2 or len(texts[above[0]].split()) > _LONGEST:
        return {}
    shape = _shape(texts[above[0]])
    # Before the first recommendation nothing was answered: what stands there and before the others is printed.
    alike = [at for at in above if len(texts[at].split()) <= _LONGEST and _shape(texts[at]) == shape]
    if "#" not in shape or len(alike) < max(2, _SHARE * len(above)):
        return {}
    counted = any(_goes_on([_number(texts[at], roman=roman) for at in alike]) for roman in (False, True))
    return {at: asked[at + 1] for at in alike} if counted else {}


def _belong_above(texts: list[str], marked: list[int], asked: dict[int, str]) -> bool:
    """Whether boxes answer what stands above them: others stand below the last recommendation, or a question above.

    What stands above the first boxes says nothing: they may be what was asked about the whole reply.
    """
    below = "".join(texts[max(asked) + 1 : max(asked) + 2])
    before = [texts[at - 1] for at in marked[1:] if at - 1 not in asked]
    asking = ((text, find_label(text)) for text in before)
    answered = only_marks(below) or opening_word(below)
    return bool(answered) or any(text.endswith(("?", ":")) or (label and not label.rest) for text, label in asking)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(seen_as(text).casefold())


def _is_number(token: str) -> bool:
    return len(token) == 1 or token.isdecimal() or token in _IN_WORDS or as_number(token) is not None


def _shape(text: str) -> tuple[str, ...]:
    return tuple("#" if _is_number(token) else token for token in _tokens(text))


def _number(text: str, *, roman: bool) -> int:
    """The number that a line ends with, or has last: "i" is the first one in roman numerals, the ninth letter else."""
    last = [token for token in _tokens(text) if _is_number(token)][-1]
    return _IN_WORDS.get(last) or (as_number(last) if roman else None) or position(last)


def _goes_on(numbers: list[int]) -> bool:
    """Whether numbers count on, anew from 1 in each issue."""
    return all(after in (before + 1, 1) for before, after in pairwise(numbers)) and len(set(numbers)) > 1
