"""Contact data inside texts: telephone numbers, e-mail addresses, sign-offs and the like are found and withheld.

Patterns are narrow on purpose: figures, laws and document symbols are no contact data. Keeps out: what forms ask for
(`storage/private.py`), and where texts come from (`reading/withheld.py`).
"""

import re
from typing import NamedTuple

_NAME = r"(?-i:[A-ZÀ-ÞА-Я][\w'’.-]*)"
_PHONE_WORD = (
    "tel|telephone|phone|mobile|cell|fax|whatsapp|wechat|viber|telegram|teléfono|móvil|téléphone|portable"
    "|тел|телефон|факс"
)
_SIGN_OFF = (
    "(?:with |my )?(?:best|kind|warm|kindest) (?:regards|wishes)|regards|yours (?:sincerely|faithfully|truly)"
    "|sincerely(?: yours)?|cordialement|salutations distinguées|atentamente|saludos cordiales|с уважением"
)
_CONTACT = r"contact\s+person|focal\s+point|persona\s+de\s+contacto|personne\s+à\s+contacter"
# What is withheld, by the name that stands in its place.
_WITHHELD = {
    "signature": re.compile(
        rf"(?:^[^\S\n]*|(?<=[.!?;]\s))(?:{_SIGN_OFF})\b(?=[,.!\n])[^\n]{{0,60}}(?:\n[^\n]{{0,80}}){{0,8}}\Z",
        re.I | re.M,
    ),
    "e-mail": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "telephone": re.compile(
        rf"(?:{_PHONE_WORD})(?:\s*(?:no|number))?[\s.:]*[+(]?[0-9][0-9 ()/.-]{{5,20}}[0-9]"
        r"|(?<![\w.])\+[0-9]{1,3}[ (.-]?[0-9][0-9 ()/.-]{5,16}[0-9](?![\w%])",
        re.I,
    ),
    "postal box": re.compile(r"\bP\.?\s?O\.?\s+Box\s+\w+|\bCasilla\s+(?:postal\s+)?[0-9]+|\bB\.?P\.\s*[0-9]+", re.I),
    "identity number": re.compile(
        r"\b(?:passport|identity\s+card|ID\s+card)\s*(?:no\.?|number|№)?\s*:?\s*[A-Z]{0,3}[0-9]{5,}", re.I
    ),
    "name": re.compile(rf"(?:{_CONTACT})\s*:\s*{_NAME}\s+{_NAME}", re.I),
}
# What an editor should look at: an officer may be named, and a shop may be called so.
_OFFICER = re.compile(
    rf"(?-i:\b(?:Mr|Mrs|Ms|Dr|Col|Capt|Lt|Maj|Gen|Insp|Sr|Sra|Mme|Cdr)\b\.?)(?:\s+(?:Col|Gen|Insp)\.?)?"
    rf"\s+{_NAME}\s+{_NAME}(?:\s+{_NAME})*",
    re.I,
)
# What a text with any of these has at least; for a quick look at many texts (no look-around: other engines read it).
HINT = r"\[withheld: |\b(?:Mr|Mrs|Ms|Dr|Col|Capt|Lt|Maj|Gen|Insp|Sr|Sra|Mme|Cdr)\b"
# Words that stand somewhere in a text that holds some, unless it has an address or a number; looked for as such, which
# is far quicker than all patterns.
_SIGNS = (
    *("@", "box", "casilla", "b.p", "bp.", "contact", "focal", "passport", "card", "regards", "wishes", "sincerely"),
    *("yours", "cordialement", "salutations", "saludos", "atentamente", "уважением"),
)
_DIGITS = re.compile(r"[0-9][0-9 ()/.-]{4,}[0-9]")
_MARKER = re.compile(r"\[withheld: ([^\]]+)\]")


class Hit(NamedTuple):
    """A piece of contact data: what stands in its place, and where it stands in the text."""

    kind: str
    start: int
    end: int


def may_hold(text: str) -> bool:
    """Whether a closer look at a text, or at many texts together, is worth while."""
    small = text.lower()
    return any(sign in small for sign in _SIGNS) or _DIGITS.search(text) is not None


def find(text: str) -> list[Hit]:
    """All pieces of contact data in a text that are withheld, in their order; of two that overlap the first."""
    if not may_hold(text):
        return []
    hits = [Hit(kind, *match.span()) for kind, pattern in _WITHHELD.items() for match in pattern.finditer(text)]
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def withhold(text: str) -> str:
    """The text with a mark in place of each piece of contact data, such as [withheld: telephone]."""
    for hit in reversed(find(text)):
        text = f"{text[: hit.start]}[withheld: {hit.kind}]{text[hit.end :]}"
    return text


def told(text: str) -> list[str]:
    """What a finding says of a text whose contact data is withheld: the kinds, and that an officer is named."""
    kinds = [f"{kind}, withheld" for kind in dict.fromkeys(_MARKER.findall(text))]
    return [*kinds, *(["an officer's name"] if _OFFICER.search(text) else [])]
