"""Dagster's records: begun whole by whoever comes first, each event once, connections that stay open until the end."""

import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.storage.dagster_run import DagsterRunStatus
from dagster._core.storage.runs import SqliteRunStorage

from pipeline.instance import SETTINGS
from pipeline.run_records import Records

BEGIN = "import sys; from pipeline.run_records import Records; Records(sys.argv[1]).dispose()"
FILES = ("history/event_log.db", "history/runs.db", "schedules/schedules.db")


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """Dagster's folder with the settings of the project and nothing else."""
    shutil.copy(SETTINGS, tmp_path)
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    return tmp_path


@dg.asset
def tide() -> dg.MaterializeResult:
    return dg.MaterializeResult(metadata={"height": 3})


def test_the_settings_of_the_project_lead_to_these_records(home):
    with dg.DagsterInstance.get() as instance:
        assert isinstance(instance.event_log_storage, type(Records(str(home)).event_log_storage))


def test_the_tables_are_of_the_version_that_this_dagster_makes(home):
    with dg.DagsterInstance.get() as instance:
        for storage in (instance.event_log_storage, instance.run_storage, instance.schedule_storage):
            has, makes = storage.alembic_version()
            assert has == makes is not None
        instance.upgrade()
    assert "current: null" not in instance.schema_str()


def test_an_event_is_kept_once_and_found_by_run_and_by_asset(home):
    with dg.DagsterInstance.get() as instance:
        run = dg.materialize([tide], instance=instance).run_id
        materialized = dg.DagsterEventType.ASSET_MATERIALIZATION
        (by_run,) = instance.get_records_for_run(run, of_type=materialized).records
        by_asset = instance.get_latest_materialization_event(dg.AssetKey("tide"))
        assert by_run.event_log_entry == by_asset
        assert instance.get_run_by_id(run).status is DagsterRunStatus.SUCCESS
    with sqlite3.connect(home / FILES[0]) as file:
        kept = file.execute("select count(*) from event_logs where dagster_event_type = 'ASSET_MATERIALIZATION'")
        assert kept.fetchone() == (1,)


def test_of_a_run_that_is_deleted_no_event_stays_and_later_ones_do(home):
    with dg.DagsterInstance.get() as instance:
        first, second = (dg.materialize([tide], instance=instance).run_id for _ in range(2))
        instance.delete_run(first)
        assert list(instance.get_records_for_run(first).records) == []
        assert instance.get_latest_materialization_event(dg.AssetKey("tide")).run_id == second
        assert [run.run_id for run in instance.get_runs()] == [second]


def test_records_outlive_the_process_and_leave_nothing_beside_their_files(home):
    with dg.DagsterInstance.get() as instance:
        dg.materialize([tide], instance=instance)
    assert sorted(path.name for path in (home / "history").glob("[!.]*")) == ["event_log.db", "runs.db"]
    with dg.DagsterInstance.get() as instance:
        assert instance.get_latest_materialization_event(dg.AssetKey("tide")).asset_materialization.metadata[
            "height"
        ] == dg.IntMetadataValue(3)


def test_who_watches_a_run_is_told_of_its_events(home):
    told = []
    with dg.DagsterInstance.get() as instance:
        run = dg.materialize([tide], instance=instance).run_id
        instance.watch_event_logs(run, None, lambda event, cursor: told.append(event.dagster_event_type))
        until = time.monotonic() + 30
        while dg.DagsterEventType.RUN_SUCCESS not in told and time.monotonic() < until:
            time.sleep(0.05)
    assert told[-1] is dg.DagsterEventType.RUN_SUCCESS


def test_two_processes_begin_the_records_at_once(tmp_path):
    commands = [[sys.executable, "-c", BEGIN, str(tmp_path)] for _ in range(2)]
    started = [subprocess.Popen(command, cwd=SETTINGS.parents[1], stderr=subprocess.PIPE) for command in commands]
    assert [process.communicate(timeout=120)[1] for process in started] == [b"", b""]
    for name in FILES:
        with sqlite3.connect(tmp_path / name) as file:
            assert file.execute("select count(*) from alembic_version").fetchone() == (1,)


def test_a_process_killed_while_it_begins_leaves_no_half_file(tmp_path, monkeypatch):
    def killed(beside: str) -> None:
        Path(beside).mkdir()
        Path(beside, "runs.db").write_bytes(b"half a file")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(SqliteRunStorage, "from_local", killed)
        with pytest.raises(KeyboardInterrupt):
            Records(str(tmp_path))
    assert not (tmp_path / "history" / "runs.db").exists()
    records = Records(str(tmp_path))
    assert list(records.run_storage.get_runs()) == []
    records.dispose()
    assert sorted(path.name for path in (tmp_path / "history").glob("[!.]*")) == ["event_log.db", "runs.db"]
    assert list((tmp_path / "history").glob("*.new")) == []
