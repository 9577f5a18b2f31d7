"""rapporteur changes: what came, went or changed in a meeting since the last run, a day, or the issued note.

Keeps out: comparing (`warehouse/changes.py`) and what is kept (`warehouse/history.py`).
"""

from dataclasses import asdict
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import JsonOption, MeetingArgument, RootOption, VerboseOption, chosen_meeting


def changes(
    context: typer.Context,
    meeting: MeetingArgument,
    since: Annotated[str, typer.Option("--since", help="last, issued, or a day such as 2019-07-26.")] = "last",
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """List replies, answers, paragraphs and findings that came, went or changed, words in place."""
    chosen, name = chosen_meeting(context, root, meeting)
    from pipeline.errors import BadInput
    from pipeline.warehouse.changes import changes as compared
    from pipeline.warehouse.history import earlier, state_of

    before, when = earlier(chosen, name, since)
    try:
        found = compared(before, state_of(chosen, name))
    except FileNotFoundError:
        raise BadInput(f"{name}: found no tables, expected those of a run: rapporteur run {name}") from None
    if as_json:
        printing.print_json({"since": when, "changes": [asdict(one) for one in found]})
        return
    printing.OUT.print(f"{name}, since {when}: {len(found) or 'no'} changes", markup=False)
    for kind in dict.fromkeys(one.kind for one in found):
        printing.OUT.print(f"\n{kind}", markup=False)
        for one in found:
            if one.kind == kind:
                printing.OUT.print(f"  {one.what:7} {one.name}: {one.says}", markup=False)
