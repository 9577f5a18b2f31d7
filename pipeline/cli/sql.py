"""rapporteur sql: a query on the published warehouse."""

import sys
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import RootOption, VerboseOption
from pipeline.config import workspace
from pipeline.errors import BadInput


def sql(
    context: typer.Context,
    query: Annotated[str, typer.Argument(metavar='"SELECT …"')],
    form: Annotated[str, typer.Option("--format", metavar="table|csv|json", help="How to print it.")] = "table",
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Query the published warehouse, read-only, without access to files or the network."""
    if form not in ("table", "csv", "json"):
        raise BadInput(f"--format: found {form!r}, expected table, csv or json")
    from pipeline.warehouse.query import as_csv, as_json, run_query

    names, rows = run_query(workspace(root or context.obj).database, query)
    if form == "csv":
        sys.stdout.write(as_csv(names, rows))
    elif form == "json":
        sys.stdout.write(as_json(names, rows) + "\n")
    else:
        printing.rows(names, rows)
