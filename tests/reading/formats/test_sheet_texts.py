"""Columns of answers under heads of their own, in sheets whose rows name respondent and recommendation."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.reading.formats.test_sheet import csv_of

HEADS = ["Country", "Recommendation"]


def reply_of(case, heads: list[str], *rows: list[str]):
    named = [["Alba", one, *row] for one, row in zip(("1a", "1b", "2a"), rows, strict=True)]
    (reply,) = read(csv_of([[*HEADS, *heads], *named]), question_of(case.meeting))
    return reply


def told(reply) -> list[tuple[str, str]]:
    return [(one.action_taken, one.text) for one in reply.answers]


@pytest.mark.parametrize("head", ["Update", "What the harbours did", "2030"])
def test_one_column_with_sentences_has_the_texts(case, head):
    heads = ["Owner", "Status", "Deadline", head]
    rows = (
        ["Navy", "Done", "2030", "We lit the quay."],
        ["Navy", "Not started", "", ""],
        ["Customs", "50%", "2031", "Listed it."],
    )
    reply = reply_of(case, heads, *rows)
    assert told(reply) == [("yes", "We lit the quay."), ("no", ""), ("yes", "Listed it.")]
    left = [words.text for words in reply.unplaced]
    assert {"Navy", "Customs"} <= set(left)
    assert (head in left) == (not head.isdigit())


def test_several_make_one_answer_each_behind_its_head(case):
    heads = ["Response 2029", "Response 2030"]
    reply = reply_of(case, heads, ["We lit one.", "We lit the quay."], ["No", "No"], ["", "Listed it all."])
    assert told(reply) == [
        ("unclear", "Response 2029: We lit one.\nResponse 2030: We lit the quay."),
        ("no", ""),
        ("unclear", "Response 2030: Listed it all."),
    ]
    assert not reply.unplaced


def test_a_column_that_is_headed_for_words_leaves_the_others_as_they_are(case):
    rows = (["Lit.", "We sent word of it."], ["", ""], ["Listed.", ""])
    reply = reply_of(case, ["Comments", "Courier"], *rows)
    assert [text for _, text in told(reply)] == ["Lit.", "", "Listed."]
    assert "We sent word of it." in [words.text for words in reply.unplaced]


@pytest.mark.parametrize(("status", "mark"), [("Done", "yes"), ("100%", "yes"), ("0 %", "no"), ("Not done", "no")])
def test_words_and_shares_in_the_column_about_action_are_marks(case, status, mark):
    assert told(reply_of(case, ["Status", "Comments"], *[[status, ""]] * 3)) == [(mark, "")] * 3


@pytest.mark.parametrize("done", ["Measures taken", "Comments", "What the harbours did"])
def test_what_is_said_besides_stands_behind_what_was_done(case, done):
    rows = (
        ["Done", "We lit the quay.", "Fog", "More lamps."],
        ["Not done", "", "No pilots", ""],
        ["Done", "Listed.", "", ""],
    )
    reply = reply_of(case, ["Status", done, "Challenges", "Next steps"], *rows)
    assert told(reply) == [
        ("yes", "We lit the quay.\nChallenges: Fog\nNext steps: More lamps."),
        ("no", "Challenges: No pilots"),
        ("yes", "Listed."),
    ]
    assert {words.text for words in reply.unplaced} <= {done}


def test_one_such_column_beside_marks_alone_has_the_answers(case):
    reply = reply_of(case, ["Status", "Results"], ["Done", "We lit the quay."], ["Not done", ""], ["Done", "Listed."])
    assert told(reply) == [("yes", "We lit the quay."), ("no", ""), ("yes", "Listed.")]
