"""Numbers before all paragraphs of a reply, as notes have them: "4. Recommendation 1 (b): …", "5. No. Pilots …".

Keeps out: numbers that are labels of recommendations or answers (`numbered.py`, `letter.py`).
"""

import re
from collections.abc import Callable
from itertools import pairwise

from pipeline.reading.blocks import Block
from pipeline.reading.form.lines import part_of
from pipeline.reading.form.numbered import recommendation_label

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,3})\.(?:\s+|$)")
# Fewer of either, recommendations or other paragraphs, show nothing.
_FEWEST = 3


def without_numbers(lines: list[Block], asked: Callable[[str], object]) -> list[Block]:
    """The lines of a form without a number that goes on through recommendations and answers alike.

    `asked`: whether a text is a recommendation's.
    """
    numbered = {at: found for at, line in enumerate(lines) if (found := _NUMBERED.match(line.text))}
    if len(numbered) < 2 * _FEWEST:  # nearly every form
        return lines
    numbers = [int(found["number"]) for found in numbered.values()]
    if any(after != before + 1 for before, after in pairwise(numbers)):
        return lines
    rests = {at: lines[at].text[found.end() :] for at, found in numbered.items()}
    of_recommendations = sum(bool(recommendation_label(rest) or asked(rest)) for rest in rests.values())
    if not _FEWEST <= of_recommendations <= len(rests) - _FEWEST:
        return lines
    return [
        part_of(line, numbered[at].end(), len(line.text)) if at in numbered else line for at, line in enumerate(lines)
    ]
