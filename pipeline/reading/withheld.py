"""Contact data inside what a reply says is withheld before anything else sees it; the text as received stays apart.

docs/rules.md, "Contact data". Keeps out: the patterns (`text/contact_data.py`) and where the text as received is kept
(`storage/private.py`).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from pipeline.reading.reply import ReadAnswer, Reply
from pipeline.text.contact_data import may_hold, withhold
from pipeline.text.references import generic_words

# Parts of a reply as pairs of place and text.
AsReceived = list[tuple[str, str]]
# Fields of the contact block by what stands in their place.
_KINDS = {"name": "name", "address": "address", "telephone": "telephone", "fax": "telephone", "email": "e-mail"}
_LETTERS = 6


def without_contact_data(reply: Reply) -> tuple[Reply, AsReceived]:
    """The reply with marks in place of contact data, and the texts that held some as they were received."""
    kept: AsReceived = []
    said = [reply.general, reply.respondent, reply.submitted_on, reply.publish, reply.voice]
    said += [text for one in reply.answers for text in (one.text, one.action_taken, one.locator)]
    printed = [one.text_in_form for one in reply.answers if one.text_in_form]
    said += [one.text for one in reply.unplaced] + [one.value for one in reply.remarks]
    own = _own_contacts(reply)
    together = "\n".join(said)
    own_in = any(pattern.search("\n".join((together, *printed))) for _, pattern in own)
    if not (own_in or may_hold(together) or any(map(_printed_may_hold, printed))):  # nearly every reply
        return reply, kept

    def masked(place: str, text: str) -> str:
        shown = text
        for mark, pattern in own:
            shown = pattern.sub(mark, shown)
        shown = withhold(shown)
        if shown != text:
            kept.append((place, text))
        return shown

    changed = replace(
        reply,
        answers=tuple(_masked(one, masked) for one in reply.answers),
        general=masked(reply.general_locator, reply.general),
        respondent=masked("name of the respondent", reply.respondent),
        submitted_on=masked("date of submission", reply.submitted_on),
        publish=masked("publication", reply.publish),
        voice=masked("voice", reply.voice),
        unplaced=tuple(replace(one, text=masked(one.locator, one.text)) for one in reply.unplaced),
        remarks=tuple(replace(one, value=masked(one.locator, one.value)) for one in reply.remarks),
    )
    return changed, kept


# All forms print the same texts.
_printed_may_hold = lru_cache(maxsize=2_000)(may_hold)


def _own_contacts(reply: Reply) -> list[tuple[str, re.Pattern[str]]]:
    """What the reply gives as its contact, to be withheld wherever else it stands in it, with the marks for it."""
    found = []
    for field, kind in _KINDS.items():
        words = str(reply.contact.get(field, "")).split()
        if _is_telling(kind, words):
            value = r"\s+".join(map(re.escape, words))
            found.append((f"[withheld: {kind}]", re.compile(rf"(?<!\w){value}(?!\w)", re.I)))
    return found


def _is_telling(kind: str, words: list[str]) -> bool:
    """Whether a field is of one person or place: an office written into it may stand in any answer."""
    if kind == "name":
        return 2 <= len(words) <= 4 and generic_words().isdisjoint(words)
    if kind == "address":
        return any(word.isdigit() for word in words)
    return len("".join(words)) >= _LETTERS


def _masked(answer: ReadAnswer, masked: Callable[[str, str], str]) -> ReadAnswer:
    place = answer.recommendation
    return replace(
        answer,
        text=masked(place, answer.text),
        action_taken=masked(f"{place}, mark", answer.action_taken),
        locator=masked(f"{place}, place", answer.locator),
        text_in_form=masked(f"{place}, as printed", answer.text_in_form)
        if answer.text_in_form
        else answer.text_in_form,
    )
