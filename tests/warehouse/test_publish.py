"""The published DuckDB file: contents, comments, storage version, swapping. Keeps out: queries (test_query)."""

import contextlib
import json
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import duckdb
import pandera.polars as pa
import pytest

from pipeline import steps
from pipeline.storage import atomic, lake
from pipeline.storage.hashes import sha256_of
from pipeline.warehouse.ddl import table_ddl
from pipeline.warehouse.publish import publish
from schemas.registry import BY_NAME, IN_THE_FILE, PUBLISHED, Table
from tests.warehouse.lakes import fill_lake
from tests.workspaces import make_workspace, usual_replies


def query(case, sql: str) -> list[tuple]:
    with duckdb.connect(str(case.workspace.database), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_every_table_is_published_with_the_rows_of_the_lake(answered):
    fill_lake(answered)
    done = publish(answered.workspace)
    assert done.built
    assert {table.name: done.rows[table.name] for table in PUBLISHED} == {
        table.name: lake.load(answered.workspace, table.name, answered.meeting_id).height for table in PUBLISHED
    }
    assert (done.rows["derived.body_trend"], done.rows["derived.respondent_history"]) == (1, 4)
    assert done.rows["core.answers"] == 9


def test_every_table_and_column_carries_a_comment(made):
    assert query(made, "select table_name from duckdb_tables() where comment is null") == []
    assert query(made, "select column_name from duckdb_columns() where comment is null and not internal") == []
    (comment,) = query(made, "select comment from duckdb_tables() where table_name = 'replies'")[0]
    assert comment.startswith("One row per meeting, file and respondent")


def test_keys_are_enforced_by_the_file(made):
    keyed = query(
        made, "select table_name from duckdb_constraints() where constraint_type in ('PRIMARY KEY', 'UNIQUE')"
    )
    assert len(keyed) == len(IN_THE_FILE)


class Lamps(pa.DataFrameModel):
    """One row per lamp's night."""

    lamp: str = pa.Field(description="its keeper's name for it")
    night: int = pa.Field(nullable=True, description="from 1")

    class Config:
        """Its key."""

        unique = ["lamp", "night"]


def test_the_statements_that_make_a_table():
    assert table_ddl(Table("core.lamps", Lamps)) == [
        'CREATE TABLE core.lamps ("lamp" VARCHAR NOT NULL, "night" BIGINT, UNIQUE ("lamp", "night"))',
        "COMMENT ON TABLE core.lamps IS 'One row per lamp''s night.'",
        "COMMENT ON COLUMN core.lamps.\"lamp\" IS 'its keeper''s name for it'",
        "COMMENT ON COLUMN core.lamps.\"night\" IS 'from 1'",
    ]


def test_a_key_that_is_never_null_is_a_primary_key():
    assert table_ddl(BY_NAME["core.answers"])[0].endswith(
        ', PRIMARY KEY ("meeting_id", "respondent", "recommendation"))'
    )


def test_what_a_killed_build_left_is_in_nobodys_way(answered):
    fill_lake(answered)
    with contextlib.suppress(FileNotFoundError), atomic.replacing(answered.workspace.database) as part:
        name = part.name
    left = [answered.workspace.warehouse / name, answered.workspace.warehouse / f"{name}.wal"]
    for path in left:
        path.write_bytes(b"half of something")
    assert publish(answered.workspace).rows["core.answers"] == 9
    assert not any(path.exists() for path in left)


def test_an_unfinished_meeting_is_not_taken_from_a_damaged_or_older_file(made):
    steps.manifest.begin(made.workspace, "harb-12")
    made.workspace.publication.write_text(json.dumps(recorded(made) | {"schema": "another"}), encoding="utf-8")
    assert publish(made.workspace).rows["core.answers"] == 0


def test_an_unfinished_meeting_and_a_damaged_file_leave_an_empty_table(made):
    steps.manifest.begin(made.workspace, "harb-12")
    made.workspace.database.chmod(0o644)
    made.workspace.database.write_bytes(b"junk")
    assert publish(made.workspace).rows["core.answers"] == 0


def test_the_file_is_read_only_and_nothing_lies_beside_it(made):
    assert stat.S_IMODE(made.workspace.database.stat().st_mode) == 0o444
    names = sorted(path.name for path in made.workspace.warehouse.iterdir() if not path.name.startswith("."))
    assert names == ["cache", "lake", "manifests", "notes", "publication.json", "published", "rapporteur.duckdb"]


def test_the_file_opens_in_an_older_duckdb(made):
    command = Path(sys.executable).parent / "duckdb"
    sql = "select version() < 'v2', count(*) from what_they_said where status = 'answered'"
    shown = subprocess.run(
        [command, "-readonly", "-csv", "-noheader", str(made.workspace.database), sql],
        capture_output=True,
        text=True,
    )
    assert shown.stdout.strip() == "true,4", shown.stderr


def test_nothing_is_built_where_contents_are_the_same(answered):
    fill_lake(answered)
    done = publish(answered.workspace)
    before = answered.workspace.database.stat().st_ino
    again = publish(answered.workspace)
    assert again.built is False
    assert again.rows == done.rows
    assert answered.workspace.database.stat().st_ino == before
    assert publish(answered.workspace, force=True).built


def recorded(case) -> dict:
    return json.loads(case.workspace.publication.read_text(encoding="utf-8"))


def test_the_record_says_what_the_file_was_built_from_and_with(made):
    record = recorded(made)
    written = made.workspace.publication.read_text(encoding="utf-8")
    assert written == json.dumps(record, indent=1, sort_keys=True) + "\n"
    assert list(record) == ["bytes", "duckdb", "files", "schema", "storage", "whole_bytes"]
    assert (record["duckdb"], record["storage"]) == (duckdb.__version__, "v1.4.0")
    assert record["bytes"] == made.workspace.database.stat().st_size
    assert set(record["files"]) == {
        lake.path(made.workspace, table, made.meeting_id).relative_to(made.workspace.warehouse).as_posix()
        for table in PUBLISHED
    }
    assert all(sha256_of(made.workspace.warehouse / name) == hashed for name, hashed in record["files"].items())


@pytest.mark.parametrize("name", ["duckdb", "schema", "storage"])
def test_another_library_schema_or_storage_builds_the_file_again(made, name):
    made.workspace.publication.write_text(json.dumps(recorded(made) | {name: "another"}), encoding="utf-8")
    assert publish(made.workspace).built
    assert not publish(made.workspace).built


def test_all_meetings_are_published_together(answered):
    other = steps.Case(answered.workspace, "harb-13")
    shutil.copytree(answered.folder, other.folder)
    for case in (answered, other):
        fill_lake(case)
    assert publish(answered.workspace).rows["core.answers"] == 18
    assert query(answered, "select distinct meeting_id from core.answers order by 1") == [("harb-12",), ("harb-13",)]


def test_a_reader_keeps_the_old_file_while_a_new_one_is_swapped_in(made):
    script = (
        "import duckdb, sys; c = duckdb.connect(sys.argv[1], read_only=True); "
        "print(c.execute('select count(*) from core.respondents').fetchone()[0], flush=True); input(); "
        "print(c.execute('select count(*) from core.respondents').fetchone()[0], flush=True)"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", script, str(made.workspace.database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "6\n"
    register = steps.register_table(made.workspace)
    lake.write(made.workspace, "core.respondents", "", register.head(4))
    publish(made.workspace)
    output, _ = reader.communicate("\n", timeout=60)
    assert output == "6\n"
    assert query(made, "select count(*) from core.respondents") == [(4,)]


def test_a_stale_write_ahead_log_is_removed(made):
    log = made.workspace.database.with_name("rapporteur.duckdb.wal")
    log.write_bytes(b"left by somebody")
    publish(made.workspace, force=True)
    assert not log.exists()


def test_an_empty_lake_publishes_empty_tables(case):
    done = publish(case.workspace)
    assert set(done.rows.values()) == {0}


def test_tables_of_a_run_that_did_not_end_well_are_not_published(made):
    answers = lake.load(made.workspace, "core.answers", "harb-12")
    lake.write(made.workspace, "core.answers", "harb-12", answers.head(3))
    assert publish(made.workspace).rows["core.answers"] == 9
    steps.manifest.begin(made.workspace, "harb-12")
    assert publish(made.workspace, force=True).rows["core.answers"] == 9


def test_a_meeting_that_was_taken_out_of_raw_leaves_the_warehouse(made):
    shutil.rmtree(made.folder)
    assert not steps.manifest.is_published(made.workspace, [])
    assert publish(made.workspace).rows["core.answers"] == 0


def test_a_damaged_file_is_built_again(made):
    made.workspace.database.chmod(0o644)
    made.workspace.database.write_bytes(b"junk")
    assert not steps.manifest.is_published(made.workspace, ["harb-12"])
    assert publish(made.workspace).built
    assert steps.manifest.is_published(made.workspace, ["harb-12"])


def test_signs_of_patterns_in_a_folder_stand_for_themselves(tmp_path):
    for name in ("a[1]*b", "a1xb", "chief's"):
        case = make_workspace(tmp_path / name)
        usual_replies(case)
        fill_lake(case)
        assert publish(case.workspace).rows["core.answers"] == 9


def test_a_failed_build_leaves_the_old_file(made, monkeypatch):
    before = made.workspace.database.read_bytes()
    lake.path(made.workspace, BY_NAME["core.respondents"]).write_bytes(b"no parquet")
    with pytest.raises(duckdb.Error):
        publish(made.workspace)
    assert made.workspace.database.read_bytes() == before
    assert not list(made.workspace.warehouse.glob(".*.part*"))
