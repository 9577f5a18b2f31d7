"""What the rows of a table of replies hold, by respondent: fields, marks, texts, and words in no column of either.

Rows may leave out what the row above says, as where cells are merged. Keeps out: which column holds what
(`sheet_columns.py`) and how a table is laid out (`sheet.py`, `sheet_shapes.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels
from pipeline.reading.form.how_far import degree
from pipeline.reading.form.joint_answers import given
from pipeline.reading.form.mark_words import only_marks
from pipeline.reading.form.marks import decide
from pipeline.reading.form.said_by_text import said_by_text
from pipeline.reading.form.whole_answers import said_in_words, says_more_aside
from pipeline.reading.formats.sheet_beside import BesideNames, words_beside
from pipeline.reading.formats.sheet_columns import Columns
from pipeline.reading.formats.sheet_headings import ANSWER, NO
from pipeline.reading.formats.sheet_named import others_named, recommendation_of
from pipeline.reading.reply import CONTACT_FIELDS, Question, ReadAnswer, Remark, Unplaced

_REPLY = ("submitted_on", "publish", "general", "voice", *CONTACT_FIELDS)
_YES = frozenset((*labels.YES, *labels.SET_MARKS, "y", "1", "true"))
_NO = frozenset((*labels.NO, "n", "0", "false"))
# What stands in a cell headed no that is not marked.
_UNSET = frozenset((*labels.EMPTY_MARKS, "0", "false"))

# Columns whose cells may be merged over several rows.
_LEFT_OUT = ("respondent", "recommendation")

# The place of a row, and its cells.
Row = tuple[str, list[str]]


@dataclass
class Gathered:
    """What the rows of one respondent hold; `place` is that of the first."""

    place: str
    fields: dict[str, str] = field(default_factory=dict)
    answers: list[ReadAnswer] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add_answer(self, answer: ReadAnswer, others: list[str]) -> None:
        """Keep an answer, also as that to the other recommendations which its row names."""
        answers, remarks = given(answer, others)
        self.answers += answers
        self.remarks += remarks


def said(value: str) -> str:
    """Yes and no in the words and marks that forms have as well; anything else as it stands."""
    word = value.strip().casefold()
    known = "yes" if word in _YES else "no" if word in _NO else labels.heading(word)
    known = known if known in ("yes", "no") else said_in_words(f"{value.strip().rstrip('.')}.") or degree(value)
    if known in ("yes", "no"):
        return known
    if only_marks(value):
        decided = decide([Block((Run(value),), 0, None)])
        # Boxes that nobody has touched say nothing.
        return decided.value if decided.value in ("yes", "no") else value.strip() if decided.stated else ""
    return value.strip()


def is_mark(value: str) -> bool:
    """Whether a cell says yes or no, or nothing."""
    return said(value) in ("yes", "no", "")


def gather(rows: Iterable[Row], columns: Columns, question: Question) -> dict[str, Gathered]:
    """What each respondent says, by the name as written; empty where rows name none."""
    filled = [(place, dict(enumerate(row))) for place, row in rows if any(value.strip() for value in row)]
    left_out = {kind for kind in _LEFT_OUT if not _is_repeated([_cell(cells, columns, kind) for _, cells in filled])}
    found = _Rows(columns, question, left_out)
    below = filled[-1:] if len(filled) > 1 and _is_line_below(filled[-1][1], columns) else []
    for place, cells in filled[: len(filled) - len(below)]:
        found.add(place, cells)
    for place, cells in below:
        list(found.by_respondent.values())[-1].unplaced += words_beside(place, cells)
    for name, words in found.beside.left_over():
        found.by_respondent[name].unplaced += words
    return found.by_respondent


def _is_line_below(cells: dict[int, str], columns: Columns) -> bool:
    """Whether a last row is a line below the table, "Prepared by the Navy": rows of answers name what they answer."""
    filled = [at for at, text in cells.items() if text.strip()]
    return "recommendation" in columns.single and filled == [columns.single.get("respondent")]


def _is_repeated(names: list[str]) -> bool:
    """Whether rows below each other have the same name: in such a table a blank one is missing, not merged."""
    return any(name and name == below for name, below in pairwise(names))


class _Rows:
    """The rows of a table that have been seen; `left_out` are the columns that may leave out what stands above."""

    def __init__(self, columns: Columns, question: Question, left_out: set[str]) -> None:
        self._left_out = left_out
        self.by_respondent: dict[str, Gathered] = {}
        self.beside = BesideNames(question)
        self._columns, self._question = columns, question
        self._above = ("", "")

    def add(self, place: str, cells: dict[int, str]) -> None:
        """Take one row, its cells by position."""
        columns, single = self._columns, self._columns.single
        name, naming, issue = (_cell(cells, columns, kind) for kind in ("respondent", "recommendation", "issue"))
        if "recommendation" in single:
            asked = recommendation_of(naming, self._question, issue)
            name, asked = self._above = self._as_above(name, asked)
            self.beside.add_recommendation(name, place, single["recommendation"], naming, asked)
            if issue:
                self.beside.add_issue(name, place, single["issue"], issue, asked)
        mine = self.by_respondent.setdefault(name, Gathered(place))
        mine.unplaced += _add_fields(mine, place, cells, columns)
        if "recommendation" in single:
            action, text = (cells.get(single.get(kind, -1), "") for kind in ANSWER)
            action = _of_both(action, _cell(cells, columns, NO))
            mine.add_answer(_answer(asked, action, text, place), others_named(naming, self._question, asked))
        for one in dict.fromkeys(recommendation for recommendation, _ in columns.wide):
            action, text = (cells.get(columns.wide.get((one, kind), -1), "") for kind in ANSWER)
            mine.answers.append(_answer(one, action, text, f"{place}, column {one}"))
        # What a tool put into a row says nothing; without a name it is no row of the tool's.
        passed = columns.meant | (columns.tools if name else set())
        others = {at: text for at, text in cells.items() if at not in passed}
        mine.unplaced += words_beside(place, others, columns.unknown)

    def _as_above(self, name: str, asked: str) -> tuple[str, str]:
        """Respondent and recommendation of a row that may leave one of them out where it is that of the row above.

        It is not where the respondent has answered that recommendation already: then somebody is missing.
        """

        def new(name: str, asked: str) -> bool:
            known = self.by_respondent.get(name)
            return known is None or all(answer.recommendation != asked for answer in known.answers)

        above, above_asked = self._above
        if "respondent" in self._left_out and not name and asked and above and new(above, asked):
            return above, asked
        if "recommendation" in self._left_out and name and not asked and above_asked and new(name, above_asked):
            return name, above_asked
        return name, asked


def _cell(cells: dict[int, str], columns: Columns, kind: str) -> str:
    return cells.get(columns.single.get(kind, -1), "").strip()


def _of_both(yes: str, no: str) -> str:
    """What the cells of a row headed yes and no say: the word that is marked, or all that stands in them."""
    marked = said(no) in ("yes", "no") and no.casefold() not in _UNSET
    if not no or no.casefold() in _UNSET:
        return yes
    if marked:
        return "no" if said(yes) != "yes" else f"{yes} – {no}"
    return f"{yes}\n{no}".strip()


def _add_fields(mine: Gathered, place: str, cells: dict[int, str], columns: Columns) -> list[Unplaced]:
    """Take a row's fields; returns other values of fields that a respondent has one of.

    Contact data is kept apart, all of it; parts of a general statement make one.
    """
    others = {}
    for kind in _REPLY:
        if value := _cell(cells, columns, kind):
            known = mine.fields.setdefault(kind, value)
            if value in known.split("\n"):
                continue
            if kind == "general" or kind in CONTACT_FIELDS:
                mine.fields[kind] = f"{known}\n{value}"
            else:
                others[columns.single[kind]] = value
    return words_beside(place, others)


def _answer(asked: str, action: str, text: str, place: str) -> ReadAnswer:
    mark = said(action)
    if not mark:
        return ReadAnswer(asked, *said_by_text(text), place)
    if mark in ("yes", "no"):
        return ReadAnswer(asked, mark, f"{action.strip()}\n{text}".strip() if says_more_aside(action) else text, place)
    if not text.strip() and (opened := said_by_text(action.strip()))[0] in ("yes", "no"):
        return ReadAnswer(asked, *opened, place)  # "Yes. We lit the quay." where no other column is for words
    # What stands in place of a mark is kept: as the answer where there is no other, else beside its place.
    return ReadAnswer(asked, "unclear", text if text.strip() else mark, f"{place} (mark: {mark})")
