"""Tables that have the recommendations side by side, turned so that each has a row of its own.

Below each stand its mark and its answer, and what these are stands in the first column. Keeps out: what the columns of
the turned table hold (`columns.py`).
"""

from collections import defaultdict
from string import ascii_lowercase

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import labels
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.numbered import bare_label, recommendation_label

# Fewer cells in a row are a label with a value, or a recommendation with its mark.
_ENOUGH_CELLS = 3
_HEADING = Run("Recommendation")


def upright(lines: list[Block], anchors: Anchors) -> list[Block]:
    """The lines of a form with every recommendation in a row of its own; places stay those of the document."""
    rows: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.cell and line.text.strip():
            rows[line.cell.table][line.cell.row].append(line)
    turned = {table for table, own in rows.items() if _side_by_side(own, anchors)}
    if not turned:  # nearly every form
        return lines
    found, done = [], set()
    for line in lines:
        table = line.cell.table if line.cell else 0
        if table not in turned:
            found.append(line)
        elif table not in done:
            done.add(table)
            found += _turned([one for one in lines if one.cell and one.cell.table == table], rows[table], anchors)
    return found


def _side_by_side(rows: dict[int, list[Block]], anchors: Anchors) -> bool:
    """Whether a row names several recommendations, and the first column says what stands below them."""
    if not any(_recommendations(row, anchors) > 1 for row in rows.values()):
        return False
    first = [row[0].text for row in rows.values() if row[0].cell.column == 1 and not row[0].around]
    return any(labels.heading(text) in labels.ASKED for text in first)


def _recommendations(row: list[Block], anchors: Anchors) -> int:
    """How many different recommendations a row has beside its first cell, by their words or by their labels."""
    if len(row) + (row[0].cell.column > 1) < _ENOUGH_CELLS:
        return 0
    others = [line.text for line in row if line.cell.column > 1]
    texts = {anchor.key for text in others if (anchor := anchors.find(text))}
    named = {_label(text) for text in others} - {None}
    return max(len(texts), len(named), _letters(others))


def _letters(texts: list[str]) -> int:
    """How many recommendations of one issue some cells name, "(a)", "(b)" and so on; 0 where they name other things."""
    letters = [label.label for label in map(bare_label, texts) if label and not label.issue]
    return len(letters) if letters == list(ascii_lowercase[: len(texts)]) else 0


def _label(text: str) -> tuple[int | None, str] | None:
    """The recommendation that a cell names; "2" alone may head a column of any table."""
    bare = bare_label(text)
    label = recommendation_label(text) or (bare if bare and bare.issue else None)
    return (label.issue, label.label) if label else None


def _turned(table: list[Block], rows: dict[int, list[Block]], anchors: Anchors) -> list[Block]:
    """The lines of one table, rows and columns changed over."""
    texts = {number for number, row in rows.items() if len({a.key for one in row if (a := anchors.find(one.text))}) > 1}
    found = []
    for line in table:
        cell = line.cell
        heads_texts = cell.column == 1 and cell.row in texts and line.text.strip()
        runs = (_HEADING,) if heads_texts else line.runs
        found.append(line._replace(runs=runs, cell=Cell(cell.table, cell.column, cell.row), shown=cell))
    return sorted(found, key=lambda line: (line.cell.row, line.cell.column))
