"""Contact data inside what a reply says is withheld before anything else sees it; the text as received stays apart.

docs/rules.md, "Contact data". Keeps out: the patterns (`text/contact_data.py`) and where the text as received is kept
(`storage/private.py`).
"""

from collections.abc import Callable
from dataclasses import replace

from pipeline.reading.reply import ReadAnswer, Reply
from pipeline.text.contact_data import may_hold, withhold

# Parts of a reply as pairs of place and text.
AsReceived = list[tuple[str, str]]


def without_contact_data(reply: Reply) -> tuple[Reply, AsReceived]:
    """The reply with marks in place of contact data, and the texts that held some as they were received."""
    kept: AsReceived = []
    said = [reply.general, reply.respondent, reply.submitted_on, reply.publish, reply.voice]
    said += [
        text for one in reply.answers for text in (one.text, one.action_taken, one.locator, one.text_in_form or "")
    ]
    said += [one.text for one in reply.unplaced] + [one.value for one in reply.remarks]
    if not may_hold("\n".join(said)):  # nearly every reply
        return reply, kept

    def masked(place: str, text: str) -> str:
        shown = withhold(text)
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
