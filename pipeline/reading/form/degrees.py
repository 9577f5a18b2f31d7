"""Boxes at other words than yes and no: "☒ Fully implemented ☐ Not implemented", "☒ Action taken ☐ No action taken".

They are read as boxes at the word that they mean; which phrases mean which is data (`headings` in `labels.yaml`). Keeps
out: such words in columns of their own (`columns.py`), and what boxes decide (`marks.py`).
"""

import re
from functools import lru_cache

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.labels import DATA, EMPTY_MARKS, SET_MARKS
from pipeline.reading.form.mark_words import alternatives

_BOXES = alternatives(tuple(mark for mark in (*SET_MARKS, *EMPTY_MARKS) if not mark.isalnum()))
_MEANT = {
    phrase.casefold(): word
    for word, own in (("yes", "done"), ("no", "not_done"))
    for phrase in (*DATA["headings"][word], *DATA[own])
}
_PHRASES = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(_MEANT, key=len, reverse=True))
_PAIR = re.compile(
    rf"(?P<before>{_BOXES})\s*(?P<said>{_PHRASES})|(?P<phrase>{_PHRASES})\s*:?\s*(?P<behind>{_BOXES})", re.I
)
_BETWEEN = re.compile(r"[\s,;/|.]*")
_LONGEST = 200


def in_words(block: Block) -> Block:
    """A line of nothing but boxes at such phrases with yes and no in their place; any other as it is."""
    text = block.text
    if len(text) > _LONGEST or not (meant := _meant(text)):
        return block
    return block._replace(runs=(Run(meant),))


@lru_cache(maxsize=20_000)
def _meant(text: str) -> str:
    pairs = list(_PAIR.finditer(text))
    if not pairs or not _BETWEEN.fullmatch(_PAIR.sub("", text)):
        return ""
    said = []
    for pair in pairs:
        word = _MEANT[" ".join((pair["said"] or pair["phrase"]).casefold().split())]
        said.append(f"{pair['before'] or pair['behind']} {word}")
    return "  ".join(said)
