"""Text as people type it, made comparable: white space, control characters, words.

Keeps out: language (`language.py`) and anything about style.
"""

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
# Breaks of line and page that are no line ends: words stand on both sides of them.
_BREAKS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
_PLAIN_SPACES = dict.fromkeys(map(ord, "\n\t\u00a0"), " ")
# Joiners and breaks without width, and the marks that turn the direction of writing, by which a line can be made to
# read otherwise than it is stored.
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


# The same text is asked for by several steps: for the row of its answer, of its reply, and for what is doubtful.
@lru_cache(maxsize=1 << 16)
def tidy(text: str) -> str:
    """The same text with single spaces, at most one blank line running, and no control or invisible characters."""
    # Nearly every text has nothing to change: asking that of the whole is far quicker than of each letter.
    if text.isprintable() and "  " not in text and text.isascii():
        return text.strip()
    if not text.translate(_PLAIN_SPACES).isprintable():
        text = "".join(
            letter
            for letter in text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
            if letter in "\n\t" or not (unicodedata.category(letter) in ("Cc", "Cs", "Cn") or letter in _INVISIBLE)
        )
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def run_in(text: str) -> str:
    """The same text tidied, its lines joined with blanks."""
    return " ".join(tidy(text).split())


@lru_cache(maxsize=1 << 16)
def count_words(text: str) -> int:
    """Words as Word counts them: runs of characters between blanks."""
    return len(text.split())


def words_of(text: str) -> frozenset[str]:
    """The words of a text, folded, for comparing wordings."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of words two texts have in common, from 0 to 1."""
    return len(one & other) / max(len(one), len(other), 1)
