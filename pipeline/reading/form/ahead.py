"""What stands further on in a form: whether a paragraph is a label often shows only there.

Keeps out: what becomes of the paragraphs (`parts.py`).
"""

from functools import cached_property

from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.labels import Label
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.numbered import Numbered, bare_label, numbered_label, recommendation_label
from pipeline.text.numerals import as_number

# How many paragraphs ahead the question about action is looked for.
_AHEAD = 3
# What may be said of a recommendation's text between its label and itself, by the kinds of headings.
_HEADS_TEXT = ("recommendation", "comment")
_ACTION = frozenset(("action",))


class Ahead:
    """The texts of a form from any place on; places count from 0."""

    def __init__(self, texts: list[str], anchors: Anchors):
        self.texts, self.anchors = texts, anchors

    @cached_property
    def _last(self) -> int:
        """The last paragraph that begins a recommendation; -1 where none does."""
        return next((at for at in reversed(range(len(self.texts))) if self._begins(self.texts[at])), -1)

    @cached_property
    def _issue_numbers(self) -> frozenset[int | None]:
        labels_found = (numbered_label("issue", text) for text in self.texts)
        return frozenset(as_number(label.label) for label in labels_found if label)

    def labels_issues(self, count: int) -> bool:
        """Whether labels such as "Question 3" are of issues, of which there are `count`; more are of others."""
        return not set(range(1, count + 2)) <= self._issue_numbers

    def recommendation(self, at: int) -> bool:
        """Whether a recommendation begins within the next few paragraphs."""
        return any(map(self._begins, self.texts[at + 1 : at + 1 + _AHEAD]))

    def any_recommendation(self, at: int) -> bool:
        """Whether a recommendation begins anywhere further on."""
        return at < self._last

    def _begins(self, text: str) -> bool:
        return bool(recommendation_label(text) or self.anchors.find(text))

    def question(self, at: int) -> bool:
        """Whether boxes or a question follow before another recommendation."""
        for text in self.texts[at + 1 : at + 1 + _AHEAD]:
            label = labels.find_label(text)
            if recommendation_label(text):
                return False
            if mark_words.only_marks(text) or (label and label.kind in labels.ASKED):
                return True
        return False

    def boxes(self, at: int, label: Label) -> bool:
        """Whether yes or no stands behind a question or right below it."""
        return mark_words.names_a_word(label.rest) or any(map(mark_words.opens_with_mark, self.texts[at + 1 : at + 3]))

    def bare_label(self, at: int) -> Numbered | None:
        """A label without its word, which is one only where a recommendation's text or the question stands next."""
        found = bare_label(self.texts[at])
        if not found or at + 1 >= len(self.texts):
            return None
        following = self.texts[at + 1]
        if not recommendation_label(following) and labels.heading(following) in _HEADS_TEXT:
            # "Recommendation | 1 (a)" above "Text | Governments …"
            following = "".join(self.texts[at + 2 : at + 3])
        label = labels.find_label(following) or labels.keyword_label(following, _ACTION, False)
        asked = (label and label.kind == "action") or mark_words.only_marks(following)
        return found if asked or self.anchors.find(following) else None

    def before_boxes(self, at: int) -> Numbered | None:
        """A label without its word that boxes follow in its line: "(a)   ☒ Yes ☐ No", above the text."""
        text, following = self.texts[at], "".join(self.texts[at + 1 : at + 2])
        if not (following and self.anchors.find(following)):  # nearly every line
            return None
        label = None if mark_words.opens_with_its_mark(text) else listed_label(text)
        return label if label and mark_words.only_marks(label.rest) else None
