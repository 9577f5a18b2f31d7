"""Marks that people write with the keyboard: brackets, blanks behind colons, words that affirm."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

SAID = {"1.a": ("yes", "We lit the quay."), "1.b": ("no", "Pilots are too few."), "2.a": ("", "")}
EXPECTED = [(mark, said) for mark, said in SAID.values()]


def answers(case, body: str) -> list[tuple[str, str]]:
    (reply,) = read(word(paragraph("Country: Alba") + body), question_of(case.meeting))
    assert [one.recommendation for one in reply.answers] == list(SAID)
    return [(one.action_taken, one.text) for one in reply.answers]


def lines(case, yes: str, no: str, neither: str) -> str:
    found = []
    for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True):
        found += [f"{one.id} {one.text}", {"yes": yes, "no": no, "": neither}[mark], said]
    return "".join(map(paragraph, found))


@pytest.mark.parametrize(
    "written",
    [
        ("Yes: __X__ No: ____", "Yes: ____ No: __X__", "Yes: ____ No: ____"),
        ("Yes: X No:", "Yes: No: X", "Yes: No:"),
        ("Yes : .x. No : ...", "Yes : ... No : .x.", "Yes : ... No : ..."),
        ("[YES] / NO", "YES / [NO]", "YES / NO"),
        ("(Yes) / No", "Yes / (No)", "Yes / No"),
        ("{Oui} / Non", "Oui / {Non}", "Oui / Non"),
        ("Yes / No (delete as appropriate): Yes", "Yes / No (delete as appropriate): No", "Yes / No (delete one):"),
        ("Action taken: yes/no* yes", "Action taken: yes/no* no", "Action taken: yes/no*"),
        ("Have you taken action? Yes, we have", "Have you taken action? No, we have not.", "Have you taken action?"),
        ("Was action taken? Yes", "Was action taken? No, it was not", "Was action taken?"),
    ],
)
def test_a_mark_is_where_it_was_written(case, written):
    assert [mark for mark, _ in answers(case, lines(case, *written))] in (["yes", "no", ""], ["yes", "no", "unclear"])
    assert [said for _, said in answers(case, lines(case, *written))] == [said for _, said in EXPECTED]


@pytest.mark.parametrize("label", ["Answer: {}", "Reply: {}"])
@pytest.mark.parametrize(("yes", "no"), [("Y", "N"), ("Yes", "No"), ("YES", "NO")])
def test_a_word_above_the_answer_is_its_mark(case, label, yes, no):
    assert answers(case, lines(case, label.format(yes), label.format(no), label.format(""))) == EXPECTED


def test_brackets_around_both_words_or_around_boxes_are_no_mark(case):
    assert {mark for mark, _ in answers(case, lines(case, *["(Yes) / (No)"] * 3))} <= {"", "unclear"}
    marked = lines(case, "[ ] (Yes)  [x] No", "[x] (Yes)  [ ] No", "[ ] (Yes)  [ ] No")
    assert [mark for mark, _ in answers(case, marked)][:2] == ["no", "yes"]


@pytest.mark.parametrize("number", ["{issue}{label}", "{issue}.{label}", "({label})", "{label}"])
@pytest.mark.parametrize("head", ["No.", "No", "#", "Ref."])
def test_a_letter_in_a_column_of_numbers_is_a_label(case, head, number):
    rows = [
        (number.format(issue=one.issue, label=one.label), one.text, mark.title(), said)
        for one, (mark, said) in zip(case.meeting.recommendations, SAID.values(), strict=True)
    ]
    assert answers(case, table((head, "Recommendation", "Action taken (Y/N)", "Comments"), *rows)) == EXPECTED


@pytest.mark.parametrize("caption", ["Table of replies", "Answers of Alba", ""])
def test_a_table_of_answers_may_stand_behind_the_recommendations(case, caption):
    printed = [f"{one.id} {one.text}" for one in case.meeting.recommendations]
    rows = [(one, mark.title(), said) for one, (mark, said) in SAID.items()]
    body = "".join(map(paragraph, [*printed, *filter(None, [caption])])) + table(
        ("No.", "Action taken", "Reply"), *rows
    )
    assert answers(case, body) == EXPECTED


def test_the_answer_above_the_table_of_the_next_issue_stays_one(case):
    one, two, three = case.meeting.recommendations
    heads = ("No.", "Recommendation", "Action taken", "Reply")
    body = paragraph(one.text) + paragraph("☒ Yes ☐ No") + paragraph("Lit in part")
    body += table(heads, (two.id, two.text, "No", "Pilots are too few."), (three.id, three.text, "", ""))
    assert answers(case, body) == [("yes", "Lit in part"), ("no", "Pilots are too few."), ("", "")]


def test_a_note_at_the_foot_that_tells_how_to_mark_is_no_part_of_the_last_answer(case):
    body = lines(case, "yes/no* yes", "yes/no* no", "yes/no*") + paragraph("* Delete as appropriate")
    assert answers(case, body) == EXPECTED
