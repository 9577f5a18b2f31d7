"""rapporteur issue: the note as it is now is kept as the issued one."""

from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting, keep_in_store
from pipeline.errors import EXIT_FOUND, BadInput
from pipeline.raw.life_cycle import is_issued
from pipeline.storage.locks import held
from pipeline.warehouse import manifest


def issue(
    context: typer.Context,
    meeting: MeetingArgument,
    force: Annotated[bool, typer.Option("--force", help="Issue in spite of errors, or once more.")] = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Keep note.md, note.docx and the manifest as issued; from then on differences from them are told."""
    chosen, name = chosen_meeting(context, root, meeting)
    with held(chosen.run_lock(name), "rapporteur issue", waiting=lambda who: printing.complain(f"waits for {who}")):
        if not manifest.is_current(chosen, name):
            raise BadInput(f"{name}: found a note that is not of today's files, expected one: rapporteur run {name}")
        errors = manifest.load(chosen, name)["summary"]["errors"]
        if errors and not force:
            printing.complain(f"{name}: found {errors} errors, expected none: rapporteur check {name} shows them")
            raise typer.Exit(EXIT_FOUND)
        from pipeline.case import open_case
        from pipeline.warehouse.issue import issue as keep

        version = open_case(chosen, name).meeting.note.version
        if is_issued(chosen.meeting(name)) and not force and version is None:
            said = "expected none: say in meeting.yaml which version this is (note.version), or --force issues another"
            raise BadInput(f"raw/{name}/issued: found a note that was issued, {said}")

        earlier = keep(chosen, name)
        keep_in_store(chosen, name)
    if earlier:
        printing.OUT.print(f"what was issued before lies in raw/{name}/{earlier.name}", markup=False)
    printing.OUT.print(f"issued: raw/{name}/issued/note.md, note.docx", markup=False)
