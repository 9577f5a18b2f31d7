"""What differs from the issued note, paragraph by paragraph."""

import json

from pipeline import steps
from pipeline.cli.app import main
from pipeline.note.since_issue import changes_since_issue
from tests.note.test_render import note_of
from tests.workspaces import add_reply, again

NOTE = "# Title\n\nAuthor\n\n1. First.\n\n## H\n\n2. Second.\n\n3. Third.\n\n---\n\n\\* Foot.\n"


def told(now: str) -> list[tuple[str, dict]]:
    rows = [{"number": number, "respondent": f"R{number}", "recommendation": "1.a"} for number in range(1, 6)]
    return [(one.message.split(": ", 2)[-1], json.loads(one.row)) for one in changes_since_issue(NOTE, now, rows)]


def test_the_same_note_has_no_differences():
    assert told(NOTE) == []


def test_a_reworded_paragraph_is_named_with_both_wordings():
    ((message, row),) = told(NOTE.replace("Second.", "Something else."))
    assert row == {"issued": "Second.", "now": "Something else."}
    assert "found paragraph 2: Something else." in message


def test_a_paragraph_that_only_moved_up_is_no_difference():
    ((message, row),) = told(NOTE.replace("2. Second.\n\n3. Third.", "2. Third."))
    assert row == {"issued": "Second.", "now": None}
    assert "found nothing" in message


def test_a_new_paragraph_and_another_title_are_told():
    found = told(NOTE.replace("3. Third.", "3. Third.\n\n4. Fourth.").replace("# Title", "# Another"))
    assert [row for _, row in found] == [{"issued": "Title", "now": "Another"}, {"issued": None, "now": "Fourth."}]
    assert "expected nothing, as issued" in found[1][0]


def test_an_issued_meeting_tells_which_paragraphs_changed(answered):
    note = note_of(answered)
    (answered.folder / "issued").mkdir()
    (answered.folder / "issued" / "note.md").write_text(note, encoding="utf-8")
    case = again(answered)
    assert "changed_after_issue" not in set(steps.note_tables(case)[0]["quality.findings"]["code"])
    add_reply(case, "cyra-new.yaml", respondent="CYR", answers={"1.a": {"text": "Every harbour has two lights."}})
    (case.folder / "replies" / "cyra.docx").unlink()
    note_of(again(case))
    findings = steps.note_tables(again(case))[0]["quality.findings"].filter(code="changed_after_issue")
    places = {(row["respondent"], row["recommendation"]) for row in findings.iter_rows(named=True)}
    assert ("CYR", "1.a") in places
    assert ("ALB", "1.a") not in places


def test_a_note_is_issued_once_and_only_without_errors(answered, capsys):
    root = str(answered.workspace.root)
    assert main(["issue", "harb-12", "--root", root]) == 2
    assert "rapporteur run harb-12" in capsys.readouterr().err
    steps.make_all(answered.workspace, "harb-12")
    assert main(["issue", "harb-12", "--root", root]) == 0
    issued = answered.folder / "issued"
    assert sorted(path.name for path in issued.iterdir()) == ["manifest.json", "note.docx", "note.md", "state.json.gz"]
    assert (issued / "note.md").read_bytes() == steps.note_path(answered).read_bytes()
    steps.make_all(answered.workspace, "harb-12")
    assert main(["issue", "harb-12", "--root", root]) == 2
    assert "--force issues another" in capsys.readouterr().err

    (answered.folder / "replies" / "torn.docx").write_bytes(b"PK torn")
    steps.make_all(answered.workspace, "harb-12")
    assert main(["issue", "harb-12", "--root", root]) == 1
    assert "found 1 errors, expected none" in capsys.readouterr().err
    assert main(["issue", "harb-12", "--root", root, "--force"]) == 0
    assert (answered.folder / "issued-before-1" / "note.md").is_file()
    assert "issued-before-1" in capsys.readouterr().out
