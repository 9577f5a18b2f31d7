"""The workspace as Dagster's resource: it holds the lock of a run's meeting, and bad input ends a run in plain words.

Keeps out: what a run does (`assets.py`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
from dagster import InitResourceContext

from pipeline import config
from pipeline.case import Case, open_case
from pipeline.config import Workspace
from pipeline.errors import BadInput, CannotWrite
from pipeline.storage.leftovers import clear_meeting
from pipeline.storage.locks import held, is_held
from pipeline.storage.shared import made_of, made_of_all, of_meeting, shared_store
from pipeline.warehouse import manifest

PARTITION_TAG = "dagster/partition"
# A run with this tag publishes the warehouse at its end where no other run waits.
PUBLISH_TAG = "rapporteur/publish"
# The queue of Celery that a run is put into, where runs are tasks of Celery (deploy/dagster.yaml).
QUEUE_TAG = "dagster-celery/queue"


class Root(dg.ConfigurableResource):
    """The workspace that holds raw/ and warehouse/."""

    path: str

    @property
    def workspace(self) -> Workspace:
        return config.workspace(Path(self.path))

    @contextmanager
    def yield_for_execution(self, context: InitResourceContext) -> Iterator["Root"]:
        """Hold the meeting's lock from the first step of a run to its last; a publication has no meeting.

        Where the workspace is a copy of a store, what the run reads is fetched first, and what it made is sent.
        """
        meeting_id = context.run.tags.get(PARTITION_TAG) if context.run else None
        if meeting_id is None:
            if context.run:
                self.fetch()
            yield self
            return
        who = f"run {context.run.run_id[:8]} of Dagster"
        with held(self.workspace.run_lock(meeting_id), who, waiting=lambda holder: _say(context, meeting_id, holder)):
            clear_meeting(self.workspace, meeting_id)
            if store := shared_store(self.workspace):
                store.fetch(of_meeting(meeting_id))
            try:
                yield self
            finally:
                if store:
                    store.send(made_of(meeting_id))

    def fetch(self) -> None:
        """Bring the whole workspace up to date where it is a copy of a store."""
        if store := shared_store(self.workspace):
            store.fetch()

    def send_all(self) -> None:
        """Send what was made or moved aside here, where the workspace is a copy of a store."""
        if store := shared_store(self.workspace):
            store.send(made_of_all)

    def case(self, context: dg.AssetExecutionContext) -> Case:
        """The meeting of this run; a bad hand-kept file ends the run with its one line."""
        with told():
            try:
                return open_case(self.workspace, context.partition_key)
            except BadInput as error:
                manifest.refuse(self.workspace, context.partition_key, str(error))
                raise


def _say(context: InitResourceContext, meeting_id: str, holder: str) -> None:
    if context.log:
        context.log.info(f"{meeting_id}: waits for {holder}")


@contextmanager
def told() -> Iterator[None]:
    """Let what is wrong with hand-kept files, or with the place that is written to, end the run with its own lines."""
    try:
        yield
    except (BadInput, CannotWrite) as error:
        raise dg.Failure(str(error), allow_retries=False) from None
    except OSError as error:
        known = CannotWrite.because(error)
        if known is None:
            raise
        raise dg.Failure(str(known), allow_retries=False) from None


_UNFINISHED = [
    dg.DagsterRunStatus.QUEUED,
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]


def unfinished_runs(instance: dg.DagsterInstance) -> list[dg.DagsterRun]:
    """The runs that have not ended, whoever asked for them."""
    return list(instance.get_runs(filters=dg.RunsFilter(statuses=_UNFINISHED)))


def end_dead_runs(instance: dg.DagsterInstance, workspace: Workspace, now: float) -> None:
    """Tell Dagster of runs whose process is gone: they count as at work for ever otherwise.

    A run holds its meeting's lock from its first step to its last, and the system frees the lock of a process that
    ends, however it ends. Runs without a meeting hold none all the time; they are given long enough for any of them.
    """
    at_work = [dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]
    for record in instance.get_run_records(filters=dg.RunsFilter(statuses=at_work)):
        meeting_id = record.dagster_run.tags.get(PARTITION_TAG)
        # Of a run on a machine that shares nothing but a store, no lock is seen here.
        locks = meeting_id and not config.store_address()
        patience = config.DEAD_AFTER_SECONDS if locks else config.DEAD_WITHOUT_LOCK_AFTER_SECONDS
        began = record.start_time or record.create_timestamp.timestamp()
        if now - began > patience and not (locks and is_held(workspace.run_lock(meeting_id))):
            instance.report_run_failed(record.dagster_run, "Its process is gone; what it left is made anew.")
