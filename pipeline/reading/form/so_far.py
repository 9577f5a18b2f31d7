"""What has been grouped of a form so far, and what found no part of it.

Keeps out: which part a paragraph goes to (`parts.py`).
"""

import re
from dataclasses import dataclass, field

from pipeline.reading.blocks import Block
from pipeline.reading.form import mark_words
from pipeline.reading.form.kinds import Part
from pipeline.reading.form.labels import Label
from pipeline.reading.form.lines import part_of
from pipeline.reading.form.sections import LABEL_WORDS, Left, Section

_WORD = re.compile(r"\w")


@dataclass
class Parts:
    """What has been grouped so far.

    `part` is what an ordinary paragraph belongs to, `issue` the number of the heading above, `pending` the field whose
    value follows with the paragraph of its label, `opening` the texts before the first recommendation, `general_row`
    the row of a headed table that holds the general statement. `left` is what belongs to no part, but for what stands
    in the section of a recommendation, which keeps its own. `field_lines` are the lines that gave the fields. `alone`
    are the rows of tables that have one cell.
    """

    part: Part = Part.FRONT
    issue: int | None = None
    pending: tuple[str, Block] | None = None
    general_row: tuple[int, int] | None = None
    fields: dict[str, str] = field(default_factory=dict)
    consent: list[Block] = field(default_factory=list)
    general: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    opening: set[str] = field(default_factory=set)
    left: list[Left] = field(default_factory=list)
    field_lines: list[Left] = field(default_factory=list)
    alone: frozenset[tuple[int, int]] = frozenset()

    def begin_issue(self, number: int, block: Block) -> None:
        """Take an issue's heading; below a recommendation's label in its cell it says of which issue that one is."""
        last, self.issue = self.sections[-1] if self.sections else None, number
        named = last and last.label and last.label.issue is None and last.empty
        if named and self.part is Part.PRINTED and block.cell and last.row == block.cell.in_row:
            last.issue = number
        else:
            self.part = Part.ISSUE

    def begin_form(self) -> None:
        """What came before the form's own first heading is a letter: what looked like fields in it is none."""
        if not self.sections:
            self.left += self.field_lines
            self.fields.clear()
            self.field_lines.clear()


def leave(at: int, block: Block, text: str, left: list[Left]) -> None:
    """Keep what found no part, if it says anything."""
    if _WORD.search(text):
        left.append(Left(at, block, text))


def leave_label(at: int, block: Block, label: Label, left: list[Left]) -> None:
    """A label's own words: a form prints them, unless somebody has written into them, which takes some words."""
    if block.text.count(" ") < LABEL_WORDS:
        return
    end = block.text.rfind(label.rest) if label.rest else len(block.text)
    left.append(Left(at, block, block.text[: max(end, 0)], own=LABEL_WORDS))


def put_printed(section: Section, at: int, printed: list[Block]) -> None:
    """Put what a form prints into a section; whether it says something beyond is asked when its text is known."""
    for one in printed:
        if mark_words.only_marks(one.text):
            section.zone.append(one)
            continue
        edge = mark_words.marks_at_edge(one.text, expected=False)
        before, behind = (one.text[: edge[0]].rstrip(), one.text[edge[1] :].lstrip()) if edge else ("", "")
        if edge and not (before.strip(" (") and behind.strip(" .)")):
            # "… once a year. Yes ☒ No ☐", "☒ Yes ☐ No  Governments …"
            section.zone.append(part_of(one, *edge))
            section.printed.append(Left(at, one, before or behind))
        else:
            section.printed.append(Left(at, one, one.text))
