"""Whether a meeting's outputs are what its raw files give: all of them made anew in another folder and compared.

Keeps out: making them (given by the caller) and what the command prints (`cli/verify.py`).
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.config import Workspace
from pipeline.text.one_line import shorten
from pipeline.warehouse import manifest

_TEXTS = (".md", ".html", ".svg", ".csv", ".json")


@dataclass(frozen=True)
class Difference:
    """An output that is not what the raw files give: its path in the warehouse, and in what it differs."""

    output: str
    says: str

    def __str__(self) -> str:
        return f"{self.output}: {self.says}"


def differences(here: Workspace, anew: Workspace, meeting_id: str) -> list[Difference]:
    """Outputs of a meeting that differ from its manifest, or from those made anew in another workspace."""
    made = manifest.load(here, meeting_id)
    if made is None or "outputs" not in made:
        return [Difference(f"manifests/{meeting_id}.json", "there is none: rapporteur run makes it")]
    again = (manifest.load(anew, meeting_id) or {}).get("outputs", {})
    return list(_each(here.warehouse, anew.warehouse, made["outputs"], again))


def _each(here: Path, anew: Path, kept: dict[str, str], again: dict[str, str]) -> Iterator[Difference]:
    for name in sorted(kept.keys() | again.keys()):
        if name not in again:
            yield Difference(name, "is in the manifest, but is not made any more")
        elif name not in kept:
            yield Difference(name, "is not in the manifest: it was made by another program")
        elif not (here / name).is_file():
            yield Difference(name, "is missing")
        elif (here / name).read_bytes() != (anew / name).read_bytes():
            yield Difference(name, _where(here / name, anew / name))
        elif kept[name] != again[name]:
            yield Difference(name, "is right, but its manifest is not")


def _where(here: Path, anew: Path) -> str:
    """In what two files differ: the first row and column, the first line, or the first byte."""
    if here.suffix == ".parquet":
        return _in_table(here, anew)
    one, other = here.read_bytes(), anew.read_bytes()
    if here.suffix in _TEXTS:
        lines = one.decode("utf-8", "replace").splitlines(), other.decode("utf-8", "replace").splitlines()
        for tag, start, end, from_, to in difflib.SequenceMatcher(a=lines[0], b=lines[1], autojunk=False).get_opcodes():
            if tag != "equal":
                found, expected = " ".join(lines[0][start:end]), " ".join(lines[1][from_:to])
                return f"line {start + 1}: found {shorten(found)!r}, expected {shorten(expected)!r}"
    at = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return f"byte {at}: {len(one):,} bytes found, {len(other):,} expected"


def _in_table(here: Path, anew: Path) -> str:
    try:
        one, other = pl.read_parquet(here), pl.read_parquet(anew)
    except (pl.exceptions.PolarsError, OSError) as error:
        return f"cannot be read as a table: {shorten(str(error))}"
    if one.columns != other.columns:
        return f"columns {', '.join(one.columns)} found, {', '.join(other.columns)} expected"
    for row, (a, b) in enumerate(zip(one.iter_rows(), other.iter_rows(), strict=False), start=1):
        for column, x, y in zip(one.columns, a, b, strict=True):
            if x != y:
                return f"row {row}, {column}: found {shorten(str(x))!r}, expected {shorten(str(y))!r}"
    if one.height != other.height:
        return f"{one.height:,} rows found, {other.height:,} expected"
    return "the same rows, in another encoding"


def published_differences(here: Workspace, anew: Workspace, tables: dict[str, list[str]]) -> list[Difference]:
    """Tables of the published database whose rows differ; `tables` gives the columns of each by name."""
    import duckdb

    from pipeline.storage.duckdb_settings import OFFLINE
    from pipeline.warehouse.query import quoted

    if not here.database.exists():
        return [Difference(here.database.name, "is missing")]
    found = []
    with duckdb.connect(config=OFFLINE) as connection:
        for name, workspace in (("here", here), ("anew", anew)):
            connection.execute(f"ATTACH {quoted(str(workspace.database))} AS {name} (READ_ONLY)")
        for table, columns in tables.items():
            listed = ", ".join(f'"{column}"' for column in columns)
            for one, other, says in (("here", "anew", "too many"), ("anew", "here", "missing")):
                query = f"SELECT {listed} FROM {one}.{table} EXCEPT ALL SELECT {listed} FROM {other}.{table}"
                rows = connection.execute(f"{query} ORDER BY ALL").fetchall()
                if rows:
                    found.append(
                        Difference(
                            f"{here.database.name}: {table}", f"{len(rows)} rows {says}: {shorten(str(rows[0]))}"
                        )
                    )
    return found
