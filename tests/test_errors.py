"""Errors in plain words: what stands behind others is told too."""

import errno

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
        (
            raised(RuntimeError("a step"), ValueError("database or disk is full")),
            "Dagster's store in the workspace: found a f",
        ),
    ],
)
def test_no_room_and_no_rights_are_told_wherever_they_stand(error, said):
    assert str(CannotWrite.behind(error)).startswith(said)


def test_other_errors_are_told_as_what_they_are():
    assert CannotWrite.behind(raised(RuntimeError("a step"), ValueError("no number"))) is None
