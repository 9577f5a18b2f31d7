"""Who replies, contact data, date and consent, however a form asks for them.

Keeps out: forms mixed at random (tests/corpus/test_mixed.py), and what dates and names mean (tests/intake/).
"""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table

ASKED = "1(a) Governments are encouraged to inspect the lights of every small harbour at least once a year."
ANSWER = paragraph(ASKED) + paragraph("☒ Yes ☐ No") + paragraph("Lit.")
FIELDS = {"name": "Ada Lamp", "telephone": "+999 1 555 0101"}


@pytest.fixture
def reply(case):
    """Reads a form with this before its only answer, and this behind."""
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))

    def read_with(before, behind=""):
        (found,) = read(word(before + ANSWER + behind), question)
        assert [(one.recommendation, one.action_taken, one.text) for one in found.answers] == [("1.a", "yes", "Lit.")]
        return found

    return read_with


def lines(*texts):
    return "".join(map(paragraph, texts))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(lines("1. Country: Alba", "2. Name: Ada Lamp", "3. Tel. No.: +999 1 555 0101"), id="numbered"),
        pytest.param(lines("Pays : Alba", "Nom : Ada Lamp", "N° de téléphone : +999 1 555 0101"), id="French"),
        pytest.param(lines("País: Alba", "Punto de contacto: Ada Lamp", "Tel.: +999 1 555 0101"), id="Spanish"),
        pytest.param(lines("Страна: Alba", "Ф.И.О.: Ada Lamp", "Тел.: +999 1 555 0101"), id="Russian"),
        pytest.param(
            table(("Country", "Name", "Mobile"), ("Alba", "Ada Lamp", "+999 1 555 0101")), id="a column for each"
        ),
        pytest.param(
            table(("Country", "Agency", "Name", "Phone"), ("Alba", "Port Office", "Ada Lamp", "+999 1 555 0101")),
            id="a column for the agency",
        ),
        pytest.param(
            table(*((one,) for one in ("Country", "Alba", "Name", "Ada Lamp", "Phone", "+999 1 555 0101"))),
            id="rows below each other",
        ),
    ],
)
def test_fields_are_read_wherever_their_values_stand(reply, before):
    found = reply(before)
    assert (found.respondent, found.contact) == ("Alba", FIELDS)


@pytest.mark.parametrize(
    ("line", "address", "left"),
    [
        ("Port Alba", "4 Quay Street\nPort Alba", []),
        ("P.O. Box: 14", "4 Quay Street\nP.O. Box: 14", []),
        ("Código postal: A14", "4 Quay Street\nCódigo postal: A14", []),
        ("Postmaster: The Mayor", "4 Quay Street", ["Postmaster: The Mayor"]),
        ("Region: The North", "4 Quay Street", ["Region: The North"]),
        ("Agency: Port Office", "4 Quay Street", ["Port Office"]),
        ("Authority: Port Office", "4 Quay Street", ["Port Office"]),
    ],
)
def test_an_address_ends_where_another_field_begins(reply, line, address, left):
    found = reply(lines("Country: Alba", "Address: 4 Quay Street", line))
    assert found.contact == {"address": address}
    assert [one.text for one in found.unplaced] == left


def test_a_row_with_a_blank_field_does_not_take_what_stands_below(reply):
    found = reply(table(("Country", "Alba"), ("Address", ""), ("Region", "The North")))
    assert found.contact == {}
    assert [one.text for one in found.unplaced] == ["Region", "The North"]


@pytest.mark.parametrize(
    ("consent", "publish"),
    [
        (lines("Please indicate whether the reply may be posted on the website   ☒ Yes ☐ No"), "yes"),
        (lines("Please indicate whether the reply may be posted on the website", "☐ Yes ☒ No"), "no"),
        (lines("Publication on website Yes X   No"), "yes"),
        (lines("Can this reply be posted on the website? Yes   No X"), "no"),
    ],
)
@pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])
def test_consent_is_asked_with_or_without_a_sign(reply, consent, publish, behind):
    country = paragraph("Country: Alba")
    found = reply(country, consent) if behind else reply(country + consent)
    assert found.publish == publish


@pytest.mark.parametrize("asked", ["Could the register be published on the website?", "May our list be made public?"])
def test_a_question_that_ends_the_last_answer_is_part_of_it(case, asked):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (found,) = read(word(lines("Country: Alba", ASKED, "☒ Yes ☐ No", "Lit.", asked)), question)
    assert (found.answers[0].text, found.publish) == (f"Lit.\n{asked}", "")


def test_a_line_in_an_answer_that_names_an_agency_is_part_of_it(case):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    form = lines("Country: Alba", ASKED, "☒ Yes ☐ No", "Lit by:", "Organization", "the keepers.")
    (found,) = read(word(form), question)
    assert found.answers[0].text == "Lit by:\nOrganization\nthe keepers."
