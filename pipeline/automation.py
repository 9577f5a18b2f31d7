"""What starts runs: the jobs, the sensor on raw/, and the one that publishes after runs.

The sensor compares content, not file times. Keeps out: what a run does (`assets.py`).
"""

import json
import time
from pathlib import Path

import dagster as dg

from pipeline import config
from pipeline.assets import MEETINGS, WAREHOUSE, Root
from pipeline.config import Workspace
from pipeline.raw.folder import input_hashes, raw_files
from pipeline.storage.hashes import fingerprint
from pipeline.warehouse import manifest

ALL_BUT_WAREHOUSE = dg.AssetSelection.all() - dg.AssetSelection.assets(WAREHOUSE)

meeting_job = dg.define_asset_job(
    config.RUN_JOB,
    selection=ALL_BUT_WAREHOUSE,
    description="Everything for one meeting, from raw files to the manifest.",
)
publish_job = dg.define_asset_job(
    config.PUBLISH_JOB,
    selection=dg.AssetSelection.assets(WAREHOUSE),
    description="The lake of all meetings published as rapporteur.duckdb.",
)


def settled(paths: list[Path], now: float) -> bool:
    """Whether no file changed in the last moments: one that is still being copied is left for the next look."""
    # A file dated in the future (another clock, an archive) is not one that changes now.
    return not any(0 <= now - path.stat().st_mtime < config.SETTLE_SECONDS for path in paths)


def changed_meetings(workspace: Workspace, seen: dict[str, str], now: float) -> dict[str, str]:
    """Fingerprints of meetings to run, by id: content that neither the last run nor the last request had.

    `seen` holds the content each meeting was last requested for, so that a failing meeting is not run for ever.
    """
    todo = {}
    for meeting_id in workspace.meeting_ids():
        try:
            if not settled(list(raw_files(workspace, meeting_id).values()), now):
                continue
        except FileNotFoundError:
            continue  # A file went while it was looked at: the next look will tell.
        content = fingerprint(input_hashes(workspace, meeting_id))
        made = manifest.load(workspace, meeting_id)
        done = fingerprint(made["inputs"]) if made else None
        if content not in (done, seen.get(meeting_id)):
            todo[meeting_id] = content
    return todo


@dg.sensor(
    job=meeting_job,
    minimum_interval_seconds=config.SENSOR_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Adds new meetings of raw/ and runs a meeting once for every change of its content.",
)
def raw_changed(context: dg.SensorEvaluationContext, root: Root):
    """Ask for a run of every meeting whose content changed; register those that are new."""
    workspace = root.workspace
    seen = json.loads(context.cursor or "{}")
    known = set(context.instance.get_dynamic_partitions(MEETINGS.name))
    new = [meeting_id for meeting_id in workspace.meeting_ids() if meeting_id not in known]
    todo = changed_meetings(workspace, seen, time.time())
    if not todo and not new:
        return dg.SkipReason("Nothing in raw/ has changed.")
    # No run key: keys are remembered for ever, and a file put back to an earlier state must run again.
    return dg.SensorResult(
        dynamic_partitions_requests=[MEETINGS.build_add_request(new)] if new else [],
        run_requests=[
            dg.RunRequest(partition_key=meeting_id, tags={"raw_content": content[:12]})
            for meeting_id, content in todo.items()
        ],
        cursor=json.dumps(seen | todo),
    )


publish_when_changed = dg.AutomationConditionSensorDefinition(
    "publish_when_changed",
    target=dg.AssetSelection.assets(WAREHOUSE),
    minimum_interval_seconds=config.SENSOR_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Publishes the warehouse once after meetings were run.",
)

JOBS = (meeting_job, publish_job)
SENSORS = (raw_changed, publish_when_changed)
