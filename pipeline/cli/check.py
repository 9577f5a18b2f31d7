"""rapporteur check: what is wrong or doubtful in some meetings' folders; writes nothing."""

import typer

from pipeline.cli import printing
from pipeline.cli.options import (
    EveryOption,
    JsonOption,
    MeetingsArgument,
    RootOption,
    StrictOption,
    VerboseOption,
    chosen_meetings,
    chosen_workspace,
    good_inputs,
)
from pipeline.cli.todo_list import print_counts, print_todo
from pipeline.errors import EXIT_DONE, EXIT_FOUND, BadInput


def check(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    every: EveryOption = False,
    strict: StrictOption = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Read and validate only; print what is to be done. Writes nothing."""
    chosen = chosen_workspace(context, root)
    names = chosen_meetings(chosen, meetings)
    from pipeline.steps import checked

    good, bad = good_inputs(chosen, names)
    found = {name: checked(case) for name, case in good.items()}
    printing.complain_once(bad.values())
    if as_json:
        printing.print_json({name: findings.to_dicts() for name, (findings, _) in found.items()})
    else:
        for name, (findings, todo) in found.items():
            print_counts(name, todo, findings.height)
            print_todo(todo, every)
    if bad:
        raise typer.Exit(BadInput.exit_code)
    errors = any(task.severity == "error" for _, todo in found.values() for task in todo)
    raise typer.Exit(EXIT_FOUND if strict and errors else EXIT_DONE)
