"""Results for spreadsheets: CSV and Excel in which no text is taken for a formula.

A cell that begins with =, +, -, @ or a control character is run by spreadsheets when it is opened; replies come from
outside. Keeps out: other forms of results (`query.py`).
"""

import csv
import io
from datetime import date
from pathlib import Path

import xlsxwriter

from pipeline.errors import BadInput
from pipeline.storage.atomic import replacing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What Excel takes in a cell.
_LETTERS = 32_767
# Rows of a sheet below its head.
_ROWS = 1_048_575


def as_csv(names: list[str], rows: list[tuple]) -> str:
    """Result as CSV with a header; text that would be a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_harmless(name) for name in names)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return out.getvalue()


def write_xlsx(path: Path, names: list[str], rows: list[tuple]) -> None:
    """Write a result as an Excel workbook: numbers and dates as such, text as text, whatever it begins with.

    Raises:
        BadInput: there are more rows than a sheet has.
        CannotWrite: the disk is full, or nothing may be written there.
    """
    if len(rows) > _ROWS:
        raise BadInput(f"{path}: found {len(rows):,} rows, expected at most {_ROWS:,} for Excel: take --format csv")
    with replacing(path) as part:
        part.touch()  # where nothing may be written, the system says so here
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        workbook = xlsxwriter.Workbook(str(part), options)
        sheet = workbook.add_worksheet("result")
        head, day = workbook.add_format({"bold": True}), workbook.add_format({"num_format": "yyyy-mm-dd"})
        for column, name in enumerate(names):
            sheet.write_string(0, column, name, head)
            sheet.set_column(column, column, _width(name, [row[column] for row in rows[:200]]))
        for line, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _put(sheet, line, column, value, day)
        sheet.freeze_panes(1, 0)
        if names:
            sheet.autofilter(0, 0, len(rows), len(names) - 1)
        workbook.close()


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _width(name: str, values: list[object]) -> int:
    return min(max(len(name), *(len(str(value)) for value in values), 8), 60) if values else max(len(name), 8)


def _put(sheet, line: int, column: int, value: object, day) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(line, column, value)
    elif isinstance(value, int | float) and abs(value) < 1e15:
        sheet.write_number(line, column, value)
    elif isinstance(value, date):
        sheet.write_datetime(line, column, value, day)
    else:
        sheet.write_string(line, column, str(value)[:_LETTERS])
