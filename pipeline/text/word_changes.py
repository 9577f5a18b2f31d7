"""Two versions of a text as one: the words that stayed, those that are gone and those that are new, in their places.

Keeps out: what the texts are, and how changes look in Word (`note/redline.py`).
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "gone", "new"
# So many words are shown before and behind a change.
_AROUND = 5
_WRITTEN = {SAME: "{}", GONE: "[-{}-]", NEW: "{{+{}+}}"}


def word_changes(before: str, now: str) -> list[tuple[str, str]]:
    """What happened (same, gone, new) and to which words, in order; of long stretches that stayed, those around."""
    old, new = before.split(), now.split()
    opcodes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return [change for place, code in enumerate(opcodes) for change in _change(code, old, new, place, len(opcodes))]


def in_place(before: str, now: str) -> str:
    """The same on one line: [-gone-] and {+new+}, with a few words around them."""
    return " ".join(_WRITTEN[what].format(words) for what, words in word_changes(before, now))


def _change(
    code: tuple[str, int, int, int, int], old: list[str], new: list[str], place: int, changes: int
) -> Iterator[tuple[str, str]]:
    tag, a, a_end, b, b_end = code
    if tag == "equal":
        yield SAME, " ".join(_shown(new[b:b_end], behind_change=place > 0, before_change=place < changes - 1))
        return
    if a < a_end:
        yield GONE, " ".join(old[a:a_end])
    if b < b_end:
        yield NEW, " ".join(new[b:b_end])


def _shown(same: list[str], *, behind_change: bool, before_change: bool) -> list[str]:
    """Of words that did not change, those next to a change."""
    if len(same) <= _AROUND * (behind_change + before_change):
        return same
    head, tail = (same[:_AROUND] if behind_change else []), (same[-_AROUND:] if before_change else [])
    return [*head, "…", *tail]
