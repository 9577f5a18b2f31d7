"""Which recommendation a part of our own form asks, when meeting.yaml was changed after the forms were sent.

Keeps out: what is filled in (test_questionnaire.py), and how a change of wording is told (test_answers.py).
"""

from copy import deepcopy
from dataclasses import replace

import pytest

from pipeline.outgoing.questionnaire import blank_form
from pipeline.reading.formats.word_tagged import tag
from pipeline.reading.own_form import printed_lines
from pipeline.reading.reply import Question, Unreadable
from tests.own_forms import IDS, answers, part_of, reply, write


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations), printed_lines(case.meeting))


@pytest.fixture
def blank(case):
    """The XML of the form for Borland."""
    return part_of(blank_form(case.meeting, case.register.by_code["BOR"]))


def asking(question: Question, *texts: str) -> Question:
    """The same question with these texts under its ids, as when meeting.yaml was changed after the forms were sent."""
    pairs = zip(question.recommendations, texts, strict=True)
    return replace(question, recommendations=tuple(replace(one, text=text) for one, text in pairs))


def test_the_form_of_another_meeting_is_refused_and_both_are_named(blank, question):
    gulls = asking(question, "Ports are asked to count their gulls.", "Nets are mended.", "Bells ring twice.")
    with pytest.raises(Unreadable) as error:
        reply(blank, replace(gulls, meeting_id="harb-13"))
    assert error.value.code == "wrong_questionnaire"
    assert (error.value.found, error.value.expected) == ("the form of harb-12", "the form of harb-13")


def test_a_form_from_before_the_folder_was_renamed_is_known_by_its_recommendations(blank, question):
    document = deepcopy(blank)
    write(document, tag("1.b", "text"), "Pilots were trained.")
    found = reply(document, replace(question, meeting_id="harbour-12"))
    assert answers(found)[1] == ("1.b", "unclear", "Pilots were trained.")
    assert [(one.code, one.locator, one.value) for one in found.remarks] == [
        ("needs_editor", "field meeting", "harb-12")
    ]


def test_an_answer_follows_the_text_of_its_recommendation_when_the_order_changed(blank, question):
    document = deepcopy(blank)
    for identifier in IDS:
        write(document, tag(identifier, "text"), f"What was done on {identifier}.")
    first, second, third = (one.text for one in question.recommendations)
    found = reply(document, asking(question, third, first, second))
    assert {answer.recommendation: answer.text for answer in found.answers} == {
        "1.a": "What was done on 2.a.",
        "1.b": "What was done on 1.a.",
        "2.a": "What was done on 1.b.",
    }
    assert [(one.code, one.locator, one.value) for one in found.remarks] == [
        ("recommendation_text_changed", "field 1.a", "the text of 1.b"),
        ("recommendation_text_changed", "field 1.b", "the text of 2.a"),
        ("recommendation_text_changed", "field 2.a", "the text of 1.a"),
    ]
    assert {answer.recommendation: answer.text_in_form for answer in found.answers}["1.a"] == third


def test_an_answer_follows_a_text_that_was_also_reworded_a_little(blank, question):
    document = deepcopy(blank)
    write(document, tag("1.a", "text"), "Lamps were lit.")
    first, second, third = (one.text for one in question.recommendations)
    found = reply(document, asking(question, second, first.replace("small harbour", "small port"), third))
    assert ("1.b", "unclear", "Lamps were lit.") in answers(found)
    assert found.unplaced == ()


def test_two_recommendations_of_one_text_keep_their_own_answers(case, question):
    same = "Governments are encouraged to keep the bells of every harbour in good repair."
    issues = [
        one.model_copy(update={"recommendations": [r.model_copy(update={"text": same}) for r in one.recommendations]})
        for one in case.meeting.issues
    ]
    meeting = case.meeting.model_copy(update={"issues": issues})
    document = part_of(blank_form(meeting, case.register.by_code["BOR"]))
    for identifier in IDS:
        write(document, tag(identifier, "text"), f"On {identifier}.")
    found = reply(document, asking(question, same, same, same))
    assert answers(found) == [(identifier, "unclear", f"On {identifier}.") for identifier in IDS]
    assert found.remarks == ()


def test_a_text_in_other_words_altogether_stays_with_its_tag_and_is_given_for_comparison(blank, question):
    document = deepcopy(blank)
    write(document, tag("1.a", "text"), "Lamps were lit.")
    first, second, third = (one.text for one in question.recommendations)
    found = reply(document, asking(question, "Bells are rung at noon in all ports.", second, third))
    (answer,) = [answer for answer in found.answers if answer.recommendation == "1.a"]
    assert (answer.text, answer.text_in_form) == ("Lamps were lit.", first)
