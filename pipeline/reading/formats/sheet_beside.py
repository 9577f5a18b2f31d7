"""Words of a table of replies that stand in no column of it, in its headings, or behind a recommendation's text.

What tools and forms print does not count: the recommendations, and what several headings have. Keeps out: what the
columns hold (`sheet_rows.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pipeline.reading.form.anchors import anchors_of
from pipeline.reading.form.beyond import beyond
from pipeline.reading.form.form import form_words
from pipeline.reading.formats.sheet_named import issue_in, label_in
from pipeline.reading.reply import Question, Unplaced, line_mark
from pipeline.text.one_line import shorten

# What somebody typed, not the number or the time that a tool put there.
_WORDS, _LONG_WORD = re.compile(r"[^\W\d_]{2}"), re.compile(r"[^\W\d_]{3,}")
# Words behind a label that are no text of a recommendation.
_SHORT = 8


def words_beside(
    place: str, cells: Mapping[int, str], headings: Mapping[int, str] = MappingProxyType({})
) -> list[Unplaced]:
    """The words in cells that stand in no column of a table; of those with a heading the place tells it."""
    found = []
    for position, text in cells.items():
        if _WORDS.search(text):
            heading = f" ({shorten(headings[position])})" if position in headings else ""
            where = f"{place}, column {position + 1}{heading}"
            found.append(Unplaced(where, text, line_mark(where)))
    return found


def words_in_headings(place: str, headings: Mapping[int, str], question: Question) -> list[Unplaced]:
    """The words in headings of answers that none of the others has, beside the recommendation that each names."""
    besides = {at: said_beside(text, question) for at, text in headings.items()}
    # Without the labels, which are never the same.
    words = {at: tuple(_LONG_WORD.findall(text.casefold())) for at, text in besides.items()}
    counts = Counter(words.values())
    return words_beside(place, {at: text for at, text in besides.items() if counts[words[at]] == 1})


def said_beside(text: str, question: Question) -> str:
    """What a cell says beside the words of the recommendation that it names; empty where it names none by its words.

    A few words behind a label alone may be what the sheet calls the recommendation.
    """
    anchor = anchors_of(question).find(text)
    texts = {one.id: one.text for one in question.recommendations}
    stretches = beyond(text, texts[anchor.key]) if anchor else ()
    # Labels are no words, and no form has all of them.
    others = form_words(question).others
    return " ".join(one for one in stretches if others(" ".join(_LONG_WORD.findall(one))))


class BesideNames:
    """Words in cells that name a recommendation or its issue, beside what sheets print there; by respondent."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._found: dict[str, tuple[str, list[Unplaced]]] = {}
        self._called: dict[str, tuple[str, list[Unplaced]]] = {}
        self._bare: set[str] = set()
        self._titles: dict[str, dict[str, tuple[str, list[Unplaced]]]] = defaultdict(dict)
        self._titled = False

    def add_recommendation(self, name: str, place: str, position: int, text: str, asked: str) -> None:
        """Take the cell in which a row of a respondent names a recommendation."""
        label = label_in(text)
        if label and not label.rest:
            self._bare.add(asked)
        elif label and len(label.rest.split()) <= _SHORT:
            self._called.setdefault(text, (name, words_beside(place, {position: label.rest})))
        if beside := said_beside(text, self._question):
            self._found.setdefault(beside, (name, words_beside(place, {position: beside})))

    def add_issue(self, name: str, place: str, position: int, text: str, asked: str) -> None:
        """Take the cell in which a row of a respondent names the issue."""
        if issue_in(text, self._question) is None:
            issue = asked.partition(".")[0]
            self._titles[issue].setdefault(text, (name, words_beside(place, {position: text})))
        else:
            self._titled = self._titled or bool(_LONG_WORD.search(text))

    def left_over(self) -> Iterator[tuple[str, list[Unplaced]]]:
        """Respondents and words: each text once, though many rows may have it."""
        yield from self._found.values()
        # What stands behind every label is what the sheet calls the recommendations.
        if len(self._called) < len(self._bare):
            yield from self._called.values()
        # One text for each issue, in all rows, is its title in other words; several are what somebody wrote.
        for titles in self._titles.values():
            if self._titled or len(titles) > 1:
                yield from titles.values()
