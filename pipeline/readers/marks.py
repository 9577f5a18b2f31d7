"""Yes or no: every signal in the zone of a form where one of the two is marked, and their vote.

Signals that agree decide; none or contradicting ones give "unclear" (design: "Yes or no"). Each signal is kept
in words, as evidence. Keeps out: where the zone begins and ends (`form.py`).
"""

import re
from dataclasses import dataclass

from pipeline.readers import labels
from pipeline.readers.blocks import Block, Run


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_TOKEN = re.compile(
    rf"(?<!\w)(?:(?P<yes>{_alternatives(labels.YES)})|(?P<no>{_alternatives(labels.NO)}))(?!\w)"
    rf"|(?P<checked>{_alternatives(tuple(c for c in labels.CHECKED if not c.isalpha()))}|(?<!\w)x(?!\w))"
    rf"|(?P<unchecked>{_alternatives(labels.UNCHECKED)})",
    re.I,
)
_FORMATS = ("bold", "underline", "highlight", "colour")


@dataclass(frozen=True, eq=False)
class _Token:
    """A word or mark with its place; two of the same kind and text are still two."""

    kind: str
    text: str
    run: Run
    block: int
    cell: tuple[int, int, int] | None
    start: int
    end: int


@dataclass(frozen=True)
class Decision:
    """yes, no or unclear, and the signals it rests on; `stated` is false where there is no signal at all."""

    value: str
    evidence: str
    stated: bool


def only_marks(text: str) -> bool:
    """Whether a text holds nothing but yes/no words and marks."""
    return bool(_TOKEN.search(text)) and not re.search(r"\w", _TOKEN.sub(" ", text))


def other_words(text: str) -> bool:
    """Whether a text says one of yes and no, and something more than that."""
    kinds = {match.lastgroup for match in _TOKEN.finditer(text)}
    return not {"yes", "no"} <= kinds and len(re.findall(r"\w+", _TOKEN.sub(" ", text))) >= 2


def opens_with_mark(text: str) -> bool:
    """Whether a short text begins with yes, no or a mark, as the boxes below a question do."""
    return bool(_TOKEN.match(text.strip())) and len(text.split()) <= 8


def _tokens(blocks: list[Block]) -> list[_Token]:
    found = []
    for number, block in enumerate(blocks):
        # Runs may cut a word in two: tokens are found in the whole text, the run is that of the first letter.
        starts, position = [], 0
        for run in block.runs:
            starts.append((position, run))
            position += len(run.text)
        for match in _TOKEN.finditer(block.text):
            run = [run for start, run in starts if start <= match.start()][-1]
            found.append(_Token(match.lastgroup, match.group(), run, number, block.cell, *match.span()))
    return found


def _word_of_mark(mark: _Token, tokens: list[_Token], words: list[_Token], blocks: list[Block]) -> _Token | None:
    """The yes or no that a mark belongs to: in its own paragraph or cell, under its heading, or beside it."""
    same = [word for word in words if word.block == mark.block]
    if len(same) == 1:
        return same[0]
    if mark.cell:
        same = same or [word for word in words if word.cell == mark.cell]
        above = [w for w in words if w.cell and w.cell[0] == mark.cell[0] and w.cell[2] == mark.cell[2]]
        if len(same) == 1 or (not same and len(above) == 1):
            return (same or above)[0]
    text = blocks[mark.block].text
    beside = [w for w in same if "/" not in text[min(w.end, mark.end) : max(w.start, mark.start)]]
    if len(beside) == 1:
        return beside[0]
    near = same or words
    place = tokens.index(mark)
    before = [word for word in near if tokens.index(word) < place]
    after = [word for word in near if tokens.index(word) > place]
    marks_lead = tokens[0].kind in ("checked", "unchecked")
    order = (after[:1], before[-1:]) if marks_lead else (before[-1:], after[:1])
    return next((side[0] for side in order if side), None)


def decide(blocks: list[Block], comment: str = "") -> Decision:
    """Vote of all signals in the zone; `comment` is the answer's text, which may open with the word itself."""
    tokens = _tokens(blocks)
    words = [token for token in tokens if token.kind in ("yes", "no")]
    votes: list[tuple[str, str]] = []
    for mark in (token for token in tokens if token.kind == "checked"):
        word = _word_of_mark(mark, tokens, words, blocks)
        if word:
            votes.append((word.kind, f"{mark.text} at {word.text}"))

    other = {"yes": "no", "no": "yes"}
    by_kind = {kind: [word for word in words if word.kind == kind] for kind in other}
    if len(by_kind["yes"]) == len(by_kind["no"]) == 1:
        yes, no = by_kind["yes"][0], by_kind["no"][0]
        for name in _FORMATS:
            if bool(getattr(yes.run, name)) != bool(getattr(no.run, name)):
                marked = yes if getattr(yes.run, name) else no
                votes.append((marked.kind, f"{marked.text} in {name}"))
        if yes.run.struck != no.run.struck:
            struck = yes if yes.run.struck else no
            votes.append((other[struck.kind], f"{struck.text} struck out"))
    elif len(words) == 1 and not any(token.kind in ("checked", "unchecked") for token in tokens):
        votes.append((words[0].kind, f"only {words[0].text} is left"))

    opening = re.match(
        rf"\W*({_alternatives(labels.YES)}|{_alternatives(labels.NO)})\s*(?:[.,:;–-](?!\s*\d)|$)", comment, re.I
    )
    if opening and not votes:
        kind = "yes" if opening[1].casefold() in labels.YES else "no"
        votes.append((kind, f"the text opens with {opening[1]}"))

    evidence = "; ".join(sorted({reason for _, reason in votes}))
    values = {value for value, _ in votes}
    value = values.pop() if len(values) == 1 else "unclear"
    return Decision(value, evidence or "no mark", bool(votes))
