"""The headings of a table's columns that stand in lines below each other, as they do where a table was pasted as text.

Keeps out: headings in the rows of tables (`columns.py`).
"""

from collections.abc import Iterator

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels

_FEWEST = 2
# "No." may be an answer above "Recommendation"; above "Recommendation" and "Action taken" it heads numbers.
_NUMBER, _FEWEST_WITH_IT = "no.", 3
_MOST_WORDS = 4


def heads_in_lines(blocks: list[Block], texts: list[str]) -> frozenset[int]:
    """The places of lines that head columns: two or more, the first of which names recommendations or their numbers."""
    return frozenset(
        at
        for run in _runs(blocks, texts)
        if len(run) >= (_FEWEST_WITH_IT if texts[run[0]].casefold() == _NUMBER else _FEWEST)
        for at in run
    )


def _runs(blocks: list[Block], texts: list[str]) -> Iterator[list[int]]:
    """Places of lines next to each other that head different columns, from one that says which recommendation."""
    run: list[int] = []
    kinds: set[str] = set()
    for at, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        kind = _heads(text) if block.cell is None else None
        if run and (kind is None or kind in kinds):
            yield run
            run, kinds = [], set()
        if kind and (run or kind in labels.WHICH):
            run.append(at)
            kinds.add(kind)
    if run:
        yield run


def _heads(text: str) -> str | None:
    """What a line heads that has nothing but the words of a heading."""
    if text.casefold() == _NUMBER:
        return "number"
    words = text.split()
    return labels.heading(text) if len(words) <= _MOST_WORDS and all(map(str.isalpha, words)) else None
