"""What starts runs: the jobs, the sensor on raw/, the schedules, and the sensor that publishes after runs.

Keeps out: which meetings are due (`warehouse/due.py`) and what a run does (`assets.py`).
"""

import json
import time
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import dagster as dg

from pipeline import config
from pipeline.asset_specs import MEETINGS, REGISTER, WAREHOUSE
from pipeline.errors import BadInput
from pipeline.raw.life_cycle import CLOSING, OPEN, closed_on, stage_of
from pipeline.raw.meeting import Meeting, load_meeting
from pipeline.root import PARTITION_TAG, PUBLISH_TAG, QUEUE_TAG, Root, end_dead_runs, unfinished_runs
from pipeline.warehouse.due import Asked, Publishing, due_meetings, gone_meetings, unpublished
from schemas.registry import ACROSS

# Where there are several machines, a publication waits for the worker of the one that holds the database, and a run of
# a meeting, which may be anywhere, does not publish at its end.
TO_PUBLISHER = {QUEUE_TAG: queue} if (queue := config.publish_queue()) else {}
AT_ITS_END = {} if TO_PUBLISHER else {PUBLISH_TAG: "when nobody waits"}

OF_ALL_MEETINGS = dg.AssetSelection.assets(WAREHOUSE, REGISTER, *(table.asset_key for table in ACROSS))
ALL_OF_A_MEETING = dg.AssetSelection.all() - OF_ALL_MEETINGS

meeting_job = dg.define_asset_job(
    config.RUN_JOB,
    selection=ALL_OF_A_MEETING,
    description="Everything for one meeting, from raw files to the manifest.",
)
publish_job = dg.define_asset_job(
    config.PUBLISH_JOB,
    selection=OF_ALL_MEETINGS,
    description="The register read, and the lake of all meetings published as rapporteur.duckdb.",
    tags=TO_PUBLISHER,
)


@dg.sensor(
    jobs=[meeting_job, publish_job],
    minimum_interval_seconds=config.sensor_seconds(),
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Adds new meetings of raw/, runs those that are due, and publishes when one has gone or was left out.",
)
def raw_changed(context: dg.SensorEvaluationContext, root: Root):
    """Ask for a run of every meeting that is due, at most so many at a time; register those that are new."""
    root.fetch()
    workspace, instance = root.workspace, context.instance
    known = set(instance.get_dynamic_partitions(MEETINGS.name))
    new = [meeting_id for meeting_id in workspace.meeting_ids() if meeting_id not in known]
    before = json.loads(context.cursor or "{}")
    end_dead_runs(instance, workspace, time.time())
    asked = {name: Asked(**one) for name, one in before.get("asked", {}).items()}
    unfinished = unfinished_runs(instance)
    running = {run.tags.get(PARTITION_TAG, "") for run in unfinished}
    due, kept = due_meetings(workspace, asked, running, time.time(), date.today())
    chosen = due[: max(config.RUNS_AT_ONCE - len(unfinished), 0)]

    # No run key: keys are remembered for ever, and a file put back to an earlier state must run again.
    requests = [
        dg.RunRequest(
            job_name=config.RUN_JOB,
            partition_key=one.meeting_id,
            tags={"dagster/priority": "1" if one.is_open else "0"} | AT_ITS_END,
        )
        for one in chosen
    ]
    gone = gone_meetings(workspace)
    if gone and gone != before.get("gone"):
        requests.append(dg.RunRequest(job_name=config.PUBLISH_JOB, tags={"gone": ", ".join(gone)}))
    cursor = {"asked": {name: asdict(one) for name, one in kept.items()}, "gone": gone}
    cursor["asked"] |= {one.meeting_id: asdict(one.asked) for one in chosen}
    if not TO_PUBLISHER:  # where there are several machines, the database may lie on another one
        publishing = Publishing(**(before.get("publishing") or {}))
        left_out, publishing = unpublished(workspace, publishing, bool(unfinished or requests))
        if left_out:
            tags = {"unpublished": ", ".join(left_out)[:200]}
            requests.append(dg.RunRequest(job_name=config.PUBLISH_JOB, tags=tags))
        cursor["publishing"] = asdict(publishing)
    add = [MEETINGS.build_add_request(new)] if new else []
    if requests or new:
        return dg.SensorResult(dynamic_partitions_requests=add, run_requests=requests, cursor=json.dumps(cursor))
    waiting = f"{len(due)} meetings wait for a run." if due else "Nothing in raw/ has changed."
    return dg.SensorResult(skip_reason=waiting, cursor=json.dumps(cursor))


publish_when_changed = dg.AutomationConditionSensorDefinition(
    "publish_when_changed",
    target=dg.AssetSelection.assets(WAREHOUSE),
    minimum_interval_seconds=config.SENSOR_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Publishes the warehouse once after meetings were run, and every two minutes while others still run.",
    run_tags=TO_PUBLISHER,
)


def _meetings(root: Root) -> list[Meeting]:
    """Meetings whose file can be read; the others are told by their runs."""
    found = []
    for meeting_id in root.workspace.meeting_ids():
        try:
            found.append(load_meeting(root.workspace.meeting(meeting_id)))
        except BadInput:
            continue
    return found


def _requests(
    root: Root, context: dg.ScheduleEvaluationContext, name: str, wanted
) -> dg.SkipReason | list[dg.RunRequest]:
    root.fetch()
    today = context.scheduled_execution_time.date()
    chosen = [one for one in _meetings(root) if wanted(one, root.workspace.meeting(one.id), today)]
    if not chosen:
        return dg.SkipReason(f"No meeting is {name}.")
    context.instance.add_dynamic_partitions(MEETINGS.name, [one.id for one in chosen])
    return [
        dg.RunRequest(partition_key=one.id, run_key=f"{name}:{one.id}:{today}", tags={"schedule": name})
        for one in chosen
    ]


@dg.schedule(
    job=meeting_job,
    cron_schedule=config.DAILY,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Runs every meeting that is open or closing once a day; one whose note is issued is left alone.",
)
def every_day(context: dg.ScheduleEvaluationContext, root: Root):
    """Ask for a run of every meeting between the day its questionnaire went out and the day its note is issued."""
    return _requests(root, context, "open", lambda one, folder, today: stage_of(one, folder, today) in (OPEN, CLOSING))


@dg.schedule(
    job=meeting_job,
    cron_schedule=config.AFTER_MIDNIGHT,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Runs a meeting once more when the last day for replies is over, with the list of outstanding ones.",
)
def at_the_cut_off(context: dg.ScheduleEvaluationContext, root: Root):
    """Ask for a run of every meeting whose last day for replies was yesterday."""
    return _requests(root, context, "past its cut-off", closed_on)


@dg.op(description="Deletes Dagster's records of runs that ended long ago; the last run of each meeting stays.")
def old_runs(context: dg.OpExecutionContext) -> None:
    """Delete records that nobody needs any more; what was made by the runs stays where it is."""
    before = datetime.now(tz=UTC) - timedelta(days=config.KEEP_RUNS_DAYS)
    records = context.instance.get_run_records(filters=dg.RunsFilter(statuses=_ENDED))
    seen: set[tuple[str, str | None]] = set()
    gone = []
    for record in records:  # the newest come first
        of = record.dagster_run.job_name, record.dagster_run.tags.get(PARTITION_TAG)
        if of in seen and record.create_timestamp < before:
            gone.append(record.dagster_run.run_id)
        seen.add(of)
    for run_id in gone:
        context.instance.delete_run(run_id)
    context.add_output_metadata({"deleted": len(gone), "kept": len(records) - len(gone)})


_ENDED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]


@dg.job(description="Keeps Dagster's history small: records of old runs are deleted, outputs are not.")
def tidy_history():
    """The job that deletes records of old runs."""
    old_runs()


weekly = dg.ScheduleDefinition(
    name="tidy_history_weekly",
    job=tidy_history,
    cron_schedule=config.WEEKLY,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description=f"Deletes the records of runs older than {config.KEEP_RUNS_DAYS} days once a week.",
)

JOBS = (meeting_job, publish_job, tidy_history)
SENSORS = (raw_changed, publish_when_changed)
SCHEDULES = (every_day, at_the_cut_off, weekly)
