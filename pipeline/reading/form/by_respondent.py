"""Tables in which each row is a respondent's: the form of each, with the rows of the others left out.

One Government's words must never stand under another's name (docs/rules.md, "Whose reply"). Keeps out: forms that stand
one behind the other (`several.py`), and sheets (`formats/sheet.py`).
"""

from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.raw.respondents import fold
from pipeline.reading.blocks import Block
from pipeline.reading.form import columns, labels
from pipeline.reading.form.lines import FIELDS, lines_of
from pipeline.reading.reply import Unplaced

_NAME = "country"


class ByRespondent(NamedTuple):
    """The paragraphs of a form, once for each respondent that its tables have rows of; once where they have none.

    `nobodys`: answers in rows above the first name.
    """

    forms: list[list[Block]]
    nobodys: tuple[Unplaced, ...] = ()


def forms_by_respondent(blocks: list[Block]) -> ByRespondent:
    """The form of each respondent in a form's tables, and the rows that are nobody's."""
    if not any(_heads_names(block, following) for block, following in pairwise(blocks)):  # nearly every form
        return ByRespondent([blocks])
    lines = lines_of(blocks)
    named, answered = _rows(lines)
    names = dict.fromkeys(filter(None, named.values()))
    if len(names) < 2:
        return ByRespondent([blocks])
    nobodys = {row for row in answered if not named[row]}
    forms = [
        [
            line
            for line in lines
            if line.cell is None
            or (line.cell.in_row not in nobodys and named.get(line.cell.in_row, name) in (name, ""))
        ]
        for name in names
    ]
    return ByRespondent(forms, _told([line for line in lines if line.cell and line.cell.in_row in nobodys]))


def _told(lines: list[Block]) -> tuple[Unplaced, ...]:
    """Each row as words that have no place."""
    rows = (list(cells) for _, cells in groupby(lines, key=lambda line: line.cell and line.cell.in_row))
    return tuple(Unplaced(row[0].place, " | ".join(line.text for line in row if line.text.strip())) for row in rows)


def _heads_names(block: Block, following: Block) -> bool:
    """Whether a cell heads a column of names, beside another heading."""
    if not (block.cell and following.cell and block.cell.in_row == following.cell.in_row):
        return False
    label = labels.find_label(block.text)
    return bool(label and label.kind == _NAME and not label.rest and labels.heading(following.text))


def _rows(lines: list[Block]) -> tuple[dict[tuple[int, int], str], set[tuple[int, int]]]:
    """The name of whose row it is, folded, by table and row, and the rows in which something is answered.

    A row without a name goes with the one above it.
    """
    roles, headed = columns.columns_of(lines, [line.text for line in lines], FIELDS)
    tables = {table for (table, _), heads in headed.items() if _NAME in heads and not heads <= FIELDS}
    named: dict[tuple[int, int], str] = {}
    answered: set[tuple[int, int]] = set()
    last: dict[int, str] = {}
    for line in lines:
        if line.cell and line.cell.table in tables and line.cell in roles:
            if roles[line.cell] == _NAME and line.text.strip():
                last[line.cell.table] = named[line.cell.in_row] = fold(line.text)
            elif roles[line.cell] not in labels.WHICH and line.text.strip():
                answered.add(line.cell.in_row)
            named.setdefault(line.cell.in_row, last.get(line.cell.table, ""))
    return named, answered
