"""Contact data inside what a reply says is withheld before anything else sees it; the text as received stays apart.

docs/rules.md, "Contact data". Keeps out: the patterns (`text/contact_data.py`) and where the text as received is kept
(`storage/private.py`).
"""

from dataclasses import replace

from pipeline.reading.reply import Reply
from pipeline.text.contact_data import may_hold, withhold

# Parts of a reply as pairs of place and text.
AsReceived = list[tuple[str, str]]


def without_contact_data(reply: Reply) -> tuple[Reply, AsReceived]:
    """The reply with marks in place of contact data, and the texts that held some as they were received."""
    kept: AsReceived = []
    beside = (one.text for one in reply.unplaced), (one.value for one in reply.remarks)
    fields = (reply.general, reply.respondent, reply.submitted_on)
    if not may_hold("\n".join((*fields, *(one.text for one in reply.answers), *beside[0], *beside[1]))):
        return reply, kept

    def masked(place: str, text: str) -> str:
        shown = withhold(text)
        if shown != text:
            kept.append((place, text))
        return shown

    answers = tuple(
        replace(one, text=masked(f"{one.recommendation}: {one.locator}", one.text), locator=withhold(one.locator))
        if one.text
        else one
        for one in reply.answers
    )
    changed = replace(
        reply,
        answers=answers,
        general=masked(reply.general_locator, reply.general),
        respondent=masked("name of the respondent", reply.respondent),
        submitted_on=masked("date of submission", reply.submitted_on),
        unplaced=tuple(replace(one, text=masked(one.locator, one.text)) for one in reply.unplaced),
        remarks=tuple(replace(one, value=masked(one.locator, one.value)) for one in reply.remarks),
    )
    return (changed, kept) if kept else (reply, kept)
