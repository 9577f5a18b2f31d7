"""Which of the words yes and no a mark stands for: rules, of which the first that applies decides.

Keeps out: how marks and words are found (`mark_words.py`), and the vote (`marks.py`).
"""

import re
import unicodedata
from typing import NamedTuple

from pipeline.reading.form.mark_words import OTHER, Token
from pipeline.reading.form.zone import Zone

# What parts the two words, and what is written on behind a word or before it.
_PARTS = re.compile(r"[/;|]")
_LINE = r"(?:\.{2,}|[_…]+|[–—→=>-])"
_BLANK, _BLANK_BEFORE = re.compile(rf"\s*(?::|{_LINE})"), re.compile(rf"{_LINE}\s*$")

# A tab is wider than a space.
_TAB = 4


class Belonging(NamedTuple):
    """A mark and the word it stands for; `trails` tells whether it stands behind it, None where that does not show."""

    mark: str
    kind: str
    word: str
    trails: bool | None = None


def belongs_to(mark: Token, zone: Zone) -> Belonging | None:
    """What the first of `RULES` that applies says of a mark; None where there is no word it could stand for."""
    return next((found for rule in RULES if (found := rule(mark, zone))), None)


def _for(mark: Token, word: Token, trails: bool | None = None) -> Belonging:
    return Belonging(mark.text, word.kind, word.text, trails)


def _beside(mark: Token, zone: Zone) -> list[Token]:
    """The words in a mark's own paragraph; where it has none, those in its cell."""
    words = [word for word in zone.words if word.paragraph == mark.paragraph]
    return words or [word for word in zone.words if mark.cell and word.cell == mark.cell]


def _neighbours(mark: Token, zone: Zone) -> tuple[Token | None, Token | None]:
    """The nearest words before and behind a mark, in its paragraph or cell if that has any."""
    words = _beside(mark, zone) or zone.words
    before = next((word for word in reversed(words) if word.number < mark.number), None)
    return before, next((word for word in words if word.number > mark.number), None)


# The place of a mark below such a heading.
HEADED_NEITHER = "a heading that is neither"


def only_word_beside_it(mark: Token, zone: Zone) -> Belonging | None:
    """The mark's paragraph, or else its cell, has one word: "☒ Yes"."""
    words = _beside(mark, zone)
    return _for(mark, words[0]) if len(words) == 1 else None


def column_headed_so(mark: Token, zone: Zone) -> Belonging | None:
    """No word beside it, but its column has a heading: "X" under "YES"."""
    kind = zone.headings.get(mark.cell.column) if mark.cell and not _beside(mark, zone) else None
    return Belonging(mark.text, kind, kind.upper() if kind in OTHER else HEADED_NEITHER) if kind else None


def only_word_in_its_column(mark: Token, zone: Zone) -> Belonging | None:
    """No word beside it, and one above or below it: "YES | NO" in a row, "  | X" in the next."""
    if not mark.cell or _beside(mark, zone):
        return None
    words = [word for word in zone.words if word.cell and word.cell.column == mark.cell.column]
    return _for(mark, words[0]) if len(words) == 1 else None


def only_word_this_side_of_the_slash(mark: Token, zone: Zone) -> Belonging | None:
    """A slash or the like parts the two words: "Yes X / No", "Yes: X; No:"."""
    text = zone.texts[mark.paragraph]
    words = [word for word in zone.words if word.paragraph == mark.paragraph]
    words = [word for word in words if not _PARTS.search(text, min(word.end, mark.end), max(word.start, mark.start))]
    return _for(mark, words[0]) if len(words) == 1 else None


def only_word_on_one_side(mark: Token, zone: Zone) -> Belonging | None:
    """Words stand only before it, or only behind it: "Yes No X"."""
    before, after = _neighbours(mark, zone)
    if before and after:
        return None
    word = before or after
    return _for(mark, word, trails=word is before) if word else None


def word_behind_where_a_mark_comes_first(mark: Token, zone: Zone) -> Belonging | None:
    """The zone begins with a mark, so marks stand before their words: "☐ Yes ☒ No"."""
    _, after = _neighbours(mark, zone)
    return _for(mark, after, trails=False) if after and not zone.tokens[0].is_word else None


def word_before_where_boxes_follow(mark: Token, zone: Zone) -> Belonging | None:
    """The zone begins with a word and has a box for each, so marks stand behind: "Yes ☒ No ☐"."""
    before, _ = _neighbours(mark, zone)
    return _for(mark, before, trails=True) if before and zone.boxes > 1 else None


def word_before_where_blanks_follow(mark: Token, zone: Zone) -> Belonging | None:
    """Each word has something to write on behind it: "Yes ....X.... No ....", "Yes: X No:"."""
    before, after = _neighbours(mark, zone)
    if not (before and after and before.paragraph == after.paragraph == mark.paragraph):
        return None
    text = zone.texts[mark.paragraph]
    follow = _BLANK.match(text, before.end) and _BLANK.match(text, after.end)
    return _for(mark, before, trails=True) if follow and not _BLANK_BEFORE.search(text[: before.start]) else None


def word_behind_where_blanks_come_first(mark: Token, zone: Zone) -> Belonging | None:
    """Each word has something to write on before it, or a sign that is no known box: "__ Yes _X_ No"."""
    before, after = _neighbours(mark, zone)
    if not (before and after and before.paragraph == after.paragraph == mark.paragraph):
        return None
    text = zone.texts[mark.paragraph]
    head = text[: before.start].rstrip()
    sign = bool(head) and unicodedata.category(head[-1]) in ("So", "Co")
    first = sign or (_BLANK_BEFORE.search(head) and _BLANK_BEFORE.search(text[mark.end : after.start]))
    return _for(mark, after, trails=False) if first and not _BLANK.match(text, after.end) else None


def _wide(gap: str) -> int:
    """How wide a gap is, in spaces."""
    return len(gap) + (_TAB - 1) * gap.count("\t")


def nearer_word(mark: Token, zone: Zone) -> Belonging | None:
    """A mark of its own between two words stands nearer to one of them: "YES  X NO"."""
    before, after = _neighbours(mark, zone)
    if not (before and after and before.paragraph == after.paragraph == mark.paragraph):
        return None
    text = zone.texts[mark.paragraph]
    gap_before, gap_after = _wide(text[before.end : mark.start]), _wide(text[mark.end : after.start])
    if gap_before == gap_after:
        return None
    return _for(mark, before if gap_before < gap_after else after)


def word_behind_as_other_zones_show(mark: Token, zone: Zone) -> Belonging | None:
    """Right between two words, in a form whose other lines have marks before their words: "YES X NO"."""
    _, after = _neighbours(mark, zone)
    return _for(mark, after) if after and zone.trails is False else None


def word_before(mark: Token, zone: Zone) -> Belonging | None:
    """Right between two words, and nothing else to tell: "YES X NO" is yes, as people write behind what they read."""
    before, _ = _neighbours(mark, zone)
    return _for(mark, before) if before else None


# The first that applies decides.
RULES = (
    only_word_beside_it,
    column_headed_so,
    only_word_in_its_column,
    only_word_this_side_of_the_slash,
    only_word_on_one_side,
    word_behind_where_a_mark_comes_first,
    word_before_where_boxes_follow,
    word_before_where_blanks_follow,
    word_behind_where_blanks_come_first,
    nearer_word,
    word_behind_as_other_zones_show,
    word_before,
)
