"""The lake: one Parquet file per table and meeting, validated before it is written.

A table in the lake always fits its model, and no half-written file has a final name.
Keeps out: what the tables hold, and the DuckDB file (`warehouse/publish.py`).
"""

from pathlib import Path

import polars as pl

from pipeline.config import REGISTER_FILE, Workspace
from pipeline.storage.atomic import replacing
from pipeline.validate import require
from schemas.registry import BY_NAME, Table


def folder(workspace: Workspace, table: Table) -> Path:
    """Where the files of a table lie, one for each meeting."""
    return workspace.lake / table.schema / table.name.split(".")[1]


def path(workspace: Workspace, table: Table, meeting_id: str = "") -> Path:
    """Where a table of a meeting lies; the register's table is one for all meetings, and needs no meeting."""
    return folder(workspace, table) / f"{meeting_id if table.per_meeting else REGISTER_FILE}.parquet"


def write(workspace: Workspace, name: str, meeting_id: str, frame: pl.DataFrame) -> Path:
    """Validate a table, then write it.

    Raises:
        InvalidTable: rows or columns do not fit the model; nothing was written.
    """
    table = BY_NAME[name]
    require(table.model, frame, name)
    target = path(workspace, table, meeting_id)
    with replacing(target) as part:
        frame.write_parquet(part, compression="zstd", statistics=True)
    return target


def has(workspace: Workspace, name: str, meeting_id: str) -> bool:
    """Whether a table of a meeting has been written."""
    return path(workspace, BY_NAME[name], meeting_id).exists()


def load(workspace: Workspace, name: str, meeting_id: str) -> pl.DataFrame:
    """A table of a meeting, as it was written."""
    return pl.read_parquet(path(workspace, BY_NAME[name], meeting_id), memory_map=False, glob=False)
