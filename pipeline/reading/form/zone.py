"""The zone of a form where yes or no is marked: its words and marks, and what was done to the words themselves.

Keeps out: which word a mark belongs to (`mark_rules.py`), and the vote (`marks.py`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.reading.blocks import Block
from pipeline.reading.form.labels import CROSSES, TICKS
from pipeline.reading.form.mark_words import BOXES, OTHER, Token, tokens_in

_BRACKETS = ("()", "[]", "{}", "<>")
_FORMATS = ("bold", "underline", "highlight", "colour")


class Vote(NamedTuple):
    """What one signal says, yes or no, and the signal in words."""

    kind: str
    reason: str


class Zone:
    """The words and marks of a zone."""

    def __init__(self, paragraphs: list[Block], trails: bool | None, headings: dict[int, str]):
        self.texts = [block.text for block in paragraphs]
        self.tokens = tokens_in(paragraphs)
        self.words = [token for token in self.tokens if token.is_word]
        self.trails, self.headings = trails, headings

    def of_kind(self, kind: str) -> Iterator[Token]:
        """The tokens that are yes, no, checked or unchecked."""
        return (token for token in self.tokens if token.kind == kind)

    def set_marks(self) -> list[Token]:
        """The marks that are set. Beside a tick a cross is none: "Yes ✔ No ✘"."""
        marks = list(self.of_kind("checked"))
        ticked = any(mark.text in TICKS for mark in marks)
        return [mark for mark in marks if not (ticked and mark.text.lower() in CROSSES)]

    @property
    def boxes(self) -> int:
        """How many marks there are, set or not."""
        return sum(token.kind in BOXES for token in self.tokens)

    def pair(self) -> tuple[Token, Token] | None:
        """The one yes and the one no; None where either is missing or stands twice."""
        yes, no = list(self.of_kind("yes")), list(self.of_kind("no"))
        return (yes[0], no[0]) if len(yes) == len(no) == 1 else None

    def of_formatting(self) -> list[Vote]:
        """Votes of what was done to one of the two words and not to the other."""
        pair = self.pair()
        return _differences(*pair) if pair else []

    def of_brackets(self) -> list[Vote]:
        """The vote of the one word in brackets of its own: "[YES] / NO"."""
        pair = self.pair()
        held = [word for word in pair or () if self._in_brackets(word)]
        return [Vote(held[0].kind, f"{held[0].text} in brackets")] if len(held) == 1 and not self.boxes else []

    def _in_brackets(self, word: Token) -> bool:
        text = self.texts[word.paragraph]
        before, behind = text[: word.start].rstrip()[-1:], text[word.end :].lstrip()[:1]
        return before + behind in _BRACKETS

    def of_lone_word(self) -> list[Vote]:
        """The vote of the one word that is left, where there is no box beside it: the other was deleted."""
        if len(self.words) != 1 or self.boxes:
            return []
        return [Vote(self.words[0].kind, f"only {self.words[0].text} is left")]

    def of_equal_formatting(self) -> list[Vote]:
        """Votes of both words where both are formatted as a mark is; bold words are how forms are printed."""
        pair = self.pair()
        if pair is None:
            return []
        yes, no = (word.run for word in pair)
        names = [name for name in ("underline", "highlight", "struck") if getattr(yes, name) and getattr(no, name)]
        names += ["colour"] if yes.colour and yes.colour == no.colour else []
        return [Vote(word.kind, f"{word.text} in {name}") for name in names for word in pair]


def _differences(yes: Token, no: Token) -> list[Vote]:
    """Votes of what was done to one of two words and not to the other."""
    votes = []
    for name in _FORMATS:
        if bool(getattr(yes.run, name)) != bool(getattr(no.run, name)):
            marked = yes if getattr(yes.run, name) else no
            votes.append(Vote(marked.kind, f"{marked.text} in {name}"))
    if yes.run.struck != no.run.struck:
        struck = yes if yes.run.struck else no
        votes.append(Vote(OTHER[struck.kind], f"{struck.text} struck out"))
    return votes
