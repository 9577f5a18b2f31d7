"""Headings that say for all recommendations below them what was done: "Recommendations not implemented", "Implemented".

Keeps out: such words below a recommendation, which are its own (`whole_answers.py`, `how_far.py`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.how_far import DEGREES, degree, status
from pipeline.reading.form.listed_labels import label_in_words, listed_label
from pipeline.reading.form.mark_words import NEITHER
from pipeline.reading.form.numbered import bare_label, recommendation_label
from pipeline.reading.form.sections import Section

_LONGEST = 80  # letters
_FEWEST = 2
_NAMES = labels.alternatives(f"{name}s" for name in labels.DATA["recommendation"] if name.isalpha())
_NAMING = re.compile(rf"(?<!\w)(?:{_NAMES}|recommandations|recomendaciones|рекомендации)(?!\w)", re.I)
# What may stand between the recommendations and what was done with them.
_LINKING = re.compile(
    r"(?<!\w)(?:the|following|that|which|have|has|been|were|are|was|already|i{1,3}|[a-d1-4])(?!\w)|[^\w\s%/]", re.I
)
_PLURAL = re.compile(r"(?<=\w{3})s(?!\w)")


class Heading(NamedTuple):
    """A heading by the number of its paragraph, with what it says of what stands below: yes, no or unclear."""

    number: int
    said: str
    text: str


def headings_of(blocks: list[Block], anchors: Anchors) -> list[Heading]:
    """The headings by which a reply groups its recommendations; none in nearly every form."""
    lines = [block for block in blocks if block.text.strip()]
    found = [(at, said) for at, block in enumerate(lines) if (said := said_of_all(block.text))]
    if not found:
        return []
    named = [at for at, block in enumerate(lines) if _names_one(block.text, anchors)]
    heads = [
        Heading(lines[at].number, said, lines[at].text.strip())
        for at, said in found
        if at + 1 in named and _stands_alone(lines, at)
    ]
    # Below a recommendation they say what was done with it.
    if not heads or heads[0].number > lines[named[0]].number:
        return []
    worded = all(_NAMING.search(head.text) for head in heads)
    return heads if worded or len({head.said for head in heads}) >= _FEWEST else []


def mark(sections: list[Section], headings: list[Heading]) -> None:
    """Give sections without a mark of their own what the heading above them says."""
    for section in sections:
        first = min((line.number for line in section.lines), default=0)
        above = [head for head in headings if head.number < first]
        if above and not (section.zone or section.status):
            section.status = (above[-1].said, f"below {above[-1].text}")


@lru_cache(maxsize=20_000)
def said_of_all(text: str) -> str:
    """What such a heading says: yes, no or unclear; empty for all other texts."""
    text = text.strip()
    if len(text) > _LONGEST or text.endswith("?"):
        return ""
    rest = " ".join(_LINKING.sub(" ", _NAMING.sub(" ", text)).split())
    if not rest:
        return ""
    neither = DEGREES.get(labels.squeezed(rest)) == NEITHER
    # "Recommandations appliquées": the words are listed as they are said of one.
    of_one = _PLURAL.sub("", rest)
    return "unclear" if neither else status(rest) or degree(rest) or status(of_one)


def _names_one(text: str, anchors: Anchors) -> bool:
    """Whether a line names a recommendation, by its words or its label."""
    label = recommendation_label(text) or listed_label(text) or bare_label(text) or label_in_words(text)
    return bool(label or anchors.find(text))


def _stands_alone(lines: list[Block], at: int) -> bool:
    """Whether a line is all that stands in its row."""
    row = lines[at].cell and lines[at].cell.in_row
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return row is None or not any(line.cell and line.cell.in_row == row for line in beside)
