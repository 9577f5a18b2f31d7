"""Answers that stand behind all recommendations, each with the label of its own: "1.a Yes. We …".

Grouped as parts they are all under the last one. Keeps out: labels with the word before them (`numbered.py`), and lists
behind recommendations of which none is answered (`letter.py`).
"""

from pipeline.reading.form.letter import listed_label
from pipeline.reading.form.lines import rest_of
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.sections import Left, Section

_NEARLY_ALL = 2 / 3


def spread(sections: list[Section], identifiers: list[str], places: dict[int, int]) -> None:
    """Give each of the answers under the last recommendation to its own, where those of the others are empty.

    `places` count the form's lines by the paragraphs' numbers.
    """
    last = sections[-1]
    by_id = dict(zip(identifiers, sections, strict=True))
    labelled = [(block, _label(block.text)) for block in last.answer]
    named = [_identifier(label) for _, label in labelled if label]
    others = [by_id.get(one) for one in named if one != identifiers[-1]]
    # Under a question or a label of its own stands its own answer, unless it begins with those of nearly all others.
    listed = bool(labelled and labelled[0][1]) and len(named) >= _NEARLY_ALL * len(sections)
    if (last.asked and not listed) or len(named) < 2 or not others or len(set(named)) < len(named):
        return
    if any(section is None or section.answer for section in others):
        return
    last.answer, own = [], None
    for block, label in labelled:
        if label:
            own = by_id[_identifier(label)]
            own.answer += rest_of(block._replace(bullet=False), label.rest)
        elif own is None:
            last.left.append(Left(places.get(block.number, 0), block, block.text))
        else:
            own.answer.append(block)


def _label(text: str) -> Numbered | None:
    """The label that an answer has before it in its line."""
    label = listed_label(text.strip())
    return label if label and label.issue and label.rest else None


def _identifier(label: Numbered) -> str:
    return f"{label.issue}.{label.label}"
