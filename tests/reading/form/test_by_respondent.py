"""Tables with a column of respondents: each row belongs to the one that it names."""

import pytest

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.by_respondent import ByRespondent, forms_by_respondent
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table

A = "Governments are encouraged to inspect the lights of every small harbour once a year."
HEADS = ("Country", "Recommendation", "Action taken", "Comments")


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def said(question: Question, body: str) -> dict[str, list[tuple[str, str, str]]]:
    return {
        reply.respondent: [(one.recommendation, one.action_taken, one.text) for one in reply.answers]
        for reply in read(word(body), question)
    }


@pytest.mark.parametrize("head", ["Country", "Delegation", "Pays", "Страна", "国家"])
def test_each_row_goes_to_the_respondent_that_it_names(question, head):
    rows = [("Alba", f"1(a) {A}", "Yes", "Lit."), ("Cyra", f"1(a) {A}", "No", ""), ("CYRA", "1(b)", "Yes", "Trained.")]
    assert said(question, table((head, *HEADS[1:]), *rows)) == {
        "Alba": [("1.a", "yes", "Lit.")],
        "Cyra": [("1.a", "no", ""), ("1.b", "yes", "Trained.")],
    }


def test_a_row_without_a_name_goes_with_the_one_above_it(question):
    rows = [("Alba", "1(a)", "Yes", "Lit."), ("", "1(b)", "Yes", "Trained."), ("Cyra", "1(b)", "Yes", "Cyran.")]
    assert said(question, table(HEADS, *rows)) == {
        "Alba": [("1.a", "yes", "Lit."), ("1.b", "yes", "Trained.")],
        "Cyra": [("1.b", "yes", "Cyran.")],
    }


@pytest.mark.parametrize("action", ["Yes", "No", ""])
def test_answers_above_the_first_name_are_nobodys_and_told(question, action):
    rows = [("", "1(a)", action, "Whose?"), ("Alba", "1(b)", "Yes", "Lit."), ("Cyra", "1(b)", "Yes", "Cyran.")]
    replies = read(word(table(HEADS, *rows)), question)
    assert [[(one.recommendation, one.text) for one in reply.answers] for reply in replies] == [
        [("1.b", "Lit.")],
        [("1.b", "Cyran.")],
    ]
    told = " | ".join(filter(None, ("1(a)", action, "Whose?")))
    assert [[one.text for one in reply.unplaced] for reply in replies] == [[told], []]


def test_a_heading_in_a_row_of_its_own_is_for_all(question):
    heads = ("Country", "Action taken", "Comments")
    first = [(f"1(a) {A}",), ("Alba", "Yes", "Lit."), ("Cyra", "No", "")]
    second = [("Recommendation 1(b)",), ("Alba", "No", ""), ("Cyra", "Yes", "Trained.")]
    assert said(question, table(heads, *first, *second)) == {
        "Alba": [("1.a", "yes", "Lit."), ("1.b", "no", "")],
        "Cyra": [("1.a", "no", ""), ("1.b", "yes", "Trained.")],
    }


def test_tables_of_respondents_stand_under_each_recommendation(question):
    heads = ("Country", "Action taken", "Comments")
    body = paragraph("Recommendation 1 (a)") + table(heads, ("Alba", "Yes", "Lit."), ("Cyra", "No", ""))
    body += paragraph("Recommendation 1 (b)") + table(heads, ("Alba", "No", ""), ("Cyra", "Yes", "Trained."))
    assert said(question, body) == {
        "Alba": [("1.a", "yes", "Lit."), ("1.b", "no", "")],
        "Cyra": [("1.a", "no", ""), ("1.b", "yes", "Trained.")],
    }


def test_what_stands_outside_the_rows_is_told_once(question):
    rows = table(HEADS, ("Alba", "1(a)", "Yes", "Lit."), ("Cyra", "1(a)", "Yes", "Cyran."))
    replies = read(word(paragraph("The herrings came early.") + rows), question)
    assert [[one.text for one in reply.unplaced] for reply in replies] == [["The herrings came early."], []]


def test_a_list_of_countries_or_of_one_is_no_table_of_replies():
    def blocks(*rows):
        return [
            Block((Run(text),), 1, Cell(1, row, column))
            for row, cells in enumerate(rows, start=1)
            for column, text in enumerate(cells, start=1)
        ]

    for form in (
        blocks(("Country", "Date"), ("Alba", "May"), ("Cyra", "June")),
        blocks(HEADS, ("Alba", "1(a)", "Yes", "Lit."), ("Alba", "1(b)", "No", "")),
        blocks(("Country", "Alba"), ("Date", "May")),
    ):
        assert forms_by_respondent(form) == ByRespondent([form])
