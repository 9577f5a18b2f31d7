"""A form's front matter: consent given by a box beside a sentence, headings, fields side by side or under labels."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.form.labels import find_label
from pipeline.reading.kinds import read
from pipeline.reading.reply import Reply
from tests.hostile import paragraph, word

FRONT = ("Country: Alba", "Date: 12 May 2031")


def reply_of(case, before=(), after=()) -> Reply:
    lines = [*FRONT, *before]
    for one in case.meeting.recommendations:
        lines += [f"{one.id} {one.text}", "☒ Yes ☐ No", "We lit it."]
    (reply,) = read(word("".join(map(paragraph, [*lines, *after]))), question_of(case.meeting))
    assert [answer.text for answer in reply.answers] == ["We lit it."] * 3
    return reply


@pytest.mark.parametrize("place", ["before", "after"])
@pytest.mark.parametrize(
    ("sentences", "publish"),
    [
        (("☒ We agree that this reply be published", "☐ We do not agree that this reply be published"), "yes"),
        (("☐ We agree that this reply be published", "☒ We do not agree that this reply be published"), "no"),
        (("☒ The reply may be published on the website.",), "yes"),
        (("☒ Tick here if you agree to the publication of your reply.",), "yes"),
        (("☒ The reply may not be published on the website.",), "no"),
        (("☐ The reply may be published on the website.",), ""),
        (("We have no objection to the publication of this reply ☒",), "yes"),
        (("We do not object to publication on the website ☒", "We object to publication on the website ☐"), "yes"),
        (("[x] Nous n'autorisons pas la publication de la réponse", "[ ] Nous autorisons la publication"), "no"),
        (("[ ] No autorizamos la publicación de la respuesta", "[x] Autorizamos la publicación"), "yes"),
        (("☒ We agree that this reply be published", "☒ We do not agree that this reply be published"), ""),
        (("☒ We agree that this reply be published, but not the figures on boats",), ""),
        (("☒ Only the general statement may be published on the website",), ""),
    ],
)
def test_a_box_beside_a_sentence_says_whether_a_reply_may_be_published(case, place, sentences, publish):
    reply = reply_of(case, **{place: ("Consent to publication", *sentences)})
    assert reply.publish == publish
    if publish:
        assert reply.unplaced == ()
    if "but not" in sentences[0]:
        assert "but not the figures on boats" in " ".join(words.text for words in reply.unplaced)


@pytest.mark.parametrize(
    ("label", "publish"),
    [
        ("Publicación autorizada: Sí", "yes"),
        ("Publication autorisée : Oui", "yes"),
        ("Publication authorized: No", "no"),
    ],
)
def test_consent_may_be_a_field_that_says_authorized(case, label, publish):
    reply = reply_of(case, before=(label,))
    assert (reply.publish, reply.unplaced) == (publish, ())


def test_a_sentence_on_something_else_says_nothing(case):
    assert reply_of(case, before=("☒ We agree with the recommendations.",)).publish == ""
    assert reply_of(case, before=("The website of the port was made public in May.",)).publish == ""


@pytest.mark.parametrize(
    "heading", ["Recommendations", "Part II. Recommendations", "Implementation of the recommendations"]
)
def test_the_heading_of_the_recommendations_is_no_part_of_the_general_statement_above(case, heading):
    reply = reply_of(case, before=("General comments: We thank the office.", heading))
    assert reply.general == "We thank the office."


def test_a_sentence_above_the_recommendations_is(case):
    reply = reply_of(case, before=("General comments", "We thank the office.", "It is of help."))
    assert reply.general == "We thank the office.\nIt is of help."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reporting date: 12 May 2031", "submitted_on"),
        ("Reporting Government: Alba", "country"),
        ("Replies from: Alba", "country"),
        ("Submitted on: 12 May 2031", "submitted_on"),
        ("Reporting stat: Alba", "country"),
    ],
)
def test_words_that_are_nearly_a_label_of_another_kind_are_none(text, kind):
    assert find_label(text).kind == kind


def test_a_name_may_stand_below_the_words_that_ask_for_it(case):
    lines = [
        "Reporting Government",
        "Alba",
        "Reporting date",
        "12 May 2031",
        *(one.text for one in case.meeting.recommendations),
    ]
    (reply,) = read(word("".join(map(paragraph, [*lines, "We lit it."]))), question_of(case.meeting))
    assert (reply.respondent, reply.submitted_on) == ("Alba", "12 May 2031")


@pytest.mark.parametrize("between", ["\t\t", "      ", " \t"])
def test_fields_may_stand_side_by_side_in_one_line(case, between):
    lines = [
        f"Country: Alba{between}Date: 12 May 2031",
        f"Contact: Anna Gull{between}Title: Director{between}Tel.: 99 123",
    ]
    lines += [f"{one.id} {one.text}" for one in case.meeting.recommendations]
    (reply,) = read(word("".join(map(paragraph, [*lines, "We lit it."]))), question_of(case.meeting))
    assert (reply.respondent, reply.submitted_on) == ("Alba", "12 May 2031")
    assert reply.contact == {"name": "Anna Gull", "title": "Director", "telephone": "99 123"}


def test_room_inside_a_value_parts_nothing(case):
    lines = ["Country: Alba   (Ministry of Ports)", *(one.text for one in case.meeting.recommendations), "We lit it."]
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert reply.respondent == "Alba   (Ministry of Ports)"


@pytest.mark.parametrize(
    ("asked", "publish"),
    [
        (("Do you agree to the publication of this reply on the website?", "☐ Yes ☒ No"), "no"),
        (("Please indicate whether the reply may be posted on the website: YES",), "yes"),
        (("Do you consent to this form being made public?",), ""),
    ],
)
def test_a_question_about_publication_below_the_general_statement_is_no_part_of_it(case, asked, publish):
    reply = reply_of(case, ("General statement", "We have kept 14 lamps lit.", *asked))
    assert (reply.general, reply.publish, reply.unplaced) == ("We have kept 14 lamps lit.", publish, ())
