"""SQL on the warehouse: what it gives, and that it can neither write nor reach anything else."""

import json

import duckdb
import pytest

from pipeline.errors import BadInput
from pipeline.warehouse.query import as_json, run_query
from pipeline.warehouse.spreadsheet import as_csv


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "small.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table lamps as select 1 as number, date '2031-05-01' as lit, 'a, b' as text")
    return path


def test_a_query_gives_names_and_rows(database):
    names, rows = run_query(database, "select number, text from lamps")
    assert (names, rows) == (["number", "text"], [(1, "a, b")])


def test_results_print_as_csv_and_json(database):
    names, rows = run_query(database, "select * from lamps")
    assert as_csv(names, rows) == 'number,lit,text\n1,2031-05-01,"a, b"\n'
    assert json.loads(as_json(names, rows)) == [{"number": 1, "lit": "2031-05-01", "text": "a, b"}]


@pytest.mark.parametrize(
    "sql",
    [
        "insert into lamps values (2, null, '')",
        "drop table lamps",
        "select * from read_csv('/etc/hostname')",
        "select * from '/etc/passwd'",
        "copy lamps to '/tmp/lamps.csv'",
        "attach '/tmp/other.duckdb'",
        "install httpfs",
        "load httpfs",
        "load 'httpfs.duckdb_extension'",
        "install excel from 'http://127.0.0.1:9'",
        "from read_text('/etc/hostname')",
        "from read_blob('/etc/hostname')",
        "from glob('/etc/*')",
        "from sniff_csv('/etc/passwd')",
        "from read_json('/etc/hostname')",
        "from read_parquet('lake/*/*/*.parquet')",
        "copy (select 1) to '/tmp/one.parquet' (format parquet)",
        "export database '/tmp/exported'",
        "import database '/tmp/exported'",
        "attach ':memory:' as beside; create table beside.t as select 1; copy beside.t to '/tmp/t.csv'",
        "attach 'https://127.0.0.1:9/x.duckdb'",
        "create secret s (type s3, key_id 'a', secret 'b')",
        "set lock_configuration = false",
        "pragma enable_external_access",
        "set temp_directory = '/tmp/elsewhere'",
        "set allowed_directories = ['/']",
        "set allow_unsigned_extensions = true",
        "set custom_extension_repository = 'http://127.0.0.1:9'",
        "set log_query_path = '/tmp/queries.log'",
        "pragma enable_profiling; pragma profiling_output = '/tmp/profile.json'; select 1",
        "set home_directory = '/tmp'",
        "select getenv('HOME')",
        "create table more (n int)",
        "create view more as select 1",
        "comment on table lamps is 'mine'",
        "update lamps set number = 2",
        "delete from lamps",
        "alter table lamps add column n int",
        "select * from read_parquet('https://127.0.0.1:9/x.parquet')",
        "set enable_external_access = true",
        "reset lock_configuration",
        "selec number from lamps",
    ],
)
def test_what_is_not_a_read_of_the_warehouse_is_refused_in_one_line(database, sql):
    with pytest.raises(BadInput) as error:
        run_query(database, sql)
    assert "\n" not in str(error.value)


def test_refused_queries_leave_nothing_behind(database, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = database.read_bytes()
    for sql in ("copy lamps to 'lamps.csv'", "export database 'all'", "attach 'other.duckdb'", "drop table lamps"):
        with pytest.raises(BadInput):
            run_query(database, sql)
    assert [path.name for path in tmp_path.iterdir()] == ["small.duckdb"]
    assert database.read_bytes() == before


def test_a_warehouse_that_is_not_there_is_told_with_what_to_do(tmp_path):
    with pytest.raises(BadInput, match="run `rapporteur run` first"):
        run_query(tmp_path / "none.duckdb", "select 1")
