"""Replies as web pages, and messages with tables. Keeps out: paragraphs of pages (tests/reading/web)."""

from email.message import EmailMessage

import pytest

from pipeline.reading.formats.web_page import looks_like_web_page
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply, Unreadable


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def table(question: Question) -> str:
    """A form of which 1.a was answered with yes and 1.b with no, in bold."""
    rows = "<tr><td>Name of country<td>Alba"
    for one, marks, text in zip(
        question.recommendations, ("<b>YES</b> / NO", "YES / <b>NO</b>"), ("We lit 14 lamps.", ""), strict=False
    ):
        rows += f"<tr><td>Recommendation {one.id}<td>{one.text}<tr><td>Any action taken<td>{marks}"
        rows += f"<tr><td>Comments<td>{text}"
    return f"<table>{rows}</table>"


def said(reply: Reply) -> list[tuple[str, str, str]]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers]


ANSWERS = [("1.a", "yes", "We lit 14 lamps."), ("1.b", "no", "")]


def test_a_form_in_a_table_of_a_page_is_read(question):
    (reply,) = read(f"<html><body>{table(question)}</body></html>".encode(), question)
    assert (reply.format, reply.respondent, said(reply)) == ("html", "Alba", ANSWERS)


def test_a_page_is_read_in_its_encoding(question):
    page = f"<html><body>{table(question).replace('14', 'à')}</body></html>"
    named = page.replace("<html>", '<html><head><meta charset="windows-1252"></head>')
    for data in (page.encode(), named.encode(), named.encode("cp1252")):
        assert read(data, question)[0].answers[0].text == "We lit à lamps."


def test_a_page_that_shows_nothing_or_no_form_is_refused(question):
    for page, code in (("<html><script>x</script></html>", "no_text"), ("<html>Lamps.</html>", "unsupported_format")):
        with pytest.raises(Unreadable, match=code):
            read(page.encode(), question)


@pytest.mark.parametrize(
    "begins", ["<html>", "<!DOCTYPE HTML PUBLIC>", "\ufeff <?xml version='1.0'?><!-- a --><html lang=en>"]
)
def test_a_page_is_known_by_its_beginning(begins):
    assert looks_like_web_page(begins.encode())


@pytest.mark.parametrize("begins", ["<reply>", "Dear <html>", "<htmlx>"])
def test_anything_else_is_no_page(begins):
    assert not looks_like_web_page(begins.encode())


def test_a_message_written_in_two_ways_is_read_where_words_are_marked(question):
    first = question.recommendations[0]
    lines = (
        "Name of country: Alba",
        "*Recommendation 1 (a)*",
        first.text,
        "Any action taken: *Yes* / No",
        "Comments: Lit.",
    )
    message = EmailMessage()
    message["From"], message["Date"] = "mara@example.org", "Tue, 20 May 2031 10:00:00 +0000"
    message.set_content("\n".join(lines))
    (plain,) = read(message.as_bytes(), question)
    message.add_alternative("<br>".join(lines).replace(" *", " <b>").replace("*", "</b>"), subtype="html")
    (page,) = read(message.as_bytes(), question)
    assert said(plain) == said(page) == [("1.a", "yes", "Lit.")]


@pytest.mark.parametrize("plain", ["", "A form is below.\n"])
def test_a_table_in_a_message_is_read_by_its_cells(question, plain):
    message = EmailMessage()
    message["From"], message["Date"] = "mara@example.org", "Tue, 20 May 2031 10:00:00 +0000"
    if plain:
        message.set_content(plain)
        message.add_alternative(table(question), subtype="html")
    else:
        message.set_content(table(question), subtype="html")
    (reply,) = read(message.as_bytes(), question)
    assert (reply.format, reply.respondent, said(reply)) == ("eml", "Alba", ANSWERS)
    assert reply.answers[0].locator.startswith("message, table 1, row ")
