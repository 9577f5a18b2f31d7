"""Files of a meeting become replies, answers and findings: one case for each finding of intake.

Keeps out: formats (the tests of reading), counting (test_counting.py), single answers (test_answers.py), and contact
data (test_private.py).
"""

import io
import json
import os
import zipfile

import polars as pl
import pytest
from docx.oxml import OxmlElement

from pipeline import steps
from pipeline.outgoing.questionnaire import blank_form
from schemas.finding_codes import FINDING_CODES
from tests.places import ROOT
from tests.replies import FORM, FULL, LATE, NO, YES, form, put, reply, yes
from tests.workspaces import add_receipt, again


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

# Files that give no reply. Code and what is special: file, its bytes, found, expected.
UNREADABLE = {
    "unreadable_file: cut off": ("e.docx", b"PK\x03\x04cut", "damaged archive", "a Word file that opens"),
    "unreadable_file: encoding": ("e.yaml", b"general: \xe9", "byte 9 ", "UTF-8"),
    "unreadable_file: YAML": ("e.yaml", "answers:\n  1.a: [\n", "line:3: YAML", "well-formed YAML"),
    "unreadable_file: JSON": ("e.json", '{"general": ', "broken JSON", "well-formed JSON"),
    "unreadable_file: key twice": ("e.yaml", "answers:\n  1.a: a\n  1.a: b\n", "line:3: YAML", "well-formed YAML"),
    "unreadable_file: control character": ("e.yaml", "general: a\x0bb\n", "", "well-formed YAML"),
    "unreadable_file: list as key": ("e.yaml", "answers: {[a]: b}\n", "", "well-formed YAML"),
    "unsupported_format: picture": ("e.docx", b"\x89PNG\r\n\x1a\n\0\0", "not read", ".docx"),
    "unsupported_format: old Word": ("e.doc", OLE, "not read", ".docx"),
    "unsupported_format: sheet": ("e.xlsx", archive(a="b"), "no Word document", ".docx"),
    "unsupported_format: plain text": ("e.txt", "Dear all", "no fields of a reply", "answers"),
    "file_too_large": ("e.docx", archive(**{f"part{n}": "" for n in range(5001)}), "5001 parts", "at most"),
    "encrypted_file: Word": ("e.docx", LOCKED_OLE, "a document with a password", "without a password"),
    "encrypted_file: archive": ("e.docx", LOCKED, "an archive with a password", "without a password"),
    "no_text: empty file": ("e.docx", b"", "an empty file", "a reply"),
    "no_text: no answers": ("e.yaml", "respondent: EST\n", "neither answers nor general", "at least one of the two"),
}
# Other faults: what to put there, file, place in it, found, expected, what the row keeps (None: there is no row).
CASES = {
    **{
        name: (lambda c, file=file, data=data: put(c, file, data), file, "", found, expected, file)
        for name, (file, data, found, expected) in UNREADABLE.items()
    },
    "unknown_respondent": (lambda c: reply(c, code="", respondent="Nowhere"), "est.yaml", "", "Nowhere",
        "one respondent of the register", "We did."),
    "unknown_respondent: none": (lambda c: reply(c, code="", respondent=None), "est.yaml", "", "no name",
        "one respondent of the register", "We did."),
    "ambiguous_respondent": (lambda c: reply(c, code="", respondent="Alba and Cyra"), "est.yaml", "",
        "Alba and Cyra (ALB, CYR)", "one respondent of the register", "We did."),
    "unknown_recommendation": (lambda c: reply(c, answers={**FULL, "3.a": YES}), "est.yaml", "line 11", "3.a",
        "one of the 3 recommendations", "We did."),
    "wrong_questionnaire: tagged": (lambda c: put(c, "e.docx", tagged(c, "harb-11")), "e.docx", "",
        "the form of harb-11", "the form of harb-12", "e.docx"),
    "wrong_questionnaire: other": (lambda c: form(c, with_texts(c.meeting)), "est.docx", "",
        "none of the recommendations", "this meeting's questionnaire", "est.docx"),
    "duplicate_answer": (lambda c: form(c, change=answer_again), "est.docx", "paragraph", "We did it twice.",
        "one answer for each recommendation", "We did it twice."),
    "invalid_value: action": (lambda c: reply(c, answers={**FULL, "2.a": {"action_taken": "maybe", "text": "Soon."}}),
        "est.yaml", "line 9", "action_taken 'maybe'", "yes", "Soon."),
    "invalid_value: consent": (lambda c: reply(c, publish="perhaps"), "est.yaml", "", "publish 'perhaps'",
        "true or false", "perhaps"),
    "invalid_value: voice": (lambda c: reply(c, voice="sung"), "est.yaml", "", "voice 'sung'",
        "first_person or reported", "We did."),
    "invalid_value: field": (lambda c: reply(c, colour="blue"), "est.yaml", "line", "the field colour",
        "a field that the format has", "colour"),
    "late_reply": (lambda c: reply(c, received_on=LATE), "est.yaml", "", "received on 2031-06-02", "by 2031-05-30",
        "We did."),
    "superseded_reply": (lambda c: reply(c, "old.yaml", received_on="2031-05-01", general="More.") or reply(c),
        "old.yaml", "", "an earlier reply", "one reply", "We did."),
    "duplicate_file": (lambda c: reply(c) or reply(c, "more.yaml"), "more.yaml", "", "the same bytes", "each file once",
        None),
    "no_receipt: nothing": (lambda c: reply(c, received_on=None), "est.yaml", "", "no day of receipt",
        "a line in receipts.csv", None),
    "no_receipt: own date": (lambda c: reply(c, received_on=None, submitted_on="12 May 2031"), "est.yaml", "",
        "the date in the reply, 2031-05-12", "a line in receipts.csv", None),
    "receipt_without_file": (lambda c: add_receipt(c, "gone.docx", "EST"), "gone.docx", "receipts.csv line 5",
        "no such file", "a file of that name", None),
    "date_doubtful: impossible": (lambda c: reply(c, submitted_on="31 June 2031"), "est.yaml", "", "31 June 2031",
        "a day, month and year that exist", None),
    "date_doubtful: none": (lambda c: reply(c, received_on=None), "est.yaml", "", "no date in the reply",
        "a day, month and year that exist", None),
    "consent_not_stated": (lambda c: reply(c, publish=None), "est.yaml", "", "no mark", "yes or no", None),
    "consent_unclear": (lambda c: form(c, change=lambda d: tick_all(d, 2)), "est.docx", "", "both or neither",
        "yes or no", None),
    "action_unclear: both": (lambda c: form(c, change=lambda d: tick_all(d, 3)), "est.docx", "table 4, row 3", "",
        "yes or no", None),
    "action_unclear: neither": (lambda c: form(c, answers={**FORM, "1.a": ("", "We did.")}), "est.docx",
        "table 4, row 3", "no mark", "yes or no", None),
    "yes_without_text": (lambda c: form(c, answers={**FORM, "1.a": ("yes", "")}), "est.docx", "paragraph",
        "yes and no text", "what was done", None),
    "no_with_text": (lambda c: reply(c, answers={**FULL, "1.b": {"action_taken": "no", "text": "It is planned."}}),
        "est.yaml", "line 7", "It is planned.", "no text beside a no", None),
    "blank_answer": (lambda c: reply(c, answers={"1.b": NO}), "est.yaml", "", "nothing under 1.a, 2.a",
        "an answer to each of the 3", None),
    "missing_from_form": (lambda c: form(c, with_texts(c.meeting, c.meeting.recommendations[0].text)), "est.docx", "",
        "no 1.b, 2.a", "all 3 recommendations", None),
    "over_word_cap": (lambda c: reply(c, answers={**FULL, "1.a": {"action_taken": "yes", "text": "We did. " * 31}}),
        "est.yaml", "line", "62 words", "at most 60", None),
    "refers_elsewhere": (lambda c: reply(c, answers={**FULL, "1.b": yes("See our answer to 1 (a).")}),
        "est.yaml", "line", "See our answer to 1 (a)", "the one it points to under 1.a: We did.", None),
    "echoes_recommendation": (lambda c: reply(c, answers={**FULL, "1.a": yes(ECHO)}),
        "est.yaml", "line", "in the words of the recommendation", "what was done", None),
    "repeats_other_answer": (lambda c: reply(c, answers={**FULL, "1.a": yes(PILOTS), "1.b": yes(PILOTS)}),
        "est.yaml", "line", "100% in common with the answer to 1.a", "each thing said once", None),
    "personal_data": (lambda c: reply(c, answers={**FULL, "1.a": yes("Write to mara@example.org.")}),
        "est.yaml", "line", "an e-mail address (m…@e….o…)", "none, since answers are published", None),
    "not_english": (lambda c: reply(c, answers={**FULL, "1.a": {"action_taken": "yes", "text": FRENCH}}), "est.yaml",
        "line", "fr", "en", None),
    "tracked_changes": (lambda c: form(c, change=insert_tracked), "est.docx", "whole document", "tracked insertions",
        "a clean copy", None),
    "recommendation_text_changed": (lambda c: form(c, with_texts(c.meeting, PAINTED)), "est.docx", "table 4",
        "to paint the lights", "to inspect the lights", None),
}  # fmt: skip


def others(taken):
    """Replies and answers of all but Estmark, for comparing."""
    ours = pl.col("respondent").is_in(["ALB", "CYR", "DUN"])
    return [taken.tables[name].filter(ours).rows() for name in ("core.replies", "core.answers")]


@pytest.mark.parametrize("name", CASES)
def test_a_finding_names_file_place_found_and_expected_and_harms_no_other_reply(answered, name):
    arrange, file, place, shown, expected, kept = CASES[name]
    before = steps.intake(answered)
    arrange(answered)
    after = steps.intake(again(answered))
    code = name.partition(":")[0]
    found = [item for item in after.findings if (item.code, item.place.file) == (code, f"replies/{file}")]
    assert len(found) == 1
    opening, said = found[0].message.split(FINDING_CODES[code].meaning)
    assert opening.startswith(f"replies/{file}")
    assert place in found[0].message
    assert shown in said.removeprefix(": found ")
    assert expected in said[said.index(", expected ") :]
    assert found[0].message.isprintable()
    assert (found[0].row is None) == (kept is None)
    assert kept is None or kept in json.dumps(json.loads(found[0].row), ensure_ascii=False)

    assert others(after) == others(before)
    assert set(before.findings) <= set(after.findings)


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
