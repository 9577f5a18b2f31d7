"""Tables in which each row is a respondent's: the form of each, with the rows of the others left out.

One Government's words must never stand under another's name (docs/rules.md, "Whose reply"). Keeps out: forms that stand
one behind the other (`several.py`), and sheets (`formats/sheet.py`).
"""

from itertools import pairwise

from pipeline.raw.respondents import fold
from pipeline.reading.blocks import Block
from pipeline.reading.form import columns, labels
from pipeline.reading.form.lines import lines_of
from pipeline.reading.form.paragraphs import FIELDS

_NAME = "country"


def forms_by_respondent(blocks: list[Block]) -> list[list[Block]]:
    """The paragraphs of a form, once for each respondent that its tables have rows of; once where they have none."""
    if not any(_heads_names(block, following) for block, following in pairwise(blocks)):  # nearly every form
        return [blocks]
    lines = lines_of(blocks)
    named = _rows(lines)
    names = dict.fromkeys(filter(None, named.values()))
    if len(names) < 2:
        return [blocks]
    return [
        [line for line in lines if line.cell is None or named.get(line.cell.in_row, name) in (name, "")]
        for name in names
    ]


def _heads_names(block: Block, following: Block) -> bool:
    """Whether a cell heads a column of names, beside another heading."""
    if not (block.cell and following.cell and block.cell.in_row == following.cell.in_row):
        return False
    label = labels.find_label(block.text)
    return bool(label and label.kind == _NAME and not label.rest and labels.heading(following.text))


def _rows(lines: list[Block]) -> dict[tuple[int, int], str]:
    """The name of whose row it is, folded, by table and row; a row without a name goes with the one above it."""
    roles, headed = columns.columns_of(lines, [line.text for line in lines], FIELDS)
    tables = {table for (table, _), heads in headed.items() if _NAME in heads and not heads <= FIELDS}
    named: dict[tuple[int, int], str] = {}
    last: dict[int, str] = {}
    for line in lines:
        if line.cell and line.cell.table in tables and line.cell in roles:
            if roles[line.cell] == _NAME and line.text.strip():
                last[line.cell.table] = named[line.cell.in_row] = fold(line.text)
            named.setdefault(line.cell.in_row, last.get(line.cell.table, ""))
    return named
