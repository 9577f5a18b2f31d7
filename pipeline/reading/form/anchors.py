"""Finds the recommendations and titles of a meeting in a form by their own words, however these are printed.

Words may be glued, reworded a little or cut short: letters are compared, not words. Keeps out: labels such as
"Recommendation (a)" (`labels.py`) and what a form does with a text found (`form.py`).
"""

import re
import string
from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.form.numbered import number_before
from pipeline.reading.reply import Question

# Letters of a piece of text that is looked up; shorter ones stand in ordinary words too often.
PIECE = 7
# Share of pieces in common from which two wordings are the same text, reworded.
ALIKE = 0.5
# Shares from which a paragraph is the beginning (or another part) of a text, and from which it holds the whole of one.
PART, WHOLE = 0.85, 0.8
# How many pieces are tried first, and the share of them that must stand in one text.
_TRIED, _SEEN = 40, 0.2
_GLANCES = 12
# Letters, signs and spaces that a number before a short title adds to it.
_NUMBERED_LETTERS = 20
# Letters of a label before a text, such as "1 (b)".
_LABEL_LETTERS = 4
# Fewer letters than this say too little: in all, and for a part of a text.
ENOUGH_LETTERS, PART_LETTERS = 20, 30


# What stands between words; whatever else does is rare enough to be left in.
_NO_LETTERS = dict.fromkeys(map(ord, string.punctuation + string.whitespace + "\u00a0\u202f\u200b“”‘’«»–—…•·№°"))


_DOTS = re.compile(r"(?:…|\.{3})[\W_]*$")


# Words from which a text in words of its own may be a recommendation's.
_FEWEST_WORDS = 6


def may_be_recommendation(text: str) -> bool:
    """Whether a text that is not known is long enough to be a recommendation in other words."""
    return len(text.split()) >= _FEWEST_WORDS


class Anchor(NamedTuple):
    """A text found in a paragraph: its key, and how much of the paragraph and of the text the two share, 0 to 1."""

    key: object
    of_paragraph: float
    of_text: float


@lru_cache(maxsize=4_000)
def letters_of(text: str) -> str:
    """The letters and digits of a text, folded."""
    return text.casefold().translate(_NO_LETTERS)


def _pieces(letters: str) -> frozenset[str]:
    return frozenset(letters[at : at + PIECE] for at in range(max(len(letters) - PIECE + 1, 1)))


class Anchors:
    """Texts that can be looked for, by key; a paragraph more than `longer` times as long as any of them holds none."""

    def __init__(self, texts: dict[object, str], longer: int = 4):
        self.letters = letters = {key: letters_of(text) for key, text in texts.items()}
        self.longest = longer * max(map(len, texts.values()), default=0)
        self.exact = {found: key for key, found in letters.items()}
        self.pieces = {key: _pieces(found) for key, found in letters.items()}
        self.where: dict[str, list] = defaultdict(list)
        for key, pieces in self.pieces.items():
            for piece in pieces:
                self.where[piece].append(key)
        self.find = lru_cache(maxsize=20_000)(self._find)

    def opens(self, text: str, key: object) -> bool:
        """Whether a paragraph begins with the whole of a text, whatever label stands before it."""
        letters, whole = letters_of(text), self.letters[key]
        return 0 <= letters.find(whole, 0, len(whole) + _LABEL_LETTERS) <= _LABEL_LETTERS

    def goes_on(self, before: str, text: str, key: object) -> bool:
        """Whether a paragraph is what follows in a text where the paragraph before it stopped."""
        letters, own = letters_of(before), letters_of(text)
        begins = range(min(_LABEL_LETTERS, len(letters)) + 1)
        return bool(own) and any(letters[at:] + own in self.letters[key] for at in begins)

    def cut_off(self, text: str, key: object) -> bool:
        """Whether a paragraph is the beginning of a text and dots, whatever label stands before it."""
        letters = letters_of(text)
        begins = range(min(_LABEL_LETTERS, len(letters) - ENOUGH_LETTERS) + 1)
        return bool(_DOTS.search(text)) and any(self.letters[key].startswith(letters[at:]) for at in begins)

    def _find(self, text: str) -> Anchor | None:
        """The text that a paragraph prints whole, in part or reworded; None where it prints none."""
        if len(text) > self.longest:
            return None
        letters = letters_of(text)
        if letters in self.exact:
            return Anchor(self.exact[letters], 1.0, 1.0)
        if len(letters) < ENOUGH_LETTERS:
            return None
        # A look at a few pieces first, then at some more: nearly every paragraph of an answer ends here.
        where = self.where
        step = max(len(letters) // _GLANCES, PIECE)
        if where.keys().isdisjoint([letters[at : at + PIECE] for at in range(0, len(letters) - PIECE + 1, step)]):
            return None
        tried = range(0, min(len(letters) - PIECE + 1, _TRIED * PIECE), PIECE)
        hits = [where[piece] for at in tried if (piece := letters[at : at + PIECE]) in where]
        if len(hits) < _SEEN * len(tried):
            return None
        seen = Counter(key for keys in hits for key in keys)
        likely = [key for key, count in seen.most_common(3) if count >= _SEEN * len(tried)]
        if not likely:
            return None
        mine = _pieces(letters)
        shares = [(len(mine & self.pieces[key]), key, len(self.pieces[key])) for key in likely]
        shared, key, whole = max(shares, key=lambda share: (share[0] / share[2], share[0]))
        of_paragraph, of_text = shared / len(mine), shared / whole
        alike = of_paragraph >= ALIKE and of_text >= ALIKE
        part = of_paragraph >= PART and of_text >= 0.2 and len(letters) >= PART_LETTERS
        holds = of_text >= WHOLE and of_paragraph >= 0.3
        return Anchor(key, of_paragraph, of_text) if alike or part or holds else None


class Wordings:
    """How a questionnaire prints the recommendations, by id, and the titles, by issue; with what looks for them.

    `sure`: whether the titles are known to be printed, not only told by where and how they stand.
    """

    def __init__(self, texts: dict[str, str], titles: dict[int, str], *, sure: bool = True):
        self.texts, self.titles, self.sure = texts, titles, sure
        self.of_texts, self.of_titles = Anchors(texts), Anchors(titles, longer=2)
        self.title = lru_cache(maxsize=20_000)(self._title)

    def _title(self, text: str) -> Anchor | None:
        """The title that a line prints, also a short one behind a number: "III. Care for seafarers"."""
        found = self.of_titles.find(text)
        if found or len(text) > ENOUGH_LETTERS + _NUMBERED_LETTERS:
            return found
        numbered = number_before(text)
        return self.of_titles.find(numbered[1]) if numbered else None


@lru_cache(maxsize=8)
def adopted_wordings(question: Question) -> Wordings:
    """The wordings that meeting.yaml has, ready to be looked for in many forms."""
    texts = {recommendation.id: recommendation.text for recommendation in question.recommendations}
    titles = {recommendation.issue: recommendation.issue_title for recommendation in question.recommendations}
    return Wordings(texts, titles)


def anchors_of(question: Question) -> Anchors:
    """The recommendations' texts, ready to be looked for in many forms."""
    return adopted_wordings(question).of_texts
