"""Tables that have the recommendations side by side."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.corpus.package import Document
from tests.corpus.wordml import cell, plain, row, table

SAID = [("1.a", "yes", "We lit the quay."), ("1.b", "no", ""), ("2.a", "yes", "We list cargo.")]
WIDTHS = (2000, 2500, 2500, 2500)
TEXTS = [text for _, _, text in SAID]
LABELS = ["Recommendation 1(a)", "Recommendation 1(b)", "Recommendation 2(a)"]


def read_table(case, *rows: list[str]):
    form = Document()
    lines = [row(*(cell(plain(text)) for text in texts)) for texts in rows]
    form.add(plain("Name of country: Alba"), plain("Date of submission: 12 May 2031"), table(lines, WIDTHS))
    (reply,) = read(form.save(), question_of(case.meeting))
    return reply


def told(reply) -> list[tuple[str, str, str]]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers]


@pytest.fixture
def adopted(case) -> list[str]:
    return [recommendation.text for recommendation in case.meeting.recommendations]


ROWS = {
    "labels and texts": lambda texts: [["", *LABELS], ["Text", *texts], ["Action taken", *MARKS], ["Comments", *TEXTS]],
    "texts only": lambda texts: [["Recommendation", *texts], ["Any action taken?", *MARKS], ["Comments", *TEXTS]],
    "labels only": lambda _: [["", "1.a", "1.b", "2.a"], ["Action taken", *MARKS], ["Please elaborate", *TEXTS]],
    "yes and no apart": lambda texts: [["Recommendation", *texts], ["Yes", "X", "", "X"], ["No", "", "X", ""],
                                       ["Comments", *TEXTS]],
    "answer before mark": lambda texts: [["", *texts], ["Comments", *TEXTS], ["Action taken", *MARKS]],
}  # fmt: skip
MARKS = ["Yes", "No", "Yes"]


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_each_recommendation_has_its_own_column(case, adopted, rows):
    reply = read_table(case, *rows(adopted))
    assert told(reply) == SAID
    assert reply.respondent == "Alba"
    assert not reply.unplaced


def test_places_are_those_of_the_document(case, adopted):
    reply = read_table(case, ["", *LABELS], ["Text", *adopted], ["Action taken", *MARKS], ["Comments", *TEXTS])
    assert [answer.locator.split(" (")[0] for answer in reply.answers if answer.text] == [
        "table 1, row 4, cell 2",
        "table 1, row 4, cell 4",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["No.", "1", "2", "3"], ["Action", "Lamps", "Nets", "Bells"]],
        [["Year", "2029", "2030", "2031"], ["Comments", "herring", "salmon", "eels"]],
    ],
)
def test_other_tables_stay_as_they_are(case, rows):
    form = Document()
    own = table([row(*(cell(plain(text)) for text in texts)) for texts in rows], WIDTHS)
    first = case.meeting.recommendations[0]
    form.add(plain("Name of country: Alba"), plain("Recommendation 1(a)"), plain(first.text))
    form.add(plain("Action taken: Yes"), plain("Comments:"), plain("As follows."), own)
    (reply,) = read(form.save(), question_of(case.meeting))
    said = reply.answers[0].text + " ".join(words.text for words in reply.unplaced)
    assert all(text in said for text in rows[1][1:])
    assert len(reply.answers) == 1


@pytest.mark.parametrize("corner", ["", "Recommendation", "title"])
def test_letters_side_by_side_are_those_of_the_issue_above(case, corner):
    form = Document()
    form.add(plain("Name of country: Alba"), plain("Date of submission: 12 May 2031"))
    for title, letters, marks, texts in (
        ("Safety of small harbours", ["(a)", "(b)"], MARKS[:2], TEXTS[:2]),
        ("Exchange of information on cargo", ["(a)"], MARKS[2:], TEXTS[2:]),
    ):
        lines = [[title if corner == "title" else corner, *letters], ["Action taken", *marks], ["Comments", *texts]]
        if corner != "title":
            form.add(plain(title))
        form.add(table([row(*(cell(plain(text)) for text in one)) for one in lines], WIDTHS[: len(lines[0])]))
    (reply,) = read(form.save(), question_of(case.meeting))
    assert told(reply) == SAID
    assert not reply.unplaced
