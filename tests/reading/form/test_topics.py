"""Replies that name recommendations by what they are about."""

from dataclasses import replace

import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.raw.recommendation import Recommendation
from pipeline.reading.form.topics import topics_in_order
from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.hostile import paragraph, word
from tests.tables import table

SAID = ("All 41 lights were seen in 2030.", "Not so far.", "They go to Cyra each month.")
HEADS = ("Lights of small harbours", "Training of pilots", "Lists of dangerous cargo")


def answers_in(case, *lines: str, body: str = "") -> list[tuple[str, str]]:
    (reply,) = read(word("".join(map(paragraph, ("Country: Alba", *lines))) + body), question_of(case.meeting))
    return [(one.recommendation, one.text) for one in reply.answers]


def test_what_stands_below_a_topic_is_the_answer(case):
    lines = [line for pair in zip(HEADS, SAID, strict=True) for line in pair]
    assert answers_in(case, *lines) == list(zip(("1.a", "1.b", "2.a"), SAID, strict=True))


def test_topics_may_stand_in_a_column(case):
    rows = (("Alba", "Reply"), *zip(("Inspect the lights of every harbour", *HEADS[1:]), SAID, strict=True))
    assert answers_in(case, body=table(*rows)) == list(zip(("1.a", "1.b", "2.a"), SAID, strict=True))


def test_a_topic_in_words_of_its_own_goes_by_its_place(case):
    lines = (HEADS[0], SAID[0], "Schooling of guides", SAID[1], HEADS[2], SAID[2])
    question = question_of(case.meeting)
    more = (
        *question.recommendations,
        Recommendation("2.b", 2, "Cargo", "b", 4, "Governments should moor barges by night."),
    )
    (reply,) = read(
        word("".join(map(paragraph, ("Country: Alba", *lines, "Barges moored by night", "None are.")))),
        replace(question, recommendations=more),
    )
    assert [(one.recommendation, one.text) for one in reply.answers] == [
        *zip(("1.a", "1.b", "2.a"), SAID, strict=True),
        ("2.b", "None are."),
    ]


LED = (
    "With respect to the inspection of the lights of small harbours, all 41 were seen.",
    "As regards training of pilots in the use of tide tables, two courses were held. Both were full.",
    "Concerning the sharing of lists of dangerous cargo, none are shared.",
)


def test_a_letter_may_lead_to_topics_and_each_is_told_to_be_compared(case):
    path = case.folder / "replies" / "one.docx"
    path.write_bytes(word("".join(map(paragraph, ("Ministry of Harbours of Alba", "12 May 2031", *LED)))))
    found = steps.intake(case)
    assert [
        (row["respondent"], row["recommendation"], row["text"]) for row in found.tables["core.answers"].to_dicts()
    ] == [
        ("ALB", "1.a", "all 41 were seen."),
        ("ALB", "1.b", "two courses were held. Both were full."),
        ("ALB", "2.a", "none are shared."),
    ]
    told = [one for one in found.findings if one.code == "recommendation_text_changed"]
    assert [one.place.recommendation for one in told] == ["1.a", "1.b", "2.a"]
    assert "found As regards training of pilots in the use of tide tables, expected" in told[1].message


@pytest.mark.parametrize("lead", ["On {}: ", "As for the {}, ", "{}: "])
def test_one_word_is_enough_where_no_other_recommendation_has_it(case, lead):
    topics = (lead.format(one) for one in ("lights", "pilots", "cargo"))
    lines = [f"{topic[0].upper()}{topic[1:]}{text}" for topic, text in zip(topics, SAID, strict=True)]
    assert answers_in(case, *lines) == list(zip(("1.a", "1.b", "2.a"), SAID, strict=True))


@pytest.mark.parametrize(
    "lines",
    [
        ("On gulls: many.", "On weather: fine.", "On pilots: few."),
        (HEADS[1], "Two courses.", HEADS[0], "Seen.", HEADS[2], "Sent."),
        (HEADS[0], HEADS[1], HEADS[2], "All of it was done."),
        (HEADS[0], "Seen.", "The weather", "Fine.", "Gulls", "Many."),
    ],
    ids=["of other things", "another order", "nothing below", "one of three"],
)
def test_other_documents_are_none(case, lines):
    with pytest.raises(Unreadable) as refused:
        answers_in(case, *lines)
    assert refused.value.code == "wrong_questionnaire"


def test_a_line_that_fits_two_names_neither():
    both = [
        Recommendation(f"1.{one}", 1, "Lamps", one, 1, f"Light the lamps of {one} quays.") for one in ("north", "south")
    ]
    assert topics_in_order({0: "Lamps of quays", 2: "Lamps of the south quays"}, tuple(both)) == {}
