"""Boxes at other words than yes and no, and marks in places of their own."""

import pytest

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.degrees import in_words
from pipeline.reading.form.mark_words import as_typed
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.hostile import paragraph, word
from tests.tables import table

SAID = {"1.a": "We lit the quay.", "1.b": "", "2.a": "Cyra has our list."}
EXPECTED = {one: ("yes" if text else "no", text) for one, text in SAID.items()}


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def said(question: Question, body: str) -> dict[str, tuple[str, str]]:
    (reply,) = read(word(paragraph("Country: Alba") + body), question)
    assert reply.unplaced == ()
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


def lines(question: Question, *asked: tuple[str, str]) -> str:
    """Each recommendation with boxes at these phrases; a yes ticks the first one, a no the last."""
    body = ""
    for one in question.recommendations:
        marks = ["☐"] * len(asked[0])
        marks[0 if SAID[one.id] else -1] = "☒"
        boxes = [f"{mark} {phrase}" for mark, phrase in zip(marks, asked[0], strict=True)]
        body += paragraph(f"Recommendation {one.id}") + paragraph(one.text)
        body += "".join(map(paragraph, boxes)) if asked[1:] else paragraph("   ".join(boxes))
        body += paragraph(f"Comments: {SAID[one.id]}".strip())
    return body


@pytest.mark.parametrize("below", [(), ("each in a line",)], ids=["in a line", "below each other"])
@pytest.mark.parametrize(
    "phrases",
    [
        ("Fully implemented", "Partially implemented", "Not implemented"),
        ("Action taken", "No action taken"),
        ("Measures taken", "No measures taken"),
        ("Completed", "Not started"),
    ],
    ids=" ".join,
)
def test_boxes_at_phrases_are_boxes_at_yes_and_no(question, phrases, below):
    assert said(question, lines(question, phrases, *below)) == EXPECTED


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("☒ Fully implemented", "☒ yes"),
        ("Action taken: ☐   No action taken: ☒", "yes: ☐   no: ☒"),
        ("( ) Implemented (x) Not implemented", "( ) yes (x) no"),
        ("☐ Yes ☐ No ☒ Not applicable", "☐ Yes ☐ No ☒ ⟨Not applicable⟩"),
        ("☒ Partly", "☒ ⟨Partly⟩"),
        ("Yes / No / In part", "Yes / No / ⟨In part⟩"),
        ("Action taken: ☒ Yes ☐ No", "Action taken: ☒ Yes ☐ No"),
        ("Partly", "Partly"),
        ("☐ Partly in the north", "☐ Partly in the north"),
        ("No, not yet.", "No, not yet."),
        ("☒ Fully implemented since 2029", "☒ Fully implemented since 2029"),
        ("Fully implemented", "Fully implemented"),
        ("☒ Yes ☐ No", "☒ Yes ☐ No"),
    ],
)
def test_only_lines_of_nothing_else_are_taken_so(text, meant):
    found = in_words(Block((Run(text),), 1, None), text).text
    assert found.translate({0xE0FE: "⟨", 0xE0FF: "⟩"}) == meant
    assert "⟨" not in meant or as_typed(found) == text


@pytest.mark.parametrize("below", [False, True], ids=["in a line", "below each other"])
@pytest.mark.parametrize(
    ("ticked", "told"),
    [(0, ("yes", "We lit the quay.")), (1, ("no", "We lit the quay.")), (2, ("unclear", "We lit the quay."))],
)
def test_a_third_choice_is_neither_yes_nor_no(question, ticked, told, below):
    choices = ("Yes", "No", "Partly", "Not applicable")
    body = ""
    for one in question.recommendations:
        boxes = [f"{'☒' if at == ticked else '☐'} {choice}" for at, choice in enumerate(choices)]
        body += paragraph(f"Recommendation {one.id}") + paragraph(one.text)
        body += "".join(map(paragraph, boxes)) if below else paragraph("   ".join(boxes))
        body += paragraph("Comments: We lit the quay.")
    assert said(question, body) == dict.fromkeys(SAID, told)


CHOICES = ("Yes", "No", "In part")


@pytest.mark.parametrize("ticked", [0, 1, 2])
@pytest.mark.parametrize("layout", ["beside", "below", "in a row below", "in a column"])
def test_a_third_choice_may_stand_in_a_cell_of_its_own(question, ticked, layout):
    marks = ["X" if at == ticked else "" for at in range(3)]
    rows = {
        "beside": [tuple(cell for pair in zip(CHOICES, marks, strict=True) for cell in pair)],
        "below": list(zip(CHOICES, marks, strict=True)),
        "in a row below": [CHOICES, tuple(marks)],
        "in a column": [(f"{'☒' if mark else '☐'} {choice}",) for choice, mark in zip(CHOICES, marks, strict=True)],
    }[layout]
    body = "".join(
        paragraph(f"Recommendation {one.id}") + paragraph(one.text) + table(*rows) + paragraph("Comments: Lit.")
        for one in question.recommendations
    )
    assert said(question, body) == dict.fromkeys(SAID, (("yes", "no", "unclear")[ticked], "Lit."))


def test_a_word_beside_yes_is_no_choice_where_no_is_not_offered(question):
    body = "".join(table((f"1 {one.text}", "Yes", "Partly")) for one in question.recommendations)
    assert said(question, body) == dict.fromkeys(SAID, ("yes", "Partly"))


def test_a_third_choice_is_the_answer_where_nothing_else_is(question):
    boxes = paragraph("☐ Yes ☐ No ☒ Not applicable") + paragraph("Comments:")
    body = "".join(
        paragraph(f"Recommendation {one.id}") + paragraph(one.text) + boxes for one in question.recommendations
    )
    assert said(question, body) == dict.fromkeys(SAID, ("unclear", "Not applicable"))


def test_a_mark_under_another_heading_than_yes_and_no_is_neither(question):
    rows = [("Recommendation", "Fully", "Partially", "Not at all", "Remarks")]
    rows += [
        (one.text, *("" if at != own else "X" for at in range(3)), "Lit.")
        for own, one in enumerate(question.recommendations)
    ]
    assert said(question, table(*rows)) == {"1.a": ("yes", "Lit."), "1.b": ("unclear", "Lit."), "2.a": ("no", "Lit.")}


@pytest.mark.parametrize("label", ["Status", "Status of implementation", "Action taken"])
def test_words_beside_the_question_say_what_was_done(question, label):
    rows = [
        table((f"Recommendation {one.id}", one.text), (label, "Implemented" if text else "Not implemented"),
              ("Comments", text))
        for one in question.recommendations
        for text in (SAID[one.id],)
    ]  # fmt: skip
    assert said(question, "".join(rows)) == EXPECTED


def test_each_box_may_have_its_own_request_and_the_answer_behind_it(question):
    body = ""
    for one in question.recommendations:
        text = SAID[one.id]
        body += paragraph(f"Recommendation {one.id}") + paragraph(one.text)
        body += paragraph(f"{'☒' if text else '☐'} YES (please specify): {text}".strip())
        body += paragraph(f"{'☐' if text else '☒'} NO (please explain): {'' if text else 'No lamps.'}".strip())
    assert said(question, body) == EXPECTED | {"1.b": ("no", "No lamps.")}


def test_marks_may_stand_behind_the_text_in_its_paragraph(question):
    body = "".join(
        paragraph(f"Recommendation {one.id}. {one.text} Yes {'☒ No ☐' if SAID[one.id] else '☐ No ☒'}")
        + paragraph(SAID[one.id])
        for one in question.recommendations
    )
    assert said(question, body) == EXPECTED


def test_a_label_beside_one_answer_is_one_where_nobody_answered(question):
    rows = [
        table((f"Recommendation {one.id}", one.text), ("Yes", "X" if text else ""), ("No", "" if text else "X"),
              ("What the ports did", text))
        for one in question.recommendations
        for text in (SAID[one.id],)
    ]  # fmt: skip
    assert said(question, "".join(rows)) == EXPECTED


def test_what_stands_below_a_table_of_marks_is_about_none_of_them(question):
    marks = [("Recommendation", "Yes", "No")]
    marks += [(one, "X" if text else "", "" if text else "X") for one, text in SAID.items()]
    details = table(("Recommendation", "Details"), *SAID.items())
    assert said(question, table(*marks) + paragraph("Details of action taken:") + details) == EXPECTED


@pytest.mark.parametrize("answer", ["Under way.", "Planned.", "Not yet"])
def test_what_else_stands_in_a_cell_is_no_choice_beside_the_words(question, answer):
    told = {"1.a": ("yes", "We lit the quay."), "1.b": ("no", answer), "2.a": ("yes", "Nine pilots sail.")}
    lines = [line for one in question.recommendations for line in (one.text, *told[one.id])]
    assert said(question, table(("\n".join(lines),))) == told


@pytest.mark.parametrize("answer", ["Under way.", "Planned.", "Not yet"])
def test_lines_for_each_word_in_a_cell_are_no_choices_beside_those_of_other_cells(question, answer):
    told = {"1.a": ("yes", answer), "1.b": ("no", ""), "2.a": ("yes", answer)}
    rows = [("Recommendation", "Reply")]
    for one in question.recommendations:
        mark, text = told[one.id]
        lines = ("Yes: X" if mark == "yes" else "Yes:", "No: X" if mark == "no" else "No:", text)
        rows.append((one.text, "\n".join(line for line in lines if line)))
    assert said(question, table(*rows)) == told


def test_an_answer_in_words_of_a_choice_below_one_mark_and_above_another_offers_none(question):
    rows = ["Country: Alba"]
    for one, mark, text in zip(
        question.recommendations, ("NO", "YES", "NO"), ("Under way.", "Lit.", "Planned"), strict=True
    ):
        rows += [f"Recommendation {one.id} {one.text}", mark, "Measures taken, results achieved:", text]
    (reply,) = read(word(table(*([row] for row in rows))), question)
    assert [(answer.action_taken, answer.text) for answer in reply.answers] == [
        ("no", "Under way."),
        ("yes", "Lit."),
        ("no", "Planned"),
    ]


@pytest.mark.parametrize(("comment", "text"), [("Lit.", "Lit."), ("", "Partly")])
def test_a_choice_that_stands_in_place_of_boxes_is_unclear(question, comment, text):
    rows = [("Rec", "Action", "Text"), ("1(a)", "Yes", "Lit."), ("1(b)", "No", ""), ("2(a)", "Partly", comment)]
    assert said(question, table(*rows)) == {"1.a": ("yes", "Lit."), "1.b": ("no", ""), "2.a": ("unclear", text)}


def marked_in(question, *heads: str) -> list[tuple[str, str]]:
    """What a table with an x below one of these headings in each row says: mark and text, row by row."""
    heads_of_row = ("Recommendation", *heads, "Comment")
    rows = [heads_of_row]
    for at, one in enumerate(question.recommendations):
        rows.append((one.text, *("x" if at == column else "" for column in range(len(heads))), ""))
    (reply,) = read(word(paragraph("Country: Alba") + table(*rows)), question)
    return [(answer.action_taken, answer.text) for answer in reply.answers]


@pytest.mark.parametrize("no", ["Not done", "Not achieved", "Not implemented", "Not completed"])
def test_done_and_not_done_may_head_columns_of_marks(question, no):
    assert marked_in(question, no.removeprefix("Not ").capitalize(), no)[:2] == [("yes", ""), ("no", "")]


@pytest.mark.parametrize(
    "head", ["Never implemented", "Hardly implemented", "To be implemented", "Not fully implemented"]
)
def test_words_before_a_heading_that_says_yes_make_it_none(question, head):
    assert marked_in(question, "Implemented", head)[:2] == [("yes", ""), ("unclear", "")]


def test_a_mark_below_a_choice_beside_yes_and_no_has_no_words_of_ours(question):
    assert marked_in(question, "Yes", "No", "Ongoing") == [("yes", ""), ("no", ""), ("unclear", "")]
