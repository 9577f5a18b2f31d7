"""Tables whose columns of answers have heads of their own: "Recommendation | 2029 | 2030", or a ministry above each.

What stands in such columns is one answer, each part of it behind its head; so is what stands besides that in columns
such as "Challenges" and "Next steps". Keeps out: heads that say what a column holds (`columns.py`), and names of
respondents, which are told apart later (`intake/side_by_side.py`).
"""

from collections import defaultdict
from typing import NamedTuple

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import labels
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.how_far import DEGREES, says_how_far
from pipeline.reading.form.numbered import bare_label, recommendation_label
from pipeline.reading.form.opening_word import opening_word

# Words of a head, and how many columns and rows of answers such a table has at least.
_HEAD_WORDS, _FEWEST = 6, 2

Row = dict[int, list[Block]]  # the lines of a row's cells by column


class Headed(NamedTuple):
    """The heads of a table's columns of answers, by column, the rows with the answers, and the column they go into."""

    heads: dict[int, str]
    answered: frozenset[int]
    into: int


def answers_behind_heads(lines: list[Block], anchors: Anchors) -> list[Block]:
    """The lines of a form with such columns made one, each of its lines behind the head of its own column."""
    tables: dict[int, dict[int, Row]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for line in lines:
        if line.cell and not line.around and line.text.strip():
            tables[line.cell.table][line.cell.row][line.cell.column].append(line)
    headed = {table: found for table, rows in tables.items() if (found := _headed(rows, anchors))}
    return [_behind_head(line, headed, tables) for line in lines] if headed else lines


def _headed(rows: dict[int, Row], anchors: Anchors) -> Headed | None:
    """The heads above the first row that names a recommendation, and such rows; None where forms have those heads."""
    named = [number for number in sorted(rows) if _names_one(rows[number], anchors)]
    above = max((number for number in rows if named and number < named[0]), default=None)
    if len(named) < _FEWEST or above is None:
        return None
    texts = {column: " ".join(line.text.strip() for line in cell) for column, cell in rows[above].items()}
    heads = {column: text for column, text in texts.items() if not _says_which(text, column)}
    if len(heads) < _FEWEST or any(_names(text, anchors) for text in heads.values()):
        return None
    if any(min(rows[at]) >= min(heads) for at in named):
        return None
    if all(map(_is_own, heads.values())):
        return Headed(heads, frozenset(named), min(heads))
    besides = {column: text for column, text in heads.items() if labels.heads_besides(text)}
    kinds = {labels.heading(text): column for column, text in heads.items() if column not in besides}
    into = kinds.get("comment") or kinds.get("action")
    if not besides or into is None:
        return None
    # "Status | Results": there the one column is for what was done.
    marks = (says_how_far(line.text) for at in named for line in rows[at].get(into, ()))
    alone = "comment" not in kinds and len(besides) == 1 and all(marks)
    return None if alone else Headed(besides, frozenset(named), into)


def _names_one(row: Row, anchors: Anchors) -> bool:
    """Whether the first cell of a row names a recommendation."""
    return min(row) == 1 and _names(row[1][0].text, anchors)


def _says_which(text: str, column: int) -> bool:
    """Whether a cell of the first row heads the recommendations: in words that say so, or before all others."""
    return column == 1 or labels.heading(text) in labels.WHICH


def _is_own(head: str) -> bool:
    """Whether a head says nothing that forms ask for."""
    if labels.heads_besides(head):
        return len(head.split()) <= _HEAD_WORDS
    known = labels.heading(head) or DEGREES.get(labels.squeezed(head)) or labels.find_label(head)
    return not known and len(head.split()) <= _HEAD_WORDS


def _names(text: str, anchors: Anchors) -> bool:
    """Whether a cell names a recommendation, by its words or its label."""
    return bool(anchors.find(text) or recommendation_label(text) or bare_label(text))


def _behind_head(line: Block, headed: dict[int, Headed], tables: dict[int, dict[int, Row]]) -> Block:
    """A line of an answer in the first column of them, behind the head of its own if it is the first of its cell."""
    cell = line.cell
    found = headed.get(cell.table) if cell and not line.around else None
    if not found or cell.column not in found.heads or cell.row not in found.answered or not line.text.strip():
        return line
    first = tables[cell.table][cell.row][cell.column][0] is line
    runs = (Run(f"{found.heads[cell.column]}: "), *line.runs) if first else line.runs
    return line._replace(runs=runs, cell=Cell(cell.table, cell.row, found.into), shown=cell, headed=first)


def said_in_all(answer: list[Block]) -> tuple[str, str] | None:
    """Yes or no where each part of an answer begins so behind its head, with the word; None where one does not."""
    parts = [block for block in answer if block.headed]
    words = [opening_word("".join(run.text for run in block.runs[1:])) for block in parts]
    if not words or None in words or len({said for said, _ in words}) > 1:
        return None
    return words[0][0], f"{words[0][1]} in each column"
