"""Rows below an answer in the table of its recommendation: "Challenges | Fog" under "Comments | We lit the quay."

Keeps out: labels that are known (`labels.yaml`), labels that all sections have (`repeated.py`), and tables inside an
answer (`answer_text.py`).
"""

from itertools import groupby

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.sections import LABEL_WORDS, Left, Section

# Words of a label that no list has, and of one that asks.
_WORDS, _ASKING_WORDS = 6, 14


def join(section: Section, alone: frozenset[tuple[int, int]], places: dict[int, int]) -> None:
    """Put the labels of such rows before what stands beside them; one with nothing beside it is left over.

    `alone` are the rows of one cell, `places` count the form's lines by paragraphs' numbers.
    """
    if not section.table or section.answer_row is None:
        return
    lines: list[Block] = []
    for row, group in groupby(section.answer, key=lambda block: _row_below(block, section)):
        label, *values = group
        if row is None or row in alone or not _is_label(label) or (values and values[0].cell.column == 1):
            lines += [label, *values]
        elif values:
            head = label.text.strip().rstrip(" :")
            runs = (Run(head if head.endswith("?") else f"{head}:"), Run(" "), *values[0].runs)
            lines += [values[0]._replace(runs=runs), *values[1:]]
        else:
            section.left.append(Left(places.get(label.number, 0), label, label.text, own=LABEL_WORDS))
    section.answer = lines


def _row_below(block: Block, section: Section) -> tuple[int, int] | None:
    """The row of a paragraph below that of the answer, in the same table; None for any other."""
    below = block.cell and not block.around and block.cell.table == section.table
    return block.cell.in_row if below and block.cell.in_row > section.answer_row else None


def _is_label(block: Block) -> bool:
    """Whether a paragraph is a label by its place and its length."""
    text = block.text.strip()
    return block.cell.column == 1 and len(text.split()) <= (_ASKING_WORDS if text.endswith("?") else _WORDS)
