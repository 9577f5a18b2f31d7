"""Answers that are for several recommendations, as their label says."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.form.joint_labels import joint_label
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
LAST = "Recommendation 2 (a): Yes. Cyra has our list."
BOTH = [
    "Recommendations 1 (a) and 1 (b)", "Recommendation 1 (a), 1 (b)", "Recommendation 1(a) and recommendation 1(b)",
    "Recs. 1.a, 1.b", "Recommendations 1 (a) to (b)", "Recommendations (a) and (b) under issue 1",
    "Both recommendations 1 (a) and 1 (b) together", "Recommandations 1 (a) et 1 (b)", "Recomendaciones 1 (a) y 1 (b)",
    "Рекомендации 1 (a) и 1 (b)", "Recommendations I (a) and (b)",
]  # fmt: skip


def replied(case, *lines: str):
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    return reply


def told(reply) -> list[tuple[str, str, str]]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers]


@pytest.mark.parametrize("label", BOTH)
def test_each_recommendation_that_a_label_names_has_the_answer_and_somebody_is_asked_to_part_it(case, label):
    reply = replied(case, f"{label}: Yes. Gulls came.", LAST)
    assert told(reply) == [
        ("1.a", "yes", "Yes. Gulls came."),
        ("1.b", "yes", "Yes. Gulls came."),
        ("2.a", "yes", "Yes. Cyra has our list."),
    ]
    assert reply.unplaced == ()
    assert [(remark.code, remark.value) for remark in reply.remarks] == [("needs_editor", "one answer to 1.a, 1.b")]


def test_all_between_two_labels_are_meant():
    label = joint_label("Recommendations 3 (a) – (d) and 4 (b): We lit the quay.")
    assert (label.issue, label.label, label.rest) == (3, "a", "We lit the quay.")
    assert [one[:2] for one in label.also] == [(3, "b"), (3, "c"), (3, "d"), (4, "b")]


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 1 (a): We share lists (a) and (b).",
        "Recommendations of the 2030 meeting and others",
        "Recommendations 1 and 2",
        "1 (a) and 1 (b): We lit the quay.",
        "Recommendations 1 (b) to 2 (d): We lit the quay.",
    ],
)
def test_what_names_no_several_or_not_all_of_them_is_no_such_label(text):
    assert joint_label(text) is None


def test_an_answer_of_its_own_stands_behind_the_joint_one(case):
    reply = replied(case, "Recommendations 1 (a) and (b): Gulls came.", "Recommendation 1 (b): Pilots came.", LAST)
    assert told(reply)[:2] == [("1.a", "unclear", "Gulls came."), ("1.b", "unclear", "Gulls came.\n\nPilots came.")]


def test_a_mark_for_several_is_a_mark_for_each_and_nothing_to_part(case):
    reply = replied(case, "Recommendations 1 (a), 1 (b) and 2 (a): No.")
    assert told(reply) == [("1.a", "no", ""), ("1.b", "no", ""), ("2.a", "no", "")]
    assert reply.remarks == ()


def test_a_letter_answers_several_at_once(case):
    reply = replied(
        case, "Regarding recommendations 1 (b) and 2 (a), gulls came.", "As for recommendation 1 (a), we left."
    )
    assert told(reply) == [
        ("1.b", "unclear", "gulls came."), ("2.a", "unclear", "gulls came."), ("1.a", "unclear", "we left."),
    ]  # fmt: skip


def test_a_label_in_a_form_may_name_several(case):
    reply = replied(
        case, "Issue 1: Safety of small harbours", "Recommendations 1 (a) and 1 (b)", "Action taken: Yes",
        "Comments: Gulls came.", "Issue 2: Exchange of information on cargo", "Recommendation 2 (a)",
        "Action taken: No",
    )  # fmt: skip
    assert told(reply) == [("1.a", "yes", "Gulls came."), ("1.b", "yes", "Gulls came."), ("2.a", "no", "")]


def test_the_texts_of_both_may_stand_behind_their_label(case):
    both = " ".join(one.text for one in case.meeting.recommendations[:2])
    reply = replied(case, f"Recommendations 1 (a) and (b): {both}", "Action taken: Yes", "Comments: Gulls came.")
    assert told(reply) == [("1.a", "yes", "Gulls came."), ("1.b", "yes", "Gulls came.")]


def test_a_label_above_recommendations_that_each_have_an_answer_is_a_heading(case):
    one, two, _ = (recommendation.text for recommendation in case.meeting.recommendations)
    reply = replied(
        case, "Recommendations 1 (a) and (b)", f"(a) {one}", "Action taken: Yes", "Comments: Gulls came.",
        f"(b) {two}", "Action taken: No",
    )  # fmt: skip
    assert told(reply) == [("1.a", "yes", "Gulls came."), ("1.b", "no", "")]


def test_a_label_among_them_that_the_meeting_does_not_know_is_told(case):
    (case.folder / "replies" / "alba.docx").write_bytes(
        word("".join(map(paragraph, (*FRONT, "Recommendations 1 (a) and 7 (b): Yes. Gulls came.", LAST))))
    )
    found = steps.intake(case)
    assert [(row["recommendation"], row["text"]) for row in found.tables["core.answers"].to_dicts() if row["text"]] == [
        ("1.a", "Yes. Gulls came."), ("2.a", "Yes. Cyra has our list."),
    ]  # fmt: skip
    (unknown,) = [one for one in found.findings if one.code == "unknown_recommendation"]
    assert "found 7.b" in unknown.message
