"""Tables with a row for each question."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.reading.formats.test_sheet import csv_of, xlsx_of
from tests.reading.formats.test_sheet_shapes import ALBA, CYRA, told

KINDS = ("Action taken", "Comments")


def asked(said, action="{id} Action taken", text="{id} Description"):
    """Rows of a question and its answer, two for each recommendation, without those in which nothing stands."""
    names = {label: label.replace(".", " (") + ")" for label, _, _ in said}
    rows = [
        row
        for label, mark, words in said
        for row in ([action.format(id=names[label]), mark], [text.format(id=names[label]), words])
    ]
    return [row for row in rows if row[1]]


@pytest.mark.parametrize("form", [csv_of, xlsx_of])
@pytest.mark.parametrize("heads", [("Question", "Answer"), ("Field", "Value"), ("Variable", "Response")])
def test_a_row_for_each_question_of_each_respondent(case, form, heads):
    rows = [["Alba", *row] for row in [*asked(ALBA), ["Date of submission", "12 March 2031"], ["Phone", "12 34 56"]]]
    rows += [["Cyra", *row] for row in asked(CYRA)]
    alba, cyra = read(form([["Country", *heads], *rows]), question_of(case.meeting))
    assert (alba.respondent, alba.submitted_on, told(alba)) == ("Alba", "12 March 2031", ALBA)
    assert (alba.contact, alba.unplaced, alba.remarks) == ({"telephone": "12 34 56"}, (), ())
    assert (cyra.respondent, told(cyra)) == ("Cyra", [said for said in CYRA if any(said[1:])])
    assert cyra.answers[-1].locator.endswith("row 11; row 12" if form is csv_of else "row 11; sheet S1, row 12")


@pytest.mark.parametrize("own", ["", " details", ": please describe"])
def test_fields_and_values_of_one_respondent(case, own):
    rows = [["Field", "Value"], ["Respondent", "Alba"], *asked(ALBA, "{id}", f"{{id}}{own}"), ["Remarks", "Fog."]]
    (alba,) = read(csv_of(rows), question_of(case.meeting))
    assert (alba.respondent, told(alba)) == ("Alba", ALBA)
    assert [words.text for words in alba.unplaced] == ["Remarks", "Fog."]


def test_the_recommendation_may_stand_in_a_column_of_its_own(case):
    rows = [["Alba", label, kind, said] for label, *both in ALBA for kind, said in zip(KINDS, both, strict=True)]
    (alba,) = read(xlsx_of([["Country", "Recommendation", "Question", "Answer"], *rows]), question_of(case.meeting))
    assert (told(alba), alba.unplaced) == (ALBA, ())


def test_dates_beside_the_answers_are_one_and_others_are_told(case):
    dates = ["12 March 2031", "12 March 2031", "13 March 2031", "12 March 2031", "12 March 2031"]
    rows = [["Alba", date, *row] for date, row in zip(dates, asked(ALBA), strict=True)]
    (alba,) = read(csv_of([["Country", "Date", "Question", "Answer"], *rows]), question_of(case.meeting))
    assert (alba.submitted_on, told(alba)) == ("12 March 2031", ALBA)
    assert [(words.text, words.locator) for words in alba.unplaced] == [("13 March 2031", "row 4, column 2")]


@pytest.mark.parametrize("heads", [("Question", "Answer"), ("Country", "Question", "Answer", "Weather")])
def test_other_tables_of_questions_are_read_as_they_were(case, heads):
    rows = [[one.text, "No", "", ""][: len(heads)] for one in case.meeting.recommendations]
    rows = [["Alba", *row][: len(heads)] if "Country" in heads else row for row in rows]
    (reply,) = read(csv_of([list(heads), *rows, *[[""] * len(heads)] * 2]), question_of(case.meeting))
    assert told(reply) == [(label, "no", "") for label, _, _ in ALBA]
