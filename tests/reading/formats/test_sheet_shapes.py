"""Tables of replies whose headings take two rows."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.reading.formats.test_sheet import csv_of, xlsx_of

ALBA = [("1.a", "yes", "We lit the quay."), ("1.b", "no", ""), ("2.a", "yes", "Cyra has our list.")]
CYRA = [("1.a", "no", "Too dear."), ("1.b", "", ""), ("2.a", "yes", "All ships.")]


def cells(said: list[tuple]) -> list[str]:
    return [cell for _, mark, text in said for cell in (mark.capitalize(), text)]


def told(reply) -> list[tuple]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers]


@pytest.mark.parametrize("own", ["above", "below"])
@pytest.mark.parametrize("named", ["{one.id}", "{one.text}", "Recommendation {one.issue} ({one.label}) {one.text}"])
@pytest.mark.parametrize("form", [csv_of, xlsx_of])
def test_a_recommendation_may_stand_above_its_two_columns(case, own, named, form):
    heads = [cell for one in case.meeting.recommendations for cell in (named.format(one=one), "")]
    upper, lower = ["", "", *heads], ["Country", "E-mail", *["Action taken", "Comments"] * 3]
    if own == "above":
        upper[:2], lower[:2] = lower[:2], upper[:2]
    rows = [["Alba", "ada@lamps.example", *cells(ALBA)], ["Cyra", "", *cells(CYRA)]]
    alba, cyra = read(form([upper, lower, *rows]), question_of(case.meeting))
    assert (alba.respondent, alba.contact, told(alba)) == ("Alba", {"email": "ada@lamps.example"}, ALBA)
    assert (cyra.respondent, told(cyra)) == ("Cyra", CYRA)
    assert (alba.unplaced, alba.remarks) == ((), ())
    assert cyra.answers[2].locator.endswith("row 4, column 2.a")


@pytest.mark.parametrize("named", ["{one.id}", "{one.text}"])
def test_respondents_may_stand_above_two_columns_each(case, named):
    rows = [
        ["", "Alba", "", "Cyra", ""],
        ["Recommendation", *["Action taken", "Comments"] * 2],
        *(
            [named.format(one=one), *cells([mine]), *cells([other])]
            for one, mine, other in zip(case.meeting.recommendations, ALBA, CYRA, strict=True)
        ),
    ]
    alba, cyra = read(xlsx_of(rows), question_of(case.meeting))
    assert (alba.respondent, told(alba)) == ("Alba", ALBA)
    assert (cyra.respondent, told(cyra)) == ("Cyra", CYRA)
    assert cyra.answers[0].locator == "sheet S1, row 3, column 5"


def test_one_name_above_two_columns_may_head_both_and_is_no_respondent(case):
    rows = [["", "Follow-up", ""], ["Recommendation", "Action taken", "Comments"]]
    rows += [[one.id, *cells([said])] for one, said in zip(case.meeting.recommendations, ALBA, strict=True)]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert (reply.respondent, told(reply)) == ("", ALBA)


@pytest.mark.parametrize("form", [csv_of, xlsx_of])
def test_what_a_survey_tool_puts_below_its_questions_is_no_reply(case, form):
    heads = [cell for one in case.meeting.recommendations for cell in (one.text, "")]
    upper = ["Respondent ID", "End Date", "Country", *heads]
    lower = ["", "", "Open-Ended Response", *["Response", "If yes, please specify"] * 3]
    (alba,) = read(form([upper, lower, ["118", "12 March 2031", "Alba", *cells(ALBA)]]), question_of(case.meeting))
    assert (alba.respondent, alba.submitted_on, told(alba)) == ("Alba", "12 March 2031", ALBA)
    assert (alba.unplaced, alba.remarks) == ((), ())
