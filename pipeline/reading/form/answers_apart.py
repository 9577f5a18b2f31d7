"""Answers to several recommendations in one paragraph of a letter: "As to 1 (a), we lit it. As to 1 (b), no."

Keeps out: letters alone, "(a) Yes. … (b) No. …", and all that follows from where an answer begins (`letter.py`).
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.blocks import Block
from pipeline.reading.form.answer_labels import label_before
from pipeline.reading.form.lines import part_of

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=\S)")
# Letters in which a sentence has named what it answers.
_HEAD = 160


def answers_apart(lines: list[Block], recommendations: tuple[Recommendation, ...]) -> list[Block]:
    """The lines with a line for each answer where several of one paragraph name their recommendations, no line else."""
    known = {(one.issue, one.label) for one in recommendations}
    named = [label and label[0][:2] for label in (label_before(line.text[:_HEAD]) for line in lines)]
    found = []
    for line, own in zip(lines, named, strict=True):
        if own not in known:
            found.append(line)
            continue
        cuts, met = [0], {*named}
        for end in _SENTENCE_END.finditer(line.text):
            label = label_before(line.text[end.end() : end.end() + _HEAD])
            if label and label[0][:2] in known - met and label[0].rest:
                met.add(label[0][:2])
                cuts.append(end.end())
        found += list(_stretches(line, [*cuts, len(line.text)])) if len(cuts) > 1 else [line]
    return found


def _stretches(line: Block, cuts: list[int]) -> Iterator[Block]:
    """The parts of a line between cuts, without the semicolon that parts them."""
    for start, end in pairwise(cuts):
        yield part_of(line, start, start + len(line.text[start:end].rstrip(" ;")))
