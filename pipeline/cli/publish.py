"""rapporteur publish: the replies whose respondents agreed to publication, with the files as received where asked for.

Keeps out: the pages, which every run makes (`outgoing/published.py`).
"""

from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting
from pipeline.errors import BadInput
from pipeline.warehouse import manifest


def publish(
    context: typer.Context,
    meeting: MeetingArgument,
    as_received: Annotated[
        bool, typer.Option("--as-received", help="The files themselves too; a warning where one holds contact data.")
    ] = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Say where the pages of replies lie whose respondents agreed to publication."""
    chosen, name = chosen_meeting(context, root, meeting)
    if not manifest.is_current(chosen, name):
        raise BadInput(f"{name}: found outputs that are not of today's files, expected them: rapporteur run {name}")
    folder = chosen.published(name)
    pages = sorted(path.stem for path in folder.glob("*.html") if path.stem != "index")
    if not pages:
        printing.OUT.print(f"{name}: no reply may be published: no respondent has said yes", markup=False)
        return
    if as_received:
        from pipeline.outgoing.as_received import put_as_received
        from pipeline.storage import lake

        copied = put_as_received(chosen, name, lake.load(chosen, "core.replies", name).to_dicts())
        for file, holds_contacts in copied.items():
            if holds_contacts:
                said = "holds contact data, expected none on a website: take it out, or leave the file out"
                printing.complain(f"{folder.name}/{file}: {said}")
        printing.OUT.print(
            f"{len(copied)} file{'' if len(copied) == 1 else 's'} as received in {folder / 'received'}", markup=False
        )
    count = f"{len(pages)} {'reply' if len(pages) == 1 else 'replies'}"
    printing.OUT.print(f"{count} in {folder}: index.html, {', '.join(pages)}", markup=False)
