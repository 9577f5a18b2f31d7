"""Changes of a text, each with its rule, the words before and after, and the place: what a draft did can be replayed.

Keeps out: the rules (`backshift.py`, `person.py`, `opening.py`, `../style.py`).
"""

from collections.abc import Iterable
from typing import NamedTuple


class Change(NamedTuple):
    """At `at` in the text as it was then, `before` became `after` by a rule."""

    rule: str
    at: int
    before: str
    after: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """The text after these changes, one behind the other.

    Raises:
        ValueError: the words that a change is about do not stand where it says.
    """
    for change in changes:
        if not text.startswith(change.before, change.at):
            raise ValueError(f"{change.before!r} does not stand at {change.at} of {text!r}")
        text = text[: change.at] + change.after + text[change.at + len(change.before) :]
    return text


def in_turn(changes: Iterable[Change]) -> list[Change]:
    """Changes of one and the same text in an order in which none moves the place of another: the last place first.

    Of two that overlap the first given is kept.
    """
    kept: list[Change] = []
    for change in changes:
        end = change.at + len(change.before)
        free = all(end <= other.at or change.at >= other.at + len(other.before) for other in kept)
        if free and change.before != change.after:
            kept.append(change)
    return sorted(kept, key=lambda change: change.at, reverse=True)
