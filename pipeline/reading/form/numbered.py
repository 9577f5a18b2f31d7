"""Finds numbered labels in paragraphs: "Recommendation 2 (a)", "Issue II", "(b)"; the words are data (`labels.yaml`).

Keeps out: all other labels (`labels.py`), and which recommendation a label means (`sections.py`).
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pipeline.reading.form.labels import DATA, LABEL_WITHIN, alternatives, seen_as, squeezed
from pipeline.text.numerals import as_number, position


class Numbered(NamedTuple):
    """A label such as "Recommendation 2 (a): …": the issue's number where it names one, its own, and the rest.

    `firm`: something stands between label and rest, or there is no rest. `also`: others named beside it, whose answer
    is the same.
    """

    issue: int | None
    label: str
    rest: str
    firm: bool = True
    also: tuple["Numbered", ...] = ()


@cache
def _numbered(kind: str) -> re.Pattern:
    words = alternatives(DATA[kind])
    if kind == "recommendation":
        words += r"|r(?=\.?\s?[0-9])"  # "R1.a", "R 1.a", "R.1.a"
    return re.compile(
        rf"^\W*(?:{words})(?:\.?\s*(?:no|n)?[.°º]?\s*\(\s*|\.?\s+(?:no\.?\s*|№\s*|n[°º]\s*|#\s*|n(?:umber|um[eé]ro|úmero)\s+)?|(?=[0-9一二三四五六七八九十])|\.\s*)"
        r"(?:(?P<issue>[0-9]{1,2}|[ivx]{1,4}(?=\s*\([a-z]\)|(?!\.e\.)[./-][a-z](?!\w)))\s*(?:\.\s*|[/-](?=[a-z]\b)|(?=\()|\s(?=[a-zа-я]\))|(?=[a-z]\b)))?"
        r"\(?(?P<label>[0-9]{1,3}|[ivxl]+|[a-z]{1,2}|[а-я]|[أبجدهوزحطيكلمن]|[一二三四五六七八九十]{1,3})\)?(?=\W|$)(?P<between>[\s:.)–-]*)",
        re.I,
    )


# Words that are near a label but are none.
_ORDINARY = frozenset(("issued", "issues", "recommendations", "recommended", "topics", "themes", "questions"))
# A misspelt word before what can only be a label.
_SLIP = re.compile(r"^\W*(?P<word>\w{4,16})\.?\s*(?=\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z])(?:\)|\s*[.:–-]|\s*$))", re.I)


def _corrected(kind: str, text: str) -> str:
    """The text with its first word as it should be spelt, where it is nearly that."""
    slip = _SLIP.match(text, 0, LABEL_WITHIN)
    word = slip["word"].casefold() if slip else ""
    near = word and word not in _ORDINARY
    if near and process.extractOne(word, DATA[kind], scorer=fuzz.ratio, score_cutoff=80):
        return DATA[kind][0] + text[slip.end("word") :]
    return ""


@lru_cache(maxsize=50_000)
def numbered_label(kind: str, text: str) -> Numbered | None:
    """What stands in a paragraph such as "Recommendation (a)" or "Issue II: …" (kind names which)."""
    seen = seen_as(text)
    match = _numbered(kind).match(seen, 0, LABEL_WITHIN)
    if not match:
        text = seen = _corrected(kind, seen)
        match = _numbered(kind).match(seen, 0, LABEL_WITHIN)
    if not match:
        return None
    rest = text[match.end() :].strip()
    firm = not rest or bool(re.search(r"[:.–\t-]", match["between"]))
    issue = as_number(match["issue"].lower()) if match["issue"] else None
    return Numbered(issue, match["label"].lower(), rest, firm)


_PART = re.compile(
    rf"^\W*(?:{alternatives(DATA['part'])})\.?\s*"
    # A letter without brackets may be a word: "item a new law".
    r"(?:\((?P<one>[a-z]|[0-9]{1,2})\)|(?P<two>[a-z]|[0-9]{1,2})(?=\)|\s*(?:[:.–-]|$)|\s+(?-i:[A-ZÀ-ÞА-Я])))"
    r"(?P<between>[\s:.)–-]*)",
    re.I,
)
# The number of a question before its recommendation: "Question 2 (recommendation 1 (b))", "Q2. Recommendation 1 (b)".
_COUNTED = re.compile(
    rf"^\W*(?:(?:{alternatives(DATA['counted'])})\.?\s*)?[0-9]{{1,3}}\s*[.:)–-]?\s*\(?(?=(?:{alternatives(DATA['recommendation'])})\b)",
    re.I,
)
_UNDER = re.compile(rf"^\W*(?:(?:{alternatives(DATA['under'])})\s+)*", re.I)


@lru_cache(maxsize=50_000)
def recommendation_label(text: str) -> Numbered | None:
    """What stands in a paragraph such as "Recommendation 1 (a)", also with the issue in words on either side of it.

    "Issue 1, recommendation (a)", "Issue 1 (a)", "Recommendation (a) under issue 1", "Recommendation 1, point (a)".
    """
    if counted := _COUNTED.match(text, 0, LABEL_WITHIN):
        text = text[counted.end() :]
    label = numbered_label("recommendation", text)
    if label is None:
        issue = numbered_label("issue", text)
        if issue is None or issue.issue is not None:
            return issue
        label, number = numbered_label("recommendation", issue.rest), as_number(issue.label)
        return label._replace(issue=number) if label and number and label.issue in (None, number) else None
    if label.issue is None and label.label.isdecimal() and (part := _PART.match(label.rest)):
        # "Recommendation 1, point (b)"
        rest = label.rest[part.end() :].strip()
        firm = not rest or bool(re.search(r"[:.–\t-]", part["between"]))
        return Numbered(int(label.label), (part["one"] or part["two"]).lower(), rest, firm)
    head = text.rstrip().removesuffix(label.rest).rstrip()
    if label.issue is not None or not label.rest or head.endswith((":", ".")):
        return label
    issue = numbered_label("issue", label.rest[_UNDER.match(label.rest).end() :])
    number = as_number(issue.label) if issue and issue.issue is None else None
    return Numbered(number, label.label, issue.rest.lstrip(") ,:–-"), issue.firm) if number else label


_CONTINUED = frozenset(squeezed(word, "") for word in DATA["continued"])
_BARE = re.compile(
    r"(?:(?P<issue>[0-9]{1,2})\s*\.?\s*)?(?:\((?P<one>[a-z]{1,2}|[0-9]{1,2})\)|(?P<two>[a-z]|[0-9]{1,2})[.):])|(?P<three>[0-9]{1,2})"
    r"|(?P<of>[0-9]{1,2})\.(?P<four>[0-9]{1,2})|(?P<open>\()?(?P<under>[0-9]{1,2})(?:\s?[./-]\s?|\s)?(?P<five>[a-z])(?(open)\)|)\.?"
    r"|(?P<roman>[ivx]{1,4})(?:\s?\.?\s?\((?P<six>[a-z])\)|[./-](?P<seven>[a-z]))"
    r"|\(?(?P<within>[0-9]{1,2})(?:\)\s?|\s?[–°,/-]\s?)\((?P<eight>[a-z])\)",
    re.I,
)


def bare_label(text: str) -> Numbered | None:
    """A label without the word: "(a)", "1.", "1 (a)", "2.b", "2b", "II (b)" alone in its paragraph."""
    match = _BARE.fullmatch(text) if len(text) <= 8 else None
    if not match:
        return None
    numbers = (match[name] for name in ("issue", "of", "under", "within", "roman"))
    issue = next(filter(None, numbers), "").lower()
    names = ("one", "two", "three", "four", "five", "six", "seven", "eight")
    label = next(match[name] for name in names if match[name])
    return Numbered(as_number(issue) if issue else None, label.lower(), "")


def lone_label(text: str) -> Numbered | None:
    """A letter or number alone, which is a label where its column is headed so: "b", "iv"."""
    alone = re.fullmatch(r"\W*([a-z]|[ivx]{1,4}|[а-я])\W*", text, re.I)
    return Numbered(None, alone[1].lower(), "") if alone else None


def follows(label: Numbered, last: Numbered | None) -> bool:
    """Whether a label is the one that comes behind the last one seen."""
    return last is not None and label.issue == last.issue and position(label.label) == position(last.label) + 1


def continues(label: Numbered, last: Numbered) -> bool:
    """Whether a label says that what was begun under the last one goes on: "Recommendation 1 (a) (continued)"."""
    return bool(label.rest) and label[:2] == last[:2] and squeezed(label.rest, "") in _CONTINUED


_NUMBER = re.compile(r"\W*(?P<number>[ivx]{1,5}|\d{1,2})\s*[.):–-]\s*(?P<rest>\S.*)", re.I | re.S)


def number_before(text: str) -> tuple[int, str] | None:
    """The number that a line begins with, and the rest: "III. Care for seafarers"."""
    match = _NUMBER.fullmatch(text)
    number = as_number(match["number"].lower()) if match else None
    return (number, match["rest"]) if number else None
