"""Lists of answers of which one is missing, that stand in one paragraph, with numbered paragraphs or a signature."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.reading.form.test_lists import ANSWERS, FRONT, SAID, as_text, as_word, many


@pytest.mark.parametrize("write", [as_word, as_text])
def test_the_answers_of_an_issue_may_stand_in_one_paragraph(write):
    question = many((1, 3), (2, 2))
    lines = [
        "Issue 1",
        "(a) Yes. We lit\u00a0it. (b) No. We do not! (c) Seen (b) too.",
        "Issue 2",
        "(a) Yes. We do. (b)",
    ]
    (reply,) = read(write([*FRONT, *lines]), question)
    assert [(one.recommendation, one.text.replace("\u00a0", " ")) for one in reply.answers] == [
        ("1.a", "Yes. We lit it."), ("1.b", "No. We do not!"), ("1.c", "Seen (b) too."), ("2.a", "Yes. We do."),
        ("2.b", ""),
    ]  # fmt: skip


def test_letters_inside_an_answer_are_its_own_where_others_have_their_paragraph():
    lines = ["Issue 1", "(a) Yes. We did two things. (b) Light lamps. (c) Dig.", "(b) No. We do not."]
    (reply,) = read(as_word([*FRONT, *lines]), many((1, 3), (2, 2)))
    assert [one.text for one in reply.answers] == [
        "Yes. We did two things. (b) Light lamps. (c) Dig.",
        "No. We do not.",
    ]


@pytest.mark.parametrize("between", [(), ("Reply:",)])
def test_a_list_behind_the_recommendations_of_an_issue_may_leave_one_out(case, between):
    one, two, three = case.meeting.recommendations
    lines = [*FRONT, f"(a) {one.text}", f"(b) {two.text}", *between, "(a) Yes. We lit the quay.", f"(a) {three.text}"]
    (reply,) = read(as_word(lines), question_of(case.meeting))
    assert [(answer.recommendation, answer.text) for answer in reply.answers][:2] == [
        ("1.a", "Yes. We lit the quay."),
        ("1.b", ""),
    ]


def test_numbers_before_all_paragraphs_are_no_labels(case):
    lines = [*FRONT]
    for at, (one, said) in enumerate(
        zip(case.meeting.recommendations, ("Yes. We lit it.", "", "No. Cyra has it."), strict=True)
    ):
        label = f"Recommendation {one.issue} ({one.label})"
        lines += [f"{2 * at + 7}. {label}: {one.text}", f"{2 * at + 8}. {said}".strip()]
    (reply,) = read(as_word(lines), question_of(case.meeting))
    assert [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers] == [
        ("1.a", "yes", "Yes. We lit it."),
        ("1.b", "", ""),
        ("2.a", "no", "No. Cyra has it."),
    ]


@pytest.mark.parametrize(
    "labels",
    [
        ("First recommendation: ", "Second recommendation: ", "Third recommendation: "),
        ("Recommendation one\n", "Recommendation two\n", "Recommendation three\n"),
        ("Первая рекомендация: ", "Вторая рекомендация: ", "Третья рекомендация: "),
        ("1st recommendation: ", "2nd recommendation: ", "3rd recommendation: "),
        ("Recommendation number one: ", "Recommendation number two: ", "Recommendation number three: "),
        ("On the first recommendation: ", "On the second, ", "On the third, "),
    ],
)
def test_the_number_of_a_recommendation_may_be_a_word(case, labels):
    said = [f"{label}{one}" for label, one in zip(labels, ("Yes. We lit it.", "No.", "Yes. Listed."), strict=True)]
    (reply,) = read(as_word([*FRONT, *(line for one in said for line in one.split("\n"))]), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "Yes. We lit it."), ("1.b", "no", ""), ("2.a", "yes", "Yes. Listed."),
    ]  # fmt: skip


@pytest.mark.parametrize("general", ["", "We keep 14 lamps."])
def test_a_signature_below_a_list_is_no_part_of_the_general_statement_above(case, general):
    lines = [*FRONT, f"General statement: {general}".strip(), *(f"{one}: {said}" for one, (_, _, said) in SAID.items())]
    (reply,) = read(as_word([*lines, "Best regards,", "Mara Quill"]), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken) for one in reply.answers] == ANSWERS
    assert (reply.general, [words.text for words in reply.unplaced]) == (general, ["Best regards,", "Mara Quill"])


def test_a_label_alone_below_a_list_takes_nothing_from_it(case):
    lines = [*FRONT, *(f"{one} {said}" for one, (_, _, said) in SAID.items()), "Recommendation 1 (a)"]
    (reply,) = read(as_word(lines), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken) for one in reply.answers] == ANSWERS


def test_a_mark_behind_a_label_that_is_not_read_is_told(case):
    lines = ["Recommendation 1 (a): Lit.", "Recommendation 2 (a): Sent.", "Yours sincerely", "1 (b) No.", "1 (b) Yes."]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert [words.text for words in reply.unplaced] == ["Yours sincerely", "1 (b) No.", "1 (b) Yes."]


@pytest.mark.parametrize(
    "lines",
    [
        ("Recommendation 1 (a): Yes. We lit it.", "1 (b): No.", "2 (a): Yes. Listed."),
        ("1 (a): Yes. We lit it.", "1 (b): No.", "Recommendation 2 (a): Yes. Listed."),
        ("As to recommendation 1 (a): Yes. We lit it.", "As to 1 (b): No.", "2 (a): Yes. Listed."),
    ],
)
def test_some_labels_may_have_the_word_and_others_none(case, lines):
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "Yes. We lit it."), ("1.b", "no", ""), ("2.a", "yes", "Yes. Listed."),
    ]  # fmt: skip


def test_one_label_without_the_word_behind_a_joint_one_is_of_its_own_recommendation(case):
    lines = ["Recommendations 1 (a), 1 (b): Yes. Gulls came.", "2 (a): No."]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken) for one in reply.answers] == [
        ("1.a", "yes"), ("1.b", "yes"), ("2.a", "no"),
    ]  # fmt: skip


@pytest.mark.parametrize("no", ["No.", "No", "Not implemented."])
@pytest.mark.parametrize("label", ["{}({})", "{} ({})", "({}{})", "{}.{}"])
def test_one_mark_below_its_label_makes_no_form_of_a_list(case, label, no):
    names = [label.format(*one) for one in ((1, "a"), (1, "b"), (2, "a"))]
    lines = ("Country: Alba", names[0], "Yes. We lit it.", names[1], no, names[2], "Yes. Lists.")
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "Yes. We lit it."),
        ("1.b", "no", ""),
        ("2.a", "yes", "Yes. Lists."),
    ]


def test_dotted_lines_around_an_answer_leave_its_label_out_of_it(case):
    lines = (
        "Country: Alba",
        "1(a) .......Yes.......: We lit it.",
        "1(b) .......No.......",
        "2(a) ....... Lists. .......",
    )
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert [one.text for one in reply.answers] == ["Yes : We lit it.", "", "Lists."]
    assert [one.action_taken for one in reply.answers][:2] == ["yes", "no"]


def test_a_list_behind_a_dash_is_part_of_its_answer(case):
    lines = ["1 (a) – (i) We lit the quay; (ii) we lit the pier.", "1 (b) – No.", "2 (a) – Cyra has our list."]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert [one.recommendation for one in reply.answers] == ["1.a", "1.b", "2.a"]
    assert reply.answers[0].text.startswith("(i) We lit the quay")
