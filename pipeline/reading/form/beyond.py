"""What a paragraph says beyond the text that it prints, and which words are a form's own.

Letters are compared, since words come glued; where letters differ, words. Keeps out: which text a paragraph prints
(`anchors.py`), and what becomes of what it says beyond (`parts.py`).
"""

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from pipeline.reading.form import labels
from pipeline.reading.form.anchors import ENOUGH_LETTERS, letters_of

# A rewording puts in a word or two; more than that, somebody has written something.
_REWORDED = 2
_DATE_WORDS, _YEAR_DIGITS = 4, 4
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_CUT_OFF = re.compile(r"…|\.{3,}")
# A label before a text, such as "(a)", "1.b" or "Q 1.b".
_LABEL = re.compile(r"\W*(?:\b[qr]\b\W*)?(?:\b(?!n/a\b)(?:\w{1,2}|[ivxl]{3,5})\b\W*){0,2}", re.I)


@lru_cache(maxsize=10_000)
def beyond(paragraph: str, printed: str) -> tuple[str, ...]:
    """The stretches of a paragraph that are not of the text it prints, as they stand; none for a mere rewording."""
    letters, known = letters_of(paragraph), letters_of(printed)
    if not letters or letters in known:
        return ()
    if cuts_off(paragraph, printed):
        # What follows a text that was cut off is not its rest in other words.
        _, *behind = _CUT_OFF.split(paragraph)
        return tuple(one.strip() for one in behind if _WORD.search(one) and letters_of(one) not in known)
    start = letters.find(known)
    if start < 0:
        return _by_words(paragraph, printed)
    at, end = _position(paragraph, start), _position(paragraph, start + len(known))
    stretches = (paragraph[:at], paragraph[end:])
    return tuple(one.strip() for one in stretches if _WORD.search(one) and not _LABEL.fullmatch(one))


def before(paragraph: str, printed: str) -> str:
    """What stands before a text that a paragraph prints letter by letter, its label included; else empty."""
    start = letters_of(paragraph).find(letters_of(printed))
    return paragraph[: _position(paragraph, start)] if start > 0 else ""


def cuts_off(paragraph: str, printed: str) -> bool:
    """Whether a paragraph prints the beginning of a text and then dots."""
    cut, *behind = _CUT_OFF.split(paragraph)
    return bool(behind) and len(letters_of(cut)) >= ENOUGH_LETTERS and letters_of(printed).startswith(letters_of(cut))


def _position(paragraph: str, letters: int) -> int:
    """Where in a paragraph so many of its letters have passed, signs and blanks behind them included."""
    passed = 0
    for at, letter in enumerate(paragraph):
        own = len(letters_of(letter))
        if own and passed >= letters:
            return at
        passed += own
    return len(paragraph)


def _by_words(paragraph: str, printed: str) -> tuple[str, ...]:
    words, known = paragraph.split(), printed.split()
    found, run, instead = [], [], 0
    steps = Levenshtein.opcodes([letters_of(word) for word in known], [letters_of(word) for word in words])
    for step in (*steps, None):
        if step is not None and step.tag in ("insert", "replace", "delete"):
            run += words[step.dest_start : step.dest_end]
            instead += step.src_end - step.src_start
        else:
            if len(run) - instead > _REWORDED:
                found.append(" ".join(run))
            run, instead = [], 0
    return tuple(found)


@cache
def _own_words() -> frozenset[str]:
    """The words that questionnaires are made of, folded."""
    return frozenset(word for text in labels.WORDING for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


class FormWords:
    """The words a meeting's questionnaire is made of: those of any questionnaire, and those of this meeting."""

    def __init__(self, printed: tuple[str, ...]):
        self._words = _own_words() | {word for line in printed for word in _words(line)}
        self._lines = {letters_of(line) for line in printed}
        self.others = lru_cache(maxsize=20_000)(self._others)

    def _others(self, text: str) -> int:
        """How many words of a text are none of these; numbers of up to three digits may stand anywhere."""
        if letters_of(text) in self._lines:
            return 0
        words = _words(text)
        # A number alone is no part of a line that a form prints, nor is the day of a date.
        dated = len(words) <= _DATE_WORDS and any(word.isdecimal() and len(word) == _YEAR_DIGITS for word in words)
        alone = dated or all(word.isdecimal() for word in words)
        return sum(word not in self._words and not (word.isdecimal() and len(word) < 4 and not alone) for word in words)
