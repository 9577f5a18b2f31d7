"""Signs in place of yes and no in a table, where a line says what they mean: "I = implemented, N = not implemented".

They become those words. Keeps out: what the words mean (`how_far.py`, `mark_words.py`), and signs nobody explains.
"""

import re

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels
from pipeline.reading.form.how_far import how_far

# A sign of a few letters or digits and its meaning, up to the next one.
_PAIR = re.compile(
    r"(?<![^\s(,;/|:])(?P<sign>[^\W_]{1,3}|[+✓✔✗✘*]{1,3})\s*(?:=|\s[–-]\s)\s*(?P<means>[^=,;/|()\n]{2,40}?)(?=\s*(?:[,;/|)\n]|\.?$))"
)
_FEWEST = 2


def explained(lines: list[Block]) -> list[Block]:
    """The lines of a form with words for the signs that it explains, in the cells that hold nothing else."""
    means = _meanings(lines)
    if not means:  # nearly every form
        return lines
    found = [at for at, line in enumerate(lines) if line.cell and line.cell.column > 1 and line.text.strip() in means]
    if len(found) < _FEWEST:
        return lines
    explained = list(lines)
    for at in found:
        explained[at] = lines[at]._replace(runs=(Run(means[lines[at].text.strip()]),))
    return explained


def _meanings(lines: list[Block]) -> dict[str, str]:
    """What signs mean by the lines that explain them; none where these say nothing of both yes and no."""
    found: dict[str, str] = {}
    for line in lines:
        text = line.text
        if "=" in text or " – " in text or " - " in text:
            pairs = {pair["sign"]: pair["means"].strip() for pair in _PAIR.finditer(text)}
            found |= {sign: meaning for sign, meaning in pairs.items() if _says(meaning)}
    return found if {"yes", "no"} <= set(map(_says, found.values())) else {}


def _says(meaning: str) -> str:
    """Yes, no or neither; empty for what says none of them."""
    word = labels.squeezed(meaning)
    known = "yes" if word in labels.YES else "no" if word in labels.NO else ""
    return known or how_far(meaning)
