"""rapporteur changes: what came, went or changed since the last run, a day, or the issued note.

Keeps out: differences as findings (tests/note/test_since_issue.py) and as tracked changes (tests/note/test_redline.py).
"""

import json
import os
import time

import pytest

from pipeline import steps
from pipeline.cli.app import main
from pipeline.describe import changes_preview
from pipeline.text.word_changes import in_place
from pipeline.warehouse import manifest
from tests.workspaces import add_receipt, add_reply, again


def changes(case, capsys, *options: str) -> dict[tuple[str, str, str], str]:
    """What the command says, by kind, what happened and name."""
    capsys.readouterr()
    assert main(["--root", str(case.workspace.root), "changes", "harb-12", "--json", *options]) == 0
    found = json.loads(capsys.readouterr().out)["changes"]
    return {(one["kind"], one["what"], one["name"]): one["says"] for one in found}


def reword_alba(case, figure: int) -> None:
    text = f"We inspected {figure} lights in 2030. Our teams repaired three of them."
    answers = {"1.a": {"action_taken": "yes", "text": text}, "1.b": {"action_taken": "no"}}
    add_reply(case, "alba.yaml", respondent="Alba", publish=True, answers=answers)
    steps.make_all(case.workspace, case.meeting_id)


def test_each_kind_is_told_with_the_words_in_place(made, capsys):
    add_reply(made, "borland.yaml", respondent="Borland", answers={"1.b": {"action_taken": "yes", "text": "We train."}})
    add_receipt(made, "borland.yaml", "BOR")
    reword_alba(made, 15)
    found = changes(made, capsys)
    assert ("replies", "came", "replies/borland.yaml BOR") in found
    assert ("answers", "came", "BOR 1.b") in found
    assert ("answers", "went", "ALB 2.a") in found or ("answers", "changed", "ALB 2.a") in found
    assert "[-14-] {+15+}" in found["answers", "changed", "ALB 1.a"]
    assert "[-14-] {+15+}" in found["paragraphs", "changed", "ALB 1.a"]
    assert ("paragraphs", "came", "BOR 1.b") in found
    assert any(kind == "findings" and what == "came" for kind, what, _ in found)


def test_a_run_that_changes_nothing_has_no_changes(made, capsys):
    steps.make_all(made.workspace, "harb-12")
    assert changes(made, capsys) == {}


def test_days_are_kept_apart_from_the_last_run(made, capsys):
    old = time.time() - 3 * 86_400
    os.utime(made.workspace.manifest("harb-12"), (old, old))
    day = time.strftime("%Y-%m-%d", time.localtime(old + 86_400))
    reword_alba(made, 15)
    reword_alba(made, 16)
    assert "[-15-] {+16+}" in changes(made, capsys)["answers", "changed", "ALB 1.a"]
    assert "[-14-] {+16+}" in changes(made, capsys, "--since", day)["answers", "changed", "ALB 1.a"]


def test_since_the_issued_note(made, capsys):
    root = ["--root", str(made.workspace.root)]
    assert main([*root, "issue", "harb-12"]) == 0
    reword_alba(again(made), 15)
    reword_alba(again(made), 16)
    assert "[-14-] {+16+}" in changes(made, capsys, "--since", "issued")["paragraphs", "changed", "ALB 1.a"]


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("last", "found nothing kept of the run before the last"),
        ("issued", "found nothing kept of the issued note"),
        ("2001-01-01", "found nothing kept of 2001-01-01"),
        ("soon", "found soon, expected last, issued, or a day"),
    ],
)
def test_what_was_never_kept_is_told(made, capsys, since, said):
    assert main(["--root", str(made.workspace.root), "changes", "harb-12", "--since", since]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("a b c", "a x c", "a [-b-] {+x+} c"),
        ("a b", "a b c", "a b {+c+}"),
        ("x a b", "a b", "[-x-] a b"),
        ("1 2 3 4 5 6 7 8 a", "1 2 3 4 5 6 7 8 b", "… 4 5 6 7 8 [-a-] {+b+}"),
        ("a 1 2 3 4 5 6 7", "b 1 2 3 4 5 6 7", "[-a-] {+b+} 1 2 3 4 5 …"),
        ("a 1 2 3 4 5 6 7 8 9 10 11 12 c", "b 1 2 3 4 5 6 7 8 9 10 11 12 d",
         "[-a-] {+b+} 1 2 3 4 5 … 8 9 10 11 12 [-c-] {+d+}"),
    ],
)  # fmt: skip
def test_words_stand_in_their_place(before, now, said):
    assert in_place(before, now) == said


def test_paragraph_changes_are_a_table_a_preview_and_a_mark_on_the_page(made):
    root = made.workspace.root
    assert main(["--root", str(root), "issue", "harb-12"]) == 0
    reword_alba(again(made), 15)
    reword_alba(again(made), 16)
    table = again(made).table("derived.paragraph_changes")
    told = {(row["since"], row["paragraph"]): row for row in table.to_dicts()}
    assert "[-15-] {+16+}" in told["last_run", "ALB 1.a"]["in_place"]
    assert "[-14-] {+16+}" in told["issued", "ALB 1.a"]["in_place"]
    assert told["issued", "ALB 1.a"]["respondent"] == "ALB"
    assert told["issued", "ALB 1.a"]["change"] == "changed"
    gone = [row for (since, _), row in told.items() if since == "issued" and row["change"] == "went"]
    assert all(row["now"] is None and row["before"] for row in gone)
    for name, kind, gone_figure in (("review.html", "issued", 14), ("review-changes.html", "last_run", 15)):
        page = (made.workspace.note("harb-12") / name).read_text(encoding="utf-8")
        assert f"<del>{gone_figure}</del> <ins>16</ins>" in page
        assert page.count('class="chip changed"') == sum(
            since == kind and row["change"] != "went" for (since, _), row in told.items()
        )
    assert "[-15-] {+16+}" in changes_preview(table).md_str


def test_without_an_earlier_run_there_is_nothing_to_compare_with(made):
    assert made.table("derived.paragraph_changes").height == 0
    assert not steps.note_path(made, "review-changes.html").exists()


def test_what_an_earlier_run_said_changes_no_output_that_the_manifest_vouches_for(made):
    before = manifest.load(made.workspace, "harb-12")["outputs"]
    kept = (made.folder / "replies" / "alba.yaml").read_bytes()
    reword_alba(again(made), 15)
    (made.folder / "replies" / "alba.yaml").write_bytes(kept)
    steps.make_all(made.workspace, "harb-12")
    assert again(made).table("derived.paragraph_changes").height > 0
    assert manifest.load(made.workspace, "harb-12")["outputs"] == before


def test_verify_compares_with_the_same_earlier_run(made, capsys):
    reword_alba(again(made), 15)
    assert again(made).table("derived.paragraph_changes").height > 0
    assert main(["--root", str(made.workspace.root), "verify", "harb-12", "--json"]) in (0, 1)
    found = json.loads(capsys.readouterr().out)["differences"]["harb-12"]
    assert found == []
