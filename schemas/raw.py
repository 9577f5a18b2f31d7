"""Table of schema raw: the files a run found when it began. Not published; the manifest is made from it.

Keeps out: what the files hold (`core.py`).
"""

import pandera.polars as pa
import polars as pl

from schemas import columns as c


class Files(c.TableModel):
    """One row per meeting and file of raw/ that the meeting's note is made from."""

    meeting_id: c.MeetingId
    path: pl.String = pa.Field(description="Path of the file, relative to raw/.")
    sha256: c.maybe(c.Sha256, "where it cannot be read")
    bytes: pl.Int64 = c.count("Size of the file in bytes.")

    class Config:
        unique = ["meeting_id", "path"]
