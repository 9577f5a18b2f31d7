"""rapporteur verify: everything made anew from raw files in a temporary folder, and compared with what is there."""

import tempfile
from pathlib import Path

import typer

from pipeline.cli import printing
from pipeline.cli.options import (
    JsonOption,
    MeetingsArgument,
    RootOption,
    VerboseOption,
    chosen_meetings,
    chosen_workspace,
    good_inputs,
)
from pipeline.errors import EXIT_DONE, EXIT_FOUND, BadInput


def verify(
    context: typer.Context,
    meetings: MeetingsArgument = None,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Rebuild from raw files elsewhere and compare every output; ends with 1 where one differs."""
    chosen = chosen_workspace(context, root)
    names = chosen_meetings(chosen, meetings)
    from pipeline.config import Workspace
    from pipeline.steps import make_all
    from pipeline.warehouse.history import keep_for
    from pipeline.warehouse.publish import publish
    from pipeline.warehouse.verify import differences, published_differences
    from schemas.registry import PUBLISHED

    good, bad = good_inputs(chosen, names)
    found: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory(prefix="rapporteur-verify-") as folder:
        anew = Workspace(Path(folder))
        anew.raw.symlink_to(chosen.raw)
        for name in good:
            keep_for(chosen, name, anew)
            make_all(anew, name)
            found[name] = [str(one) for one in differences(chosen, anew, name)]
        if set(good) == set(chosen.meeting_ids()):
            publish(anew)
            tables = {table.name: list(table.model.to_schema().columns) for table in PUBLISHED}
            found["warehouse"] = [str(one) for one in published_differences(chosen, anew, tables)]
    printing.complain_once(bad.values())
    if as_json:
        printing.print_json({"differences": found, "failed": bad})
    else:
        for name, lines in found.items():
            printing.OUT.print(f"{name}: {'as its raw files give it' if not lines else 'differs'}", markup=False)
            for line in lines:
                printing.OUT.print(f"  {line}", markup=False)
    if bad:
        raise typer.Exit(BadInput.exit_code)
    raise typer.Exit(EXIT_FOUND if any(found.values()) else EXIT_DONE)
