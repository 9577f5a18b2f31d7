"""Forms without tags: every field, mark and answer read back from both layouts. Keeps out: lone marks (test_marks)."""

import dataclasses

import pytest

from pipeline.config import Limits
from pipeline.reading.blocks import Block, Run
from pipeline.reading.form.form import read_form
from pipeline.reading.formats.word import read_word
from pipeline.reading.reply import Question, Reply, Unreadable
from tests.forms import MARKS, Filled, line_form, table_form
from tests.hostile import paragraph, word
from tests.tables import table

LAYOUTS = (table_form, line_form)
CONTACT = {
    "name": "Mara Quill",
    "title": "Harbour master, Port of Borford",
    "address": "Pier 4\nBorford",
    "telephone": "+00 1 234",
    "fax": "+00 1 235",
    "email": "mara@example.org",
}
FILLED = Filled(
    "Republic of Borland",
    {
        "1.a": ("yes", "Our teams inspected 14 lights."),
        "1.b": ("no", ""),
        "2.a": ("yes", "The list is sent every month.\nIt names 31 goods; see the Harbour Act, art. 5."),
    },
    submitted_on="20 May 2031",
    publish="no",
    general="We thank the Harbour Office.",
    contact=CONTACT,
)
A = "Governments are encouraged to inspect the lights of every small harbour once a year."
B = "Governments should train pilots in the use of tide tables and publish the results."


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def lines(question: Question, *texts: str) -> Reply:
    """Read a form that consists of these paragraphs."""
    return read_form([Block((Run(text),), number, None) for number, text in enumerate(texts, 1)], question, ())


def form(question: Question, data: bytes) -> Reply:
    (reply,) = read_word(data, question, Limits())
    return reply


def answers(reply: Reply) -> list[tuple[str, str, str]]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mark", MARKS)
def test_all_that_was_filled_in_is_read_back(case, question, layout, mark):
    reply = form(question, layout(case.meeting, FILLED, mark))
    assert answers(reply) == [(identifier, *FILLED.answers[identifier]) for identifier in ("1.a", "1.b", "2.a")]
    assert (reply.format, reply.respondent, reply.submitted_on) == ("docx", "Republic of Borland", "20 May 2031")
    assert reply.general == "We thank the Harbour Office."
    assert [answer.text_in_form for answer in reply.answers] == [r.text for r in case.meeting.recommendations]
    assert (reply.voice, reply.whole_form, reply.remarks) == ("first_person", True, ())


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("Yes. No lamps are missing.", "yes"),
        ("Yes. No. 14 was lit first.", "yes"),
        ("Yes. N.B. all lamps are lit.", "yes"),
        ("Non-governmental bodies light the lamps.", "unclear"),
        ("No-one lit the lamps.", "unclear"),
    ],
)
def test_the_words_at_the_head_of_an_answer_may_begin_its_sentence(question, typed, mark):
    reply = lines(question, "Country: Alba", A, "YES     NO", typed, B, "YES     NO", "No. Pilots are few.")
    assert answers(reply)[:2] == [("1.a", mark, typed), ("1.b", "no", "No. Pilots are few.")]
    assert reply.unplaced == ()


@pytest.mark.parametrize("publish", ["yes", "no", ""])
@pytest.mark.parametrize("mark", MARKS)
def test_consent_and_contact_are_read_from_the_layout_that_asks_for_them(case, question, mark, publish):
    reply = form(question, table_form(case.meeting, dataclasses.replace(FILLED, publish=publish), mark))
    assert reply.publish == publish
    assert reply.contact == CONTACT
    lined = form(question, line_form(case.meeting, FILLED, mark))
    assert (lined.publish, lined.contact) == ("", {})


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("mark", MARKS)
def test_a_blank_form_reads_back_blank(case, question, layout, mark):
    reply = form(question, layout(case.meeting, Filled("", {}), mark))
    assert answers(reply) == [("1.a", "", ""), ("1.b", "", ""), ("2.a", "", "")]
    assert (reply.respondent, reply.submitted_on, reply.publish) == ("", "", "")
    assert (reply.general, reply.contact) == ("", {})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_text_without_a_mark_is_unclear(case, question, layout):
    reply = form(question, layout(case.meeting, Filled("Alba", {"1.b": ("", "Pilots were trained.")})))
    assert answers(reply)[1] == ("1.b", "unclear", "Pilots were trained.")


def test_an_answer_is_traced_to_its_place_and_mark(case, question):
    reply = form(question, table_form(case.meeting, FILLED))
    assert reply.answers[0].locator == "table 4, row 3, cell 2 (mark: ☒ at YES)"
    assert reply.general_locator.startswith("paragraph ")


@pytest.mark.parametrize(
    ("labels", "ids"),
    [
        (("Recommendation (a)", "Recommendation (b)", "Recommendation (a)"), ["1.a", "1.b", "2.a"]),
        (("Recommendation 1", "Recommendation 2", "Recommendation 1"), ["1.a", "1.b", "2.a"]),
        (("Recommendation 1", "Recommendation 2", "Recommendation 3"), ["1.a", "1.b", "2.a"]),
        (("RECOMMENDATION A:", "Recommendation b)", "Recommendation a."), ["1.a", "1.b", "2.a"]),
        (("Recommendation 1", "Recommendation 2", "Recommendation 9"), ["1.a", "1.b", "2.9"]),
    ],
)
def test_labels_as_numbers_or_letters_mean_the_same_where_no_text_is_printed(question, labels, ids):
    one, two, three = ([label, "Any action taken? Yes X / No"] for label in labels)
    reply = lines(question, "Issue I", *one, *two, "Issue 2", *three)
    assert answers(reply) == [(identifier, "yes", "") for identifier in ids]


@pytest.mark.parametrize("labels", [("Recommendation (a)", "Recommendation (b)"), ("1", "2")])
def test_letters_in_the_form_find_labels_that_are_numbers(question, labels):
    numbered = [
        dataclasses.replace(one, id=f"{one.issue}.{position}", label=str(position))
        for one, position in zip(question.recommendations, (1, 2, 1), strict=True)
    ]
    question = Question("harb-12", tuple(numbered))
    texts = [part for label, text in zip(labels, (A, B), strict=True) for part in (label, text, "No X")]
    assert [answer[0] for answer in answers(lines(question, "Issue I", *texts))] == ["1.1", "1.2"]


@pytest.mark.parametrize("label", ["", "Recommendation (b)", "Recommendation 7", "Recommendation (c)", "First point"])
@pytest.mark.parametrize("joined", [True, False])
def test_the_text_of_a_recommendation_is_surer_than_its_label(question, label, joined):
    printed = [f"{label} {A}".strip()] if joined and label != "First point" else [label, A]
    reply = lines(question, "Issue I", *printed, "Yes X / No", "Comments: Lights were inspected.")
    assert answers(reply) == [("1.a", "yes", "Lights were inspected.")]
    assert reply.answers[0].text_in_form == A


@pytest.mark.parametrize(
    "changed",
    [
        A.replace("once a year", "twice a year"),
        A.replace("Governments are encouraged to inspect", "Ports inspected"),
        "Nothing of what was adopted is left in these words, which are many more than before.",
    ],
)
def test_a_text_that_was_changed_is_kept_beside_the_answer(question, changed):
    reply = lines(question, "Issue I", "Recommendation (a)", changed, "Any action taken? No X", "Comments:", "Soon.")
    assert answers(reply) == [("1.a", "no", "Soon.")]
    assert reply.answers[0].text_in_form == changed


def test_a_recommendation_printed_over_two_paragraphs_is_one_text(question):
    half = A.index("the lights")
    reply = lines(question, "Issue I", "Recommendation (a)", A[:half], A[half:], "Yes X / No", "Lights were inspected.")
    assert answers(reply) == [("1.a", "yes", "Lights were inspected.")]
    assert reply.answers[0].text_in_form.split() == A.split()


@pytest.mark.parametrize("label", ["a", "(a)", "1 (a) –"])
def test_a_label_alone_is_no_text_that_was_changed(question, label):
    rows = [(label, "Yes", "Lights were inspected."), ("b", "No", "Soon.")]
    document = word(paragraph("Country: Alba") + table(("Recommendation", "Action taken", "Comments"), *rows))
    reply = form(question, document)
    assert (reply.answers[0].action_taken, reply.answers[0].text_in_form) == ("yes", None)


def test_a_recommendation_taken_out_of_the_form_leaves_the_others_where_they_are(case, question):
    reply = lines(question, "Issue I", "Recommendation (b)", B, "Yes X / No", "Issue II", "Recommendation (a)", "No X")
    assert answers(reply) == [("1.b", "yes", ""), ("2.a", "no", "")]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_answer_that_echoes_its_recommendation_is_kept_as_the_answer(case, question, layout):
    reply = form(question, layout(case.meeting, Filled("Alba", {"1.a": ("yes", A), "1.b": ("yes", f"{B}\nDone.")})))
    assert answers(reply) == [("1.a", "yes", A), ("1.b", "yes", f"{B}\nDone."), ("2.a", "", "")]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("before", ["", "Lights were inspected.\n"])
@pytest.mark.parametrize(
    "text",
    [
        "Recommendation (a) has been carried out by all ports.",
        "Recommendation is noted.",
        "Recommendations of earlier meetings were carried out too.",
        "Issue 2 of the harbour journal prints the list.",
        "Address: Pier 4, Albaville.",
        "Date: every first Monday.",
        "Country: the lamps of Cyra are inspected as well.",
        "Publication of the tide tables began in 2031.",
        "Guidance note 4 was sent to all ports.",
        "Action taken by the port includes 14 new lamps.",
        "Comments from all ports were collected.",
        "General remarks by pilots were collected.",
        "Yes, since 2029.",
        "X-ray pictures of the lamps were taken.",
    ],
)
def test_an_answer_that_begins_like_a_label_stays_an_answer(case, question, layout, before, text):
    reply = form(question, layout(case.meeting, Filled("Alba", {"1.a": ("yes", before + text), "1.b": ("no", "")})))
    assert answers(reply) == [("1.a", "yes", before + text), ("1.b", "no", ""), ("2.a", "", "")]


@pytest.mark.parametrize(
    "heading", ["Recommendations", "Recommendations adopted", "RECOMMENDATIONS:", "Issues", "Follow-up"]
)
def test_a_heading_above_the_recommendations_is_no_recommendation(question, heading):
    reply = lines(
        question, heading, "Issue I", heading, "Recommendation (a)", A, "Yes X / No", "Lights were inspected."
    )
    assert answers(reply) == [("1.a", "yes", "Lights were inspected.")]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Please elaborate: Lamps were lit.", "Lamps were lit."),
        ("Please elaborate:......Lamps were lit.......", "Lamps were lit"),
        ("Please elaborate:......All of the lamps were lit.......", "All of the lamps were lit."),
        ("Please elaborate: Lamps were lit ...... and kept lit.", "Lamps were lit and kept lit."),
        ("Comments: 14\u00a0lamps were lit.", "14 lamps were lit."),
        ("Comments: 14\u00a0lamps were lit ..................................", "14 lamps were lit"),
        ("Comments: lamps, more lamps, and at last lamps", "lamps, more lamps, and at last lamps"),
    ],
)
def test_text_behind_a_label_is_read_whole_without_dotted_lines(question, written, text):
    reply = lines(question, "Issue I", "Recommendation (a)", A, "Any action taken? Yes X / No", written)
    ((_, value, found),) = answers(reply)
    assert (value, " ".join(found.split())) == ("yes", text)


def test_text_typed_behind_the_question_itself_is_not_lost(question):
    reply = lines(question, "Issue I", "Recommendation (a)", A, "Any action taken? Yes. Fourteen lamps were lit.")
    ((_, value, text),) = answers(reply)
    assert value == "yes"
    assert "Fourteen lamps were lit." in text


@pytest.mark.parametrize("marked", ["Yes X / No", "Any action taken: ☒ Yes ☐ No", "Any action taken YES X NO"])
def test_an_answer_without_any_label_of_its_own_is_read(question, marked):
    reply = lines(question, "Issue I", "Recommendation (a)", A, marked, "Lamps were lit.", "More will be.")
    assert answers(reply) == [("1.a", "yes", "Lamps were lit.\nMore will be.")]


def test_bullets_and_paragraphs_are_kept_apart(question):
    texts = ("Issue I", "Recommendation (a)", A, "Yes X / No", "Comments:", "Three ports:", "Albaville", "", "Borford.")
    blocks = [Block((Run(text),), n, None, bullet=text in ("Albaville", "Borford.")) for n, text in enumerate(texts)]
    assert answers(read_form(blocks, question, ())) == [("1.a", "yes", "Three ports:\n- Albaville\n- Borford.")]


def test_field_values_stand_behind_or_under_their_label(question):
    reply = lines(
        question, "Name of country: Alba", "Date of submission", "....", "20 May 2031", "General comments: Lit."
    )
    assert (reply.respondent, reply.submitted_on, reply.general) == ("Alba", "20 May 2031", "Lit.")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_several_paragraphs_of_general_comments_are_read(case, question, layout):
    reply = form(question, layout(case.meeting, Filled("Alba", {}, general="All ports are lit.\nComments follow.")))
    assert reply.general == "All ports are lit.\nComments follow."


def test_general_comments_alone_are_a_reply(question):
    assert lines(question, "Alba", "General comments:", "We follow all of them.").general == "We follow all of them."


@pytest.mark.parametrize(
    "texts", [("Dear colleagues,", "the lamps are lit."), ("Issue I", "Issue II"), ("Yes X / No",)]
)
def test_a_document_without_recommendations_is_another_questionnaire(question, texts):
    with pytest.raises(Unreadable) as error:
        lines(question, *texts)
    assert error.value.code == "wrong_questionnaire"


@pytest.mark.parametrize("texts", [(), ("",), ("  ", "\u00a0", "............")])
def test_a_document_without_text_is_told_as_such(question, texts):
    with pytest.raises(Unreadable) as error:
        lines(question, *texts)
    assert error.value.code == "no_text"
