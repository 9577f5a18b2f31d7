"""The lake: valid before written, whole or not at all, the same bytes twice. Keeps out: what tables hold."""

import polars as pl
import pytest

from pipeline import steps
from pipeline.errors import InvalidTable
from pipeline.storage import lake
from pipeline.storage.atomic import replacing
from schemas.registry import BY_NAME, TABLES


def test_a_table_is_read_back_as_it_was_written(case):
    frame = steps.register_table(case.workspace)
    lake.write(case.workspace, "core.respondents", "harb-12", frame)
    assert lake.load(case.workspace, "core.respondents", "any").equals(frame)


def test_a_table_that_does_not_fit_is_not_written(case):
    frame = steps.register_table(case.workspace).with_columns(kind=pl.lit("planet"))
    with pytest.raises(InvalidTable, match=r"core.respondents: 6 rows .* row 1: kind: found 'planet'"):
        lake.write(case.workspace, "core.respondents", "harb-12", frame)
    assert not case.workspace.lake.exists()


def test_a_failed_write_leaves_the_old_file_and_nothing_temporary(case):
    path = lake.write(case.workspace, "core.respondents", "", steps.register_table(case.workspace))
    before = path.read_bytes()

    def fill_the_disk():
        with replacing(path) as part:
            part.write_bytes(b"half")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk"):
        fill_the_disk()
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_the_same_rows_give_the_same_bytes(case):
    frame = steps.register_table(case.workspace)
    first = lake.write(case.workspace, "core.respondents", "", frame).read_bytes()
    assert lake.write(case.workspace, "core.respondents", "", frame).read_bytes() == first


def test_every_table_has_its_own_place(case):
    places = {lake.path(case.workspace, table, "harb-12") for table in TABLES}
    assert len(places) == len(TABLES)
    answers = lake.path(case.workspace, BY_NAME["core.answers"], "harb-12")
    assert answers.relative_to(case.workspace.lake).as_posix() == "core/answers/harb-12.parquet"
