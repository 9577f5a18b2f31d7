"""Words typed beside marks, between them, into headings and behind labels: the marks say what they said before."""

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from tests.corpus.package import Document
from tests.corpus.reading import form, meeting
from tests.corpus.wordml import cell, par, plain, row, run, table
from tests.typed_anywhere import SENTENCE, WAYS, found_in, typed

FRONT = (plain("Country: Alba"), plain("Date: 12 May 2031"))


def answers(case, *lines: str):
    """The first answer of a form with these pieces below the first recommendation, and the words without a place."""
    first = case.meeting.recommendations[0]
    document = Document()
    document.add(*FRONT, plain("Recommendation 1 (a)"), plain(first.text), *lines)
    (reply,) = read(document.save(), question_of(case.meeting))
    answer = reply.answers[0]
    return answer.action_taken, answer.text, [words.text for words in reply.unplaced]


ASKED, COMMENTS = plain("Any action taken?"), plain("Comments:")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("YES ☒  NO ☐ We lit the quay.", "yes"),
        ("☐ Yes ☒ No For want of herrings.", "no"),
        ("We lit the quay. Yes [x] No [ ]", "yes"),
        ("Yes (x) / No ( ): since 2029", "yes"),
    ],
)
def test_words_in_the_line_of_the_marks_leave_these_as_they_are(case, line, said):
    value, text, left = answers(case, ASKED, plain(line), COMMENTS, plain("More lamps came."))
    assert (value, text) == (said, "More lamps came.")
    assert len(left) == 1
    assert left[0].split()[0] in line


def test_without_another_answer_they_are_the_answer(case):
    assert answers(case, ASKED, plain("YES ☒  NO ☐ We lit the quay."), COMMENTS) == ("yes", "We lit the quay.", [])


@pytest.mark.parametrize("marked", [("<w:b/>", ""), ("", "<w:b/>")])
def test_in_cells_of_their_own_the_words_keep_their_formatting(case, marked):
    cells = [cell(par(run(word, look))) for word, look in zip(("YES", "NO"), marked, strict=True)]
    cells[0] = cell(par(run("YES", marked[0]) + run(" since 2029")))
    below = row(cell(COMMENTS), cell(plain("We lit it."), span=2))
    asked = table([row(cell(ASKED), *cells), below], (3000, 3000, 3000))
    value, text, left = answers(case, asked)
    assert (value, text) == ("yes" if marked[0] else "no", "We lit it.")
    assert left == ["since 2029"]


@pytest.mark.parametrize("marked", [("<w:b/>", ""), ("", "<w:b/>")])
def test_a_word_in_small_letters_with_others_behind_it_is_no_other_word_for_that(case, marked):
    cells = [
        cell(par(run(word, look) + run(more)))
        for word, look, more in zip(("Yes", "No"), marked, (" we did", ""), strict=True)
    ]
    below = row(cell(COMMENTS), cell(plain("We lit it."), span=2))
    value, text, _ = answers(case, table([row(cell(ASKED), *cells), below], (3000, 3000, 3000)))
    assert value == ("yes" if marked[0] else "no")
    assert "We lit it." in text


def test_a_line_between_the_two_words_parts_them_not(case):
    value, text, _ = answers(case, ASKED, plain("Yes ☐"), plain("We like herrings."), plain("No ☒"), COMMENTS)
    assert (value, text) == ("no", "We like herrings.")


@pytest.mark.parametrize(
    "line", ["No pilots were trained in 2030.", "Yes, we lit the quay.", "X-ray machines were bought."]
)
def test_an_answer_that_opens_like_a_mark_is_whole(case, line):
    assert answers(case, ASKED, plain("Yes / No"), COMMENTS, plain(line))[1] == line
    assert answers(case, COMMENTS, plain(line))[1] == line


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "number"), [("columns-check", number) for number in range(19, 28)] + [("matrix_of_three-own_word", 21)]
)
def test_a_sentence_in_the_headings_of_a_table_changes_no_answer(name, number, way):
    question = question_of(meeting().meeting)
    (before,), (after,) = read(form(name), question), read(typed(form(name), number, way), question)
    assert after.answers == before.answers or [one[:3] for one in map(_told, after.answers)] == [
        one[:3] for one in map(_told, before.answers)
    ]
    assert list(found_in(after))


def _told(answer) -> tuple[str, str, str]:
    return answer.recommendation, answer.action_taken, answer.text


def test_words_behind_a_label_in_another_language_do_not_cost_its_answer():
    question = question_of(meeting().meeting)
    (before,), (after,) = (
        read(form("russian-check"), question),
        read(typed(form("russian-check"), 37, WAYS[0]), question),
    )
    assert [_told(one) for one in after.answers] == [_told(one) for one in before.answers]
    assert SENTENCE in " ".join(words.text for words in after.unplaced)


def test_consent_asked_behind_the_general_statement_is_no_part_of_it(case):
    first = case.meeting.recommendations[0]
    document = Document()
    document.add(*FRONT, plain("Recommendation 1 (a)"), plain(first.text), ASKED, plain("Yes ☒ No ☐"), COMMENTS)
    document.add(plain("We lit it."), plain("General comments"), plain("We like herrings."))
    document.add(plain("Do you agree to publication? Yes ☐ No ☒"))
    (reply,) = read(document.save(), question_of(case.meeting))
    assert (reply.general, reply.publish) == ("We like herrings.", "no")


@pytest.mark.parametrize("line", ["Name and signature: Ann Gull", "Prepared by: the office", "Completed by A. Gull"])
def test_who_filled_in_the_form_is_no_part_of_its_last_answer(case, line):
    value, text, left = answers(case, ASKED, plain("Yes ☒ No ☐"), COMMENTS, plain("We lit it."), plain(line))
    assert (value, text) == ("yes", "We lit it.")
    assert line in left


def test_a_last_answer_that_begins_like_a_signature_is_whole(case):
    line = "Prepared by the Ministry of Ports, the law was adopted."
    assert answers(case, ASKED, plain("Yes ☒ No ☐"), COMMENTS, plain(line)) == ("yes", line, [])


SAID = (
    *("No accident has been recorded.", "The port's answer was no", "No action taken", "See details below"),
    *("Yes we can", "No. Not yet.", "Implemented", "Please see the comments"),
)


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("mark", ["Yes", "X"])
def test_an_answer_in_the_row_of_the_mark_is_neither_mark_nor_heading(case, said, mark):
    adopted = {recommendation.id: recommendation.text for recommendation in case.meeting.recommendations}
    if mark == "X":
        rows = [("Recommendation", "Yes", "No", "Comments"), *((text, "X", "", said) for text in adopted.values())]
    else:
        rows = [("Recommendation", "Action taken", "Comments"), *((text, "Yes", said) for text in adopted.values())]
    document = Document()
    lines = [row(*(cell(plain(text)) for text in texts)) for texts in rows]
    document.add(*FRONT, table(lines, (3000,) * len(rows[0])))
    (reply,) = read(document.save(), question_of(case.meeting))
    assert [_told(answer) for answer in reply.answers] == [(one, "yes", said) for one in adopted]
    assert not reply.unplaced


@pytest.mark.parametrize("said", SAID)
def test_so_is_one_in_a_row_without_any_heading(case, said):
    value, text, left = answers(case, table([row(cell(ASKED), cell(plain("Yes")), cell(plain(said)))], (3000,) * 3))
    assert value == "yes"
    assert [text, *left] in ([said], ["", said])


@pytest.mark.parametrize("said", SAID)
def test_a_table_without_headings_has_none(case, said):
    adopted = {recommendation.id: recommendation.text for recommendation in case.meeting.recommendations}
    document = Document()
    lines = [row(cell(plain(text)), cell(plain("Yes")), cell(plain(said))) for text in adopted.values()]
    document.add(*FRONT, table(lines, (3000,) * 3))
    (reply,) = read(document.save(), question_of(case.meeting))
    assert [answer.recommendation for answer in reply.answers] == list(adopted)


def in_headed_table(case, heads: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """Marks and answers of the recommendations, each with the cells of a row behind its text."""
    texts = [one.text for one in case.meeting.recommendations]
    cells = [heads, *((text, *own) for text, own in zip(texts, rows, strict=True))]
    document = Document()
    width = 9000 // len(heads)
    lines = [row(*(cell(plain(text)) for text in one)) for one in cells]
    document.add(*FRONT, table(lines, (width,) * len(heads)))
    (reply,) = read(document.save(), question_of(case.meeting))
    assert reply.unplaced == ()
    return [(answer.action_taken, answer.text) for answer in reply.answers]


def test_who_writes_below_yes_or_no_says_so_and_who_writes_below_both_does_not(case):
    heads = ("Recommendation", "Yes (please describe)", "No (please explain)")
    rows = (("We lit the quay.", ""), ("", "For want of pilots."), ("Cyra has one.", "Duna has none."))
    found = in_headed_table(case, heads, *rows)
    assert found == [
        ("yes", "We lit the quay."), ("no", "For want of pilots."), ("unclear", "Cyra has one.\nDuna has none.")
    ]  # fmt: skip


def test_words_below_a_bare_yes_are_no_mark(case):
    rows = (("We lit the quay.", "", ""), ("☒", "", "Pilots sail."), ("", "", ""))
    found = in_headed_table(case, ("Recommendation", "Yes", "No", "Comments"), *rows)
    assert found == [("unclear", "We lit the quay."), ("yes", "Pilots sail."), ("", "")]


def test_words_of_degree_in_the_column_about_action_are_marks(case):
    rows = (("Fully", "We lit the quay."), ("Not at all", ""), ("", ""))
    found = in_headed_table(case, ("Recommendation", "Degree of implementation", "Remarks"), *rows)
    assert found == [("yes", "We lit the quay."), ("no", ""), ("", "")]


@pytest.mark.parametrize("prompt", ["Choose an item.", "Click or tap here to enter text.", "Место для ввода текста."])
@pytest.mark.parametrize("asked", ["Implemented:", "Was it implemented (Yes/No)?"])
def test_the_prompt_behind_a_label_is_no_answer(case, prompt, asked):
    first, *others = case.meeting.recommendations
    pieces = [plain(f"{asked} {prompt}"), plain(f"Narrative: {prompt}")]
    for one, word in zip(others, ("Yes", "No"), strict=True):
        pieces += [plain(one.text), plain(f"Implemented: {word}"), plain(f"Narrative: We lit {one.id}.")]
    document = Document()
    document.add(*FRONT, plain(first.text), *pieces)
    (reply,) = read(document.save(), question_of(case.meeting))
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("", ""), ("yes", "We lit 1.b."), ("no", "We lit 2.a.")
    ]  # fmt: skip


def test_questions_behind_the_recommendations_are_no_part_of_the_last_answer(case):
    lines = [plain("Yes ☒ No ☐"), COMMENTS, plain("We lit the quay."), plain("Additional questions")]
    value, text, left = answers(case, ASKED, *lines, plain("8. Is there a port law?"), plain("☒ Yes ☐ No"))
    assert (value, text) == ("yes", "We lit the quay.")
    assert "8. Is there a port law?" in left
