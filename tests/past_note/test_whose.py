"""Whose paragraphs are, by names and order."""

import pytest

from pipeline.past_note.whose import Names
from pipeline.raw.respondents import load_register
from tests.past_note import printed


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    path = tmp_path_factory.mktemp("raw") / "respondents.csv"
    path.write_text(printed.REGISTER, encoding="utf-8")
    return Names(load_register(path))


def owners(names, *texts):
    everybody = names.register.respondents
    return [(one.respondent.code, one.named) if one else None for one in names.owners(texts, everybody)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Alba reported on lights.", "Cyra had none."], [("ALB", True), ("CYR", True)]),
        # A longer name covers the shorter one, wherever it stands.
        (["In the port of Duna, Cyra there was fog."], [("DUN", True)]),
        # The order decides between two who are named.
        (["Borland worked with Alba.", "Alba is a neighbour of Cyra."], [("BOR", True), ("CYR", True)]),
        # A word made from a name, and an alias.
        (["The Borlander Coast Service had ships."], [("BOR", True)]),
        (["Ships of Boria had lamps."], [("BOR", True)]),
    ],
)
def test_paragraphs_go_to_whom_they_name(names, texts, expected):
    assert owners(names, *texts) == expected


def test_a_paragraph_without_a_name_goes_by_the_order_and_says_so(names):
    found = owners(names, "Cyra lit lamps.", "The coast service had three ships.", "Estmark had none.")
    assert found == [("CYR", True), ("DUN", False), ("EST", True)]


def test_nobody_gets_a_paragraph_that_names_another(names):
    assert owners(names, "Estmark lit lamps.", "Estmark had none.", "Gulland had two.") == [None, None, ("GUL", True)]
    assert owners(names, "Gulland had two.", "Near Alba there are three.") == [("GUL", True), None]


def test_the_list_of_the_introduction_is_the_sentence_that_names_the_most(names):
    said = [
        "Alba was the host. As at May, replies were in hand from Cyra, Duna, Cyra and the Forum of Ports.",
        "Estmark.",
    ]
    assert [one.code for one in names.listed(said)] == ["CYR", "DUN", "FOR"]
    assert names.listed(["Nobody replied."]) == []
