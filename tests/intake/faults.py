"""Faults of files, replies and answers, one for each finding of intake, and how each is told.

Keeps out: the tests that use them (`test_take_in.py`).
"""

from docx.shared import Inches

from tests.hostile import word
from tests.intake.changes import answer_again, insert_tracked, tagged, tick_all, with_texts
from tests.intake.unreadable_files import UNREADABLE, Told
from tests.pictures import png
from tests.replies import FORM, FULL, LATE, NO, YES, form, put, reply, yes
from tests.tables import table
from tests.workspaces import add_receipt

TWICE = "respondent,recommendation,action_taken,text\n" + "".join(
    f"EST,{line}\n" for line in ("1.a,yes,We did.", "1.b,no,", "1.a,yes,We did it twice.", "2.a,no,")
)
FRENCH = "Nous avons inspecté tous les phares de nos petits ports."
ECHO = "We inspect the lights of every small harbour once a year, as all are to inspect the lights of every one."
PILOTS = "Our 14 pilots were trained in the use of tables, lamps and ropes at the school of Borford."
PAINTED = "Governments are encouraged to paint the lights of every harbour once in ten."


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
    "respondent_conflict": Told(
        lambda c: reply(c, respondent="Alba"),
        found="Alba (ALB) in the reply and EST in receipts.csv",
        expected="one and the same respondent",
        kept="We did.",
    ),
    "respondent_conflict: side by side": Told(
        lambda c: put(
            c,
            "e.docx",
            word(
                table(("Question", "Estmark", "Cyra"), *((r.text, "We did.", "No.") for r in c.meeting.recommendations))
            ),
        ),
        file="e.docx",
        found="EST, CYR",
        expected="one respondent in a reply",
        meaning="the reply has the answers of several respondents",
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
        lambda c: put(
            c, "e.docx", tagged(c, "harb-11", with_texts(c.meeting, "Ports are asked to count their gulls."))
        ),
        file="e.docx",
        found="the form of harb-11",
        expected="the form of harb-12",
        kept="e.docx",
    ),
    "needs_editor: renamed": Told(
        lambda c: put(c, "e.docx", tagged(c, "harb-11")),
        file="e.docx",
        meaning="the form names another meeting, but asks the recommendations of this one",
        found="harb-11",
        expected="the form of harb-12",
    ),
    "wrong_questionnaire: other": Told(
        lambda c: form(c, with_texts(c.meeting)),
        file="est.docx",
        meaning="no recommendation is recognised in the file",
        found="none of the recommendations",
        expected="this meeting's questionnaire",
        kept="est.docx",
    ),
    "duplicate_answer": Told(
        lambda c: put(c, "est.csv", TWICE),
        file="est.csv",
        place="row 4",
        found="We did it twice.",
        expected="one answer for each recommendation",
        kept="We did it twice.",
    ),
    "needs_editor: two answers": Told(
        lambda c: form(c, change=answer_again),
        file="est.docx",
        place="paragraph",
        found="two different answers to 1.a, put one behind the other",
        expected="one answer in sentences",
    ),
    "unplaced_text: behind the last table": Told(
        lambda c: form(c, change=lambda document: document.add_paragraph("The lamps of Borford are lit.")),
        file="est.docx",
        place="paragraph",
        found="The lamps of Borford are lit.",
        expected="words in a field or an answer",
        kept="The lamps of Borford are lit.",
    ),
    "unplaced_text: a picture": Told(
        lambda c: form(c, change=lambda document: document.add_picture(png(), Inches(4), Inches(4))),
        file="est.docx",
        place="paragraph",
        meaning="the reply holds what is not read",
        found="a picture at the answer to 2.a",
        expected="words that can be read",
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
    "superseded_reply: by a supplement": Told(
        lambda c: (
            reply(c, "old.yaml", received_on="2031-05-01", answers={**FULL, "1.b": yes("We trained 9 pilots.")})
            or reply(c, answers={"1.a": YES, "2.a": NO})
        ),
        file="old.yaml",
        meaning="a later reply counts instead, which answers fewer recommendations",
        found="an earlier reply, which alone answers 1.b",
        expected="one reply",
        kept="We trained 9 pilots.",
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
    "date_doubtful: another year": Told(
        lambda c: reply(c, received_on="2030-05-20"),
        found="received on 2030-05-20 in receipts.csv",
        expected="a day from 2031-03-03",
    ),
    "date_doubtful: two lines": Told(
        lambda c: reply(c) or add_receipt(c, "est.yaml", "EST", "2031-05-22"),
        place="receipts.csv lines",
        found="the days 2031-05-20 and 2031-05-22",
        expected="one day of receipt",
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
        found="e-mail, withheld",
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
