"""What the heading of a sheet's column asks, named as the tables are or in the words of a survey.

A survey tool heads a column with the whole question: the recommendation's label or words, and what is asked about it.
Names are data (`form/labels.yaml`). Keeps out: which columns belong together (`sheet_columns.py`).
"""

import re
from typing import NamedTuple

from pipeline.reading.form import labels
from pipeline.reading.form.anchors import anchors_of
from pipeline.reading.form.beyond import beyond
from pipeline.reading.formats.sheet_named import identifier, is_identifier, label_in
from pipeline.reading.reply import CONTACT_FIELDS, Question

ANSWER = ("action_taken", "text")
# The column whose marks say no, beside one whose marks say yes.
NO = "no"
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


class Asked(NamedTuple):
    """What a heading asks: the recommendation it names, and whether about action or for the text."""

    recommendation: str | None
    kind: str | None


def spaced(name: str) -> str:
    """A heading with spaces for the lines that tools put between its words: "rec_1b_details"."""
    return name.replace("_", " ").strip()


def asked_in(name: str, question: Question | None) -> Asked:
    """What a heading asks, named as the tables are ("1.a text") or in the words of a survey."""
    # A column that is named for a recommendation alone holds what was said on it.
    if wide := _WIDE.match(f"{name.strip()} text" if is_identifier(name) else name):
        kind = column_kind(wide["column"])
        if kind in ANSWER:
            return Asked(identifier(wide["id"]), None if is_identifier(name) else kind)
    row, before = in_brackets(name)
    if question and before and _names_alone(before, row, question):
        row, before = before, row  # "Governments should … [Comments]", "Recommendation 1 (a) [Comments]"
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
    return Asked(recommendation, _kind(rest))


def _names_alone(before: str, row: str, question: Question) -> bool:
    """Whether what stands before brackets names a recommendation, and what stands in them none."""
    asked = answer_heading(row) is not None and label_in(before) is not None
    return asked or (anchors_of(question).find(before) is not None and anchors_of(question).find(row) is None)


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


def heading_in_rows(name: str) -> str | None:
    """What a column holds by a form's heading, where each row names its recommendation."""
    return _IN_ROWS.get(labels.heading(name) or "")


def asks_for_field(name: str) -> bool:
    """Whether a heading asks for anything but an answer: the respondent, a date, consent."""
    named = column_kind(name)
    return (named not in ANSWER) if named else field_in(name) is not None


def _kind(asked: str) -> str | None:
    """What is asked for: the text where somebody is to describe something, else whether action was taken."""
    words = _AGAIN.sub("", asked.strip())
    if (column := column_kind(words)) in ANSWER:
        return column
    kinds = labels.keywords_in(words)
    return "text" if "comment" in kinds else "action_taken" if "action" in kinds else None


def field_in(name: str) -> str | None:
    """The field of a reply that a survey asks for in words of its own; a sentence that asks nothing is an answer."""
    if (name.rstrip().endswith(".") and not labels.is_request(name)) or labels.meaning(name) == labels.AGENCY:
        return None
    words = _AGAIN.sub("", name.strip())
    kinds = labels.keywords_in(_ASIDE.sub(" ", words)) or labels.keywords_in(words)
    return next((field for kind, field in _FIELDS.items() if kind in kinds), None)
