"""What verify says of outputs that are as their raw files give them, and of those that are not."""

import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from pipeline import steps
from pipeline.cli.app import main
from pipeline.storage import lake
from pipeline.warehouse.publish import publish
from schemas.registry import BY_NAME

PROJECT = Path(__file__).parents[2]


def verified(case, capsys) -> tuple[int, list[str]]:
    capsys.readouterr()
    code = main(["verify", "--root", str(case.workspace.root)])
    return code, [line.strip() for line in capsys.readouterr().out.splitlines()]


def test_what_was_just_made_is_as_its_raw_files_give_it(made, capsys):
    assert verified(made, capsys) == (
        0,
        ["harb-12: as its raw files give it", "warehouse: as its raw files give it"],
    )


def test_a_changed_note_is_told_with_its_line(made, capsys):
    note = made.workspace.note("harb-12") / "note.md"
    text = note.read_text(encoding="utf-8")
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "14 lights" in line)
    note.write_text(text.replace("14 lights", "15 lights"), encoding="utf-8")
    code, lines = verified(made, capsys)
    assert code == 1
    assert lines[0] == "harb-12: differs"
    assert lines[1].startswith(f"notes/harb-12/note.md: line {line}: found ")
    assert "15 lights" in lines[1]


def test_a_changed_table_is_told_with_row_and_column(made, capsys):
    path = lake.path(made.workspace, BY_NAME["core.answers"], "harb-12")
    table = pl.read_parquet(path)
    words = [*table["words"][:1], 99, *table["words"][2:]]
    table.with_columns(words=pl.Series(words, dtype=pl.Int64)).write_parquet(path)
    code, lines = verified(made, capsys)
    assert code == 1
    assert lines[1].startswith("lake/core/answers/harb-12.parquet: row 2, words: found '99', expected ")


@pytest.mark.parametrize(
    ("name", "says"),
    [("note.docx", "byte "), ("figures/words.svg", "is missing"), ("review.html", "line ")],
)
def test_every_kind_of_output_is_looked_at(made, capsys, name, says):
    path = made.workspace.note("harb-12") / name
    if says == "is missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes().replace(b"a", b"b", 1))
    code, lines = verified(made, capsys)
    assert code == 1
    assert lines[1].startswith(f"notes/harb-12/{name}: {says}")


def test_a_published_table_that_differs_is_told(made, capsys):
    path = lake.path(made.workspace, BY_NAME["core.meetings"], "harb-12")
    kept = path.read_bytes()
    pl.read_parquet(path).with_columns(place=pl.lit("Elsewhere")).write_parquet(path)
    steps.write_manifest(made)
    publish(made.workspace)
    path.write_bytes(kept)
    steps.write_manifest(made)
    code, lines = verified(made, capsys)
    assert code == 1
    assert lines[0] == "harb-12: as its raw files give it"
    assert [line for line in lines if "core.meetings" in line and "Elsewhere" in line]


def test_a_meeting_that_was_never_run_is_told(answered, capsys):
    code, lines = verified(answered, capsys)
    assert code == 1
    assert "manifests/harb-12.json: there is none: rapporteur run makes it" in lines


@pytest.mark.parametrize(
    "changed",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "RAPPORTEUR_READERS": "1"},
        pytest.param(
            {"TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "77", "RAPPORTEUR_READERS": "3"},
            marks=pytest.mark.slow,
        ),
    ],
)
def test_another_zone_locale_seed_folder_and_number_of_readers_give_the_same_bytes(made, tmp_path, changed):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli.app", "verify", "--root", str(made.workspace.root)],
        cwd=elsewhere,
        env=os.environ | changed | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
