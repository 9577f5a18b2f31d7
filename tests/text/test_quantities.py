"""Quantities and references in texts: what is found with which unit, period and kind, and what is none."""

import pytest

from pipeline.text import references
from pipeline.text.data_file import data_beside
from pipeline.text.quantities import quantities_in
from pipeline.text.references import references_in

QUANTITIES = [
    ("We seized 1,200 kg of ropes and 3.5 kg of twine in 2017.", [(1200, "kg", "2017"), (3.5, "kg", "2017")]),
    ("27 offenders paid $250,000 from 2016 to 2018.", [(27, "offenders", "2016; 2018"), (250000, "$", "2016; 2018")]),
    (
        "More than 75 million students in 149,000 schools took part.",
        [(75e6, "students", None), (149000, "schools", None)],
    ),
    ("We answer 96% of them, then 12.5 per cent.", [(96, "per cent", None), (12.5, "per cent", None)]),
    ("On 26 July 2019 52 trained officers came.", [(52, "trained officers", "2019")]),
    ("In 2016-2018 it cost USD 25,000.", [(25000, "USD", "2016-2018")]),
    ("It has 25 members and 3 of them left.", [(25, "members", None), (3, None, None)]),
    (
        "A 20-kg bag, 2 tonnes, 100 hectares and 5 litres.",
        [(20, "kg", None), (2, "t", None), (100, "ha", None), (5, "l", None)],
    ),
    ("In 2018 and 2019 nothing came.", []),
    ("Law No. 272/2003, article 12 and para. 3 of A/RES/70/1.", []),
    ("On 22–25 October we met.", []),
    ("The Lamp Act 1981 and resolution 60/5 apply.", []),
]
REFERENCES = [
    ("Law No. 272/2003 and the Law No. 17/2009 apply.", [("law", "Law No. 272/2003"), ("law", "Law No. 17/2009")]),
    ("The Misuse of Lamps Act 1975, the Ports and Lights Act 1996.",
     [("law", "Misuse of Lamps Act 1975"), ("law", "Ports and Lights Act 1996")]),
    ("Republic Act No. 9165 and decision No. 419 of 2010.",
     [("law", "Republic Act No. 9165"), ("law", "decision No. 419 of 2010")]),
    ("See A/RES/70/1 and resolution 60/5.",
     [("document symbol", "A/RES/70/1"), ("document symbol", "resolution 60/5")]),
    ("E/CN.7/2019/CRP.13 says so.", [("document symbol", "E/CN.7/2019/CRP.13")]),
    ("We use PEN Online, PICS and IONICS.", [("system", "PEN Online"), ("system", "PICS"), ("system", "IONICS")]),
    ("UNODC and the Ministry of Ports met.", [("organization", "UNODC"), ("organization", "Ministry of Ports")]),
    ("The Ministry of Food and Lamp Safety and the Borland National Police Agency met.",
     [("organization", "Ministry of Food and Lamp Safety"), ("organization", "Borland National Police Agency")]),
    ("Our law is old, and the police act.", []),
    ("A and/or B; 3/4 of it.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "found"), QUANTITIES)
def test_quantities_have_their_units_and_periods(sentence, found):
    assert [(one.value, one.unit, one.period) for one in quantities_in(sentence)] == found
    assert all(sentence[one.start :].startswith(one.written) for one in quantities_in(sentence))


@pytest.mark.parametrize(("text", "found"), REFERENCES)
def test_references_have_their_kinds(text, found):
    assert [(one.kind, one.text) for one in references_in(text)] == found
    assert all(text[one.start :].startswith(one.text) for one in references_in(text))


def test_every_name_and_every_word_of_names_is_found_by_itself():
    data = data_beside(references.__file__, "references.yaml")
    for kind in ("system", "organization"):
        for name in data[f"{kind}s"]:
            assert (kind, name) in [one[:2] for one in references_in(f"All use {name} now.")]
    for kind, listed, named in (
        ("law", "laws", "Harbour {}"),
        ("organization", "bodies", "Harbour {}"),
        ("organization", "openers", "{} of Harbours"),
    ):
        for word in data[listed].split():
            name = named.format(word)
            assert (kind, name) in [one[:2] for one in references_in(f"All see “{name}”.")]
