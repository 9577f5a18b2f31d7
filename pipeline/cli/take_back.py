"""rapporteur take-back: what editors did to note.docx becomes entries of editorial/ and lines of queries.csv.

Keeps out: what follows from which change (`desk/take_back.py`).
"""

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting, keep_in_store
from pipeline.errors import BadInput


class Changes(StrEnum):
    """What becomes of tracked changes."""

    accepted = "accepted"
    rejected = "rejected"


def take_back(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.docx")],
    meeting: MeetingArgument,
    changes: Annotated[Changes, typer.Option("--changes", help="What becomes of tracked changes.")] = Changes.accepted,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and stop.")] = False,
    reason: Annotated[str, typer.Option("--reason", help="Why deleted paragraphs are left out (else asked for).")] = "",
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Take an edited note back: rewordings, deletions, comments, and changes that belong elsewhere."""
    chosen, name = chosen_meeting(context, root, meeting)
    from pipeline.case import open_case
    from pipeline.desk.take_back import note_now, write
    from pipeline.desk.take_back import take_back as compare
    from pipeline.desk.word_back import returned_note

    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file}: found {error.strerror or error}, expected a Word note (.docx)") from None
    case = open_case(chosen, name)
    back, given = returned_note(data, str(file), changes.value)
    if given and given.meeting_id != name:
        raise BadInput(f"{file}: found the note of {given.meeting_id}, expected that of {name}")
    if given is None:
        printing.complain(f"{file.name} does not say what was given out: it is compared with the note as it is now")
    taken = compare(case, given or note_now(case), back, date.today().isoformat())
    for line in taken.says:
        printing.OUT.print(line, markup=False)
    if not taken.says:
        printing.OUT.print("nothing has changed")
    if dry_run or not taken.says:
        return
    if taken.left_out and not reason.strip():
        if not sys.stdin.isatty():
            raise BadInput(f"--reason: found nothing, expected why {len(taken.left_out)} paragraphs are left out")
        reason = typer.prompt(f"why are {len(taken.left_out)} paragraphs left out")
    entries, new = write(case, taken, " ".join(reason.split()))
    keep_in_store(chosen, name)
    printing.OUT.print(
        f"{entries} entries in raw/{name}/editorial/, {new} new lines in raw/{name}/queries.csv; ", end=""
    )
    printing.OUT.print(f"then: rapporteur run {name}", markup=False)
