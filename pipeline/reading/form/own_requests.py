"""Requests in words of the form's own, told by their standing below every recommendation: "Progress: Yes".

They become the labels that forms have. Keeps out: labels that are known (`labels.py`), heads of columns
(`own_heads.py`), and other lines that every section has (`repeated.py`).
"""

import re
from collections import defaultdict

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.how_far import how_far
from pipeline.reading.form.lines import FIELDS, part_of
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.numbered import recommendation_label

_HEAD = re.compile(r"\W{0,3}[^\W\d_][^:?\d()\n]{1,90}?\s?[:?](?=\s|$)")
# Below nearly all recommendations: one may have been deleted, or written over.
_FEWEST, _MOST = 2, 0.8
_WORDS = frozenset((*labels.DATA["words_of_heads"], *labels.DATA["words_of_requests"]))
_LABELS = {"action": "Action taken: ", "comment": "Comments: "}
_ELSEWHERE = FIELDS | {"general", "consent"}

# Where a line with a head stands, and where the head ends in it.
_Place = tuple[int, int]


def with_known_requests(lines: list[Block], anchors: Anchors) -> list[Block]:
    """The lines of a form with the labels that forms have in place of its own, where each recommendation has these."""
    heads: dict[str, list[_Place]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.cell is None and (head := _HEAD.match(line.text, 0, labels.LABEL_WITHIN)):
            heads[_folded(head[0])].append((at, head.end()))
    heads = {head: places for head, places in heads.items() if len(places) >= _FEWEST and not _is_elsewhere(head)}
    asked = {head: "action" if _asks_for_marks(lines, places) else "comment" for head, places in heads.items()}
    own = {head for head, kind in asked.items() if _is_own(head, kind)}
    if not own:  # nearly every form
        return lines
    count = _MOST * _recommendations(lines, anchors)
    asked = {head: kind for head, kind in asked.items() if len(heads[head]) >= count}
    if len(set(asked.values())) < len(asked):
        return lines
    told = list(lines)
    for head in own.intersection(asked):
        for at, end in heads[head]:
            rest = part_of(lines[at], end, len(lines[at].text))
            told[at] = rest._replace(runs=(Run(_LABELS[asked[head]]), *rest.runs), bullet=False)
    return told


def _folded(head: str) -> str:
    """The words of a head, with the sign behind them."""
    return " ".join(re.findall(r"[^\W\d_]+", head.casefold())) + head.strip()[-1:]


def _recommendations(lines: list[Block], anchors: Anchors) -> int:
    """How many recommendations a form names, by their texts or by their labels."""
    texts = {anchor.key for line in lines if (anchor := anchors.find(line.text))}
    named = (recommendation_label(line.text) or listed_label(line.text) for line in lines)
    return max(len(texts), len({label[:2] for label in named if label}))


def _is_elsewhere(head: str) -> bool:
    """Whether a head asks for no answer, or goes with a mark or is one: "If no, why not?", "No, because:"."""
    words = head.rstrip(":?")
    label = labels.find_label(f"{words}:")
    asks_otherwise = (label is not None and label.kind in _ELSEWHERE) or labels.heading(head) in labels.WHICH
    of_mark = labels.CONDITION.match(head) or len(mark_words.words_in(words)) == 1
    return bool(asks_otherwise or of_mark or words in labels.ASKED_IN_ROWS)


def _asks_for_marks(lines: list[Block], places: list[_Place]) -> bool:
    """Whether nothing but a mark stands behind a head, or in the line below it."""
    values = [
        lines[at].text[end:].strip() or "".join(line.text for line in lines[at + 1 : at + 2]).strip()
        for at, end in places
    ]
    marked = sum(bool(mark_words.only_marks(value) or how_far(value)) for value in values)
    return marked >= _FEWEST and marked >= _MOST * len(values)


def _is_own(head: str, kind: str) -> bool:
    """Whether a head is no label that forms have, but made of their words: others are told, or are somebody's name."""
    words = head.rstrip(":?")
    label = labels.find_label(f"{words}:")
    return (label is None or label.kind != kind) and _WORDS.issuperset(words.split())
