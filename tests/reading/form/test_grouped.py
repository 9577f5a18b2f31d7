"""Headings that say what was done for all recommendations below them."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.hostile import paragraph, word
from tests.tables import table

FRONT = "".join(map(paragraph, ("Country: Alba", "Submitted on: 12 May 2031")))
SAID = [("1.a", "yes", "We lit the quay."), ("2.a", "yes", "Cyra has our list."), ("1.b", "no", "Pilots are few.")]
HEADINGS = [
    ("Recommendations implemented", "Recommendations not implemented"),
    ("A. Recommendations that have been implemented:", "B. Recommendations not yet started"),
    ("Recommandations appliquées", "Recommandations non appliquées"),
    ("Выполненные рекомендации", "Не выполнены:"),
    ("Implemented", "Not implemented"),
]


def told(case, body: str) -> tuple[list[tuple[str, str, str]], tuple]:
    (reply,) = read(word(FRONT + body), question_of(case.meeting))
    return [(one.recommendation, one.action_taken, one.text) for one in reply.answers], reply.unplaced


@pytest.mark.parametrize(("done", "not_done"), HEADINGS)
@pytest.mark.parametrize("named", ["label", "text"])
def test_answers_below_a_heading_have_its_mark(case, done, not_done, named):
    adopted = {one.id: one.text for one in case.meeting.recommendations}
    lines = []
    for heading, answers in ((done, SAID[:2]), (not_done, SAID[2:])):
        lines.append(heading)
        for one, _, text in answers:
            label = f"{one[0]} ({one[2]})"
            lines += [f"{label} {text}"] if named == "label" else [f"{label} {adopted[one]}", text]
    assert told(case, "".join(map(paragraph, lines))) == (SAID, ())


def broken(*lines: str) -> str:
    """A paragraph with line breaks, as people type lists."""
    return "<w:p><w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r></w:p>"


LINES = ("Recommendations implemented", "1 (a) We lit the quay.", "2 (a) Cyra has our list.",
         "Recommendations not implemented", "1 (b) Pilots are few.")  # fmt: skip


def test_headings_and_answers_may_be_lines_of_one_paragraph(case):
    assert told(case, broken(*LINES)) == (SAID, ())


def test_headings_in_the_forms_of_two_respondents_are_of_their_own_form(case):
    of_duna = (*LINES[:1], "1 (a) We lit the pier.", *LINES[3:4], "1 (b) Fog came.")
    parts = (broken(*LINES), paragraph("Country: Duna"), broken(*of_duna))
    alba, duna = read(word(FRONT + "".join(parts)), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken, one.text) for one in alba.answers] == SAID
    assert [(one.recommendation, one.action_taken, one.text) for one in duna.answers] == [
        ("1.a", "yes", "We lit the pier."),
        ("1.b", "no", "Fog came."),
    ]
    assert alba.unplaced + duna.unplaced == ()


def test_a_heading_above_no_answer_of_the_meetings_is_told(case):
    answers, left = told(case, "".join(map(paragraph, (*LINES[:4], "9 (z) Gulls came."))))
    assert answers[:1] == SAID[:1]
    assert LINES[3] in [words.text for words in left]


@pytest.mark.parametrize("cells", [1, 2])
def test_a_heading_may_be_a_row(case, cells):
    adopted = {one.id: one.text for one in case.meeting.recommendations}
    rows = [(f"{one[0]} ({one[2]}) {adopted[one]}", text) for one, _, text in SAID]
    heads = [(text, "")[:cells] for text in ("Implemented", "Not implemented")]
    assert told(case, table(("Recommendation", "Comments"), heads[0], *rows[:2], heads[1], rows[2])) == (SAID, ())


def test_a_mark_of_its_own_goes_before_that_of_the_heading(case):
    lines = ["Recommendations implemented", "1 (a) No. Fog came.", "2 (a) Cyra has our list."]
    answers, _ = told(case, "".join(map(paragraph, lines)))
    assert [mark for _, mark, _ in answers] == ["no", "yes"]


def test_words_below_a_recommendation_are_its_own(case):
    one, other, last = (one.text for one in case.meeting.recommendations)
    lines = [f"1 (a) {one}", "Not implemented", f"1 (b) {other}", "Implemented", f"2 (a) {last}", "Implemented"]
    answers, _ = told(case, "".join(map(paragraph, lines)))
    assert [mark for _, mark, _ in answers] == ["no", "yes", "yes"]


def test_what_a_line_names_behind_such_words_has_its_mark(case):
    lines = ["Recommendations implemented: 1 (a), 2 (a)", "Recommendations not implemented: 1 (b)"]
    answers, _ = told(case, "".join(map(paragraph, lines)))
    assert answers == [("1.a", "yes", ""), ("2.a", "yes", ""), ("1.b", "no", "")]
