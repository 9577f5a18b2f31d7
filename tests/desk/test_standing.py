"""Where a meeting stands: who replied, is late or outstanding, what is set aside, and what to do in which order.

Keeps out: the findings themselves (tests/intake/).
"""

import json
from datetime import date

import pytest

from pipeline import steps
from pipeline.cli.app import main
from pipeline.desk.standing import standing
from tests.workspaces import add_receipt, add_reply, again


@pytest.fixture
def busy(answered):
    """A meeting with a late reply, a file that cannot be read and one respondent who has not replied."""
    path = answered.workspace.register
    path.write_text(
        path.read_text(encoding="utf-8") + "GAR,Garland,Garland,Garland,member_state,LAND,\n", encoding="utf-8"
    )
    add_reply(answered, "borland.yaml", respondent="Borland", answers={"1.a": {"action_taken": "yes", "text": "Done."}})
    add_receipt(answered, "borland.yaml", "BOR", "2031-06-04")
    add_reply(answered, "estmark.yaml", respondent="EST", answers={"1.b": {"text": "We train 12 pilots a year."}})
    add_receipt(answered, "estmark.yaml", "EST")
    (answered.folder / "replies" / "letter.docx").write_bytes(b"PK\x03\x04 and then nothing of use")
    steps.make_all(answered.workspace, answered.meeting_id)
    return again(answered)


def test_it_says_who_replied_is_late_set_aside_and_outstanding(busy):
    one = standing(busy, date(2031, 5, 20))
    assert (one.in_note, one.invited, one.days_left, one.stage) == (4, 6, 10, "open")
    assert one.late == [("Republic of Borland", 5)]
    assert one.set_aside == [("replies/letter.docx", "unreadable_file")]
    assert one.outstanding == ["Garland"]
    assert one.current


def test_things_to_do_come_errors_first_and_in_the_notes_order(busy):
    todo = standing(busy, date(2031, 5, 20)).todo
    assert [task.severity for task in todo] == sorted(task.severity for task in todo)
    assert todo[0].kinds[0].code == "unreadable_file"
    findings = [item for task in todo for kind in task.kinds for item in kind.items]
    assert len(findings) == busy.table("quality.findings").height
    for task in todo:
        for kind in task.kinds:
            numbers = [item.number for item in kind.items if item.number]
            assert numbers == sorted(numbers)


def test_a_finding_says_its_paragraph_and_the_respondents_own_words(busy):
    rows = busy.table("derived.note_paragraphs").to_dicts()
    numbers = {(row["respondent"], row["recommendation"]): row["number"] for row in rows}
    about = [
        item
        for task in standing(busy, date(2031, 5, 20)).todo
        for kind in task.kinds
        for item in kind.items
        if item.finding["recommendation"] and item.number
    ]
    assert about
    for item in about:
        key = (item.finding["respondent"], item.finding["recommendation"])
        assert item.number == numbers[key]
        assert item.place.startswith(f"paragraph {numbers[key]} (")
        assert item.words


def test_the_screen_says_what_to_do_first_and_what_has_changed_since(busy, capsys):
    root = ["--root", str(busy.workspace.root)]
    assert main([*root, "status"]) == 0
    shown = capsys.readouterr().out
    assert "do first     Ask the sender for the file again" in shown
    assert "late         1: Republic of Borland (5 days)" in shown
    assert "changed " not in shown
    add_receipt(busy, "letter.docx", "GAR")
    assert main([*root, "status"]) == 0
    assert "changed      files in raw/ are not those of the last run: rapporteur run harb-12" in capsys.readouterr().out


def test_many_alike_stand_on_one_line_unless_each_is_asked_for(answered, capsys):
    for code in ("ALB", "BOR", "CYR", "DUN", "EST", "FOR"):
        add_reply(answered, f"{code}.yaml", respondent=code, answers={"1.a": {"action_taken": "yes", "text": "Done."}})
        add_receipt(answered, f"{code}.yaml", code, "2031-05-21")
    steps.make_all(answered.workspace, answered.meeting_id)
    root = ["--root", str(answered.workspace.root)]
    assert main([*root, "status"]) == 0
    line = "consent_not_stated, 6 respondents: Alba; Republic of Borland; Cyra; Duna, Cyra; Estmark; Forum of Ports"
    assert line in capsys.readouterr().out
    assert main([*root, "status", "--all"]) == 0
    assert capsys.readouterr().out.count("found no mark, expected") == 6


def test_programs_get_everything(busy, capsys):
    assert main(["--root", str(busy.workspace.root), "status", "--json"]) == 0
    one = json.loads(capsys.readouterr().out)["harb-12"]
    listed = [item for task in one["todo"] for kind in task["kinds"] for item in kind["items"]]
    assert {item["finding"]["finding_id"] for item in listed} == set(busy.table("quality.findings")["finding_id"])


def test_a_meeting_that_was_never_run_is_told(case, capsys):
    assert main(["--root", str(case.workspace.root), "status"]) == 2
    assert "run the whole of it first" in capsys.readouterr().err
