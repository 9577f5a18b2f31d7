"""Yes or no: every signal in the zone of a form where one of the two is marked, and their vote.

Signals that agree decide; none or contradicting ones give "unclear" (design: "Yes or no"). Each signal is kept
in words, as evidence. Keeps out: where the zone begins and ends (`form.py`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels


def _alternatives(words: tuple[str, ...]) -> str:
    """Marks as a pattern; one that is a word or number counts only where no letter or digit touches it."""
    found = []
    for word in sorted(words, key=len, reverse=True):
        found.append(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])" if word.isalnum() else re.escape(word))
    return "|".join(found)


_TOKEN = re.compile(
    rf"(?P<yes>{_alternatives((*labels.YES, 'y'))})|(?P<no>{_alternatives((*labels.NO, 'n'))})"
    rf"|(?P<checked>{_alternatives(labels.CHECKED)})|(?P<unchecked>{_alternatives(labels.UNCHECKED)})",
    re.I,
)
_BESIDE = re.compile(
    "|".join(rf"(?<!\w){re.escape(words)}(?!\w)" for words in sorted(labels.BESIDE_MARKS, key=len, reverse=True)), re.I
)
_OPENING = re.compile(
    rf"\W*(?:(?P<yes>{_alternatives(labels.YES)})\s*(?:[.,:;–-]|$)"
    # "No. 14" is a number.
    rf"|(?P<no>{_alternatives(labels.NO)})\s*(?:[.,:;–-](?!\s*\d)|$))",
    re.I,
)
_FORMATS = ("bold", "underline", "highlight", "colour")
_OTHER = {"yes": "no", "no": "yes"}


class _Token(NamedTuple):
    """A word or mark with its place in the zone."""

    kind: str
    text: str
    run: Run
    block: int
    cell: tuple[int, int, int] | None
    start: int
    end: int
    number: int


class Decision(NamedTuple):
    """yes, no or unclear, and the signals it rests on; `stated` is false where there is no signal at all.

    `trails` tells whether marks of this line stand behind their words; None where the line does not show it.
    """

    value: str
    evidence: str
    stated: bool
    trails: bool | None = None


@lru_cache(maxsize=20_000)
def only_marks(text: str) -> bool:
    """Whether a text holds nothing but yes/no words, marks and what forms print beside them."""
    if len(text) > 120 or not _TOKEN.search(text):
        return False
    return not re.search(r"[^\W_]", _BESIDE.sub(" ", _TOKEN.sub(" ", text)))


def names_a_word(text: str) -> bool:
    """Whether a text has the word yes or no, or a mark that is set."""
    return any(match.lastgroup != "unchecked" for match in _TOKEN.finditer(text))


def other_words(text: str) -> bool:
    """Whether a text says one of yes and no, and something more than that."""
    kinds = {match.lastgroup for match in _TOKEN.finditer(text)}
    rest = _BESIDE.sub(" ", _TOKEN.sub(" ", text))
    return not {"yes", "no"} <= kinds and len(re.findall(r"\w+", rest)) >= 2


def opens_with_mark(text: str) -> bool:
    """Whether a short text begins with yes, no or a mark, as the boxes below a question do."""
    return bool(_TOKEN.match(text.strip())) and len(text.split()) <= 8


def _tokens(blocks: list[Block]) -> list[_Token]:
    found: list[_Token] = []
    for number, block in enumerate(blocks):
        # Runs may cut a word in two: tokens are found in the whole text, the run is that of the first letter.
        starts, position = [], 0
        for run in block.runs:
            starts.append((position, run))
            position += len(run.text)
        for match in _TOKEN.finditer(block.text):
            run = [run for start, run in starts if start <= match.start()][-1]
            found.append(_Token(match.lastgroup, match.group(), run, number, block.cell, *match.span(), len(found)))
    # Boxes of a symbol font that lost their font: "Q" is the filled one where "o" stands beside it, else just a box.
    letters = {token.text.casefold() for token in found}
    if {"o", "q"} <= letters:
        found = [token._replace(kind="checked") if token.text.casefold() == "q" else token for token in found]
    return found


def _word_of_mark(mark, tokens, words, blocks, trails: bool | None) -> tuple[_Token | None, bool | None]:
    """The yes or no that a mark belongs to, and whether it stands behind its word where the line shows that.

    In its own paragraph or cell, under its heading, or beside it; `trails` is what other lines of the form show.
    """
    same = [word for word in words if word.block == mark.block]
    if len(same) == 1:
        return same[0], None
    if mark.cell:
        same = same or [word for word in words if word.cell == mark.cell]
        above = [w for w in words if w.cell and w.cell[0] == mark.cell[0] and w.cell[2] == mark.cell[2]]
        if len(same) == 1 or (not same and len(above) == 1):
            return (same or above)[0], None
    text = blocks[mark.block].text
    beside = [w for w in same if "/" not in text[min(w.end, mark.end) : max(w.start, mark.start)]]
    if len(beside) == 1:
        return beside[0], None
    near = same or words
    before = next((word for word in reversed(near) if word.number < mark.number), None)
    after = next((word for word in near if word.number > mark.number), None)
    if before is None or after is None:
        return before or after, before is not None
    if tokens[0].kind in _OTHER:
        # "YES X NO": the nearer word, else as the other lines of this form have it, else the word before.
        gaps = (mark.start - before.end, after.start - mark.end) if same else (0, 0)
        lonely = sum(token.kind in ("checked", "unchecked") for token in tokens) == 1
        if lonely and gaps[0] != gaps[1]:
            return (before if gaps[0] < gaps[1] else after), None
        return (after if lonely and trails is False else before), None if lonely else True
    return after, False


def decide(blocks: list[Block], comment: str = "", trails: bool | None = None) -> Decision:
    """Vote of all signals in the zone; `comment` is the answer's text, which may open with the word itself."""
    key = tuple((block.runs, block.cell and (block.cell[1], block.cell[2])) for block in blocks)
    opening = _OPENING.match(comment)
    return _decide(key, opening and (opening.lastgroup, opening[opening.lastgroup]), trails)


@lru_cache(maxsize=20_000)
def _decide(zone: tuple, opening: tuple[str, str] | None, trails: bool | None) -> Decision:
    """The vote; zones of many forms are alike, so it is kept by what the zone holds, not by where it stands."""
    blocks = _without_hints([Block(runs, 0, cell and (0, *cell)) for runs, cell in zone])
    tokens = _tokens(blocks)
    words = [token for token in tokens if token.kind in _OTHER]
    votes: list[tuple[str, str]] = []
    shown: set[bool] = set()
    for mark in (token for token in tokens if token.kind == "checked"):
        word, behind = _word_of_mark(mark, tokens, words, blocks, trails)
        if word:
            votes.append((word.kind, f"{mark.text} at {word.text}"))
        if behind is not None:
            shown.add(behind)

    by_kind = {kind: [word for word in words if word.kind == kind] for kind in _OTHER}
    if len(by_kind["yes"]) == len(by_kind["no"]) == 1:
        votes += _formatting(by_kind["yes"][0], by_kind["no"][0])
    elif len(words) == 1 and not any(token.kind in ("checked", "unchecked") for token in tokens):
        votes.append((words[0].kind, f"only {words[0].text} is left"))
    if not votes and len(by_kind["yes"]) == len(by_kind["no"]) == 1:
        votes += _both(by_kind["yes"][0], by_kind["no"][0])
    if opening and not votes:
        votes.append((opening[0], f"the text opens with {opening[1]}"))

    evidence = "; ".join(sorted({reason for _, reason in votes}))
    values = {value for value, _ in votes}
    value = values.pop() if len(values) == 1 else "unclear"
    return Decision(value, evidence or "no mark", bool(votes), shown.pop() if len(shown) == 1 else None)


def _both(yes: _Token, no: _Token) -> list[tuple[str, str]]:
    """Votes of both words where both are formatted as a mark is; bold words are how forms are printed."""
    names = [name for name in ("underline", "highlight", "struck") if getattr(yes.run, name) and getattr(no.run, name)]
    names += ["colour"] if yes.run.colour and yes.run.colour == no.run.colour else []
    return [(word.kind, f"{word.text} in {name}") for name in names for word in (yes, no)]


def _without_hints(blocks: list[Block]) -> list[Block]:
    """Without a printed "(Yes/No)" that has no mark of its own, where the word itself is written beside it."""
    found = [{token.kind for token in _tokens([block])} for block in blocks]
    plain = [kinds == {"yes", "no"} and not _decide_formats(block) for kinds, block in zip(found, blocks, strict=True)]
    words = any(kinds & {"yes", "no"} for kinds, hint in zip(found, plain, strict=True) if not hint)
    return [block for block, hint in zip(blocks, plain, strict=True) if not (hint and words)]


def _decide_formats(block: Block) -> bool:
    """Whether one of the two words is formatted otherwise than the other."""
    words = [token for token in _tokens([block]) if token.kind in _OTHER]
    return len(words) == 2 and words[0].kind != words[1].kind and bool(_formatting(*words))


def _formatting(yes: _Token, no: _Token) -> list[tuple[str, str]]:
    """Votes of what was done to one of the two words and not to the other."""
    votes = []
    for name in _FORMATS:
        if bool(getattr(yes.run, name)) != bool(getattr(no.run, name)):
            marked = yes if getattr(yes.run, name) else no
            votes.append((marked.kind, f"{marked.text} in {name}"))
    if yes.run.struck != no.run.struck:
        struck = yes if yes.run.struck else no
        votes.append((_OTHER[struck.kind], f"{struck.text} struck out"))
    return votes
