"""Tables of several respondents, in sheets and in documents, under heads that do not say what stands below them."""

import csv
import io

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import word
from tests.tables import table

SAID = {
    "Alba": {"1.a": ("yes", "We lit the quay."), "1.b": ("no", ""), "2.a": ("yes", "Lists.")},
    "Cyra": {"1.a": ("no", ""), "1.b": ("yes", "Trained 3."), "2.a": ("no", "")},
}
HEADS = [
    ("Country", "Reference", "Reply", "Further information"),
    ("Country name", "Recommendation no.", "Response", "Explanation"),
    ("Respondent", "Question", "Answer", "Details"),
    ("State", "No.", "Y/N", "Remarks"),
    ("Name", "Ref", "Done", "Notes"),
    ("Sender", "", "", ""),
]
LABELS = {"1.a": "1 (a)", "1.b": "1 (b)", "2.a": "2 (a)"}


def rows_of(names, labels, *, merged: bool = False) -> list[tuple[str, ...]]:
    return [
        ("" if merged and at else name, labels[one], mark.capitalize(), text)
        for name in names
        for at, (one, (mark, text)) in enumerate(SAID[name].items())
    ]


def as_csv(rows) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def as_word(rows) -> bytes:
    return word(table(*rows))


def as_page(rows) -> bytes:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>".encode()


def said_in(case, data: bytes) -> dict:
    replies = read(data, question_of(case.meeting))
    assert [words.text for reply in replies for words in reply.unplaced] == []
    return {
        reply.respondent: {one.recommendation: (one.action_taken, one.text) for one in reply.answers}
        for reply in replies
    }


@pytest.mark.parametrize("heads", HEADS, ids=" | ".join)
@pytest.mark.parametrize("write", [as_csv, as_word, as_page])
@pytest.mark.parametrize("printed", ["label", "text"])
def test_each_has_its_own_answers(case, heads, write, printed):
    texts = {one.id: one.text for one in case.meeting.recommendations}
    labels = LABELS if printed == "label" else texts
    assert said_in(case, write([heads, *rows_of(SAID, labels)])) == SAID


@pytest.mark.parametrize("write", [as_csv, as_word])
def test_the_recommendation_may_stand_first(case, write):
    rows = [
        ("Reference", "Country", "Reply", "Further information"),
        *((b, a, *c) for a, b, *c in rows_of(SAID, LABELS)),
    ]
    assert said_in(case, write(rows)) == SAID


@pytest.mark.parametrize("heads", [HEADS[0], HEADS[2]], ids=" | ".join)
@pytest.mark.parametrize("write", [as_csv, as_word])
def test_names_may_be_merged_and_stand_for_one_alone(case, heads, write):
    assert said_in(case, write([heads, *rows_of(SAID, LABELS, merged=True)])) == SAID
    assert said_in(case, write([heads, *rows_of(["Alba"], LABELS)])) == {"Alba": SAID["Alba"]}


def test_rows_without_heads_are_told_by_the_names_that_part_them(case):
    assert said_in(case, as_csv(rows_of(SAID, LABELS))) == SAID


@pytest.mark.parametrize("values", [("Ministry of Ports", "Navy"), ("2030", "2031"), ("Phase I", "Phase II")])
@pytest.mark.parametrize("head", ["Lead", "Year", "Ministry"])
def test_what_else_parts_rows_names_no_respondents(case, head, values):
    names = dict(zip(SAID, values, strict=True))
    rows = [(names[name], *row) for name, *row in rows_of(SAID, LABELS)]
    (reply,) = read(as_csv([(head, "Ref", "Done", "Comments"), *rows]), question_of(case.meeting))
    assert reply.respondent == ""


def test_what_is_said_besides_stands_behind_what_was_done(case):
    rows = [(*row[:2], "No pilots are there", *row[2:]) for row in rows_of(SAID, LABELS)]
    found = said_in(case, as_csv([("Country", "Ref", "Challenges", "Done?", "Notes"), *rows]))
    assert found["Alba"]["1.a"] == ("yes", "We lit the quay.\nChallenges: No pilots are there")


@pytest.mark.parametrize("heads", ["1 (a)|", "Recommendation 1 (a) [Action taken]|Recommendation 1 (a) [Comments]"])
def test_columns_of_a_recommendation_may_have_one_head_or_brackets(case, heads):
    header = ["Country"] + [name.replace("1 (a)", LABELS[one]) for one in LABELS for name in heads.split("|")]
    rows = [[name, *(cell for mark, text in said.values() for cell in (mark, text))] for name, said in SAID.items()]
    assert said_in(case, as_csv([header, *rows])) == SAID
