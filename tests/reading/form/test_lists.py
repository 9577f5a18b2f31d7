"""Replies that follow no form and print no recommendation: answers in a list, each behind a label."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.raw.recommendation import Recommendation
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Unreadable
from tests.hostile import paragraph, word
from tests.tables import table

FRONT = ("Country: Alba", "Submitted on: 12 May 2031")
# By recommendation: issue, letter, what is answered.
SAID = {
    "1.a": (1, "a", "Yes. We lit the quay in 2030."),
    "1.b": (1, "b", "No. Pilots come from Cyra."),
    "2.a": (2, "a", "Yes. Cyra has our list."),
}
ANSWERS = [("1.a", "yes"), ("1.b", "no"), ("2.a", "yes")]
WITH_ISSUE = [
    "Recommendation {i}({l}): {said}",
    "Recommendation {i} ({l})\n{said}",
    "Rec. {i}.{l} – {said}",
    "{i}({l}) {said}",
    "{i}.{l} {said}",
    "- {i}.{l}: {said}",
    "Issue {i}, recommendation ({l}): {said}",
    "Issue {i} ({l}): {said}",
    "Recommendation ({l}) under issue {i}: {said}",
    "Recommendation ({l}) of the issue {i}: {said}",
    "Reply to recommendation {i}({l}): {said}",
    "Answer {i}({l}): {said}",
    "Point {i} ({l}): {said}",
    "Section {i} ({l}): {said}",
    "Recommendation N° {i}, point {l}: {said}",
    "Recommendation {i}, sub-paragraph ({l})\n{said}",
    "Recommandation {i}, alinéa {l}) : {said}",
    "R{i}.{l} {said}",
    "({i}{l}) {said}",
    "{i}{l}. {said}",
    "{i}{l} {said}",
    "{i}. {l}. {said}",
    "R{i}({l}): {said}",
    "Recommandation {i} {l}) : {said}",
    "Recomendación {i}.{l}: {said}",
    "Рекомендация {i}({l}): {said}",
]
UNDER_HEADINGS = [
    "({l}) {said}",
    "{l}) {said}",
    "({l})\n{said}",
    "Recommendation ({l}): {said}",
    "• ({l}) {said}",
    "{L}. {said}",
]
HEADINGS = ["Issue {i}", "Issue {i}: {title}", "ISSUE {r}", "{title}"]


def lines_of(shape: str, heading: str = "", titles: dict[int, str] | None = None) -> list[str]:
    lines, before = [], 0
    for issue, letter, said in SAID.values():
        if heading and issue != before:
            lines.append(heading.format(i=issue, r="I" * issue, title=(titles or {}).get(issue, "")))
        before = issue
        lines += shape.format(i=issue, l=letter, L=letter.upper(), said=said).split("\n")
    return lines


def many(*issues: tuple[int, int]) -> Question:
    """A questionnaire with so many recommendations under each issue."""
    asked = [
        Recommendation(
            f"{issue}.{'abcdef'[at]}", issue, f"Harbours of kind {issue}", "abcdef"[at], at + 1, f"Light {at}."
        )
        for issue, count in issues
        for at in range(count)
    ]
    return Question("harb-12", tuple(asked), ())


def as_word(lines: list[str]) -> bytes:
    return word("".join(map(paragraph, lines)))


def as_text(lines: list[str]) -> bytes:
    return "\n\n".join(lines).encode()


def told(reply) -> list[tuple[str, str]]:
    for answer in reply.answers:
        assert answer.text.removeprefix("Yes. ").removeprefix("No. ") in SAID[answer.recommendation][-1]
        assert len(answer.text) > 15
    return [(answer.recommendation, answer.action_taken) for answer in reply.answers]


@pytest.mark.parametrize("write", [as_word, as_text])
@pytest.mark.parametrize("shape", WITH_ISSUE)
def test_an_answer_stands_behind_its_label(case, shape, write):
    (reply,) = read(write([*FRONT, *lines_of(shape)]), question_of(case.meeting))
    assert (reply.respondent, reply.submitted_on) == ("Alba", "12 May 2031")
    assert told(reply) == ANSWERS
    assert reply.unplaced == ()


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("shape", UNDER_HEADINGS)
def test_under_the_heading_of_an_issue_a_letter_is_enough(case, shape, heading):
    titles = {one.issue: one.issue_title for one in case.meeting.recommendations}
    (reply,) = read(as_word([*FRONT, *lines_of(shape, heading, titles)]), question_of(case.meeting))
    assert told(reply) == ANSWERS
    assert reply.unplaced == ()


def test_the_title_of_the_issue_may_stand_before_an_answer(case):
    titles = {one.issue: one.issue_title for one in case.meeting.recommendations}
    lines = [f"{issue}.{letter} – {titles[issue]}: {said}" for issue, letter, said in SAID.values()]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert told(reply) == ANSWERS
    assert reply.unplaced == ()


def test_yes_or_no_may_stand_behind_a_heading_of_its_own(case):
    heads = ("Lamps", "Pilots of Alba", "Lists")
    lines = [f"{i}.{letter} {head}: {said}" for head, (i, letter, said) in zip(heads, SAID.values(), strict=True)]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert [(answer.recommendation, answer.action_taken) for answer in reply.answers] == ANSWERS
    assert [answer.text for answer in reply.answers] == [line.partition(" ")[2] for line in lines]


def test_a_numbered_sentence_that_begins_with_an_article_is_no_label(case):
    with pytest.raises(Unreadable):
        read(
            as_word([*FRONT, "1. a law was passed;", "1. b roads were closed;", "2. a quay was lit."]),
            question_of(case.meeting),
        )


def test_a_list_may_stand_in_a_table(case):
    rows = [(f"{issue}({letter})", said) for issue, letter, said in SAID.values()]
    (reply,) = read(word(paragraph(FRONT[0]) + table(*rows)), question_of(case.meeting))
    assert told(reply) == ANSWERS


def test_a_list_may_stand_behind_recommendations_that_nobody_answered(case):
    printed = [f"({one.label}) {one.text}" for one in case.meeting.recommendations]
    answers = ["Annex", *lines_of("({l}) {said}", "Issue {i}")]
    (reply,) = read(as_word([*FRONT, *printed, *answers]), question_of(case.meeting))
    assert told(reply) == ANSWERS


@pytest.mark.parametrize("between", [(), ("Answers of Alba",)])
def test_a_list_may_stand_behind_the_recommendations_of_its_issue(case, between):
    lines = [*FRONT]
    for issue in (1, 2):
        lines += [f"({one.label}) {one.text}" for one in case.meeting.recommendations if one.issue == issue]
        lines += [*between, *(f"({letter}) {said}" for number, letter, said in SAID.values() if number == issue)]
    (reply,) = read(as_word(lines), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken) for one in reply.answers][:2] == ANSWERS[:2]
    assert [one.text for one in reply.answers][:2] == [said for *_, said in SAID.values()][:2]


def test_a_list_inside_the_only_answer_of_an_issue_is_part_of_it(case):
    one, two, *_ = (f"({one.label}) {one.text}" for one in case.meeting.recommendations)
    lines = [*FRONT, one, two, "We did this:", "(a) lamps were lit;", "(c) pilots came."]
    (reply,) = read(as_word(lines), question_of(case.meeting))
    assert [answer.text for answer in reply.answers] == ["", "We did this:\n(a) lamps were lit;\n(c) pilots came."]


@pytest.mark.parametrize("labels", [("1.1", "1.2", "1.3", "2.1", "2.2"), ("1.", "2.", "3.", "4.", "5.")])
def test_numbers_are_labels_where_they_name_all_of_many_recommendations(labels):
    question = many((1, 3), (2, 2))
    said = [f"Yes. We lit quay {at}." for at in range(len(labels))]
    lines = [f"{label} {one}" for label, one in zip(labels, said, strict=True)]
    (reply,) = read(as_word([*FRONT, *lines]), question)
    assert [(one.recommendation, one.text) for one in reply.answers] == [
        (one.id, text) for one, text in zip(question.recommendations, said, strict=True)
    ]
    for other in (lines[:-1], [f"7.{at} Gulls came." for at in range(1, 6)]):
        with pytest.raises(Unreadable):
            read(as_word([*FRONT, *other]), question)


def test_of_numbers_with_yes_or_no_behind_them_one_may_be_missing():
    question = many((1, 3), (2, 3))
    said = {"1.1": "Yes. We lit it.", "1.3": "No, not so far.", "2.1": "Yes. We do.", "2.2": "Seen.", "2.3": "No."}
    (reply,) = read(as_word([*FRONT, *(f"{label} {text}" for label, text in said.items())]), question)
    assert [(one.recommendation, one.text) for one in reply.answers] == [
        ("1.a", "Yes. We lit it."), ("1.c", "No, not so far."), ("2.a", "Yes. We do."), ("2.b", "Seen."), ("2.c", "")
    ]  # fmt: skip
    for others in (("2.1", "1.1", "1.3", "2.2", "2.3"), ("1.1", "1.3", "2.1", "2.2", "2.9")):
        lines = (f"{label} {text}" for label, text in zip(others, said.values(), strict=True))
        with pytest.raises(Unreadable):
            read(as_word([*FRONT, *lines]), question)


@pytest.mark.parametrize("asked", ["Action: Yes ☒ No ☐", "Any action taken? Yes ☒ No ☐"])
def test_a_number_above_a_question_is_a_label(asked):
    question = many((1, 2), (2, 2))
    lines = [line for one in ("1.1", "1.2", "2.1", "2.2") for line in (one, asked, f"Comments: We lit {one}.")]
    (reply,) = read(as_word([*FRONT, *lines]), question)
    found = [(one.recommendation, one.action_taken, one.text) for one in reply.answers]
    assert found == [
        (one.id, "yes", f"We lit {label}.")
        for one, label in zip(question.recommendations, ("1.1", "1.2", "2.1", "2.2"), strict=True)
    ]


@pytest.mark.parametrize("marks", [("(i)", "(ii)"), ("(a)", "(b)"), ("1.", "2.")])
def test_a_list_inside_an_answer_is_part_of_it(case, marks):
    lines = lines_of("{i}({l}) {said}")
    lines[1:1] = [f"{mark} lamps for the quay;" for mark in marks]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert [answer.recommendation for answer in reply.answers] == list(SAID)
    assert reply.answers[0].text.count("lamps for the quay") == 2


def test_what_has_a_label_of_its_own_is_in_no_answer(case):
    lines = [*lines_of("{i}({l}) {said}"), "General comments: Gulls came.", "Contact person: A. Keeper"]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert told(reply) == ANSWERS
    assert (reply.general, reply.contact) == ("Gulls came.", {"name": "A. Keeper"})


def test_a_label_in_an_answer_is_no_field(case):
    lines = lines_of("{i}({l}) {said}")
    lines.insert(1, "Date of submission: the list of lamps goes to the office each May.")
    (reply,) = read(as_word([FRONT[0], *lines]), question_of(case.meeting))
    assert reply.submitted_on == ""
    assert "the list of lamps" in reply.answers[0].text


def test_a_field_that_an_answer_says_again_stays(case):
    lines = lines_of("{i}({l}) {said}")
    lines.insert(1, "Country: Alba")
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert (reply.respondent, reply.submitted_on) == ("Alba", "12 May 2031")
    assert reply.answers[0].text.endswith("Country: Alba")


@pytest.mark.parametrize("several", ["1(a) and 1(b)", "1.a – 1.b", "1 (a), 1 (b)", "1.a/1.b"])
def test_what_is_said_of_several_without_their_word_is_left_over(case, several):
    lines = [f"{several}: Yes. Gulls came.", "Recommendation 2 (a): Yes. Cyra has our list."]
    (reply,) = read(as_word([*FRONT, *lines]), question_of(case.meeting))
    assert told(reply) == [("2.a", "yes")]
    assert [words.text for words in reply.unplaced] == [lines[0]]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Introduction", "1.1 The port is old.", "1.2 Ships are new.", "2. Findings", "2.1 Gulls came."),
        ("(a) Lamps were lit.", "(b) Pilots came."),
        ("Issue 1", "(a) Lamps were lit.", "(b) Pilots came.", "(a) Gulls left.", "(b) Herrings stayed."),
        ("1 (a) Lamps were lit.",),
        ("rect.x = lamps;", "rect.y = pilots;"),
        ("Recommendation 7 (x): Lamps were lit.", "Recommendation 7 (y): Pilots came."),
    ],
)
def test_labels_that_may_be_of_anything_are_no_list_of_answers(case, lines):
    with pytest.raises(Unreadable) as error:
        read(as_word(list(lines)), question_of(case.meeting))
    assert error.value.code == "wrong_questionnaire"


def test_what_is_typed_anywhere_in_a_list_is_in_an_answer_or_left_over(case):
    lines = [*FRONT, *lines_of("({l}) {said}", "Issue {i}"), "General comments: Gulls came.", "Thank you."]
    for at in range(len(lines) + 1):
        typed = [*lines[:at], "The quexil was seen at noon.", *lines[at:]]
        (reply,) = read(as_word(typed), question_of(case.meeting))
        found = [answer.text for answer in reply.answers] + [words.text for words in reply.unplaced]
        kept = " ".join([*found, reply.general, reply.respondent, reply.submitted_on, *reply.contact.values()])
        assert kept.count("quexil") == 1, (at, kept)


def test_a_lone_word_behind_a_label_leaves_the_other_answers_of_the_list(case):
    lines = [
        *FRONT,
        "Recommendation 1(a): Yes. We lit the quay.",
        "Recommendation 1(b): No.",
        "Recommendation 2(a): Yes. Listed.",
    ]
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    found = [(one.recommendation, one.action_taken, one.text) for one in reply.answers]
    assert found == [("1.a", "yes", "Yes. We lit the quay."), ("1.b", "no", ""), ("2.a", "yes", "Yes. Listed.")]
    assert reply.unplaced == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [("Title: Head of Unit", ("title", "Head of Unit")), ("Address: 4 Quay Street", ("address", "4 Quay Street"))],
)
def test_a_field_that_may_take_several_lines_ends_above_a_list(case, field, value):
    lines = [*FRONT, field, *(f"{one}: {said}" for one, (_, _, said) in SAID.items()), "Best regards,", "Mara Quill"]
    (reply,) = read(word("".join(map(paragraph, lines))), question_of(case.meeting))
    assert [(one.recommendation, one.action_taken) for one in reply.answers] == ANSWERS
    assert reply.contact == dict([value])
    assert [words.text for words in reply.unplaced] == ["Best regards,", "Mara Quill"]
