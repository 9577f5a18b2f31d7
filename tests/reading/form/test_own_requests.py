"""Requests below each recommendation in words that are no form's labels: what stands behind them tells their kind."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

SAID = (("1.a", "yes", "We lit the quay in 2030."), ("1.b", "no", ""), ("2.a", "yes", "Lists went to Cyra."))
ACTIONS = [
    "Progress:",
    "State of play:",
    "Follow-up:",
    "Taken?",
    "Answer:",
    "Response:",
    "Did your Government implement this recommendation?",
]
COMMENTS = [
    "Comments:",
    "Evidence:",
    "Justification:",
    "Activities carried out:",
    "Supporting information:",
    "Notes:",
    "Please explain your answer:",
    "How?",
]


def reply_in(case, action: str, comment: str, *, below: bool, mark=str.capitalize):
    texts = {one.id: one.text for one in case.meeting.recommendations}
    lines = ["Respondent: Alba"]
    for one, said, text in SAID:
        asked = [(action, mark(said)), (comment, text)]
        lines += [
            texts[one],
            *(line for pair in asked for line in (pair if below else (" ".join(pair).strip(),)) if line),
        ]
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    return reply


def boxes(said: str) -> str:
    return "☒ Yes ☐ No" if said == "yes" else "☐ Yes ☒ No"


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("comment", COMMENTS)
@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("mark", [str.capitalize, boxes])
def test_a_mark_behind_each_makes_it_the_question_about_action(case, action, comment, below, mark):
    reply = reply_in(case, action, comment, below=below, mark=mark)
    assert tuple((one.recommendation, one.action_taken, one.text) for one in reply.answers) == SAID
    assert reply.unplaced == ()


def test_labels_that_no_form_has_are_kept_apart_and_names_are_told_from_them(case):
    reply = reply_in(case, "Action taken:", "Zubrowka:", below=False)
    assert (reply.answer_heads, reply.answers[0].text) == (("Zubrowka:",), SAID[0][2])


def test_of_two_requests_for_words_the_second_stays_in_the_answer(case):
    lines = ["Respondent: Alba"]
    for one, (_, said, text) in zip(case.meeting.recommendations, SAID, strict=True):
        lines += [one.text, f"Action taken: {said}", f"Comments: {text}", "Results: Nine lamps."]
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert [one.text.endswith("Results: Nine lamps.") for one in reply.answers] == [True] * 3


def rows_for(case, action: str, comment: str) -> list[list[tuple[str, str]]]:
    """A label and its text, and two requests with what was said, for each recommendation."""
    texts = [one.text for one in case.meeting.recommendations]
    labels = ("1 (a)", "1 (b)", "2 (a)")
    return [
        [(label, text), (action, boxes(said)), (comment, words)]
        for label, text, (_, said, words) in zip(labels, texts, SAID, strict=True)
    ]


@pytest.mark.parametrize("action", ["Answer", "Progress", "Response", "Action taken", "Yes/No"])
@pytest.mark.parametrize("comment", ["Comments:", "Evidence", "If yes, please describe", "Measures taken"])
@pytest.mark.parametrize("apart", [False, True])
def test_in_tables_they_stand_beside_what_was_said(case, action, comment, apart):
    each = rows_for(case, action, comment)
    tables = "".join(table(*rows) for rows in each) if apart else table(*(row for rows in each for row in rows))
    (reply,) = read(word(table(("Country", "Alba")) + tables), question_of(case.meeting))
    assert tuple((one.recommendation, one.action_taken, one.text) for one in reply.answers) == SAID


@pytest.mark.parametrize("heads", [("Recommendation", "Progress", "Details"), ("Recommendation", "Answer", "Evidence")])
def test_a_table_for_each_recommendation_may_have_such_heads(case, heads):
    tables = [
        table(heads, (f"{label} {text}", boxes, words))
        for (label, text), (_, boxes), (_, words) in rows_for(case, "", "")
    ]
    (reply,) = read(word(table(("Country", "Alba")) + "".join(tables)), question_of(case.meeting))
    assert tuple((one.recommendation, one.action_taken, one.text) for one in reply.answers) == SAID
    assert reply.unplaced == ()
