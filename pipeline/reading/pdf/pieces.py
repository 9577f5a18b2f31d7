"""Lines of a page cut where white may part columns, one below the other.

Keeps out: which white parts the columns of a table (`borderless.py`).
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from pipeline.reading.pdf.page import Box, Letter

# White that parts columns is this wide, in points; a space between words is narrower, also where lines are filled.
_WHITE = 6.0
_WHITE_SHARE = 0.55  # of a letter's size, where letters are large
# A gap of this share of a letter's size is a space. Spaces of a line that is filled to its end are alike, and no wider.
_SPACE, _ALIKE, _WIDEST = 0.15, 1.35, 2.5

# Spaces at which no line ends.
_UNBROKEN = "\u00a0\u202f"


class Piece(NamedTuple):
    """Letters of one line with no white between them that could part columns."""

    box: Box
    text: str
    first_word: float


class Row(NamedTuple):
    """All pieces on one base line, from the left; `ruled` where lines of a table stand around them."""

    pieces: list[Piece]
    top: float
    bottom: float
    ruled: bool = False


def rows_of(lines: Iterable[tuple[list[Letter], bool]]) -> list[Row]:
    """Lines as rows of pieces, those level with each other as one; `lines` are letters, and whether they are ruled."""
    rows: list[Row] = []
    for letters, ruled in lines:
        shown = sorted((one for one in letters if one.text.strip()), key=lambda one: one.box.left)
        if not shown:
            continue
        top, bottom = max(one.box.top for one in shown), min(one.box.bottom for one in shown)
        row = Row(_pieces(shown), top, bottom, ruled)
        level = rows[-1] if rows else None
        shared = min(level.top, top) - max(level.bottom, bottom) if level else 0
        if level and not (ruled or level.ruled) and shared > (top - bottom) / 2:
            pieces = sorted((*level.pieces, *row.pieces), key=lambda piece: piece.box.left)
            rows[-1] = Row(pieces, max(level.top, top), min(level.bottom, bottom))
        else:
            rows.append(row)
    return rows


def _pieces(letters: list[Letter]) -> list[Piece]:
    """The letters of a line, from the left, in pieces; a line that is filled to its end is one piece."""
    gaps = [after.box.left - before.box.right for before, after in pairwise(letters)]
    spaces = [gap for gap, letter in zip(gaps, letters, strict=False) if gap > _SPACE * letter.size]
    size = letters[0].size
    widest = max(spaces, default=0)
    filled = len(spaces) > 1 and widest <= _ALIKE * min(spaces) and widest < _WIDEST * size
    white = float("inf") if filled else max(_WHITE, _WHITE_SHARE * size)
    pieces = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap <= white:
            pieces[-1].append(letter)
        else:
            pieces.append([letter])
    return [_piece(one) for one in pieces]


def _piece(letters: list[Letter]) -> Piece:
    boxes = [letter.box for letter in letters]
    box = Box(
        boxes[0].left, min(one.bottom for one in boxes), max(one.right for one in boxes), max(one.top for one in boxes)
    )
    text = letters[0].text
    for before, letter in pairwise(letters):
        text += " " * _parts_words(before, letter) + letter.text
    return Piece(box, text, first_word(letters))


def first_word(letters: list[Letter]) -> float:
    """Width of the first word of a line, in points; a gap is a space where none is written."""
    for before, letter in pairwise(letters):
        if (letter.text.isspace() and letter.text not in _UNBROKEN) or _parts_words(before, letter):
            return before.box.right - letters[0].box.left
    return letters[-1].box.right - letters[0].box.left


def _parts_words(before: Letter, letter: Letter) -> bool:
    return letter.box.left - before.box.right > _SPACE * letter.size


def white_through(rows: list[Row]) -> list[tuple[float, float]]:
    """The stretches from left to right in which no row has a letter."""
    taken = sorted((piece.box.left, piece.box.right) for row in rows for piece in row.pieces)
    found, end = [], taken[0][1]
    for left, right in taken:
        if left - end >= _WHITE:
            found.append((end, left))
        end = max(end, right)
    return found
