"""Forms of several respondents in one file, one behind the other: a reply from each.

One Government's words must never stand under another's name (docs/rules.md, "Whose reply"). Keeps out: how one form is
read (`form.py`), and two copies of one respondent's form, which are one reply (`twice.py`).
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from pipeline.raw.respondents import fold
from pipeline.reading.blocks import Block
from pipeline.reading.form import labels
from pipeline.reading.form.anchors import anchors_of
from pipeline.reading.form.by_respondent import forms_by_respondent
from pipeline.reading.form.form import read_form
from pipeline.reading.form.lines import lines_of
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.numbered import recommendation_label
from pipeline.reading.form.twice import one_reply
from pipeline.reading.reply import Question, Remark, Reply

_Form = TypeVar("_Form")
# Letters of a line that asks for a name, with the name.
_LONGEST_FIELD = 200


def read_forms(blocks: list[Block], question: Question, remarks: tuple[Remark, ...], kind: str = "docx") -> list[Reply]:
    """The replies in a questionnaire without tags: one, or one from each respondent whose form stands in it.

    Raises:
        Unreadable: no text at all, or nothing that belongs to this meeting's questionnaire.
    """
    found = []
    for form in _forms(blocks, question):
        forms, nobodys = forms_by_respondent(form)
        first, *others = (read_form(one, question, remarks, kind) for one in forms)
        first = replace(first, unplaced=(*nobodys, *first.unplaced))
        # What stands outside their rows is told once.
        told = frozenset(first.unplaced)
        found += [first, *(replace(one, unplaced=tuple(w for w in one.unplaced if w not in told)) for one in others)]
    return list(map(one_reply, of_one_respondent(found, (reply.respondent for reply in found))))


def of_one_respondent(forms: Iterable[_Form], names: Iterable[str]) -> list[list[_Form]]:
    """Forms by the respondent that each names, in the order of their first ones; one without goes with the last."""
    found: dict[str, list[_Form]] = {}
    folded = list(map(fold, names))
    last = next(filter(None, folded), "")  # a blank form may come first
    for form, name in zip(forms, folded, strict=True):
        last = name or last
        found.setdefault(last, []).append(form)
    return list(found.values())


@lru_cache(maxsize=20_000)
def _names_respondent(text: str) -> bool:
    label = labels.find_label(text)
    return label is not None and label.kind == "country"


def _forms(blocks: list[Block], question: Question) -> list[list[Block]]:
    """The lines of a file, cut where another form begins."""
    short = [text for block in blocks if len(text := block.text) <= _LONGEST_FIELD]
    if sum(map(_names_respondent, short)) < 2:  # nearly every file
        return [blocks]
    lines = lines_of(blocks)
    return [lines[begins:end] for begins, end in pairwise([0, *_beginnings(lines, question), len(lines)])]


def _beginnings(lines: list[Block], question: Question) -> list[int]:
    """Where another form begins: a name is asked, and then what came first before, by its words or label."""
    asked = anchors_of(question)
    texts = [line.text for line in lines]
    places = [(at, anchor.key) for at, text in enumerate(texts) if (anchor := asked.find(text))]
    if not places:
        known = {one.id for one in question.recommendations}
        places = [(at, named) for at, text in enumerate(texts) if (named := _named(text)) in known]
    if not places:
        return []
    first, opens = places[0]
    again = [at for at in range(first, len(texts)) if _names_respondent(texts[at])]
    return [
        _with_what_opens(at, texts, set(texts[:first]))
        for at in again
        if next((key for place, key in places if place > at), None) == opens
    ]


def _named(text: str) -> str:
    """The id of the recommendation whose label, with its issue, a line begins with; empty for any other line."""
    label = recommendation_label(text) or listed_label(text)
    return f"{label.issue}.{label.label}" if label and label.issue else ""


def _with_what_opens(at: int, texts: list[str], opening: set[str]) -> int:
    """The first of the lines before a place that the first form opens with as well: titles, guidance."""
    while not texts[at - 1].strip() or texts[at - 1] in opening:
        at -= 1
    return at
