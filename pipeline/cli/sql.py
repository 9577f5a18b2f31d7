"""rapporteur sql: a query on the published warehouse."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import RootOption, VerboseOption
from pipeline.config import workspace
from pipeline.errors import BadInput

_FORMS = ("table", "csv", "json", "xlsx")


def sql(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar='"SELECT …"')],
    form: Annotated[str, typer.Option("--format", metavar="table|csv|json|xlsx", help="How to print it.")] = "",
    output: Annotated[Path | None, typer.Option("--output", help="File to write: .csv, .json or .xlsx.")] = None,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Query the published warehouse, read-only, without access to files or the network."""
    form = _form(form, output)
    from pipeline.warehouse.query import as_json, run_query
    from pipeline.warehouse.spreadsheet import as_csv, write_xlsx

    names, rows = run_query(workspace(root or context.obj).database, query)
    if form == "table":
        printing.rows(names, rows)
    elif form == "xlsx" and output:
        write_xlsx(output, names, rows)
    else:
        text = as_csv(names, rows) if form == "csv" else as_json(names, rows) + "\n"
        _put(text, output)
    if output:
        printing.OUT.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'} in {output}", markup=False)


def _form(form: str, output: Path | None) -> str:
    """The form asked for, or the one that the file's name asks for.

    Raises:
        BadInput: there is no such form, or it does not fit the file.
    """
    form = form or (output.suffix.lstrip(".").lower() if output else "table")
    if form not in _FORMS or (output and form == "table"):
        raise BadInput(f"--format: found {form!r}, expected {'' if output else 'table, '}csv, json or xlsx")
    if form == "xlsx" and not output:
        raise BadInput("--format: found 'xlsx' without a file, expected --output NAME.xlsx")
    return form


def _put(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
        return
    from pipeline.storage.atomic import write_text

    # Excel takes a file without this sign for one in the encoding of its own country.
    write_text(output, ("\ufeff" if output.suffix.lower() == ".csv" else "") + text)
