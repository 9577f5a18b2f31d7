"""Findings accepted: they stay so until what they are about changes, and errors never are.

Keeps out: the file of acceptances (tests/raw/test_accepted.py).
"""

import pytest

from pipeline import steps
from pipeline.cli.app import main
from tests.workspaces import add_receipt, add_reply, again

POINTING = "See 1.a."


def open_findings(case) -> dict[str, dict]:
    """The open findings after a run, by id."""
    steps.make_all(case.workspace, case.meeting_id)
    rows = again(case).table("quality.findings").to_dicts()
    return {row["finding_id"]: row for row in rows if row["accepted_on"] is None}


def accept(case, *arguments: str) -> int:
    return main(["--root", str(case.workspace.root), "accept", "harb-12", *arguments])


@pytest.fixture
def doubtful(answered):
    """A meeting with a fourth reply: an answer that points elsewhere, and a letter that nobody can read."""
    add_reply(
        answered, "borland.yaml", respondent="Borland", answers={"1.a": {"action_taken": "yes", "text": POINTING}}
    )
    add_receipt(answered, "borland.yaml", "BOR")
    (answered.folder / "replies" / "letter.docx").write_bytes(b"PK\x03\x04 and then nothing of use")
    return answered


def one_of(found: dict[str, dict], code: str) -> dict:
    return next(row for row in found.values() if row["code"] == code)


def test_an_accepted_finding_keeps_its_row_and_leaves_counts_until_its_answer_changes(doubtful):
    before = open_findings(doubtful)
    one = one_of(before, "refers_elsewhere")
    assert accept(doubtful, one["finding_id"], "--reason", "They mean it", "--by", "Ann") == 0
    assert set(before) - set(open_findings(doubtful)) == {one["finding_id"]}
    rows = again(doubtful).table("quality.findings").to_dicts()
    (kept,) = (row for row in rows if row["finding_id"] == one["finding_id"])
    assert (kept["accepted_reason"], kept["message"]) == ("They mean it", one["message"])
    summary = steps.manifest.load(doubtful.workspace, "harb-12")["summary"]
    assert summary["errors"] + summary["warnings"] == len(before) - 1
    (told,) = (
        row["findings"]
        for row in again(doubtful).table("derived.respondent_summary").to_dicts()
        if row["respondent"] == "BOR"
    )
    assert told == sum(row["respondent"] == "BOR" for row in before.values()) - 1

    changed = {"1.a": {"action_taken": "yes", "text": f"{POINTING} There it says all."}}
    add_reply(doubtful, "borland.yaml", respondent="Borland", answers=changed)
    assert one_of(open_findings(doubtful), "refers_elsewhere")["finding_id"] != one["finding_id"]


def test_ids_stay_the_same_when_other_replies_come(doubtful):
    before = open_findings(doubtful)
    add_reply(doubtful, "estmark.yaml", respondent="EST", answers={"1.b": {"action_taken": "no"}})
    assert set(before) <= set(open_findings(doubtful))


def test_a_code_accepts_all_of_it_or_those_about_one_respondent(doubtful):
    assert sum(row["code"] == "consent_not_stated" for row in open_findings(doubtful).values()) == 3
    assert accept(doubtful, "consent_not_stated", "--respondent", "CYR", "--reason", "asked") == 0
    left = [row["respondent"] for row in open_findings(doubtful).values() if row["code"] == "consent_not_stated"]
    assert sorted(left) == ["BOR", "DUN"]
    assert accept(doubtful, "consent_not_stated", "--reason", "asked") == 0
    assert "consent_not_stated" not in {row["code"] for row in open_findings(doubtful).values()}


def test_an_error_cannot_be_accepted_not_even_by_hand(doubtful, capsys):
    one = one_of(open_findings(doubtful), "unreadable_file")
    assert accept(doubtful, one["finding_id"], "--reason", "never mind") == 2
    assert "an error, expected a warning" in capsys.readouterr().err
    (doubtful.folder / "accepted.csv").write_text(
        f"finding,by,on,reason\n{one['finding_id']},me,2031-06-02,never mind\n", encoding="utf-8"
    )
    assert one["finding_id"] in open_findings(doubtful)


@pytest.mark.parametrize(
    ("name", "said"), [("ffffffffffff", "the id or code of an open finding"), ("late_reply", "of an open finding")]
)
def test_what_names_no_open_finding_is_told(doubtful, capsys, name, said):
    open_findings(doubtful)
    assert accept(doubtful, name, "--reason", "known") == 2
    assert said in capsys.readouterr().err
    assert not (doubtful.folder / "accepted.csv").exists()


def test_the_beginning_of_an_id_is_enough(doubtful):
    one = one_of(open_findings(doubtful), "refers_elsewhere")
    assert accept(doubtful, one["finding_id"][:6], "--reason", "known") == 0
    assert one["finding_id"] not in open_findings(doubtful)


def test_a_reason_is_asked_for(doubtful, capsys):
    open_findings(doubtful)
    assert accept(doubtful, "consent_not_stated", "--reason", "  ") == 2
    assert "expected why the findings are accepted" in capsys.readouterr().err
