"""Things to do as the command line prints them: what to do, and the findings it would end, many alike on one line.

Keeps out: which findings there are and how they are grouped (`note/todo.py`).
"""

from typing import TYPE_CHECKING

from pipeline.cli.printing import OUT

if TYPE_CHECKING:
    # Only named in annotations: importing it loads polars, which printing does not need.
    from pipeline.note.todo import Alike, Item, Task

# More findings alike than this stand on one line, which names the first places.
MOST_ALIKE, MOST_PLACES = 5, 10


def print_counts(meeting_id: str, todo: "list[Task]", found: int) -> None:
    """A line of how many findings there are; `found` counts those that are accepted too."""
    errors = sum(task.count for task in todo if task.severity == "error")
    warnings = sum(task.count for task in todo) - errors
    accepted = f", {found - errors - warnings} accepted" if found > errors + warnings else ""
    OUT.print(f"{meeting_id}: {errors} errors, {warnings} warnings{accepted}", markup=False)


def print_todo(todo: "list[Task]", every: bool) -> None:
    """What is to be done; `every`: each finding on lines of its own."""
    for task in todo:
        OUT.print(f"\n{task.severity} · {task.action}", markup=False)
        for kind in task.kinds:
            if every or len(kind.items) <= MOST_ALIKE:
                OUT.print(f"  {kind.code}: {kind.meaning}", markup=False)
                for item in kind.items:
                    _print_item(item)
            else:
                OUT.print(f"  {kind.code}, {_together(kind)}", markup=False)


def _print_item(item: "Item") -> None:
    OUT.print(f"    {item.place}: {item.says}  [{item.finding['finding_id']}]", markup=False)
    if item.words:
        OUT.print(f"      “{item.words}”", markup=False)


def _together(kind: "Alike") -> str:
    """Findings alike on one line: how many, and the first places."""
    if any(item.finding["recommendation"] for item in kind.items):
        noun, places = "findings", [item.place for item in kind.items]
    else:
        noun, places = "respondents", [item.name or item.place for item in kind.items]
    places = list(dict.fromkeys(places))
    if len(places) < len(kind.items) or noun == "findings":
        counted = f"{len(kind.items):,} findings"
    else:
        counted = f"{len(places):,} {noun}"
    more = f" and {len(places) - MOST_PLACES:,} more (--all)" if len(places) > MOST_PLACES else ""
    return f"{counted}: {'; '.join(places[:MOST_PLACES])}{more}"
