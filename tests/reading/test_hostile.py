"""Files that mean harm: each costs itself and is told, the good reply beside it is read, and nothing else happens."""

import os
import time
from pathlib import Path

import polars as pl
import pytest

from pipeline import steps
from tests.hostile import HOSTILE, SECRET
from tests.workspaces import add_receipt, add_reply

# The names that a file system takes and a person does not expect.
NAMES = (
    "two\nlines.yaml",
    "tab\there.yaml",
    "bell\a.yaml",
    "right\u202eto left.yaml",
    "-rf.yaml",
    "a" * 240 + ".yaml",
    "$(touch evil).yaml",
    "'; drop table x; --.yaml",
)

# Files on which a reader works for seconds, or until it is ended: left to `make test-all`, but for the first.
_LONG = (
    *("colons.docx", "blanks.docx", "boxes.docx", "brackets.docx", "many paragraphs.docx"),
    *("many lines.pdf", "deep mail.eml", "wide.csv", "old document.doc", "cut.rtf", "cut.odt"),
)
# So many at once: each part has a process of its own to start.
PARTS = 4
_SHORT = [name for name in HOSTILE if name not in _LONG[1:]]
_PARTS = [
    *(pytest.param(_SHORT[first::PARTS], id=f"part {first}") for first in range(PARTS)),
    pytest.param(_LONG[1:], id="long", marks=pytest.mark.slow),
]


@pytest.fixture
def beside(case):
    """A good reply that has to be read whatever lies beside it."""
    add_reply(case, "good.yaml", respondent="Alba", answers={"1.a": {"action_taken": "yes", "text": "We lit them."}})
    add_receipt(case, "good.yaml", "ALB")
    return case


def take_in(case):
    """The intake of the meeting, its good reply checked."""
    found = steps.intake(case)
    replies, answers = found.tables["core.replies"], found.tables["core.answers"]
    assert replies.filter(pl.col("file") == "replies/good.yaml")["status"].to_list() == ["included"]
    good = (pl.col("recommendation") == "1.a") & (pl.col("respondent") == "ALB")
    assert answers.filter(good)["text"].to_list() == ["We lit them."]
    return found


@pytest.mark.parametrize("names", _PARTS)
def test_hostile_files_cost_themselves_and_are_told(beside, names, tmp_path):
    for name in names:
        (beside.folder / "replies" / name).write_bytes(HOSTILE[name]())
    before = sorted(path for path in tmp_path.rglob("*"))
    started = time.monotonic()
    found = take_in(beside)
    assert time.monotonic() - started < 300
    replies = found.tables["core.replies"]
    for name in names:
        about = [finding for finding in found.findings if finding.place.file == f"replies/{name}"]
        assert [finding.severity for finding in about if finding.severity == "error"], (name, about)
        assert all(name in finding.message and "expected" in finding.message and finding.action for finding in about)
        assert not any("root:" in str(finding) for finding in about), SECRET
        assert replies.filter(pl.col("file") == f"replies/{name}")["status"].to_list() == ["rejected"], name
    assert sorted(path for path in tmp_path.rglob("*")) == before
    assert not Path("/tmp/evil").exists()


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_any_name_a_file_can_have_is_shown_on_one_line(beside, name):
    add_reply(beside, name, respondent="Nowhere")
    about = [f for f in take_in(beside).findings if f.place.file and f.place.file != "replies/good.yaml"]
    assert [finding.code for finding in about] == ["no_text"]
    assert about[0].message.isprintable()


def test_a_name_that_is_no_text_is_read_and_shown(beside):
    raw = os.fsencode(beside.folder / "replies") + b"/caf\xe9.yaml"
    with open(raw, "wb") as handle:
        handle.write(b"respondent: Cyra\ngeneral: Thanks.\n")
    found = take_in(beside)
    assert "replies/caf\\xe9.yaml" in found.tables["core.replies"]["file"].to_list()


def test_formulas_are_values_and_nothing_is_run(beside, tmp_path):
    lines = (
        "respondent,recommendation,action_taken,text",
        'Cyra,1.a,yes,"=HYPERLINK(""http://example.org"",""x"")"',
        f"Cyra,1.b,yes,\"=cmd|'/c touch {tmp_path}/evil'!A1\"",
    )
    (beside.folder / "replies" / "sheet.csv").write_text("\n".join(lines), encoding="utf-8")
    answers = take_in(beside).tables["core.answers"].filter(pl.col("respondent") == "CYR")
    assert answers["text"].to_list()[:2] == [
        '=HYPERLINK("http://example.org","x")',
        f"=cmd|'/c touch {tmp_path}/evil'!A1",
    ]
    assert not (tmp_path / "evil").exists()
