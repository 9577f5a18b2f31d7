"""A .csv that people keep by hand, read with the line of every row for error messages.

Keeps out: what the columns mean, and .csv replies (`reading/formats/`).
"""

import csv
from pathlib import Path

from pipeline.errors import BadInput, Faults


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
