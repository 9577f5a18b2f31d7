"""Faults of files, replies and answers, one for each finding of intake, and how each is told.

Keeps out: the tests that use them (`test_take_in.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.steps import Case
from tests.intake.changes import answer_again, archive, insert_tracked, tagged, tick_all, with_texts
from tests.replies import FORM, FULL, LATE, NO, YES, form, put, reply, yes
from tests.workspaces import add_receipt

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100
LOCKED_OLE = OLE + "EncryptedPackage".encode("utf-16-le")
LOCKED = archive(a="b").replace(b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\1")
FRENCH = "Nous avons inspecté tous les phares de nos petits ports."
ECHO = "We inspect the lights of every small harbour once a year, as all are to inspect the lights of every one."
PILOTS = "Our 14 pilots were trained in the use of tables, lamps and ropes at the school of Borford."
PAINTED = "Governments are encouraged to paint the lights of every harbour once in ten."


@dataclass(frozen=True)
class Told:
    """A fault and how it is told: what to put into the folder; the file, place, found and expected of its finding.

    `kept` is a piece of what the finding's row keeps; None where nothing is set aside.
    """

    arrange: Callable[[Case], object]
    found: str
    expected: str
    file: str = "est.yaml"
    place: str = ""
    kept: str | None = None


@dataclass(frozen=True)
class Unreadable:
    """A file that gives no reply: its name and content, what is found and expected."""

    file: str
    data: bytes | str
    found: str
    expected: str

    def told(self) -> Told:
        """The case of putting this file into the folder."""
        return Told(
            lambda case: put(case, self.file, self.data), self.found, self.expected, file=self.file, kept=self.file
        )


# Files that give no reply.
UNREADABLE = {
    "unreadable_file: cut off": Unreadable(
        "e.docx", b"PK\x03\x04cut", found="damaged archive", expected="a Word file that opens"
    ),
    "unreadable_file: encoding": Unreadable("e.yaml", b"general: \xe9", found="byte 9 ", expected="UTF-8"),
    "unreadable_file: YAML": Unreadable(
        "e.yaml", "answers:\n  1.a: [\n", found="line:3: YAML", expected="well-formed YAML"
    ),
    "unreadable_file: JSON": Unreadable("e.json", '{"general": ', found="broken JSON", expected="well-formed JSON"),
    "unreadable_file: key twice": Unreadable(
        "e.yaml", "answers:\n  1.a: a\n  1.a: b\n", found="line:3: YAML", expected="well-formed YAML"
    ),
    "unreadable_file: control character": Unreadable(
        "e.yaml", "general: a\x0bb\n", found="", expected="well-formed YAML"
    ),
    "unreadable_file: list as key": Unreadable("e.yaml", "answers: {[a]: b}\n", found="", expected="well-formed YAML"),
    "unsupported_format: picture": Unreadable("e.docx", b"\x89PNG\r\n\x1a\n\0\0", found="not read", expected=".docx"),
    "unsupported_format: old Word": Unreadable("e.doc", OLE, found="not read", expected=".docx"),
    "unsupported_format: sheet": Unreadable("e.xlsx", archive(a="b"), found="no Word document", expected=".docx"),
    "unsupported_format: plain text": Unreadable("e.txt", "Dear all", found="no fields of a reply", expected="answers"),
    "file_too_large": Unreadable(
        "e.docx", archive(**{f"part{n}": "" for n in range(5001)}), found="5001 parts", expected="at most"
    ),
    "encrypted_file: Word": Unreadable(
        "e.docx", LOCKED_OLE, found="a document with a password", expected="without a password"
    ),
    "encrypted_file: archive": Unreadable(
        "e.docx", LOCKED, found="an archive with a password", expected="without a password"
    ),
    "no_text: empty file": Unreadable("e.docx", b"", found="an empty file", expected="a reply"),
    "no_text: no answers": Unreadable(
        "e.yaml", "respondent: EST\n", found="neither answers nor general", expected="at least one of the two"
    ),
}
# Other faults.
CASES = {
    **{name: one.told() for name, one in UNREADABLE.items()},
    "unknown_respondent": Told(
        lambda c: reply(c, code="", respondent="Nowhere"),
        found="Nowhere",
        expected="one respondent of the register",
        kept="We did.",
    ),
    "unknown_respondent: none": Told(
        lambda c: reply(c, code="", respondent=None),
        found="no name",
        expected="one respondent of the register",
        kept="We did.",
    ),
    "ambiguous_respondent": Told(
        lambda c: reply(c, code="", respondent="Alba and Cyra"),
        found="Alba and Cyra (ALB, CYR)",
        expected="one respondent of the register",
        kept="We did.",
    ),
    "unknown_recommendation": Told(
        lambda c: reply(c, answers={**FULL, "3.a": YES}),
        place="line 11",
        found="3.a",
        expected="one of the 3 recommendations",
        kept="We did.",
    ),
    "wrong_questionnaire: tagged": Told(
        lambda c: put(c, "e.docx", tagged(c, "harb-11")),
        file="e.docx",
        found="the form of harb-11",
        expected="the form of harb-12",
        kept="e.docx",
    ),
    "wrong_questionnaire: other": Told(
        lambda c: form(c, with_texts(c.meeting)),
        file="est.docx",
        found="none of the recommendations",
        expected="this meeting's questionnaire",
        kept="est.docx",
    ),
    "duplicate_answer": Told(
        lambda c: form(c, change=answer_again),
        file="est.docx",
        place="paragraph",
        found="We did it twice.",
        expected="one answer for each recommendation",
        kept="We did it twice.",
    ),
    "invalid_value: action": Told(
        lambda c: reply(c, answers={**FULL, "2.a": {"action_taken": "maybe", "text": "Soon."}}),
        place="line 9",
        found="action_taken 'maybe'",
        expected="yes",
        kept="Soon.",
    ),
    "invalid_value: consent": Told(
        lambda c: reply(c, publish="perhaps"), found="publish 'perhaps'", expected="true or false", kept="perhaps"
    ),
    "invalid_value: voice": Told(
        lambda c: reply(c, voice="sung"), found="voice 'sung'", expected="first_person or reported", kept="We did."
    ),
    "invalid_value: field": Told(
        lambda c: reply(c, colour="blue"),
        place="line",
        found="the field colour",
        expected="a field that the format has",
        kept="colour",
    ),
    "late_reply": Told(
        lambda c: reply(c, received_on=LATE), found="received on 2031-06-02", expected="by 2031-05-30", kept="We did."
    ),
    "superseded_reply": Told(
        lambda c: reply(c, "old.yaml", received_on="2031-05-01", general="More.") or reply(c),
        file="old.yaml",
        found="an earlier reply",
        expected="one reply",
        kept="We did.",
    ),
    "duplicate_file": Told(
        lambda c: reply(c) or reply(c, "more.yaml"), file="more.yaml", found="the same bytes", expected="each file once"
    ),
    "no_receipt: nothing": Told(
        lambda c: reply(c, received_on=None), found="no day of receipt", expected="a line in receipts.csv"
    ),
    "no_receipt: own date": Told(
        lambda c: reply(c, received_on=None, submitted_on="12 May 2031"),
        found="the date in the reply, 2031-05-12",
        expected="a line in receipts.csv",
    ),
    "receipt_without_file": Told(
        lambda c: add_receipt(c, "gone.docx", "EST"),
        file="gone.docx",
        place="receipts.csv line 5",
        found="no such file",
        expected="a file of that name",
    ),
    "date_doubtful: impossible": Told(
        lambda c: reply(c, submitted_on="31 June 2031"),
        found="31 June 2031",
        expected="a day, month and year that exist",
    ),
    "date_doubtful: none": Told(
        lambda c: reply(c, received_on=None), found="no date in the reply", expected="a day, month and year that exist"
    ),
    "consent_not_stated": Told(lambda c: reply(c, publish=None), found="no mark", expected="yes or no"),
    "consent_unclear": Told(
        lambda c: form(c, change=lambda d: tick_all(d, 2)),
        file="est.docx",
        found="both or neither",
        expected="yes or no",
    ),
    "action_unclear: both": Told(
        lambda c: form(c, change=lambda d: tick_all(d, 3)),
        file="est.docx",
        place="table 4, row 3",
        found="",
        expected="yes or no",
    ),
    "action_unclear: neither": Told(
        lambda c: form(c, answers={**FORM, "1.a": ("", "We did.")}),
        file="est.docx",
        place="table 4, row 3",
        found="no mark",
        expected="yes or no",
    ),
    "yes_without_text": Told(
        lambda c: form(c, answers={**FORM, "1.a": ("yes", "")}),
        file="est.docx",
        place="paragraph",
        found="yes and no text",
        expected="what was done",
    ),
    "no_with_text": Told(
        lambda c: reply(c, answers={**FULL, "1.b": {"action_taken": "no", "text": "It is planned."}}),
        place="line 7",
        found="It is planned.",
        expected="no text beside a no",
    ),
    "blank_answer": Told(
        lambda c: reply(c, answers={"1.b": NO}), found="nothing under 1.a, 2.a", expected="an answer to each of the 3"
    ),
    "missing_from_form": Told(
        lambda c: form(c, with_texts(c.meeting, c.meeting.recommendations[0].text)),
        file="est.docx",
        found="no 1.b, 2.a",
        expected="all 3 recommendations",
    ),
    "over_word_cap": Told(
        lambda c: reply(c, answers={**FULL, "1.a": {"action_taken": "yes", "text": "We did. " * 31}}),
        place="line",
        found="62 words",
        expected="at most 60",
    ),
    "refers_elsewhere": Told(
        lambda c: reply(c, answers={**FULL, "1.b": yes("See our answer to 1 (a).")}),
        place="line",
        found="See our answer to 1 (a)",
        expected="the one it points to under 1.a: We did.",
    ),
    "echoes_recommendation": Told(
        lambda c: reply(c, answers={**FULL, "1.a": yes(ECHO)}),
        place="line",
        found="in the words of the recommendation",
        expected="what was done",
    ),
    "repeats_other_answer": Told(
        lambda c: reply(c, answers={**FULL, "1.a": yes(PILOTS), "1.b": yes(PILOTS)}),
        place="line",
        found="100% in common with the answer to 1.a",
        expected="each thing said once",
    ),
    "personal_data": Told(
        lambda c: reply(c, answers={**FULL, "1.a": yes("Write to mara@example.org.")}),
        place="line",
        found="an e-mail address (m…@e….o…)",
        expected="none, since answers are published",
    ),
    "not_english": Told(
        lambda c: reply(c, answers={**FULL, "1.a": {"action_taken": "yes", "text": FRENCH}}),
        place="line",
        found="fr",
        expected="en",
    ),
    "tracked_changes": Told(
        lambda c: form(c, change=insert_tracked),
        file="est.docx",
        place="whole document",
        found="tracked insertions",
        expected="a clean copy",
    ),
    "recommendation_text_changed": Told(
        lambda c: form(c, with_texts(c.meeting, PAINTED)),
        file="est.docx",
        place="table 4",
        found="to paint the lights",
        expected="to inspect the lights",
    ),
}
