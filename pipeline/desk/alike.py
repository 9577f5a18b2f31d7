"""Which paragraph that came back is which that was given out: by its control, by its text, and by what it is like.

Keeps out: what a paragraph is and what follows from a difference (`take_back.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

# How alike two texts are, from 0 to 100, to be the same paragraph reworded: between the same neighbours, and elsewhere.
_BETWEEN_NEIGHBOURS, _ELSEWHERE = 45, 65


def matched(given: Sequence[str], back: Sequence[str], by_control: dict[int, int]) -> dict[int, int]:
    """For each text that came back, by its place, the place of the one given out; those without one are left out.

    `by_control` has what controls say, back to given.
    """
    found = dict(by_control)
    ours, theirs = _left(given, back, found)
    equal = SequenceMatcher(a=[given[place] for place in ours], b=[back[place] for place in theirs], autojunk=False)
    for block in equal.get_matching_blocks():
        for step in range(block.size):
            found[theirs[block.b + step]] = ours[block.a + step]
    _in_gaps(given, back, found)
    _pair(given, back, *_left(given, back, found), _ELSEWHERE, found)
    return found


def _left(given: Sequence[str], back: Sequence[str], found: dict[int, int]) -> tuple[list[int], list[int]]:
    """The places of texts given out, and of those that came back, that have no partner yet."""
    taken = set(found.values())
    ours = [place for place in range(len(given)) if place not in taken]
    return ours, [place for place in range(len(back)) if place not in found]


def _in_gaps(given: Sequence[str], back: Sequence[str], found: dict[int, int]) -> None:
    """Pair what is left between the same neighbours, the most alike first."""
    taken = set(found.values())
    gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    last = -1
    for place in range(len(given)):
        if place in taken:
            last = place
        else:
            gaps[last][0].append(place)
    last = -1
    for place in range(len(back)):
        if place in found:
            last = found[place]
        else:
            gaps[last][1].append(place)
    for ours, theirs in gaps.values():
        _pair(given, back, ours, theirs, _BETWEEN_NEIGHBOURS, found)


def _pair(
    given: Sequence[str], back: Sequence[str], ours: list[int], theirs: list[int], least: int, found: dict[int, int]
) -> None:
    """Pair texts that are alike enough, the most alike first."""
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
