"""Labels in words of their own, above the recommendations' texts: alike but for a number that goes on."""

import pytest

from pipeline.reading.form.anchors import anchors_of
from pipeline.reading.form.labels_above import labels_above, texts_in
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def found(question: Question, *above: str, behind: str = "Lit.") -> list[str]:
    """The recommendations that a form has labels above, a line above each."""
    texts = []
    for line, one in zip(above, question.recommendations, strict=True):
        texts += [line, one.text, behind]
    return list(labels_above(texts, texts_in(texts, anchors_of(question))).values())


@pytest.mark.parametrize(
    "above",
    [
        ("Question 1", "Question 2", "Question 3"),
        ("First measure", "Second measure", "Third measure"),
        ("Première mesure", "Deuxième mesure", "Troisième mesure"),
        ("Measure No. i", "Measure No. ii", "Measure No. iii"),
        ("Item 1/a", "Item 1/b", "Item 2/a"),
        ("Text h)", "Text i)", "Text j)"),
    ],
)
def test_lines_that_count_on_are_labels(question, above):
    assert found(question, *above) == ["1.a", "1.b", "2.a"]


@pytest.mark.parametrize(
    "above",
    [
        ("Alba", "Lit.", "Lit."),  # before the first recommendation nobody has answered
        ("14 lamps", "17 lamps", "19 lamps"),  # numbers that do not go on
        ("None", "None", "None"),
        ("Question 1", "We did question 1.", "It was question 2."),
        ("A line of a good many words, the number 1", "A line of a good many words, the number 2", "x"),
    ],
)
def test_other_lines_are_none(question, above):
    assert found(question, *above) == []


def test_such_labels_are_no_part_of_the_answer_before_them(question):
    lines = ["Country: Alba"]
    for number, (one, said) in enumerate(zip(question.recommendations, ("Lit.", "", "Sent."), strict=True), start=1):
        lines += [f"Question {number}", one.text, f"( {'X' if said else ''} ) Yes ( {'' if said else 'X'} ) No"]
        lines += ["Details:", said]
    (reply,) = read(word("".join(map(paragraph, filter(None, lines)))), question)
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "Lit."),
        ("1.b", "no", ""),
        ("2.a", "yes", "Sent."),
    ]
    assert reply.unplaced == ()


YES, NO = "☒ Yes ☐ No", "☐ Yes ☒ No"


def marks_of(question: Question, *lines: str) -> list[str]:
    """What is read as the marks where each "*" among the lines is the next recommendation's text."""
    texts = iter(one.text for one in question.recommendations)
    body = "".join(paragraph(next(texts) if line == "*" else line) for line in lines)
    (reply,) = read(word(body), question)
    return [one.action_taken for one in reply.answers]


@pytest.mark.parametrize(
    "lines",
    [
        # Nothing stands above the first one.
        ("*", YES, "*", NO, "*", YES),
        ("*", "Yes", "*", "No", "*", "Yes"),
        # What does was asked about the whole reply.
        ("Country: Alba", "May this reply be published?", YES, "*", YES, "*", NO, "*", YES),
        ("Country: Alba", "Do you wish to have a copy?", NO, "*", YES, "Lit.", "*", NO, "*", YES),
        (
            "Publication on the website",
            YES,
            "*",
            "Action taken:",
            YES,
            "*",
            "Action taken:",
            NO,
            "*",
            "Action taken:",
            YES,
        ),
        # Boxes above each.
        ("Country: Alba", YES, "*", "Lit.", NO, "*", YES, "*", "Sent."),
        ("Country: Alba", YES, "*", NO, "*", YES, "*"),
        ("Country: Alba", "Please tick:", YES, "*", "Lit.", NO, "*", YES, "*", "Sent."),
    ],
)
def test_boxes_belong_to_the_text_that_has_them_on_its_side(question, lines):
    assert marks_of(question, *lines) == ["yes", "no", "yes"]


def test_answers_that_count_on_are_no_labels_where_nothing_stands_above_the_first(question):
    texts = [
        line for number, one in enumerate(question.recommendations) for line in (one.text, f"We lit lamp {number}.")
    ]
    assert labels_above(texts, texts_in(texts, anchors_of(question))) == {}


def test_answers_beside_the_texts_are_none_above_the_next(question):
    asked = table(("Country", "Alba"), ("May this reply be published?", "Yes"))
    said = ("No.", "No.", "Yes. Sent.")
    rows = [(one.text, text) for one, text in zip(question.recommendations, said, strict=True)]
    (reply,) = read(word(asked + table(*rows)), question)
    assert [one.action_taken for one in reply.answers] == ["no", "no", "yes"]
