"""The figures in a text, for comparing a paragraph with the answer it came from.

Keeps out: units, periods and numbers in words.
"""

import re

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def figures_in(text: str) -> set[str]:
    """All numbers written in digits, without thousands separators."""
    return {match.group().replace(",", "").rstrip(".") for match in _FIGURE.finditer(text)}
