"""Results for spreadsheets: no text of a reply becomes a formula. Keeps out: queries (test_query.py)."""

import csv
from datetime import date

import openpyxl
import pytest

from pipeline.cli.app import main
from pipeline.errors import BadInput
from pipeline.warehouse import spreadsheet
from pipeline.warehouse.spreadsheet import as_csv, write_xlsx

FORMULAS = ["=1+1", "+41 22 000", "-2+3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")']


def test_csv_puts_an_apostrophe_before_what_would_be_a_formula():
    text = as_csv(["text", "=name"], [(one, -5) for one in FORMULAS])
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["text", "'=name"]
    assert [row[0] for row in rows[1:]] == [f"'{one}" for one in FORMULAS]
    assert {row[1] for row in rows[1:]} == {"-5"}


def test_excel_gets_text_as_text_and_numbers_and_dates_as_such(tmp_path):
    path = tmp_path / "result.xlsx"
    rows = [(one, 2.5, date(2031, 5, 1), None, True, "http://example.org") for one in FORMULAS]
    write_xlsx(path, ["text", "number", "day", "none", "yes", "link"], rows)
    sheet = openpyxl.load_workbook(path)["result"]
    assert [cell.value for cell in sheet[1]] == ["text", "number", "day", "none", "yes", "link"]
    assert [sheet.cell(line, 1).value.strip() for line in range(2, 8)] == [one.strip() for one in FORMULAS]
    assert all(sheet.cell(line, 1).data_type == "s" for line in range(2, 8))
    assert [sheet.cell(2, column).value for column in (2, 4, 5)] == [2.5, None, True]
    assert sheet.cell(2, 3).value.date() == date(2031, 5, 1)
    assert sheet.cell(2, 6).hyperlink is None


def test_more_rows_than_a_sheet_has_are_told(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "_ROWS", 2)
    with pytest.raises(BadInput, match="found 3 rows, expected at most 2"):
        write_xlsx(tmp_path / "x.xlsx", ["n"], [(1,), (2,), (3,)])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["out.csv", "out.json", "out.xlsx"])
def test_the_command_writes_files_by_their_names(made, tmp_path, capsys, name):
    target = tmp_path / "results" / name
    query = "select respondent, text from core.answers order by all"
    assert main(["--root", str(made.workspace.root), "sql", query, "--output", str(target)]) == 0
    assert capsys.readouterr().out == f"9 rows in {target}\n"
    content = target.read_bytes()
    assert b"ALB" in content if name != "out.xlsx" else content.startswith(b"PK")
    assert content.startswith(b"\xef\xbb\xbf") == (name == "out.csv")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--output", "x.doc"], "found 'doc', expected csv, json or xlsx"),
        (["--format", "xlsx"], "expected --output NAME.xlsx"),
        (["--format", "xml"], "expected table, csv, json or xlsx"),
        (["--format", "table", "--output", "x.csv"], "found 'table', expected csv, json or xlsx"),
    ],
)
def test_forms_that_cannot_be_are_told(made, capsys, options, said):
    assert main(["--root", str(made.workspace.root), "sql", "select 1", *options]) == 2
    assert said in capsys.readouterr().err
