"""Lines that are all of an answer and say no more than a mark: "No action has been taken to date."; they are data.

Keeps out: words that are a mark beside others (`mark_words.py`), and words that say nothing (`text/nothing_said.py`).
"""

import re
from functools import lru_cache

from pipeline.reading.blocks import Block
from pipeline.reading.form import mark_words
from pipeline.reading.form.labels import DATA, alternatives, heading, squeezed
from pipeline.reading.form.lines import rest_of
from pipeline.reading.form.opening_word import opening_word
from pipeline.text.data_file import data_beside

_DATA = data_beside(__file__, "whole_answers.yaml")
_ASIDE = re.compile(rf"(?<!\w)(?:{alternatives(_DATA['asides'])})(?!\w)", re.I)
_SAID = {squeezed(phrase): said for said in ("no", "yes") for phrases in _DATA[said] for phrase in phrases}
# Letters; with its asides no such sentence is longer.
_LONGEST = 160
_AGAIN = frozenset(DATA["again"])
_NOTHING = frozenset((*_DATA["asides"], *DATA["degrees"]["yes"], *DATA["degrees"]["no"]))
# "Implemented – we lit the quay"
_PARTED = re.compile(r"(?P<head>[^\W\d][^.:;–—]{2,60}?)(?:\s+[–—-]+\s+|\s*;\s+)(?P<rest>[^\W\d_].*)", re.S)
_IN_BRACKETS = re.compile(r"\(([^()]*\w[^()]*)\)")


def said_in_words(text: str) -> str:
    """Yes or no where a line says that and no more: "Not implemented.", "No, no action has been taken"; else empty."""
    if text.rstrip().endswith(":"):  # it asks
        return ""
    if opening := opening_word(text):
        said, word = opening
        rest = re.findall(r"[\w'’]+", text.partition(word)[2].casefold())
        if rest and _AGAIN.issuperset(rest):
            return said
    if text.startswith("(") or not text.rstrip().endswith("."):  # a label before a mark; a form may print it so
        return ""
    said = heading(text)
    return said if said in mark_words.OTHER and not mark_words.only_marks(text) else said_by_sentence(text)


def take_said(answer: list[Block]) -> tuple[str, str] | None:
    """What the first sentence of an answer says where it says yes or no and no more, with its words, which leave it.

    Where brackets or a dash stand behind it, the sentence stays. None where it says anything else.
    """
    text = answer[0].text.strip() if answer else ""
    head, stop, rest = text.partition(". ")
    said = said_in_words(head if head.endswith((".", ":")) else f"{head}.")
    if not said:
        parted = _PARTED.match(text)
        said = said_in_words(f"{parted['head']}.") if parted and not opening_word(parted["rest"]) else ""
        return (said, parted["head"]) if said else None
    if says_more_aside(head):
        return said, head
    answer[:1] = rest_of(answer[0], rest.strip()) if stop else []
    return said, head


def says_more_aside(text: str) -> bool:
    """Whether brackets in a line that says yes or no tell something else: "Not implemented (pilots are few)"."""
    asides = _IN_BRACKETS.findall(text)
    return any(not mark_words.only_marks(one) and one.casefold().strip() not in _NOTHING for one in asides)


@lru_cache(maxsize=20_000)
def said_by_sentence(text: str) -> str:
    """Yes or no where one sentence says that, whatever its words that add nothing; else empty."""
    if len(text) > _LONGEST:
        return ""
    return _SAID.get(squeezed(text), "") or _SAID.get(squeezed(_ASIDE.sub(" ", text)), "")
