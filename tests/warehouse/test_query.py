"""SQL on the warehouse: what it gives, and that it can neither write nor reach anything else."""

import json

import duckdb
import pytest

from pipeline.errors import BadInput
from pipeline.warehouse.query import as_csv, as_json, run_query


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


def test_a_warehouse_that_is_not_there_is_told_with_what_to_do(tmp_path):
    with pytest.raises(BadInput, match="run `rapporteur run` first"):
        run_query(tmp_path / "none.duckdb", "select 1")
