"""What a reply shows and no reader reads: pictures large enough to hold words, files of other kinds inside it.

Each is told by a remark. Keeps out: where a format has them.
"""

from collections.abc import Iterable
from itertools import takewhile

from pipeline.reading.blocks import Block
from pipeline.reading.reply import Remark

UNREAD = "unplaced_text"
# Width and height in points: coats of arms, stamps and signatures are smaller, pasted pages and tables are not.
_LEAST = (144, 72)


def may_hold_words(width: float, height: float) -> bool:
    """Whether a picture of this size, in points, is told."""
    return width >= _LEAST[0] and height >= _LEAST[1]


def about_pictures(blocks: list[Block], begins: Iterable[tuple[int, str]], ends: int = 0) -> list[Remark]:
    """A remark for each picture from the first recommendation on.

    `begins` are the numbers of the paragraphs that sections begin with, in their order, each with its recommendation;
    `ends` is the number of the first paragraph behind the last section, 0 for none. What stands before the sections
    is a letterhead.
    """
    found = []
    for block in blocks:
        before = list(takewhile(lambda one, at=block.number: one[0] <= at, begins)) if block.pictures else []
        if before:
            inside = not ends or block.number < ends
            what = f"a picture at the answer to {before[-1][1]}" if inside else "a picture behind the last answer"
            found += [Remark(UNREAD, block.place, what)] * block.pictures
    return found
