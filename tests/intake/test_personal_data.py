"""Contact data in answers: found, shown masked, and not seen where figures and names of laws stand."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.personal_data import HINT, find

HELD = {
    "Write to mara.quill@ports.example.org.": "an e-mail address",
    "Tel.: +99 4 555 0123": "a telephone number",
    "Telephone (004) 555-01-23": "a telephone number",
    "тел. 555-01-23": "a telephone number",
    "It can be reached under +99 4 555 0123 at night.": "a telephone number",
    "The office, P.O. Box 12, Borford": "a postal box",
    "The duty officer, Mr. Pavel Keel, was trained.": "a named officer",
    "Led by Dr Nadia Færø of the port office.": "a named officer",
    "Contact person: Mara Quill": "a named officer",
    "Passport No. AB1234567 was stolen.": "an identity number",
}


@pytest.mark.parametrize(("text", "kind"), HELD.items())
def test_contact_data_is_found(text, kind):
    assert [hit.kind for hit in find(text)] == [kind]


@pytest.mark.parametrize("text", HELD)
def test_the_quick_look_misses_none(text):
    assert pl.Series([text]).str.contains(HINT)[0]


@pytest.mark.parametrize("text", HELD)
def test_what_is_shown_does_not_publish_it(text):
    for hit in find(text):
        hidden = text[hit.start : hit.end]
        assert hit.masked != hidden
        assert not any(
            part in hit.masked for part in hidden.replace("@", " ").split() if len(part) > 3 and part[:-1].isalnum()
        )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Law No. 14 of 2029 and Decree 17-2029 were passed.",
        "In 2016-2018 the ports seized 1,250,000 kg of rope worth $250,000.",
        "Document HARB/12/2, paragraph 14, lists 555 0199 lamps.",
        "The Master of the port and the General Assembly met.",
        "Contact with the ports of Cyra was kept.",
        "The focal point is the Port Office of Borford.",
        "Growth was +5 per cent, at 54.321 degrees north.",
        "The drones of the ministry were used.",
    ],
)
def test_figures_laws_and_offices_are_none(text):
    assert find(text) == []


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at(text):
    assert all(0 <= hit.start < hit.end <= len(text) for hit in find(text))
