"""Lines of an answer that no sign ends, put behind one another as sentences, parts of one, or a heading and its text.

Keeps out: bullets and labels of lists (`sentences.py`).
"""

import re
from itertools import pairwise

from pipeline.note.drafting.capitals import small_first
from pipeline.note.drafting.readings import read
from pipeline.note.drafting.verbs import finite_verbs

_BREAK = re.compile(r"[ \t]*\n\s*")
# What shows that a line is not at its end, besides its last sign.
_OPEN = re.compile(
    r"(?:[-–—,/(]|(?<!\w)(?:a|an|and|as|at|but|by|for|from|in|into|its|of|on|or|our|that|the|their|these|this|those|to|under|which|with))$",
    re.I,
)
_ENDED = re.compile(r"[.!?;:…][\"')\]’”»]*$")
# A list, or a label of one, is run in by itself.
_LISTED = re.compile(r"[-•*–●▪◦]\s|\(?(?:[a-z]|\d{1,2})[).]\s", re.I)
# Words of a heading.
_LONGEST_HEADING = 8


def joined(text: str) -> str:
    """The text with a sign at the end of each line that has none, where the next one begins anew.

    A full stop behind a line with a verb, a colon behind a heading of one, a semicolon between parts without any. Lines
    of which one goes on with a small letter are those of a text that somebody broke: they stay as they are.
    """
    lines = [line for line in _BREAK.split(text) if line]
    if len(lines) < 2 or any(_goes_on(one, other) for one, other in pairwise(lines)):
        return text
    found = lines[:1]
    for one, other in pairwise(lines):
        sign = _sign(one, other)
        begins = small_first(other) if sign in (":", ";") or one.endswith(":") else other
        found.append(f"{sign}\n{begins}")
    return "".join(found)


def _goes_on(line: str, following: str) -> bool:
    return not _ENDED.search(line) and (following[0].islower() or bool(_OPEN.search(line)))


def _sign(line: str, following: str) -> str:
    if _ENDED.search(line) or _LISTED.match(following):
        return ""
    if _LISTED.match(line) or _has_verb(line):
        return "."
    headed = len(line.split()) <= _LONGEST_HEADING and (_has_verb(following) or not re.search(r"[^\W\d_]", following))
    return ":" if headed else ";"


def _has_verb(line: str) -> bool:
    return bool(finite_verbs(read(line)))
