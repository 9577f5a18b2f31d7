"""Two notes as one row of paragraphs: each with what it was in the earlier note, those that came, those that went.

Keeps out: how differences are shown, as tracked changes (`redline.py`) or as corrections (`corrigendum.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from pipeline.note import printed
from pipeline.note.printed import Part

# How alike two paragraphs are, from 0 to 100, to be shown as one that was changed.
_ALIKE = 40


@dataclass(frozen=True)
class Line:
    """A paragraph of the new note, of the issued one, or of both."""

    new: Part | None
    old: Part | None

    @property
    def part(self) -> Part:
        """What stands in the document: the new part, or one that is gone, with the marks of both."""
        marks = sorted({mark for one in (self.new, self.old) if one for mark in one.marks})
        return replace(self.new or self.old, marks=tuple(marks))


def body(parts: Sequence[Part]) -> list[Part]:
    """All but the footnotes."""
    return [part for part in parts if part.kind != printed.FOOTNOTE]


def aligned(before: Sequence[Part], now: Sequence[Part]) -> list[Line]:
    """The paragraphs of both notes in one order."""
    keys = [[(part.kind, part.text) for part in parts] for parts in (before, now)]
    found: list[Line] = []
    for tag, old, old_end, new, new_end in SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Line(b, a) for a, b in zip(before[old:old_end], now[new:new_end], strict=True)]
        else:
            found += _paired(before[old:old_end], now[new:new_end])
    return found


def _paired(before: Sequence[Part], now: Sequence[Part]) -> Iterator[Line]:
    """Paragraphs in the place of others: the most alike of a kind together, as long as their order stays."""
    ranked = sorted(
        (-fuzz.ratio(old.text, new.text), a, b)
        for a, old in enumerate(before)
        for b, new in enumerate(now)
        if old.kind == new.kind
    )
    pairs: dict[int, int] = {}
    for score, a, b in ranked:
        if -score >= _ALIKE and a not in pairs and all((a < x) == (b < y) and b != y for x, y in pairs.items()):
            pairs[a] = b
    done = 0
    for a, old in enumerate(before):
        if a not in pairs:
            yield Line(None, old)
            continue
        yield from (Line(new, None) for new in now[done : pairs[a]])
        yield Line(now[pairs[a]], old)
        done = pairs[a] + 1
    yield from (Line(new, None) for new in now[done:])
