"""rapporteur check: what is wrong or doubtful in some meetings' folders; writes nothing."""

import typer

from pipeline.cli import printing
from pipeline.cli.options import (
    JsonOption,
    MeetingsArgument,
    RootOption,
    StrictOption,
    VerboseOption,
    chosen_meetings,
    chosen_workspace,
    good_inputs,
)
from pipeline.errors import EXIT_DONE, EXIT_FOUND, BadInput


def check(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    strict: StrictOption = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Read and validate only; print the findings. Writes nothing."""
    chosen = chosen_workspace(context, root)
    names = chosen_meetings(chosen, meetings)
    from pipeline.steps import intake

    good, bad = good_inputs(chosen, names)
    found = {name: intake(case, keep=False).findings for name, case in good.items()}
    printing.complain_once(bad.values())
    if as_json:
        printing.print_json({name: [item.as_row() for item in items] for name, items in found.items()})
    else:
        for name, items in found.items():
            printing.findings(name, items)
    if bad:
        raise typer.Exit(BadInput.exit_code)
    errors = any(item.severity == "error" for items in found.values() for item in items)
    raise typer.Exit(EXIT_FOUND if strict and errors else EXIT_DONE)
