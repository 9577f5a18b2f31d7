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


@dg.multi_asset_check(specs=[dg.AssetCheckSpec("is_high", asset="tide"), dg.AssetCheckSpec("is_low", asset="tide")])
def about_the_tide(context):
    if "broken" in context.run.tags:
        raise ValueError("no gauge")
    yield dg.AssetCheckResult(check_name="is_high", passed=True, metadata={"height": 3})
    yield dg.AssetCheckResult(check_name="is_low", passed=False)


def kinds_kept(home: Path, run: str) -> set[str]:
    with sqlite3.connect(home / FILES[0]) as file:
        kept = file.execute("select distinct dagster_event_type from event_logs where run_id = ?", [run])
        return {kind for (kind,) in kept}


PASSING = {"ASSET_MATERIALIZATION_PLANNED", "ASSET_CHECK_EVALUATION_PLANNED", "STEP_OUTPUT"}


def test_of_a_run_that_went_well_stays_what_people_look_at(home):
    with dg.DagsterInstance.get() as instance:
        run = dg.materialize([tide, about_the_tide], instance=instance).run_id
        looked_at = {
            "ASSET_MATERIALIZATION",
            "ASSET_CHECK_EVALUATION",
            "STEP_START",
            "STEP_SUCCESS",
            "PIPELINE_SUCCESS",
        }
        assert looked_at <= kinds_kept(home, run)
        assert not PASSING & kinds_kept(home, run)
        told = instance.event_log_storage.get_latest_asset_check_execution_by_key(
            [key := dg.AssetCheckKey(dg.AssetKey("tide"), "is_high")]
        )
        assert told[key].event.dagster_event.asset_check_evaluation_data.metadata["height"] == dg.IntMetadataValue(3)


def test_events_that_stay_keep_their_numbers(home):
    with dg.DagsterInstance.get() as instance:
        runs = [dg.materialize([tide, about_the_tide], instance=instance).run_id for _ in range(2)]
        assert len(list(instance.get_records_for_run(runs[0]).records)) > 5
    with sqlite3.connect(home / FILES[0]) as file:
        checks = file.execute(
            "select count(*), sum(dagster_event_type = 'ASSET_CHECK_EVALUATION') from asset_check_executions"
            " join event_logs on event_logs.id = evaluation_event_storage_id"
        )
        assert checks.fetchone() == (4, 4)
        (ids,) = zip(*file.execute("select id from event_logs where run_id <> '' order by timestamp"), strict=True)
        assert list(ids) == sorted(ids)


@pytest.mark.slow
def test_events_that_stay_lie_together(home):
    with dg.DagsterInstance.get() as instance:
        for _ in range(40):
            dg.materialize([tide, about_the_tide], instance=instance)
    with sqlite3.connect(home / FILES[0]) as file:
        file.execute("drop table asset_check_executions")
        file.execute("drop table asset_event_tags")
        (free,), (pages,) = (file.execute(f"pragma {of}").fetchone() for of in ("freelist_count", "page_count"))
        file.commit()
        file.execute("vacuum")
        (tight,) = file.execute("pragma page_count").fetchone()
    assert pages - free < 1.15 * tight


def test_of_a_run_that_failed_everything_stays(home):
    with dg.DagsterInstance.get() as instance:
        tags = {"broken": "yes"}
        run = dg.materialize([tide, about_the_tide], instance=instance, tags=tags, raise_on_error=False).run_id
        assert instance.get_run_by_id(run).status is DagsterRunStatus.FAILURE
        assert kinds_kept(home, run) >= PASSING | {"STEP_FAILURE", "PIPELINE_FAILURE"}


def test_events_are_kept_packed(home):
    with dg.DagsterInstance.get() as instance:
        dg.materialize([tide, about_the_tide], instance=instance)
    with sqlite3.connect(home / FILES[0]) as file:
        for table, column in (("event_logs", "event"), ("asset_check_executions", "evaluation_event")):
            kept = file.execute(f"select distinct typeof({column}), max(length({column})) < 600 from {table}")
            assert kept.fetchall() == [("blob", 1)]


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


HARBOURS = dg.StaticPartitionsDefinition(["borford", "duna"])


@dg.asset(partitions_def=HARBOURS)
def harbour(context) -> None:
    if "broken" in context.run.tags:
        raise ValueError("no harbour")


def test_a_partition_is_what_its_last_run_made_of_it(home):
    def now() -> dict:
        return instance.get_status_by_partition(harbour.key, HARBOURS.get_partition_keys(), HARBOURS)

    with dg.DagsterInstance.get() as instance:
        broken = {"tags": {"broken": "yes"}, "raise_on_error": False}
        for partition, how in (("borford", broken), ("borford", {}), ("duna", {}), ("duna", broken)):
            dg.materialize([harbour], instance=instance, partition_key=partition, **how)
        assert {name: state.value for name, state in now().items()} == {"borford": "MATERIALIZED", "duna": "FAILED"}
