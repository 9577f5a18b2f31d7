"""Replies in the text of an e-mail: quotes, the message that is answered, lists of answers, wrapped lines."""

import random
from email.message import EmailMessage

import pytest

from pipeline.intake.take_in import question_of
from pipeline.reading.formats.mail_thread import sender_in
from pipeline.reading.kinds import read
from tests.corpus.mixed_mails import mixed_mail
from tests.corpus.reading import meeting
from tests.reading.formats.test_mail import mail

SAID = [
    ("1.a", "yes", "We lit the quay."),
    ("1.b", "no", "Pilots cost too much."),
    ("2.a", "yes", "Cyra has our list."),
]


@pytest.fixture
def blank(case) -> list[str]:
    """The questionnaire as it is sent in an e-mail."""
    lines = ["Country:", ""]
    for one in case.meeting.recommendations:
        lines += [f"Recommendation {one.id} {one.text}", "[ ] Yes   [ ] No", "Comments:", ""]
    return lines


@pytest.fixture
def filled(case) -> list[str]:
    lines = ["Country: Alba", ""]
    for one, (_, mark, text) in zip(case.meeting.recommendations, SAID, strict=True):
        lines += [f"Recommendation {one.id} {one.text}", mark.capitalize(), f"Comments: {text}", ""]
    return lines


def reply_in(case, lines: list[str], html: str = ""):
    message = mail(body="\n".join(lines))
    if html:
        message.add_alternative(html, subtype="html")
    (reply,) = read(message.as_bytes(), question_of(case.meeting))
    return reply


def told(reply) -> list[tuple]:
    return [
        (one.recommendation, one.action_taken, one.text.removeprefix(f"{one.action_taken.capitalize()}. "))
        for one in reply.answers
    ]


def quoted(lines: list[str]) -> list[str]:
    return [f"> {line}".rstrip() for line in lines]


OFFICE = {
    "a quote": ["On 10 March 2031 at 09:12, Harbour Office <desk@harbours.example> wrote:", ""],
    "a quote in a wrapped line": ["Le 10 mars 2031 à 09:12, Harbour Office", "<desk@harbours.example> a écrit :", ""],
    "a header": ["From: Harbour Office", "Sent: 10 March 2031 09:12", "To: Mara Quill", "Subject: Questionnaire", ""],
    "a marked header": [
        *("-----Original Message-----", "From: Harbour Office [mailto:desk@harbours.example]"),
        *("Date: Monday, 10 March 2031", "To: Mara Quill", ""),
    ],
}


@pytest.mark.parametrize("head", OFFICE)
@pytest.mark.parametrize("written", ["form", "list"])
def test_the_blank_form_below_a_reply_is_no_part_of_it(case, filled, blank, head, written):
    answers = [f"{one}: {mark.capitalize()}. {text}" for one, mark, text in SAID]
    own = filled if written == "form" else ["Country: Alba", "", *answers, ""]
    below = quoted(blank) if "quote" in head else blank
    reply = reply_in(case, [*own, *OFFICE[head], *below])
    assert (reply.respondent, told(reply), reply.submitted_on) == ("Alba", SAID, "")
    assert reply.unplaced == ()


@pytest.mark.parametrize("below", [["Please send your reply."], ["Please send your reply.", "Recommendation 1 (a)"]])
def test_a_quote_of_a_line_or_two_below_a_reply_is_no_part_of_its_last_answer(case, below):
    answers = [f"{one}: {mark.capitalize()}. {text}" for one, mark, text in SAID]
    reply = reply_in(case, ["Country: Alba", "", *answers, "", *OFFICE["a quote"], *quoted(below)])
    assert (reply.respondent, told(reply)) == ("Alba", SAID)


def test_what_others_wrote_below_a_reply_is_kept(case, filled, blank):
    head = ["From: Ada Lamp", "Sent: 10 March 2031 09:12", "To: Mara Quill", "Subject: Questionnaire", ""]
    reply = reply_in(case, [*filled, *head, "The ministry of tides sends 14 figures.", *blank])
    assert told(reply) == SAID
    assert [(words.locator, words.text) for words in reply.unplaced] == [
        ("message, message below", "The ministry of tides sends 14 figures.")
    ]


@pytest.mark.parametrize("head", OFFICE)
def test_a_form_that_was_filled_in_below_is_read_there(case, filled, head):
    below = quoted(filled) if "quote" in head else filled
    reply = reply_in(case, ["See below.", "", *OFFICE[head], *below])
    assert (reply.respondent, told(reply), reply.submitted_on) == ("Alba", SAID, "")


OTHERS = ["1 (a): No.", "1 (b): Yes. Gulls came."]


@pytest.mark.parametrize(
    "head",
    [
        ["On 3 March 2031, Ministry of Cyra wrote:"],
        ["On 3 March 2031, Ada Lamp <lamp@cyra.example> wrote:"],
        ["From: Ministry, Cyra", "Sent: 3 March 2031", "To: Secretariat", "Subject: Reply", ""],
    ],
)
@pytest.mark.parametrize("below", [OTHERS, ["1 (a): No.", "1 (b): No."]])
def test_answers_of_another_sender_below_are_no_answers_of_the_reply(case, head, below):
    own = ["Country: Alba", "", "1 (a): Yes. We lit the quay.", "1 (b): No.", ""]
    reply = reply_in(case, [*own, *head, *(quoted(below) if len(head) == 1 else below)])
    assert told(reply) == [("1.a", "yes", "We lit the quay."), ("1.b", "no", "")]
    assert [words.text for words in reply.unplaced] == ["\n".join(below)]


def test_a_senders_own_answers_below_are_part_of_the_reply_each_at_its_place(case):
    head = ["On 3 March 2031, Port Office <office@example.org> wrote:"]
    rows = ["Recommendation | Action taken | Comments", "1 (a) | Yes | We lit the quay.", "1 (b) | No |"]
    later = [*rows[:1], "2 (a) | Yes | Lists.", "1 (b) | No | "]
    reply = reply_in(case, ["Country: Alba", "", *later, "", *head, *quoted(rows)])
    assert [(one.recommendation, one.text, one.locator.partition(" (")[0]) for one in reply.answers] == [
        ("2.a", "Lists.", "message, table 1, row 2, cell 3"),
        ("1.b", "", "message, table 1, row 3, cell 1"),
        ("1.a", "We lit the quay.", "message, table 2, row 2, cell 3"),
    ]


@pytest.mark.parametrize("sign", ["> ", ">", "> > "])
def test_answers_may_stand_among_the_quoted_questions(case, sign):
    lines = ["Country: Alba", ""]
    for one, (_, mark, text) in zip(case.meeting.recommendations, SAID, strict=True):
        lines += [f"{sign}({one.id}) {one.text}", sign.strip(), f"{mark.capitalize()}. {text}", ""]
    assert told(reply_in(case, lines)) == SAID


def test_questions_quoted_in_wrapped_lines_are_whole(case):
    lines = ["Country: Alba", ""]
    for one, (_, mark, text) in zip(case.meeting.recommendations, SAID, strict=True):
        words, row = [f"({one.id})", *one.text.split()], ">"
        for word in words:
            if len(row) + 1 + len(word) > 72:
                lines, row = [*lines, row], ">"
            row = f"{row} {word}"
        lines += [
            row,
            "",
            f"{mark.capitalize()}. {text} "
            + "It was done in the spring, when the tides are low and nobody sails. " * 2,
            "",
        ]
    found = [(one.recommendation, one.action_taken) for one in reply_in(case, lines).answers]
    assert found == [(one, mark) for one, mark, _ in SAID]


@pytest.mark.parametrize(
    "head",
    [
        "<p>On 10 March 2031, Harbour Office &lt;desk@harbours.example&gt; wrote:</p>",
        "<p><b>From:</b> Harbour Office<br><b>Sent:</b> 10 March 2031<br><b>To:</b> Mara<br><b>Subject:</b> Form</p>",
        "<p><b>De&nbsp;:</b> Harbour Office</p><p><b>Envoyé&nbsp;:</b> 10 mars 2031</p><p><b>Objet&nbsp;:</b> Form</p>",
    ],
)
def test_the_blank_form_below_a_reply_with_formatting_is_no_part_of_it(case, filled, blank, head):
    own, below = ("".join(f"<p>{line}</p>" for line in lines) for lines in (filled, blank))
    reply = reply_in(
        case, ["See the other part."], f"<html><body>{own}{head}<blockquote>{below}</blockquote></body></html>"
    )
    assert (reply.respondent, told(reply), reply.unplaced) == ("Alba", SAID, ())


def test_more_than_a_number_is_no_quote(case, filled):
    filled[4] = "Comments: We lit the quay."
    reply = reply_in(case, [*filled[:5], "> 14 lamps were lit.", *filled[5:]])
    assert told(reply)[0] == ("1.a", "yes", "We lit the quay.\n> 14 lamps were lit.")


def test_quoted_questions_in_another_language_are_told_by_their_labels(case):
    asked = {
        "1.a": "Les gouvernements devraient allumer les feux de tous les petits ports.",
        "1.b": "Les gouvernements devraient former les pilotes à la lecture des marées.",
        "2.a": "Les autorités portuaires sont priées de partager leurs listes de cargaisons.",
    }
    lines = ["Pays : Alba", "", "> I. La sécurité des petits ports"]
    for one, mark, text in SAID:
        # Behind a question that nobody answered the next one stands.
        said = [] if mark == "no" else ["", f"Oui. {text}", ""]
        lines += [*(["> II. Les cargaisons"] if one == "2.a" else []), f"> {one} {asked[one]}", ">", *said]
    found = [(one.recommendation, one.action_taken, one.text) for one in reply_in(case, lines).answers]
    assert found == [
        ("1.a", "yes", "Oui. We lit the quay."),
        ("1.b", "", ""),
        ("2.a", "yes", "Oui. Cyra has our list."),
    ]


def test_who_wrote_the_message_below_is_contact_data(case, filled, blank):
    head = ["From: Ada Lamp", "Sent: 10 March 2031 09:12", "To: Harbour Office", "Subject: Questionnaire", ""]
    reply = reply_in(case, [*filled, *head, *blank])
    assert reply.contact == {"sender": "Mara Quill <mara@example.org>\n" + "\n".join(head[:4])}
    assert reply.unplaced == ()


def test_a_message_to_the_office_is_not_from_it():
    head = "-----Original Message-----\nFrom: Ada Lamp <ada@lamps.example>\nTo: Office <office@conference.example>"
    assert sender_in(head) == "Ada Lamp <ada@lamps.example>"
    assert sender_in("On 10 March 2031 Ada Lamp wrote:") == "On 10 March 2031 Ada Lamp wrote:"


def test_a_memorandum_is_no_header(case, filled):
    memo = ["From: Ministry of Tides", "Date: 12 May 2031", "To: Harbour Office", "Subject: Lamps of herrings", ""]
    reply = reply_in(case, [*memo, *filled])
    assert (reply.respondent, told(reply), reply.submitted_on) == ("Alba", SAID, "12 May 2031")
    words = " ".join(words.text for words in reply.unplaced)
    assert "Ministry of Tides" in words
    assert "Lamps of herrings" in words


def test_what_somebody_wrote_inside_an_answer_stays_in_it(case, filled):
    filled[4] += "</p><p>On 3 May 2030 the Minister wrote:</p><p>Light every lamp."
    html = "".join(f"<p>{line}</p>" for line in filled)
    reply = reply_in(case, ["See the other part."], f"<html><body>{html}</body></html>")
    first, *others = told(reply)
    assert first == ("1.a", "yes", "We lit the quay.\nOn 3 May 2030 the Minister wrote:\nLight every lamp.")
    assert others == SAID[1:]


@pytest.mark.parametrize("way", ["behind", "below", "apart"])
def test_what_is_typed_anywhere_in_a_message_is_found_again(monkeypatch, way):
    question, set_content, typed = question_of(meeting().meeting), EmailMessage.set_content, "Our zorblatt whistles."
    places = random.Random(way)

    def type_and_set(message, text: str, **options):
        lines = text.split("\n")
        own = next((at for at, line in enumerate(lines) if line.startswith("-----") or "office@" in line), len(lines))
        at = places.randrange(max(own - 1, 1))
        if way == "behind" and lines[at] and not lines[at].startswith(">"):
            lines[at] += f" {typed}"
        else:
            lines[at + 1 : at + 1] = [typed] if way == "below" else ["", typed, ""]
        set_content(message, "\n".join(lines), **options)

    monkeypatch.setattr(EmailMessage, "set_content", type_and_set)
    lost = [seed for seed in range(25) if "zorblatt" not in repr(read(mixed_mail(seed, "en")[0], question))]
    assert lost == []


@pytest.mark.parametrize("signed", ["Mara", "Mara Quill", "Quill, Mara"])
def test_the_senders_name_below_the_last_answer_is_no_part_of_it(case, signed):
    lines = [f"{one}. {mark.capitalize()}. {text}" for one, mark, text in SAID]
    reply = reply_in(case, ["Alba", *lines, "", signed])
    assert told(reply) == SAID
    assert {"Alba", signed} <= {words.text for words in reply.unplaced}


def test_other_names_below_it_stay(case):
    lines = [f"{one}. {mark.capitalize()}. {text}" for one, mark, text in SAID]
    assert told(reply_in(case, ["Alba", *lines, "", "Mara Lamp"]))[-1][2].endswith("\nMara Lamp")


def test_a_mark_is_no_senders_name(case):
    message = mail(body="Alba\n1.a Yes. We lit the quay.\n1.b Pilots are few.\nNo.\n2.a Yes. Cyra has our list.")
    message.replace_header("From", "no-reply@harbours.example")
    (reply,) = read(message.as_bytes(), question_of(case.meeting))
    assert reply.answers[1].text.endswith("\nNo.")
