"""rapporteur run: everything for some meetings, then the published warehouse."""

import gc
from datetime import date
from typing import Annotated

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
from pipeline.config import Workspace
from pipeline.errors import EXIT_DONE, EXIT_FOUND, EXIT_INTERNAL, BadInput
from pipeline.warehouse import manifest
from pipeline.warehouse.removed import set_aside_alone

# Of so many meetings at most, what is to be done is printed after a run.
_MOST_LISTS = 3


def run(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    force: Annotated[bool, typer.Option("--force", help="Run also where nothing has changed.")] = False,
    no_wait: Annotated[bool, typer.Option("--no-wait", help="End with 3 where another process is at work.")] = False,
    every: EveryOption = False,
    strict: StrictOption = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Do everything for these meetings: read, validate, write the note, publish the warehouse."""
    chosen = chosen_workspace(context, root)
    names = chosen_meetings(chosen, meetings)
    removed = set_aside_alone(chosen, date.today())
    todo = [name for name in names if force or not manifest.is_current(chosen, name)]
    bad: dict[str, str] = {}
    failed: dict[str, str] = {}
    if todo or not manifest.is_published(chosen, names):
        good, bad = good_inputs(chosen, todo)
        failed = _run(chosen, list(good), force, not no_wait, verbose) if good or not bad else {}

    done = {}
    for name in names:
        made = manifest.load(chosen, name)
        if made and name not in bad and name not in failed:
            done[name] = {"state": "made" if name in todo else "unchanged", "summary": made["summary"]}
    told = [f"{name}: {line}" for name, lines in failed.items() for line in lines.splitlines()]
    printing.complain_once([*bad.values(), *told])
    if as_json:
        printing.run_json(chosen, done, bad | failed, removed)
    elif done:
        printing.run_summary(chosen, done, removed)
        _what_to_do(chosen, [name for name in done if name in todo], every)
    found_errors = any(found["summary"]["errors"] for found in done.values())
    if bad:
        raise typer.Exit(BadInput.exit_code)
    if failed:
        raise typer.Exit(EXIT_INTERNAL)
    raise typer.Exit(EXIT_FOUND if strict and found_errors else EXIT_DONE)


def _what_to_do(chosen: Workspace, names: list[str], every: bool) -> None:
    """What is to be done about meetings that were run; of more than a few nobody reads it all at once."""
    if not names or len(names) > _MOST_LISTS:
        return
    from pipeline.case import open_case
    from pipeline.desk.standing import open_tasks

    for name in names:
        found, todo = open_tasks(open_case(chosen, name))
        printing.OUT.print()
        print_counts(name, todo, found)
        print_todo(todo, every)


def _run(chosen: Workspace, names: list[str], force: bool, wait: bool, verbose: bool) -> dict[str, str]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    shown = {"transient": True, "disable": not printing.ERRORS.is_terminal}
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=printing.ERRORS, **shown) as progress:
        task = progress.add_task("starting Dagster", total=len(names) + 1)
        # Its thousand modules are made once and stay: collecting garbage among them costs a third of a short run.
        gc.disable()
        from pipeline.runner import Orders, run_meetings

        gc.freeze()
        gc.enable()
        progress.update(task, description="meetings")
        orders = Orders(force, wait, printing.complain, verbose)
        return run_meetings(chosen, names, lambda _: progress.advance(task), orders)
