"""What commands share: their options, the workspace and the meetings they are for.

Keeps out: what any one command does.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.config import Workspace, store_address, workspace
from pipeline.errors import BadInput
from pipeline.raw.folder import require_meetings

if TYPE_CHECKING:
    # Only named in annotations: importing it loads polars, which an unchanged run does not need.
    from pipeline.case import Case

RootOption = Annotated[
    Path | None,
    typer.Option("--root", help="Folder that holds raw/ and warehouse/ (else RAPPORTEUR_ROOT, else this folder)."),
]
VerboseOption = Annotated[bool, typer.Option("--verbose", help="Show what Dagster logs, and tracebacks.")]
EveryOption = Annotated[bool, typer.Option("--all", help="Each finding on lines of its own.")]
StrictOption = Annotated[bool, typer.Option("--strict", help="Exit with 1 where errors were found.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result for programs.")]
MeetingArgument = Annotated[str, typer.Argument(metavar="MEETING")]
MeetingsArgument = Annotated[list[str] | None, typer.Argument(metavar="[MEETING]…", help="Default: all in raw/.")]


def chosen_workspace(context: typer.Context, root: Path | None) -> Workspace:
    """The workspace a command works on; one that is a copy of a store is brought up to date first.

    Raises:
        BadInput: there is no folder raw/, or the path cannot hold Dagster's store.
    """
    chosen = workspace(root or context.obj)
    if store_address():
        from pipeline.storage.shared import shared_store

        shared_store(chosen).fetch()
    if not chosen.raw.is_dir():
        raise BadInput(f"{chosen.root}: found no folder raw/, expected a workspace; give it with --root")
    if set(str(chosen.root)) & set("%?"):
        raise BadInput(f"{chosen.root}: found % or ? in the path, expected none: Dagster's store cannot lie there")
    return chosen


def keep_in_store(chosen: Workspace, meeting_id: str) -> None:
    """Send what a command has put into a meeting's folder of raw/ to the store that the workspace is a copy of."""
    if store_address():
        from pipeline.storage.shared import hand_kept_of, shared_store

        shared_store(chosen).send(hand_kept_of(meeting_id))


def chosen_meetings(chosen: Workspace, meetings: list[str] | None) -> list[str]:
    """The meetings asked for, each once; all of them where none is named.

    Raises:
        BadInput: one of them is not in raw/, or there is none at all.
    """
    require_meetings(chosen, meetings or [])
    return list(dict.fromkeys(meetings or chosen.meeting_ids()))


def chosen_meeting(context: typer.Context, root: Path | None, meeting: str) -> tuple[Workspace, str]:
    """The workspace a command works on, and the one meeting that it is for.

    Raises:
        BadInput: there is no such workspace or meeting.
    """
    chosen = chosen_workspace(context, root)
    return chosen, chosen_meetings(chosen, [meeting])[0]


def good_inputs(chosen: Workspace, names: list[str]) -> tuple[dict[str, "Case"], dict[str, str]]:
    """Meetings whose hand-kept files are good, and for each of the others the line that says what is wrong."""
    from pipeline.case import open_case

    good, bad = {}, {}
    for name in names:
        try:
            good[name] = open_case(chosen, name)
        except BadInput as error:
            bad[name] = str(error)
    return good, bad
