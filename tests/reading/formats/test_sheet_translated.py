"""Sheets that print the recommendations in another language and without labels: told by their order, or not at all."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.reading.formats.test_sheet import csv_of, told, xlsx_of

TEXTS = [
    "Les gouvernements devraient allumer les feux de tous les petits ports.",
    "Les gouvernements devraient former les pilotes à la lecture des marées.",
    "Les autorités portuaires sont priées de partager leurs listes de cargaisons.",
]
SAID = [("1.a", "yes", "Le quai est éclairé."), ("1.b", "no", ""), ("2.a", "yes", "La liste est à jour.")]
CELLS = {"yes": "Oui", "no": "Non"}


@pytest.mark.parametrize(
    "heads", [("{text}", "Si oui, veuillez préciser"), ("{text} [Mesures prises]", "{text} [Observations]")]
)
@pytest.mark.parametrize("form", [csv_of, xlsx_of])
def test_headings_in_another_language_are_told_by_their_order(case, heads, form):
    names = [head.format(text=text) for text in TEXTS for head in heads]
    row = [cell for _, mark, text in SAID for cell in (CELLS[mark], text)]
    title = [["Conférence des autorités des phares et des bacs"]] if form is xlsx_of else []
    (reply,) = read(form([*title, ["Pays", *names], ["Alba", *row]]), question_of(case.meeting))
    assert told([reply]) == {"Alba": SAID}


def long(*rows: tuple[str, int]) -> list[list[str]]:
    heads = ["Pays", "Recommandation", "Mesures prises", "Observations"]
    return [heads, *([name, TEXTS[at], CELLS[SAID[at][1]], SAID[at][2]] for name, at in rows)]


def test_rows_in_another_language_are_told_by_the_order_of_a_respondent_who_has_them_all(case):
    rows = long(("Alba", 0), ("Alba", 2), ("Cyra", 0), ("Cyra", 1), ("Cyra", 2))
    assert told(read(xlsx_of(rows), question_of(case.meeting))) == {"Alba": [SAID[0], SAID[2]], "Cyra": SAID}


@pytest.mark.parametrize(
    "rows",
    [
        # Nobody has them all: whether the second stands before the third is not told.
        (("Alba", 0), ("Alba", 2), ("Cyra", 1)),
        # Two orders.
        (("Alba", 0), ("Alba", 1), ("Alba", 2), ("Cyra", 1), ("Cyra", 0)),
    ],
)
def test_without_an_order_no_recommendation_is_guessed(case, rows):
    found = read(xlsx_of(long(*rows)), question_of(case.meeting))
    assert {answer.recommendation for reply in found for answer in reply.answers}.isdisjoint({"1.a", "1.b", "2.a"})


def test_each_sheet_may_have_a_language_of_its_own(case):
    asked = case.meeting.recommendations
    english = [["Country", "Recommendation", "Action taken", "Comments"], ["Cyra", asked[2].text, "Yes", "Listed."]]
    found = told(read(xlsx_of(long(("Alba", 0), ("Alba", 1), ("Alba", 2)), english), question_of(case.meeting)))
    assert found == {"Alba": SAID, "Cyra": [("2.a", "yes", "Listed.")]}
