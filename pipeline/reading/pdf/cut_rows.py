"""Whether the first row of a page is the rest of the last row of the page before, which the page's end cut in two.

Keeps out: which tables go on over the end of a page (`tables.py`), and tables without lines (`borderless.py`).
"""

import re

from pipeline.reading.form import labels
from pipeline.reading.form.numbered import numbered_label
from pipeline.reading.pdf.lines import NEAR, Line
from pipeline.reading.pdf.openings import PADDING, asks_for_marks, first_words, names_recommendation
from pipeline.reading.pdf.pieces import first_word

_ENDED = re.compile(r"[.!?…;:][”\"’)]*\s*$")
# So many rows tell how rows of a table begin.
_FEWEST_ROWS = 2
# A table of one column is read from top to bottom, whether rows of it are cut or not.
_FEWEST_COLUMNS = 2
# As many words tell that two cells ask the same.
_OPENING_WORDS = 2
# No label is longer that goes on in another line: "Recommendation" above "2 (b)".
_LABEL_LETTERS = 20


Row = dict[int, list[Line]]  # the lines of a row by column, the first of which is 0


def is_rest(rows: list[Row], row: Row) -> bool:
    """Whether a row at the head of a page goes on with the last of the rows of its table before."""
    first = _text(row, 0)
    if 0 not in row or (first[:1].islower() and not _numbered(first)):
        return True
    if not rows or 0 not in rows[-1] or not _same_width(rows[-1][0][0], row[0][0]):
        return False
    if len(rows) > 1 and _is_rest_of_label(_text(rows[-1], 0), first):
        return True
    marks = not _numbered(first) and asks_for_marks(first)
    if _begins(first) and not marks:
        return False
    if _had_no_room(rows[-1][0][-1], row[0][0]) or any(_goes_on(rows[-1].get(at), cell) for at, cell in row.items()):
        return True
    alike = [_text(one, 0) for one in rows[1:] if 0 in one and _same_width(one[0][0], row[0][0])]
    if len(alike) < _FEWEST_ROWS or max(map(len, rows)) < _FEWEST_COLUMNS:
        return False
    opening = first_words(first, _OPENING_WORDS)
    return all(map(_begins, alike)) or (
        marks and not any(first_words(text, _OPENING_WORDS) == opening for text in alike)
    )


def _text(row: Row, column: int) -> str:
    return " ".join(line.text.strip() for line in row.get(column, ()))


def _begins(text: str) -> bool:
    """Whether the first cell of a row names a recommendation or an issue, or has a label."""
    if _numbered(text) or labels.heading(text):
        return True
    label = labels.find_label(text)
    return label is not None and label.firm


def _numbered(text: str) -> bool:
    """Whether a cell begins with the number of a recommendation or an issue."""
    return names_recommendation(text) or numbered_label("issue", text) is not None


def _is_rest_of_label(above: str, text: str) -> bool:
    alone = len(above) <= _LABEL_LETTERS and not numbered_label("recommendation", above)
    return alone and above[-1:].isalpha() and numbered_label("recommendation", f"{above} {text}") is not None


def _goes_on(above: list[Line] | None, lines: list[Line]) -> bool:
    """Whether a cell goes on in the middle of a sentence."""
    return bool(above) and lines[0].text.strip()[:1].islower() and not _ENDED.search(above[-1].text)


def _had_no_room(above: Line, line: Line) -> bool:
    """Whether a line that ends no sentence had no room for the first word of the next one."""
    right = max(letter.box.right for letter in above.letters)
    return not _ENDED.search(above.text) and right + first_word(line.letters) > above.cell.right - PADDING


def _same_width(line: Line, other: Line) -> bool:
    """Whether two cells end at the same edge; a title of an issue stands across all columns."""
    return abs(line.cell.right - other.cell.right) <= NEAR
