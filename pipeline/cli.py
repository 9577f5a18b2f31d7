"""The command line. Nothing large is imported before a command needs it: an unchanged run ends in a moment.

Keeps out: what the commands do (`runner.py`, `make.py`, `query.py`) and what they print (`report.py`).
"""

import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from pipeline import manifest, report
from pipeline.config import Workspace, workspace
from pipeline.errors import EXIT_DONE, EXIT_FOUND, EXIT_INTERNAL, BadInput, RapporteurError

app = typer.Typer(
    help="Turns a folder of Governments' replies into a validated warehouse and the Secretariat's note.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

RootOption = Annotated[
    Path | None,
    typer.Option("--root", help="Folder that holds raw/ and warehouse/ (else RAPPORTEUR_ROOT, else this folder)."),
]
VerboseOption = Annotated[bool, typer.Option("--verbose", help="Show what Dagster logs, and tracebacks.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit with 1 where errors were found.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result for programs.")]
MeetingsArgument = Annotated[list[str] | None, typer.Argument(metavar="[MEETING]…", help="Default: all in raw/.")]


@app.callback()
def options(context: typer.Context, root: RootOption = None) -> None:
    """Options that may also stand before the command."""
    context.obj = root


def _workspace(context: typer.Context, root: Path | None) -> Workspace:
    chosen = workspace(root or context.obj)
    if not chosen.raw.is_dir():
        raise BadInput(f"{chosen.root}: found no folder raw/, expected a workspace; give it with --root")
    if set(str(chosen.root)) & set("%?"):
        raise BadInput(f"{chosen.root}: found % or ? in the path, expected none: Dagster's store cannot lie there")
    return chosen


def _chosen(chosen: Workspace, meetings: list[str] | None) -> list[str]:
    found = chosen.meeting_ids()
    unknown = [name for name in meetings or [] if name not in found]
    if unknown or not found:
        known = ", ".join(found) or "none"
        asked = repr(unknown[0]) if unknown else "none"
        raise BadInput(f"meeting: found {asked}, expected a folder of raw/ with a meeting.yaml (there are: {known})")
    return list(dict.fromkeys(meetings or found))


@app.command()
def run(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    force: Annotated[bool, typer.Option("--force", help="Run also where nothing has changed.")] = False,
    strict: StrictOption = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Do everything for these meetings: read, validate, write the note, publish the warehouse."""
    chosen = _workspace(context, root)
    names = _chosen(chosen, meetings)
    todo = [name for name in names if force or not manifest.is_current(chosen, name)]
    bad: dict[str, str] = {}
    failed: dict[str, str] = {}
    if todo or not manifest.is_published(chosen, names):
        good, bad = _good_inputs(chosen, todo)
        failed = _run(chosen, good, verbose) if good or not bad else {}

    done = {}
    for name in names:
        made = manifest.read(chosen, name)
        if made and name not in bad and name not in failed:
            done[name] = {"state": "made" if name in todo else "unchanged", "summary": made["summary"]}
    for line in dict.fromkeys([*bad.values(), *(f"{name}: {line}" for name, line in failed.items())]):
        report.complain(line)
    if as_json:
        report.run_json(chosen, done, bad | failed)
    elif done:
        report.run_summary(chosen, done)
    found_errors = any(found["summary"]["errors"] for found in done.values())
    if bad:
        raise typer.Exit(BadInput.exit_code)
    if failed:
        raise typer.Exit(EXIT_INTERNAL)
    raise typer.Exit(EXIT_FOUND if strict and found_errors else EXIT_DONE)


def _good_inputs(chosen: Workspace, names: list[str]) -> tuple[list[str], dict[str, str]]:
    """Meetings whose hand-kept files are good, and for the others the line that says what is wrong."""
    from pipeline.make import open_case

    good, bad = [], {}
    for name in names:
        try:
            open_case(chosen, name)
            good.append(name)
        except BadInput as error:
            bad[name] = str(error)
    return good, bad


def _run(chosen: Workspace, names: list[str], verbose: bool) -> dict[str, str]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    shown = {"transient": True, "disable": not report.ERRORS.is_terminal}
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=report.ERRORS, **shown) as progress:
        task = progress.add_task("starting Dagster", total=len(names) + 1)
        # Its thousand modules are made once and stay: collecting garbage among them costs a third of a short run.
        gc.disable()
        from pipeline.runner import run_meetings

        gc.freeze()
        gc.enable()
        progress.update(task, description="meetings")
        return run_meetings(chosen, names, lambda _: progress.advance(task), verbose=verbose)


@app.command()
def check(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    strict: StrictOption = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Read and validate only; print the findings. Writes nothing."""
    chosen = _workspace(context, root)
    names = _chosen(chosen, meetings)
    from dataclasses import asdict

    from pipeline.make import intake, open_case

    good, bad = _good_inputs(chosen, names)
    found = {name: intake(open_case(chosen, name), keep=False).findings for name in good}
    for line in dict.fromkeys(bad.values()):
        report.complain(line)
    if as_json:
        report.print_json(
            {
                name: [asdict(item) | {"severity": item.severity, "action": item.action} for item in items]
                for name, items in found.items()
            }
        )
    else:
        for name, items in found.items():
            report.findings(name, items)
    if bad:
        raise typer.Exit(BadInput.exit_code)
    errors = any(item.severity == "error" for items in found.values() for item in items)
    raise typer.Exit(EXIT_FOUND if strict and errors else EXIT_DONE)


@app.command()
def questionnaire(
    context: typer.Context,
    meeting: Annotated[str, typer.Argument(metavar="MEETING")],
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]…", help="Default: all invited.")] = None,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Write blank forms as .docx, one for each respondent."""
    chosen = _workspace(context, root)
    (name,) = _chosen(chosen, [meeting])
    from pipeline.make import open_case
    from pipeline.questionnaire import blank_form, invited_respondents
    from pipeline.storage import atomic

    case = open_case(chosen, name)
    unknown = [code for code in codes or [] if code not in case.register.by_code]
    if unknown:
        raise BadInput(f"CODE: found {unknown[0]!r}, expected a code of respondents.csv, such as NPL")
    asked = [case.register.by_code[code] for code in codes or []]
    people = asked or invited_respondents(case.meeting, case.register)
    folder = chosen.questionnaires(name)
    for person in people:
        atomic.write_bytes(folder / f"{person.code}.docx", blank_form(case.meeting, person))
    report.OUT.print(f"{len(people)} forms in {folder}", markup=False)


@app.command()
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
    from pipeline.query import as_csv, as_json, run_query

    names, rows = run_query(workspace(root or context.obj).database, query)
    if form == "csv":
        sys.stdout.write(as_csv(names, rows))
    elif form == "json":
        sys.stdout.write(as_json(names, rows) + "\n")
    else:
        report.rows(names, rows)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code, with errors told in one line on stderr."""
    try:
        code = app(arguments, standalone_mode=False, prog_name="rapporteur")
        return code if isinstance(code, int) else EXIT_DONE
    except TyperException as error:
        report.complain(f"{error.format_message()} See rapporteur --help.")
        return BadInput.exit_code
    except (typer.Abort, KeyboardInterrupt):
        report.complain("stopped; run it again to go on")
        return EXIT_INTERNAL
    except RapporteurError as error:
        report.complain(str(error))
        code = error.exit_code
    except Exception as error:
        report.complain(f"internal failure: {type(error).__name__}: {error} (--verbose shows where)")
        code = EXIT_INTERNAL
    if "--verbose" in (arguments if arguments is not None else sys.argv):
        traceback.print_exc()
    return code


def entry() -> None:
    """The `rapporteur` command. Ends the process at once: unloading Dagster takes longer than some runs."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    entry()
