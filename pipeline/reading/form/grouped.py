"""Headings that say for all recommendations below them what was done: "Recommendations not implemented", "Implemented".

Keeps out: such words below a recommendation, which are its own (`whole_answers.py`, `how_far.py`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.how_far import how_far, status
from pipeline.reading.form.lines import lines_of
from pipeline.reading.form.listed_labels import label_in_words, listed_label
from pipeline.reading.form.mark_words import NEITHER
from pipeline.reading.form.numbered import Numbered, bare_label, recommendation_label
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
    """A heading, what it says of what stands below (yes, no or unclear), and the line below, which begins an answer."""

    line: Block
    said: str
    below: Block


def apart(blocks: list[Block], anchors: Anchors) -> tuple[list[Block], list[Heading]]:
    """The lines of a reply without the headings that group its recommendations, and these; none in nearly all."""
    if not any(said_of_all(text) for block in blocks for text in block.text.split("\n")):
        return blocks, []
    whole = lines_of(blocks)
    lines = [line for line in whole if line.text.strip()]
    named = [at for at, line in enumerate(lines) if _named(line.text, anchors)]
    found = ((at, said_of_all(line.text)) for at, line in enumerate(lines))
    heads = {
        at: Heading(lines[at], said, lines[at + 1])
        for at, said in found
        if said and at + 1 in named and _stands_alone(lines, at)
    }
    # Below a recommendation they say what was done with it.
    if not heads or min(heads) > named[0]:
        return blocks, []
    worded = all(_NAMING.search(head.line.text) for head in heads.values())
    if not worded and len({head.said for head in heads.values()}) < _FEWEST:
        return blocks, []
    taken = [head.line for head in heads.values()]
    return [line for line in whole if not any(line is one for one in taken)], list(heads.values())


def mark(sections: list[Section], headings: list[Heading], anchors: Anchors) -> list[Heading]:
    """Give sections without a mark of their own what the heading above them says; gives those above none."""
    above, left = None, list(headings)
    for section in sections:
        if opened := next((head for head in left if _opens(section, head, anchors)), None):
            above = opened
            left.remove(opened)
        if above and not (section.zone or section.status):
            section.status = (above.said, f"below {above.line.text.strip()}")
    return left


def _opens(section: Section, head: Heading, anchors: Anchors) -> bool:
    """Whether the line below a heading is the one that a section begins with."""
    named = _named(head.below.text, anchors)
    if section.place != head.below.place or named is None:
        return False
    if isinstance(named, str) or section.label is None:
        return named == section.anchor
    return named.label == section.label.label and (
        None in (named.issue, section.label.issue) or named.issue == section.label.issue
    )


@lru_cache(maxsize=20_000)
def said_of_all(text: str) -> str:
    """What such a heading says: yes, no or unclear; empty for all other texts."""
    text = text.strip()
    if len(text) > _LONGEST or text.endswith("?"):
        return ""
    rest = " ".join(_LINKING.sub(" ", _NAMING.sub(" ", text)).split())
    if not rest:
        return ""
    # "Recommandations appliquées": the words are listed as they are said of one.
    said = how_far(rest) or status(_PLURAL.sub("", rest))
    return "unclear" if said == NEITHER else said


def _named(text: str, anchors: Anchors) -> Numbered | str | None:
    """What a line names of the recommendations: one by its words, or a label."""
    if anchor := anchors.find(text):
        return str(anchor.key)
    return recommendation_label(text) or listed_label(text) or bare_label(text) or label_in_words(text)


def _stands_alone(lines: list[Block], at: int) -> bool:
    """Whether a line is all that stands in its row."""
    row = lines[at].cell and lines[at].cell.in_row
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return row is None or not any(line.cell and line.cell.in_row == row for line in beside)
