"""Whose paragraph each is: respondents of a recommendation's paragraphs, from their names and the order of the note.

A paragraph often names an agency ("The Korean National Police Agency …") or several States. Under a recommendation each
respondent stands once, in alphabetical order: of all ways to keep to that, the one that fits the names best is taken.
The rule is that of docs/rules.md, "Whose paragraphs in a past note".

Keeps out: which paragraphs there are (`parts.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.raw.respondents import Register, Respondent, fold

# What a paragraph's words say for a respondent: it is named (the nearer to the head the more), or a word is like its
# name ("Korean", "Philippine"). Without either only the order speaks, and never against another name.
_NAMED, _NEARER, _ALIKE, _NOTHING, _NOBODY, _NEVER = 100, 60, 40, -50, -(10**4), -(10**9)
_SHORTEST_STEM = 5


@dataclass(frozen=True)
class Owned:
    """A respondent of a paragraph, and whether the paragraph names it or has at least a word like its name."""

    respondent: Respondent
    named: bool


class Names:
    """Finds the respondents of a register in running text."""

    def __init__(self, register: Register):
        self.register = register
        # Codes are no words of a text.
        self._codes = {name: one.code for one in register.respondents for name in one.names if name != fold(one.code)}
        # A longer name covers the shorter one in it: "Duna, Cyra" is not Cyra.
        longest_first = sorted(self._codes, key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def places(self, text: str) -> dict[str, int]:
        """The codes of those that a text names, each with the number of letters before its first name."""
        found: dict[str, int] = {}
        for match in self._pattern.finditer(fold(text)):
            found.setdefault(self._codes[match[0]], match.start())
        return found

    def listed(self, introduction: Sequence[str]) -> list[Respondent]:
        """The respondents listed as having replied: those of the sentence of the introduction that names the most."""
        sentences = [sentence for text in introduction for sentence in re.split(r"(?<=[.!?])\s+", text)]
        named = max(map(self.places, sentences), key=len, default={})
        return [one for one in self.register.respondents if one.code in named]

    def opening(self, text: str) -> Respondent | None:
        """The respondent that a paragraph begins with, as in "Nepal reported that …"; None for none."""
        return next((self.register.by_code[code] for code, place in self.places(text).items() if place == 0), None)

    def owners(self, texts: Sequence[str], candidates: Sequence[Respondent]) -> list[Owned | None]:
        """Whose each of the paragraphs under one recommendation is, in the order given; None where nobody can be said.

        `candidates` are in the order in which they stand in the note.
        """
        openings = [self.opening(text) for text in texts]
        # Who opens two paragraphs has none for certain.
        rest = [at for at, one in enumerate(openings) if one is None or openings.count(one) == 1]
        scores = [self._scores(texts[at], candidates) for at in rest]
        found: list[Owned | None] = [None] * len(texts)
        for at, row, place in zip(rest, scores, _in_order(scores), strict=True):
            if place is not None:
                found[at] = Owned(candidates[place], row[place] > _NOTHING)
        return found

    def _scores(self, text: str, candidates: Sequence[Respondent]) -> list[int]:
        places, words = self.places(text), fold(text).split()
        unnamed = _NEVER if any(one.code in places for one in candidates) else _NOTHING
        return [
            _NAMED + max(_NEARER - places[one.code] // 3, 0)
            if one.code in places
            else (_ALIKE if _is_alike(one, words) else unnamed)
            for one in candidates
        ]


def _is_alike(respondent: Respondent, words: list[str]) -> bool:
    """Whether a word is made from the respondent's name, as "Korean" is."""
    stems = {part for name in respondent.names for part in name.split() if len(part) >= _SHORTEST_STEM}
    return any(word.startswith(stem[: max(_SHORTEST_STEM, len(stem) - 2)]) for word in words for stem in stems)


def _in_order(scores: list[list[int]]) -> list[int | None]:
    """For each row a column, further right than those before, with the greatest sum; None for rows that fit nowhere."""
    rows, columns = len(scores), len(scores[0]) if scores else 0
    # best[i][j]: the greatest sum of the first i rows within the first j columns.
    best = [[_NOBODY * row] * (columns + 1) for row in range(rows + 1)]
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            taken = best[row - 1][column - 1] + scores[row - 1][column - 1]
            best[row][column] = max(best[row][column - 1], best[row - 1][column] + _NOBODY, taken)
    chosen: list[int | None] = []
    row, column = rows, columns
    while row:
        if column and best[row][column] == best[row][column - 1]:
            column -= 1
            continue
        left_out = best[row][column] == best[row - 1][column] + _NOBODY
        chosen.append(None if left_out else column - 1)
        row, column = row - 1, column if left_out else column - 1
    return chosen[::-1]
