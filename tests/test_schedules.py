"""What runs by the clock: open meetings daily, a meeting at its cut-off, and the records of old runs."""

import shutil
from datetime import datetime

import dagster as dg
import pytest

from pipeline import config
from pipeline.automation import at_the_cut_off, every_day, tidy_history
from pipeline.root import PARTITION_TAG, Root
from tests.workspaces import MEETING

DAYS = {
    "2031-03-02": ([], []),
    "2031-03-03": (["harb-12"], []),
    "2031-05-30": (["harb-12"], []),
    "2031-05-31": (["harb-12"], ["harb-12"]),
    "2031-06-01": (["harb-12"], []),
}


@pytest.fixture
def stored(tmp_path, monkeypatch, dagster_store):
    """Dagster's store in a folder, as schedules need one."""
    home = shutil.copytree(dagster_store, tmp_path / "dagster")
    monkeypatch.setenv("DAGSTER_HOME", str(home))
    with dg.DagsterInstance.from_config(str(home)) as made:
        yield made


def scheduled(schedule, case, instance, day: str) -> list[str]:
    """The meetings that a schedule asks a run for on a day."""
    context = dg.build_schedule_context(
        instance=instance,
        scheduled_execution_time=datetime.fromisoformat(f"{day}T05:00:00"),
        resources={"root": Root(path=str(case.workspace.root))},
    )
    with context:
        found = schedule(context)
    return [] if isinstance(found, dg.SkipReason) else [request.partition_key for request in found]


def test_open_and_closing_meetings_run_daily_and_once_more_at_the_end(answered, stored):
    for day, (daily, once_more) in DAYS.items():
        assert scheduled(every_day, answered, stored, day) == daily
        assert scheduled(at_the_cut_off, answered, stored, day) == once_more
    (answered.folder / "issued").mkdir()
    (answered.folder / "issued" / "note.md").write_text("issued", encoding="utf-8")
    assert scheduled(every_day, answered, stored, "2031-05-31") == []
    assert scheduled(at_the_cut_off, answered, stored, "2031-05-31") == []


def test_a_broken_meeting_holds_up_no_schedule(answered, stored):
    (answered.workspace.raw / "harb-13" / "replies").mkdir(parents=True)
    (answered.workspace.raw / "harb-13" / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    (answered.folder / "meeting.yaml").write_text("body: [", encoding="utf-8")
    assert scheduled(every_day, answered, stored, "2031-04-01") == ["harb-13"]


def test_records_of_old_runs_are_deleted_but_for_the_last_of_each_meeting(stored, monkeypatch):
    ended = {"status": dg.DagsterRunStatus.SUCCESS}
    runs = [dg.DagsterRun(config.RUN_JOB, tags={PARTITION_TAG: name}, **ended) for name in ("a-1", "a-1", "b-1")]
    for one in runs:
        stored.add_run(one)
    assert tidy_history.execute_in_process(instance=stored).success
    assert all(stored.has_run(one.run_id) for one in runs)
    monkeypatch.setattr(config, "KEEP_RUNS_DAYS", -1)
    assert tidy_history.execute_in_process(instance=stored).success
    assert [stored.has_run(one.run_id) for one in runs] == [False, True, True]
