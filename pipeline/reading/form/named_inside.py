"""Paragraphs that name their recommendation inside or at the end: "We lit the quay (recommendation 1 (a))."

A question that names one has nothing of the answer, which stands below. Keeps out: lines that begin so (`letter.py`).
"""

import re

from pipeline.reading.form import labels
from pipeline.reading.form.joint_labels import NAMED, labels_in
from pipeline.reading.form.leads import one_of
from pipeline.reading.form.numbered import Numbered, bare_label, recommendation_label

WORD = re.compile(rf"\b(?:{one_of(labels.DATA['recommendation'])})\b", re.I)
# Letters in which a label ends.
_LABEL_LETTERS = 80
# A label without its word names an issue as well: "We lit the quay (1a)."
_IN_BRACKETS = re.compile(r"(?P<rest>.*\S)\s*[(\[](?P<label>\d{1,2}\s?\.?\s?\(?[a-z]\)?)[)\]]\W*$", re.I | re.S)


def named_inside(text: str) -> Numbered | None:
    """The one label that a paragraph has, with all of the paragraph: "No action was taken on recommendation 1 (b)."."""
    begins = (word.start() for word in WORD.finditer(text))
    found = filter(None, (recommendation_label(text[at : at + _LABEL_LETTERS]) for at in begins))
    named = {label[:2]: label._replace(rest="" if _asks(text) else text) for label in found}
    return next(iter(named.values())) if len(named) == 1 else None


def named_several(text: str) -> Numbered | None:
    """The labels of several recommendations that a paragraph has, the first with all of the paragraph."""
    # In long stretches of blanks labels would be looked for at each of them.
    found = NAMED.finditer(" ".join(text.split()))
    labels = dict.fromkeys(label for named in found for label in labels_in(named["all"]))
    if len(labels) < 2 or not all(label.issue for label in labels):
        return None
    first, *others = labels
    return first._replace(rest=text, also=tuple(others))


def named_behind(text: str) -> Numbered | None:
    """The label in brackets at the end of a paragraph, with the paragraph before it."""
    begins = [word.start() for word in WORD.finditer(text)][-1:]
    before, named = (text[: begins[0]].rstrip(), text[begins[0] :].rstrip(" .")) if begins else ("", "")
    if not (before.endswith(("(", "[")) and named.endswith((")", "]")) and len(named) <= _LABEL_LETTERS):
        return _named_in_brackets(text)
    label, rest = recommendation_label(named[:-1]), before[:-1].rstrip()
    return label._replace(rest=rest) if label and not label.rest and rest else None


def _named_in_brackets(text: str) -> Numbered | None:
    """The label without its word at the end of a paragraph, with what the paragraph says."""
    match = _IN_BRACKETS.fullmatch(text)
    label = bare_label(match["label"].strip()) if match else None
    return label._replace(rest="" if _asks(text) else match["rest"]) if label else None


def _asks(text: str) -> bool:
    """Whether a paragraph is a question, to which the answer stands below."""
    return text.rstrip(" )]*").endswith("?")
