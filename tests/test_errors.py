"""Errors in plain words: what stands behind others is told too."""

import errno
import sqlite3

import pytest

from pipeline.errors import CannotWrite


def raised(outer: Exception, inner: Exception) -> Exception:
    try:
        try:
            raise inner
        except Exception as caught:
            raise outer from caught
    except Exception as error:
        return error


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "", "/data/lake"), "/data/lake: found a full disk"),
        (raised(RuntimeError("a step"), OSError(errno.EROFS, "", "/data")), "/data: found a place that may not be"),
    ],
)
def test_no_room_and_no_rights_are_told_wherever_they_stand(error, said):
    assert str(CannotWrite.behind(error)).startswith(said)


def test_a_full_disk_is_told_as_sqlite_notices_it():
    with sqlite3.connect(":memory:") as full:
        full.execute("pragma max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError) as noticed:
            full.execute("create table more (text)")
    shared = sqlite3.OperationalError("disk I/O error")
    shared.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"
    for error in (noticed.value, shared):
        told = CannotWrite.behind(raised(RuntimeError("a step"), error))
        assert str(told).startswith("Dagster's store in the workspace: found a full disk")


def test_other_errors_are_told_as_what_they_are():
    assert CannotWrite.behind(raised(RuntimeError("a step"), ValueError("no number"))) is None
    broken = sqlite3.DatabaseError("database disk image is malformed")
    broken.sqlite_errorname = "SQLITE_CORRUPT"
    assert CannotWrite.behind(raised(RuntimeError("a step"), broken)) is None
