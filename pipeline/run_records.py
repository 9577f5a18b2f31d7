"""Dagster's records of runs in three SQLite files whose connections stay open, as `dagster.yaml` asks for them.

Dagster's own default keeps a file for each run, and opens an engine and a connection for each statement, which took
longer than all the work of a small run; and it keeps everything for good, at the length at which it was written
(bench/README.md). Keeps out: where the folder lies (`instance.py`), and how events are packed (`storage/packed.py`).
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from dagster import DagsterEventType, EventLogEntry
from dagster._core.storage.base_storage import DagsterStorage
from dagster._core.storage.event_log import ConsolidatedSqliteEventLogStorage
from dagster._core.storage.event_log.polling_event_watcher import SqlPollingEventWatcher
from dagster._core.storage.event_log.schema import AssetCheckExecutionsTable, SqlEventLogStorageTable
from dagster._core.storage.event_log.sqlite import consolidated_sqlite_event_log
from dagster._core.storage.runs import SqliteRunStorage
from dagster._core.storage.schedules import SqliteScheduleStorage
from dagster._core.storage.sql import AlembicVersion, check_alembic_revision, get_alembic_config, stamp_alembic_rev
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS, create_db_conn_string
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage, SqliteStorageConfig
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine

from pipeline.storage.locks import held
from pipeline.storage.packed import Packed

# What Dagster knows of the versions of its tables of events.
_VERSIONS = get_alembic_config(consolidated_sqlite_event_log.__file__)
# Of a run that succeeded nobody looks at these again: they say what was to be made before it was, and how Dagster went
# about it. Of any other run they stay.
_PASSING = tuple(
    kind.value
    for kind in (
        DagsterEventType.ASSET_MATERIALIZATION_PLANNED,
        DagsterEventType.ASSET_CHECK_EVALUATION_PLANNED,
        DagsterEventType.STEP_OUTPUT,
        DagsterEventType.HANDLED_OUTPUT,
        DagsterEventType.LOADED_INPUT,
        DagsterEventType.RESOURCE_INIT_STARTED,
        DagsterEventType.RESOURCE_INIT_SUCCESS,
        DagsterEventType.ENGINE_EVENT,
    )
)

for _table, _column in ((SqlEventLogStorageTable, "event"), (AssetCheckExecutionsTable, "evaluation_event")):
    _table.c[_column].type = _table.c[_column].type.with_variant(Packed(), "sqlite")


class _KeptConnections:
    """Connections to the file of a storage, taken from those that are open already."""

    _conn_string: str

    @cached_property
    def _engine(self) -> Engine:
        # Dagster's pages read from many threads at once: none waits for a connection that another one holds.
        return create_engine(self._conn_string, max_overflow=-1, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A connection in a transaction of its own."""
        with self._engine.connect() as connection, connection.begin():
            yield connection

    def dispose(self) -> None:
        """Close the connections; the last one tidies up what SQLite keeps beside the file."""
        self._engine.dispose()


class RunRecords(_KeptConnections, SqliteRunStorage):
    """Runs, their states and tags, and the names of partitions."""


class ScheduleRecords(_KeptConnections, SqliteScheduleStorage):
    """What schedules and sensors asked for, and when."""


class EventRecords(_KeptConnections, ConsolidatedSqliteEventLogStorage):
    """What happened in all runs, in one file: what PostgreSQL would hold, each event once."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None):
        super().__init__(base_dir, inst_data)
        self._watcher: SqlPollingEventWatcher | None = None

    _connect = _KeptConnections.connect

    def store_event(self, event: EventLogEntry) -> None:
        """Keep an event; with the one that ends a run well, what nobody will look at goes."""
        super().store_event(event)
        if event.dagster_event_type is DagsterEventType.RUN_SUCCESS:
            with self.connect() as connection:
                _keep_what_is_looked_at(connection, event.run_id)

    # A file whose connections stay open need not change while events are added: whoever watches has to ask.

    def watch(self, run_id, cursor, callback) -> None:
        """Have new events of a run told."""
        self._watcher = self._watcher or SqlPollingEventWatcher(self)
        self._watcher.watch_run(run_id, cursor, callback)

    def end_watch(self, run_id, handler) -> None:
        """Have no more events of a run told."""
        if self._watcher:
            self._watcher.unwatch_run(run_id, handler)

    def alembic_version(self) -> AlembicVersion:
        """The version of the tables in the file, and the one this Dagster would make."""
        with self.connect() as connection:
            return check_alembic_revision(_VERSIONS, connection)

    def dispose(self) -> None:
        """End all watching and close the connections."""
        if self._watcher:
            self._watcher.close()
            self._watcher = None
        super().dispose()


def _keep_what_is_looked_at(connection: Connection, run_id: str) -> None:
    """Take out the events of a run that nobody looks at; the others move together, each with its number.

    Taken out where they stand, they would leave gaps that no later event fills.
    """
    events = SqlEventLogStorageTable
    columns = ", ".join(column.name for column in events.columns)
    marks = ", ".join("?" for _ in events.columns)
    rows = connection.exec_driver_sql(f"select {columns} from {events.name} where run_id = ? order by id", (run_id,))
    kind = [column.name for column in events.columns].index("dagster_event_type")
    kept = [tuple(row) for row in rows if row[kind] not in _PASSING]
    connection.exec_driver_sql(f"delete from {events.name} where run_id = ?", (run_id,))
    connection.exec_driver_sql(f"insert into {events.name} ({columns}) values ({marks})", kept)


class Records(DagsterSqliteStorage):
    """All of Dagster's records in one folder, where Dagster's own way of keeping them has them."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None):
        DagsterStorage.__init__(self)
        self.base_dir, self._inst_data = base_dir, inst_data
        history, schedules = Path(base_dir) / "history", Path(base_dir) / "schedules"
        self._run_storage = RunRecords(_file(history, "runs", SqliteRunStorage.from_local))
        self._schedule_storage = ScheduleRecords(_file(schedules, "schedules", SqliteScheduleStorage.from_local))
        _file(history, consolidated_sqlite_event_log.SQLITE_EVENT_LOG_FILENAME, _begin_events)
        self._event_log_storage = EventRecords(str(history))

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData, config_value: SqliteStorageConfig) -> "Records":
        """The records in the folder that the settings name."""
        return cls(inst_data=inst_data, **config_value)


def _begin_events(folder: str) -> None:
    """Begin a file of events. Dagster's own way leaves out which version of its tables they are."""
    events = EventRecords(folder)
    with events.connect() as connection:
        stamp_alembic_rev(_VERSIONS, connection)
    events.dispose()


def _file(folder: Path, name: str, begin: Callable[[str], object]) -> str:
    """The address of a file of records, which Dagster begins beside it where there is none: half a file has no name."""
    path, beside = folder / f"{name}.db", folder / f".{name}.new"
    if not path.exists():
        with held(folder / f".{name}.lock", "Dagster's records"):
            shutil.rmtree(beside, ignore_errors=True)  # of a process that was killed here
            if not path.exists():
                begin(str(beside))
                os.replace(beside / path.name, path)
            shutil.rmtree(beside, ignore_errors=True)
    return create_db_conn_string(str(folder), name)
