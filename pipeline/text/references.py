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


_TOKEN = re.compile(r"\w+|/")


class _Sought(NamedTuple):
    """A way in which a kind of reference is written. A text without any of the `heads` cannot have it."""

    kind: str
    pattern: re.Pattern
    heads: frozenset[str]


@cache
def _sought() -> tuple[_Sought, ...]:
    data = data_beside(__file__, "references.yaml")

    def listed(name: str) -> str:
        return "|".join(re.escape(one) for one in sorted(data[name], key=len, reverse=True))

    def heads(name: str) -> frozenset[str]:
        return frozenset(_TOKEN.findall(one)[0] for one in data[name])

    words = {name: data[name].split() for name in ("laws", "bodies", "openers")}
    laws, bodies, openers = ("|".join(some) for some in words.values())
    named = rf"(?:{_CAPITAL}{_JOINT}? )*"
    return tuple(
        _Sought(kind, re.compile(pattern), frozenset(some))
        for kind, pattern, some in (
            (
                "document symbol",
                r"\b[A-Z]{1,6}(?:/[A-Z0-9][\w.()-]*)+(?<=[\w)])|\bresolutions? \d{1,3}/\d{1,3}\b",
                "/",
            ),
            ("system", rf"(?<!\w)(?:{listed('systems')})(?!\w)", heads("systems")),
            (
                "law",
                rf"\b{named}(?:{laws})\b(?! (?:{bodies})\b)(?: of (?:the )?{_CAPITAL}(?: {_CAPITAL})*)?{_NUMBERED}",
                words["laws"],
            ),
            (
                "law",
                r"\b[Dd]ec(?:ision|ree) No\. ?[\w/-]+(?: of (?:19|20)\d\d)?",
                ("Decision", "decision", "Decree", "decree"),
            ),
            ("organization", rf"(?<!\w)(?:{listed('organizations')})(?!\w)", heads("organizations")),
            (
                "organization",
                rf"\b(?:{openers}) (?:of|for|on|against) (?:the )?{named}{_CAPITAL}",
                words["openers"],
            ),
            ("organization", rf"\b(?:{_CAPITAL}{_JOINT}? )+(?:{bodies})\b", words["bodies"]),
        )
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
    tokens = frozenset(_TOKEN.findall(text))
    for kind, pattern, heads in _sought():
        if heads.isdisjoint(tokens):  # looking for the pattern would take longer
            continue
        for match in pattern.finditer(text):
            words = re.sub(r"^(?:The|In|Our|Its|This|And|For|By|With|Under|Since|As) ", "", match[0])
            start = match.end() - len(words)
            free = all(match.end() <= begins or start >= ends for begins, ends in taken)
            if free and (" " in words or words not in generic_words()):
                taken.append((start, match.end()))
                found.append(Reference(kind, words, start))
    return sorted(found, key=lambda reference: reference.start)
