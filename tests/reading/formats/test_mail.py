"""E-mails: attachments are the replies, else the message is; the date and the sender come with them."""

import contextlib
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.reading.formats.mail import MAX_DEPTH, looks_like_mail
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Unreadable
from tests.forms import Filled, table_form

FILLED = Filled("Alba", {"1.a": ("yes", "We lit 14 lamps."), "1.b": ("no", "")}, publish="yes")
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY = """Dear colleagues,

Name of country: Alba

Issue I
Recommendation (a)
Governments are encouraged to inspect the lights of every small harbour
once a year.
Any action taken? Yes X / No
Please elaborate: We inspected all of our 14 lamps in the spring of 2030, and
three of them were repaired.
"""


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def mail(*attachments, body="See the form.", date="Tue, 20 May 2031 23:30:00 -0500", **headers):
    """An e-mail as bytes; an attachment is a name and its bytes, or another e-mail."""
    message = EmailMessage()
    message["From"] = "Mara Quill <mara@example.org>"
    message["To"] = "office@example.org"
    message["Subject"] = "Our reply"
    if date:
        message["Date"] = date
    for name, value in headers.items():
        message[name] = value
    message.set_content(body)
    for attachment in attachments:
        if isinstance(attachment, EmailMessage):
            message.add_attachment(attachment)
        else:
            name, data = attachment
            message.add_attachment(data, maintype="application", subtype=WORD, filename=name)
    return message


def said(reply):
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in reply.answers if answer.text]


def test_the_attached_form_is_the_reply(case, question):
    (reply,) = read(mail(("form.docx", table_form(case.meeting, FILLED))).as_bytes(), question)
    assert (reply.respondent, reply.publish, reply.format) == ("Alba", "yes", "docx")
    assert said(reply) == [("1.a", "yes", "We lit 14 lamps.")]
    assert reply.answers[0].locator.startswith("attachment form.docx, table ")


def test_the_day_it_was_sent_is_kept_in_universal_time_and_the_sender_with_the_contact_data(case, question):
    (reply,) = read(mail(("form.docx", table_form(case.meeting, FILLED))).as_bytes(), question)
    assert reply.received_on == "2031-05-21"
    assert reply.contact["sender"] == "Mara Quill <mara@example.org>"


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 99 May 2031 10:00:00 +0000"])
def test_a_date_that_is_none_is_left_empty(case, question, date):
    message = mail(("form.docx", table_form(case.meeting, FILLED)), date="")
    data = (f"Date: {date}\n" if date else "").encode() + message.as_bytes()
    (reply,) = read(data, question)
    assert (reply.received_on, reply.respondent) == ("", "Alba")


def test_a_message_without_attachment_is_read_itself(question):
    (reply,) = read(mail(body=BODY).as_bytes(), question)
    text = "We inspected all of our 14 lamps in the spring of 2030, and three of them were repaired."
    assert (reply.respondent, reply.format, said(reply)) == ("Alba", "eml", [("1.a", "yes", text)])
    assert reply.answers[0].locator.startswith("message, paragraph ")


def test_a_message_in_markup_only_is_read_without_its_tags(question):
    message = EmailMessage()
    message["From"], message["Date"] = "mara@example.org", "Tue, 20 May 2031 10:00:00 +0000"
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.replace("harbour\n", "harbour ").split("\n"))
    message.set_content(f"<style>p {{color: red}}</style>{paragraphs}<script>alert('Alba')</script>", subtype="html")
    (reply,) = read(message.as_bytes(), question)
    assert (reply.respondent, reply.answers[0].action_taken) == ("Alba", "yes")
    assert "alert" not in str(reply)


def test_pictures_are_no_replies_and_other_attachments_are_told(case, question):
    message = mail(("note.docx", b"PK\x03\x04cut"), ("form.docx", table_form(case.meeting, FILLED)))
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    (reply,) = read(message.as_bytes(), question)
    assert [(remark.code, remark.locator) for remark in reply.remarks] == [("unreadable_file", "attachment note.docx")]


def photographed(message: EmailMessage, **more: str) -> bytes:
    message.add_attachment(b"\xff\xd8" + bytes(20_000), maintype="image", subtype="jpeg", filename="page.jpg", **more)
    return message.as_bytes()


def test_a_photograph_of_a_page_is_told(case, question):
    form = ("form.docx", table_form(case.meeting, FILLED))
    (reply,) = read(photographed(mail(form)), question)
    assert [(one.locator, one.value) for one in reply.remarks] == [("attachment page.jpg", "a picture")]
    (reply,) = read(photographed(mail(form), disposition="inline"), question)
    assert reply.remarks == ()
    with pytest.raises(Unreadable, match=r"no_text: a picture \(page\.jpg\)"):
        read(photographed(mail(body="Please find our reply attached.")), question)


def test_two_forms_in_one_message_are_two_replies(case, question):
    two = [table_form(case.meeting, Filled(name, FILLED.answers)) for name in ("Alba", "Cyra")]
    replies = read(mail(("a.docx", two[0]), ("c.docx", two[1])).as_bytes(), question)
    assert [reply.respondent for reply in replies] == ["Alba", "Cyra"]


def test_a_forwarded_message_is_opened(case, question):
    inner = mail(("form.docx", table_form(case.meeting, FILLED)), date="Mon, 19 May 2031 10:00:00 +0000")
    (reply,) = read(mail(inner).as_bytes(), question)
    assert said(reply) == [("1.a", "yes", "We lit 14 lamps.")]
    # Received is the day of the message that came here.
    assert reply.received_on == "2031-05-21"


def test_messages_in_messages_end_somewhere(question):
    message = mail(body=BODY)
    for _ in range(MAX_DEPTH + 2):
        message = mail(message, body="See below.")
    with pytest.raises(Unreadable):
        read(message.as_bytes(), question)


@pytest.mark.parametrize(
    ("attachments", "code"),
    [
        ((("form.docx", b"PK\x03\x04cut"),), "unreadable_file"),
        ((("scan.bin", b"\0\1\2\3"),), "unsupported_format"),
        ((), "unsupported_format"),
    ],
)
def test_a_message_without_a_reply_says_why(question, attachments, code):
    with pytest.raises(Unreadable) as error:
        read(mail(*attachments).as_bytes(), question)
    assert error.value.code == code


@pytest.mark.parametrize(
    "data", [b"respondent: Alba\ngeneral: x\n", b"Date: 20 May 2031\nSubmitted by: Alba\n", b"", b"From: x\n"]
)
def test_other_texts_are_no_mail(data):
    assert not looks_like_mail(data)


@given(st.binary(max_size=400))
def test_nothing_but_a_reason_leaves_the_reader(data):
    head = b"From: a@example.org\nDate: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    with contextlib.suppress(Unreadable):
        assert read(head + data, Question("harb-12", ()))


def test_a_message_taken_out_of_a_mailbox_is_read(case, question):
    data = mail(("form.docx", table_form(case.meeting, FILLED))).as_bytes()
    (reply,) = read(b"From mara@example.org Wed May 21 10:00:00 2031\n" + data, question)
    assert said(reply) == [("1.a", "yes", "We lit 14 lamps.")]


def test_words_of_a_message_beside_its_attachment_are_kept(case, question):
    message = mail(("form.docx", table_form(case.meeting, FILLED)), body="The lamps of Borford were lit in May.\n")
    (reply,) = read(message.as_bytes(), question)
    assert said(reply) == [("1.a", "yes", "We lit 14 lamps.")]
    assert ("message", "The lamps of Borford were lit in May.") in [(one.locator, one.text) for one in reply.unplaced]
    (reply,) = read(mail(body=BODY).as_bytes(), question)
    assert "message" not in [one.locator for one in reply.unplaced]
