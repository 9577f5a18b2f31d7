"""Which column of a sheet holds what: columns named as the tables are, or headed by the questions of a survey.

A survey tool heads a column with the whole question: the recommendation's label or words, and what is asked about it;
"If yes, please describe" behind it goes on with the same one. Names are data (`form/labels.yaml`). Keeps out: the rows
(`sheet.py`).
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.reading.form import labels
from pipeline.reading.form.anchors import anchors_of, letters_of
from pipeline.reading.form.beyond import beyond
from pipeline.reading.form.joint_labels import joint_label
from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.numbered import (
    Numbered,
    bare_label,
    lone_label,
    number_before,
    numbered_label,
    recommendation_label,
)
from pipeline.reading.form.sections import of_label
from pipeline.reading.reply import CONTACT_FIELDS, Question
from pipeline.text.numerals import as_number

ANSWER = ("action_taken", "text")
# The column whose marks say no, beside one whose marks say yes.
NO = "no"
_ID = re.compile(r"\s*(?P<issue>[0-9]{1,2})\s*(?:\.\s*|(?=[(A-Za-z]))\(?(?P<label>[A-Za-z]{1,2}|[0-9]{1,3})\)?\s*")
_WIDE = re.compile(r"^\s*(?P<id>[0-9]+(?:\.[A-Za-z0-9]+|\s?\([A-Za-z0-9]+\)))[\s_:.–-]+(?P<column>.+)$")
# Where a question names its recommendation: at its head, or in the brackets in which grids have their row.
_LABEL = r"(?P<id>[0-9]{1,2}\s?(?:\.[a-z]|\([a-z0-9]{1,2}\)|[a-z]))(?![A-Za-z0-9])"
_HEADED = re.compile(rf"^\W*(?:q(?:uestion)?\.?\s*|r(?:ec(?:ommendation)?)?\.?\s*)?{_LABEL}", re.I)
# "Has action been taken on recommendation 1 (a)?"
_ASKED_ABOUT = re.compile(rf"(?<!\w)(?:rec\.?|{labels.alternatives(labels.DATA['recommendation'])})\s*{_LABEL}", re.I)
# "Details on 1 (a)"
_BEHIND = re.compile(rf"(?<![A-Za-z0-9]){_LABEL}\W*$", re.I)
_IN_BRACKETS = re.compile(r"\[(?P<row>[^\[\]]+)\]\s*$")
# What tools put behind a heading that stands twice.
_AGAIN = re.compile(r"(?<=[a-z?.:)])\.?\d{1,3}$")
# Columns by the kinds of labels in forms.
_BY_LABEL = {
    "country": "respondent",
    "recommendation": "recommendation",
    "action": "action_taken",
    "comment": "text",
    "consent": "publish",
    "submitted_on": "submitted_on",
    "general": "general",
    **{f"contact_{field}": field for field in CONTACT_FIELDS},
}
# What columns ask for in words of their own, by the kinds of labels whose words they have.
_FIELDS = {
    "consent": "publish",
    "submitted_on": "submitted_on",
    "general": "general",
    **{f"contact_{field}": field for field in CONTACT_FIELDS if field != "name"},
    # Names are asked of countries too.
    "country": "respondent",
    "contact_name": "name",
}
_ASIDE = re.compile(r"\([^()]*\)")
# Columns of answers by what heads such columns in forms.
_BY_HEADING = {"action": "action_taken", "yes": "action_taken", "comment": "text"}
# The same where each row names its recommendation, and may name its issue.
_IN_ROWS = _BY_HEADING | {"issue": "issue", "no": NO}


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


class _Asked(NamedTuple):
    """What a heading asks: the recommendation it names, and whether about action or for the text."""

    recommendation: str | None
    kind: str | None


class _Last(NamedTuple):
    """The last heading that names a recommendation: its place, which, and what it asks for where it says so."""

    position: int
    recommendation: str
    kind: str | None


def cell_at(row: list[str], position: int) -> str:
    """What stands in a cell of a row; nothing behind the row's end."""
    return row[position].strip() if position < len(row) else ""


def identifier(written: str) -> str:
    """The id of a recommendation however it is written: 1.b, 1(b), 1 (b), 1b."""
    match = _ID.fullmatch(written)
    return f"{match['issue']}.{match['label']}".lower() if match else written.strip().lower()


def recommendation_of(written: str, question: Question, issue: str = "") -> str:
    """The id of the recommendation that a cell names: by its id, its words, or its label as forms print it.

    `issue` is what stands in the column of issues, for labels that only their issue tells apart.
    """
    anchor = None if _ID.fullmatch(written) else anchors_of(question).find(written)
    if anchor:
        return str(anchor.key)
    label = joint_label(written) or label_in(written) or (lone_label(written) if issue else None)
    number = (label.issue or issue_in(issue, question)) if label else None
    named = f"{number}.{label.label}" if label else ""
    return named if any(one.id == named for one in question.recommendations) else identifier(written)


def others_named(written: str, question: Question, asked: str) -> list[str]:
    """The ids of the recommendations that a cell names behind the first, which is `asked`: "1.a, 1.b"."""
    label = None if _ID.fullmatch(written) else joint_label(f"Recommendations {written}") or joint_label(written)
    if label is None or label.rest:
        return []
    issue = next((one.issue for one in question.recommendations if one.id == asked), 1)
    return [of_label(question.recommendations, one.issue or issue, one.label) for one in label.also]


def label_in(written: str) -> Numbered | None:
    """The recommendation's label in a cell as forms print it: "Recommendation 1 (a)", "II (b)", "(a) Governments …"."""
    text = written.strip()
    return recommendation_label(text) or bare_label(text) or listed_label(text)


def issue_in(text: str, question: Question) -> int | None:
    """The number of the issue that a cell names, by it or by its title."""
    titles = {letters_of(one.issue_title): one.issue for one in question.recommendations}
    if (named := titles.get(letters_of(text))) is not None:
        return named
    label = numbered_label("issue", text) or bare_label(text) or lone_label(text)
    number = number_before(text)
    return as_number(label.label) if label else number[0] if number else None


def columns_of(header: list[str], question: Question | None = None) -> Columns:
    """The columns that a row heads; without the meeting's question its recommendations are known by labels only."""
    columns = Columns()
    named = list(map(column_kind, header))
    long = "recommendation" in named
    last: _Last | None = None
    for position, (name, known) in enumerate(zip(header, named, strict=True)):
        # Where rows name their recommendation, columns are headed as those of forms are: "Implemented".
        kind = known or (_IN_ROWS.get(labels.heading(name) or "") if long else None)
        if kind and (long or kind not in ANSWER):
            if columns.single.setdefault(kind, position) != position:
                columns.unknown[position] = name.strip()
        elif name.strip().casefold() in labels.TOOL_COLUMNS:
            columns.tools.add(position)
        elif name.strip():
            asked = _Asked(None, kind) if kind else _asked(name, question)
            last = _place(asked, position, name, columns, last)
    return columns


def _place(asked: _Asked, position: int, name: str, columns: Columns, last: _Last | None) -> _Last | None:
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
    field = None if recommendation else _field(name)
    columns.guessed = columns.guessed or field is not None
    if field is None or columns.single.setdefault(field, position) != position:
        columns.unknown[position] = name.strip()
    return None


def _asked(name: str, question: Question | None) -> _Asked:
    """What a heading asks, named as the tables are ("1.a text") or in the words of a survey."""
    # A column that is named for a recommendation alone holds what was said on it.
    if wide := _WIDE.match(f"{name.strip()} text" if _ID.fullmatch(name) else name):
        kind = column_kind(wide["column"])
        if kind in ANSWER:
            return _Asked(identifier(wide["id"]), None if _ID.fullmatch(name) else kind)
    row, before = in_brackets(name)
    if question and before and anchors_of(question).find(before) and not anchors_of(question).find(row):
        row, before = before, row  # "Governments should … [Comments]"
    headed = _HEADED.match(row) or _ASKED_ABOUT.search(row) or _BEHIND.search(row)
    recommendation = identifier(headed["id"]) if headed else None
    rest = f"{before} {row[: headed.start()]} {row[headed.end() :]}" if headed else before or name
    if question:
        texts = {one.id: one.text for one in question.recommendations}
        if recommendation is None and (label := label_in(row)):
            recommendation, rest = f"{label.issue}.{label.label}", f"{before} {label.rest}"
        anchor = anchors_of(question).find(row)
        if anchor:
            recommendation, rest = str(anchor.key), " ".join((before, *beyond(row, texts[anchor.key])))
        elif recommendation not in texts:
            recommendation, rest = None, name
    return _Asked(recommendation, _kind(rest))


def in_brackets(name: str) -> tuple[str, str]:
    """What stands in brackets at the end of a heading and what before them; all of it and nothing without any."""
    found = _IN_BRACKETS.search(name)
    return (found["row"], name[: found.start()]) if found else (name, "")


def column_kind(name: str) -> str | None:
    """What a column holds by its name, or by a form's label for it; None where the name means nothing here."""
    known = labels.COLUMNS.get(" ".join(re.findall(r"[^\W_]+", name.casefold())))
    return known or _BY_LABEL.get(labels.meaning(name) or "")


def answer_heading(name: str) -> str | None:
    """What of an answer a column holds by its heading alone; None where that is no heading of either."""
    named = column_kind(name) or _BY_HEADING.get(labels.heading(name) or "")
    return named if named in ANSWER else None


def asks_for_field(name: str) -> bool:
    """Whether a heading asks for anything but an answer: the respondent, a date, consent."""
    named = column_kind(name)
    return (named not in ANSWER) if named else _field(name) is not None


def _kind(asked: str) -> str | None:
    """What is asked for: the text where somebody is to describe something, else whether action was taken."""
    words = _AGAIN.sub("", asked.strip())
    if (column := column_kind(words)) in ANSWER:
        return column
    kinds = labels.keywords_in(words)
    return "text" if "comment" in kinds else "action_taken" if "action" in kinds else None


def _field(name: str) -> str | None:
    """The field of a reply that a survey asks for in words of its own; a sentence that asks nothing is an answer."""
    if (name.rstrip().endswith(".") and not labels.is_request(name)) or labels.meaning(name) == labels.AGENCY:
        return None
    words = _AGAIN.sub("", name.strip())
    kinds = labels.keywords_in(_ASIDE.sub(" ", words)) or labels.keywords_in(words)
    return next((field for kind, field in _FIELDS.items() if kind in kinds), None)
