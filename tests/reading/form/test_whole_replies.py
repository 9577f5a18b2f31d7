"""Cells that hold a whole reply, marks and words together, under a heading such as "Reply"."""

import pytest

from pipeline.reading.reply import Reply
from tests.hostile import paragraph
from tests.reading.form.test_own_questions import ASKED, SAID, boxes, reply_of, told
from tests.tables import table

LEADS = ("", "Implemented: ", "Action taken: ", "Has this recommendation been implemented? ")
ASKING = ("", "Comments:", "If yes, please specify:", "Measures taken, results achieved:")


def cell(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def replied(*cells: str, heads: tuple[str, str] = ("Recommendation", "Reply")) -> Reply:
    return reply_of(table(heads, *((text, said) for (_, text), said in zip(ASKED, cells, strict=True))))


@pytest.mark.parametrize("asking", ASKING)
@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("heads", [("Recommendation", "Reply"), ("Recommendation", "Action taken")], ids=" | ".join)
def test_marks_and_labels_in_the_cell_are_no_words_of_the_answer(lead, asking, heads):
    cells = [cell(lead + boxes(mark), asking, said) for mark, said in SAID]
    assert told(replied(*cells, heads=heads)) == list(SAID)


@pytest.mark.parametrize("lead", LEADS)
def test_the_answer_may_stand_behind_its_label(lead):
    cells = [cell(lead + boxes(mark), f"Comments: {said}") for mark, said in SAID]
    assert told(replied(*cells)) == list(SAID)


def test_one_word_is_a_mark_as_well():
    cells = [cell(f"Implemented: {mark}", said) for mark, said in SAID]
    assert told(replied(*cells)) == list(SAID)


@pytest.mark.parametrize(
    "said", ["Action: searches with Cyra.", "Comments were asked for.", "Yes/no questions were put."]
)
def test_an_answer_that_begins_like_a_label_is_one(said):
    rows = [cell(boxes("yes"), said), *(cell(boxes(mark), own) for mark, own in SAID[1:])]
    assert told(replied(*rows))[0] == ("yes", said)


def test_words_that_begin_with_both_words_go_on_below_a_mark():
    body = "".join(
        paragraph(line) for line in ("(a) " + ASKED[0][1], "☒ Yes ☐ No", "Yes/no questions were put to pilots.")
    )
    (answer, *_) = reply_of(body).answers
    assert (answer.action_taken, answer.text) == ("yes", "Yes/no questions were put to pilots.")


@pytest.mark.parametrize("lead", LEADS)
def test_marks_may_stand_below_the_text_in_its_cell(lead):
    rows = [(cell(text, lead + mark.title()), said) for (_, text), (mark, said) in zip(ASKED, SAID, strict=True)]
    assert told(reply_of(table(("Recommendation", "Comments"), *rows))) == list(SAID)


@pytest.mark.parametrize("asked", ["Action taken:", "Was it implemented (Yes/No)?", "Any action taken"])
@pytest.mark.parametrize("word", [str.upper, str.title, lambda mark: mark[:1].upper()], ids=["YES", "Yes", "Y"])
def test_a_word_beside_the_question_is_its_mark_not_a_heading(asked, word):
    rows: list[tuple[str, ...]] = []
    for (_, text), (mark, said) in zip(ASKED, SAID, strict=True):
        rows += [(text,), (asked, word(mark)), (cell("Describe the action taken:", said),)]
    assert told(reply_of(table(*rows))) == list(SAID)


@pytest.mark.parametrize("question", ["What has been done?", "Which piers were mended, painted?"])
def test_a_questionof_the_forms_own_is_no_answer_where_nothing_was_answered(question):
    lines = [
        line
        for (_, text), (mark, said) in zip(ASKED, SAID, strict=True)
        for line in (text, "Implemented?", boxes(mark), question, said)
    ]
    assert told(reply_of("".join(paragraph(line) for line in lines if line))) == list(SAID)
    assert told(reply_of(table((cell(*lines),)))) == list(SAID)
