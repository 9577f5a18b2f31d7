"""Answers that stand behind all recommendations, each with the label of its own: "1.a Yes. We …".

Grouped as parts they are all under the last one. Keeps out: labels with the word before them (`labels.py`).
"""

import re

from pipeline.reading.form.lines import rest_of
from pipeline.reading.form.sections import Left, Section

_LABELLED = re.compile(
    r"\W*(?:(?:answer|reply|response)\s+(?:to\s+)?)?(?P<issue>\d{1,2})\s?(?:\.\s?(?P<point>[a-z])\b|\(\s?(?P<round>[a-z0-9]{1,2})\s?\))"
    r"[.):]?[\s:–-]+(?P<rest>\S.*)",
    re.I | re.S,
)
_NEARLY_ALL = 2 / 3


def spread(sections: list[Section], identifiers: list[str], places: dict[int, int]) -> None:
    """Give each of the answers under the last recommendation to its own, where those of the others are empty.

    `places` count the form's lines by the paragraphs' numbers.
    """
    last = sections[-1]
    by_id = dict(zip(identifiers, sections, strict=True))
    labelled = [(block, _LABELLED.match(block.text.strip())) for block in last.answer]
    named = [_identifier(match) for _, match in labelled if match]
    others = [by_id.get(one) for one in named if one != identifiers[-1]]
    # Under a question or a label of its own stands its own answer, unless it begins with those of nearly all others.
    listed = bool(labelled and labelled[0][1]) and len(named) >= _NEARLY_ALL * len(sections)
    if (last.asked and not listed) or len(named) < 2 or not others or len(set(named)) < len(named):
        return
    if any(section is None or section.answer for section in others):
        return
    last.answer, own = [], None
    for block, match in labelled:
        if match:
            own = by_id[_identifier(match)]
            own.answer += rest_of(block, match["rest"])
        elif own is None:
            last.left.append(Left(places.get(block.number, 0), block, block.text))
        else:
            own.answer.append(block)


def _identifier(match: re.Match) -> str:
    return f"{match['issue']}.{(match['point'] or match['round']).lower()}"
