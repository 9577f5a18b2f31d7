"""Replies in running text: what says which recommendation a paragraph answers, and what was done about it."""

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read


def read_lines(case, *lines: str) -> list[tuple[str, str, str]]:
    (reply,) = read("\n\n".join(("Country: Alba", *lines)).encode(), question_of(case.meeting))
    assert reply.unplaced == ()
    return [(one.recommendation, one.action_taken, one.text) for one in reply.answers]


def test_topics_may_begin_the_items_of_a_list(case):
    lines = ("- Lights of small harbours: All 41 were seen.", "- Training of pilots: No.", "- Lists of cargo: Sent.")
    assert read_lines(case, *lines) == [
        ("1.a", "unclear", "All 41 were seen."),
        ("1.b", "no", ""),
        ("2.a", "unclear", "Sent."),
    ]


def test_marks_behind_a_question_are_marks_and_a_request_below_is_none_of_the_answer(case):
    lines = (
        *("1. (a) Has action been taken? YES [x] NO [ ]", "Details: All 41 lights were seen."),
        *("1. (b) Has action been taken? YES [ ] NO [x]", "2. (a) Has action been taken? YES [x] NO [ ]"),
        "Details: Lists are sent.",
    )
    assert read_lines(case, *lines) == [
        ("1.a", "yes", "All 41 lights were seen."),
        ("1.b", "no", ""),
        ("2.a", "yes", "Lists are sent."),
    ]


def test_a_paragraph_may_say_at_its_end_what_it_is_about(case):
    lines = (
        "In 2030 all lights (41) were seen (recommendation 1 (a)).",
        "No pilots were trained (Rec. 1.b).",
        "Lists go to Cyra [recommendation 2(a)]",
    )
    assert read_lines(case, *lines) == [
        ("1.a", "unclear", "In 2030 all lights (41) were seen"),
        ("1.b", "unclear", "No pilots were trained"),
        ("2.a", "unclear", "Lists go to Cyra"),
    ]


@pytest.mark.parametrize(
    "lead", ["Implementation of recommendation {}", "Action taken on recommendation {}:", "Update on Rec. {}"]
)
def test_more_words_lead_to_recommendations(case, lead):
    lines = (lead.format("1 (a)"), "All 41 lights were seen.", lead.format("1 (b)"), "They were trained.")
    assert read_lines(case, *lines) == [
        ("1.a", "unclear", "All 41 lights were seen."),
        ("1.b", "unclear", "They were trained."),
    ]


def test_words_behind_a_label_may_say_yes_or_no(case):
    lines = ("(1.a) Implemented", "All 41 lights were seen.", "(1.b) Not implemented", "(2.a) Implemented: since 2030")
    assert read_lines(case, *lines) == [
        ("1.a", "yes", "All 41 lights were seen."),
        ("1.b", "no", ""),
        ("2.a", "unclear", "Implemented: since 2030"),
    ]


def test_such_words_may_be_the_first_sentence(case):
    lines = (
        "1(a): Fully implemented. All 41 were seen.",
        "1(b): Not implemented.",
        "2(a): Implemented lists. They are sent.",
    )
    assert read_lines(case, *lines) == [
        ("1.a", "yes", "All 41 were seen."),
        ("1.b", "no", ""),
        ("2.a", "unclear", "Implemented lists. They are sent."),
    ]


def test_paragraphs_that_lead_to_recommendations_may_have_numbers(case):
    lines = (
        "4. Under recommendation 1 (a), all lights were seen.",
        "5. Under recommendation 1 (b), no pilots were trained.",
    )
    assert read_lines(case, *lines) == [
        ("1.a", "unclear", "all lights were seen."),
        ("1.b", "unclear", "no pilots were trained."),
    ]


def test_no_action_taken_is_an_answer_and_no_question(case):
    lines = ("Rec. 1(a)", "We saw 41 lights.", "Rec. 1(b)", "No action taken.", "Rec. 2(a)", "We send lists.")
    assert read_lines(case, *lines)[1] == ("1.b", "no", "")


def test_a_memorandum_is_from_the_office_that_it_names(case):
    lines = (
        "To: The Secretariat of Cyra",
        "From: Ministry of Harbours, Alba",
        "Rec. 1(a)",
        "We saw 41 lights.",
        "Rec. 1(b)",
        "No.",
    )
    (case.folder / "replies" / "one.txt").write_text("\n\n".join(lines), encoding="utf-8")
    assert steps.intake(case).tables["core.replies"]["respondent"].to_list() == ["ALB"]


def test_a_line_that_only_says_yes_or_no_again_is_the_mark(case):
    lines = (
        *("Recommendation 1(a)", "Yes, action has been taken", "We saw 41 lights.", "Recommendation 1(b)"),
        *("No, no action has been taken", "Recommendation 2(a)", "Implemented.", "We send lists."),
    )
    assert read_lines(case, *lines) == [
        ("1.a", "yes", "We saw 41 lights."),
        ("1.b", "no", ""),
        ("2.a", "yes", "We send lists."),
    ]


def test_what_stands_below_a_label_with_its_word_is_the_answer(case):
    lines = (
        *("Recommendation 1(a) – YES", "The 41 lights were seen.", "Recommendation 1(b) – NO"),
        *("Recommendation 2(a) – YES", "Lists are sent."),
    )
    assert read_lines(case, *lines) == [
        ("1.a", "yes", "The 41 lights were seen."),
        ("1.b", "no", ""),
        ("2.a", "yes", "Lists are sent."),
    ]


def test_a_paragraph_may_name_its_recommendation_anywhere(case):
    lines = (
        "Action has been taken on recommendation 1 (a): all 41 lights were seen.",
        "No action has been taken on recommendation 1 (b).",
        "As recommendations 1 (a) and 2 (a) are alike, we say no more.",
    )
    found = read("\n\n".join(("Country: Alba", *lines)).encode(), question_of(case.meeting))[0]
    assert [(one.recommendation, one.action_taken, one.text) for one in found.answers] == [
        ("1.a", "unclear", lines[0]),
        ("1.b", "no", lines[2]),
    ]


def test_russian_labels_have_cases_and_letters_of_their_own(case):
    lines = (
        "По рекомендации 1 а) проверен 41 огонь.",
        "По рекомендации 1 б) мер нет.",
        "Что касается рекомендации 2 а), даны списки.",
    )
    assert [one[0] for one in read_lines(case, *lines)] == ["1.a", "1.b", "2.a"]


@pytest.mark.parametrize(
    ("sentence", "publish"),
    [
        ("We agree to publication of this reply.", "yes"),
        ("Please do not publish our answers.", "no"),
        ("Nous autorisons la publication de cette réponse.", "yes"),
        ("The port may publish its lists.", ""),
        ("Our reply may be published, but not before May.", ""),
    ],
)
def test_a_sentence_below_the_last_answer_may_allow_publication(case, sentence, publish):
    lines = (
        "Country: Alba",
        "Recommendation 1 (a): Yes.",
        "Recommendation 1 (b): No.",
        "Recommendation 2 (a)",
        "Sent.",
        sentence,
    )
    (reply,) = read("\n\n".join(lines).encode(), question_of(case.meeting))
    assert reply.publish == publish
    assert reply.answers[-1].text == ("Sent." if publish else f"Sent.\n{sentence}")
    assert reply.unplaced == ()


@pytest.mark.parametrize(
    "more",
    [", and 41 lamps were lit in May", "; pilots were trained in Cyra", ". The lamps were lit", " and gulls came"],
)
def test_what_such_a_sentence_says_besides_is_told(case, more):
    sentence = f"We agree to publication of this reply{more}."
    lines = ("Country: Alba", "Recommendation 1 (a): Yes.", "Recommendation 2 (a)", "Sent.", sentence)
    (reply,) = read("\n\n".join(lines).encode(), question_of(case.meeting))
    assert (reply.publish, reply.answers[-1].text) == ("yes", "Sent.")
    assert [one.text for one in reply.unplaced] == [sentence]
