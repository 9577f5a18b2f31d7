"""Which column of a sheet holds what: columns named as the tables are, or headed by the questions of a survey.

"If yes, please describe" behind a question goes on with the same recommendation. Keeps out: what a heading asks
(`sheet_headings.py`), the rows (`sheet.py`).
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.reading.form import labels
from pipeline.reading.formats.sheet_headings import (
    ANSWER,
    Asked,
    asked_in,
    column_kind,
    field_in,
    heading_in_rows,
    spaced,
)
from pipeline.reading.reply import Question


@dataclass
class Columns:
    """Which column of a sheet holds what, by position. `wide` has one pair of columns for each recommendation.

    `unknown` are the names of those that mean nothing here, by position; `tools` are those of survey tools. `asks`:
    some are headed by questions; `guessed`: the field of some is told by a word of its heading only.
    """

    single: dict[str, int] = field(default_factory=dict)
    wide: dict[tuple[str, str], int] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    tools: set[int] = field(default_factory=set)
    asks: bool = False
    guessed: bool = False

    @property
    def fits(self) -> bool:
        """Whether a sheet with these columns holds replies."""
        return "respondent" in self.single and ("recommendation" in self.single or bool(self.wide))

    @property
    def named(self) -> bool:
        """Whether a sheet with these columns holds replies and nothing else, a pair for each recommendation."""
        return self.of_all and not (self.unknown or self.guessed)

    @property
    def of_all(self) -> bool:
        """Whether its columns are about recommendations, none of them naming any."""
        return self.fits and bool(self.wide) and "recommendation" not in self.single

    @property
    def meant(self) -> set[int]:
        """The positions of those that mean something here."""
        return {*self.single.values(), *self.wide.values()}

    def unknown_in(self, rows: list[list[str]]) -> dict[int, str]:
        """Those of the columns that mean nothing here in which something stands."""
        return {at: name for at, name in self.unknown.items() if any(cell_at(row, at) for row in rows)}

    @property
    def paired(self) -> bool:
        """Whether it has columns for mark and text of several recommendations."""
        kinds = Counter(recommendation for recommendation, _ in self.wide)
        return sum(count == len(ANSWER) for count in kinds.values()) > 1

    @property
    def may_fit(self) -> bool:
        """Whether it may, by columns whose recommendations only the meeting knows."""
        return self.fits or ("respondent" in self.single and self.asks)


class _Last(NamedTuple):
    """The last heading that names a recommendation: its place, which, and what it asks for where it says so."""

    position: int
    recommendation: str
    kind: str | None


def cell_at(row: list[str], position: int) -> str:
    """What stands in a cell of a row; nothing behind the row's end."""
    return row[position].strip() if position < len(row) else ""


def columns_of(header: list[str], question: Question | None = None) -> Columns:
    """The columns that a row heads; without the meeting's question its recommendations are known by labels only."""
    columns = Columns()
    named = list(map(column_kind, header))
    long = "recommendation" in named
    last: _Last | None = None
    for position, (name, known) in enumerate(zip(header, named, strict=True)):
        # Where rows name their recommendation, columns are headed as those of forms are: "Implemented".
        kind = known or (heading_in_rows(name) if long else None)
        if kind and (long or kind not in ANSWER):
            if columns.single.setdefault(kind, position) != position:
                columns.unknown[position] = name.strip()
        elif spaced(name).casefold() in labels.TOOL_COLUMNS:
            columns.tools.add(position)
        elif name.strip():
            asked = Asked(None, kind) if kind else asked_in(spaced(name), question)
            last = _place(asked, position, name, columns, last)
    return columns


def _place(asked: Asked, position: int, name: str, columns: Columns, last: _Last | None) -> _Last | None:
    """Put a column where what it asks belongs; gives its place and recommendation where the next one may go on."""
    columns.asks = columns.asks or asked.kind is not None
    recommendation, goes_on = asked.recommendation, False
    kind = asked.kind or "text"
    behind = last if last and last.position == position - 1 else None
    if recommendation is None and asked.kind and behind:
        recommendation, goes_on = behind.recommendation, True
        # "Comments | Action taken" says which is which; "Measures taken, results achieved" behind the question whether
        # any were taken asks for the text.
        kind = kind if (behind.kind, kind) == ("text", "action_taken") else "text"
    unsaid = behind and behind.kind != "text" and columns.wide.get((recommendation, "text")) == behind.position
    if unsaid and asked.kind and kind == "text":
        # What was taken for the text, as its heading does not say, was the mark: "Q1a | Q1a_text".
        columns.wide.setdefault((recommendation, "action_taken"), columns.wide.pop((recommendation, "text")))
    if recommendation and columns.wide.setdefault((recommendation, kind), position) == position:
        return None if goes_on else _Last(position, recommendation, asked.kind)
    field = None if recommendation else field_in(name)
    columns.guessed = columns.guessed or field is not None
    if field is None or columns.single.setdefault(field, position) != position:
        columns.unknown[position] = name.strip()
    return None
