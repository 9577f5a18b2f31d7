"""Contact data inside answers, which are published with the warehouse: e-mail addresses, telephone numbers, officers.

Patterns are narrow on purpose: an editor reads every hit. Keeps out: what forms ask for (`storage/private.py`).
"""

import re
from typing import NamedTuple

_NAME = r"(?-i:[A-ZÀ-ÞА-Я][\w'’.-]*)"
_KINDS = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "a telephone number": re.compile(
        r"(?:(?:tel|telephone|phone|mobile|fax|teléfono|téléphone|тел|телефон)(?:\s*(?:no|number))?[.:\s]+"
        r"[+(]?[0-9][0-9 ()/.-]{5,20}[0-9])|(?<![\w.])\+[0-9]{1,3}[ (.-]?[0-9][0-9 ()/.-]{5,16}[0-9](?![\w%])",
        re.I,
    ),
    "a postal box": re.compile(r"\bP\.?\s?O\.?\s+Box\s+\w+|\bCasilla\s+(?:postal\s+)?[0-9]+|\bB\.?P\.\s*[0-9]+", re.I),
    "a named officer": re.compile(
        rf"(?-i:\b(?:Mr|Mrs|Ms|Dr|Col|Capt|Lt|Maj|Gen|Insp|Sr|Sra|Mme|Cdr)\b\.?)(?:\s+(?:Col|Gen|Insp)\.?)?\s+{_NAME}(?:\s+{_NAME})*"
        rf"|(?:contact(?:\s+person)?|focal\s+point|persona\s+de\s+contacto|personne\s+à\s+contacter)\s*:\s*{_NAME}\s+{_NAME}",
        re.I,
    ),
    "an identity number": re.compile(
        r"\b(?:passport|identity\s+card|ID\s+card)\s*(?:no\.?|number|№)?\s*:?\s*[A-Z]{0,3}[0-9]{5,}", re.I
    ),
}


# What a text with any of these has at least; for a quick look at many texts (no look-around: other engines read it).
HINT = (
    r"(?i)@|\+[0-9]|tel|phone|mobile|fax|тел|box|casilla|b\.?p\.|contact|focal|passport|card"
    r"|\b(?:mr|mrs|ms|dr|col|capt|lt|maj|gen|insp|sr|sra|mme|cdr)\b"
)


class Hit(NamedTuple):
    """A piece of contact data: its kind, its place in the text, and a form of it that can be shown."""

    kind: str
    start: int
    end: int
    masked: str


def find(text: str) -> list[Hit]:
    """All pieces of contact data in a text, in their order."""
    hits = [
        Hit(kind, *match.span(), _masked(match.group()))
        for kind, pattern in _KINDS.items()
        for match in pattern.finditer(text)
    ]
    return sorted(hits, key=lambda hit: hit.start)


def _masked(words: str) -> str:
    """The first letter of each word; what follows is hidden, since findings are published."""
    return re.sub(r"(?<=\w)\w+", "…", words)
