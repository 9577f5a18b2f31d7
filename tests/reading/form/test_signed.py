"""What stands below the last answer and is no part of it: who signed, and what is below a form's last table."""

import pytest

from pipeline.reading.reply import Reply
from tests.hostile import paragraph
from tests.reading.form.test_own_questions import ASKED, SAID, boxes, reply_of, told
from tests.tables import table

SIGNED = (
    ("Ada Lamp", "Director, Port Authority", "Date: 12 May 2031"),
    ("Ada de la Lamp", "Head of Section"),
    ("A. Lamp", "Port Authority of Alba", "ada@lamps.example"),
    ("Ada Lamp", "Tel. +99 1 555 0101"),
)


def in_lines(*below: str, last: tuple[str, str] = SAID[-1]) -> Reply:
    body = paragraph("Date of submission: 3 May 2031")
    for (_, text), (mark, said) in zip(ASKED, (*SAID[:-1], last), strict=True):
        body += "".join(paragraph(line) for line in (text, boxes(mark), said) if line)
    return reply_of(body + "".join(map(paragraph, below)))


@pytest.mark.parametrize("last", [SAID[-1], ("no", ""), ("", "")], ids=["answered", "without words", "blank"])
@pytest.mark.parametrize("signed", SIGNED, ids=" | ".join)
def test_who_signed_is_no_part_of_the_last_answer_and_is_told(signed, last):
    reply = in_lines(*signed, last=last)
    assert told(reply) == [*SAID[:-1], last]
    assert [one.text for one in reply.unplaced] == list(signed)


@pytest.mark.parametrize(
    "lines",
    [
        ("Lists go to the Director of Ports.", "They go to Cyra too."),
        ("Port Alba", "Port Mila"),
        ("Courses held: 12", "Officers trained: 300"),
        ("The Minister decides", "The Director reports to him."),
    ],
    ids=" | ".join,
)
def test_short_lines_that_name_no_one_stay_in_the_answer(lines):
    assert told(in_lines(*lines))[-1] == ("yes", "\n".join((SAID[-1][1], *lines)))


@pytest.mark.parametrize("below", [("Ada Lamp",), ("We thank all who helped us with this.",)], ids=" | ".join)
def test_what_stands_below_the_last_table_answers_nothing(below):
    rows = [(text, boxes(mark), said) for (_, text), (mark, said) in zip(ASKED, (*SAID[:-1], ("", "")), strict=True)]
    reply = reply_of(table(("Recommendation", "Action taken", "Comments"), *rows) + "".join(map(paragraph, below)))
    assert told(reply) == [*SAID[:-1], ("", "")]
    assert [one.text for one in reply.unplaced] == list(below)


def test_answers_below_tables_of_their_own_stay_answers():
    body = ""
    for (_, text), (mark, said) in zip(ASKED, SAID, strict=True):
        body += table((text,), (boxes(mark),)) + (paragraph(said) if said else "")
    assert told(reply_of(body)) == list(SAID)


def test_who_signed_is_no_part_of_a_general_statement_below_the_answers():
    below = ("General comments:", "Alba thanks the meeting.", "Ada Lamp", "Director, Port Authority")
    reply = in_lines(*below)
    assert (told(reply), reply.general) == (list(SAID), "Alba thanks the meeting.")
    assert [one.text for one in reply.unplaced] == ["Ada Lamp", "Director, Port Authority"]


@pytest.mark.parametrize("thanks", ["We thank the Secretariat for its work.", "Nous remercions le Secrétariat."])
def test_thanks_to_the_secretariat_are_no_answer(thanks):
    assert told(in_lines(thanks, last=("", ""))) == [*SAID[:-1], ("", "")]
