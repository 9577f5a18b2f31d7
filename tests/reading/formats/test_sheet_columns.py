"""Columns of sheets by the labels that forms have. Keeps out: rows, and the questions of surveys (test_sheet.py)."""

import pytest

from pipeline.reading.formats.sheet_columns import columns_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question


@pytest.mark.parametrize(
    ("heads", "yes"),
    [
        ("Pays;Recommandation;Mesures prises;Commentaires", "Oui"),
        ("País;Recomendación;Medidas adoptadas;Comentarios", "Sí"),
        ("Страна;Рекомендация;Принятые меры;Комментарии", "Да"),
        ("البلد;التوصية;الإجراءات المتخذة;تعليقات", "نعم"),
        ("国家;建议;采取的行动;评论", "是"),
    ],
)
def test_columns_are_known_by_the_labels_of_forms_in_any_language(case, heads, yes):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    found = read(f"{heads}\nAlba;1.a;{yes};Lit.\nCyra;1.a;{yes};Cyran.\n".encode(), question)
    assert [(one.respondent, one.answers[0].action_taken, one.answers[0].text) for one in found] == [
        ("Alba", "yes", "Lit."),
        ("Cyra", "yes", "Cyran."),
    ]


@pytest.mark.parametrize("write", [
    "{one.issue}({one.label}) {one.text}", "{one.text}", "Recommendation {one.issue} ({one.label})",
    "Issue {one.issue}, recommendation ({one.label})", "{one.issue}.{one.label}: {one.text}",
])  # fmt: skip
def test_a_row_may_name_its_recommendation_as_forms_print_it(case, write):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    rows = [
        ["Country", "Recommendation", "Action taken", "Comments"],
        *(["Alba", write.format(one=one), "Yes", f"Lit {one.id}."] for one in question.recommendations),
    ]
    (reply,) = read("\n".join(map(";".join, rows)).encode(), question)
    assert [(a.recommendation, a.text) for a in reply.answers] == [
        (one.id, f"Lit {one.id}.") for one in question.recommendations
    ]


@pytest.mark.parametrize(
    ("done", "said"), [("Implemented", "Description"), ("Implemented?", "What was done"), ("Completed", "Remarks")]
)
def test_columns_of_rows_that_name_their_recommendation_are_headed_as_those_of_forms_are(case, done, said):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    (reply,) = read(
        f"Country;Recommendation;{done};{said}\nAlba;Rec. 1(a);Yes;Lit.\nAlba;2.a;No;Not yet.\n".encode(), question
    )
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "Lit."),
        ("2.a", "no", "Not yet."),
    ]
    assert reply.unplaced == ()


def columns(case, *heads: str):
    return columns_of(list(heads), Question(case.meeting.id, tuple(case.meeting.recommendations)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I(a) Lamps", "If yes, please describe"),
        ("{text}", "Measures taken, results achieved:"),
        ("{text} [Action taken]", "{text} [Comments]"),
        ("I(a) {text} - Action taken", "I(a) {text} - Comments"),
        ("Action taken on 1 (a)", "Details 1 (a)"),
        ("Action (1a)", "Comment (1a)"),
        ("Q1a", "Q1a_text"),
        ("R1a_status", "R1a_remarks"),
        ("rec_1a", "rec_1a_details"),
        ("1a", "1a comments"),
    ],
)
def test_headings_name_their_recommendation_in_many_ways(case, first, second):
    text = case.meeting.recommendations[0].text
    found = columns(case, "Country", first.format(text=text), second.format(text=text))
    assert found.wide == {("1.a", "action_taken"): 1, ("1.a", "text"): 2}


def test_comments_may_stand_before_the_question_whether_action_was_taken(case):
    found = columns(case, "Country", "1(a) Comments", "Action taken", "1(b) Comments", "Action taken")
    assert found.wide == {
        ("1.a", "text"): 1,
        ("1.a", "action_taken"): 2,
        ("1.b", "text"): 3,
        ("1.b", "action_taken"): 4,
    }


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Name of official", "name"),
        ("E-mail (official)", "email"),
        ("Telephone (with country code)", "telephone"),
        ("What is the name of your country?", "respondent"),
    ],
)
def test_fields_may_be_asked_for_in_other_words(case, head, kind):
    assert columns(case, head).single == {kind: 0}


def test_the_column_of_agencies_is_not_that_of_respondents(case):
    found = columns(case, "Responding agency", "Responding country", "1.a text")
    assert (found.single, found.unknown) == ({"respondent": 1}, {0: "Responding agency"})


def test_columns_that_a_survey_tool_adds_are_passed_over(case):
    found = columns(case, "_uuid", "startlanguage", "IP address", "Country", "1.a text", "start", "end")
    assert (found.single, found.unknown) == ({"respondent": 3}, {})


@pytest.mark.parametrize("head", ["_submission_time", "submitdate", "SubmitDate"])
def test_the_time_that_a_survey_tool_puts_down_is_the_date(case, head):
    found = columns(case, "Country", "1.a text", "start", "end", head)
    assert (found.single, found.unknown) == ({"respondent": 0, "submitted_on": 4}, {})
