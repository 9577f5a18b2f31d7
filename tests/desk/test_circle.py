"""The note of honlap-43 through a word processor and back: what was done to it is there afterwards, and nothing else.

Keeps out: single kinds of changes (test_take_back.py).
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline import config, steps
from pipeline.cli.app import main
from tests.desk.word_edits import Note, add_after, delete, reword, text_of
from tests.workspaces import again

RAW = Path(__file__).parent.parent.parent / "raw"
OFFICE = shutil.which(config.OFFICE)
ADDED = "One more paragraph was written here."

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")]


def run(case) -> dict[tuple[str, str], str]:
    """The response paragraphs after a run, by recommendation and respondent."""
    steps.make_all(case.workspace, case.meeting_id)
    rows = again(case).table("derived.note_paragraphs").to_dicts()
    return {(row["recommendation"], row["respondent"]): row["text"] for row in rows if row["kind"] == "response"}


@pytest.fixture
def honlap(tmp_path):
    shutil.copytree(RAW, tmp_path / "raw")
    # With room for all, every difference is the editors' and none the budget's.
    path = tmp_path / "raw" / "honlap-43" / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("word_limit: 8500", "word_limit: 12000"), encoding="utf-8")
    return steps.Case(config.workspace(tmp_path), "honlap-43")


def saved_again(data: bytes, folder: Path) -> Path:
    """The document as LibreOffice saves it."""
    (folder / "given").mkdir()
    (folder / "given" / "note.docx").write_bytes(data)
    command = [OFFICE, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to"]
    command += ["docx:Office Open XML Text", "--outdir", str(folder), str(folder / "given" / "note.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / "note.docx"


@pytest.mark.parametrize("controls", [True, False], ids=["with controls", "without"])
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "untracked"])
def test_the_whole_circle(honlap, tracked, controls, tmp_path):
    before = run(honlap)
    by_text = {text: key for key, text in before.items()}
    note = Note(steps.note_path(honlap, steps.WORD).read_bytes())
    responses = note.responses()
    assert len(responses) == len(before) == 133
    reworded, deleted = responses[3:123:6], responses[10:12]
    assert len(reworded) == 20
    expected = dict(before)
    for number, paragraph in enumerate(reworded):
        key = by_text[text_of(paragraph)]
        expected[key] = f"{before[key]} (Seen by editor {number}.)"
        reword(paragraph, lambda text, number=number: f"{text} (Seen by editor {number}.)", tracked)
    for paragraph in responses[20:50:10]:
        note.comment(paragraph, f"Is this so? {text_of(paragraph)[:20]}")
    for paragraph in deleted:
        del expected[by_text[text_of(paragraph)]]
    add_after(responses[60], ADDED, tracked)
    asked = note.saying(honlap.meeting.recommendations[4].text[:60])
    reword(asked, lambda text: text.replace("the", "all the", 1), tracked)
    for paragraph in deleted:
        delete(paragraph, tracked)
    if not controls:
        note.without_controls()
    path = saved_again(note.data, tmp_path)
    root = ["--root", str(honlap.workspace.root)]
    assert main([*root, "take-back", str(path), "honlap-43", "--reason", "said elsewhere"]) == 0
    after = run(honlap)
    assert after.keys() == expected.keys()
    assert {key: (after[key], text) for key, text in expected.items() if after[key] != text} == {}
    findings = again(honlap).table("quality.findings").to_dicts()
    queries = [row for row in findings if row["code"] == "editor_query"]
    assert len(queries) == 5
    assert sum("Is this so?" in row["value"] for row in queries) == 3
    assert [row["value"] for row in queries if "one more" in row["value"].lower()] == [ADDED]
    (touched_text,) = (row for row in queries if "adopted" in row["action"])
    assert touched_text["recommendation"] == honlap.meeting.recommendations[4].id
