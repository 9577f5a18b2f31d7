"""Contact data in texts: found and withheld, told by kind only, and not seen where figures and names of laws stand."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.contact_data import HINT, find, told, withhold

HELD = {
    "Write to mara.quill@ports.example.org": "Write to [withheld: e-mail]",
    "Tel.: +99 4 555 0123": "[withheld: telephone]",
    "Telephone (004) 555-01-23": "[withheld: telephone]",
    "тел. 555-01-23": "[withheld: telephone]",
    "On WhatsApp 86 139 0000 0123 at night.": "On [withheld: telephone] at night.",
    "It can be reached under +99 4 555 0123 at night.": "It can be reached under [withheld: telephone] at night.",
    "The office, P.O. Box 12, Borford": "The office, [withheld: postal box], Borford",
    "Contact person: Mara Quill": "[withheld: name]",
    "Passport No. AB1234567 was stolen.": "[withheld: identity number] was stolen.",
    "We lit lamps.\nBest regards,\nMara Quill\nHarbour Master": "We lit lamps.\n[withheld: signature]",
    "We lit lamps.\nYours sincerely, Mara Quill": "We lit lamps.\n[withheld: signature]",
    "We lit lamps. Kind regards, Mara Quill": "We lit lamps. [withheld: signature]",
    "Mail a@b.example, tel. 555 0123 45.": "Mail [withheld: e-mail], [withheld: telephone].",
}
FREE = [
    "",
    "Law No. 14 of 2029 and Decree 17-2029 were passed.",
    "In 2016-2018 the ports seized 1,250,000 kg of rope worth $250,000.",
    "Document HARB/12/2, paragraph 14, lists 555 0199 lamps.",
    "The Master of the port and the General Assembly met.",
    "Contact with the ports of Cyra was kept.",
    "The focal point is the Port Office of Borford.",
    "Growth was +5 per cent, at 54.321 degrees north.",
    "The drones of the ministry were used.",
    "The shop Mr. Donalds sells lamps.",
    "Best regards were sent to all ports, which answered at once.",
]


@pytest.mark.parametrize(("text", "shown"), HELD.items())
def test_contact_data_is_withheld_and_told_by_its_kind(text, shown):
    assert withhold(text) == shown
    assert all(kind.endswith(", withheld") for kind in told(shown))
    assert len(told(shown)) == len(find(text)) == shown.count("[withheld: ")


@pytest.mark.parametrize("text", HELD)
def test_the_quick_look_misses_none(text):
    assert pl.Series([withhold(text)]).str.contains(HINT)[0]


@pytest.mark.parametrize("text", FREE)
def test_figures_laws_offices_and_shops_are_none(text):
    assert (find(text), withhold(text), told(text)) == ([], text, [])


@pytest.mark.parametrize(
    "text", ["The duty officer, Mr. Pavel Keel, was trained.", "Led by Dr Nadia Færø, of the office."]
)
def test_a_named_officer_is_told_and_not_withheld(text):
    assert withhold(text) == text
    assert told(text) == ["an officer's name"]
    assert pl.Series([text]).str.contains(HINT)[0]


@pytest.mark.parametrize("text", HELD)
@pytest.mark.parametrize("around", ["({})", "«{}", "lamps;{}"])
def test_signs_beside_it_hide_nothing(text, around):
    if "signature" in HELD[text]:
        around = "{}"  # a sign-off has its own line or sentence
    assert withhold(around.format(text)) != around.format(text)


@given(st.text())
def test_what_was_withheld_once_holds_nothing_more(text):
    assert withhold(withhold(text)) == withhold(text)
