"""What the rows of a table of replies hold, by respondent: fields, marks, texts, and words in no column of either.

Rows may leave out what the row above says, as where cells are merged. Keeps out: which column holds what
(`sheet_columns.py`) and how a table is laid out (`sheet.py`, `sheet_shapes.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels
from pipeline.reading.form.mark_words import only_marks
from pipeline.reading.form.marks import decide
from pipeline.reading.formats.sheet_columns import ANSWER, Columns, issue_in, recommendation_of
from pipeline.reading.reply import CONTACT_FIELDS, Question, ReadAnswer, Unplaced, line_mark
from pipeline.text.one_line import shorten

_REPLY = ("submitted_on", "publish", "general", "voice", *CONTACT_FIELDS)
_YES = frozenset((*labels.YES, *labels.SET_MARKS, "y", "1", "true"))
_NO = frozenset((*labels.NO, "n", "0", "false"))
# What somebody typed, not the number or the time that a tool put there.
_WORDS = re.compile(r"[^\W\d_]{2}")

# The place of a row, and its cells.
Row = tuple[str, list[str]]


@dataclass
class Gathered:
    """What the rows of one respondent hold; `place` is that of the first."""

    place: str
    fields: dict[str, str] = field(default_factory=dict)
    answers: list[ReadAnswer] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)


def said(value: str) -> str:
    """Yes and no in the words and marks that forms have as well; anything else as it stands."""
    word = value.strip().casefold()
    known = "yes" if word in _YES else "no" if word in _NO else labels.heading(word)
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
    by_respondent: dict[str, Gathered] = {}
    above = ("", "")
    issues: dict[str, dict[str, tuple[Gathered, Unplaced]]] = defaultdict(dict)
    for place, row in rows:
        if not any(value.strip() for value in row):
            continue
        cells = dict(enumerate(row))
        name = _cell(cells, columns, "respondent")
        if "recommendation" in columns.single:
            asked = recommendation_of(_cell(cells, columns, "recommendation"), question, _cell(cells, columns, "issue"))
            name, asked = above = _as_above(name, asked, above, by_respondent)
        mine = by_respondent.setdefault(name, Gathered(place))
        _add_fields(mine, cells, columns)
        if "recommendation" in columns.single:
            action, text = (cells.get(columns.single.get(kind, -1), "") for kind in ANSWER)
            mine.answers.append(_answer(asked, action, text, place))
        for one in dict.fromkeys(recommendation for recommendation, _ in columns.wide):
            action, text = (cells.get(columns.wide.get((one, kind), -1), "") for kind in ANSWER)
            mine.answers.append(_answer(one, action, text, f"{place}, column {one}"))
        issue = _cell(cells, columns, "issue")
        if _WORDS.search(issue) and issue_in(issue, question) is None:
            where = f"{place}, column {columns.single['issue'] + 1}"
            issues[asked.partition(".")[0]].setdefault(issue, (mine, Unplaced(where, issue, line_mark(where))))
        for position, heading in columns.unknown.items():
            if _WORDS.search(text := cells.get(position, "")):
                where = f"{place}, column {position + 1} ({shorten(heading)})"
                mine.unplaced.append(Unplaced(where, text, line_mark(where)))
    # One text for each issue is its title in other words; several are what somebody wrote.
    for titles in issues.values():
        for gathered, words in titles.values() if len(titles) > 1 else ():
            gathered.unplaced.append(words)
    return by_respondent


def _cell(cells: dict[int, str], columns: Columns, kind: str) -> str:
    return cells.get(columns.single.get(kind, -1), "").strip()


def _as_above(name: str, asked: str, above: tuple[str, str], by_respondent: dict[str, Gathered]) -> tuple[str, str]:
    """Respondent and recommendation of a row that may leave one of them out where it is that of the row above.

    It is not where the respondent has answered that recommendation already: then somebody is missing.
    """

    def new(name: str, asked: str) -> bool:
        known = by_respondent.get(name)
        return known is None or all(answer.recommendation != asked for answer in known.answers)

    if not name and asked and above[0] and new(above[0], asked):
        return above[0], asked
    if name and not asked and above[1] and new(name, above[1]):
        return name, above[1]
    return name, asked


def _add_fields(mine: Gathered, cells: dict[int, str], columns: Columns) -> None:
    for kind in _REPLY:
        if value := _cell(cells, columns, kind):
            known = mine.fields.setdefault(kind, value)
            if kind == "general" and value not in known:
                mine.fields[kind] = f"{known}\n{value}"


def _answer(asked: str, action: str, text: str, place: str) -> ReadAnswer:
    mark = said(action)
    if mark in ("yes", "no", ""):
        return ReadAnswer(asked, mark or ("unclear" if text.strip() else ""), text, place)
    # What stands in place of a mark is kept: as the answer where there is no other, else beside its place.
    return ReadAnswer(asked, "unclear", text if text.strip() else mark, f"{place} (mark: {mark})")
