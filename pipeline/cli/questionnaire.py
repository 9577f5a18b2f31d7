"""rapporteur questionnaire: forms of a meeting for its respondents, with what they answered before."""

from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting
from pipeline.errors import BadInput


def questionnaire(
    context: typer.Context,
    meeting: MeetingArgument,
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]…", help="Default: all invited.")] = None,
    blank: Annotated[bool, typer.Option("--blank", help="Without what respondents answered before.")] = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Write forms as .docx, one for each respondent, with its earlier answers to the same recommendations."""
    chosen, name = chosen_meeting(context, root, meeting)
    from pipeline.case import open_case
    from pipeline.outgoing.earlier import earlier_answers
    from pipeline.outgoing.questionnaire import blank_form, invited_respondents
    from pipeline.storage import atomic

    case = open_case(chosen, name)
    unknown = [code for code in codes or [] if code not in case.register.by_code]
    if unknown:
        raise BadInput(f"CODE: found {unknown[0]!r}, expected a code of respondents.csv, such as NPL")
    asked = [case.register.by_code[code] for code in codes or []]
    people = asked or invited_respondents(case.meeting, case.register)
    folder = chosen.questionnaires(name)
    before = {} if blank else earlier_answers(chosen, case.meeting)
    for person in people:
        form = blank_form(case.meeting, person, before.get(person.code, {}))
        atomic.write_bytes(folder / f"{person.code}.docx", form)
    filled = sum(person.code in before for person in people)
    told = f", {filled} of them with earlier answers" if filled else ""
    printing.OUT.print(f"{len(people)} form{'' if len(people) == 1 else 's'} in {folder}{told}", markup=False)
