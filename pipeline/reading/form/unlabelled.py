"""The recommendations of a form that gives them no labels, in words that are not the adopted ones.

Told by their order: as many texts as there are recommendations, each with marks below it or in a row of its own. Keeps
out: forms that give them labels (`translated.py`).
"""

from itertools import pairwise

from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.paragraphs import Form

# How many recommendations are an order.
_FEWEST = 3
# Words that a recommendation's text has at least, or signs where none stand apart.
_FEWEST_WORDS, _FEWEST_SIGNS = 4, 6


def texts_in_order(form: Form, count: int) -> list[int]:
    """The places of the lines that are the texts of all `count` recommendations; none where they cannot be told."""
    for found in (_in_column(form), _above_marks(form)):
        texts = {form.texts[at] for at in found}
        if len(found) == len(texts) == count >= _FEWEST and all(map(_says_something, texts)):
            return found
    return []


def _says_something(text: str) -> bool:
    words = text.split()
    return len(words) >= _FEWEST_WORDS or (len(words) == 1 and not text.isascii() and len(text) >= _FEWEST_SIGNS)


def _in_column(form: Form) -> list[int]:
    """The cells of a column that is headed so."""
    return [at for at in range(len(form.texts)) if form.role(at) == "recommendation"]


def _above_marks(form: Form) -> list[int]:
    """The lines right above marks or a question about action, without the question about publication."""
    pairs = enumerate(pairwise(form.texts))
    return [at for at, (text, below) in pairs if _marks(below) and not (_marks(text) or _about_consent(text))]


def _about_consent(text: str) -> bool:
    label = labels.find_label(text)
    asked = "?" in text and "consent" in labels.keywords_in(text)
    return asked or bool(label and label.kind == "consent")


def _marks(text: str) -> bool:
    label = labels.find_label(text)
    return mark_words.only_marks(text) or bool(label and label.kind == "action")
