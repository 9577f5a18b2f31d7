"""Marks in words before or behind a recommendation's text, in its own paragraph."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.workspaces import again

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
READ = {"1.a": ("yes", "We lit the quay."), "1.b": ("no", ""), "2.a": ("yes", "")}
# What stands behind the three texts.
BEHIND = [
    (" – Yes.", " – No.", " – Yes"), (" YES", " NO", " YES"), (": Yes", ": No", ": Yes"), (" (Yes)", " (No)", " (Yes)"),
    (" Implemented.", " – Not implemented", " – Implemented."),
    (" – Action has been taken.", " – No action has been taken to date.", ": Measures were taken."),
]  # fmt: skip
# What stands before them.
BEFORE = [
    ("Yes – ", "No – ", "Yes – "), ("YES: ", "NO: ", "YES: "), ("Yes. ", "No. ", "Yes. "), ("(Yes) ", "[No] ", "Yes "),
    ("Oui, ", "Нет – ", "Sí: "), ("Y – ", "N: ", "Y – "), ("1 (a) Yes – ", "1.b [No] ", "II. (a) Yes: "),
    ("Yes (a) ", "No (b) ", "Yes (a) "), ("Implemented: ", "Not implemented: ", "Implemented – "),
    ("Measures were taken. ", "No action has been taken to date. ", "Action has been taken: "),
]  # fmt: skip
LABELS = [("1. ", "2. ", "3. "), ("Recommendation 1 (a): ", "Recommendation 1 (b): ", "Recommendation 2 (a): ")]


def form(case, labels, behind, first: tuple[str, ...] = ("We lit the quay.",)) -> bytes:
    """The three texts, each with what is said behind it, and lines of an answer below the first."""
    texts = (recommendation.text for recommendation in case.meeting.recommendations)
    one, *others = ("".join(parts) for parts in zip(labels, texts, behind, strict=True))
    return word("".join(map(paragraph, (*FRONT, one, *first, *others))))


def told(reply) -> dict[str, tuple[str, str]]:
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


@pytest.mark.parametrize("labels", LABELS)
@pytest.mark.parametrize("behind", BEHIND)
def test_a_mark_behind_a_text_is_the_mark_of_that_recommendation(case, behind, labels):
    (reply,) = read(form(case, labels, behind), question_of(case.meeting))
    assert (told(reply), reply.unplaced) == (READ, ())


@pytest.mark.parametrize("before", BEFORE)
def test_a_mark_before_a_text_is_the_mark_of_that_recommendation(case, before):
    (reply,) = read(form(case, before, ("", "", "")), question_of(case.meeting))
    assert (told(reply), reply.unplaced) == (READ, ())


@pytest.mark.parametrize("labels", [("No. 1 ", "No. 2 ", "No. 3 "), ("No. (a) ", "No. (b) ", "No. (c) ")])
def test_the_number_of_a_text_is_no_mark(case, labels):
    (reply,) = read(form(case, labels, ("", "", "")), question_of(case.meeting))
    assert told(reply) == {"1.a": ("unclear", "We lit the quay."), "1.b": ("", ""), "2.a": ("", "")}


@pytest.mark.parametrize("choices", [("Partly", "In progress", "N/A"), ("Not applicable", "Not yet", "Planned")])
@pytest.mark.parametrize(("labels", "behind"), [("{}: ", ""), ("({}) ", ""), ("1. ", " – {}")])
def test_a_choice_beside_yes_and_no_is_told_as_the_mark_and_is_the_answer_where_there_is_no_other(
    case, labels, behind, choices
):
    beside = [tuple(pattern.format(choice) for choice in choices) for pattern in (labels, behind)]
    (reply,) = read(form(case, *beside), question_of(case.meeting))
    answers = zip(reply.answers, ("We lit the quay.", *choices[1:]), choices, strict=True)
    for answer, text, choice in answers:
        assert (answer.action_taken, answer.text, f"(mark: {choice})" in answer.locator) == ("unclear", text, True)
    assert reply.unplaced == ()


def test_more_in_brackets_before_a_text_is_told(case):
    before = ("Yes (14 lamps): ", "No (planned for 2040) – ", "Yes: ")
    (reply,) = read(form(case, before, ("", "", "")), question_of(case.meeting))
    assert [answer.action_taken for answer in reply.answers] == ["yes", "no", "yes"]
    kept = " ".join([*(answer.text for answer in reply.answers), *(left.text for left in reply.unplaced)])
    assert "14 lamps" in kept
    assert "planned for 2040" in kept


def test_a_text_in_slightly_other_words_may_have_one_behind_it(case):
    lines = [
        "Governments are urged to inspect lights of every small harbour once each year. Yes",
        "Governments shall train pilots in use of tide tables and publish the results. No",
        "Port authorities were urged to share the lists of dangerous cargo with neighbours – Yes",
    ]
    lines.insert(1, "We lit the quay.")
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert told(reply) == READ


def test_a_text_in_slightly_other_words_may_have_one_before_it(case):
    lines = [
        "Yes – Governments are urged to inspect lights of every small harbour once each year.",
        "We lit the quay.",
        "No: Governments shall train pilots in use of tide tables and publish the results.",
        "Yes. Port authorities were urged to share the lists of dangerous cargo with neighbours",
    ]
    (reply,) = read(word("".join(map(paragraph, (*FRONT, *lines)))), question_of(case.meeting))
    assert told(reply) == READ


def test_an_answer_behind_a_text_may_begin_with_one(case):
    behind = (" Implemented. We lit the quay.", " – No.", " – Yes")
    (reply,) = read(form(case, LABELS[1], behind, ()), question_of(case.meeting))
    assert told(reply) == READ


@pytest.mark.parametrize("behind", [(" Yes / No",) * 3, (" (yes, no)",) * 3, ("",) * 3])
def test_both_words_behind_a_text_are_those_of_the_form(case, behind):
    (reply,) = read(form(case, LABELS[1], behind), question_of(case.meeting))
    assert told(reply) == {"1.a": ("unclear", "We lit the quay."), "1.b": ("", ""), "2.a": ("", "")}


def test_a_text_that_ends_with_such_a_word_has_no_mark(case):
    path = case.folder / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("publish the results.", "say yes or no"), encoding="utf-8")
    meeting = again(case).meeting
    lines = [recommendation.text for recommendation in meeting.recommendations]
    (reply,) = read(word("".join(map(paragraph, (*FRONT, lines[0], "Lit.", *lines[1:])))), question_of(meeting))
    assert told(reply)["1.b"] == ("", "")


@pytest.mark.parametrize("behind", [*BEHIND, (" – Yes. We lit the quay.", " – No: pilots are few.", " – We sold it.")])
def test_what_stands_behind_a_text_is_no_change_of_it(case, behind):
    (case.folder / "replies" / "alba.docx").write_bytes(form(case, LABELS[1], behind, ()))
    assert "recommendation_text_changed" not in {finding.code for finding in steps.intake(case).findings}


@pytest.mark.parametrize("before", [*BEFORE, ("Partly: ", "In progress – ", "N/A – ")])
def test_what_stands_before_a_text_is_no_change_of_it(case, before):
    (case.folder / "replies" / "alba.docx").write_bytes(form(case, before, ("", "", "")))
    assert "recommendation_text_changed" not in {finding.code for finding in steps.intake(case).findings}


@pytest.mark.parametrize("request_", ["Response:", "Reply –", "Comments:", "Action taken:"])
def test_a_request_may_stand_between_a_text_and_what_is_said_behind_it(case, request_):
    behind = (f" {request_} We lit the quay.", f" {request_} No action.", f" {request_} Cyra has our list.")
    (reply,) = read(form(case, ("", "", ""), behind, first=()), question_of(case.meeting))
    assert told(reply) == {
        "1.a": ("unclear", "We lit the quay."),
        "1.b": ("no", ""),
        "2.a": ("unclear", "Cyra has our list."),
    }
    assert [answer.text_in_form for answer in reply.answers] == [one.text for one in case.meeting.recommendations]
