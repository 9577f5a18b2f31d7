"""Which recommendation, or which issue, a cell of a sheet names.

By its id, its words, or its label as forms print it. Keeps out: what columns hold (`sheet_columns.py`).
"""

import re

from pipeline.reading.form.anchors import anchors_of, letters_of
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
from pipeline.reading.reply import Question
from pipeline.text.numerals import as_number

_ID = re.compile(r"\s*(?P<issue>[0-9]{1,2})\s*(?:\.\s*|(?=[(A-Za-z]))\(?(?P<label>[A-Za-z]{1,2}|[0-9]{1,3})\)?\s*")


def is_identifier(written: str) -> bool:
    """Whether a cell holds nothing but the id of a recommendation, however it is written."""
    return bool(_ID.fullmatch(written))


def identifier(written: str) -> str:
    """The id of a recommendation however it is written: 1.b, 1(b), 1 (b), 1b."""
    match = _ID.fullmatch(written)
    return f"{match['issue']}.{match['label']}".lower() if match else written.strip().lower()


def recommendation_of(written: str, question: Question, issue: str = "") -> str:
    """The id of the recommendation that a cell names: by its id, its words, or its label as forms print it.

    `issue` is what stands in the column of issues, for labels that only their issue tells apart.
    """
    anchor = None if is_identifier(written) else anchors_of(question).find(written)
    if anchor:
        return str(anchor.key)
    label = joint_label(written) or label_in(written) or (lone_label(written) if issue else None)
    number = (label.issue or issue_in(issue, question)) if label else None
    named = f"{number}.{label.label}" if label else ""
    return named if any(one.id == named for one in question.recommendations) else identifier(written)


def others_named(written: str, question: Question, asked: str) -> list[str]:
    """The ids of the recommendations that a cell names behind the first, which is `asked`: "1.a, 1.b"."""
    label = None if is_identifier(written) else joint_label(f"Recommendations {written}") or joint_label(written)
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
