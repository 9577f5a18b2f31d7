"""rapporteur edit: the present drafts of a respondent as entries of editorial/CODE.yaml, ready to be changed.

Keeps out: which entries (`desk/edit.py`) and how they are written (`raw/editorial_file.py`).
"""

from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting, keep_in_store


def edit(
    context: typer.Context,
    meeting: MeetingArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The respondent's code, such as NPL.")],
    recommendations: Annotated[
        list[str] | None, typer.Argument(metavar="[RECOMMENDATION]…", help="Default: all that have an answer.")
    ] = None,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Put present paragraphs into editorial/CODE.yaml; one that stays as it is counts as none."""
    chosen, name = chosen_meeting(context, root, meeting)
    from pipeline.case import open_case
    from pipeline.desk.edit import present_entries
    from pipeline.raw.editorial_file import put_entries

    case = open_case(chosen, name)
    entries, standing = present_entries(case, code, recommendations or [])
    where = f"raw/{name}/editorial/{code}.yaml"
    if entries:
        put_entries(case.folder, code, entries)
        keep_in_store(chosen, name)
        printing.OUT.print(f"{where}: {', '.join(entries)}, ready to be changed", markup=False)
    if standing:
        printing.OUT.print(f"{where}: {', '.join(standing)} is reworded already and stays", markup=False)
    printing.OUT.print(f"then: rapporteur run {name}", markup=False)
