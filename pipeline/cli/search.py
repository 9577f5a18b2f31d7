"""rapporteur search: which answers and paragraphs say some words.

Keeps out: looking for them (`warehouse/search.py`).
"""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from pipeline.cli import printing
from pipeline.cli.options import JsonOption, RootOption, VerboseOption
from pipeline.config import workspace

if TYPE_CHECKING:
    from pipeline.warehouse.search import Hit

_SHOWN = 20


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help='All of them; "in quotes": one phrase.')],
    meeting: Annotated[str | None, typer.Option("--meeting", help="Of this meeting only.")] = None,
    respondent: Annotated[str | None, typer.Option("--respondent", help="Of this respondent only (code).")] = None,
    every: Annotated[bool, typer.Option("--all", help=f"More than the first {_SHOWN}.")] = False,
    as_json: JsonOption = False,
    verbose: VerboseOption = False,
    root: RootOption = None,
) -> None:
    """Show who says these words, under which recommendation, in which paragraph, and the words around them."""
    from pipeline.warehouse.search import search as found_in

    hits = found_in(workspace(root or context.obj).database, " ".join(words), meeting, respondent)
    if as_json:
        printing.print_json([asdict(hit) | {"context": "".join(text for text, _ in hit.context)} for hit in hits])
        return
    for hit in hits if every else hits[:_SHOWN]:
        printing.OUT.print(_heading(hit), markup=False)
        printing.OUT.print(Text.assemble("  ", *((text, "bold") if found else text for text, found in hit.context)))
    more = f", of which the first {_SHOWN} are shown (--all)" if len(hits) > _SHOWN and not every else ""
    printing.OUT.print(f"{len(hits) or 'no'} place{'' if len(hits) == 1 else 's'}{more}", markup=False)


def _heading(hit: "Hit") -> str:
    place = f"{hit.name}, {hit.recommendation}" if hit.respondent else "introduction"
    number = f"paragraph {hit.paragraph}" if hit.paragraph else "no paragraph"
    only = ", in the answer only" if hit.where == "answer" and hit.paragraph else ""
    return f"{hit.meeting_id}  {place}, {number}{only}"
