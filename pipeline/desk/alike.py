"""Which paragraph that came back is which that was given out: by its control, by its text, and by what it is like.

Keeps out: what a paragraph is and what follows from a difference (`take_back.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

# How alike two texts are, from 0 to 100, to be the same paragraph reworded: between the same neighbours, and elsewhere.
_BETWEEN_NEIGHBOURS, _ELSEWHERE = 45, 65


def matched(
    given: Sequence[str], back: Sequence[str], by_control: dict[int, int], free: Sequence[bool]
) -> dict[int, int]:
    """For each text that came back, by its place, the place of the one given out; those without one are left out.

    `by_control` has what controls say, back to given; `free` tells which texts given out may also be found by likeness
    with one that another control names no answer for.
    """
    found = dict(by_control)
    taken = set(found.values())
    ours = [place for place in range(len(given)) if place not in taken and free[place]]
    theirs = [place for place in range(len(back)) if place not in found]
    equal = SequenceMatcher(a=[given[place] for place in ours], b=[back[place] for place in theirs], autojunk=False)
    for block in equal.get_matching_blocks():
        for step in range(block.size):
            found[theirs[block.b + step]] = ours[block.a + step]
    _in_gaps(given, back, found, free)
    _anywhere(given, back, found, free)
    return found


def _in_gaps(given: Sequence[str], back: Sequence[str], found: dict[int, int], free: Sequence[bool]) -> None:
    """Pair what is left between the same neighbours, the most alike first."""
    taken = set(found.values())
    gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    before = {}
    last = -1
    for place in range(len(given)):
        if place in taken:
            last = place
        elif free[place]:
            before[place] = last
            gaps[last][0].append(place)
    last = -1
    for place in range(len(back)):
        if place in found:
            last = found[place]
        else:
            gaps[last][1].append(place)
    for ours, theirs in gaps.values():
        _pair(given, back, ours, theirs, _BETWEEN_NEIGHBOURS, found)


def _anywhere(given: Sequence[str], back: Sequence[str], found: dict[int, int], free: Sequence[bool]) -> None:
    taken = set(found.values())
    ours = [place for place in range(len(given)) if place not in taken and free[place]]
    theirs = [place for place in range(len(back)) if place not in found]
    _pair(given, back, ours, theirs, _ELSEWHERE, found)


def _pair(given, back, ours: list[int], theirs: list[int], least: int, found: dict[int, int]) -> None:
    if not ours or not theirs:
        return
    scores = process.cdist([given[one] for one in ours], [back[one] for one in theirs], scorer=fuzz.ratio)
    ranked = sorted(
        ((-score, a, b) for a, row in enumerate(scores.tolist()) for b, score in enumerate(row) if score >= least)
    )
    used: set[int] = set()
    for _, a, b in ranked:
        if ours[a] not in used and theirs[b] not in found:
            used.add(ours[a])
            found[theirs[b]] = ours[a]
