"""rapporteur edit: present paragraphs as entries that count only once they are changed.

Keeps out: how the file is written (tests/raw/test_editorial_file.py).
"""

import pytest

from pipeline import steps
from pipeline.cli.app import main
from tests.workspaces import again


def run(case) -> dict[str, dict]:
    """The response paragraphs after a run, by recommendation and respondent."""
    steps.make_all(case.workspace, case.meeting_id)
    rows = again(case).table("derived.note_paragraphs").to_dicts()
    return {f"{row['recommendation']} {row['respondent']}": row for row in rows if row["kind"] == "response"}


def edit(case, *arguments: str) -> int:
    return main(["--root", str(case.workspace.root), "edit", "harb-12", *arguments])


def test_entries_hold_the_drafts_and_the_answers_and_change_nothing(answered):
    before = run(answered)
    assert edit(answered, "ALB") == 0
    text = (answered.folder / "editorial" / "ALB.yaml").read_text(encoding="utf-8")
    assert "# The answer: We inspected 14 lights in 2030." in text
    assert run(answered) == before


def test_an_entry_that_is_changed_is_printed(answered):
    before = run(answered)
    assert edit(answered, "ALB", "1.a") == 0
    path = answered.folder / "editorial" / "ALB.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("14 lights", "14 harbour lights"), encoding="utf-8")
    after = run(answered)
    assert after["1.a ALB"]["source"] == "editorial"
    assert after["1.a ALB"]["text"] == before["1.a ALB"]["text"].replace("14 lights", "14 harbour lights")
    assert {key: row for key, row in after.items() if key != "1.a ALB"} == {
        key: row for key, row in before.items() if key != "1.a ALB"
    }
    assert again(answered).table("quality.findings").filter(code="stale_editorial").is_empty()
    # Once more: what an editor has reworded stays.
    changed = path.read_text(encoding="utf-8")
    assert edit(answered, "ALB", "1.a") == 0
    assert path.read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("XXX",), "found XXX, expected the code of a respondent"),
        (("ALB", "9.z"), "found 9.z, expected a recommendation: 1.a, 1.b, 2.a"),
        (("BOR", "1.a"), "found no answer of BOR to 1.a"),
        (("BOR",), "found no answer of BOR with words"),
    ],
)
def test_what_cannot_be_edited_is_told(answered, capsys, arguments, said):
    run(answered)
    assert edit(answered, *arguments) == 2
    assert said in capsys.readouterr().err
