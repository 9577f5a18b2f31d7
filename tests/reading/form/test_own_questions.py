"""Forms that ask in words of their own, "Question 2. Train pilots …"; the third recommendation is left blank."""

import pytest

from pipeline.config import Limits
from pipeline.raw.recommendation import Recommendation
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply
from tests.hostile import paragraph, word
from tests.tables import table

ASKED = (
    ("1.a", "Every harbour is invited to paint the buoys before it."),
    ("1.b", "Pilots should be trained in the use of tide tables."),
    ("1.c", "Wrecks should be marked and put on charts."),
    ("2.a", "Lists of cargo should be exchanged with other harbours."),
)
OWN = (
    "Paint buoys in front of harbours.",
    "Train the pilots in tides.",
    "Mark wrecks, chart them.",
    "Exchange cargo lists.",
)
SAID = (("yes", "We lit the quay."), ("no", "Pilots are too few."), ("", ""), ("yes", "Cyra has our list."))
QUESTION = Question(
    "harb-12",
    tuple(
        Recommendation(one, int(one[0]), ("Small harbours", "Cargo")[int(one[0]) - 1], one[2], at, text)
        for at, (one, text) in enumerate(ASKED, start=1)
    ),
)


def boxes(mark: str) -> str:
    return f"{'☒' if mark == 'yes' else '☐'} Yes   {'☒' if mark == 'no' else '☐'} No"


def reply_of(body: str) -> Reply:
    (reply,) = read(word(paragraph("Country: Alba") + body), QUESTION, Limits())
    return reply


def told(reply: Reply) -> list[tuple[str, str]]:
    assert [one.recommendation for one in reply.answers] == [one for one, _ in ASKED]
    return [(one.action_taken, one.text) for one in reply.answers]


@pytest.mark.parametrize("label", ["Q{}.", "Question {}:", "Question {}.", "Q {}:", "{}:", ""])
@pytest.mark.parametrize("head", ["Question", "What was asked", "Point raised in Duna"])
def test_each_row_of_a_table_is_one_also_where_nothing_was_answered(label, head):
    rows = [
        (f"{label.format(at)} {own}".strip(), mark.title(), said)
        for at, (own, (mark, said)) in enumerate(zip(OWN, SAID, strict=True), start=1)
    ]
    assert told(reply_of(table((head, "Yes/No", "Comments"), *rows))) == list(SAID)


@pytest.mark.parametrize("label", ["Q{}.", "Question {}:", "Question {}.", "Q {}:"])
def test_questions_may_be_numbered_through(label):
    lines = []
    for at, (own, (mark, said)) in enumerate(zip(OWN, SAID, strict=True), start=1):
        lines += [f"{label.format(at)} {own}", boxes(mark), f"Comments: {said}"]
    reply = reply_of("".join(map(paragraph, lines)))
    assert told(reply) == [(mark if mark else "", said) for mark, said in SAID]


def test_as_many_questions_as_issues_are_issues():
    lines = []
    for (one, text), (mark, said) in zip(ASKED, SAID, strict=True):
        lines += [f"Question {one[0]}"] if one[2] == "a" else []
        lines += [f"({one[2]}) {text}", boxes(mark), said]
    assert told(reply_of("".join(map(paragraph, lines)))) == [(mark, said) for mark, said in SAID]


def test_a_table_of_fewer_rows_is_of_something_else():
    rows = [
        ("How many lamps are lit at the quay?", "Yes", "Nine."),
        ("How many pilots sail in this harbour?", "No", "None."),
    ]
    body = "".join(map(paragraph, (ASKED[0][1], boxes("yes"), "We lit the quay."))) + table(
        ("Question", "Yes/No", "Comments"), *rows
    )
    reply = reply_of(body)
    assert reply.answers[0].recommendation == "1.a"
    words = " ".join((*(one.text for one in reply.answers), *(one.text for one in reply.unplaced)))
    assert "Nine." in words
    assert "How many lamps" in words


def stacked(*more: tuple[str, tuple[str, ...]], first: str = "Has this recommendation been implemented?") -> str:
    """A table for all recommendations, with rows of labels and values below each; `more` are rows by label."""
    rows = []
    for at, ((one, text), (mark, said)) in enumerate(zip(ASKED, SAID, strict=True)):
        rows += [
            (f"Recommendation {one[0]} ({one[2]}): {text}",),
            (first, boxes(mark)),
            ("Measures taken (laws)", said),
        ]
        rows += [(label, values[at]) for label, values in more]
    return table(*rows)


def test_rows_below_a_recommendation_are_labels_and_values():
    reply = reply_of(stacked(("Obstacles met", ("",) * 4), ("Help that is wanted", ("",) * 4)))
    assert told(reply) == list(SAID)


def test_a_short_value_beside_a_label_of_the_forms_own_is_told_with_it():
    reply = reply_of(
        stacked(
            ("Lead agency", ("Harbour Office", "Pilots' Guild", "", "Customs")),
            ("Since when", ("2029", "", "", "2030")),
        )
    )
    assert told(reply) == list(SAID)
    left = [words.text for words in reply.unplaced]
    assert {"Lead agency: Harbour Office", "Lead agency: Customs", "Since when: 2029", "Since when: 2030"} <= set(left)


def test_a_sentence_beside_such_a_label_is_part_of_the_answer():
    reply = reply_of(stacked(("Obstacles met", ("Fog came in May.", "", "", "The sea was rough."))))
    assert told(reply)[0] == ("yes", "We lit the quay.\nFog came in May.")
    assert told(reply)[3] == ("yes", "Cyra has our list.\nThe sea was rough.")


@pytest.mark.parametrize("label", ["Agency", "Since", "Lead body"])
def test_a_short_value_behind_a_label_of_the_forms_own_is_told_with_it(label):
    parts = []
    for (_, text), (mark, said) in zip(ASKED, SAID, strict=True):
        rows = [(text,), (f"{label}: Harbour Office",), (boxes(mark),), (said,)]
        parts.append(table(*rows))
    reply = reply_of("".join(parts))
    assert [(one.action_taken, one.text) for one in reply.answers if one.text and "Office" not in one.text] == [
        one for one in SAID if one[1]
    ]
    assert f"{label}: Harbour Office" in [words.text for words in reply.unplaced]


def test_a_question_nobody_answered_is_no_answer_where_all_others_have_it():
    lines = []
    for (_, text), (mark, said) in zip(ASKED, SAID, strict=True):
        when = f"c) When? {'In 2029.' if mark == 'yes' else ''}".strip()
        lines += [text, f"a) Has action been taken? {mark.title()}", f"b) If yes, describe: {said}", when]
    answers = told(reply_of("".join(map(paragraph, lines))))
    assert [text for mark, text in answers if mark != "yes"] == [said for mark, said in SAID if mark != "yes"]


def test_several_such_labels_are_told_whatever_order_a_set_has_them_in():
    lines, own = [], ("Agency: Navy", "Since: 2029", "Budget: small", "Leader: Mara")
    for (_, text), (mark, said) in zip(ASKED, SAID, strict=True):
        lines += [text, boxes(mark), *own, said or "Not yet."]
    reply = reply_of("".join(map(paragraph, lines)))
    assert [text for _, text in told(reply)] == [said or "Not yet." for _, said in SAID]
    assert set(own) <= {words.text for words in reply.unplaced}
