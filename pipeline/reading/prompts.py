"""The prompts that untouched fields show, as data (`prompts.yaml`).

Keeps out: fields of Word (`word/`) and lines of forms (`form/`), which both ask.
"""

import re
from functools import lru_cache

from pipeline.text.data_file import data_beside

_PROMPTS = frozenset(data_beside(__file__, "prompts.yaml"))
_LONGEST = max(map(len, _PROMPTS)) + 8
_ANY = "|".join(map(re.escape, sorted(_PROMPTS)))
_ENDING = re.compile(rf"(?P<before>^|[:?])[\s(<\[–-]*(?:{_ANY})[\s)>\].…–-]*$", re.I)
# "(select)", "-- choose --", "<please select>".
_AROUND = " \t\n\u00a0.…。()[]<>{}«»*:-–—_"
# Hardly a line ends as a prompt does: its last letters tell that at once.
_LAST_LETTERS = 4
_ENDINGS = frozenset(prompt[-_LAST_LETTERS:] for prompt in _PROMPTS)


def is_prompt(text: str) -> bool:
    """Whether a text is nothing but the prompt of a field that nobody has filled in."""
    return len(text) < _LONGEST and text.casefold().strip(_AROUND) in _PROMPTS


@lru_cache(maxsize=20_000)
def prompt_behind(text: str) -> int | None:
    """Where in a line the prompt begins that stands behind its label: "Narrative: Click here to enter text."."""
    if text.rstrip(_AROUND)[-_LAST_LETTERS:].casefold() not in _ENDINGS:
        return None
    found = _ENDING.search(text)
    return found.end("before") if found else None
