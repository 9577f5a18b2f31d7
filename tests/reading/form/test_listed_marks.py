"""Lines that give one mark to the recommendations they name."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
MARKS = {"1.a": "yes", "1.b": "no", "2.a": "yes"}
TEXTS = {"1.a": "We lit the quay.", "1.b": "Pilots are few.", "2.a": "Lists went out."}
ROWS = tuple(f"{identifier} {text}" for identifier, text in TEXTS.items())
LINES = [
    ("Yes: 1 (a), 2 (a)", "No: 1 (b)"),
    ("Implemented: 1.a and 2.a. Not implemented: recommendation 1 (b).",),
    ("We have implemented recommendations 1 (a) and 2 (a). We have not implemented recommendation 1 (b).",),
    ("No action has been taken to date on recommendation 1 (b).", "Action was taken on recommendations 1(a), 2(a)."),
    ("Issue 1: recommendation (a) has been implemented. Recommendation (b) was not implemented.", "Yes: 2.a"),
    (
        "On behalf of Alba we wish to inform you that no action has been taken on recommendation 1 (b).",
        "I have the honour to report that recommendations 1 (a) and 2 (a) have been implemented.",
    ),
    ("Aucune mesure n'a été prise: 1 (b)", "Oui: 1 (a), 2 (a)"),
]  # fmt: skip


def reply_of(case, *lines: str):
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    return reply


def told(reply) -> dict[str, tuple[str, str]]:
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


@pytest.mark.parametrize("lines", LINES)
def test_each_recommendation_named_has_the_mark_and_no_text(case, lines):
    reply = reply_of(case, *lines)
    assert told(reply) == {identifier: (said, "") for identifier, said in MARKS.items()}
    assert reply.unplaced == ()


@pytest.mark.parametrize("lines", LINES)
def test_above_a_list_of_answers_they_are_the_marks_of_these(case, lines):
    reply = reply_of(case, *lines, *ROWS)
    assert told(reply) == {identifier: (MARKS[identifier], text) for identifier, text in TEXTS.items()}
    assert reply.unplaced == ()


def test_between_answers_of_a_letter_they_are_no_part_of_the_one_above(case):
    reply = reply_of(
        case,
        "With regard to recommendation 1 (a), the quay was lit.",
        "No action has been taken on recommendations 1 (b) and 2 (a).",
        "With kind regards",
    )
    assert told(reply) == {"1.a": ("unclear", "the quay was lit."), "1.b": ("no", ""), "2.a": ("no", "")}


def test_what_stands_below_such_a_line_of_one_is_its_answer(case):
    reply = reply_of(
        case,
        "With regard to recommendation 1 (a), the quay was lit.",
        "No action has been taken on recommendation 1 (b).",
        "Pilots are few.",
    )
    assert told(reply) == {"1.a": ("unclear", "the quay was lit."), "1.b": ("no", "Pilots are few.")}


def test_a_mark_against_that_of_the_answer_leaves_it_unclear(case):
    reply = reply_of(case, "No: 1 (a)", "1 (a) Yes. We lit the quay.", "1 (b) No.")
    assert told(reply)["1.a"][0] == "unclear"
    assert [remark.code for remark in reply.remarks] == ["needs_editor"]


def test_a_recommendation_that_the_meeting_does_not_have_is_told(case):
    content = word("".join(map(paragraph, (*FRONT, "Yes: 1 (a), 7 (c)", *ROWS))))
    (case.folder / "replies" / "alba.docx").write_bytes(content)
    (finding,) = (one for one in steps.intake(case).findings if one.code == "unknown_recommendation")
    assert "7.c" in finding.message


@pytest.mark.parametrize(
    "line",
    [
        "No action has been taken on recommendation 1 (b), since pilots are few.",
        "Yes: 1 (a) to 2 (a)",
        "We have implemented recommendation (a).",
        "Implemented: 1 (a). Gulls came back.",
        "In progress: 1 (b)",
    ],
)
def test_what_says_more_or_less_is_no_such_line(case, line):
    reply = reply_of(case, line, *ROWS)
    assert line in [words.text for words in reply.unplaced]
    assert {said for said, _ in told(reply).values()} == {"unclear"}


def test_a_file_that_only_names_several_inside_a_paragraph_answers_them_together(case):
    text = "We lit the quay, as recommendations 1 (a) and 1 (b) ask."
    reply = reply_of(case, text)
    assert told(reply) == {"1.a": ("unclear", text), "1.b": ("unclear", text)}
    assert [remark.code for remark in reply.remarks] == ["needs_editor"]


@pytest.mark.parametrize("sign", ["; ", " = ", " → ", ": "])
def test_signs_may_part_label_and_answer_in_a_list(case, sign):
    reply = reply_of(case, f"1a{sign}Yes", f"1b{sign}No", f"2a{sign}Yes. Lists went out.")
    assert {one: said for one, (said, _) in told(reply).items()} == MARKS


def test_whose_a_reply_of_such_a_line_is_may_stand_above_it(case):
    lines = ("Reply of Alba", "No action has been taken on recommendations 1 (a), (b) and 2 (a).", "With kind regards")
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert (reply.respondent, set(told(reply).values())) == ("Alba", {("no", "")})
