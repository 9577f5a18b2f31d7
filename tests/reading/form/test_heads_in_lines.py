"""A table that was pasted as text: the headings of its columns stand in lines below each other and are no value."""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question

A = "Governments are encouraged to inspect the lights of every small harbour once a year."
B = "Governments should train pilots in the use of tide tables and publish the results."
FRONT = ["Country", "Alba", "Fax:"]
ROWS = ["1 (a)", A, "Yes", "Lit.", "1 (b)", B, "No"]


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def reply_of(question: Question, lines: list[str]):
    (reply,) = read("\n\n".join(lines).encode(), question)
    return reply


@pytest.mark.parametrize(
    "heads",
    [
        ("Recommendation", "Reply"),
        ("Recommendation", "Action taken", "Comments"),
        ("No.", "Recommendation", "Action taken", "Comments"),
        ("Recommandation", "Mesures prises", "Observations"),
    ],
)
def test_headings_in_lines_are_no_value_of_the_field_above(question, heads):
    reply = reply_of(question, [*FRONT, *heads, *ROWS])
    assert (reply.respondent, reply.contact, reply.general, reply.publish) == ("Alba", {}, "", "")
    assert [(one.action_taken, one.text) for one in reply.answers[:2]] == [("yes", "Lit."), ("no", "")]


def test_headings_in_lines_are_no_part_of_the_general_statement(question):
    reply = reply_of(question, ["Country: Alba", "General comments", "We thank you.", "Recommendation", "Reply", *ROWS])
    assert reply.general == "We thank you."


def test_a_no_above_the_word_recommendation_is_an_answer(question):
    lines = ["Country: Alba", "Recommendation", A, "Action taken", "No.", "Recommendation", B, "Action taken", "Yes"]
    assert [one.action_taken for one in reply_of(question, lines).answers[:2]] == ["no", "yes"]


def test_titles_above_a_label_in_a_line_of_its_own_are_no_part_of_the_answer_above(case):
    adopted = list(case.meeting.recommendations)
    question = Question(case.meeting.id, tuple(adopted))
    lines = ["Pays : Alba"]
    for at, one in enumerate(adopted):
        if not at or one.issue != adopted[at - 1].issue:
            lines.append(f"{one.issue}. La sécurité des ports, partie {'ABCDE'[one.issue]}")
        lines += [
            "Recommandation",
            f"Recommandation {one.id[0]} ({one.id[-1]}) Les gouvernements sont invités à {one.id}.",
        ]
        lines += ["Mesures prises", "Oui", "Observations", f"Nous avons agi {'deux fois' * (at + 1)}."]
    reply = reply_of(question, lines)
    assert [one.text for one in reply.answers] == [
        f"Nous avons agi {'deux fois' * (at + 1)}." for at in range(len(adopted))
    ]
