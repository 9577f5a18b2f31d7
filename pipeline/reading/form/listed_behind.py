"""Answers that stand behind all recommendations, or all of an issue, each with the label of its own: "1.a Yes. We …".

Grouped as parts they are all under the last one. Keeps out: lists that stand outside of every part (`letter.py`).
"""

from itertools import groupby

from pipeline.reading.blocks import Block
from pipeline.reading.form.answer_labels import label_before
from pipeline.reading.form.lines import rest_of
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.opening_word import opening_word
from pipeline.reading.form.sections import Left, Section

_NEARLY_ALL = 2 / 3


def spread(sections: list[Section], identifiers: list[str], places: dict[int, int]) -> None:
    """Give each of the answers under the last recommendation to its own, where those of the others are empty.

    `places` count the form's lines by the paragraphs' numbers.
    """
    by_id = dict(zip(identifiers, sections, strict=True))
    for issue, group in groupby(identifiers, key=lambda identifier: identifier.partition(".")[0]):
        _spread_in_issue({identifier: by_id[identifier] for identifier in group}, issue, places)
    last = sections[-1]
    labelled = [(block, _identifier(_label(block))) for block in last.answer]
    named = [identifier for _, identifier in labelled if identifier]
    others = [by_id.get(one) for one in named if one != identifiers[-1]]
    # Under a question or a label of its own stands its own answer, unless it begins with those of nearly all others.
    listed = bool(labelled and labelled[0][1]) and len(named) >= _NEARLY_ALL * len(sections)
    if (last.asked and not listed) or len(named) < 2 or not others or len(set(named)) < len(named):
        return
    if any(section is None or section.answer for section in others):
        return
    _give(last, labelled, by_id, places)


def _spread_in_issue(sections: dict[str, Section], issue: str, places: dict[int, int]) -> None:
    """Give each of the answers under the last recommendation of an issue to its own, where the list names them all.

    Some may be missing where each begins with yes or no. An answer may hold a list of its own: where another
    recommendation was asked by itself, it is one.
    """
    *others, last = sections.values()
    if not others or not last.answer or not all(section.empty for section in others):
        return
    labelled = [(block, _identifier(_label(block), issue)) for block in last.answer]
    named = [identifier for _, identifier in labelled if identifier]
    said = [opening_word(_label(block).rest) for block, identifier in labelled if identifier]
    some = bool(named) and all(said) and named == [one for one in sections if one in named]
    if named == list(sections) or some:
        _give(last, labelled, sections, places)


def _give(last: Section, labelled: list[tuple[Block, str]], by_id: dict[str, Section], places: dict[int, int]) -> None:
    """Move each paragraph under the last recommendation to that of the label before it; others are left over."""
    last.answer, own = [], None
    for block, identifier in labelled:
        if identifier:
            own = by_id[identifier]
            own.answer += rest_of(block._replace(bullet=False), _label(block).rest)
        elif own is None:
            last.left.append(Left(places.get(block.number, 0), block, block.text))
        else:
            own.answer.append(block)


def _label(block: Block) -> Numbered | None:
    found = label_before(block.text.strip())
    return found[0] if found else None


def _identifier(label: Numbered | None, issue: str = "") -> str:
    """The recommendation that a label before an answer names; empty where it names none."""
    number = (label.issue or issue) if label and label.rest else ""
    return f"{number}.{label.label}" if number else ""
