"""Files of a meeting become replies, answers and findings: one case for each finding of intake.

Keeps out: formats (the tests of reading), counting (test_counting.py), single answers (test_answers.py), and contact
data (test_private.py).
"""

import io
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import polars as pl
import pytest
from docx.oxml import OxmlElement

from pipeline import steps
from pipeline.outgoing.questionnaire import blank_form
from pipeline.steps import Case
from schemas.finding_codes import FINDING_CODES
from tests.places import ROOT
from tests.replies import FORM, FULL, LATE, NO, YES, form, put, reply, yes
from tests.workspaces import add_receipt, again, make_workspace, usual_replies


def with_texts(meeting, *texts):
    """The meeting with its first recommendations worded so, and without the others."""
    first = meeting.issues[0]
    kept = [item.model_copy(update={"text": text}) for item, text in zip(first.recommendations, texts, strict=False)]
    return meeting.model_copy(update={"issues": [first.model_copy(update={"recommendations": kept})]})


def tagged(case, meeting_id):
    """A blank form as the program writes it, for a meeting of this id."""
    return blank_form(case.meeting.model_copy(update={"id": meeting_id}), case.register.by_code["EST"])


def tick_all(document, table):
    for cell in document.tables[table]._cells:
        for run in cell.paragraphs[0].runs:
            run.text = run.text.replace("☐", "☒")


def insert_tracked(document):
    mark, paragraph = OxmlElement("w:ins"), document.tables[-1].cell(2, 1).paragraphs[0]
    mark.append(paragraph.add_run(" and more.")._r)
    paragraph._p.append(mark)


def answer_again(document):
    for text in ("Recommendation 1", document.tables[3].cell(0, 0).text, "Comments: We did it twice."):
        document.add_paragraph(text)


def archive(**members):
    """A zip archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in members.items():
            made.writestr(name, text)
    return out.getvalue()


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


def others(taken):
    """Replies and answers of all but Estmark, for comparing."""
    ours = pl.col("respondent").is_in(["ALB", "CYR", "DUN"])
    return [taken.tables[name].filter(ours).rows() for name in ("core.replies", "core.answers")]


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """The intake of the usual replies alone."""
    case = make_workspace(tmp_path_factory.mktemp("untouched"))
    usual_replies(case)
    return steps.intake(case)


@pytest.mark.parametrize("name", CASES)
def test_a_finding_names_file_place_found_and_expected_and_harms_no_other_reply(answered, untouched, name):
    told = CASES[name]
    told.arrange(answered)
    after = steps.intake(again(answered))
    code = name.partition(":")[0]
    found = [item for item in after.findings if (item.code, item.place.file) == (code, f"replies/{told.file}")]
    assert len(found) == 1
    opening, said = found[0].message.split(FINDING_CODES[code].meaning)
    assert opening.startswith(f"replies/{told.file}")
    assert told.place in found[0].message
    assert told.found in said.removeprefix(": found ")
    assert told.expected in said[said.index(", expected ") :]
    assert found[0].message.isprintable()
    assert (found[0].row is None) == (told.kept is None)
    assert told.kept is None or told.kept in json.dumps(json.loads(found[0].row), ensure_ascii=False)

    assert others(after) == others(untouched)
    assert set(untouched.findings) <= set(after.findings)


def test_every_finding_that_intake_raises_has_a_case_here():
    rooms = [ROOT / "pipeline" / room for room in ("intake", "reading")]
    files = [path for room in rooms for path in room.rglob("*.py")]
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert {code for code in FINDING_CODES if f'"{code}"' in text} == {name.split(":")[0] for name in CASES}


def test_the_usual_replies_are_all_in_the_tables(answered):
    tables = steps.intake(answered).tables
    assert tables["core.replies"]["status"].to_list() == ["included"] * 3
    assert tables["core.answers"].height == 9


def test_a_meeting_without_replies_has_empty_tables(case):
    (case.folder / "replies").rmdir()
    taken = steps.intake(case)
    assert (taken.findings, taken.contacts) == ([], [])
    assert [taken.tables[f"core.{name}"].height for name in ("replies", "answers", "recommendations")] == [0, 0, 3]


@pytest.mark.parametrize("put_in", [reply, form])
def test_a_good_reply_raises_nothing(case, put_in):
    put_in(case)
    assert steps.intake(case).findings == []


@pytest.mark.parametrize("written", ["EST", "ESTMARK", "Port Office of Estmark", "Nowhere", "Alba", ""])
def test_the_code_in_receipts_goes_before_the_name_in_the_reply(case, written):
    reply(case, respondent=written)
    assert steps.intake(case).tables["core.replies"]["respondent"].to_list() == ["EST"]


@pytest.mark.parametrize("answers", [{}, {"1.b": YES}, {"1.a": YES}])
def test_a_general_statement_stands_once_under_the_first_recommendation(case, answers):
    reply(case, answers=answers, general="We follow them all.")
    rows = steps.intake(case).tables["core.answers"]
    expected = (
        ("answered", "We follow them all.\n\nWe did.") if "1.a" in answers else ("general", "We follow them all.")
    )
    assert rows["recommendation"][0] == "1.a"
    assert (rows["status"][0], rows["text"][0]) == expected
    assert "\n".join(rows["text"]).count("We follow them all.") == 1


@pytest.mark.parametrize("target", ["/etc/hostname", "/etc", "../../../respondents.csv", "missing.yaml", "link.yaml"])
def test_a_link_that_leads_out_or_nowhere_is_told_and_not_read(answered, target):
    before = steps.intake(answered)
    os.symlink(target, answered.folder / "replies" / "link.yaml")
    after = steps.intake(again(answered))
    assert [item.code for item in after.findings if item.place.file == "replies/link.yaml"] == ["unreadable_file"]
    assert others(after) == others(before)


@pytest.mark.parametrize("name", [".DS_Store", "~$est.docx", "Thumbs.db", "._est.yaml", ".old/est.yaml"])
def test_hidden_and_lock_files_are_no_replies(answered, name):
    put(answered, name, "respondent: Estmark\ngeneral: We follow them all.\n")
    assert steps.intake(answered).tables["core.replies"]["respondent"].to_list() == ["ALB", "CYR", "DUN"]


@pytest.mark.parametrize("name", ["second/est.yaml", "Réponse – 灯塔.yaml", "est 2031 (1).YAML", "est"])
def test_files_in_folders_and_with_any_name_are_read(case, name):
    put(case, name, "general: We follow them all.\n")
    assert steps.intake(case).tables["core.replies"].row(0)[1:3] == (f"replies/{name}", "EST")


@pytest.mark.parametrize("said", ['"respondent": "\\ud800"', '"answers": {"\\ud83d": "b"}'])
def test_half_a_character_stops_no_run_and_is_told(answered, said):
    (answered.folder / "replies" / "est.json").write_text(f'{{"general": "a", {said}}}')
    found = steps.intake_tables(answered)["quality.intake_findings"]
    assert found.filter(severity="error")["file"].to_list() == ["replies/est.json"]


def test_a_file_name_that_is_no_text_stops_no_run(answered):
    with open(os.fsencode(answered.folder / "replies") + b"/\xe9.yaml", "wb") as handle:
        handle.write(b"general: We follow them all.\n")
    assert steps.intake_tables(answered)["core.replies"].height == 4


def test_an_answer_that_stands_twice_in_json_is_told(case):
    put(case, "est.json", '{"answers": {"1.a": "We did.", "1.a": "We did it twice."}}')
    assert "error" in [item.severity for item in steps.intake(case).findings if item.place.file == "replies/est.json"]
