"""The lines of a document as a form is read: one for each line break, choices and labels told apart, tables upright.

Keeps out: what any line is (`paragraphs.py`).
"""

from pipeline.reading.blocks import Block
from pipeline.reading.form.anchors import Anchors
from pipeline.reading.form.degrees import told_apart
from pipeline.reading.form.labelled_requests import labels_apart
from pipeline.reading.form.legend import explained
from pipeline.reading.form.lines import lines_of
from pipeline.reading.form.own_heads import answers_behind_heads
from pipeline.reading.form.own_requests import with_known_requests
from pipeline.reading.form.paragraph_numbers import without_numbers
from pipeline.reading.form.turned import upright


def prepared(blocks: list[Block], anchors: Anchors) -> list[Block]:
    """The lines of a form in reading order; `anchors` finds the recommendations' texts in them."""
    lines = with_known_requests(explained(without_numbers(lines_of(blocks), anchors.find)), anchors)
    return answers_behind_heads(upright(told_apart(labels_apart(lines)), anchors), anchors)
