"""The figures in a text, for comparing a paragraph with the answer it came from.

Keeps out: units, periods and numbers in words.
"""

import re
from functools import lru_cache

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@lru_cache(maxsize=50_000)  # a note that is cut to its limit is looked through several times
def figures_in(text: str) -> frozenset[str]:
    """All numbers written in digits, without thousands separators."""
    return frozenset(match.group().replace(",", "").rstrip(".") for match in _FIGURE.finditer(text))
