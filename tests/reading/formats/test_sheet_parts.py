"""Sheets that are forms: fields apart from recommendations, labels above values, blank rows and columns."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.reading.formats.test_sheet import xlsx_of
from tests.reading.formats.test_sheet_form import SAID, told

FIELDS = [("Country", "Alba"), ("E-mail", "ada@lamps.example"), ("May this reply be published on the website?", "Yes")]


@pytest.fixture
def answers(case) -> list[list[str]]:
    texts = {one.id: one.text for one in case.meeting.recommendations}
    rows = [["Recommendation", "Action taken", "Comments"]]
    return [*rows, *([f"({one}) {texts[one]}", mark, text] for one, (mark, text) in SAID.items())]


def fields_of(reply) -> tuple[str, dict, str]:
    return reply.respondent, reply.contact, reply.publish


@pytest.mark.parametrize("between", [[], [[]]])
def test_labels_may_stand_above_their_values(case, answers, between):
    heads, values = map(list, zip(*FIELDS, strict=True))
    (reply,) = read(xlsx_of([heads, values, *between, *answers]), question_of(case.meeting))
    assert fields_of(reply) == ("Alba", {"email": "ada@lamps.example"}, "yes")
    assert (told(reply), reply.unplaced) == (SAID, ())
    first = 4 + len(between)
    assert reply.answers[0].locator.startswith(f"sheet S1, row {first}, column 3")


def test_labels_above_their_values_may_stand_in_a_sheet_of_their_own(case, answers):
    heads, values = map(list, zip(*FIELDS, strict=True))
    (reply,) = read(xlsx_of([["Contact details"], heads, values], answers), question_of(case.meeting))
    assert fields_of(reply) == ("Alba", {"email": "ada@lamps.example"}, "yes")
    assert told(reply) == SAID


def test_a_value_may_be_missing_below_its_label(case, answers):
    rows = [["Country", "Telephone", "E-mail"], ["Alba", "", "ada@lamps.example"], *answers]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert (reply.respondent, reply.contact) == ("Alba", {"email": "ada@lamps.example"})


def test_blank_columns_between_labels_and_values_are_none(case, answers):
    rows = [["", label, "", "", value] for label, value in FIELDS] + [[], *(["", *row] for row in answers)]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert fields_of(reply) == ("Alba", {"email": "ada@lamps.example"}, "yes")
    assert reply.answers[0].locator.startswith("sheet S1, row 6, column 4")


def test_the_label_behind_a_blank_value_is_not_that_value(case, answers):
    rows = [["Country", "Alba", "Téléphone", ""], ["Date de présentation", "12 mai 2031", "", ""], [], *answers]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert (reply.respondent, reply.contact, reply.submitted_on) == ("Alba", {}, "12 mai 2031")


def test_a_recommendation_with_nothing_beside_it_is_no_part_of_the_answer_above(case):
    heads = ["Recommandation", "Oui", "Non", "Observations"]
    rows = [
        ["Pays", "Alba"],
        [],
        heads,
        ["1.a Les gouvernements devraient allumer les feux de tous les ports.", "X", "", "Lit."],
    ]
    rows += [["1.b Les gouvernements devraient former les pilotes à la lecture des marées."]]
    rows += [["2.a Les autorités portuaires sont priées de partager leurs listes de cargaisons.", "", "X", "Non."]]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert told(reply) == {"1.a": ("yes", "Lit."), "1.b": ("", ""), "2.a": ("no", "Non.")}


def test_rows_of_marks_and_words_below_a_respondent_are_a_form(case):
    rows = [
        ["Country", "Alba"],
        ["Contact", "Ada Dune"],
        ["1.a", "Yes", "41 lights"],
        ["1.b", "No"],
        ["2.a", "Yes", "Sent."],
    ]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert reply.respondent == "Alba"
    assert told(reply) == {"1.a": ("yes", "41 lights"), "1.b": ("no", ""), "2.a": ("yes", "Sent.")}


def test_a_letter_alone_is_a_mark_where_nothing_stands_beside_it(case):
    rows = [["Alba"], ["No.", "Recommendation", "Answer", "Details"], ["1.a", "Inspect lights", "Y", "41 lights"]]
    rows += [["1.b", "Train pilots", "N"], ["2.a", "Share lists", "Y", "Sent."]]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert told(reply) == {"1.a": ("yes", "41 lights"), "1.b": ("no", ""), "2.a": ("yes", "Sent.")}
