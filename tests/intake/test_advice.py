"""What findings tell the desk officer to do, where the usual advice would not help.

Keeps out: which findings are raised (test_take_in.py and others).
"""

import pytest

from pipeline import steps
from schemas.finding_codes import FINDING_CODES
from tests.workspaces import add_receipt

SHEET = "respondent,recommendation,text\nAlba,1.a,We lit lamps.\n{name},1.a,We lit more lamps.\n"


def about(case, code, file=None):
    """The findings of this code, about one file where it is named."""
    found = [one for one in steps.intake(case).findings if one.code == code]
    return [one for one in found if file is None or one.place.file == f"replies/{file}"]


@pytest.mark.parametrize("code", [code for code, known in FINDING_CODES.items() if known.cases])
def test_every_case_has_advice_of_its_own(code):
    known = FINDING_CODES[code]
    assert known.of("") == (known.action, known.meaning)
    for name, case in known.cases.items():
        assert known.of(name).action == case.action != known.action
        assert case.action.endswith(".")
        assert known.of(name).meaning


@pytest.mark.parametrize(
    ("name", "code"), [("Nowhere", "unknown_respondent"), ("Alba and Cyra", "ambiguous_respondent")]
)
def test_a_name_in_one_row_of_a_sheet_is_not_sent_to_the_receipts(case, name, code):
    (case.folder / "replies" / "all.csv").write_text(SHEET.format(name=name), encoding="utf-8")
    (told,) = about(case, code)
    assert "that row" in told.action
    assert "receipts.csv" not in told.action


def test_a_name_in_a_file_of_one_reply_is(case):
    (case.folder / "replies" / "one.yaml").write_text("respondent: Nowhere\ngeneral: We lit lamps.\n")
    (told,) = about(case, "unknown_respondent")
    assert "receipts.csv" in told.action


@pytest.mark.parametrize(("received", "advice"), [("2031-05-01", "the day of receipt is known"), ("", "receipts.csv")])
def test_a_doubtful_date_matters_little_where_the_day_of_receipt_is_known(case, received, advice):
    (case.folder / "replies" / "one.yaml").write_text(
        "respondent: Alba\nsubmitted_on: 31 June 2031\ngeneral: We lit.\n"
    )
    add_receipt(case, "one.yaml", "ALB", received)
    (told,) = about(case, "date_doubtful")
    assert advice in told.action


def test_a_day_of_receipt_in_another_year_is_corrected_where_it_stands(case):
    (case.folder / "replies" / "one.yaml").write_text("respondent: Alba\ngeneral: We lit lamps.\n")
    add_receipt(case, "one.yaml", "ALB", "2019-05-01")
    assert [told.action for told in about(case, "date_doubtful")] == ["Correct the day in receipts.csv."]


def test_a_reply_in_another_language_says_that_the_note_has_nothing_of_it_yet(case):
    (case.folder / "replies" / "one.yaml").write_text(
        "respondent: Alba\nanswers:\n  1.a: Le gouvernement a allumé toutes les lampes du port et formé des pilotes.\n"
    )
    add_receipt(case, "one.yaml", "ALB")
    (told,) = about(case, "not_english")
    assert "editorial/" in told.action
    assert "until then the note has none" in told.action


def test_a_paragraph_without_of_is_told_with_the_value_to_add(answered):
    folder = answered.folder / "editorial"
    folder.mkdir()
    (folder / "ALB.yaml").write_text("1.a: {text: Alba lit its lamps.}\n")
    case = steps.Case(answered.workspace, answered.meeting_id)
    steps.intake_tables(case)
    for name, frame in steps.intake_tables(case).items():
        steps.lake.write(case.workspace, name, case.meeting_id, frame)
    tables, _ = steps.note_tables(case)
    (told,) = tables["quality.note_findings"].filter(code="stale_editorial").iter_rows(named=True)
    assert "does not say which answer it was written for" in told["message"]
    assert "found no `of`, expected of: " in told["message"]
    assert "add this `of`" in told["action"]
