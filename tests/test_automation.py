"""What starts runs: the sensor on raw/, the schedules, and the one test of whether there is anything to do."""

import json
import os
import shutil
import subprocess
import sys
import time

import dagster as dg
import pytest

from pipeline import config, steps
from pipeline.automation import raw_changed
from pipeline.root import PARTITION_TAG, Root
from pipeline.storage.locks import held
from pipeline.warehouse import manifest
from pipeline.warehouse.publish import publish
from tests.test_dagster import run
from tests.workspaces import MEETING, REGISTER, add_reply


@pytest.fixture
def instance():
    """Dagster's store in memory."""
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def settle(workspace) -> None:
    """Make every raw file look as if it had been left alone for a while."""
    past = time.time() - 60
    for path in workspace.raw.rglob("*"):
        os.utime(path, (past, past))


class Ticks:
    """The sensor, tick after tick, with what it remembers in between."""

    def __init__(self, workspace, instance):
        self.workspace, self.instance, self.cursor = workspace, instance, None

    def __call__(self) -> list[str]:
        """The meetings that a run is asked for; the publication by the name of its job."""
        settle(self.workspace)
        return [request.partition_key or request.job_name for request in self.result().run_requests]

    def result(self) -> dg.SensorResult:
        root = Root(path=str(self.workspace.root))
        with dg.build_sensor_context(instance=self.instance, cursor=self.cursor, resources={"root": root}) as context:
            found = raw_changed(context)
        self.cursor = found.cursor
        return found


@pytest.fixture
def tick(tmp_path, instance):
    return Ticks(config.Workspace(tmp_path), instance)


def add_meetings(case, *names: str, text: str = MEETING) -> None:
    """Meetings without replies."""
    for name in names:
        (case.workspace.raw / name / "replies").mkdir(parents=True)
        (case.workspace.raw / name / "meeting.yaml").write_text(text, encoding="utf-8")


def test_a_meeting_that_a_publication_left_out_is_published_once_nobody_is_at_work(answered, instance, tick):
    assert tick() == ["harb-12"]
    run(answered, instance)
    publish(answered.workspace)
    # As when a publication begins before the run ends, and ends after it.
    add_reply(answered, "est.yaml", respondent="Estmark", answers={"1.b": {"action_taken": "yes", "text": "We do."}})
    assert tick() == ["harb-12"]
    run(answered, instance)
    asked = [tick() for _ in range(2 * config.LOOKS_BEFORE_PUBLISHING)]
    waited = [[]] * (config.LOOKS_BEFORE_PUBLISHING - 1)
    assert asked == [*waited, [config.PUBLISH_JOB]] * 2
    publish(answered.workspace)
    assert [tick() for _ in range(2 * config.LOOKS_BEFORE_PUBLISHING)] == [[]] * 2 * config.LOOKS_BEFORE_PUBLISHING


def test_a_publication_that_fails_is_asked_for_a_few_times_only(answered, instance, tick):
    assert tick() == ["harb-12"]
    run(answered, instance)
    asked = [tick() for _ in range((config.MOST_TRIES + 2) * config.LOOKS_BEFORE_PUBLISHING)]
    assert asked.count([config.PUBLISH_JOB]) == config.MOST_TRIES


def test_a_new_meeting_is_added_and_run_once(answered, instance, tick):
    settle(answered.workspace)
    first = tick.result()
    assert [request.partition_key for request in first.run_requests] == ["harb-12"]
    assert first.dynamic_partitions_requests[0].partition_keys == ["harb-12"]
    assert all(request.run_key is None for request in first.run_requests)
    run(answered, instance)
    assert tick() == []
    assert "Nothing in raw/ has changed." in str(tick.result().skip_reason)


def test_what_the_command_line_ran_is_left_alone(made, instance, tick):
    assert tick() == []


def test_a_change_and_its_undoing_are_both_seen_whoever_runs_them(made, instance, tick):
    added = add_reply(made, "est.yaml", respondent="EST", general="All is done.")
    assert tick() == ["harb-12"]
    run(made, instance)
    added.unlink()
    assert tick() == ["harb-12"]
    run(made, instance)
    add_reply(made, "est.yaml", respondent="EST", general="All is done.")
    run(made, instance)
    assert tick() == []


def test_file_times_alone_start_nothing(made, instance, tick):
    assert tick() == []
    os.utime(made.folder / "meeting.yaml", (1, 1))
    assert tick.result().run_requests == []


def test_a_file_that_is_still_being_copied_waits(answered, tick):
    now = time.time()
    for path in answered.workspace.raw.rglob("*"):
        os.utime(path, (now, now))
    assert tick.result().run_requests == []
    assert tick() == ["harb-12"]


def test_a_file_dated_in_the_future_holds_up_nothing(answered, tick):
    settle(answered.workspace)
    later = time.time() + 9e6
    os.utime(answered.folder / "meeting.yaml", (later, later))
    assert [request.partition_key for request in tick.result().run_requests] == ["harb-12"]


def test_a_warehouse_that_was_deleted_is_made_again(made, instance, tick):
    assert tick() == []
    shutil.rmtree(made.workspace.warehouse)
    assert tick() == ["harb-12"]


def test_an_output_that_was_damaged_is_made_again(made, instance, tick):
    note = steps.note_path(made)
    note.write_text("damaged", encoding="utf-8")
    assert tick() == ["harb-12"]


def test_a_program_that_changed_runs_every_meeting(made, instance, tick, monkeypatch):
    assert tick() == []
    for module in ("pipeline.warehouse.manifest", "pipeline.warehouse.due"):
        monkeypatch.setattr(f"{module}.code_fingerprint", lambda: "another")
    assert tick() == ["harb-12"]


def test_a_run_that_was_killed_is_tried_again_a_few_times(answered, instance, tick):
    manifest.begin(answered.workspace, "harb-12")
    assert [tick() for _ in range(config.MOST_TRIES + 2)] == [["harb-12"]] * config.MOST_TRIES + [[], []]
    add_reply(answered, "est.yaml", respondent="EST", general="All is done.")
    assert tick() == ["harb-12"]


def test_a_run_that_is_still_at_work_is_not_asked_for_again(answered, instance, tick):
    at_work = dg.DagsterRun(config.RUN_JOB, tags={PARTITION_TAG: "harb-12"}, status=dg.DagsterRunStatus.STARTED)
    instance.add_run(at_work)
    assert tick() == []
    instance.report_run_failed(instance.get_run_by_id(at_work.run_id), "gone")
    assert tick() == ["harb-12"]


def test_a_run_whose_process_is_gone_is_told_and_its_meeting_run_again(answered, instance, tick, monkeypatch):
    """Whoever started it: nothing else would ever end it, and it would count as at work."""
    manifest.begin(answered.workspace, "harb-12")
    dead = dg.DagsterRun(config.RUN_JOB, tags={PARTITION_TAG: "harb-12"}, status=dg.DagsterRunStatus.STARTED)
    publication = dg.DagsterRun(config.PUBLISH_JOB, status=dg.DagsterRunStatus.STARTED)
    for one in (dead, publication):
        instance.add_run(one)
    with held(answered.workspace.run_lock("harb-12"), "the run itself"):
        monkeypatch.setattr(config, "DEAD_AFTER_SECONDS", -1)
        assert tick() == []
        assert instance.get_run_by_id(dead.run_id).status == dg.DagsterRunStatus.STARTED
    assert tick() == ["harb-12"]
    assert instance.get_run_by_id(dead.run_id).status == dg.DagsterRunStatus.FAILURE
    assert instance.get_run_by_id(publication.run_id).status == dg.DagsterRunStatus.STARTED
    monkeypatch.setattr(config, "DEAD_WITHOUT_LOCK_AFTER_SECONDS", -1)
    tick()
    assert instance.get_run_by_id(publication.run_id).status == dg.DagsterRunStatus.FAILURE


def test_files_that_were_refused_wait_until_they_change(answered, instance, tick):
    meeting = answered.folder / "meeting.yaml"
    good = meeting.read_text(encoding="utf-8")
    meeting.write_text(good.replace("ordinal: 12", "ordinal: twelve"), encoding="utf-8")
    assert tick() == ["harb-12"]
    assert not run(answered, instance).success
    assert tick() == []
    meeting.write_text(good, encoding="utf-8")
    assert tick() == ["harb-12"]
    assert run(answered, instance).success
    assert tick() == []


def test_a_meeting_put_right_runs_also_where_its_content_was_there_before(made, instance, tick):
    """Made, broken, refused, and put back: what was made then still stands, and is vouched for again."""
    meeting = made.folder / "meeting.yaml"
    good = meeting.read_text(encoding="utf-8")
    meeting.write_text(good.replace("ordinal: 12", "ordinal: twelve"), encoding="utf-8")
    assert tick() == ["harb-12"]
    assert not run(made, instance).success
    meeting.write_text(good, encoding="utf-8")
    assert tick() == ["harb-12"]


def test_only_so_many_are_asked_for_at_once_small_and_open_ones_first(answered, instance, tick, monkeypatch):
    monkeypatch.setattr(config, "RUNS_AT_ONCE", 2)
    add_meetings(answered, "harb-13")
    sent = MEETING.replace("dispatched: 2031-03-03", "dispatched: 2020-01-01")
    add_meetings(answered, "zebra-1", "zebra-2", text=sent)
    settle(answered.workspace)
    first = tick.result()
    assert [request.partition_key for request in first.run_requests] == ["zebra-1", "zebra-2"]
    assert {request.tags["dagster/priority"] for request in first.run_requests} == {"1"}
    for name in ("zebra-1", "zebra-2"):
        manifest.begin(answered.workspace, name)
    instance.add_run(dg.DagsterRun(config.RUN_JOB, tags={PARTITION_TAG: "zebra-1"}, status=dg.DagsterRunStatus.STARTED))
    assert len(tick()) == 1


def test_a_meeting_that_is_gone_is_published_away_once_and_keeps_its_partition(made, instance, tick):
    instance.add_dynamic_partitions(config.PARTITIONS, ["harb-12"])
    assert tick() == []
    aside = made.workspace.root / "aside"
    made.folder.rename(aside)
    assert tick() == [config.PUBLISH_JOB]
    assert tick() == []
    assert instance.get_dynamic_partitions(config.PARTITIONS) == ["harb-12"]
    aside.rename(made.folder)
    assert tick() == []


def test_one_meeting_is_run_by_one_process_at_a_time(made):
    """The command line waits for the run of another process and says so; with --no-wait it ends with 3."""
    root = str(made.workspace.root)
    made.workspace.database.unlink()
    add_reply(made, "est.yaml", respondent="EST", general="All is done.")
    lock = made.workspace.run_lock("harb-12")
    hold = (
        "import sys, time; from pathlib import Path; from pipeline.storage.locks import held\n"
        f"with held(Path({str(lock)!r}), 'a run of the test'):\n    print('held', flush=True); sys.stdin.readline()\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert holder.stdout.readline() == "held\n"
        command = [sys.executable, "-m", "pipeline.cli.app", "run", "--root", root]
        refused = subprocess.run([*command, "--no-wait"], capture_output=True, text=True, timeout=120)
        assert refused.returncode == 3
        (line,) = refused.stderr.splitlines()
        assert "harb-12: found a run of the test (process " in line
        waiting = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert "harb-12: waits for a run of the test (process " in waiting.stderr.readline()
        assert not made.workspace.database.exists()
        # What the other run was at; the one that waited finds it done, and publishes.
        steps.make_all(made.workspace, "harb-12")
        holder.communicate("go on\n", timeout=60)
        said = waiting.communicate(timeout=120)
        assert waiting.returncode == 0, said
    finally:
        holder.kill()
    assert made.workspace.database.exists()
    assert list(lock.parent.glob("*.holder")) == []


def test_the_register_is_in_every_meetings_inputs(made, instance, tick):
    assert tick() == []
    made.workspace.register.write_text(REGISTER + "GUL,Gulland,Gulland,Gulland,member_state,,\n", encoding="utf-8")
    assert tick() == ["harb-12"]


def test_what_is_remembered_between_ticks_is_small(answered, instance, tick):
    tick()
    assert len(json.dumps(json.loads(tick.cursor))) < 200
