"""rapporteur status: where meetings stand, and what is to be done next.

Keeps out: what a standing is (`desk/standing.py`).
"""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import typer

from pipeline.cli import printing
from pipeline.cli.options import (
    EveryOption,
    JsonOption,
    MeetingsArgument,
    RootOption,
    VerboseOption,
    chosen_meetings,
    chosen_workspace,
)
from pipeline.cli.todo_list import print_todo
from pipeline.errors import EXIT_DONE, BadInput

if TYPE_CHECKING:
    from pipeline.desk.standing import Standing


def status(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    every: EveryOption = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Show who replied, is late or outstanding, the note's words, and what is to be done first."""
    chosen = chosen_workspace(context, root)
    names = chosen_meetings(chosen, meetings)
    from pipeline.case import open_case
    from pipeline.desk.standing import standing

    found, bad = {}, []
    for name in names:
        try:
            found[name] = standing(open_case(chosen, name), date.today())
        except BadInput as error:
            bad.append(str(error))
    printing.complain_once(bad)
    if as_json:
        printing.print_json({name: asdict(one) for name, one in found.items()})
    else:
        for place, one in enumerate(found.values()):
            printing.OUT.print("\n" if place else "", end="")
            _print(one, every)
    raise typer.Exit(BadInput.exit_code if bad else EXIT_DONE)


def _print(one: "Standing", every: bool) -> None:
    say = printing.OUT.print
    say(f"{one.meeting_id}  {one.symbol}  {one.stage}, {_when(one)}", markup=False)
    if not one.current:
        say(f"changed      files in raw/ are not those of the last run: rapporteur run {one.meeting_id}", markup=False)
    say(f"replied      {one.in_note} of {one.invited} are in the note", markup=False)
    if one.late:
        named = "; ".join(f"{name} ({_days(days)})" for name, days in one.late)
        say(f"late         {len(one.late)}: {named}", markup=False)
    if one.set_aside:
        named = "; ".join(f"{file} ({code})" for file, code in one.set_aside)
        say(f"set aside    {len(one.set_aside)}: {named}", markup=False)
    if one.outstanding:
        say(f"outstanding  {len(one.outstanding)}: {'; '.join(one.outstanding)}", markup=False)
    facts = one.summary
    if facts:
        over = ", over the limit" if facts["words"] > facts["word_limit"] else ""
        words = f"{facts['words']:,} of {facts['word_limit']:,} words{over}"
        say(f"note         {facts['paragraphs']} paragraphs, {words}", markup=False)
    counts = {kind: sum(task.count for task in one.todo if task.severity == kind) for kind in ("error", "warning")}
    accepted = f", {one.accepted} accepted" if one.accepted else ""
    say(f"findings     {counts['error']} errors, {counts['warning']} warnings{accepted}", markup=False)
    if one.gone:
        lines = f"{len(one.gone)} lines of accepted.csv fit nothing any more: what they were about has changed or gone"
        say(f"             {lines}", markup=False)
    first = next(iter(one.todo), None)
    say(f"do first     {first.action if first else 'nothing: there are no open findings'}", markup=False)
    print_todo(one.todo, every)


def _when(one: "Standing") -> str:
    day = f"{one.cutoff.day} {one.cutoff:%B %Y}"
    if one.days_left == 0:
        return f"replies are taken until today ({day})"
    if one.days_left > 0:
        return f"replies are taken for {_days(one.days_left)} more, until {day}"
    return f"replies were taken until {day}, {_days(-one.days_left)} ago"


def _days(number: int | None) -> str:
    if number is None:
        return "no day of receipt"
    return f"{number:,} day{'' if number == 1 else 's'}"
