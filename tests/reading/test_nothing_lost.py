"""A sentence typed anywhere in a form of any layout is read or left over with its place, whole; an empty form has none.

Keeps out: what becomes of words without a place (tests/intake/test_unplaced.py).
"""

import random

import pytest

from pipeline.intake.take_in import question_of
from pipeline.outgoing.questionnaire import blank_form
from pipeline.reading.kinds import read
from tests.corpus.reading import NAMES, form, meeting
from tests.forms import Filled, line_form, table_form
from tests.typed_anywhere import SENTENCE, WAYS, found_in, number_of, places, typed

CORPUS = [name for name in NAMES if not name.startswith("printed")]
# Places tried of each form of the corpus; bench/typed_anywhere.py tries as many as it is asked for.
TRIED = 2


@pytest.mark.parametrize("name", CORPUS)
def test_a_sentence_typed_anywhere_is_found_again(name):
    data, question = form(name), question_of(meeting().meeting)
    for place in random.Random(name).sample(places(data), TRIED):
        (reply,) = read(typed(data, *place), question)
        assert list(found_in(reply)), place


def own_forms(case) -> dict[str, bytes]:
    answers = {"1.a": ("yes", "We did."), "1.b": ("no", ""), "2.a": ("", "")}
    filled = Filled("Estmark", answers, submitted_on="12 May 2031", publish="yes")
    blank = blank_form(case.meeting, case.register.by_code["EST"])
    return {"own": blank, "table": table_form(case.meeting, filled), "line": line_form(case.meeting, filled)}


@pytest.mark.parametrize("name", ["own", "table", "line"])
def test_a_sentence_is_found_again_at_every_place_of_the_usual_forms(case, name):
    data, question = own_forms(case)[name], question_of(case.meeting)
    for place in places(data):
        (reply,) = read(typed(data, *place), question)
        assert list(found_in(reply)), place


@pytest.mark.parametrize("name", ["own", "table", "line"])
def test_what_the_usual_forms_print_is_no_word_without_a_place(case, name):
    (reply,) = read(own_forms(case)[name], question_of(case.meeting))
    assert reply.unplaced == ()


def test_words_behind_a_recommendations_fields_are_whole_and_say_where(case):
    data = own_forms(case)["own"]
    heading = number_of(data, "Issue 2. Exchange of information on cargo")
    (reply,) = read(typed(data, heading, "as a paragraph before it"), question_of(case.meeting))
    (words,) = reply.unplaced
    assert (words.text, words.recommendation) == (SENTENCE, "1.b")
    assert words.locator.startswith("paragraph")
    assert [answer.text for answer in reply.answers] == ["", "", ""]


@pytest.mark.parametrize(
    ("name", "number"),
    [("columns-tick_box", 23), ("columns-symbol", 24), ("worn-ballot", 48), ("worn-legacy_default", 73)],
)
@pytest.mark.parametrize("way", WAYS)
def test_a_sentence_in_a_heading_row_or_behind_a_text_that_was_cut_off_is_found_again(name, number, way):
    (reply,) = read(typed(form(name), number, way), question_of(meeting().meeting))
    assert list(found_in(reply))
    (untouched,) = read(form(name), question_of(meeting().meeting))
    before = {one.recommendation: one.action_taken for one in untouched.answers}
    assert all(one.action_taken == before[one.recommendation] for one in reply.answers if SENTENCE not in one.text)
