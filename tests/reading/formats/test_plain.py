"""Plain text: lines become paragraphs again, and the form in them is read. Keeps out: forms (test_form.py)."""

import pytest

from pipeline.reading.blocks import Run
from pipeline.reading.formats.plain import blocks_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Unreadable

A = "Governments are encouraged to inspect the lights of every small harbour once a year."


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def texts(text):
    return [block.text for block in blocks_of(text)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_wrapped_line_goes_on_and_a_short_one_ends(newline):
    long = "We inspected all of our 14 lamps in the spring of 2030, and then we"
    assert texts(newline.join([long, "repaired three.", "Others follow."])) == [
        f"{long} repaired three.",
        "Others follow.",
    ]


@pytest.mark.parametrize("following", ["", "Comments: None.", "*Recommendation (b)*", "- in Albaville", "• in Borford"])
def test_a_long_line_ends_before_something_of_its_own(following):
    long = "We inspected all of our 14 lamps in the spring of 2030, and then we"
    assert texts(f"{long}\n{following}")[0] == long


@pytest.mark.parametrize("sign", ["-", "–", "*", "•", "·"])
def test_list_items_are_known_by_their_sign(sign):
    (block,) = blocks_of(f"{sign} in Albaville")
    assert (block.text, block.bullet) == ("in Albaville", True)


def test_words_between_asterisks_are_bold_and_other_asterisks_stay():
    (block,) = blocks_of("*Yes* / No, **in 2030**")
    assert block.runs == (Run("Yes", bold=True), Run(" / No, "), Run("in 2030", bold=True))
    for plain in ("5* and 6*", "2 * 3 * 4", "* * *", "see note *", "a*b*c", "**"):
        assert texts(f"x {plain}") == [f"x {plain}"]


HEADS, ROWS = ("Recommendation", "Action taken", "Comments"), (("1.a", "Yes", "Lit."), ("1.b", "No", ""))


@pytest.mark.parametrize(
    "table",
    [
        "\n".join("\t".join(row) for row in (HEADS, *ROWS)),
        "\n".join(f"| {' | '.join(row)} |" for row in (HEADS, ("---", ":-:", "---"), *ROWS)),
        "\n".join(" | ".join(row) for row in (HEADS, *ROWS)),
        "\n".join(" | ".join(row) for row in (HEADS, ("---", ":-:", "---"), *ROWS)),
    ],
    ids=["tabs", "markdown", "bars", "bars with a line"],
)
def test_a_table_typed_as_text_is_read_by_its_cells(question, table):
    (reply,) = read(f"Country: Alba\n\n{table}\n\nGeneral comments: Thanks.".encode(), question)
    assert [(a.recommendation, a.action_taken, a.text) for a in reply.answers] == [
        ("1.a", "yes", "Lit."),
        ("1.b", "no", ""),
    ]
    assert reply.general == "Thanks."
    assert reply.answers[0].locator.startswith("table 1, row 2, cell 3")


def test_a_tab_or_a_stroke_alone_makes_no_table():
    assert [block.cell for block in blocks_of("Country:\tAlba\nDate:\tMay\n| not a row\na | b\na\tb\tc")] == [None] * 5


def test_a_form_typed_as_text_is_read(question):
    lines = (
        "Country: Alba",
        "Date: 20 May 2031",
        "Issue I",
        "Recommendation (a)",
        A,
        "Any action taken: Yes",
        "Comments: Lit.",
    )
    (reply,) = read("\n".join(lines).encode(), question)
    assert (reply.format, reply.respondent, reply.submitted_on) == ("txt", "Alba", "20 May 2031")
    assert [(a.recommendation, a.action_taken, a.text) for a in reply.answers] == [("1.a", "yes", "Lit.")]


@pytest.mark.parametrize("label", ["1(b)", "(b)", "1.b", "Reply to recommendation 1(b):", "On recommendation 1(b):"])
def test_a_long_line_that_ends_a_sentence_ends_before_a_label(label):
    long = "Yes. We lit the quay, the mole and the pier, and the pilots were told of it."
    assert [block.text for block in blocks_of(f"{long}\n{label} No. None.")] == [long, f"{label} No. None."]
    wrapped = "The quay is lit from dusk on, and the mole from the hour at which the ships of the\nday are due."
    *_, last = blocks_of(f"{wrapped}\n\n{long[:-1]} under\n{label} or later.")
    assert last.text == f"{long[:-1]} under {label} or later."


def test_long_lines_are_paragraphs_where_none_was_wrapped():
    lines = (
        "1.a Every harbour is invited to paint all of the buoys that lie before its moles.",
        "Has this recommendation been implemented? Yes",
        "The quay was lit, and the pilots of the harbour were told of it in the same week.",
        "Ada Lamp",
    )
    assert [block.text for block in blocks_of("\n".join(lines))] == list(lines)


def test_a_line_into_which_the_next_word_would_have_fitted_was_not_wrapped():
    wrapped = "The quay is lit from dusk on, and the mole from the hour at which the ships of the\nday are due."
    lines = ("The lamps of the quay are lit by the pilots of the harbour.", "Ada Lamp")
    assert [block.text for block in blocks_of("\n".join((wrapped, *lines)))] == [wrapped.replace("\n", " "), *lines]


@pytest.mark.parametrize("word", ["Yes", "No"])
def test_the_words_of_a_question_are_no_marks_of_the_boxes_behind_it(question, word):
    boxes = f"[{'X' if word == 'Yes' else ' '}] Yes   [{'X' if word == 'No' else ' '}] No"
    text = f"Country: Alba\n\n1.a {A} Was it implemented (Yes/No)? {boxes}\n\nThe quay is lit."
    (reply,) = read(text.encode(), question)
    assert [(a.action_taken, a.text) for a in reply.answers] == [(word.lower(), "The quay is lit.")]


def test_a_letter_is_no_form(question):
    with pytest.raises(Unreadable) as error:
        read(b"Dear colleagues,\n\nthe lamps are lit.\n", question)
    assert error.value.code == "unsupported_format"


WRAPPED = "Governments are encouraged to inspect the lamps of every lighthouse in"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (f"{WRAPPED} May.", "No", False),
        (f"{WRAPPED} May.", "Has this recommendation been implemented? Yes", False),
        (f"{WRAPPED} May.", "May this reply be published on the website? No", False),
        ("May this reply be published on the new website of the conference? ☐ Yes ☒", "No", True),
        ("Crews are trained in the rescue of all passengers by the neighbouring", "states.", True),
        ("The short line before it", "incomprehensibilities-of-the-tides-of-all-the-harbours", False),
    ],
)
def test_a_line_goes_on_where_it_was_wrapped_and_nowhere_else(above, below, whole):
    text = (
        f"{WRAPPED} the\nspring of every year, and to publish what was found there by its keepers.\n\n{above}\n{below}"
    )
    texts = [block.text for block in blocks_of(text) if block.text]
    assert texts[1:] == ([f"{above} {below}"] if whole else [above, below])


@pytest.mark.parametrize("rule", ["----", "=========", "_______", "***", "~~~~~"])
def test_lines_drawn_with_signs_are_no_text(question, rule):
    lines = ("Country: Alba", "1 (a)", "Yes. Lit.", "1 (b)", "No.", "2 (a)", "Yes. Listed.")
    (reply,) = read(f"\n{rule}\n".join(lines).encode(), question)
    assert [(a.recommendation, a.action_taken, a.text) for a in reply.answers] == [
        ("1.a", "yes", "Yes. Lit."),
        ("1.b", "no", ""),
        ("2.a", "yes", "Yes. Listed."),
    ]


def test_stars_before_an_answer_are_those_of_a_list(question):
    (reply,) = read(b"Country: Alba\n\n1 (a)\n** Lit.\n\n1 (b)\n* Trained.\n\n2 (a)\n*** Listed.\n", question)
    assert [a.text for a in reply.answers] == ["- Lit.", "- Trained.", "- Listed."]


@pytest.mark.parametrize("arrow", ["->", "=>", "-->", "→"])
def test_arrows_part_labels_marks_and_answers(question, arrow):
    text = f"Alba\n1(a) {arrow} yes {arrow} the quay is lit\n1(b) {arrow} no\n2(a) {arrow} yes {arrow} Cyra has it\n"
    (reply,) = read(text.encode(), question)
    assert [(one.recommendation, one.action_taken, one.text) for one in reply.answers] == [
        ("1.a", "yes", "yes → the quay is lit"),
        ("1.b", "no", ""),
        ("2.a", "yes", "yes → Cyra has it"),
    ]
