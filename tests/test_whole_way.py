"""The whole way through the command line: raw files to note and warehouse, run twice, faults on the way."""

import json
import shutil
from contextlib import nullcontext
from pathlib import Path

import dagster as dg
import duckdb
import pytest

from pipeline import config, steps
from pipeline.cli.app import main
from pipeline.errors import CannotWrite
from pipeline.warehouse import manifest
from pipeline.warehouse.publish import lake_files, publish
from tests.workspaces import add_receipt, add_reply, make_workspace, usual_replies


@pytest.fixture
def rapporteur(tmp_path, monkeypatch, dagster_store):
    """Run a command on the workspace, with Dagster's store inside it."""
    home = tmp_path / ".dagster"
    # The command sets the variable for Dagster; registering it here puts it back after the test.
    monkeypatch.setenv("DAGSTER_HOME", str(home))

    def run(*arguments: str) -> int:
        if not home.exists():
            shutil.copytree(dagster_store, home)
        return main([*arguments, "--root", str(tmp_path)])

    return run


@pytest.fixture
def quickly(rapporteur, monkeypatch):
    """The same with Dagster's store in memory, for what is not about Dagster: its events are half the time of a run."""
    with dg.DagsterInstance.ephemeral() as instance:
        monkeypatch.setattr(dg.DagsterInstance, "get", lambda: nullcontext(instance))
        yield rapporteur


def contents(case) -> dict[str, list]:
    with duckdb.connect(str(case.workspace.database), read_only=True) as connection:
        names = connection.execute("select schema_name || '.' || table_name from duckdb_tables() order by 1").fetchall()
        return {name: connection.execute(f"select * from {name} order by all").fetchall() for (name,) in names}


def made_bytes(case) -> dict[str, bytes]:
    files = [case.workspace.warehouse / name for name in lake_files(case.workspace)]
    return {str(path): path.read_bytes() for path in [*files, case.workspace.note("harb-12") / "note.md"]}


def test_a_folder_of_replies_becomes_note_and_warehouse(answered, rapporteur, capsys):
    assert rapporteur("run", "harb-12") == 0
    shown = capsys.readouterr().out
    assert "harb-12" in shown
    assert "made" in shown
    assert "notes/harb-12/note.md" in shown
    note = (answered.workspace.note("harb-12") / "note.md").read_text(encoding="utf-8")
    assert "5. Alba stated that it had inspected 14 lights in 2030. Its teams repaired three of them." in note
    assert contents(answered)["derived.note_paragraphs"][4][3:5] == ("1.a", "ALB")

    # By this the history of a job finds them in Dagster's pages.
    of_the_location = dg.RunsFilter(tags={".dagster/repository": "__repository__@pipeline.definitions"})
    with dg.DagsterInstance.get() as instance:
        assert [one.job_name for one in instance.get_runs(of_the_location)] == [config.RUN_JOB]

    assert rapporteur("sql", "select count(*) as n from core.answers where status = 'answered'", "--format", "csv") == 0
    assert capsys.readouterr().out == "n\n4\n"


def test_a_second_run_does_nothing_and_a_forced_one_gives_the_same(made, quickly, capsys):
    before, rows = made_bytes(made), contents(made)
    assert quickly("run") == 0
    assert "unchanged" in capsys.readouterr().out

    assert quickly("run", "--force") == 0
    assert "made" in capsys.readouterr().out
    assert made_bytes(made) == before
    assert contents(made) == rows


def test_the_warehouse_can_be_deleted_and_rebuilt(made, quickly):
    before, rows = made_bytes(made), contents(made)
    shutil.rmtree(made.workspace.warehouse)
    assert quickly("run") == 0
    assert made_bytes(made) == before
    assert contents(made) == rows


def test_one_changed_reply_runs_its_meeting_only(made, quickly, capsys):
    shutil.copytree(made.folder, made.workspace.raw / "harb-13")
    steps.make_all(made.workspace, "harb-13")
    add_reply(made, "est.yaml", respondent="EST", answers={"2.a": {"action_taken": "yes", "text": "Lists go out."}})
    add_receipt(made, "est.yaml", "EST")
    assert quickly("run", "--json") == 0
    told = json.loads(capsys.readouterr().out)["meetings"]
    assert {name: facts["state"] for name, facts in told.items()} == {"harb-12": "made", "harb-13": "unchanged"}
    assert told["harb-12"]["paragraphs"] == told["harb-13"]["paragraphs"] + 1
    rows = contents(made)["derived.note_paragraphs"]
    assert len(rows) == told["harb-12"]["paragraphs"] + told["harb-13"]["paragraphs"]


def test_a_corrupt_reply_is_a_finding_and_the_rest_is_unharmed(made, quickly):
    before = contents(made)["derived.note_paragraphs"]
    (made.folder / "replies" / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    assert quickly("run") == 0
    assert contents(made)["derived.note_paragraphs"] == before
    assert "unreadable_file" in {row[3] for row in contents(made)["quality.findings"]}
    assert quickly("run", "--strict") == 1


def test_one_bad_meeting_stops_no_other(answered, quickly, capsys):
    bad = answered.workspace.raw / "harb-13"
    shutil.copytree(answered.folder, bad)
    (bad / "meeting.yaml").write_text("body: 3\n", encoding="utf-8")
    assert quickly("run") == 2
    shown = capsys.readouterr()
    assert "raw/harb-13/meeting.yaml:1: body" in shown.err
    assert all("raw/harb-13/meeting.yaml:1: " in line for line in shown.err.splitlines())
    assert (answered.workspace.note("harb-12") / "note.md").exists()
    assert not (answered.workspace.note("harb-13") / "note.md").exists()


@pytest.mark.slow
def test_many_meetings_run_side_by_side_and_one_that_fails_stops_no_other(answered, rapporteur, monkeypatch, capsys):
    monkeypatch.setattr(config, "SIDE_BY_SIDE_FROM", 2)
    monkeypatch.setenv(config.READERS_VARIABLE, "2")
    shutil.copytree(answered.folder, answered.workspace.raw / "harb-13")
    # It is found only once the run has begun.
    (answered.workspace.warehouse / "notes").mkdir(parents=True)
    (answered.workspace.warehouse / "notes" / "harb-13").write_text("in the way", encoding="utf-8")
    assert rapporteur("run") == 3
    assert "harb-13: " in capsys.readouterr().err
    assert "14 lights" in (answered.workspace.note("harb-12") / "note.md").read_text(encoding="utf-8")
    assert {row[0] for row in contents(answered)["derived.note_paragraphs"]} == {"harb-12"}


def test_where_only_the_publication_fails_the_meeting_is_made_and_the_warehouse_named(
    answered, quickly, capsys, monkeypatch
):
    def fail(workspace):
        raise CannotWrite("warehouse: found a full disk, expected room for what is written: free some")

    monkeypatch.setattr("pipeline.assets.publish", fail)
    assert quickly("run") == 3
    shown = capsys.readouterr()
    assert "harb-12" in shown.out
    assert "harb-12" not in shown.err
    assert "found a full disk" in shown.err
    assert manifest.is_current(answered.workspace, "harb-12")


def test_several_meetings_are_published_once_when_all_are_done(answered, quickly, monkeypatch):
    shutil.copytree(answered.folder, answered.workspace.raw / "harb-13")
    published = []
    monkeypatch.setattr(
        "pipeline.assets.publish", lambda workspace: published.append(publish(workspace)) or published[-1]
    )
    assert quickly("run") == 0
    assert [sorted(one.meetings) for one in published] == [["harb-12", "harb-13"]]


def test_a_failure_of_the_program_ends_with_three_and_names_the_meeting(answered, quickly, capsys, monkeypatch):
    def fail(case):
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("pipeline.steps.note_tables", fail)
    assert quickly("run") == 3
    assert "harb-12: RuntimeError: a fault of ours" in capsys.readouterr().err


def test_contact_data_is_in_no_output_but_private(answered, rapporteur):
    add_reply(
        answered,
        "est.yaml",
        respondent="EST",
        contact={"name": "Ada Lampkeeper", "email": "ada@lamps.example"},
        answers={"2.a": {"action_taken": "yes", "text": "Lists go out to ada@lamps.example."}},
    )
    add_receipt(answered, "est.yaml", "EST", "2031-05-15")
    rapporteur("run")
    note = (answered.workspace.warehouse / "notes" / "harb-12" / "note.md").read_text(encoding="utf-8")
    assert "\\[withheld: e-mail\\]" in note or "[withheld: e-mail]" in note
    holding = {
        path.relative_to(answered.workspace.root).parts[1]
        for folder in (answered.workspace.warehouse, answered.workspace.dagster_home)
        for path in folder.rglob("*")
        if path.is_file() and (b"Lampkeeper" in path.read_bytes() or b"ada@lamps" in path.read_bytes())
    }
    assert holding == {"private"}


def test_two_workspaces_do_not_meet(tmp_path, made, monkeypatch):
    other = make_workspace(tmp_path / "other")
    usual_replies(other)
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path / "other" / ".dagster"))
    assert main(["run", "--root", str(other.workspace.root)]) == 0
    assert Path(other.workspace.database).exists()
    assert contents(other) == contents(made)
