"""rapporteur questionnaire: blank forms of a meeting for its respondents."""

from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting
from pipeline.errors import BadInput


def questionnaire(
    context: typer.Context,
    meeting: MeetingArgument,
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]…", help="Default: all invited.")] = None,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Write blank forms as .docx, one for each respondent."""
    chosen, name = chosen_meeting(context, root, meeting)
    from pipeline.case import open_case
    from pipeline.outgoing.questionnaire import blank_form, invited_respondents
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
    printing.OUT.print(f"{len(people)} forms in {folder}", markup=False)
