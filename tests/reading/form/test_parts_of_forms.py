"""Headings of parts, and recommendations of which a form prints no more than the beginning."""

import pytest

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply
from tests.hostile import paragraph, word
from tests.tables import table

SAID = {"1.a": "We lit the quay.", "1.b": "Nine pilots sail.", "2.a": "Cyra has our list."}


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def form(question: Question, cut: int, *behind: str, heads: str = "Section {}: {}") -> Reply:
    """A form that prints so many letters of each recommendation, under headings of its own."""
    lines, issue = ["Part A – General information", "Country: Alba", "Part B – Recommendations"], 0
    for one in question.recommendations:
        if one.issue != issue:
            issue = one.issue
            lines.append(heads.format(issue, one.issue_title))
        lines += [f"{one.id}) {one.text[:cut]}…", "Yes ☒ No ☐", "If yes, what was done?", SAID[one.id]]
    (reply,) = read(word("".join(map(paragraph, (*lines, *behind)))), question)
    return reply


def said(reply: Reply) -> dict[str, tuple[str, str]]:
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


@pytest.mark.parametrize("cut", [40, 60])
def test_the_beginning_of_a_text_is_enough_where_a_question_follows(question, cut):
    assert said(form(question, cut)) == {one: ("yes", text) for one, text in SAID.items()}


@pytest.mark.parametrize("heads", ["Section {}: {}", "Pillar {} – {}", "{}. {}", "Chapter {} {}"])
def test_the_title_of_an_issue_may_have_any_label(question, heads):
    assert said(form(question, 60, heads=heads)) == {one: ("yes", text) for one, text in SAID.items()}


@pytest.mark.parametrize("heading", ["PART C – OTHER", "Part III: Other matters", "Partie C", "Часть 3. Прочее"])
def test_the_heading_of_a_further_part_ends_the_last_answer(question, heading):
    reply = form(question, 60, heading, "Any other comments", "The herrings came early.")
    assert said(reply)["2.a"] == ("yes", SAID["2.a"])
    assert reply.general == "The herrings came early."


@pytest.mark.parametrize(
    "line", ["Part of the quay is lit.", "Section 3 of the Ports Act applies.", "Part A was lit in May."]
)
def test_a_sentence_that_begins_so_is_part_of_the_answer(question, line):
    assert said(form(question, 60, line))["2.a"] == ("yes", f"{SAID['2.a']}\n{line}")


def test_a_title_below_the_label_in_its_cell_says_of_which_issue_it_is(question):
    titles = [one.issue_title for one in question.recommendations]
    said = ("We lit the quay.", "No action.", "Cyra has our list.")
    rows = [
        (f"Recommendation ({letter})\n{title}", text) for letter, title, text in zip("aba", titles, said, strict=True)
    ]
    (reply,) = read(word(paragraph("Country: Alba") + table(*rows)), question)
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "unclear", "We lit the quay."),
        ("1.b", "no", ""),
        ("2.a", "unclear", "Cyra has our list."),
    ]
    assert not reply.unplaced
