"""Tables with a row for each question, as databases export them: "Country | Question | Answer", "Field | Value".

They become tables with a row for each answer. Keeps out: a row for each recommendation (`sheet.py`), and forms in which
each is asked once (`sheet_form.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.reading.form import labels
from pipeline.reading.form.form import form_words
from pipeline.reading.formats.sheet_beside import words_beside
from pipeline.reading.formats.sheet_columns import Columns, cell_at
from pipeline.reading.formats.sheet_headings import ANSWER, answer_heading, asked_in, column_kind, field_in, spaced
from pipeline.reading.formats.sheet_named import recommendation_of
from pipeline.reading.formats.sheet_rows import Row, is_mark
from pipeline.reading.formats.sheet_shapes import Headed
from pipeline.reading.reply import Question, Unplaced

# Recommendations that a table asks about, from which it is one of answers.
_FEWEST_ASKED = 2
_IN_ORDER = ("respondent", "recommendation", *ANSWER)


@dataclass
class _Said:
    """What the rows of one respondent say: fields, and to each recommendation its places, marks and texts."""

    fields: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    answers: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @property
    def asked_twice(self) -> bool:
        """Whether a recommendation has a row for its mark and one for its text."""
        return any(all((one, kind) in self.answers for kind in ANSWER) for one in self.places)


def in_questions(rows: list[list[str]], at: int, question: Question, placed: str) -> Headed | None:
    """The table of questions and answers that this row heads; None where it heads none.

    `placed` is what places of rows begin with, as "sheet Replies, row".
    """
    columns = _columns(rows[at])
    if columns is None:
        return None
    said: dict[str, _Said] = {}
    beside: list[Unplaced] = []
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        if any(map(str.strip, row)):
            mine = said.setdefault(cell_at(row, columns.get("respondent", len(row))), _Said())
            beside += _take(mine, f"{placed} {number}", row, columns, question)
    asked = {one for mine in said.values() for one in mine.places}
    if len(asked) < _FEWEST_ASKED or not ("respondent" in columns or any(mine.asked_twice for mine in said.values())):
        return None
    fields = list(dict.fromkeys(name for mine in said.values() for name in mine.fields if name not in _IN_ORDER))
    single = {name: place for place, name in enumerate((*_IN_ORDER, *fields))}
    answers = [row for name, mine in said.items() for row in _rows(name, mine, fields)]
    return Headed(at, f"{placed} {at + 1}", Columns(single), answers, tuple(beside))


def _columns(header: list[str]) -> dict[str, int] | None:
    """Where question, answer and other fields stand; None where a heading is none of these, or either is missing."""
    found: dict[str, int] = {}
    for position, name in enumerate(header):
        word = spaced(name).casefold()
        if not word or word in labels.TOOL_COLUMNS:
            continue
        kind = "asked" if word in labels.ASKED_IN_ROWS else "said" if word in labels.ANSWERED else column_kind(name)
        if kind is None or kind in ANSWER or found.setdefault(kind, position) != position:
            return None
    return found if {"asked", "said"} <= found.keys() else None


def _take(mine: _Said, place: str, row: list[str], columns: dict[str, int], question: Question) -> list[Unplaced]:
    """Take one row; returns its words that have no place in a reply."""
    asked, value = cell_at(row, columns["asked"]), cell_at(row, columns["said"])
    others: dict[int, str] = {}
    for kind, at in columns.items():
        text = cell_at(row, at) if kind not in ("asked", "said", *_IN_ORDER) else ""
        if text and mine.fields.setdefault(kind, text) != text:
            others[at] = text
    recommendation, kind = _asked(asked, cell_at(row, columns.get("recommendation", len(row))), question)
    if recommendation:
        kind = kind or ("action_taken" if is_mark(value) else "text")
        mine.places.setdefault(recommendation, []).append(place)
        mine.answers.setdefault((recommendation, kind), []).append(value)
    elif (known := column_kind(asked) or field_in(asked)) and known not in ("recommendation", *ANSWER):
        if value and mine.fields.setdefault(known, value) != value:
            others[columns["said"]] = value
    elif value or form_words(question).others(asked):
        others |= {columns["asked"]: asked, columns["said"]: value}
    return words_beside(place, others)


def _asked(asked: str, named: str, question: Question) -> tuple[str, str | None]:
    """The recommendation that a row asks about, and whether for the mark or the text; nothing where it asks none."""
    if not named:
        found = asked_in(spaced(asked), question)
        return found.recommendation or "", found.kind
    known = recommendation_of(named, question)
    return known if any(one.id == known for one in question.recommendations) else "", answer_heading(asked)


def _rows(name: str, mine: _Said, fields: list[str]) -> Iterator[Row]:
    """A row for each answer; the first has the respondent's fields as well."""
    name = name or mine.fields.get("respondent", "")
    given = [mine.fields.get(one, "") for one in fields]
    for one, places in mine.places.items():
        place = "; ".join(dict.fromkeys(places))
        yield (
            place,
            [name, one, *("\n".join(filter(None, mine.answers.get((one, kind), ()))) for kind in ANSWER), *given],
        )
        given = [""] * len(fields)
