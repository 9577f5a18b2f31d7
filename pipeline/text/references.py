"""What a text cites: laws, systems, organizations and document symbols, as they are written.

Names are data (`references.yaml`); others are known by the word that ends or begins them. Keeps out: whether they
exist.
"""

import re
from functools import cache
from typing import NamedTuple

from pipeline.text.data_file import data_beside


class Reference(NamedTuple):
    """A reference by its kind (law, system, organization, document symbol) and its words."""

    kind: str
    text: str
    start: int


# Names in capitals, small words between them: "Misuse of Drugs Act".
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
_JOINT = r"(?: (?:(?:of|for|on|against|in|to)(?: (?:the|all))?|and(?! the)))"
_NUMBERED = r"(?: ?\(?No\. ?[\w/-]+\)?)?(?:,? (?:of )?(?:19|20)\d\d)?"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern], ...]:
    data = data_beside(__file__, "references.yaml")

    def listed(name: str) -> str:
        return "|".join(re.escape(one) for one in sorted(data[name], key=len, reverse=True))

    laws, bodies, openers = ("|".join(data[name].split()) for name in ("laws", "bodies", "openers"))
    named = rf"(?:{_CAPITAL}{_JOINT}? )*"
    return (
        (
            "document symbol",
            re.compile(r"\b[A-Z]{1,6}(?:/[A-Z0-9][\w.()-]*)+(?<=[\w)])|\bresolutions? \d{1,3}/\d{1,3}\b"),
        ),
        ("system", re.compile(rf"(?<!\w)(?:{listed('systems')})(?!\w)")),
        (
            "law",
            re.compile(
                rf"\b{named}(?:{laws})\b(?! (?:{bodies})\b)(?: of (?:the )?{_CAPITAL}(?: {_CAPITAL})*)?{_NUMBERED}"
            ),
        ),
        ("law", re.compile(r"\b[Dd]ec(?:ision|ree) No\. ?[\w/-]+(?: of (?:19|20)\d\d)?")),
        ("organization", re.compile(rf"(?<!\w)(?:{listed('organizations')})(?!\w)")),
        ("organization", re.compile(rf"\b(?:{openers}) (?:of|for|on|against) (?:the )?{named}{_CAPITAL}")),
        ("organization", re.compile(rf"\b(?:{_CAPITAL}{_JOINT}? )+(?:{bodies})\b")),
    )


@cache
def generic_words() -> frozenset[str]:
    """Words that name a law or a body only together with others: Act, Agency, Ministry."""
    data = data_beside(__file__, "references.yaml")
    return frozenset(" ".join(data[name] for name in ("laws", "bodies", "openers")).split())


def references_in(text: str) -> list[Reference]:
    """All references of a text in their order, each place once: what is found first by the kinds' order stays."""
    found: list[Reference] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            words = re.sub(r"^(?:The|In|Our|Its|This|And|For|By|With|Under|Since|As) ", "", match[0])
            start = match.end() - len(words)
            free = all(match.end() <= begins or start >= ends for begins, ends in taken)
            if free and (" " in words or words not in generic_words()):
                taken.append((start, match.end()))
                found.append(Reference(kind, words, start))
    return sorted(found, key=lambda reference: reference.start)
