"""Requests that each have the label of their recommendation before them: "1 (a) Action taken", "1 (a) Details".

The label gets a line of its own, once. Keeps out: what a label means (`numbered.py`) and what is asked (`labels.py`).
"""

from itertools import groupby

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels
from pipeline.reading.form.lines import part_of
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.mark_words import opens_with_its_mark
from pipeline.reading.form.numbered import Numbered, bare_label, recommendation_label

# One such line may be anything.
_FEWEST = 2


def labels_apart(lines: list[Block]) -> list[Block]:
    """The lines of a form with the labels before requests in lines of their own, and none that is printed once more."""
    found = {at: label for at, line in enumerate(lines) if (label := _before_request(line.text))}
    if not found:  # nearly every form
        return lines
    alone = {at: label for at, line in enumerate(lines) if (label := bare_label(line.text)) and at not in found}
    named = [label[:2] for _, label in sorted((found | alone).items())]
    # "(a) Action taken", "(b) Details" below each recommendation are no labels of it.
    if len(named) < _FEWEST or not len(list(groupby(named))) == len(set(named)) < len(named):
        return lines
    apart, last = [], None
    for at, line in enumerate(lines):
        label = found.get(at)
        if label is None:
            apart.append(line)
            last = alone[at][:2] if at in alone else last
            continue
        begins = line.text.rindex(label.rest)
        if label[:2] != last:
            apart.append(part_of(line, 0, begins))
        apart.append(part_of(line, begins, len(line.text)))
        last = label[:2]
    return apart


def _before_request(text: str) -> Numbered | None:
    """The label of a recommendation before a request about it; None where anything else follows."""
    label = recommendation_label(text) or listed_label(text)
    if not label or not label.rest or opens_with_its_mark(text):
        return None
    asked = labels.find_label(label.rest)
    if not asked and labels.is_request(label.rest):  # "Please describe the action taken: …"
        asked = labels.keyword_label(label.rest, labels.ASKED, False)
    kind = asked.kind if asked else labels.heading(label.rest)
    return label if kind in labels.ASKED else None
