"""Names and dates that stand in a line of their own, in replies that have no field for them."""

from datetime import date
from email.message import EmailMessage

import pytest

from pipeline import steps
from tests.hostile import paragraph, word
from tests.workspaces import add_receipt

ANSWERS = ("☒ Yes ☐ No", "We lit the quay.")


def intake_of(case, before=(), after=()):
    """What the intake makes of a form with these lines above and below its first recommendation."""
    lines = (*before, case.meeting.recommendations[0].text, *ANSWERS, *after)
    (case.folder / "replies" / "one.docx").write_bytes(word("".join(map(paragraph, lines))))
    return steps.intake(case)


def told_of(case, **lines) -> tuple[str | None, date | None]:
    row = intake_of(case, **lines).tables["core.replies"].to_dicts()[0]
    return row["respondent"], row["submitted_on"]


@pytest.mark.parametrize("name", ["ALBA", "Alba", "Government of Alba", "Embassy of Alba", "Permanent Mission of Alba"])
@pytest.mark.parametrize("day", ["9 May 2031", "Port Alba, 9 May 2031", "May 9, 2031", "09.05.2031"])
def test_a_name_and_a_date_in_lines_of_their_own_are_read(case, name, day):
    found = intake_of(case, before=(name, "Reply to the questionnaire", day))
    row = found.tables["core.replies"].to_dicts()[0]
    assert (row["respondent"], row["submitted_on"]) == ("ALB", date(2031, 5, 9))
    assert not {"unknown_respondent", "unplaced_text"} & {one.code for one in found.findings}


@pytest.mark.parametrize(
    "line",
    [
        "Alba's reply",
        "ALBA – RESPONSE TO THE QUESTIONNAIRE",
        "From Alba",
        "On behalf of Alba",
        "Statement by Alba",
        "Country Alba",
        "Nation: Alba",
        "Questionnaire reply, Republic of Alba, May 2031",
        "MINISTRY OF TRANSPORT OF ALBA",
        "Federal Port Police of the Government of Alba",
        "Reply of the Government of Alba",
        "Réponse de l'Alba au questionnaire",
        "Answers by Alba to the questionnaire on the implementation of recommendations",
    ],
)
def test_a_line_may_say_whose_reply_it_is(case, line):
    assert told_of(case, before=(line,))[0] == "ALB"


@pytest.mark.parametrize("line", ["Done at Port Alba on 9 May 2031", "Port Alba, 9 May 2031"])
def test_a_date_may_stand_below_the_answers(case, line):
    assert told_of(case, before=("Country: Alba",), after=("Signature", line)) == ("ALB", date(2031, 5, 9))


@pytest.mark.parametrize(
    "lines",
    [
        ("Alba", "Cyra"),
        ("We write on behalf of Alba.",),
        ("Alba has ten harbours",),
        ("The lamps of Cyra",),
        ("Reply to Cyra",),
        (f"{'the ' * 5_000}reply of Cyra",),
        ("To: Ministry of Ports, Cyra",),
        ("Visit to the Ministry of Transport of Cyra",),
        ("Port Police in Cyra",),
        ("Comments on Cyra",),
        ("To the Government of Cyra",),
        ("Answers of Alba and Cyra",),
        (*(f"Line {number} of five." for number in "vwxyz"), "Cyra"),
    ],
)
def test_no_name_is_guessed(case, lines):
    found = intake_of(case, before=lines)
    assert [one.code for one in found.findings if one.code == "unknown_respondent"]


@pytest.mark.parametrize(
    "lines",
    [
        ("9 May 2031", "14 May 2031"),
        ("The lamps were lit on 9 May 2031.",),
        ("9 May",),
        ("Meeting of harbour masters in Duna, Port Alba, 9 May 2031",),
        ("1 January 2019",),
    ],
)
def test_no_date_is_guessed(case, lines):
    assert told_of(case, before=("Country: Alba", *lines)) == ("ALB", None)


def test_a_receipt_says_whose_reply_it_is_whatever_stands_in_a_line(case):
    add_receipt(case, "one.docx", "ALB", "2031-05-14")
    assert told_of(case, before=("Cyra",))[0] == "ALB"


def test_a_field_goes_before_a_line(case):
    assert told_of(case, before=("Country: Alba", "Cyra", "Date: 11 May 2031", "9 May 2031")) == (
        "ALB",
        date(2031, 5, 11),
    )


def mailed(case, subject: str, *lines: str) -> tuple[str | None, list[str]]:
    """Whose reply an e-mail is whose text answers, and what is told of it as unplaced."""
    said = ("1 (a) Yes. We lit the quay.", "1 (b) No.", "2 (a) Lists went out.")
    message = EmailMessage()
    message["From"], message["Date"] = "mara@example.org", "Mon, 12 May 2031 10:00:00 +0000"
    message["Subject"] = subject
    message.set_content("\n\n".join((*lines, *said)))
    (case.folder / "replies" / "one.eml").write_bytes(message.as_bytes())
    found = steps.intake(case)
    told = [one.message for one in found.findings if one.code == "unplaced_text"]
    return found.tables["core.replies"].to_dicts()[0]["respondent"], told


@pytest.mark.parametrize(
    "subject", ["Reply of Alba", "RE: [External] Alba's reply", "Fwd: Alba – questionnaire", "Alba"]
)
@pytest.mark.parametrize("lines", [(), ("Reply by Alba:",), ("Country: Alba",)])
def test_the_subject_of_an_e_mail_may_say_whose_reply_it_is(case, subject, lines):
    assert mailed(case, subject, *lines) == ("ALB", [])


@pytest.mark.parametrize("subject", ["Lamps of herrings", "Alba lights no more lamps of herrings"])
def test_other_words_of_a_subject_are_told(case, subject):
    respondent, told = mailed(case, subject, "Country: Alba")
    assert (respondent, len(told)) == ("ALB", 1)
    assert subject in told[0]


def test_a_subject_and_a_line_that_name_different_respondents_name_none(case):
    assert mailed(case, "Reply of Cyra", "Reply by Alba:")[0] is None


def test_a_subject_of_a_form_s_own_words_is_no_finding(case):
    assert mailed(case, "RE: Questionnaire on the recommendations", "Country: Alba") == ("ALB", [])
