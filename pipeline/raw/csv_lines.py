"""A .csv that people keep by hand, read with the line of every row for error messages, and added to.

Spreadsheet programs save it in their own way: with semicolons or tabs, blank cells behind the last one, and days as the
country writes them. That is read as long as it can mean one thing only. Keeps out: what the columns mean, and .csv
replies (`reading/formats/`).
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from pipeline.errors import BadInput, Faults
from pipeline.storage import atomic

# What parts cells; commas where nothing else is known.
_DELIMITERS = (",", ";", "\t")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})")
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})")


def read(
    path: Path, name: str, columns: tuple[str, ...], required: tuple[str, ...], faults: Faults
) -> list[tuple[int, dict]]:
    """Rows of the file, each with its line number counted from 1; those that do not fit are left out and told.

    Raises:
        BadInput: where the file is missing, is not UTF-8, lacks a column, or its cells are parted by nothing known.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            delimiter = _delimiter(handle.readline(), columns)
            handle.seek(0)
            reader = csv.reader(handle, strict=True, delimiter=delimiter)
            first = [cell.strip() for cell in next(reader, [])]
            header = _without_blanks(first)
            if sorted(header) != sorted(columns):
                raise BadInput.at(f"{name}:1", "header", delimiter.join(header), ",".join(columns))
            rows = []
            for cells in reader:
                line = reader.line_num
                if not any(cell.strip() for cell in cells):
                    continue
                # Where a spreadsheet's rows are wider than its columns, they are so from the header on.
                if len(cells) == len(first) and not any(map(str.strip, cells[len(header) :])):
                    cells = cells[: len(header)]
                if len(cells) != len(header):
                    expected = f"{len(header)} cells (put names with commas between double quotes)"
                    faults.add(f"{name}:{line}", "row", f"{len(cells)} cells", expected)
                    continue
                row = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
                missing = [column for column in required if not row[column]]
                for column in missing:
                    faults.add(f"{name}:{line}", column, "nothing", "a value")
                if not missing:
                    rows.append((line, row))
            return rows
    except FileNotFoundError:
        raise BadInput.at(name, "file", "nothing", "a file with the columns " + ",".join(columns)) from None
    except UnicodeDecodeError as error:
        expected = 'UTF-8 text (Excel has it under "Save as": CSV UTF-8)'
        raise BadInput.at(name, "encoding", f"byte {error.start}", expected) from None
    except csv.Error as error:
        raise BadInput.at(f"{name}:{reader.line_num}", "row", str(error), "comma-separated cells") from None


def _delimiter(header: str, columns: Iterable[str]) -> str:
    """What parts the cells of a file, by its first line."""
    wanted = sorted(columns)
    for delimiter in _DELIMITERS:
        cells = [cell.strip().strip('"').strip() for cell in header.strip().split(delimiter)]
        if sorted(_without_blanks(cells)) == wanted:
            return delimiter
    return _DELIMITERS[0]


def _without_blanks(cells: list[str]) -> list[str]:
    """The cells of a row without the blank ones at its end."""
    kept = len(cells)
    while kept and not cells[kept - 1].strip():
        kept -= 1
    return cells[:kept]


def day(written: str, place: str, column: str, faults: Faults) -> date | None:
    """The day that a cell names, written year-month-day or in any way that can mean one day only.

    None, and a fault at `place`, where it names none, or may name two: 05/06/2031.
    """
    if match := _YEAR_FIRST.fullmatch(written):
        found = {_date(match["year"], match["month"], match["day"])}
    elif match := _YEAR_LAST.fullmatch(written):
        ways = [(match["two"], match["one"])]
        ways += [(match["one"], match["two"])] if match["sign"] == "/" else []  # with points the day comes first
        found = {_date(match["year"], *way) for way in ways}
    else:
        found = set()
    days = sorted(found - {None})
    if len(days) == 1:
        return days[0]
    expected = "a date written year-month-day, such as 2019-07-26"
    if days:
        expected = f"one day: {' or '.join(map(str, days))}"
    faults.add(place, column, written, expected)
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:  # such as the 31st of February
        return None


def append(path: Path, columns: tuple[str, ...], rows: Iterable[Sequence[str]]) -> Path:
    """Add rows at the end of a file, which is made where there is none; what is there stays byte for byte.

    `rows` have their cells in the order of `columns`; the file may have its columns in another one. Returns the path.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    before = path.read_bytes().decode("utf-8") if path.exists() else ",".join(columns) + "\n"
    line_end = "\r\n" if "\r\n" in before else "\n"
    before += "" if before.endswith(("\n", "\r")) else line_end
    first = before.lstrip("\ufeff").splitlines()[0]
    delimiter = _delimiter(first, columns)
    header = [cell.strip() for cell in next(csv.reader([first], strict=True, delimiter=delimiter))]
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator=line_end, delimiter=delimiter)
    writer.writerows(dict(zip(columns, row, strict=True)) for row in rows)
    atomic.write_text(path, before + out.getvalue())
    return path
