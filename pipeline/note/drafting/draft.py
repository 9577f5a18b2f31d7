"""An answer becomes a draft paragraph: attributed to its respondent, first person turned to third, run into one.

Deterministic, and nothing is added but the opening (docs/rules.md, "Drafts").
Keeps out: which answers get a draft (`reading/form/paragraphs.py`) and the wordings (`note/wording.yaml`).
"""

import re
from dataclasses import dataclass
from functools import cache

import sentencex

from pipeline.note.wording import WORDING
from pipeline.raw.respondents import Respondent

_COMMON = frozenset(WORDING["common_first_words"].split())
_THIRD = WORDING["third_person"]
# "US" is not "us": only small letters, or a capital at the start of a sentence.
_PRONOUN = re.compile(rf"(?<![\w’'-])({'|'.join(f'{word}|{word.capitalize()}' for word in _THIRD)})(?![\w-])")
_CONTRACTED = re.compile(r"(?<!\w)([Ww]e)[’'](ve|re|ll|d)(?!\w)")
_CONTRACTIONS = {"ve": "have", "re": "are", "ll": "will", "d": "had"}
_SINGULAR = re.compile(rf"(?<![\w.])(?:{'|'.join(WORDING['first_person_singular'])})(?![\w.])", re.I)
_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_BULLET = re.compile(r"\n+\s*[-•*–]\s+")


@dataclass(frozen=True)
class Draft:
    """A draft paragraph. `doubts` are words an editor has to look at; `sentences` is how many the answer has."""

    text: str
    sentences: int
    doubts: tuple[str, ...]


def run_in(text: str) -> str:
    """The text as one paragraph: bullets become parts of a sentence, line breaks become spaces."""
    parts = _BULLET.split("\n" + text if re.match(r"\s*[-•*–]\s+", text) else text)
    joined = parts[0].strip()
    for number, part in enumerate(parts[1:]):
        joiner = " " if joined else ""
        if number:
            # Bullets end in a comma, a semicolon or "; and": all of them become one joint.
            joined = re.sub(r"[\s;,.]+$", "", joined)
            joined, last = re.subn(r"[\s;,]+and$", "", joined)
            joiner = "; and " if last else "; "
        joined += joiner + part.strip()
    return " ".join(joined.split())


def draft(text: str, respondent: Respondent, position: int) -> Draft:
    """Draft the paragraph of one answer.

    `position` is the paragraph's place under its recommendation, from 0: it chooses the opening, not chance.
    """
    flat = run_in(text)
    sentences = len(list(sentencex.segment("en", flat)))
    pieces = _QUOTED.split(flat)
    told = "".join(piece if number % 2 else _third_person(piece, respondent) for number, piece in enumerate(pieces))
    plain = " ".join(pieces[::2])
    doubts = tuple(dict.fromkeys(match.group() for match in _SINGULAR.finditer(plain)))

    name = respondent.name_in_text
    opening = WORDING["openings"][position % len(WORDING["openings"])]
    paragraph = opening.format(Name=name[0].upper() + name[1:], name=name, statement=_inside_sentence(told))
    if paragraph[-1] not in '.!?”"':
        paragraph += "."
    return Draft(paragraph, sentences, doubts)


def _third_person(text: str, respondent: Respondent) -> str:
    def expand(match: re.Match) -> str:
        return f"{match[1]} {_CONTRACTIONS[match[2]]}"

    def turn(match: re.Match) -> str:
        word = _THIRD[match[1].lower()]
        return word.capitalize() if match[1][0].isupper() else word

    def name(match: re.Match) -> str:
        return "The" if match.group().istitle() else "the"

    text = _own_name(respondent.name).sub(name, text)
    return _PRONOUN.sub(turn, _CONTRACTED.sub(expand, text))


@cache
def _own_name(name: str) -> re.Pattern:
    """ "Our" before a name that holds the respondent's own, as in "our Korean police": "the" reads better there."""
    # The first letters of a name are also those of its adjective.
    stems = [re.escape(word[:5]) for word in re.findall(r"\w+", name) if len(word) >= 5] or [re.escape(name)]
    return re.compile(rf"(?<![\w-])[Oo]ur(?= (?:[A-Z][\w-]* )?(?:{'|'.join(stems)}))")


def _inside_sentence(text: str) -> str:
    """The text with its first letter small where the first word is no name."""
    first = re.match(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
    if first and first.group().lower().split("-")[0] in _COMMON:
        return text[0].lower() + text[1:]
    return text
