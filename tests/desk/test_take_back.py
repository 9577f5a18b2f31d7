"""The Word note taken back: what editors did to it, and nothing else, is in the note and the findings afterwards.

Keeps out: word processors in the middle (test_circle.py).
"""

import csv
import random
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import steps
from pipeline.case import Case
from pipeline.cli.app import main
from pipeline.config import Workspace
from pipeline.text.words import tidy
from tests.desk.word_edits import Note, add_after, delete, reword, split, text_of
from tests.workspaces import add_reply, again


def run(case) -> dict[str, dict]:
    """The response paragraphs after a run, by recommendation and respondent."""
    steps.make_all(case.workspace, case.meeting_id)
    return responses(case)


def responses(case) -> dict[str, dict]:
    """The response paragraphs of the last run."""
    rows = again(case).table("derived.note_paragraphs").to_dicts()
    return {f"{row['recommendation']} {row['respondent']}": row for row in rows if row["kind"] == "response"}


@pytest.fixture
def given_out(made):
    """A meeting that has been run, and its Word note open for editing."""
    return made, Note(steps.note_path(made, steps.WORD).read_bytes())


def take_back(case, note: Note, *options: str) -> int:
    path = case.workspace.root / "back.docx"
    path.write_bytes(note.data)
    return main(["--root", str(case.workspace.root), "take-back", str(path), "harb-12", *options])


def queries(case) -> list[dict]:
    with (case.folder / "queries.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def found_about(case, code="editor_query") -> list[dict]:
    return [row for row in again(case).table("quality.findings").to_dicts() if row["code"] == code]


def texts(rows: dict[str, dict]) -> dict[str, str]:
    return {key: row["text"] for key, row in rows.items()}


def test_an_unchanged_note_changes_nothing(given_out, capsys):
    case, note = given_out
    before = texts(run(case))
    assert take_back(case, note) == 0
    assert capsys.readouterr().out == "nothing has changed\n"
    assert not (case.folder / "editorial").exists()
    assert not (case.folder / "queries.csv").exists()
    assert take_back(case, note.without_controls()) == 0
    assert texts(run(case)) == before


@pytest.mark.parametrize("controls", [True, False], ids=["with controls", "without"])
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "untracked"])
def test_changed_text_is_printed_and_nothing_else_changes(given_out, tracked, controls):
    case, note = given_out
    before = texts(run(case))
    reword(note.responses()[0], lambda text: text + " It added a lamp.", tracked)
    if not controls:
        note.without_controls()
    assert take_back(case, note) == 0
    after = run(case)
    (changed,) = (key for key in before if after[key]["text"] != before[key])
    assert after[changed]["text"] == before[changed] + " It added a lamp."
    assert after[changed]["source"] == "editorial"
    assert found_about(case, "stale_editorial") == []


def test_tracked_changes_may_be_rejected(given_out):
    case, note = given_out
    before = texts(run(case))
    reword(note.responses()[0], str.upper, tracked=True)
    delete(note.responses()[1], tracked=True)
    add_after(note.responses()[2], "Another paragraph.", tracked=True)
    assert take_back(case, note, "--changes", "rejected") == 0
    assert texts(run(case)) == before
    assert not (case.folder / "queries.csv").exists()


@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "untracked"])
def test_a_deleted_paragraph_is_left_out_with_its_reason(given_out, tracked, capsys):
    case, note = given_out
    before = run(case)
    gone = text_of(note.responses()[1])
    delete(note.responses()[1], tracked)
    assert take_back(case, note) == 2
    assert "expected why 1 paragraphs are left out" in capsys.readouterr().err
    assert not (case.folder / "editorial").exists()
    assert take_back(case, note, "--reason", "said elsewhere") == 0
    after = texts(run(case))
    assert after == {key: row["text"] for key, row in before.items() if row["text"] != gone}
    capsys.readouterr()
    assert take_back(case, note) == 0
    assert capsys.readouterr().out == "nothing has changed\n"


def test_a_comment_is_a_finding_at_its_paragraph_until_it_is_answered(given_out):
    case, note = given_out
    note.comment(note.responses()[0], "Which year, please?")
    assert take_back(case, note) == 0
    assert take_back(case, note) == 0  # once more: nothing is there twice
    (line,) = queries(case)
    assert (line["by"], line["on"], line["text"], line["about"]) == ("Ann", "2031-06-10", "Which year, please?", "")
    before = run(case)
    (one,) = found_about(case)
    paragraph = before[f"{one['recommendation']} {one['respondent']}"]
    assert paragraph["answer_id"] == line["answer"]
    assert text_of(note.responses()[0]) == paragraph["text"]
    path = case.folder / "queries.csv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "2030\n", encoding="utf-8")
    run(case)
    assert found_about(case) == []


def test_a_comment_that_was_resolved_in_word_is_kept_and_asks_nothing(given_out):
    case, note = given_out
    note.comment(note.responses()[0], "Which year, please?")
    note.resolve_comments()
    assert take_back(case, note) == 0
    (line,) = queries(case)
    assert (line["text"], line["answered"]) == ("Which year, please?", "resolved in Word")
    run(case)
    assert found_about(case) == []


@pytest.mark.parametrize(
    ("words", "about", "recommendation"),
    [
        ("inspect the lights of every small", "recommendation", "1.a"),
        ("Exchange of information on cargo", "heading", "2.a"),
        ("dispatched", "introduction", None),
    ],
)
def test_a_change_that_no_entry_can_hold_says_where_it_belongs(given_out, words, about, recommendation):
    case, note = given_out
    before = texts(run(case))
    found = note.saying(words) if about != "introduction" else note.paragraphs()[8]
    while about == "introduction" and "eleventh" not in text_of(found).lower():
        found = note.paragraphs()[note.paragraphs().index(found) + 1]
    reword(found, lambda text: text.replace(" ", " really ", 1), tracked=False)
    assert take_back(case, note) == 0
    (line,) = queries(case)
    assert (line["about"], line["answer"]) == (about, recommendation or "")
    assert " really " in line["text"]
    assert texts(run(case)) == before
    (one,) = found_about(case)
    assert "meeting.yaml" in one["action"]


def test_a_new_paragraph_and_one_moved_are_found_with_their_text(given_out):
    case, note = given_out
    before = texts(run(case))
    add_after(note.responses()[0], "Somewhere a lamp was bought.", tracked=False)
    first, last = note.responses()[0], note.responses()[-1]
    first.addprevious(last)
    assert take_back(case, note) == 0
    lines = {line["about"]: line for line in queries(case)}
    assert set(lines) == {"new_paragraph", "moved"}
    assert lines["new_paragraph"]["text"] == "Somewhere a lamp was bought."
    assert text_of(last) in lines["moved"]["text"]
    assert lines["moved"]["answer"].endswith(":2.a")
    assert texts(run(case)) == before
    assert len(found_about(case)) == 2


def test_a_paragraph_that_came_back_as_two_is_printed_as_one(given_out):
    case, note = given_out
    first = note.responses()[0]
    before = text_of(first)
    split(first, "A second part.")
    assert take_back(case, note) == 0
    assert f"{before} A second part." in texts(run(case)).values()
    assert [line["about"] for line in queries(case)] == ["split"]


def test_a_draft_that_has_changed_since_is_shown_with_the_answer(given_out, capsys):
    case, note = given_out
    answers = {"1.a": {"action_taken": "yes", "text": "We inspected 20 lights in 2030."}}
    add_reply(case, "alba.yaml", respondent="Alba", publish=True, answers=answers)
    run(case)
    alba = next(one for one in note.responses() if "14 lights" in text_of(one))
    reword(alba, lambda text: text.replace("14 lights", "14 small lights"), tracked=False)
    capsys.readouterr()
    assert take_back(case, note) == 0
    assert "its answer or draft has changed since" in capsys.readouterr().out
    entry = (case.folder / "editorial" / "ALB.yaml").read_text(encoding="utf-8")
    assert "20 lights in 2030. The draft now:" in entry
    assert "14 small lights" in texts(run(case))["1.a ALB"]
    assert len(found_about(case, "stale_editorial")) == 1


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(given_out, capsys):
    case, note = given_out
    reword(note.responses()[0], str.upper, tracked=False)
    delete(note.responses()[1], tracked=False)
    assert take_back(case, note, "--dry-run") == 0
    shown = capsys.readouterr().out
    assert shown.startswith("reworded: paragraph ")
    assert "left out: paragraph " in shown
    assert not (case.folder / "editorial").exists()


def test_what_is_no_note_of_this_meeting_is_told(given_out, capsys):
    case, note = given_out
    note.parts["customXml/given-out.xml"] = note.parts["customXml/given-out.xml"].replace(b"harb-12", b"harb-11")
    assert take_back(case, note) == 2
    assert "found the note of harb-11, expected that of harb-12" in capsys.readouterr().err
    path = case.workspace.root / "back.docx"
    path.write_bytes(b"no archive")
    assert main(["--root", str(case.workspace.root), "take-back", str(path), "harb-12"]) == 2
    assert "expected a Word note" in capsys.readouterr().err


_TYPED = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1, max_size=60).filter(
    lambda text: tidy(text).strip()
)


@pytest.mark.slow
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(_TYPED, min_size=1, max_size=4), seed=st.integers(0, 99), tracked=st.booleans())
def test_whatever_is_typed_comes_back_as_it_is(made_once, tmp_path_factory, typed, seed, tracked):
    root = tmp_path_factory.mktemp("typed")
    shutil.copytree(made_once.workspace.root, root, dirs_exist_ok=True)
    case = Case(Workspace(root), "harb-12")
    before = texts(responses(case))
    note = Note(steps.note_path(case, steps.WORD).read_bytes())
    chosen = random.Random(seed).sample(note.responses(), min(len(typed), len(note.responses())))
    expected = dict(before)
    for paragraph, text in zip(chosen, typed, strict=False):
        key = next(key for key, value in expected.items() if value == text_of(paragraph))
        expected[key] = " ".join(tidy(text).split())
        reword(paragraph, lambda _, text=text: text, tracked)
    assert take_back(case, note) == 0
    assert texts(run(case)) == expected
