"""What was written into a form with tags where none of its fields is: all that is left but what the form prints.

What it prints is known word for word (`reading/own_form.py`). Keeps out: the fields (`word_tagged.py`).
"""

import re
from functools import lru_cache

from pipeline.reading.blocks import Block
from pipeline.reading.form.anchors import anchors_of, letters_of
from pipeline.reading.form.beyond import FormWords, beyond
from pipeline.reading.form.lines import lines_of, value_of
from pipeline.reading.pictures import about_pictures
from pipeline.reading.reply import Question, Remark, Unplaced, line_mark

# A line shorter than this is looked for whole only, not at the beginning of another.
_OPENS_WITH = 4


@lru_cache(maxsize=8)
def _printed(question: Question) -> tuple[dict[str, str], tuple[str, ...], FormWords]:
    texts = {recommendation.id: recommendation.text for recommendation in question.recommendations}
    lines = sorted(filter(None, map(letters_of, question.printed)), key=len, reverse=True)
    return texts, tuple(lines), FormWords(question.printed)


def beside_tags(blocks: list[Block], question: Question) -> list[tuple[Unplaced, bool]]:
    """What stands beside the fields, and whether it stands between a recommendation and its fields, or among these.

    The fields themselves have been emptied before.
    """
    anchors, (texts, _, _) = anchors_of(question), _printed(question)
    found: list[tuple[Unplaced, bool]] = []
    before, current, table = "", "", 0
    for block in lines_of(blocks):
        text = value_of(block.text)
        if not re.search(r"\w", text):
            continue
        anchor = anchors.find(text)
        if anchor and anchor.of_text > 0.5:
            current, table = anchor.key, 0
        elif block.cell and not table:
            table = block.outermost
        own = not table or block.outermost == table
        stretches = beyond(text, texts[anchor.key]) if anchor else _beyond_lines(text, question)
        found += [(Unplaced(block.place, one, line_mark(before), current), bool(current) and own) for one in stretches]
        before = text
    return found


def about_pictures_beside(blocks: list[Block], question: Question) -> list[Remark]:
    """A remark for each picture in a form with tags, told by the recommendation whose text stands before it."""
    anchors = anchors_of(question)
    found = ((block.number, anchors.find(value_of(block.text))) for block in blocks)
    return about_pictures(blocks, [(number, anchor.key) for number, anchor in found if anchor and anchor.of_text > 0.5])


def _beyond_lines(text: str, question: Question) -> tuple[str, ...]:
    """What a line says beyond the one that the form prints there."""
    _, printed, words = _printed(question)
    letters = letters_of(text)
    if letters in printed or not (printed or words.others(text)):
        return ()
    opening = next((line for line in printed if len(line) >= _OPENS_WITH and letters.startswith(line)), "")
    passed = 0
    for at, letter in enumerate(text):
        if passed >= len(opening):
            return (text[at:].strip(),)
        passed += len(letters_of(letter))
    return ()
