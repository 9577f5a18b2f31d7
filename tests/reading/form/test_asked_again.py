"""Lists and letters that repeat what was asked, "Q: … A: …", or hold boxes and columns made of signs."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
SAID = [("1.a", "yes", "Yes. We lit the quay."), ("1.b", "no", ""), ("2.a", "yes", "Yes, Cyra has our list.")]
TEXTS = ("Yes. We lit the quay.", "No.", "Yes, Cyra has our list.")


def told(case, *lines: str) -> list[tuple[str, str, str]]:
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert not reply.unplaced
    return [(one.recommendation, one.action_taken, one.text) for one in reply.answers]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q: Has action been taken on recommendation {}?", "A: {}"),
        ("Question: What was done about recommendation {}?", "Answer: {}"),
        ("Q. What have you done (recommendation {})?", "{}"),
        ("Q: And what did you do here ({})?", "A: {}"),
        ("What did you do here ({})?", "{}"),
    ],
)
def test_a_question_that_names_its_recommendation_has_the_answer_below(case, asks, answers):
    lines = [
        line.format(what)
        for label, said in zip(("1 (a)", "1 (b)", "2 (a)"), TEXTS, strict=True)
        for line, what in ((asks, label), (answers, said))
    ]
    assert told(case, *lines) == SAID


@pytest.mark.parametrize("said", ["We lit the quay", "We lit the quay."])
def test_a_label_without_its_word_may_stand_behind_what_was_done(case, said):
    lines = (f"{said} (1a)", "Cyra trains our pilots (1b).", "Cyra has our list [2a].")
    assert told(case, *lines) == [
        ("1.a", "unclear", said),
        ("1.b", "unclear", "Cyra trains our pilots"),
        ("2.a", "unclear", "Cyra has our list"),
    ]


@pytest.mark.parametrize(
    "boxes", [("[x] Yes  [ ] No", "[ ] Yes  [x] No"), ("Yes ☒ No ☐", "Yes ☐ No ☒"), ("☒ Yes", "☒ No")]
)
def test_boxes_behind_a_label_are_marks_also_where_nothing_stands_below(case, boxes):
    yes, no = boxes
    lines = (f"1 (a)  {yes}", "We lit the quay.", f"1 (b)  {no}", f"2 (a)  {no}")
    assert told(case, *lines) == [("1.a", "yes", "We lit the quay."), ("1.b", "no", ""), ("2.a", "no", "")]


def test_columns_may_be_parted_by_signs(case):
    lines = ("1 (a) | Yes | We lit the quay.", "1 (b) | No |", "2 (a) | Yes | Cyra has our list.")
    assert [(mark, text) for _, mark, text in told(case, *lines)] == [
        ("yes", "Yes | We lit the quay."),
        ("no", ""),
        ("yes", "Yes | Cyra has our list."),
    ]


def test_labels_may_follow_ad(case):
    lines = ("Ad 1 (a): We lit the quay.", "Ad 1 (b): no action", "Ad 2 (a): Cyra has our list.")
    assert [(mark, text) for _, mark, text in told(case, *lines)] == [
        ("unclear", "We lit the quay."),
        ("no", ""),
        ("unclear", "Cyra has our list."),
    ]


@pytest.mark.parametrize(
    "said", ["No action", "nothing so far.", "Nothing to date", "No action yet.", "Aucune mesure."]
)
def test_few_words_may_be_a_no(case, said):
    assert told(case, f"1 (a): {said}", f"1 (b): {said}", f"2 (a): {said}") == [
        (one, "no", "") for one in ("1.a", "1.b", "2.a")
    ]


def test_details_below_a_mark_that_has_a_label_are_without_theirs(case):
    texts = [one.text for one in case.meeting.recommendations]
    said = [("Yes", "Details: We lit the quay."), ("No", "Details:"), ("Yes", "Details: Cyra has our list.")]
    lines = [
        line
        for text, (mark, details) in zip(texts, said, strict=True)
        for line in (f"Recommendation: {text}", f"Reply: {mark}", details)
    ]
    assert told(case, *lines) == [
        ("1.a", "yes", "We lit the quay."),
        ("1.b", "no", ""),
        ("2.a", "yes", "Cyra has our list."),
    ]
