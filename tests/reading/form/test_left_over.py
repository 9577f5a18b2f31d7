"""What stands in a form beside its parts: words in place of marks, lines behind the last answer, letters before it.

Keeps out: places tried one by one (tests/reading/test_nothing_lost.py).
"""

import io
import zipfile

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.corpus.package import Document
from tests.corpus.wordml import cell, plain, row, table
from tests.forms import Filled, line_form, table_form

ANSWERS = {"1.a": ("yes", "We did."), "1.b": ("no", ""), "2.a": ("yes", "We sent lists.")}
BLANK = {**ANSWERS, "2.a": ("", "")}


def around(data: bytes, before: tuple[str, ...] = (), behind: tuple[str, ...] = ()) -> bytes:
    """The usual form with these pieces around its body."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    xml = members["word/document.xml"].decode()
    xml = xml.replace("<w:body>", "<w:body>" + "".join(before), 1).replace(
        "<w:sectPr", "".join(behind) + "<w:sectPr", 1
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in (members | {"word/document.xml": xml.encode()}).items():
            made.writestr(name, content)
    return out.getvalue()


def reply_of(case, data):
    (reply,) = read(data, question_of(case.meeting))
    return reply


def texts(reply) -> list[tuple[str, str]]:
    return [(answer.action_taken, answer.text) for answer in reply.answers]


def left(reply) -> list[str]:
    return [words.text for words in reply.unplaced]


@pytest.mark.parametrize("said", ["N/A", "n/a", "Not yet", "In progress", "Not applicable"])
def test_words_in_place_of_a_mark_are_no_no_and_stand_once(case, said):
    document = Document()
    document.add(plain("Name of country: Alba"))
    for number, one in enumerate(case.meeting.recommendations):
        mark, text = (said, "We light lamps.") if number == 0 else ("NO ☒", "")
        asked = table([row(cell(plain("Any action taken")), cell(plain(mark)))], (4000, 4000))
        told = table([row(cell(plain("Comments:")), cell(plain(text)))], (4000, 4000))
        document.add(plain(f"Recommendation ({one.label})"), plain(one.text), asked, told)
    reply = reply_of(case, document.save())
    assert texts(reply)[0] == ("unclear", "We light lamps.")
    assert left(reply) == [said]


@pytest.mark.parametrize("layout", [table_form, line_form])
@pytest.mark.parametrize("answers", [ANSWERS, BLANK], ids=["answered", "blank"])
@pytest.mark.parametrize(
    "line",
    [
        "Done at Port Alba on 3 May 2031",
        "Signature: M. Quill",
        "Thank you for your attention, Mara",
        "Annex: our lamps",
    ],
)
def test_what_stands_behind_the_last_answer_is_no_part_of_it(case, layout, answers, line):
    usual = layout(case.meeting, Filled("Alba", answers))
    behind = (plain(line), plain("The lamps of Borford burn oil."))
    reply = reply_of(case, around(usual, behind=behind))
    assert texts(reply) == texts(reply_of(case, usual))
    assert left(reply)[-2:] == [line, "The lamps of Borford burn oil."]


@pytest.mark.parametrize("layout", [table_form, line_form])
def test_a_table_behind_the_last_answer_is_no_part_of_it(case, layout):
    usual = layout(case.meeting, Filled("Alba", ANSWERS))
    behind = table([row(cell(plain("Lamps")), cell(plain("14")))], (4000, 4000))
    reply = reply_of(case, around(usual, behind=(behind,)))
    assert texts(reply) == texts(reply_of(case, usual))
    assert left(reply)[-2:] == ["Lamps", "14"]


@pytest.mark.parametrize("layout", [table_form, line_form])
def test_a_letter_before_the_form_fills_none_of_its_fields(case, layout):
    letter = (
        plain("Government of Cyra, Ministry of Ports"),
        plain("Date: 1 April 2031"),
        plain("Telephone: +00 9 999"),
        plain("Dear colleagues, please find our lamps below."),
    )
    usual = layout(case.meeting, Filled("Alba", ANSWERS, submitted_on="20 May 2031"))
    reply = reply_of(case, around(usual, before=letter))
    assert (reply.respondent, reply.submitted_on) == ("Alba", "20 May 2031")
    assert texts(reply) == texts(reply_of(case, usual))
    told = " ".join(left(reply))
    assert "Cyra" in told
    assert "Dear colleagues, please find our lamps below." in told


def test_a_second_copy_of_a_recommendation_is_kept_behind_the_first(case):
    usual = table_form(case.meeting, Filled("Alba", ANSWERS))
    one = case.meeting.recommendations[0]
    again = table([row(cell(plain("Comments:")), cell(plain("The navy did too.")))], (4000, 4000))
    reply = reply_of(case, around(usual, behind=(plain("Recommendation 1"), plain(one.text), again)))
    assert texts(reply)[0] == ("yes", "We did.\n\nThe navy did too.")
    assert [remark.code for remark in reply.remarks] == ["needs_editor"]


def test_a_line_that_names_recommendations_behind_a_question_about_action_is_told(case):
    line = "Action taken: 1 (a)"
    lines = ("Country: Alba", line, "1(a): We lit the quay.", "1(b): Pilots came.", "2(a): Listed.")
    reply = reply_of(case, "\n\n".join(lines).encode())
    assert [answer.text for answer in reply.answers] == ["We lit the quay.", "Pilots came.", "Listed."]
    assert [words.text for words in reply.unplaced] == [line]


@pytest.mark.parametrize("layout", [table_form, line_form])
@pytest.mark.parametrize("said", ["No action.", "No action has been taken.", "Yes", "No."])
def test_what_says_that_action_was_taken_or_not_behind_the_answers_is_told(case, layout, said):
    usual = layout(case.meeting, Filled("Alba", ANSWERS))
    annexes = tuple(map(plain, ("Annex 1", "The quay was lit.", "Annex 2", said)))
    assert left(reply_of(case, around(usual, behind=annexes)))[-4:] == ["Annex 1", "The quay was lit.", "Annex 2", said]
