"""Yes or no: every signal in the zone of a form where one of the two is marked, and their vote.

Signals that agree decide; none or contradicting ones give "unclear" (docs/rules.md, "Yes or no"). Each signal is kept
in words, as evidence. Keeps out: how words and marks are found (`mark_words.py`), and where the zone begins and ends.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.blocks import Block, Cell
from pipeline.reading.form.lines import part_of
from pipeline.reading.form.mark_words import BOXES, OTHER, Token, hint_at_head, opening_word, tokens_in

_FORMATS = ("bold", "underline", "highlight", "colour")


class Decision(NamedTuple):
    """yes, no or unclear, and the signals it rests on; `stated` is false where there is no signal at all.

    `trails` tells whether marks of this zone stand behind their words; None where the zone does not show it.
    """

    value: str
    evidence: str
    stated: bool
    trails: bool | None = None


class Vote(NamedTuple):
    """What one signal says, yes or no, and the signal in words."""

    kind: str
    reason: str


def decide(
    zone: list[Block], comment: str = "", trails: bool | None = None, headings: Mapping[int, str] | None = None
) -> Decision:
    """Vote of all signals in the zone.

    `comment` is the answer's text, which may open with the word itself; `trails` is what the other zones of this form
    show; `headings` are the columns (from 1) of the zone's row that are headed yes or no.
    """
    # Zones of many forms are alike: the vote is kept by what a zone holds, not by where in the document it stands.
    content = tuple((block.runs, block.cell and (block.cell.row, block.cell.column)) for block in zone)
    return _decision(content, opening_word(comment), trails, tuple(sorted(headings.items())) if headings else ())


@lru_cache(maxsize=20_000)
def _decision(
    content: tuple, opening: tuple[str, str] | None, trails: bool | None, headings: tuple[tuple[int, str], ...]
) -> Decision:
    paragraphs = [Block(runs, 0, Cell(0, *place) if place else None) for runs, place in content]
    zone = Zone(_without_hints(paragraphs), trails, dict(headings))
    belonging = [found for mark in zone.of_kind("checked") if (found := belongs_to(mark, zone))]
    votes = [Vote(one.kind, f"{one.mark} at {one.word}") for one in belonging]
    votes += zone.of_formatting() or zone.of_lone_word()
    votes = votes or zone.of_equal_formatting()
    if opening and not votes:
        votes = [Vote(opening[0], f"the text opens with {opening[1]}")]

    values = {vote.kind for vote in votes}
    shown = {one.trails for one in belonging} - {None}
    return Decision(
        values.pop() if len(values) == 1 else "unclear",
        "; ".join(sorted({vote.reason for vote in votes})) or "no mark",
        bool(votes),
        shown.pop() if len(shown) == 1 else None,
    )


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


# Which word a mark belongs to


class Belonging(NamedTuple):
    """A mark and the word it stands for; `trails` tells whether it stands behind it, None where that does not show."""

    mark: str
    kind: str
    word: str
    trails: bool | None = None


def belongs_to(mark: Token, zone: Zone) -> Belonging | None:
    """What the first of `RULES` that applies says of a mark; None where there is no word it could stand for."""
    return next((found for rule in RULES if (found := rule(mark, zone))), None)


def _for(mark: Token, word: Token, trails: bool | None = None) -> Belonging:
    return Belonging(mark.text, word.kind, word.text, trails)


def _beside(mark: Token, zone: Zone) -> list[Token]:
    """The words in a mark's own paragraph; where it has none, those in its cell."""
    words = [word for word in zone.words if word.paragraph == mark.paragraph]
    return words or [word for word in zone.words if mark.cell and word.cell == mark.cell]


def _neighbours(mark: Token, zone: Zone) -> tuple[Token | None, Token | None]:
    """The nearest words before and behind a mark, in its paragraph or cell if that has any."""
    words = _beside(mark, zone) or zone.words
    before = next((word for word in reversed(words) if word.number < mark.number), None)
    return before, next((word for word in words if word.number > mark.number), None)


def only_word_beside_it(mark: Token, zone: Zone) -> Belonging | None:
    """The mark's paragraph, or else its cell, has one word: "☒ Yes"."""
    words = _beside(mark, zone)
    return _for(mark, words[0]) if len(words) == 1 else None


def column_headed_so(mark: Token, zone: Zone) -> Belonging | None:
    """No word beside it, but its column has a heading: "X" under "YES"."""
    kind = zone.headings.get(mark.cell.column) if mark.cell and not _beside(mark, zone) else None
    return Belonging(mark.text, kind, kind.upper()) if kind else None


def only_word_in_its_column(mark: Token, zone: Zone) -> Belonging | None:
    """No word beside it, and one above or below it: "YES | NO" in a row, "  | X" in the next."""
    if not mark.cell or _beside(mark, zone):
        return None
    words = [word for word in zone.words if word.cell and word.cell.column == mark.cell.column]
    return _for(mark, words[0]) if len(words) == 1 else None


def only_word_this_side_of_the_slash(mark: Token, zone: Zone) -> Belonging | None:
    """A slash parts the two words: "Yes X / No"."""
    text = zone.texts[mark.paragraph]
    words = [word for word in zone.words if word.paragraph == mark.paragraph]
    words = [word for word in words if "/" not in text[min(word.end, mark.end) : max(word.start, mark.start)]]
    return _for(mark, words[0]) if len(words) == 1 else None


def only_word_on_one_side(mark: Token, zone: Zone) -> Belonging | None:
    """Words stand only before it, or only behind it: "Yes No X"."""
    before, after = _neighbours(mark, zone)
    if before and after:
        return None
    word = before or after
    return _for(mark, word, trails=word is before) if word else None


def word_behind_where_a_mark_comes_first(mark: Token, zone: Zone) -> Belonging | None:
    """The zone begins with a mark, so marks stand before their words: "☐ Yes ☒ No"."""
    _, after = _neighbours(mark, zone)
    return _for(mark, after, trails=False) if after and not zone.tokens[0].is_word else None


def word_before_where_boxes_follow(mark: Token, zone: Zone) -> Belonging | None:
    """The zone begins with a word and has a box for each, so marks stand behind: "Yes ☒ No ☐"."""
    before, _ = _neighbours(mark, zone)
    return _for(mark, before, trails=True) if before and zone.boxes > 1 else None


def nearer_word(mark: Token, zone: Zone) -> Belonging | None:
    """A mark of its own between two words stands nearer to one of them: "YES  X NO"."""
    before, after = _neighbours(mark, zone)
    if not (before and after and before.paragraph == after.paragraph == mark.paragraph):
        return None
    gap_before, gap_after = mark.start - before.end, after.start - mark.end
    if gap_before == gap_after:
        return None
    return _for(mark, before if gap_before < gap_after else after)


def word_behind_as_other_zones_show(mark: Token, zone: Zone) -> Belonging | None:
    """Right between two words, in a form whose other lines have marks before their words: "YES X NO"."""
    _, after = _neighbours(mark, zone)
    return _for(mark, after) if after and zone.trails is False else None


def word_before(mark: Token, zone: Zone) -> Belonging | None:
    """Right between two words, and nothing else to tell: "YES X NO" is yes, as people write behind what they read."""
    before, _ = _neighbours(mark, zone)
    return _for(mark, before) if before else None


# The first that applies decides.
RULES = (
    only_word_beside_it,
    column_headed_so,
    only_word_in_its_column,
    only_word_this_side_of_the_slash,
    only_word_on_one_side,
    word_behind_where_a_mark_comes_first,
    word_before_where_boxes_follow,
    nearer_word,
    word_behind_as_other_zones_show,
    word_before,
)


# Formatting


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


def _without_hints(paragraphs: list[Block]) -> list[Block]:
    """Without a printed "(Yes/No)" that has no mark of its own, where the word itself is written beside it."""
    paragraphs = list(map(_behind_hint, paragraphs))
    hints, written = [], False
    for block in paragraphs:
        zone = Zone([block], None, {})
        kinds = {token.kind for token in zone.tokens}
        is_hint = kinds == {"yes", "no"} and not (len(zone.words) == 2 and zone.of_formatting())
        hints.append(is_hint)
        written = written or bool(kinds & {"yes", "no"} and not is_hint)
    return [block for block, is_hint in zip(paragraphs, hints, strict=True) if not (is_hint and written)]


def _behind_hint(block: Block) -> Block:
    """A paragraph without a printed "Yes / No:" at its head, where the word itself is written behind it."""
    end = hint_at_head(block.text)
    return block if end is None else part_of(block, end, len(block.text))
