"""Finds the printed labels of a questionnaire in a paragraph; the wordings are data (`labels.yaml`).

Keeps out: the order labels come in and what belongs to them (`form.py`), and yes/no marks (`marks.py`).
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_DATA = yaml.safe_load((Path(__file__).parent / "labels.yaml").read_text(encoding="utf-8"))

YES, NO = tuple(_DATA["yes"]), tuple(_DATA["no"])
CHECKED, UNCHECKED = tuple(_DATA["checked"]), tuple(_DATA["unchecked"])
NOTHING = frozenset(_DATA["nothing"])
PROMPTS = frozenset(_DATA["prompts"])

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True)
class Label:
    """A label found at the start of a paragraph: its kind, and the text that follows it."""

    kind: str
    rest: str


def _phrase(words: str) -> str:
    return r"\W*".join(re.escape(word) for word in re.split(r"\W+", words))


@cache
def _patterns() -> list[tuple[str, re.Pattern]]:
    found = []
    for kind, phrases in _DATA["labels"].items():
        alternatives = "|".join(_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True))
        end = r"\s*(?:[:.?…]|$)" if kind in _DATA["standing_alone"] else r"(?=\W|$)"
        found.append((kind, re.compile(rf"^\W*(?:{alternatives}){end}[\s:.…?_]*(?P<rest>.*)$", re.I | re.S)))
    return found


@cache
def _numbered(kind: str) -> re.Pattern:
    words = "|".join(_phrase(word) for word in _DATA[kind])
    return re.compile(
        rf"^\W*(?:{words})(?:\s*\(\s*|\s+|(?=[0-9]))(?P<label>[0-9]+|[ivxl]+|[a-z]{{1,2}})\)?(?=\W|$)[\s:.)–-]*(?P<rest>.*)$",
        re.I | re.S,
    )


def find_label(text: str) -> Label | None:
    """The label that the paragraph starts with, other than issue and recommendation; None where it has none."""
    for kind, pattern in _patterns():
        match = pattern.match(text)
        if match:
            return Label(kind, match["rest"].strip())
    return None


def numbered_label(kind: str, text: str) -> tuple[str, str] | None:
    """Label and rest of a paragraph such as "Recommendation (a)" or "Issue II: …" (kind names which)."""
    match = _numbered(kind).match(text)
    return (match["label"].lower(), match["rest"].strip()) if match else None


@cache
def _column_names() -> dict[str, str]:
    return {name: kind for kind, names in _DATA["columns"].items() for name in names}


def sheet_column(name: str) -> str | None:
    """What a column of a sheet holds, by its name; None where the name means nothing here."""
    return _column_names().get(" ".join(re.findall(r"[^\W_]+", name.casefold())))


def as_number(label: str) -> int | None:
    """The number that an issue's label stands for: arabic or roman; None where it is neither."""
    if label.isdigit():
        return int(label)
    if not set(label) <= set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in label]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def words_of(text: str) -> frozenset[str]:
    """The words of a text, folded, for comparing wordings."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of words two texts have in common, from 0 to 1."""
    return len(one & other) / max(len(one), len(other), 1)
