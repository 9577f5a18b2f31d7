"""rapporteur import-note: a published note becomes a meeting's folder in raw/."""

import re
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import RootOption, VerboseOption, chosen_workspace, keep_in_store
from pipeline.errors import BadInput
from schemas.vocabulary import MEETING_ID


def import_note(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The published note: .md, .txt, .docx or .pdf.")],
    meeting: Annotated[str, typer.Argument(metavar="MEETING", help="Name of the folder to make in raw/.")],
    force: Annotated[bool, typer.Option("--force", help="Move a folder of that name aside.")] = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Make a meeting's folder in raw/ from a published note."""
    chosen = chosen_workspace(context, root)
    if not re.match(MEETING_ID, meeting):
        raise BadInput(f"MEETING: found {meeting!r}, expected small letters, digits and hyphens, such as honlap-43")
    from pipeline.case import loaded_register
    from pipeline.past_note.folder import past_note
    from pipeline.past_note.into_raw import into_raw

    if chosen.meeting(meeting).exists() and not force:
        raise BadInput(f"raw/{meeting}: found a folder, expected none; --force moves it aside, or choose another name")
    made = past_note(file, meeting, loaded_register(chosen))
    aside = into_raw(chosen, meeting, made.files)
    keep_in_store(chosen, meeting)
    for line in made.told:
        printing.complain(f"{file.name}: {line}")
    if aside:
        printing.OUT.print(f"What lay in raw/{meeting} is now in {aside}", markup=False)
    counted = f"{made.paragraphs} paragraphs, {made.recommendations} recommendations, {made.respondents} respondents"
    printing.OUT.print(f"raw/{meeting}: {counted}; {len(made.told)} to look at", markup=False)
    printing.OUT.print(f"next: rapporteur run {meeting}", markup=False)
