"""House style: what its rules put right in a draft, and what they offer or ask of an editor.

The rules are data (`style_rules.yaml`). Quotations, names, symbols, addresses and adopted texts stay as they are. Keeps
out: reported speech (`drafting/`), and headings and mastheads (`render.py`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from num2words import num2words

from pipeline.note.drafting.changes import Change, in_turn
from pipeline.text.data_file import data_beside

_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"")
# Addresses on the web, and symbols of documents such as A/RES/70/1.
_SYMBOL = re.compile(r"https?://\S+|www\.\S+|\b[A-Z][\w.]*(?:/[\w.-]+)+")
_SENTENCE_END = re.compile(r"[.!?:]\s*[“\"]?$|^[“\"]?$")


def _millions(match: re.Match) -> str:
    return f"{match['whole']}{'.' + match['part'] if match['part'] else ''} million"


# How a replacement is made where neither a pattern nor a table of words can say it.
_MADE: dict[str, Callable[[re.Match], str]] = {
    "in_words": lambda match: _cased(num2words(int(match[0])), match),
    "with_commas": lambda match: f"{int(match[0]):,}",
    "in_millions": _millions,
    "ordinal": lambda match: num2words(int(match["number"]), to="ordinal"),
    "without_stops": lambda match: match[0].replace(".", ""),
    "member_states": lambda match: f"Member {match['s'].capitalize()}",
}


class Offer(NamedTuple):
    """What a rule has to say of a place that it leaves alone: the words there, and others where it has any."""

    rule: str
    at: int
    before: str
    after: str | None
    says: str


@dataclass(frozen=True)
class Rule:
    """A rule of house style; `put` (a template) or `offer` (a table of words, or how one is made) say what is right.

    `changes` and `leaves` are its examples.
    """

    id: str
    mode: str
    source: str
    says: str
    pattern: re.Pattern
    put: str | None
    offer: str | None
    spelling: bool
    quoted: bool
    changes: dict[str, str | None]
    leaves: list[str]

    def right(self, match: re.Match) -> str | None:
        """What should stand in the place of a match; None where only an editor can say."""
        if self.offer in _MADE:
            return _MADE[self.offer](match)
        if self.offer:
            table, word = _data()["tables"][self.offer], match.groupdict().get("word") or match[0]
            known = table.get(word) or table[word.lower()]
            return known[0].upper() + known[1:] if word[0].isupper() else known
        return match.expand(self.put) if self.put is not None else None


@cache
def _data() -> dict:
    return data_beside(__file__, "style_rules.yaml")


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in their order."""
    return tuple(
        Rule(
            id=one["id"],
            mode=one["mode"],
            source=one["source"],
            says=one["says"],
            pattern=re.compile(one["pattern"], re.I if one.get("flags") == "i" else 0),
            put=one.get("put"),
            offer=one.get("offer"),
            spelling=one.get("spelling", False),
            quoted=one.get("quoted", False),
            changes=one["changes"],
            leaves=one["leaves"],
        )
        for one in _data()["rules"]
    )


def put_right(text: str, exempt: Iterable[str] = ()) -> list[Change]:
    """The changes that the safe rules (mode A) make, one behind the other; `exempt` are texts that stay as they are."""
    found: list[Change] = []
    for rule in rules():
        if rule.mode == "A":
            mine = in_turn(Change(rule.id, at, before, after) for at, before, after in _matches(rule, text, exempt))
            for change in mine:
                text = text[: change.at] + change.after + text[change.at + len(change.before) :]
            found += mine
    return found


@lru_cache(maxsize=20_000)
def offers(text: str, exempt: tuple[str, ...] = ()) -> tuple[Offer, ...]:
    """What the other rules (modes S and C) have to say of a text, in the order of its words."""
    found = [
        Offer(rule.id, at, before, after, rule.says)
        for rule in rules()
        if rule.mode != "A"
        for at, before, after in _matches(rule, text, exempt)
    ]
    return tuple(sorted(found, key=lambda offer: offer.at))


def _matches(rule: Rule, text: str, exempt: Iterable[str]) -> list[tuple[int, str, str | None]]:
    matches = list(rule.pattern.finditer(text))
    if not matches:  # nearly every rule, for nearly every text
        return []
    spared = _spared(text, exempt, quotations=not rule.quoted)
    found = []
    for match in matches:
        if any(match.start() < end and start < max(match.end(), match.start() + 1) for start, end in spared):
            continue
        if rule.spelling and match[0][:1].isupper() and not _SENTENCE_END.search(text[: match.start()]):
            continue
        right = rule.right(match)
        if right != match[0]:
            found.append((match.start(), match[0], right))
    return found


def _spared(text: str, exempt: Iterable[str], *, quotations: bool) -> list[tuple[int, int]]:
    spans = [match.span() for match in _SYMBOL.finditer(text)]
    if quotations:
        spans += [match.span() for match in _QUOTATION.finditer(text)]
    for stays in exempt:
        if stays in text:
            spans += [match.span() for match in re.finditer(re.escape(stays), text)]
    return spans


def _cased(words: str, match: re.Match) -> str:
    """Words with a capital where they begin a sentence."""
    first = bool(_SENTENCE_END.search(match.string[: match.start()]))
    return words[0].upper() + words[1:] if first else words
