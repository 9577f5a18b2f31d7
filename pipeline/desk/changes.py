"""What came, went or changed between two states of a meeting, with the words that changed in their place.

Keeps out: what a state is and where it is kept (`warehouse/history.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.text.one_line import shorten
from pipeline.warehouse.history import State

CAME, WENT, CHANGED = "came", "went", "changed"
# So many words are shown before and behind a change.
_AROUND = 5


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


def in_place(before: str, now: str) -> str:
    """The words that differ in their place: [-gone-] and {+new+}, with a few words around them."""
    old, new = before.split(), now.split()
    said: list[str] = []
    opcodes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    for at, (tag, a, a_end, b, b_end) in enumerate(opcodes):
        if tag == "equal":
            said += _shown(new[b:b_end], behind_change=at > 0, before_change=at < len(opcodes) - 1)
            continue
        said += [f"[-{' '.join(old[a:a_end])}-]"] if a < a_end else []
        said += [f"{{+{' '.join(new[b:b_end])}+}}"] if b < b_end else []
    return " ".join(said)


def _shown(same: list[str], *, behind_change: bool, before_change: bool) -> list[str]:
    """Of words that did not change, those next to a change."""
    if len(same) <= _AROUND * (behind_change + before_change):
        return same
    head, tail = (same[:_AROUND] if behind_change else []), (same[-_AROUND:] if before_change else [])
    return [*head, "…", *tail]
