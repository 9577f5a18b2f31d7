"""Cells of headed tables that hold a whole reply, marks and words together: "Recommendation | Reply".

Keeps out: which columns are headed (`columns.py`), and cells for marks or for words alone (`parts.py`).
"""

from collections import Counter
from collections.abc import Mapping

from pipeline.reading.blocks import Cell
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.labels import Label


def answering_cells(roles: Mapping[Cell, str]) -> Counter[tuple[int, int]]:
    """How many cells each row (table, row) has for what was done; `roles` are what the cells hold, by heading."""
    return Counter(cell.in_row for cell, role in roles.items() if role in labels.ASKED)


def rows_with_whole_replies(roles: Mapping[Cell, str]) -> set[tuple[int, int]]:
    """The rows (table, row) that have one cell for the reply and none for a mark alone."""
    marked = {cell.in_row for cell, role in roles.items() if role in mark_words.WORDS}
    return {row for row, count in answering_cells(roles).items() if count == 1} - marked


def asks(label: Label) -> bool:
    """Whether a label in a reply was printed there: nothing stands behind it, or marks do, or the answer does."""
    rest = label.rest
    marked = mark_words.only_marks(rest) or bool(mark_words.marks_at_edge(rest, expected=False))
    return label.kind in labels.ASKED and (not rest or marked or (label.kind == "comment" and label.firm))
