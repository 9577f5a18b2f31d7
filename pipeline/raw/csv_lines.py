"""A .csv that people keep by hand, read with the line of every row for error messages, and added to.

Keeps out: what the columns mean, and .csv replies (`reading/formats/`).
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from pipeline.errors import BadInput, Faults
from pipeline.storage import atomic


def read(
    path: Path, name: str, columns: tuple[str, ...], required: tuple[str, ...], faults: Faults
) -> list[tuple[int, dict]]:
    """Rows of the file, each with its line number counted from 1; those that do not fit are left out and told.

    Raises:
        BadInput: where the file is missing, is not UTF-8, lacks a column, or is not comma-separated.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.reader(handle, strict=True)
            header = [cell.strip() for cell in next(reader, [])]
            if sorted(header) != sorted(columns):
                raise BadInput.at(f"{name}:1", "header", ",".join(header), ",".join(columns))
            rows = []
            for cells in reader:
                line = reader.line_num
                if not any(cell.strip() for cell in cells):
                    continue
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
        raise BadInput.at(name, "encoding", f"byte {error.start}", "UTF-8 text") from None
    except csv.Error as error:
        raise BadInput.at(f"{name}:{reader.line_num}", "row", str(error), "comma-separated cells") from None


def day(written: str, place: str, column: str, faults: Faults) -> date | None:
    """The day that a cell names, written year-month-day; None, and a fault at `place`, where it names none."""
    try:
        # `fromisoformat` alone would also take weeks.
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            return date.fromisoformat(written)
    except ValueError:
        pass  # such as the 31st of February
    faults.add(place, column, written, "a date written year-month-day, such as 2019-07-26")
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
    header = [cell.strip() for cell in next(csv.reader(io.StringIO(before.lstrip("\ufeff"), newline=""), strict=True))]
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator=line_end)
    writer.writerows(dict(zip(columns, row, strict=True)) for row in rows)
    atomic.write_text(path, before + out.getvalue())
    return path
