"""The words yes and no and the marks beside them, found in a text: what boxes a form has, whatever they decide.

Keeps out: the vote of what is found (`marks.py`) and the wordings (`labels.yaml`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import labels
from pipeline.reading.form.lines import part_of

OTHER = {"yes": "no", "no": "yes"}
# A choice beside yes and no, as "Partly": a word that marks may stand at, and that decides nothing.
NEITHER = "neither"
# What the words of a choice mean.
WORDS = (*OTHER, NEITHER)
# What programs write in place of boxes, where a column is headed yes or no.
_FLAGS = {"true": "☒", "1": "☒", "false": "☐", "0": "☐"}
# Signs of the private use area, which no reply has once it is read.
_BEGINS, _ENDS = "\ue0fe", "\ue0ff"
BOXES = ("checked", "unchecked")
_LONGEST_FLAG = 8
# Letters of what a form prints beside marks.
_LONGEST_BESIDE = 80


def alternatives(words: tuple[str, ...]) -> str:
    """Marks as a pattern; one that is a word or number counts only where no letter or digit touches it."""
    patterns = []
    for word in sorted(words, key=len, reverse=True):
        patterns.append(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])" if word.isalnum() else re.escape(word))
    return "|".join(patterns)


_TOKEN = re.compile(
    rf"(?P<yes>{alternatives((*labels.YES, 'y'))})|(?P<no>{alternatives((*labels.NO, 'n'))})(?!\s*[/.]\s*a\b)"
    rf"|{_BEGINS}(?P<neither>[^{_ENDS}]*){_ENDS}|(?P<checked>{alternatives(labels.SET_MARKS)})|(?P<unchecked>{alternatives(labels.EMPTY_MARKS)})",
    re.I,
)
_BESIDE = re.compile(
    "|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in sorted(labels.BESIDE_MARKS, key=len, reverse=True))
    + rf"|\((?:{labels.alternatives(labels.DATA['go_on'])})\s[^()]{{1,60}}\)",
    re.I,
)
# "Yes, we have."
_AFFIRMED = re.compile(
    rf"(?P<word>(?<!\w)(?:{alternatives((*labels.YES, *labels.NO))}))[\s,;–-]+"
    rf"(?:{labels.alternatives(labels.DATA['affirmed'])})\W*$",
    re.I,
)
_PROMPT = re.compile(rf"^\s*(?:[(\[]?(?:{_BESIDE.pattern})[)\]]?\s*:\s*)+", re.I)
_EITHER = alternatives((*labels.YES, *labels.NO))
_BOTH = rf"(?:{_EITHER})\s?(?:/|-|or|and)\s?(?:{_EITHER})\s(?-i:[^\W\d_A-ZÀ-Þ])"
_BOTH_IN_WORDS = re.compile(_BOTH, re.I)
# "Yes. No cases were found", "Yes. Yes/no questions were put": the second word begins what the first one answers.
_GOES_ON = re.compile(
    rf"(?:{alternatives(labels.YES)})\s*[.,:;!–—-]\s*"
    rf"(?:(?:{alternatives(labels.NO)})(?:\s+(?-i:[^\W\d_A-ZÀ-Þ])|\.?\s*\d)|N\.\s?B\b)"
    rf"|(?:{_EITHER})\s*[.,:;!–—-]\s*{_BOTH}",
    re.I,
)
# The word is that of a phrase: "No change", "No need"; "No action" says what a mark does.
_NO_SUCH = re.compile(r"\W*no\s(?!actions?\b|measures?\b|steps?\b)(?-i:[a-z]{3,})\W*", re.I)
_HINT = re.compile(
    rf"\W*(?:{_EITHER})\s*(?:/|\||or)\s*(?:{_EITHER})\)?\*{{0,2}}(?:\s*\([^()]{{1,60}}\))?\s*(?:[:?=–—-]\s*|(?<=\s))"
    rf"(?=(?:{_EITHER}|[yn])\W*$)",
    re.I,
)


# The same before boxes that have both words again: "Yes/No: ☒ Yes ☐ No".
_BOTH_AT_HEAD = re.compile(
    rf"\W*(?:{_EITHER}|y)\s*(?:/|\||or|ou|o|или)\s*(?:{_EITHER}|n)(?!\w)\)?\*{{0,2}}(?:\s*\([^()]{{4,60}}\))?\s*[:?=–—-]?\s*",
    re.I,
)


class Token(NamedTuple):
    """A word (kind yes, no or neither) or a mark (checked or unchecked) and where it stands.

    `paragraph` counts the paragraphs searched and `number` the tokens found in them, both from 0.
    """

    kind: str
    text: str
    run: Run
    paragraph: int
    cell: Cell | None
    start: int
    end: int
    number: int

    @property
    def is_word(self) -> bool:
        """Whether it is yes, no or a choice beside them, not a mark."""
        return self.kind in OTHER or self.kind == NEITHER


def as_box(text: str) -> str | None:
    """The box that a flag such as "TRUE" or "0" stands for; None for any other text."""
    return _FLAGS.get(text.strip().casefold()) if len(text) < _LONGEST_FLAG else None


def set_apart(choice: str) -> str:
    """A choice that is neither yes nor no, in signs by which it is known to be one."""
    return f"{_BEGINS}{choice}{_ENDS}"


def as_typed(text: str) -> str:
    """A text without the signs that set choices apart."""
    return text.replace(_BEGINS, "").replace(_ENDS, "") if _BEGINS in text else text


def hint_at_head(text: str) -> int | None:
    """Where a printed "Yes / No:" ends that has the one word behind it, or both with boxes; None where none does."""
    if hint := _HINT.match(text):
        return hint.end()
    both = _BOTH_AT_HEAD.match(text)
    boxed = both and not has_box(both[0]) and has_box(text[both.end() :])
    return both.end() if boxed and words_in(text[both.end() :]) == set(OTHER) else None


def _besides(text: str) -> str:
    """What is left of a text without words and marks and what goes with them."""
    return _BESIDE.sub(" ", _TOKEN.sub(" ", _AFFIRMED.sub(r"\g<word>", text)))


@lru_cache(maxsize=20_000)
def only_marks(text: str) -> bool:
    """Whether a text holds nothing but yes/no words, marks and what forms print beside them."""
    if len(text) > 120 or not _TOKEN.search(text) or labels.CONDITION.match(text):
        return False  # "Si oui, veuillez préciser:" asks
    return not re.search(r"[^\W_]", _besides(text))


@lru_cache(maxsize=20_000)
def names_a_word(text: str) -> bool:
    """Whether a text has the word yes or no, or a mark that is set."""
    return any(match.lastgroup != "unchecked" for match in _TOKEN.finditer(text))


def has_box(text: str) -> bool:
    """Whether a text has a mark, set or not."""
    return any(match.lastgroup in BOXES for match in _TOKEN.finditer(text))


@lru_cache(maxsize=20_000)
def words_in(text: str) -> frozenset[str]:
    """Which of the words yes and no a text has."""
    return frozenset(match.lastgroup for match in _TOKEN.finditer(text)) & set(OTHER)


@lru_cache(maxsize=20_000)
def other_words(text: str) -> bool:
    """Whether a text says one of yes and no, and something more than that, if only what "No change" says."""
    if _NO_SUCH.fullmatch(text) and not only_marks(text):
        return True
    kinds = {match.lastgroup for match in _TOKEN.finditer(text)}
    rest = _besides(text)
    return not {"yes", "no"} <= kinds and len(re.findall(r"\w+", rest)) >= 2


@lru_cache(maxsize=20_000)
def beside(text: str) -> str:
    """What stands beside the words yes and no, the marks and what forms print with them; empty where nothing does."""
    rest = _besides(text)
    return rest.strip() if re.search(r"[^\W_]", rest) else ""


@lru_cache(maxsize=20_000)
def only_beside(text: str) -> bool:
    """Whether a text holds nothing but what forms print beside marks, as "(Please tick one box)"."""
    return len(text) < _LONGEST_BESIDE and not beside(text) and bool(_BESIDE.search(text)) and not _TOKEN.search(text)


def without_prompt(text: str) -> str:
    """A text without what a form prints behind a box at its head: "(please specify): We …"."""
    return _PROMPT.sub("", text)


@lru_cache(maxsize=20_000)
def opens_with_mark(text: str) -> bool:
    """Whether a short text begins with yes, no or a mark, as the boxes below a question do."""
    return bool(_TOKEN.match(text.strip())) and len(text.split()) <= 8


@lru_cache(maxsize=20_000)
def opens_with_its_mark(text: str) -> bool:
    """Whether marks begin with the one that is set, which then is no label: "(x) Yes ( ) No", not "(x)  ☒ Yes ☐ No"."""
    kinds = [token.lastgroup for token in _TOKEN.finditer(text)]
    return only_marks(text) and kinds[:1] == ["checked"] and kinds.count("checked") == 1


@lru_cache(maxsize=20_000)
def marks_at_edge(text: str, *, expected: bool) -> tuple[int, int] | None:
    """Where the marks stand in a line that begins or ends with them and says something besides; None in any other.

    They are a word with a box, or both words; where they are `expected` one word in capitals at the head is enough.
    """
    found = list(_TOKEN.finditer(text))
    for tokens in (_leading(text, found), _trailing(text, found)):
        kinds = {token.lastgroup for token in tokens}
        shouted = (
            expected and len(tokens) == 1 and tokens == found[:1] and tokens[0][0].isupper() and len(tokens[0][0]) > 1
        )
        if {"yes", "no"} <= kinds or (kinds & set(BOXES) and kinds & set(OTHER)) or (shouted and kinds <= set(OTHER)):
            start, end = min(token.start() for token in tokens), max(token.end() for token in tokens)
            if not kinds & set(BOXES) and _GOES_ON.match(text, start):
                continue
            beyond = text[:start] + text[end:]
            if re.search(r"[^\W_]", _BESIDE.sub(" ", beyond)) and not re.match(r"[-'’]\w", text[end:]):
                return start, end
    return None


def _leading(text: str, tokens: list[re.Match]) -> list[re.Match]:
    """The tokens that a text begins with, nothing but signs between them."""
    kept, end = [], 0
    for token in tokens:
        if re.search(r"[^\W_]", text[end : token.start()]):
            break
        kept.append(token)
        end = token.end()
    return kept


def _trailing(text: str, tokens: list[re.Match]) -> list[re.Match]:
    """The tokens that a text ends with; those in a question before them are printed: "(Yes/No)? [X] Yes [ ] No"."""
    kept, start = [], len(text)
    for token in reversed(tokens):
        between = text[token.end() : start]
        if re.search(r"[^\W_]", between) or (kept and "?" in between):
            break
        kept.append(token)
        start = token.start()
    return kept


def belongs_to(zone: list[Block], block: Block) -> bool:
    """Whether a line of marks behind other words is the first, stands right below the last, or has the other word."""
    if not zone or block.number == zone[-1].number + 1:
        return True
    before = set().union(*(words_in(one.text) for one in zone))
    return len(before) == 1 and len(words_in(block.text) - before) == 1


def goes_on_below(zone: list[Block], text: str) -> bool:
    """Whether a line that begins with both words, below marks that have one of them, goes on as a sentence does."""
    return bool(_BOTH_IN_WORDS.match(text)) and any(names_a_word(one.text) for one in zone)


def other_word_beside(zone: list[Block], others: list[Block]) -> Block | None:
    """The word that a zone lacks, from the cell right beside it into which more was written; None where it has both.

    How one of the two looks may be the mark.
    """
    words = set().union(*(words_in(one.text) for one in zone))
    cells = {one.cell for one in zone}
    beside = {(one.cell.in_row, one.number + step) for one in zone if one.cell for step in (-1, 1)}
    if len(words) != 1:
        return None
    (word,) = words
    for block in others:
        there = block.cell and block.cell not in cells and (block.cell.in_row, block.number) in beside
        # "Implemented (Yes/No)?" and "If yes, please describe" are printed.
        right_there = there and len(words_in(block.text)) == 1 and not labels.CONDITION.match(block.text)
        found = list(_TOKEN.finditer(block.text)) if right_there else []
        for token in (*_leading(block.text, found)[:1], *_trailing(block.text, found)[:1]):
            if token.lastgroup == OTHER[word]:
                return part_of(block, *token.span())
    return None


def tokens_in(paragraphs: list[Block]) -> list[Token]:
    """Words and marks of some paragraphs in reading order."""
    tokens: list[Token] = []
    for number, block in enumerate(paragraphs):
        # Runs may cut a word in two: tokens are found in the whole text, the run is that of the first letter.
        starts, position = [], 0
        for run in block.runs:
            starts.append((position, run))
            position += len(run.text)
        for match in _TOKEN.finditer(block.text):
            run = [run for start, run in starts if start <= match.start()][-1]
            tokens.append(
                Token(match.lastgroup, match[match.lastgroup], run, number, block.cell, *match.span(), len(tokens))
            )
    # Boxes of a symbol font that lost their font: "Q" is the filled one where "o" stands beside it, else just a box.
    letters = {token.text.casefold() for token in tokens}
    if {"o", "q"} <= letters:
        tokens = [token._replace(kind="checked") if token.text.casefold() == "q" else token for token in tokens]
    return tokens
