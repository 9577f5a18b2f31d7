"""CSV kept by hand: rows with their lines, and what is refused.

Keeps out: what the columns mean (test_respondents.py, test_receipts.py).
"""

import pytest

from pipeline.errors import BadInput, Faults
from pipeline.raw import csv_lines

COLUMNS = ("code", "name", "remark")


@pytest.fixture
def read(tmp_path):
    """Reads a file with the given bytes or text."""

    def reader(content):
        path = tmp_path / "list.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        faults = Faults()
        rows = csv_lines.read(path, "raw/list.csv", COLUMNS, ("code", "name"), faults)
        faults.tell()
        return rows

    return reader


def test_rows_come_with_their_lines(read):
    assert read("code,name,remark\nALB,Alba,\nCYR,Cyra,new\n") == [
        (2, {"code": "ALB", "name": "Alba", "remark": ""}),
        (3, {"code": "CYR", "name": "Cyra", "remark": "new"}),
    ]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("code,name,remark\nALB,Alba,old\n".encode("utf-8-sig"), id="byte order mark"),
        pytest.param("code,name,remark\r\nALB,Alba,old\r\n", id="windows line ends"),
        pytest.param("code,name,remark\nALB,Alba,old", id="no line end at the end"),
        pytest.param("remark,code,name\nold,ALB,Alba\n", id="columns in another order"),
        pytest.param(" code , name,remark \n ALB ,  Alba,old \n", id="spaces around cells"),
        pytest.param('code,name,remark\n"ALB","Alba","old"\n', id="everything quoted"),
        pytest.param("code;name;remark\r\nALB;Alba;old\r\n", id="semicolons"),
        pytest.param('"code"\t"name"\t"remark"\n"ALB"\t"Alba"\t"old"\n', id="tabs"),
        pytest.param("code,name,remark,,\nALB,Alba,old,,\n", id="blank columns behind the last"),
        pytest.param("code;name;remark;\nALB;Alba;old;\n".encode("utf-8-sig"), id="semicolons and a blank column"),
    ],
)
def test_the_same_row_written_otherwise_is_the_same(read, content):
    assert read(content) == [(2, {"code": "ALB", "name": "Alba", "remark": "old"})]


def test_blank_rows_are_passed_over_and_still_counted(read):
    assert [line for line, _ in read("code,name,remark\n\nALB,Alba,\n,,\n  ,,\nCYR,Cyra,\n")] == [3, 6]


def test_names_with_commas_and_quotation_marks_stay_whole(read):
    rows = read('code,name,remark\nDUN,"Duna, Cyra","the ""small"" one"\n')
    assert rows == [(2, {"code": "DUN", "name": "Duna, Cyra", "remark": 'the "small" one'})]


def test_a_row_after_a_cell_of_two_lines_keeps_its_own_line(read):
    rows = read('code,name,remark\nALB,Alba,"one\ntwo"\nCYR,Cyra,\n')
    assert rows[0][1]["remark"] == "one\ntwo"
    assert rows[1][0] == 4


def test_a_file_with_nothing_but_its_header_has_no_rows(read):
    assert read("code,name,remark\n") == []


@pytest.mark.parametrize(
    ("content", "place", "found", "expected"),
    [
        pytest.param("", ":1: header", "''", "code,name,remark", id="empty file"),
        pytest.param("code,name\nALB,Alba\n", ":1: header", "'code,name'", "code,name,remark", id="column missing"),
        pytest.param("code,name,remark,x\n", ":1: header", "remark,x'", "code,name,remark", id="column too many"),
        pytest.param("code,name,name\n", ":1: header", "name,name", "code,name,remark", id="column twice"),
        pytest.param("code;name\n", ":1: header", "code;name", "code,name,remark", id="semicolons, a column missing"),
        pytest.param("code;name;remark\nD;Duna; Cyra;\n", ":2: row", "4 cells", "double quotes", id="bare semicolon"),
        pytest.param(
            "code,name,remark,\nD,Duna, Cyra,x\n", ":2: row", "4 cells", "double quotes", id="more than blanks"
        ),
        pytest.param("Code,name,remark\n", ":1: header", "Code", "code,name,remark", id="capital in header"),
        pytest.param("code,name,remark\n\nA,b\n", ":3: row", "2 cells", "3 cells", id="too few cells"),
        pytest.param("code,name,remark\nD,Duna, Cyra,\n", ":2: row", "4 cells", "double quotes", id="bare comma"),
        pytest.param("code,name,remark\nA,b,\n,c,\n", ":3: code", "'nothing'", "a value", id="no code"),
        pytest.param("code,name,remark\nA,  ,\n", ":2: name", "'nothing'", "a value", id="blank name"),
        pytest.param('code,name,remark\nA,"b,\n', ": row", "", "comma-separated", id="quotation left open"),
        pytest.param('code,name,remark\nA,"b"c,\n', ":2: row", "", "comma-separated", id="text behind a quotation"),
        pytest.param(b"code,name,remark\nA,\xe9,\n", ": encoding", "byte", "UTF-8", id="another encoding"),
        pytest.param("code,name,remark\n".encode("utf-16"), ": encoding", "byte", "UTF-8", id="sixteen bits"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_line(read, content, place, found, expected):
    with pytest.raises(BadInput) as caught:
        read(content)
    message = str(caught.value)
    where, rest = message.split(": found ")
    shown, wanted = rest.split(", expected ")
    assert where.startswith("raw/list.csv")
    assert place in where + ":"
    assert found in shown
    assert expected in wanted
    assert "\n" not in message


def test_a_missing_file_is_told_with_its_columns(tmp_path):
    with pytest.raises(BadInput, match=r"^raw/list\.csv: file: found 'nothing', expected .*code,name,remark$"):
        csv_lines.read(tmp_path / "list.csv", "raw/list.csv", COLUMNS, (), Faults())


def test_every_row_that_does_not_fit_is_told_in_the_order_of_the_file(read):
    with pytest.raises(BadInput) as caught:
        read("code,name,remark\nA,b\nC,,\n,,x\nD,Duna,\n")
    assert [line.split(": found")[0] for line in str(caught.value).splitlines()] == [
        "raw/list.csv:2: row",
        "raw/list.csv:3: name",
        "raw/list.csv:4: code",
        "raw/list.csv:4: name",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2031-05-20", "2031-05-20"),
        ("2031-5-2", "2031-05-02"),
        ("2031/05/20", "2031-05-20"),
        ("20.05.2031", "2031-05-20"),
        ("5.6.2031", "2031-06-05"),
        ("20/05/2031", "2031-05-20"),
        ("5/20/2031", "2031-05-20"),
        ("05/05/2031", "2031-05-05"),
    ],
)
def test_a_day_is_read_as_spreadsheets_save_it(written, read):
    faults = Faults()
    assert str(csv_lines.day(written, "raw/list.csv:2", "on", faults)) == read
    faults.tell()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("05/06/2031", "one day: 2031-05-06 or 2031-06-05"),
        ("31/02/2031", "a date written year-month-day, such as 2019-07-26"),
        ("20.05.31", "a date written year-month-day, such as 2019-07-26"),
        ("20-05-2031", "a date written year-month-day, such as 2019-07-26"),
        ("32.05.2031", "a date written year-month-day, such as 2019-07-26"),
    ],
)
def test_a_day_that_may_be_two_or_none_is_told(written, expected):
    faults = Faults()
    assert csv_lines.day(written, "raw/list.csv:2", "on", faults) is None
    with pytest.raises(BadInput) as caught:
        faults.tell()
    assert str(caught.value) == f"raw/list.csv:2: on: found {written!r}, expected {expected}"


@pytest.mark.parametrize(
    ("content", "added"),
    [
        ("code;name;remark\r\nALB;Alba;\r\n", "CYR;Cyra;a, b\r\n"),
        ("name,code,remark,,\nAlba,ALB,,,\n", 'Cyra,CYR,"a, b",,\n'),
    ],
)
def test_rows_are_added_as_the_file_has_them(tmp_path, content, added):
    path = tmp_path / "list.csv"
    path.write_bytes(content.encode())
    csv_lines.append(path, COLUMNS, [("CYR", "Cyra", "a, b")])
    assert path.read_bytes().decode() == content + added
    assert csv_lines.read(path, "raw/list.csv", COLUMNS, (), Faults())[-1][1]["remark"] == "a, b"
