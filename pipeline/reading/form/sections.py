"""The parts of a form that belong to one recommendation each, and which recommendation that is.

Its own words decide, then its label, then its place (docs/rules.md, "Which recommendation"). Keeps out: how a form is
cut into parts (`parts.py`).
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.blocks import Block, Cell
from pipeline.reading.form.numbered import Numbered
from pipeline.text.numerals import as_number, position

# Words that no other form has which a label may have of its own.
LABEL_WORDS = 3
# Words of what stands above a table: "Table of replies".
_CAPTION_WORDS = 8


class Left(NamedTuple):
    """Words of a paragraph that a form prints, or that found no part of it; `at` counts the form's lines from 0.

    `own` is how many words a form may print there that no other form has: LABEL_WORDS in labels, -1 where it prints
    none at all.
    """

    at: int
    block: Block
    text: str
    own: int = 0


@dataclass
class Section:
    """What a form holds for one recommendation.

    `issue` is the number of the heading it stands under, `label` what is printed, `anchor` the recommendation whose
    words are printed. `asked` are the kinds of labels it has had. `row` is the table row it begins in, if it begins in
    one, and `headings` the columns of that row that are headed yes or no. `columns` is the number of the table whose
    headed columns hold its answer, 0 for none; `headed`: such columns hold the row it begins in. `table` is the number
    of the table in which the label of its answer stands, `answer_row` the row of that label and `asked_row` that of the
    question about action. `status` is yes, no or unclear where words such as "Implemented" say so, with the evidence.
    `left` is what is neither printed, nor a mark, nor in the answer.
    """

    place: str
    issue: int | None = None
    label: Numbered | None = None
    anchor: str | None = None
    row: tuple[int, int] | None = None
    columns: int = 0
    headed: bool = False
    printed: list[Left] = field(default_factory=list)
    zone: list[Block] = field(default_factory=list)
    answer: list[Block] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    headings: dict[int, str] = field(default_factory=dict)
    table: int = 0
    asked_row: tuple[int, int] | None = None
    answer_row: tuple[int, int] | None = None
    status: tuple[str, str] | None = None
    left: list[Left] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether nothing but the recommendation has been found yet."""
        return not (self.zone or self.answer or self.asked or self.status)

    @property
    def lines(self) -> list[Block]:
        """All that has been found in it."""
        return [*(left.block for left in (*self.printed, *self.left)), *self.zone, *self.answer]

    def stands_above(self, cell: Cell) -> bool:
        """Whether the recommendation stands in a row of its own, above a cell of its answer."""
        above = self.row is not None and self.row[0] == cell.table and self.row != cell.in_row
        return above and self.empty and not self.headed

    def goes_on_in(self, cell: Cell) -> bool:
        """Whether a further row of the table could be its: it stands in a row that says which recommendation it is."""
        named = self.label is not None or self.anchor is not None
        return named and self.headed and self.row is not None and self.row[0] == cell.table

    def is_caption_above(self, heads: Block) -> bool:
        """Whether all that stands here is a short line above the table that begins with these headings."""
        own = self.answer[-1] if len(self.answer) == 1 and not self.zone else None
        above = own is not None and own.cell is None and own.number == heads.number - 1
        return above and len(own.text.split()) <= _CAPTION_WORDS and not own.text.rstrip().endswith((".", "!", "?"))

    def outside(self, block: Block) -> bool:
        """Whether a paragraph stands outside the table that the answer, or the label of the answer, stands in."""
        table = self.table or (self.answer[-1].outermost if self.answer else 0)
        if self.headed and self.row and not table:
            table = self.row[0]
        return bool(table) and block.outermost != table


def identify(sections: list[Section], recommendations: tuple[Recommendation, ...]) -> list[str]:
    """The id of each section's recommendation; a label that means none of them gives an id that does not exist."""
    restarting = _restarting(sections, recommendations)
    running = [_at(recommendations, position(s.label.label)) if s.label else None for s in sections]
    chosen = max((restarting, running), key=lambda ids: _fit(ids, sections))  # the first, where both fit alike
    identified = [section.anchor or one for section, one in zip(sections, chosen, strict=True)]
    order = [recommendation.id for recommendation in recommendations]
    for at, section in enumerate(sections):
        if identified[at] is None and section.label is None:
            identified[at] = _by_place(at, identified, order)
    return [one or _printed(section) for one, section in zip(identified, sections, strict=True)]


def _fit(ids: list[str | None], sections: list[Section]) -> tuple[int, int]:
    """How well ids by label agree with the words printed, and how many different ones there are."""
    pairs = list(zip(ids, sections, strict=True))
    return sum(one is not None and one == section.anchor for one, section in pairs), len(set(ids) - {None})


def _restarting(sections: list[Section], recommendations: tuple[Recommendation, ...]) -> list[str | None]:
    """Ids by labels that begin anew in each issue. Without headings, a label that does not go on begins an issue."""
    issues = {recommendation.id: recommendation.issue for recommendation in recommendations}
    ids: list[str | None] = []
    issue, last = 1, 0
    whole = _of_whole_issues([section.label for section in sections if section.label])
    for section in sections:
        label = section.label
        if label in whole:
            here = [one.id for one in recommendations if str(one.issue) == label.label]
            ids.append(here[0] if len(here) == 1 else None)
            continue
        if section.anchor:
            issue = issues[section.anchor]
        elif section.issue or (label and label.issue):
            issue = label.issue if label and label.issue else section.issue
        elif label and position(label.label) <= last:
            issue += 1
        last = position(label.label) if label else last
        ids.append(_in_issue(recommendations, issue, label.label) if label else None)
    return ids


def _of_whole_issues(labels: list[Numbered]) -> list[Numbered]:
    """The labels that are the number of an issue: "2" where all others are such as "1 (a)"."""
    numbers = [label for label in labels if label.issue is None and label.label.isdecimal()]
    others = [label for label in labels if label not in numbers]
    return numbers if others and all(label.issue and label.label.isalpha() for label in others) else []


def _in_issue(recommendations: tuple[Recommendation, ...], issue: int, label: str) -> str | None:
    here = [recommendation for recommendation in recommendations if recommendation.issue == issue]
    as_printed = next((recommendation.id for recommendation in here if recommendation.label == label), None)
    # "i" is the ninth letter and the first number.
    return as_printed or _at(here, position(label)) or _at(here, as_number(label) or 0)


def _at(recommendations, position: int) -> str | None:
    return recommendations[position - 1].id if 1 <= position <= len(recommendations) else None


def _by_place(at: int, identified: list[str | None], order: list[str]) -> str | None:
    """Where nothing is printed: its place in a whole form, else the one that follows the one before it."""
    if at == 0 or len(identified) == len(order):
        place = at
    elif identified[at - 1] in order:
        place = order.index(identified[at - 1]) + 1
    else:
        return None
    return order[place] if place < len(order) and order[place] not in identified else None


def _printed(section: Section) -> str:
    if section.label is None:
        return "without a label"
    return f"{section.label.issue or section.issue or 1}.{section.label.label}"


def of_label(recommendations: tuple[Recommendation, ...], issue: int, label: str) -> str:
    """The id of the recommendation that an issue has under a label; where it has none, an id that does not exist."""
    return _in_issue(recommendations, issue, label) or f"{issue}.{label}"
