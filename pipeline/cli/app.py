"""The command line. Nothing large is imported before a command needs it: an unchanged run ends in a moment.

Keeps out: the commands, a file for each, and what they print (`printing.py`).
"""

import gc
import os
import sys
import traceback

import typer
from typer.exceptions import TyperException

from pipeline import config
from pipeline.cli import printing
from pipeline.cli.accept import accept
from pipeline.cli.changes import changes
from pipeline.cli.check import check
from pipeline.cli.edit import edit
from pipeline.cli.import_note import import_note
from pipeline.cli.issue import issue
from pipeline.cli.options import RootOption
from pipeline.cli.publish import publish
from pipeline.cli.questionnaire import questionnaire
from pipeline.cli.remind import remind
from pipeline.cli.run import run
from pipeline.cli.search import search
from pipeline.cli.sql import sql
from pipeline.cli.status import status
from pipeline.cli.take_back import take_back
from pipeline.cli.verify import verify
from pipeline.errors import EXIT_DONE, EXIT_INTERNAL, BadInput, CannotWrite, RapporteurError

app = typer.Typer(
    help="Turns a folder of Governments' replies into a validated warehouse and the Secretariat's note.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def options(context: typer.Context, root: RootOption = None) -> None:
    """Options that may also stand before the command."""
    context.obj = root


_COMMANDS = (
    *(run, check, status, accept, edit, take_back, changes),
    *(questionnaire, remind, publish, import_note, issue, verify, search),
)
for command in _COMMANDS:
    app.command()(command)
# A query may begin with a comment, which looks like an option.
app.command(context_settings={"ignore_unknown_options": True})(sql)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; returns the exit code, with errors told in one line on stderr."""
    try:
        code = app(arguments, standalone_mode=False, prog_name="rapporteur")
        return code if isinstance(code, int) else EXIT_DONE
    except TyperException as error:
        printing.complain(f"{error.format_message()} See rapporteur --help.")
        return BadInput.exit_code
    except (typer.Abort, KeyboardInterrupt):
        printing.complain("stopped; run it again to go on")
        return EXIT_INTERNAL
    except RapporteurError as error:
        printing.complain(str(error))
        code = error.exit_code
    except Exception as error:
        if told := CannotWrite.behind(error):
            printing.complain(str(told))
            return told.exit_code
        told = " ".join(str(error).split())
        printing.complain(f"internal failure: {type(error).__name__}: {told} (--verbose shows where)")
        code = EXIT_INTERNAL
    if "--verbose" in (arguments if arguments is not None else sys.argv):
        traceback.print_exc()
    return code


def entry() -> None:
    """The `rapporteur` command. Ends the process at once: unloading Dagster takes longer than some runs."""
    gc.set_threshold(*config.GARBAGE_THRESHOLDS)
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    entry()
