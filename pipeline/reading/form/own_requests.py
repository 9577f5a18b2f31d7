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
        if end := _head_end(lines, at):
            heads[_folded(line.text[:end])].append((at, end))
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


def _head_end(lines: list[Block], at: int) -> int:
    """Where the head of a line ends: behind its sign, or with the cell where its value has the only other one."""
    cell, text = lines[at].cell, lines[at].text
    if cell is None:
        found = _HEAD.match(text, 0, labels.LABEL_WITHIN)
        return found.end() if found else 0
    row = [line for line in lines[max(at - 1, 0) : at + 3] if line.cell and line.cell.in_row == cell.in_row]
    pair = cell.column == 1 and [line.cell.column for line in row] == [1, 2]
    heads = pair and labels.heading(row[1].text) is not None and not mark_words.only_marks(row[1].text)
    labelled = pair and not heads and not mark_words.has_box(text) and _HEAD.fullmatch(f"{text.rstrip(' :?')}:")
    return len(text) if labelled else 0


def _folded(head: str) -> str:
    """The words of a head, with a sign behind them."""
    sign = head.strip()[-1:]
    return " ".join(re.findall(r"[^\W\d_]+", head.casefold())) + (sign if sign == "?" else ":")


def _recommendations(lines: list[Block], anchors: Anchors) -> int:
    """How many recommendations a form names, by their texts or by their labels."""
    texts = {anchor.key for line in lines if (anchor := anchors.find(line.text))}
    # "(x) Yes ( ) No" begins with no label.
    others = [line.text for line in lines if not mark_words.only_marks(line.text)]
    named = (recommendation_label(text) or listed_label(text) for text in others)
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
    """Whether a head is no label that forms have, but made of their words: others are told, or are somebody's name.

    Above marks "Answer:" asks about action; what asks about action as it stands never asks for words.
    """
    words = head.rstrip(":?")
    label = labels.find_label(f"{words}:")
    known = label is not None and label.kind in (kind, "action")
    return not known and _WORDS.issuperset(words.split())
