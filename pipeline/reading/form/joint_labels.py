"""Labels of several recommendations that one answer is for: "Recommendations 1 (a) and (b)", "Recs. 1.a, 1.b: …".

Keeps out: labels of one (`numbered.py`), and what becomes of the answer (`form.py`).
"""

import re

from pipeline.reading.form.labels import DATA, alternatives, seen_as
from pipeline.reading.form.numbered import Numbered, numbered_label
from pipeline.text.numerals import as_number

# In the singular and the plural, and in their cases.
NAMES = r"rec[oa]m\w*|recs?\.?|рекоменд\w*"
_ONE = r"(?:(?:\d{1,2}|[ivx]{1,4}(?=\s*\())\s*\.?\s*\(\s*[a-z]\s*\)|\(\s*[a-z]\s*\)|\d{1,2}\s?\.?\s?[a-z](?!\w)\)?)"
_AND = rf"\s*(?:,|;|/|&|(?:,\s*)?(?<!\w)(?:and|et|y|e|и)(?!\w))\s*(?:(?:{NAMES})\s*)?"
_TO = r"\s*(?:[–—-]|(?<!\w)(?:to|through|à|a|по)(?!\w))\s*"
# One label or more.
LIST = rf"{_ONE}(?:(?:{_AND}|{_TO}){_ONE})*"
# One label or more with their word, anywhere: "the recommendations 1 (a) and (b)".
NAMED = re.compile(rf"(?:(?<!\w)(?:both|the|les|las|los)\s+)*(?<!\w)(?:{NAMES})\W{{1,3}}(?P<all>{LIST})", re.I)
# "… together: We …"
_TOGETHER = r"(?:\W*(?:taken\s+)?(?:together|jointly|ensemble|conjuntamente|вместе)(?=\s*(?:[:,–-]|$)))?"
_SEVERAL = re.compile(
    rf"^\W*(?:(?:both|the|les|las|los)\s+)*(?:{NAMES})\W{{1,3}}(?P<all>{_ONE}(?:(?:{_AND}|{_TO}){_ONE})+){_TOGETHER}(?P<rest>.*)$",
    re.I | re.S,
)
_PARTS = re.compile(rf"(?P<to>{_TO})?(?:{_AND})?(?P<one>{_ONE})", re.I)
_LABEL = re.compile(r"(?P<issue>\d{1,2}|[ivx]+(?=\s*\())?\W*(?P<letter>[a-z])\W*", re.I)
_UNDER = re.compile(rf"\W*(?:{alternatives(DATA['under'])})\s+(?:(?:the|la|le)\s+)?(?=\w)", re.I)


def joint_label(text: str) -> Numbered | None:
    """The first of several labels that a paragraph begins with, the others in `also`, and what is behind them all.

    The issue is named once where it is that of all: "Recommendations (a) and (b) under issue 2". None for a label of
    one, and for a list that goes on from one issue to another.
    """
    match = _SEVERAL.match(seen_as(text))
    if not match:
        return None
    rest, issue = without_issue(text[match.start("rest") :])
    labels = labels_in(match["all"], issue)
    if not labels:
        return None
    first, *others = dict.fromkeys(labels)
    return first._replace(rest=rest.lstrip(" :.,–-"), also=tuple(others)) if others else None


def labels_in(listed: str, issue: int | None = None) -> list[Numbered]:
    """The labels that a list names, in its order, `issue` for those without one; none for "1 (b) to 2 (d)".

    How many recommendations the issues between have is not known here.
    """
    labels: list[Numbered] = []
    for part in _PARTS.finditer(listed):
        label = _LABEL.fullmatch(part["one"].strip())
        issue = as_number(label["issue"].lower()) if label["issue"] else issue
        letter = label["letter"].lower()
        if part["to"] and labels:
            if issue != labels[-1].issue:
                return []
            between = range(ord(labels[-1].label) + 1, ord(letter))
            labels += [Numbered(issue, chr(one), "") for one in between]
        labels.append(Numbered(issue, letter, ""))
    return labels


def without_issue(rest: str) -> tuple[str, int | None]:
    """What stands behind labels without the issue that it names first, and its number: "under issue 2: We …"."""
    under = _UNDER.match(rest)
    named = numbered_label("issue", rest[under.end() :]) if under else None
    number = as_number(named.label) if named and named.issue is None else None
    return (named.rest, number) if number else (rest, None)
