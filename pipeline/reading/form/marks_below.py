"""Marks right below a recommendation's text that begin as a label does: "2. No", "(x) Yes ( ) No", "A: Yes".

Keeps out: labels above texts, whose marks stand behind them (`paragraphs.py`).
"""

from collections.abc import Sequence

from pipeline.reading.form import mark_words
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.sections import Section
from pipeline.text.numerals import position


def marks_below(text: str, label: Numbered | None, sections: Sequence[Section], ids: Sequence[str]) -> str:
    """The marks in such a line, which are those of the last section; empty where it may name another recommendation.

    `ids` are those of all recommendations, in their order.
    """
    section = sections[-1] if sections and label else None
    if section is None:
        return ""
    rest = text if mark_words.only_marks(text) else label.rest
    if section.anchor is None or not section.empty or not mark_words.only_marks(rest):
        return ""
    if not mark_words.words_in(rest):
        return ""
    others = _named(label, section.anchor, ids) - {one.anchor for one in sections}
    return "" if others else rest


def _named(label: Numbered, here: str, ids: Sequence[str]) -> set[str]:
    """The recommendations that a label may name below the text of one: by its letter, or by its place."""
    issue = str(label.issue or here.partition(".")[0])
    of_issue = [one for one in ids if one.startswith(f"{issue}.")]
    at = position(label.label) - 1
    by_place = () if label.issue else ids[at : at + 1] if label.label.isdecimal() else of_issue[at : at + 1]
    return {f"{issue}.{label.label}", *by_place} & set(ids)
