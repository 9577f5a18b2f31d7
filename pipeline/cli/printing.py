"""What the command line prints: the summary of runs, and rows, for people and for programs.

Keeps out: the commands (`app.py`).
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.config import Workspace

ERRORS = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)
OUT = Console(highlight=False, soft_wrap=True, emoji=False)

# Rows of a query that are shown as a table; nobody reads more of them on a screen.
MOST_ROWS = 1000


def complain(faults: str) -> None:
    """A line on stderr for each line given."""
    for line in faults.splitlines():
        ERRORS.print(f"rapporteur: {' '.join(line.split())}", markup=False)


def complain_once(faults: Iterable[str]) -> None:
    """The lines of several faults on stderr, each line once: meetings share the register."""
    complain("\n".join(dict.fromkeys(line for fault in faults for line in fault.splitlines())))


# What lies in a note's folder for people to look at; what is not made for every note is told where it is there.
_NOTE_FILES = {
    "note": ("note.md", "note.docx", "note-redline.docx"),
    "correction": ("corrigendum.md", "corrigendum.docx"),
    "review": ("review.html", "review-changes.html"),
}
_PAGES = {"note": "note.md", "word": "note.docx", "review": "review.html"}


def run_summary(workspace: Workspace, done: dict[str, dict], removed: list[str]) -> None:
    """A table with a row per meeting, then where the outputs are, those of meetings that are gone included.

    `done`: state and manifest summary by meeting.
    """
    table = Table(box=None, pad_edge=False)
    for name, justify in (
        ("meeting", "left"), ("state", "left"), ("replies", "right"), ("paragraphs", "right"),
        ("words / limit", "right"), ("errors", "right"), ("warnings", "right"),
    ):  # fmt: skip
        table.add_column(name, justify=justify)
    for meeting_id, made in done.items():
        facts = made["summary"]
        over = " over" if facts["words"] > facts["word_limit"] else ""
        table.add_row(
            meeting_id,
            made["state"],
            f"{facts['replies_in_note']} of {facts['replies']}",
            str(facts["paragraphs"]),
            f"{facts['words']:,} / {facts['word_limit']:,}{over}",
            str(facts["errors"]),
            str(facts["warnings"]),
        )
    _wide().print(table)
    OUT.print()
    for meeting_id in done:
        for what, files in _NOTE_FILES.items():
            there = [file for file in files if (workspace.note(meeting_id) / file).exists()]
            if there:
                OUT.print(f"{what:10} {_shown(workspace.note(meeting_id))}/{', '.join(there)}", markup=False)
    for meeting_id in removed:
        told = f"removed    {meeting_id} is no longer in raw/: what was made of it lies in {_shown(workspace.removed)}"
        OUT.print(told, markup=False)
    OUT.print(f"warehouse  {_shown(workspace.database)}", markup=False)
    OUT.print("to do      rapporteur status", markup=False)


def run_json(workspace: Workspace, done: dict[str, dict], failed: dict[str, str], removed: list[str]) -> None:
    """The same for programs."""
    meetings = {
        name: {
            **made["summary"],
            "state": made["state"],
            **{kind: str(workspace.note(name) / file) for kind, file in _PAGES.items()},
        }
        for name, made in done.items()
    }
    print_json({"meetings": meetings, "failed": failed, "removed": removed, "warehouse": str(workspace.database)})


def print_json(value: object) -> None:
    """JSON on stdout."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n")


def rows(names: list[str], values: list[tuple]) -> None:
    """The first rows of a query as a table, and how many there are."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(escape(name), overflow="fold")
    for row in values[:MOST_ROWS]:
        table.add_row(*("" if value is None else escape(str(value)) for value in row))
    _wide().print(table)
    count = f"{len(values):,} row{'' if len(values) == 1 else 's'}"
    cut = f", of which the first {MOST_ROWS:,} are shown; --format csv or json gives all"
    OUT.print(count + (cut if len(values) > MOST_ROWS else ""))


def _wide() -> Console:
    """Where tables go: a pipe or file has no width to keep to."""
    return OUT if OUT.is_terminal else Console(highlight=False, width=10_000, emoji=False)


def _shown(path: Path) -> str:
    """A path as it is shorter to read: relative where it lies under the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
