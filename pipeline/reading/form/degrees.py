"""Boxes at other words than yes and no: "☒ Fully implemented ☐ Not implemented", "☐ Yes ☐ No ☒ Not applicable".

Those that mean one of the two are read as that word; the others are set apart, so that a mark at one of them is none at
a word beside it. Which phrases mean what is data (`labels.yaml`). Keeps out: such words in columns of their own
(`columns.py`), and what boxes decide (`marks.py`).
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.labels import DATA, EMPTY_MARKS, NO, SET_MARKS, YES
from pipeline.reading.form.mark_words import NEITHER, alternatives, only_marks, set_apart, words_in

_BOX = re.compile(alternatives(tuple(mark for mark in (*SET_MARKS, *EMPTY_MARKS) if not mark.isalnum())))
_MEANT = {
    phrase.casefold(): word
    for word, own in (("yes", "done"), ("no", "not_done"))
    for phrase in (*DATA["headings"][word], *DATA["degrees"][word], *DATA[own])
}


def _any_of(phrases: Iterable[str]) -> re.Pattern:
    alike = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alike})(?!\w)", re.I)


_NEITHER, _ALL = _any_of(DATA["neither"]), _any_of((*_MEANT, *DATA["neither"]))
_LONGEST, _LONGEST_ALONE = 200, 40
# Rows within which choices stand below each other.
_NEAR = 3


def told_apart(blocks: list[Block]) -> list[Block]:
    """The paragraphs of a form with its choices told apart, those in lines and those in cells of their own."""
    texts = [block.text for block in blocks]
    blocks = list(map(in_words, blocks, texts))
    short = (
        (block, text) for block, text in zip(blocks, texts, strict=True) if block.cell and len(text) < _LONGEST_ALONE
    )
    alone = [(block, kind) for block, text in short if (kind := _choice(text))]
    if not any(kind == NEITHER for _, kind in alone):  # nearly every form
        return blocks
    # Where more stands in a cell than a choice, it offers none.
    lines = Counter(block.cell for block, text in zip(blocks, texts, strict=True) if text.strip())
    alone = [(block, kind) for block, kind in alone if lines[block.cell] == 1]
    beside: dict[tuple, list[tuple[int, str]]] = defaultdict(list)
    for block, kind in alone:
        cell = block.cell
        beside[cell.table, "row", cell.row].append((cell.column, kind))
        beside[cell.table, "column", cell.column].append((cell.row, kind))
    return [_set_apart_in_cell(block, beside) if lines[block.cell] == 1 else block for block in blocks]


def _set_apart_in_cell(block: Block, beside: dict[tuple, list[tuple[int, str]]]) -> Block:
    """A cell that offers a choice beside a cell for yes and one for no; any other as it is."""
    cell = block.cell
    if not cell or _choice(block.text) != NEITHER:
        return block
    in_row = {kind for _, kind in beside[cell.table, "row", cell.row]}
    in_column = _next_to(cell.row, dict(beside[cell.table, "column", cell.column]))
    offered = {"yes", "no"} <= in_row or {"yes", "no"} <= in_column
    return block._replace(runs=(Run(set_apart(block.text.strip())),)) if offered else block


def _next_to(row: int, kinds: dict[int, str]) -> set[str]:
    """The choices in the rows above and below a row up to the first that has none, a few at most."""
    found = set()
    for step in (-1, 1):
        rows = itertools.takewhile(kinds.__contains__, range(row + step, row + step * (_NEAR + 1), step))
        found |= {kinds[at] for at in rows}
    return found


@lru_cache(maxsize=20_000)
def _choice(text: str) -> str:
    """What a text is that is nothing but one choice: yes, no or neither; empty for any other."""
    word = text.strip(" \t\u00a0.:()[]").casefold()
    return "yes" if word in YES else "no" if word in NO else NEITHER if _NEITHER.fullmatch(word) else ""


def in_words(block: Block, text: str) -> Block:
    """A line of nothing but boxes and choices, with yes and no in place of what means them; any other as it is."""
    phrases = _choices(text) if len(text) <= _LONGEST else None
    if phrases is None:
        return block
    parted = block._replace(runs=tuple(run._replace(text=phrases.sub(_said, run.text)) for run in block.runs))
    # A phrase may be cut into runs; then how it looks says nothing.
    return parted if only_marks(parted.text) else block._replace(runs=(Run(phrases.sub(_said, text)),))


@lru_cache(maxsize=20_000)
def _choices(text: str) -> re.Pattern | None:
    """The phrases to be told apart in a text that is boxes at choices; None in any other."""
    if not _ALL.search(text):  # nearly every line
        return None
    # "Action taken: ☒ Yes ☐ No" asks with words that boxes may stand at.
    phrases = _NEITHER if words_in(_ALL.sub(" ", text)) else _ALL
    said = phrases.sub(_said, text)
    offered = _BOX.search(text) or len(words_in(said)) > 1
    return phrases if said != text and offered and only_marks(said) else None


def _said(phrase: re.Match) -> str:
    return _MEANT.get(" ".join(phrase[0].casefold().split())) or set_apart(phrase[0])
