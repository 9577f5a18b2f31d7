"""Versions of an issued note: a revision has the number in its symbol, a corrigendum prints only what it corrects.

Keeps out: tracked changes against the issued note (test_redline.py).
"""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import steps
from pipeline.cli.app import main
from pipeline.note.corrigendum import corrigendum, replacements
from pipeline.raw.note_fields import Version
from tests.workspaces import add_reply, again

WORDS = ("lamp", "buoy", "tide", "port", "quay", "lit", "new", "old")
FEW = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(before=FEW, now=FEW)
def test_what_is_to_be_read_for_what_turns_one_text_into_the_other(before, now):
    words, old = before.split(), before.split()
    found = replacements(before, now)
    for one in reversed(found):
        assert words[one.start : one.end] == one.found.split()
        times = sum(old[at : at + one.end - one.start] == one.found.split() for at in range(len(old)))
        assert times == 1 or one.found == before
        assert one.found
        words[one.start : one.end] = one.read.split()
    if found:
        assert " ".join(words) == now


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (
            "Alba lit ten lamps and ten buoys.",
            "Alba lit ten lamps and nine buoys.",
            [("and ten", "and nine")],
        ),
        ("Alba lit lamps at night in the port.", "Alba lit many lamps at night in the port.", [("lit", "lit many")]),
        ("Alba lit ten lamps.", "Borland had never seen any.", []),
    ],
)
def test_words_are_quoted_as_far_as_they_stand_there_once(before, now, said):
    assert [(one.found, one.read) for one in replacements(before, now)] == said


def test_words_that_go_are_deleted(made):
    before = "# Harbours\n\nAuthor\n\n## I. Lights\n\n1. Alba, Borland and Cyr replied.\n"
    version = made.meeting.note.model_copy(update={"version": Version(corr=1)})
    meeting = made.meeting.model_copy(update={"note": version})
    text = corrigendum(before, before.replace(" Borland", ""), meeting)
    assert text.endswith("### Paragraph 1\n\nDelete “Borland”\n")
    assert corrigendum(before, before, meeting) is None
    assert corrigendum(before, before.replace(" Borland", ""), made.meeting) is None


def put(case, before: str, after: str):
    path = case.folder / "meeting.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def issued(case):
    assert main(["--root", str(case.workspace.root), "issue", case.meeting_id]) == 0
    return again(case)


def run(case):
    steps.make_all(case.workspace, case.meeting_id)
    return again(case)


def reword_alba(case, text: str):
    answers = {"1.a": {"action_taken": "yes", "text": text}, "1.b": {"action_taken": "no"}}
    add_reply(case, "alba.yaml", respondent="Alba", publish=True, answers=answers)


def test_a_corrigendum_prints_only_what_it_corrects(made):
    case = issued(made)
    before = {row["number"]: row for row in case.table("derived.note_paragraphs").to_dicts()}
    number = next(one for one, row in before.items() if (row["respondent"], row["recommendation"]) == ("ALB", "1.a"))
    old = before[number]["text"]
    put(case, "date: 2031-07-01", "date: 2031-07-01\n  version: {corr: 1, date: 2031-07-20}")
    assert " 14 " in old
    reword_alba(case, "We inspected 15 lights in 2030. Our teams repaired three of them.")
    case = run(again(case))
    text = steps.note_path(case, "corrigendum.md").read_text(encoding="utf-8")
    assert text.startswith("HARB/12/2/Corr.1\n\n20 July 2031\n")
    assert "## Corrigendum" in text
    assert f"### Paragraph {number}\n\nFor “" in text
    assert "14" in text
    assert "15" in text
    unchanged = [row["text"] for row in before.values() if row["text"] in steps.note_path(case).read_text("utf-8")]
    assert unchanged
    assert not [one for one in unchanged if one in text]
    lines = docx.Document(io.BytesIO(steps.note_path(case, "corrigendum.docx").read_bytes())).paragraphs
    assert lines[0].text == "HARB/12/2/Corr.1"
    assert f"Paragraph {number}" in [line.text for line in lines]
    # The whole note, corrected, keeps its symbol.
    assert steps.note_path(case).read_text(encoding="utf-8").startswith("HARB/12/2\n")

    case = issued(case)
    kept = case.folder / "issued" / "corrigendum.md"
    assert kept.read_text(encoding="utf-8") == text
    case = run(case)
    assert not steps.note_path(case, "corrigendum.md").exists()


def test_paragraphs_that_come_and_go_are_named_by_the_issued_numbers(made):
    case = issued(made)
    rows = case.table("derived.note_paragraphs").to_dicts()
    gone = next(row["number"] for row in rows if (row["respondent"], row["recommendation"]) == ("ALB", "1.a"))
    issued_note = (case.folder / "issued" / "note.md").read_text(encoding="utf-8")
    put(case, "date: 2031-07-01", "date: 2031-07-01\n  version: {corr: 2}")
    add_reply(
        case,
        "alba.yaml",
        respondent="Alba",
        publish=True,
        answers={"1.b": {"action_taken": "yes", "text": "We train pilots."}},
    )
    case = run(again(case))
    text = corrigendum(issued_note, steps.note_path(case).read_text(encoding="utf-8"), case.meeting)
    assert f"### Paragraph {gone}\n\nDelete the paragraph." in text
    assert "### Numbering of paragraphs" in text
    assert "Insert:\n\n" in text


def test_a_revision_has_its_number_in_the_symbol_and_its_own_day(made):
    case = issued(made)
    put(case, "date: 2031-07-01", "date: 2031-07-01\n  version: {rev: 1, date: 2031-08-02}")
    case = run(again(case))
    note = steps.note_path(case).read_text(encoding="utf-8")
    assert note.startswith("HARB/12/2/Rev.1\n\n2 August 2031\n")
    assert case.table("core.meetings")["symbol"].item() == "HARB/12/2/Rev.1"
    # Symbol and day are meant to differ from the issued note's.
    assert case.table("quality.findings").filter(code="changed_after_issue").height == 0
    assert not steps.note_path(case, "corrigendum.md").exists()
    issued(case)
    assert list(case.workspace.raw.glob("harb-12/issued-before-*"))


def test_a_correction_of_a_revision_names_both(made):
    case = issued(made)
    put(case, "date: 2031-07-01", "date: 2031-07-01\n  version: {rev: 1}")
    case = issued(run(again(case)))
    put(case, "version: {rev: 1}", "version: {rev: 1, corr: 1}")
    reword_alba(case, "We inspected 15 lights in 2030. Our teams repaired three of them.")
    case = run(again(case))
    text = steps.note_path(case, "corrigendum.md").read_text(encoding="utf-8")
    assert text.startswith("HARB/12/2/Rev.1/Corr.1\n")


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("{corr: 1}", "note.version.corr: found '1', expected an issued note to correct"),
        ("{}", "a number for rev, corr or both"),
        ("{rev: 0}", "note.version.rev"),
        ("{rev: 1, date: 2031-06-01}", "a date not before the note's own (2031-07-01)"),
    ],
)
def test_a_version_that_cannot_be_is_told(made, capsys, version, said):
    put(made, "date: 2031-07-01", f"date: 2031-07-01\n  version: {version}")
    assert main(["--root", str(made.workspace.root), "check", "harb-12"]) == 2
    assert said in capsys.readouterr().err
