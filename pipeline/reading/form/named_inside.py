"""Paragraphs that name their recommendation inside or at the end: "We lit the quay (recommendation 1 (a))."

Keeps out: paragraphs that begin with it (`letter.py`).
"""

import re

from pipeline.reading.form import labels
from pipeline.reading.form.leads import one_of
from pipeline.reading.form.numbered import Numbered, recommendation_label

WORD = re.compile(rf"\b(?:{one_of(labels.DATA['recommendation'])})\b", re.I)
_NAMED_BEHIND = re.compile(
    rf"(?P<rest>\S.*?)\s*[(\[](?P<named>(?:{one_of(labels.DATA['recommendation'])})\b[^()\[\]]*(?:\([^()]*\))?)[)\]]\s*\.?$",
    re.I | re.S,
)


def named_inside(text: str) -> Numbered | None:
    """The one label that a paragraph has, with all of the paragraph: "No action was taken on recommendation 1 (b)."."""
    found = filter(None, (recommendation_label(text[word.start() :]) for word in WORD.finditer(text)))
    named = {label[:2]: label._replace(rest=text) for label in found}
    return next(iter(named.values())) if len(named) == 1 else None


def named_behind(text: str) -> Numbered | None:
    """The label at the end of a paragraph, with the paragraph before it."""
    match = _NAMED_BEHIND.match(text)
    label = recommendation_label(match["named"]) if match else None
    return label._replace(rest=match["rest"]) if label and not label.rest else None
