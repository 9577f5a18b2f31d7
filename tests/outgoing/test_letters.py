"""Drafts of letters: reminders by the day they are written, and questions in plain words; nothing is addressed or sent.

Keeps out: the form that is attached (test_questionnaire.py, test_earlier.py).
"""

import csv
import email
import io
from datetime import date
from email import policy

import docx
import pytest
import yaml

from pipeline import steps
from pipeline.cli.app import main
from pipeline.outgoing.letters import query, reminder
from schemas.finding_codes import FINDING_CODES
from tests.places import ROOT
from tests.workspaces import add_reply, again

WORDS = yaml.safe_load((ROOT / "pipeline" / "outgoing" / "letters.yaml").read_text(encoding="utf-8"))


def remind(case, day: str, *options: str) -> int:
    return main(["--root", str(case.workspace.root), "remind", "harb-12", "--date", day, *options])


def found(case, code: str, kind: str, day: str):
    """A draft as a message, and as Markdown."""
    path = case.workspace.letters("harb-12") / f"{day}-{code}-{kind}.eml"
    return email.message_from_bytes(path.read_bytes(), policy=policy.default), path.with_suffix(".md").read_text(
        "utf-8"
    )


def test_who_has_not_replied_is_reminded_with_the_form(made, capsys):
    assert remind(made, "2031-05-20") == 0
    assert "reminder: 1: BOR" in capsys.readouterr().out
    message, text = found(made, "BOR", "reminder", "2031-05-20")
    for said in (message.get_body().get_content(), text):
        assert "Replies are expected by 30 May 2031. As at 20 May 2031, none from" in said
        assert "Harbour Office" in said
    assert message["X-Unsent"] == "1"
    assert {name.lower() for name in message} == {"subject", "date", "x-unsent", "mime-version", "content-type"}
    (form,) = message.iter_attachments()
    assert form.get_filename() == "harb-12-BOR.docx"
    assert "Republic of Borland" in "".join(
        cell.text for table in docx.Document(io.BytesIO(form.get_content())).tables for cell in table._cells
    ) + "".join(node.text or "" for node in docx.Document(io.BytesIO(form.get_content())).element.iter())
    assert "Attached: harb-12-BOR.docx" in text


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2031-05-30", "would be grateful for a reply by then"),
        ("2031-05-31", "A reply that comes by 6 June 2031 can still be taken into the note"),
        ("2031-06-07", "can take in no more replies"),
    ],
)
def test_what_is_said_follows_the_deadline_and_the_cutoff(made, day, said):
    meeting = made.meeting.model_copy(
        update={"questionnaire": made.meeting.questionnaire.model_copy(update={"as_at": date(2031, 6, 6)})}
    )
    person = made.register.by_code["BOR"]
    letter = reminder(meeting, person, date.fromisoformat(day), b"", earlier=False)
    assert said in letter.text()
    assert "answered before" not in letter.text()
    assert "answered before" in reminder(meeting, person, date(2031, 5, 1), b"", earlier=True).text()


def test_a_reply_with_contradictions_gets_questions_in_the_order_of_the_note(made, capsys):
    answers = {"1.b": {"action_taken": "yes"}, "1.a": {"action_taken": "no", "text": "We repaired all lights in 2030."}}
    add_reply(made, "alba.yaml", respondent="Alba", answers=answers)
    steps.make_all(made.workspace, "harb-12")
    assert remind(again(made), "2031-05-20") == 0
    assert "ALB" in capsys.readouterr().out
    message, text = found(made, "ALB", "query", "2031-05-20")
    assert list(message.iter_attachments()) == []
    body = message.get_content()
    places = [body.index(f"On issue 1, recommendation ({label}): ") for label in "ab"]
    assert places == sorted(places)
    assert "no is marked, but the text describes action" in body
    assert "yes is marked, but nothing is described" in body
    assert "May it?" in body
    assert "issue 2, recommendation (a)" in body  # left out of the form
    assert "1. " in text
    assert "reminder" not in {path.stem.split("-")[-1] for path in made.workspace.letters("harb-12").glob("*ALB*")}


def test_an_accepted_finding_is_asked_about_no_more(made):
    findings = [row for row in made.table("quality.findings").to_dicts() if row["respondent"] == "DUN"]
    letter = query(made.meeting, made.register.by_code["DUN"], date(2031, 5, 20), findings)
    assert letter is not None
    assert query(made.meeting, made.register.by_code["DUN"], date(2031, 5, 20), []) is None
    root = ["--root", str(made.workspace.root)]
    for row in findings:
        assert main([*root, "accept", "harb-12", row["finding_id"], "--reason", "settled by telephone"]) == 0
    steps.make_all(made.workspace, "harb-12")
    assert remind(again(made), "2031-05-20") == 0
    assert not list(made.workspace.letters("harb-12").glob("*-DUN-*"))


def test_every_draft_has_a_line_in_the_log_and_no_draft_two(made):
    for day in ("2031-05-20", "2031-05-20", "2031-05-21"):
        assert remind(made, day) == 0
    folder = made.workspace.letters("harb-12")
    with (folder / "log.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    files = sorted(path.name for path in folder.glob("*.eml"))
    assert sorted(row["file"] for row in rows) == files
    assert {row["date"] for row in rows} == {"2031-05-20", "2031-05-21"}
    first = (folder / "2031-05-20-BOR-reminder.eml").read_bytes()
    assert remind(made, "2031-05-20") == 0
    assert email.message_from_bytes(first)["Subject"]


@pytest.mark.parametrize(
    ("day", "said"),
    [("May", "found 'May', expected a day"), ("2001-01-01", "expected a day from 2031-")],
)
def test_days_that_cannot_be_are_told(made, capsys, day, said):
    assert remind(made, day) == 2
    assert said in capsys.readouterr().err


def test_letters_wait_for_a_run_of_todays_files(made, capsys):
    add_reply(made, "est.yaml", respondent="EST", answers={"1.b": {"action_taken": "no"}})
    assert remind(made, "2031-05-20") == 2
    assert "rapporteur run harb-12" in capsys.readouterr().err


def test_questions_are_about_findings_there_are():
    assert set(WORDS["questions"]) <= set(FINDING_CODES)
