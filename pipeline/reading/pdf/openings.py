"""How lines and cells of forms begin, and whether a first word had room: what tells one text from the next in a PDF.

Keeps out: which lines are one paragraph (`paragraphs.py`), and which rows go on over the end of a page (`cut_rows.py`).
"""

import re

from pipeline.reading.form import mark_words
from pipeline.reading.form.numbered import numbered_label

# How a text begins that names a recommendation: "1.a", "2 (b)", "(c)", "Recommendation 3".
BEGINS = re.compile(
    r"\W*(?:(?:rec\w*|question|q)\b\.?\s*)?\(?(?:\d{1,2}(?:\s?[.(-]?\s?[a-z]\b\)?|[.)](?!\d)|\s*$)|[a-z][.)](?:\s|$))",
    re.I,
)
# Usual space between a cell's edge and its text, in points.
PADDING = 5


def names_recommendation(text: str) -> bool:
    """Whether a text begins with the number of a recommendation."""
    return bool(BEGINS.match(text)) or numbered_label("recommendation", text) is not None


def asks_for_marks(text: str) -> bool:
    """Whether a text has nothing but yes and no, or these behind a question: "Implemented? Yes"."""
    return mark_words.only_marks(re.split(r"[?:]", text)[-1])


def first_words(text: str, count: int) -> str:
    """As many words from the beginning of a text, in small letters, as tell that another one begins alike."""
    return " ".join(text.casefold().split()[:count])
