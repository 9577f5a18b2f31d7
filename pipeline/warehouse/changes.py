"""What came, went or changed between two states of a meeting, with the words that changed in their place.

Keeps out: what a state is and where it is kept (`warehouse/history.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.text.one_line import shorten
from pipeline.text.word_changes import in_place
from pipeline.warehouse.history import INTRODUCTION, State

CAME, WENT, CHANGED = "came", "went", "changed"


@dataclass(frozen=True)
class Change:
    """A reply, answer, paragraph or finding that came, went or changed; `says` is its text, or the change in place."""

    kind: str
    what: str
    name: str
    says: str


def changes(before: State, now: State) -> list[Change]:
    """All changes, replies first, then answers, paragraphs and findings, each in order of name."""
    return [change for kind in now for change in _of_kind(kind, before.get(kind, {}), now[kind])]


def _of_kind(kind: str, before: dict[str, str], now: dict[str, str]) -> Iterator[Change]:
    for name in sorted(before.keys() | now.keys()):
        if name not in before:
            yield Change(kind, CAME, name, shorten(now[name], 160))
        elif name not in now:
            yield Change(kind, WENT, name, shorten(before[name], 160))
        elif before[name] != now[name]:
            yield Change(kind, CHANGED, name, in_place(before[name], now[name]))


def paragraph_changes(meeting_id: str, before: Mapping[str, State], now: State) -> list[dict]:
    """The rows of derived.paragraph_changes: what became of paragraphs since each of the states in `before`.

    `before` maps what they are compared with (last_run, issued) to its state; introductions go by their number.
    """
    return [
        {
            "meeting_id": meeting_id,
            "since": since,
            "paragraph": change.name,
            **dict(zip(("respondent", "recommendation"), _about(change.name), strict=True)),
            "change": change.what,
            "before": then["paragraphs"].get(change.name),
            "now": now["paragraphs"].get(change.name),
            "in_place": change.says if change.what == CHANGED else None,
        }
        for since, then in before.items()
        for change in _of_kind("paragraphs", then["paragraphs"], now["paragraphs"])
    ]


def _about(name: str) -> tuple[str | None, str | None]:
    respondent, _, recommendation = name.partition(" ")
    return (None, None) if name.startswith(INTRODUCTION) else (respondent, recommendation)
