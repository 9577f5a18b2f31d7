"""Runs meetings through Dagster in this process, on the workspace's own instance, so that the UI shows them.

The only way the command line runs anything. Keeps out: what a run does (`assets.py`).
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import dagster as dg

from pipeline import config
from pipeline.config import Workspace
from pipeline.definitions import build_definitions
from pipeline.errors import CannotWrite
from pipeline.instance import prepare_home
from pipeline.storage.locks import held
from pipeline.warehouse import manifest

_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


@dataclass(frozen=True)
class Orders:
    """How to run: also where nothing changed; waiting for other processes or not, and whom to tell of waiting."""

    force: bool = False
    wait: bool = True
    waiting: Callable[[str], None] = lambda line: None
    verbose: bool = False


def run_meetings(
    workspace: Workspace, meeting_ids: list[str], done: Callable[[str], None], orders: Orders
) -> dict[str, str]:
    """Run each meeting, then publish the warehouse once. Returns what failed: a line for each meeting.

    `done` is called with the name of each part as it ends. One meeting's failure stops no other. Who had to wait for
    another process finds the work done, more often than not.

    Raises:
        Busy: another process is at work on a meeting, and the orders are not to wait.
    """
    verbose = orders.verbose
    os.environ[config.DAGSTER_HOME_VARIABLE] = str(prepare_home(workspace))
    defs = build_definitions(workspace)
    failed = {}
    with dg.DagsterInstance.get() as instance:
        instance.add_dynamic_partitions(config.PARTITIONS, meeting_ids)
        for meeting_id in meeting_ids:
            told = partial(_told, orders, meeting_id)
            try:
                with held(workspace.run_lock(meeting_id), "rapporteur run", wait=orders.wait, waiting=told) as waited:
                    needed = orders.force or not waited or not manifest.is_current(workspace, meeting_id)
                    error = _execute(defs, config.RUN_JOB, instance, meeting_id, verbose) if needed else ""
            except CannotWrite as cannot:
                error = str(cannot)
            if error:
                failed[meeting_id] = error
            done(meeting_id)
        error = _execute(defs, config.PUBLISH_JOB, instance, None, verbose)
        if error:
            failed["warehouse"] = error
        done("warehouse")
    return failed


def _told(orders: Orders, meeting_id: str, holder: str) -> None:
    orders.waiting(f"{meeting_id}: waits for {holder}")


def _execute(defs: dg.Definitions, job: str, instance: dg.DagsterInstance, partition: str | None, verbose: bool) -> str:
    """Run one job; returns the line that says why it failed, or nothing."""
    result = defs.resolve_job_def(job).execute_in_process(
        instance=instance, partition_key=partition, raise_on_error=False, run_config=None if verbose else _QUIET
    )
    if result.success:
        return ""
    for event in result.all_events:
        if event.is_step_failure:
            failure = event.step_failure_data
            shown = failure.user_failure_data.description if failure.user_failure_data else None
            cause = failure.error.cause or failure.error if failure.error else None
            return shown or (" ".join(cause.message.split()) if cause else "a step failed")
    return f"the run failed before its first step; see {Path(instance.root_directory)}"
