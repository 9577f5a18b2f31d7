"""No part of a reply that goes on holds contact data; what was received is kept beside it."""

import json

import pytest

from pipeline.reading.reply import ReadAnswer, Remark, Reply, Unplaced, reply_as_json
from pipeline.reading.withheld import without_contact_data

MAIL = "mara@ports.example"


def test_every_part_of_a_reply_is_looked_at():
    reply = Reply(
        "csv",
        respondent=f"Alba {MAIL}",
        submitted_on=f"12 May {MAIL}",
        publish=f"ask {MAIL}",
        voice=f"v {MAIL}",
        answers=(ReadAnswer("1.a", f"ask {MAIL}", f"Write to {MAIL}", f"row 2 (mark: {MAIL})", f"Printed {MAIL}"),),
        general=f"See {MAIL}",
        remarks=(Remark("invalid_value", "row 1", f"columns {MAIL}"),),
        unplaced=(Unplaced("paragraph 1", f"Call {MAIL}"),),
    )
    shown, kept = without_contact_data(reply)
    assert MAIL not in json.dumps(reply_as_json(shown))
    assert len(kept) == 11
    assert all(MAIL in text for _, text in kept)


def test_contact_data_in_a_place_alone_is_withheld():
    shown, kept = without_contact_data(
        Reply("csv", answers=(ReadAnswer("1.a", "unclear", "Lit.", f"row (mark: {MAIL})"),))
    )
    assert shown.answers[0].locator == "row (mark: [withheld: e-mail])"
    assert kept == [("1.a, place", f"row (mark: {MAIL})")]


def test_a_reply_without_any_is_the_same():
    reply = Reply("csv", answers=(ReadAnswer("1.a", "yes", "Lit.", "row 2"),))
    assert without_contact_data(reply) == (reply, [])


@pytest.mark.parametrize(
    ("contact", "said", "shown"),
    [
        ({"name": "Mara Quill"}, "Ask Mara  QUILL first.", "Ask [withheld: name] first."),
        ({"telephone": "066 123 45"}, "Under 066 123 45 at night.", "Under [withheld: telephone] at night."),
        ({"address": "12 Quay Road"}, "We moved to 12 Quay Road.", "We moved to [withheld: address]."),
        # An office, a word or a town in the contact block is nobody's data.
        ({"name": "National Port Police"}, "The National Port Police lit lamps.", None),
        ({"name": "Lamps"}, "We lit lamps.", None),
        ({"address": "Borford"}, "The port of Borford was dredged.", None),
        ({"name": "Mara Quill"}, "The Quill was dredged.", None),
    ],
)
def test_what_the_contact_block_gives_is_withheld_wherever_else_it_stands(contact, said, shown):
    found, kept = without_contact_data(
        Reply("csv", contact=contact, answers=(ReadAnswer("1.a", "yes", said, "row 2"),))
    )
    assert found.answers[0].text == (shown or said)
    assert kept == ([("1.a", said)] if shown else [])
