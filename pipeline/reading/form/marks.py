"""Yes or no: every signal in the zone of a form where one of the two is marked, and their vote.

Signals that agree decide; none or contradicting ones give "unclear" (docs/rules.md, "Yes or no"). Each signal is kept
in words, as evidence. Keeps out: how words and marks are found (`mark_words.py`), which belong together
(`mark_rules.py`), and where the zone begins and ends.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.blocks import Block, Cell
from pipeline.reading.form.lines import part_of
from pipeline.reading.form.mark_rules import HEADED_NEITHER, belongs_to
from pipeline.reading.form.mark_words import NEITHER, hint_at_head
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.zone import Vote, Zone

# What is told of places without any mark.
NO_MARK = "no mark"


class Decision(NamedTuple):
    """yes, no or unclear, and the signals it rests on; `stated` is false where there is no signal at all.

    `trails` tells whether marks of this zone stand behind their words; None where the zone does not show it.
    `choice` is the one marked beside yes and no, as "Partly".
    """

    value: str
    evidence: str
    stated: bool
    trails: bool | None = None
    choice: str = ""


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
    belonging = [found for mark in zone.set_marks() if (found := belongs_to(mark, zone))]
    votes = [Vote(one.kind, f"{one.mark} at {one.word}") for one in belonging]
    votes += zone.of_formatting() or zone.of_brackets() or zone.of_lone_word()
    votes = votes or zone.of_equal_formatting()
    if opening and not votes:
        votes = [Vote(opening[0], f"the text opens with {opening[1]}")]

    values = {vote.kind for vote in votes}
    neither = values == {NEITHER}
    choices = [one.word for one in belonging if one.kind == NEITHER] or [one.text for one in zone.words]
    alone = zone.set_marks() if not votes and not zone.words else []
    shown = {one.trails for one in belonging} - {None}
    return Decision(
        values.pop() if len(values) == 1 and not neither else "unclear",
        "; ".join(sorted({vote.reason for vote in votes})) or (f"{alone[0].text} at no word" if alone else NO_MARK),
        bool(votes),
        shown.pop() if len(shown) == 1 else None,
        choices[0] if neither and choices[0] != HEADED_NEITHER else "",
    )


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
