"""Forms in paragraphs: a text that is cut off, and an answer or a choice behind what asks for it."""

import pytest

from pipeline.reading.reply import Question
from tests.reading.form.test_form import A, B, answers, lines


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Action taken (yes/no): Yes", "yes"),
        ("Action taken (Yes/No): No", "no"),
        ("Action taken (Yes/No) Yes", "yes"),
        ("Action taken (Yes/No):", ""),
    ],
)
def test_the_word_may_stand_behind_a_printed_choice(question, asked, said):
    reply = lines(question, "Recommendation 1 (a)", A, asked, "Comments:", "Recommendation 1 (b)", B)
    assert reply.answers[0].action_taken.replace("unclear", "") == said


@pytest.mark.parametrize("words", [6, 9, 12])
def test_texts_that_were_parted_into_two_paragraphs_are_whole(question, words):
    parted = [(" ".join(text.split()[:words]), " ".join(text.split()[words:])) for text in (A, B)]
    reply = lines(
        question,
        "Issue I",
        f"(a) {parted[0][0]}",
        parted[0][1],
        "Yes. Lit.",
        f"(b) {parted[1][0]}",
        parted[1][1],
        "No.",
    )
    assert answers(reply) == [("1.a", "yes", "Yes. Lit."), ("1.b", "no", "")]


def test_words_of_the_text_that_do_not_go_on_with_it_are_an_answer(question):
    reply = lines(question, "Issue I", f"(a) {A}", "every small harbour", f"(b) {B}", "No.")
    assert answers(reply) == [("1.a", "unclear", "every small harbour"), ("1.b", "no", "")]


def test_texts_that_were_cut_off_begin_recommendations(question):
    cut = [" ".join(text.split()[:8]) + " [...]" for text in (A, B)]
    reply = lines(question, "Issue I", f"(a) {cut[0]}", "Yes. Lit.", f"(b) {cut[1]}", "No. Not trained.")
    assert answers(reply) == [("1.a", "yes", "Yes. Lit."), ("1.b", "no", "No. Not trained.")]


def test_an_answer_longer_than_its_recommendation_may_stand_behind_it_in_its_paragraph(question):
    said = "YES. We lit all of the quays, and each spring the pilots of Cyra look at every lamp that was lit before."
    reply = lines(question, "Issue I", f"(a) {A} – {said}", f"(b) {B} – {said}")
    assert answers(reply) == [("1.a", "yes", said), ("1.b", "yes", said)]


@pytest.mark.parametrize(
    ("front", "found"),
    [
        (("Reporting country – Alba", "Reporting date – 12 May 2031"), ("Alba", "12 May 2031")),
        (("Country: ____Alba____", "Date of submission: __12 May 2031__"), ("Alba", "12 May 2031")),
        (("Country — Alba", "Alba – a country of ports"), ("Alba", "")),
    ],
)
def test_a_field_may_have_a_dash_behind_its_label_and_a_line_around_its_value(question, front, found):
    reply = lines(question, *front, "Recommendation 1 (a)", A, "Yes. Lit.")
    assert (reply.respondent, reply.submitted_on) == found
