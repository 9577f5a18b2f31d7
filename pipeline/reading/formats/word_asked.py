"""Which recommendation each part of a form with tags asks about: the text printed over its fields, not only its tag.

meeting.yaml may have been reordered or reworded after the forms were sent (docs/rules.md, "Which recommendation").
Keeps out: the fields (`word_tagged.py`), and what a changed wording means (`intake/answers.py`).
"""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from pipeline.reading.form.anchors import anchors_of, letters_of
from pipeline.reading.form.numbered import numbered_label
from pipeline.reading.reply import Question
from pipeline.reading.word import body
from pipeline.reading.word.run import W

# Shares of a text and of a paragraph from which the paragraph prints that text.
_PRINTS = 0.5
# Share of a form's parts that ask this meeting's recommendations, from which the form is this meeting's.
_OWN = 0.6


class Asked(NamedTuple):
    """What stands over the fields of one part: the text, and the recommendation whose text that is (None: nobody's)."""

    text: str | None
    recommendation: str | None


def asked_over(control: etree._Element, tagged: str, question: Question) -> Asked:
    """What a part asks, whose answer stands in `control` and whose tag names the recommendation `tagged`."""
    adopted = {recommendation.id: recommendation.text for recommendation in question.recommendations}
    lines = list(_lines_over(control))
    for line in lines:
        if letters_of(line) == letters_of(adopted.get(tagged, "")):  # two recommendations may have the same text
            return Asked(line, tagged)
        anchor = anchors_of(question).find(line)
        if anchor and min(anchor.of_text, anchor.of_paragraph) >= _PRINTS:
            return Asked(line, str(anchor.key))
    return Asked(lines[0] if lines else None, None)


def is_of_this_meeting(asked: Iterable[Asked]) -> bool:
    """Whether nearly all parts of a form ask recommendations of this meeting, whatever meeting the form names."""
    known = [one.recommendation is not None for one in asked]
    return sum(known) > 0 and sum(known) >= _OWN * len(known)


def _lines_over(control: etree._Element) -> Iterable[str]:
    """The paragraphs between the heading of a part and the table with its fields, headings and blank ones left out."""
    table = next(control.iterancestors(W + "tbl"), None)
    over = []
    for element in table.itersiblings(preceding=True) if table is not None else ():
        if element.tag == W + "tbl":
            break
        line = body.text_of_paragraph(element).strip() if element.tag == W + "p" else ""
        if numbered_label("recommendation", line) or numbered_label("issue", line):
            break
        if line:
            over.append(line)
    return reversed(over)
