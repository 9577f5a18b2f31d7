"""Sheets: long and wide, .xlsx and .csv, one respondent and many. Keeps out: what intake makes of the values."""

import datetime as dt
import io

import openpyxl
import pytest

from pipeline import steps
from pipeline.reading.formats.sheet import looks_like_csv
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Unreadable
from tests.workspaces import add_receipt


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


LONG = [
    ["respondent", "recommendation", "action_taken", "text"],
    ["Alba", "1.a", "yes", "Lamps were lit, all 14."],
    ["Alba", "1.b", "no", ""],
    ["CYR", "1.a", "Yes", "Ropes\nand buoys."],
]
WIDE = [
    ["Member State", "1.a action_taken", "1.a text", "1.b Action taken", "1.b: Comments"],
    ["Alba", "yes", "Lamps were lit, all 14.", "no", ""],
    ["CYR", "Yes", "Ropes\nand buoys.", "", ""],
]


def csv_of(rows: list[list], delimiter: str = ",") -> bytes:
    quoted = (delimiter.join('"' + str(cell).replace('"', '""') + '"' for cell in row) for row in rows)
    return "\n".join(quoted).encode()


def xlsx_of(*sheets: list[list]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"S{number}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def replies(case):
    question = Question(case.meeting.id, tuple(case.meeting.recommendations))
    return lambda data: read(data, question)


def told(found) -> dict[str, list[tuple]]:
    return {
        reply.respondent: [
            (a.recommendation, a.action_taken, a.text) for a in reply.answers if a.action_taken or a.text
        ]
        for reply in found
    }


EXPECTED = {
    "Alba": [("1.a", "yes", "Lamps were lit, all 14."), ("1.b", "no", "")],
    "CYR": [("1.a", "yes", "Ropes\nand buoys.")],
}


@pytest.mark.parametrize("named", ["1.a", "1(a)", " 1.A ", "1 (a)"])
def test_a_column_named_for_a_recommendation_alone_holds_what_was_said(replies, named):
    found = replies(csv_of([["respondent", named, "2.a"], ["Alba", "Lamps were lit, all 14.", ""]]))
    assert told(found) == {"Alba": [("1.a", "unclear", "Lamps were lit, all 14.")]}


@pytest.mark.parametrize("rows", [LONG, WIDE], ids=["long", "wide"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_gives_a_reply_for_each_respondent(replies, rows, delimiter):
    found = replies(csv_of(rows, delimiter))
    assert told(found) == EXPECTED
    assert {reply.format for reply in found} == {"csv"}
    assert not any(reply.whole_form for reply in found)


@pytest.mark.parametrize("rows", [LONG, WIDE], ids=["long", "wide"])
def test_a_workbook_gives_the_same(replies, rows):
    assert told(replies(xlsx_of(rows))) == EXPECTED


def test_places_name_sheet_and_row(replies):
    found = replies(xlsx_of([["Title of the export"], [], *LONG]))
    assert [answer.locator for answer in found[0].answers] == ["sheet S1, row 4", "sheet S1, row 5"]
    (first, *_) = replies(csv_of(WIDE))
    assert first.answers[1].locator == "row 2, column 1.b"


def test_sheets_without_replies_are_passed_over(replies):
    assert told(replies(xlsx_of([["Notes"], ["Please fill in"]], LONG))) == EXPECTED


def test_cells_that_are_no_text_stand_as_people_see_them(replies):
    header = [*LONG[0], "submitted_on", "publish"]
    row = ["Alba", "1.a", True, 14.0, dt.date(2031, 5, 2), False]
    (reply,) = replies(xlsx_of([header, row]))
    assert told([reply]) == {"Alba": [("1.a", "yes", "14")]}
    assert (reply.submitted_on, reply.publish) == ("2031-05-02", "no")


def test_a_formula_is_not_run(replies):
    (reply,) = replies(xlsx_of([LONG[0], ["Alba", "1.a", "yes", "Lit."], ["Alba", "1.b", "yes", '=CONCAT("a","b")']]))
    assert reply.answers[1].text == ""
    (reply,) = replies(csv_of([LONG[0], ["Alba", "1.a", "yes", "=1+1"]]))
    assert reply.answers[0].text == "=1+1"


def test_columns_that_mean_nothing_here_are_told_once(replies):
    first, second = replies(csv_of([[*LONG[0], "weather"], *[[*row, "fair"] for row in LONG[1:]]]))
    assert [(remark.code, remark.value) for remark in first.remarks] == [("invalid_value", "columns weather")]
    assert second.remarks == ()


def test_a_column_of_agencies_is_no_slip_and_its_words_are_kept(replies):
    (reply,) = replies(csv_of([[*LONG[0], "Responsible agency"], ["Alba", "1.a", "yes", "Lit.", "Port Authority"]]))
    assert (reply.remarks, [words.text for words in reply.unplaced]) == ((), ["Port Authority"])


def test_contact_columns_are_contact_data(replies):
    (reply,) = replies(csv_of([[*LONG[0], "e-mail"], ["Alba", "1.a", "yes", "Lit.", "ada@lamps.example"]]))
    assert reply.contact == {"email": "ada@lamps.example"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (xlsx_of([["a", "b"], [1, 2]]), "wrong_questionnaire"),
        (xlsx_of(LONG)[:400], "unreadable_file"),
        (csv_of(LONG) + b'\n"Alba","1.b","yes","no end', "unreadable_file"),
        (csv_of(LONG) + b"\nAlba,1.b,yes,\xe9t\xe9", "unreadable_file"),
    ],
    ids=["other columns", "cut off", "quote without end", "not UTF-8"],
)
def test_what_cannot_be_read_is_told(replies, data, code):
    with pytest.raises(Unreadable) as error:
        replies(data)
    assert error.value.code == code


def test_text_with_commas_that_is_no_sheet_is_left_to_other_readers(replies):
    (reply,) = replies(b"respondent: Alba, the first\nanswers:\n  1.a: Lit, all of them\n")
    assert reply.format == "yaml"


def test_one_sheet_of_many_respondents_goes_the_whole_way(case):
    path = case.folder / "replies" / "survey.csv"
    path.write_bytes(csv_of([*LONG, ["Nowhere", "1.a", "yes", "Lost."], ["CYR", "9.z", "yes", "Which?"]]))
    add_receipt(case, "survey.csv", "ALB", "2031-05-01")
    add_receipt(case, "survey.csv", "CYR", "2031-06-20")
    found = steps.intake(case)
    rows = found.tables["core.replies"].sort("status").select("respondent", "status").rows()
    assert rows == [("ALB", "included"), ("CYR", "late"), (None, "rejected")]
    codes = [item.code for item in found.findings]
    assert {"unknown_respondent", "unknown_recommendation", "late_reply"} <= set(codes)
    (lost,) = [item for item in found.findings if item.code == "unknown_respondent"]
    assert "Lost." in lost.row


@pytest.mark.parametrize(
    ("written", "said"),
    [("Y", "yes"), ("1", "yes"), ("X", "yes"), ("oui", "yes"), ("☒", "yes"), ("n", "no"), ("0", "no"), ("Нет", "no")],
)
def test_marks_that_forms_have_are_taken_in_sheets_too(question, written, said):
    rows = [LONG[0], ["Alba", "1.a", written, "Lamps were lit."]]
    (reply,) = read(csv_of(rows), question)
    assert [(one.action_taken, one.text) for one in reply.answers] == [(said, "Lamps were lit.")]


def test_what_is_no_mark_keeps_the_text_and_is_told_with_its_place(question):
    rows = [LONG[0], ["Alba", "1.a", "Partly", "Lamps were lit."], ["Alba", "1.b", "Not yet", ""]]
    (reply,) = read(csv_of(rows), question)
    assert [(one.action_taken, one.text) for one in reply.answers] == [
        ("unclear", "Lamps were lit."),
        ("unclear", "Not yet"),
    ]
    assert reply.answers[0].locator.endswith("(mark: Partly)")


@pytest.mark.parametrize("written", ["1.b", "1(b)", "1 (b)", "1b", "1. b", "1.B"])
def test_a_recommendation_is_known_however_its_id_is_written(question, written):
    (reply,) = read(csv_of([LONG[0], ["Alba", written, "yes", "Lamps were lit."]]), question)
    assert [one.recommendation for one in reply.answers] == ["1.b"]
    (reply,) = read(csv_of([["respondent", "1(b) action taken", "1 (b): text"], ["Alba", "yes", "Lit."]]), question)
    assert [(one.recommendation, one.text) for one in reply.answers] == [("1.b", "Lit.")]


def test_general_statements_in_several_rows_are_kept_all(question):
    rows = [[*LONG[0], "general"], ["Alba", "1.a", "no", "", "We try."], ["Alba", "1.b", "no", "", "We go on."]]
    (reply,) = read(csv_of(rows), question)
    assert reply.general == "We try.\nWe go on."


def test_a_sheet_in_utf_16_is_read(question):
    data = csv_of(LONG).decode().encode("utf-16")
    assert [reply.respondent for reply in read(data, question)] == ["Alba", "CYR"]


LIGHTS = "Governments are encouraged to inspect the lights of every small harbour once a year."
PILOTS = "Governments should train pilots in the use of tide tables and publish the results."
# How survey tools head the columns of four questions: action and text on 1.a, action and text on 1.b.
SURVEYS = {
    "label and words": [
        f"1(a) {LIGHTS} Has action been taken?",
        "If yes, please describe",
        f"1(b) {PILOTS} Has action been taken?",
        "If yes, please describe",
    ],
    "words only": [
        f"{LIGHTS} - Any action taken?",
        "Please elaborate",
        f"{PILOTS} - Any action taken?",
        "Please elaborate2",
    ],
    "label only": ["Q1.a Were measures taken?", "Q1.a Please give details", "Q1.b Were measures taken?", "Details.1"],
    "rows of a grid": [
        f"Has your Government taken action? [1(a) {LIGHTS}]",
        f"Please describe it [1(a) {LIGHTS}]",
        f"Has your Government taken action? [1(b) {PILOTS}]",
        f"Please describe it [1(b) {PILOTS}]",
    ],
    "the recommendation alone": [f"1 (a) {LIGHTS}", "If yes, please explain", PILOTS, "If yes, please explain.1"],
    "cut off": [f"{LIGHTS[:60]}… Action taken?", "Comments", f"{PILOTS[:60]}… Action taken?", "Comments"],
    "a label that is wrong": [f"2(a) {LIGHTS} Action?", "Describe it", f"2(b) {PILOTS} Action?", "Describe it"],
}


@pytest.mark.parametrize("heads", SURVEYS.values(), ids=SURVEYS)
@pytest.mark.parametrize("form", [csv_of, xlsx_of])
def test_columns_headed_by_the_questions_of_a_survey(replies, heads, form):
    rows = [
        ["ID", "Timestamp", "What is the name of your country?", *heads, "May we publish this on the website?"],
        ["1", "12.05.2031 10:31", "Alba", "Yes", "Lamps were lit, all 14.", "No", "", "Yes"],
        ["2", "13.05.2031 09:00", "Cyra", "", "", "yes", "Ropes\nand buoys.", "no"],
    ]
    found = replies(form(rows))
    assert told(found) == {
        "Alba": [("1.a", "yes", "Lamps were lit, all 14."), ("1.b", "no", "")],
        "Cyra": [("1.b", "yes", "Ropes\nand buoys.")],
    }
    assert [reply.publish for reply in found] == ["yes", "no"]
    assert [reply.submitted_on for reply in found] == ["12.05.2031 10:31", "13.05.2031 09:00"]
    assert not any(reply.unplaced for reply in found)


def test_a_question_that_goes_on_with_none_is_not_taken_for_the_last_one(replies):
    heads = ["Country", "1(a) Action taken?", "If yes, please describe", "Weather", "Please describe the food"]
    (found,) = replies(csv_of([heads, ["Alba", "yes", "Lamps.", "Mostly rain", "Herring, fried"]]))
    assert told([found]) == {"Alba": [("1.a", "yes", "Lamps.")]}
    assert [words.text for words in found.unplaced] == ["Mostly rain", "Herring, fried"]
    assert "column 5 (Please describe the food)" in found.unplaced[1].locator


def test_words_in_a_column_that_means_nothing_here_are_kept(case):
    rows = [[*WIDE[0], "weather", "ID"], [*WIDE[1], "Mostly rain", "17"], [*WIDE[2], "Mostly rain", "18"]]
    (case.folder / "replies" / "sheet.csv").write_bytes(csv_of(rows))
    add_receipt(case, "sheet.csv", "")
    kept = [one for one in steps.intake(case).findings if one.code == "unplaced_text"]
    assert [(one.place.respondent, one.value) for one in kept] == [("ALB", "Mostly rain"), ("CYR", "Mostly rain")]


@pytest.mark.parametrize("above", [["Replies as of May", ""], ["Replies as of May, June and July"]])
def test_a_csv_may_have_lines_above_its_columns(replies, above):
    (found,) = replies(csv_of([above, *WIDE[:2]]))
    assert told([found]) == {"Alba": EXPECTED["Alba"]}


@pytest.mark.parametrize("text", [b"\n\n", b"\r\n\r\n\r\n"])
def test_blank_lines_are_no_sheet(text):
    assert not looks_like_csv(text)
