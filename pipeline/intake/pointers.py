"""Answers that point elsewhere instead of answering, such as "see our answer to 1 (a)", and what they point to.

The wordings are data (`pointers.yaml`). Keeps out: what follows from a pointer (`answers.py`).
"""

import re
from functools import cache
from typing import NamedTuple

from pipeline.raw.recommendation import Recommendation
from pipeline.text.data_file import data_beside
from pipeline.text.numerals import as_number, position

ABOVE, GENERAL, OUTSIDE, REFERENCE = "above", "general", "outside", "reference"


class Pointer(NamedTuple):
    """Where a text points: its words and their place in it, and the kind of target.

    For a reference `issue` is the number it names, if it names one, and `label` the recommendation's.
    """

    start: int
    end: int
    words: str
    target: str
    issue: int | None = None
    label: str = ""


@cache
def _data() -> dict[str, list[str]]:
    return data_beside(__file__, "pointers.yaml")


def _any(name: str) -> str:
    words = sorted(_data()[name], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@cache
def _pattern() -> re.Pattern:
    word, issue = rf"(?:{_any('recommendation')})", rf"(?:{_any('issue')})"
    label = r"[(\[]?(?P<{0}>[a-h]|[ivx]{{1,4}}|[0-9]{{1,2}})[)\]]?"
    number = r"(?P<{0}>[0-9]{{1,2}}|[ivx]{{1,4}})"
    behind = rf"(?:\s*,?\s*(?:of|under|in|de|du|del)?\s*{issue}\s+{number.format('issue_behind')})?"
    place = "|".join(
        (
            rf"(?:{issue}\s+{number.format('issue_before')}\s*,?\s*)?"
            rf"{word}\s*(?:(?P<issue_named>[0-9]{{1,2}})\s*[.(]\s*)?{label.format('named')}(?!\w|\.\w)" + behind,
            rf"{issue}\s+{number.format('issue_first')}\s*,?\s*{label.format('second')}(?!\w)",
            # Not an article of something that has a name: "see 4 (a) of the Ports Act".
            r"(?P<issue_joined>[0-9]{1,2})\s*[.(]?\s*[.(]\s*(?P<joined>[a-h]|[0-9]{1,2})\)?+(?!\w|\.\w)"
            r"(?!\s+(?:of|del?|du)\s+(?:the\s+)?(?-i:[A-Z]))",
            r"[(](?P<bare>[a-h]|[0-9]{1,2})[)]" + behind.replace("issue_behind", "issue_bare"),
            rf"(?P<general>{_any('general')})",
            rf"(?P<outside>(?:{_any('outside')})(?:\s+(?:of|for|from)\s+(?:the\s+)?[\w\s]{{1,30}})?)",
            rf"(?P<above>{_any('above')})",
        )
    )
    led = rf"(?:{_any('lead')})\s+(?:(?:{_any('between')})\s+){{0,7}}?(?:{place})"
    return re.compile(rf"(?<!\w)(?:{led}|(?P<alone>{_any('alone')})(?=\s*(?:[.,;:!]|\n|$)))(?![^\W_])", re.I)


def _spaced(words: list[str]) -> str:
    return r"\s+".join(map(re.escape, words))


@cache
def hint() -> str:
    """A pattern for what a text that points has at least; for a quick look at many texts."""
    phrases = [phrase.rstrip(".,").split() for name in ("lead", "alone") for phrase in _data()[name]]
    return rf"(?i)\b(?:{'|'.join(sorted(map(_spaced, phrases)))})\b"


def find_pointers(text: str) -> list[Pointer]:
    """All pointers in a text, in their order."""
    pointers = []
    for match in _pattern().finditer(text):
        parts = match.groupdict()
        # An ordinary sentence may have "the same": alone it points only where it is all there is of one.
        if parts["alone"] and not re.search(r"(?:^|[.!?;:\n])\s*$", text[: match.start()]):
            continue
        start, end = match.span()
        words = match.group()
        label = next((parts[name] for name in ("named", "second", "joined", "bare") if parts[name]), None)
        if label:
            names = ("issue_before", "issue_behind", "issue_first", "issue_joined", "issue_bare", "issue_named")
            issue = next((parts[name] for name in names if parts[name]), None)
            number = as_number(issue.lower()) if issue else None
            pointers.append(Pointer(start, end, words, REFERENCE, number, label.lower()))
        else:
            target = next((name for name in (GENERAL, OUTSIDE) if parts[name]), ABOVE)
            pointers.append(Pointer(start, end, words, target))
    return pointers


def only_points(text: str) -> bool:
    """Whether nothing of substance is left beside the pointers in a text."""
    pointers = find_pointers(text)
    if not pointers:
        return False
    rest = list(text)
    for pointer in pointers:
        rest[pointer.start : pointer.end] = " " * (pointer.end - pointer.start)
    # Letters and short numbers are what is left of "1 (a) and 2 (b)".
    words = {word for word in re.findall(r"[^\W_]+", "".join(rest).casefold()) if len(word) > 1 and not word.isdigit()}
    return words <= set(_data()["filler"])


def resolve(pointer: Pointer, recommendations: tuple[Recommendation, ...], at: str) -> str | None:
    """The recommendation that a pointer in the answer to `at` means; None where that is not certain or outside."""
    order = [recommendation.id for recommendation in recommendations]
    if pointer.target == GENERAL:
        return order[0] if order and at != order[0] else None
    if pointer.target == ABOVE:
        before = order.index(at) - 1 if at in order else -1
        return order[before] if before >= 0 else None
    if pointer.target == OUTSIDE:
        return None
    own = next((one.issue for one in recommendations if one.id == at), None)
    for issue in (pointer.issue,) if pointer.issue else (own, None):
        labelled = _labelled(recommendations, issue, pointer.label)
        if len(labelled) == 1:
            return labelled[0] if labelled[0] != at else None
    return None


def _labelled(recommendations: tuple[Recommendation, ...], issue: int | None, label: str) -> list[str]:
    """Ids of the recommendations with this label, or at this place of their issue; `issue` None: of any issue."""
    here = [one for one in recommendations if issue in (None, one.issue)]
    labelled = [one.id for one in here if one.label == label]
    if labelled or issue is None:
        return labelled
    place = position(label)
    return [here[place - 1].id] if 1 <= place <= len(here) else []


def follow(start: str, pointing: dict[str, str | None]) -> str | None:
    """The end of a chain of answers that only point, safe against circles; `pointing` has those answers' targets."""
    seen, at = {start}, pointing.get(start)
    while at is not None and at in pointing:
        if at in seen:
            return None
        seen.add(at)
        at = pointing[at]
    return None if at in seen else at
