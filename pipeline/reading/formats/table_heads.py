"""Tables of answers in a document, with the heads that forms have in place of others: "Ref.", "Outcome".

What their columns hold is told as in sheets (`sheet_contents.py`). Keeps out: what tables mean (`form/`), and whose
rows are whose (`form/by_respondent.py`).
"""

import re
from collections import defaultdict
from itertools import pairwise

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import labels
from pipeline.reading.formats.sheet_contents import answer_columns, columns_by_contents, may_name
from pipeline.reading.formats.sheet_headings import column_kind, field_in
from pipeline.reading.formats.sheet_named import recommendation_of
from pipeline.reading.formats.sheet_rows import Row
from pipeline.reading.reply import Question

_HEADS = {
    "respondent": "Country",
    "number": "No.",
    "recommendation": "Recommendation",
    "action_taken": "Action taken",
    "text": "Comments",
}
# What a table has to have at least: recommendations, marks and words, below their heads.
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 3
_LONGEST_HEAD = 60  # letters
_WORDS = frozenset(labels.DATA["words_of_heads"])
# Heads that forms have, each once.
_FORMS = ({"recommendation", "action", "comment"}, {"number", "recommendation", "action", "comment"})

# The cells of a table that something stands in, by row and column.
_Table = dict[int, dict[int, str]]


def with_known_heads(blocks: list[Block], question: Question) -> list[Block]:
    """The paragraphs of a document, with heads that forms have above the columns of its tables of answers."""
    rows: dict[int, _Table] = defaultdict(lambda: defaultdict(dict))
    for block in blocks:
        if block.cell and not block.around and (text := block.text.strip()):
            row = rows[block.cell.table][block.cell.row]
            row[block.cell.column] = f"{row[block.cell.column]}\n{text}" if block.cell.column in row else text
    heads = {Cell(table, *place): head for table, own in rows.items() for place, head in _heads(own, question).items()}
    heads |= {Cell(*place): head for place, head in _heads_of_small(rows, question).items()}
    if not heads:  # nearly every document
        return blocks
    told: set[Cell] = set()
    found = []
    for block in blocks:
        if block.cell in heads:
            block = block._replace(runs=(Run("" if block.cell in told else heads[block.cell]),))
            told.add(block.cell)
        found.append(block)
    return found


def _heads_of_small(rows: dict[int, _Table], question: Question) -> dict[tuple[int, int, int], str]:
    """The same for tables with a row of answers below the same heads each, which are one where that tells more."""
    alike: dict[tuple, list[int]] = defaultdict(list)
    for table, own in rows.items():
        if 1 < len(own) < _FEWEST_ROWS:
            alike[tuple(sorted(own[min(own)].items()))].append(table)
    found = {}
    for tables in alike.values():
        below = [row for table in tables for at, row in sorted(rows[table].items()) if at > min(rows[table])]
        together = dict(enumerate([rows[tables[0]][min(rows[tables[0]])], *below]))
        heads = _heads(together, question)
        found |= {(table, min(rows[table]), place): head for table in tables for (_, place), head in heads.items()}
    return found


def rows_with_known_heads(rows: list[list[str]], question: Question) -> list[list[str]]:
    """The rows of a sheet, with heads that forms have above the columns of a table of answers."""
    filled = {
        at: cells
        for at, row in enumerate(rows)
        if (cells := {place: text.strip() for place, text in enumerate(row, start=1) if text.strip()})
    }
    told = [list(row) for row in rows]
    for (at, place), head in _heads(filled, question).items():
        told[at] += [""] * (place - len(told[at]))
        told[at][place - 1] = head
    return told


def _heads(rows: _Table, question: Question) -> dict[tuple[int, int], str]:
    """What forms head the columns of a table of answers with, by row and column of the cells that head them here.

    Nothing where these are heads that forms have, and where a name among them may be that of a respondent.
    """
    if not rows:
        return {}
    width, in_order = max(max(row) for row in rows.values()), sorted(rows.items())
    if width < _FEWEST_COLUMNS or len(rows) < _FEWEST_ROWS:
        return {}
    pairs = enumerate(pairwise(in_order))
    begins = next((at for at, ((_, row), (_, below)) in pairs if _may_head(row) and _asks(below, question)), None)
    if begins is None:
        return {}
    (at, first), *below = in_order[begins:]
    kinds = [labels.heading(text) for text in first.values()]
    if len(set(kinds)) == len(kinds) and set(kinds) in _FORMS:
        return {}
    header = [first.get(column, "") for column in range(1, width + 1)]
    cells: list[Row] = [(str(number), [row.get(column, "") for column in range(1, width + 1)]) for number, row in below]
    held = answer_columns(header, cells, question)
    if not held and any(map(_may_name, first.values())) and (columns := columns_by_contents(header, cells, question)):
        held = {place: kind for kind, place in columns.single.items()}
    return {(at, place + 1): _HEADS[kind] for place, kind in held.items() if kind in _HEADS}


def _may_head(row: dict[int, str]) -> bool:
    """Whether a row has nothing but words that heads are made of."""
    words = (re.findall(r"\w+", text.casefold()) for text in row.values() if len(text) <= _LONGEST_HEAD)
    return sum(_WORDS.issuperset(one) for one in words) == len(row)


def _asks(row: dict[int, str], question: Question) -> bool:
    """Whether a cell of a row names a recommendation of the meeting's."""
    known = {one.id for one in question.recommendations}
    return any(recommendation_of(text, question) in known for text in row.values())


def _may_name(text: str) -> bool:
    """Whether a cell may head a column of respondents."""
    if len(text) > _LONGEST_HEAD:
        return False
    label = labels.find_label(text)
    asks = label is not None and label.kind == "country" and not label.rest
    return asks or may_name(text) or "respondent" in (column_kind(text), field_in(text))
