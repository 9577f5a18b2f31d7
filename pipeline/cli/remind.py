"""rapporteur remind: drafts of reminders to respondents whose replies are outstanding, and of questions to others.

Keeps out: what the letters say (`outgoing/letters.py`). Nothing is sent.
"""

from datetime import date
from typing import Annotated

import typer

from pipeline.cli import printing
from pipeline.cli.options import MeetingArgument, RootOption, VerboseOption, chosen_meeting
from pipeline.errors import BadInput
from pipeline.warehouse import manifest


def remind(
    context: typer.Context,
    meeting: MeetingArgument,
    day: Annotated[str, typer.Option("--date", metavar="YEAR-MONTH-DAY", help="Day of the letters (today).")] = "",
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Write drafts of reminders for outstanding replies, and of questions about doubtful ones; nothing is sent."""
    chosen, name = chosen_meeting(context, root, meeting)
    try:
        written_on = date.fromisoformat(day) if day else date.today()
    except ValueError:
        raise BadInput(f"--date: found {day!r}, expected a day such as 2019-07-12") from None
    if not manifest.is_current(chosen, name):
        raise BadInput(f"{name}: found outputs that are not of today's files, expected them: rapporteur run {name}")
    from pipeline.case import open_case
    from pipeline.desk.remind import write_letters

    case = open_case(chosen, name)
    sent = case.meeting.questionnaire.dispatched
    if written_on < sent:
        raise BadInput(
            f"--date: found {written_on}, expected a day from {sent} on, when the questionnaire was sent out"
        )
    found = write_letters(case, written_on)
    for kind, codes in found.items():
        printing.OUT.print(f"{kind}: {len(codes)}{': ' if codes else ''}{', '.join(codes)}", markup=False)
    if any(found.values()):
        printing.OUT.print(f"drafts in {chosen.letters(name)}; nothing was sent", markup=False)
