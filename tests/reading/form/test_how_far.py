"""Words that say how far something is, in columns about action, whatever heads these."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.form.how_far import degree, says_how_far, status
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

LABELS = ("1 (a)", "1 (b)", "2 (a)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Implemented", "yes"),
        ("Fulfilled", "yes"),
        ("Aplicada", "yes"),
        ("No aplicada", "no"),
        ("Не выполнена", "no"),
        ("Non appliquée", "no"),
        ("Yes", ""),
        ("No", ""),
        ("Ongoing", ""),
        ("We implemented it", ""),
    ],
)
def test_a_status_says_yes_or_no_in_words_of_its_own(text, said):
    assert status(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("50%", "yes"),
        ("100 %", "yes"),
        ("0%", "no"),
        ("0.0 %", "no"),
        ("12.5 per cent", "yes"),
        ("Fully", "yes"),
        ("None", "no"),
        ("Nil.", "no"),
        ("Néant", "no"),
        ("Partly", ""),
        ("50", ""),
        ("50% of ports", ""),
    ],
)
def test_a_share_or_degree_says_how_much(text, said):
    assert degree(text) == said


def test_choices_beside_yes_and_no_and_marks_say_how_far():
    assert all(map(says_how_far, ("Ongoing", "En curso", "☒", "Yes", "Done", "0%")))
    assert not any(map(says_how_far, ("The navy", "Since 2029", "")))


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        (("Recommendation", "Where it stands", "Comments"), ("Implemented", "Not implemented", "Ongoing")),
        (("Recomendación", "Estado", "Observaciones"), ("Aplicada", "No aplicada", "En curso")),
        (("Recommandation", "Où en est-on", "Observations"), ("Appliquée", "Non appliquée", "En cours")),
        (("Рекомендация", "Статус", "Комментарии"), ("Выполнена", "Не выполнена", "В процессе выполнения")),
        (("Recommendation", "% of it", "Comments"), ("100%", "0%", "Pending")),
    ],
)
def test_a_column_of_such_words_is_about_action_whatever_heads_it(case, heads, words):
    said = ("We lit the quay.", "", "Cyra has our list.")
    rows = zip(LABELS, words, said, strict=True)
    (reply,) = read(word(paragraph("Country: Alba") + table(heads, *rows)), question_of(case.meeting))
    assert reply.respondent == "Alba"
    assert [(one.action_taken, one.text) for one in reply.answers] == list(
        zip(("yes", "no", "unclear"), said, strict=True)
    )


def test_a_column_of_names_is_not(case):
    rows = zip(LABELS, ("Navy", "Customs", "Navy"), ("We lit the quay.", "None of it.", "Lists."), strict=True)
    heads = ("Recommendation", "Estado", "Observaciones")
    (reply,) = read(word(paragraph("Country: Alba") + table(heads, *rows)), question_of(case.meeting))
    assert {one.action_taken for one in reply.answers} == {"unclear"}
    assert {"Navy", "Customs"} <= {words.text for words in reply.unplaced}


@pytest.mark.parametrize(
    "lines", [("Action taken: None",), ("Measures taken:", "Nothing so far"), ("Action taken: Nil.",)]
)
def test_none_where_action_is_asked_about_is_a_no_and_no_answer(case, lines):
    front = ("Country: Alba", "1 (a)", "Action taken: Yes", "Comments: We lit the quay.", "1 (b)", *lines)
    (reply,) = read(
        word("".join(map(paragraph, (*front, "2 (a)", "Action taken: None", "Comments: Fog.")))),
        question_of(case.meeting),
    )
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("yes", "We lit the quay."),
        ("no", ""),
        ("no", "Fog."),
    ]
