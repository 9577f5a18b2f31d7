"""Forms as word processors write them are read as the plain form is, and what they add is told.

Keeps out: the ways they are written (`tests/word_processors.py`).
"""

import pytest

from pipeline.config import Limits
from pipeline.intake.take_in import question_of
from pipeline.reading.formats.word import read_word
from tests import word_ways, word_ways_of_others  # noqa: F401 (importing them notes their ways)
from tests.forms import Filled, line_form, table_form
from tests.word_processors import WAYS, differences, written
from tests.workspaces import make_workspace

ANSWER = "We lit 14 lamps and trained 52 pilots in two ports."
FILLED = Filled(
    "Alba",
    {"1.a": ("yes", ANSWER), "1.b": ("no", ""), "2.a": ("yes", "Lists are sent monthly to Borland.")},
    submitted_on="12 May 2031",
    publish="yes",
    general="We thank the office for its questions.",
)


FORMS = {
    "table, glyphs": lambda meeting: table_form(meeting, FILLED, "glyph"),
    "table, bold words": lambda meeting: table_form(meeting, FILLED, "bold"),
    "table, check boxes": lambda meeting: table_form(meeting, FILLED, "control"),
    "lines, letters": lambda meeting: line_form(meeting, FILLED, "letter"),
}


@pytest.fixture(scope="module", params=FORMS)
def plain(request, tmp_path_factory):
    """A plain form, the question it answers, and what is read of it."""
    case = make_workspace(tmp_path_factory.mktemp("processors"))
    data, question = FORMS[request.param](case.meeting), question_of(case.meeting)
    (reply,) = read_word(data, question, Limits())
    return data, question, reply


def test_there_are_forty_ways_of_five_programs():
    assert len(WAYS) >= 40
    assert len({way.program for way in WAYS.values()}) == 5


def test_the_plain_forms_are_read_right(plain):
    reply = plain[2]
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        (identifier, *answer) for identifier, answer in FILLED.answers.items()
    ]
    assert (reply.respondent, reply.submitted_on, reply.unplaced) == ("Alba", "12 May 2031", ())


@pytest.mark.parametrize("program", sorted({way.program for way in WAYS.values()}))
def test_forms_are_read_as_the_plain_one_and_what_was_added_is_told(plain, program):
    data, question, usual = plain
    for name in (name for name, way in WAYS.items() if way.program == program):
        changed = written(data, name, ANSWER)
        assert changed != data, name
        (reply,) = read_word(changed, question, Limits())
        assert differences(reply, usual, WAYS[name].told) == [], name
