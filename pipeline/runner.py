"""Runs meetings through Dagster, here or side by side in processes, on the workspace's instance: the UI shows them.

The only way the command line runs anything. Keeps out: what a run does (`assets.py`).
"""

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType

import dagster as dg

from pipeline import config
from pipeline.automation import AT_ITS_END
from pipeline.config import Workspace
from pipeline.definitions import build_definitions
from pipeline.errors import CannotWrite
from pipeline.instance import prepare_home
from pipeline.processes import at_once, side_by_side
from pipeline.storage.locks import held
from pipeline.warehouse import manifest

# By this tag Dagster's pages find the runs of a job for its history: repository@location.
_SHOWN = {".dagster/repository": f"__repository__@{build_definitions.__module__}"}
_QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def _tell_nobody(line: str) -> None:
    pass


@dataclass(frozen=True)
class Orders:
    """How to run: also where nothing changed; waiting for other processes or not, and whom to tell of waiting."""

    force: bool = False
    wait: bool = True
    waiting: Callable[[str], None] = _tell_nobody
    verbose: bool = False


def run_meetings(
    workspace: Workspace, meeting_ids: list[str], done: Callable[[str], None], orders: Orders
) -> dict[str, str]:
    """Run each meeting, then publish the warehouse once. Returns what failed: a line for each meeting.

    A meeting that is run alone is published at the end of its own run, as the daemon has it.
    `done` is called with the name of each part as it ends. One meeting's failure stops no other. Who had to wait for
    another process finds the work done, more often than not. Many meetings are run side by side, a process for a core.

    Raises:
        Busy: another process is at work on a meeting, and the orders are not to wait.
    """
    failed: dict[str, str] = {}
    alone = len(meeting_ids) == 1
    with _instance(workspace) as instance:
        instance.add_dynamic_partitions(config.PARTITIONS, meeting_ids)
        for meeting_id, error in _outcomes(workspace, meeting_ids, orders, instance):
            # Where only the publication failed, the meeting is done, and what follows tells why.
            if error and not (alone and manifest.is_current(workspace, meeting_id)):
                failed[meeting_id] = error
            done(meeting_id)
        if not (alone and manifest.is_published(workspace, meeting_ids)):
            error = _execute(_definitions(workspace), config.PUBLISH_JOB, instance, None, orders.verbose)
            if error:
                failed["warehouse"] = error
        done("warehouse")
    return failed


def _instance(workspace: Workspace) -> AbstractContextManager[dg.DagsterInstance]:
    os.environ[config.DAGSTER_HOME_VARIABLE] = str(prepare_home(workspace))
    return dg.DagsterInstance.get()


_definitions = lru_cache(maxsize=1)(build_definitions)


def _outcomes(
    workspace: Workspace, meeting_ids: list[str], orders: Orders, instance: dg.DagsterInstance
) -> Iterator[tuple[str, str]]:
    """Each meeting as it ends, with the line that says why it failed, or nothing."""
    cores = at_once()
    if len(meeting_ids) < config.SIDE_BY_SIDE_FROM or cores == 1:
        tags = AT_ITS_END if len(meeting_ids) == 1 else {}
        for meeting_id in meeting_ids:
            yield meeting_id, _run(workspace, meeting_id, orders, instance, tags)
        return
    with side_by_side(cores) as pool:
        at_work = {pool.submit(_run_apart, workspace, meeting_id, orders): meeting_id for meeting_id in meeting_ids}
        try:
            for ended in as_completed(at_work):
                try:
                    yield at_work[ended], ended.result()
                except BrokenProcessPool:
                    yield at_work[ended], "its process ended before it was done; run it again"
        finally:
            # Who is told that another process is at work, or is stopped, does not wait for all the others.
            pool.shutdown(cancel_futures=True)


def _run_apart(workspace: Workspace, meeting_id: str, orders: Orders) -> str:
    with _instance(workspace) as instance:
        return _run(workspace, meeting_id, orders, instance)


def _run(
    workspace: Workspace,
    meeting_id: str,
    orders: Orders,
    instance: dg.DagsterInstance,
    tags: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Run one meeting where that is needed; returns the line that says why it failed, or nothing."""
    told = partial(_told, orders, meeting_id)
    try:
        with held(workspace.run_lock(meeting_id), "rapporteur run", wait=orders.wait, waiting=told) as waited:
            if not orders.force and waited and manifest.is_current(workspace, meeting_id):
                return ""
            return _execute(_definitions(workspace), config.RUN_JOB, instance, meeting_id, orders.verbose, tags)
    except CannotWrite as cannot:
        return str(cannot)


def _told(orders: Orders, meeting_id: str, holder: str) -> None:
    orders.waiting(f"{meeting_id}: waits for {holder}")


def _execute(
    defs: dg.Definitions,
    job: str,
    instance: dg.DagsterInstance,
    partition: str | None,
    verbose: bool,
    tags: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Run one job; returns the line that says why it failed, or nothing."""
    result = defs.resolve_job_def(job).execute_in_process(
        instance=instance,
        partition_key=partition,
        raise_on_error=False,
        run_config=None if verbose else _QUIET,
        tags={**_SHOWN, **tags},
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
