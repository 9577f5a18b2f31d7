"""Columns of answers that several respondents head."""

import pytest

from pipeline import steps
from tests.hostile import paragraph, word
from tests.tables import table
from tests.workspaces import add_receipt

LINES = [
    ("1 (a) action taken", "Yes", "No"), ("1 (a) details", "Gulls came.", ""),
    ("1 (b) action taken", "No", "Yes"), ("1 (b) details", "", "Pilots came."),
]  # fmt: skip


def intake_of(case, body: str, code: str):
    (case.folder / "replies" / "both.docx").write_bytes(word(body))
    if code:
        add_receipt(case, "both.docx", code)
    return steps.intake(case)


@pytest.mark.parametrize("code", ["", "ALB", "EST"])
def test_nobodys_words_stand_under_the_name_of_another(case, code):
    found = intake_of(case, table(("Question", "Alba", "Cyra"), *LINES), code)
    assert found.tables["core.answers"].to_dicts() == []
    (told,) = [finding for finding in found.findings if finding.code == "respondent_conflict"]
    assert "Put each into a file of its own" in told.action


def test_names_in_a_table_of_one_respondent_are_words_like_others(case):
    annex = table(("Boats stopped", "Alba", "Cyra"), ("2030", "3", "4"))
    body = paragraph("Country: Alba") + table(("Question", "Answer"), *((row[0], row[1]) for row in LINES)) + annex
    found = intake_of(case, body, "ALB")
    assert [(row["respondent"], row["text"]) for row in found.tables["core.answers"].to_dicts() if row["text"]] == [
        ("ALB", "Gulls came.")
    ]
    assert "respondent_conflict" not in {finding.code for finding in found.findings}
