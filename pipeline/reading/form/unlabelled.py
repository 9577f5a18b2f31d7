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


def texts_in_order(form: Form, count: int) -> dict[int, str]:
    """The texts of all `count` recommendations, by the places of their lines; none where they cannot be told."""
    for texts in (_in_column(form), _above_marks(form), _before_marks(form)):
        if len(texts) == len(set(texts.values())) == count >= _FEWEST and all(map(_says_something, texts.values())):
            return texts
    return {}


def before_marks(text: str) -> str:
    """What stands before the marks at the end of a line: "Les ports … ☒ Oui ☐ Non"; empty for other lines."""
    edge = mark_words.marks_at_edge(text, expected=False)
    return text[: edge[0]].rstrip() if edge and not text[edge[1] :].strip(" .)") else ""


def _says_something(text: str) -> bool:
    words = text.split()
    return len(words) >= _FEWEST_WORDS or (len(words) == 1 and not text.isascii() and len(text) >= _FEWEST_SIGNS)


def _in_column(form: Form) -> dict[int, str]:
    """The cells of a column that is headed so; marks may stand below a text."""
    cells = {at: text for at, text in enumerate(form.texts) if form.role(at) == "recommendation" and not _marks(text)}
    return {at: before_marks(text) or text for at, text in cells.items()}


def _above_marks(form: Form) -> dict[int, str]:
    """The lines right above marks or a question about action, without the question about publication."""
    pairs = enumerate(pairwise(form.texts))
    return {at: text for at, (text, below) in pairs if _marks(below) and not (_marks(text) or _about_consent(text))}


def _before_marks(form: Form) -> dict[int, str]:
    """The lines that end with marks, without them."""
    lines = ((at, before_marks(text)) for at, text in enumerate(form.texts) if not _marks(text))
    return {at: text for at, text in lines if text and not _about_consent(text)}


def _about_consent(text: str) -> bool:
    label = labels.find_label(text)
    asked = "?" in text and "consent" in labels.keywords_in(text)
    return asked or bool(label and label.kind == "consent")


def _marks(text: str) -> bool:
    label = labels.find_label(text)
    return mark_words.only_marks(text) or bool(label and label.kind == "action")
