"""rapporteur accept: findings that an officer accepts, with a reason; they leave lists and counts.

Keeps out: the file that keeps them (`raw/accepted.py`) and what findings are known by (`desk/identity.py`).
"""

import getpass
from datetime import date
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting, keep_in_store

# Of more than these, nobody reads each.
_SHOWN = 3


def accept(
    context: typer.Context,
    meeting: MeetingArgument,
    findings: Annotated[
        list[str],
        typer.Argument(metavar="FINDING…", help="Ids as `status` shows them, or codes: all findings of that code."),
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why they are accepted; kept with them.")],
    respondent: Annotated[str, typer.Option("--respondent", help="Only those about this respondent (a code).")] = "",
    by: Annotated[str, typer.Option("--by", help="Who accepts them (default: whoever is signed in).")] = "",
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Accept findings: they stay in the warehouse with day and reason, and come back when their content changes."""
    chosen, name = chosen_meeting(context, root, meeting)
    from pipeline.case import open_case
    from pipeline.desk.accept import accepted_by, chosen_findings
    from pipeline.raw.accepted import add_accepted

    case = open_case(chosen, name)
    found = chosen_findings(case.table("quality.findings"), findings, respondent, name)
    added = accepted_by(found, by or _whoever(), date.today(), reason)
    path = add_accepted(case.folder, added)
    keep_in_store(chosen, name)
    for row in found[:_SHOWN]:
        printing.OUT.print(f"accepted  {row['finding_id']}  {row['message']}", markup=False)
    if len(found) > _SHOWN:
        printing.OUT.print(f"and {len(found) - _SHOWN} more", markup=False)
    where = path.relative_to(chosen.root)
    printing.OUT.print(f"{len(found)} in {where}; rapporteur run {name} takes them out of the lists", markup=False)


def _whoever() -> str:
    """The name of whoever is signed in; empty where the system has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
