"""Workbooks that are forms, and sheets that have the respondents side by side."""

import io
import re

import openpyxl
import pytest

from pipeline import steps
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.reading.formats.test_sheet import csv_of, xlsx_of
from tests.workspaces import add_receipt

SAID = {"1.a": ("yes", "We lit the quay."), "1.b": ("no", ""), "2.a": ("yes", "Cyra has our list.")}


@pytest.fixture
def adopted(case) -> dict[str, str]:
    return {recommendation.id: recommendation.text for recommendation in case.meeting.recommendations}


def told(reply) -> dict[str, tuple[str, str]]:
    return {answer.recommendation: (answer.action_taken, answer.text) for answer in reply.answers}


def labels_and_values(adopted, name: str = "Alba") -> list[list[str]]:
    rows = [["Name of country", name], ["Date of submission", "12 May 2031"], [""]]
    for one, (value, text) in SAID.items():
        rows += [[f"Recommendation {one}", adopted[one]], ["Action taken", value.upper()], ["Comments", text], [""]]
    return rows


def headed_table(adopted, name: str = "Alba") -> list[list[str]]:
    heads = [[f"Country: {name}"], ["Recommendation", "Action taken", "Comments"]]
    return [*heads, *([f"({one}) {adopted[one]}", value, text] for one, (value, text) in SAID.items())]


@pytest.mark.parametrize("form", [labels_and_values, headed_table])
def test_a_workbook_may_be_a_form(case, adopted, form):
    (reply,) = read(xlsx_of(form(adopted)), question_of(case.meeting))
    assert (reply.respondent, told(reply), reply.unplaced) == ("Alba", SAID, ())
    assert reply.answers[0].locator.startswith("sheet S1, row ")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("form", [labels_and_values, headed_table])
def test_a_form_in_a_sheet_may_be_saved_as_csv(case, adopted, form, delimiter):
    rows = form(adopted)
    width = max(map(len, rows))
    saved = csv_of([[*row, *[""] * (width - len(row))] for row in rows], delimiter)
    (reply,) = read(saved, question_of(case.meeting))
    assert (reply.format, reply.respondent, told(reply), reply.unplaced) == ("csv", "Alba", SAID, ())
    assert re.match(r"row \d+, column \d", reply.answers[0].locator)


def test_lines_with_commas_are_no_sheet(case):
    lines = [
        "Country: Alba",
        "",
        "1.a Yes, we lit it.",
        "1.b No, pilots come, at times.",
        "2.a Yes, Cyra has it.",
        "Thanks, all.",
    ]
    (reply,) = read("\n".join(lines).encode(), question_of(case.meeting))
    assert reply.format == "txt"
    assert [answer.recommendation for answer in reply.answers] == ["1.a", "1.b", "2.a"]


@pytest.mark.parametrize("form", [labels_and_values, headed_table])
def test_each_sheet_may_be_a_form(case, adopted, form):
    notes = [["We like herrings."], ["Please elaborate"]]
    found = read(xlsx_of(form(adopted), form(adopted, "Cyra"), notes), question_of(case.meeting))
    assert [(reply.respondent, told(reply)) for reply in found] == [("Alba", SAID), ("Cyra", SAID)]
    assert [words.text for words in found[0].unplaced] == ["We like herrings."]
    assert found[1].answers[0].locator.startswith("sheet S2, row ")


def test_the_sheets_name_tells_whose_a_form_is_that_does_not_say_it(case):
    rows = [["recommendation", "action_taken", "text"], *([one, *said] for one, said in SAID.items())]
    found = read(xlsx_of(rows, rows), question_of(case.meeting))
    assert [(reply.respondent, told(reply)) for reply in found] == [("S1", SAID), ("S2", SAID)]


def test_one_form_may_take_several_sheets(case, adopted):
    front, *rest = labels_and_values(adopted)[:2], labels_and_values(adopted)[2:]
    (reply,) = read(xlsx_of(front, rest[0]), question_of(case.meeting))
    assert (reply.respondent, reply.submitted_on, told(reply)) == ("Alba", "12 May 2031", SAID)


def side_by_side(corner: str) -> list[list[str]]:
    rows = [[corner, "Alba", "Cyra"]]
    for one, (value, text) in SAID.items():
        rows += [[f"{one} action_taken", value, "yes"], [f"{one} text", text, f"Cyra's {one}"]]
    return rows


@pytest.mark.parametrize("corner", ["", "respondent"])
def test_respondents_may_stand_side_by_side(case, corner):
    alba, cyra = read(xlsx_of(side_by_side(corner)), question_of(case.meeting))
    assert (alba.respondent, told(alba)) == ("Alba", SAID)
    assert (cyra.respondent, told(cyra)["2.a"]) == ("Cyra", ("yes", "Cyra's 2.a"))
    assert cyra.answers[0].locator == "sheet S1, column 3, column 1.a"


def test_words_above_the_columns_and_in_other_sheets_are_kept(case):
    rows = [["Replies with a herring"], ["respondent", "1.a action_taken", "1.a text"], ["Alba", "yes", "We lit it."]]
    (case.folder / "replies" / "book.xlsx").write_bytes(xlsx_of(rows, [["", "A gull sat on it."]]))
    add_receipt(case, "book.xlsx", "")
    kept = {one.place.locator: one.value for one in steps.intake(case).findings if one.code == "unplaced_text"}
    assert kept == {"sheet S1, row 1": "Replies with a herring", "sheet S2, row 1": "A gull sat on it."}


def test_a_workbook_of_something_else_is_no_reply(case):
    with pytest.raises(Unreadable) as error:
        read(xlsx_of([["Herring", "Price"], ["small", "3"]]), question_of(case.meeting))
    assert error.value.code == "wrong_questionnaire"
    assert "header" in error.value.expected


@pytest.mark.parametrize("named", ["in each", "in the first"])
def test_a_form_in_a_sheet_for_each_issue_is_one(case, named):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for issue in (1, 2):
        sheet = book.create_sheet(f"Issue {issue}")
        if issue == 1 or named == "in each":
            sheet.append(["Country", "Alba"])
        sheet.append(["Recommendation", "Action taken", "Comments"])
        for one in case.meeting.recommendations:
            if one.issue == issue:
                sheet.append([f"({one.label}) {one.text}", "Yes", f"Lit {one.id}."])
    out = io.BytesIO()
    book.save(out)
    replies = read(out.getvalue(), question_of(case.meeting))
    assert {reply.respondent for reply in replies} == {"Alba"}
    assert [(a.recommendation, a.action_taken, a.text) for reply in replies for a in reply.answers] == [
        (one.id, "yes", f"Lit {one.id}.") for one in case.meeting.recommendations
    ]


@pytest.mark.parametrize(("set_one", "empty"), [(True, False), (1, 0), ("x", ""), ("þ", "o"), ("TRUE", "FALSE")])
def test_flags_in_columns_headed_yes_and_no_are_boxes(case, adopted, set_one, empty):
    rows = [["Country", "Alba"], ["Recommendation", "Yes", "No", "Comments"]]
    for one, (value, text) in SAID.items():
        marks = (set_one, empty) if value == "yes" else (empty, set_one)
        rows.append([f"{one} {adopted[one]}", *marks, text])
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert (told(reply), reply.unplaced) == (SAID, ())


def test_true_and_false_in_a_column_about_action_are_yes_and_no(case, adopted):
    rows = [["Country", "Alba"], ["Recommendation", "Action taken", "Comments"]]
    rows += [[f"{one} {adopted[one]}", value == "yes", text] for one, (value, text) in SAID.items()]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert told(reply) == SAID


def test_a_number_in_a_column_about_action_is_no_mark(case, adopted):
    rows = [["Country", "Alba"], ["Recommendation", "Level of implementation (1 to 5)", "Comments"]]
    rows += [[f"{one} {adopted[one]}", 1, "Lit."] for one in SAID]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert {one.action_taken for one in reply.answers} == {"unclear"}


@pytest.mark.parametrize("number", ["No.", "No", "Ref."])
def test_columns_of_the_forms_own_above_the_first_recommendation_are_told_apart(case, adopted, number):
    heads = [number, "Recommendation", "Action taken", "What was done", "When", "By whom"]
    rows = [["Country", "Alba"], ["Date", "12 May 2031"], heads]
    rows += [[one, adopted[one], value, text, "2030", "Guild of Rowers"] for one, (value, text) in SAID.items()]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert told(reply) == SAID
    assert sum("Guild of Rowers" in words.text for words in reply.unplaced) == len(SAID)


@pytest.mark.parametrize(
    "said",
    ["Country reports were sent to the Secretariat.", "Governments of the coast met.", "The date is 12 May 2031."],
)
def test_an_answer_in_words_of_fields_heads_no_columns(case, adopted, said):
    rows = [["Country", "Alba"], ["Date of submission", "12 May 2031"], ["Recommendation", "Action taken", "Comments"]]
    rows += [[text, "Yes", said if one == "1.a" else ""] for one, text in adopted.items()]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    expected = {one: ("yes", said if one == "1.a" else "") for one in adopted}
    assert (reply.respondent, told(reply)) == ("Alba", expected)


@pytest.mark.parametrize("printed", [True, False], ids=["texts", "labels alone"])
@pytest.mark.parametrize("titles", [True, False], ids=["titles", "no titles"])
def test_a_column_of_the_forms_own_is_no_answer_below_fields_either(case, adopted, titles, printed):
    rows = [["Country", "Alba"], [""], ["Recommendation", "Action taken", "Comments", "Responsible agency"]]
    for one, text in adopted.items():
        if titles and one.endswith("a"):
            rows.append([f"Issue {one[0]}"])
        value, said = SAID[one]
        rows.append([f"{one} {text}" if printed else one, value, said, "Port Office"])
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert told(reply) == SAID
    assert [one.text for one in reply.unplaced if one.text == "Port Office"] == ["Port Office"] * 3


def test_respondents_side_by_side_may_have_rows_that_mean_nothing_here(case):
    rows = [["Survey of lamps", "", ""], *side_by_side("Country"), ["Weather", "Rain", "Fog"]]
    alba, cyra = read(xlsx_of(rows), question_of(case.meeting))
    assert (alba.respondent, told(alba), [words.text for words in alba.unplaced]) == (
        *("Alba", SAID),
        ["Survey of lamps", "Rain"],
    )
    assert (cyra.respondent, [words.text for words in cyra.unplaced]) == ("Cyra", ["Fog"])


@pytest.mark.parametrize(
    ("heads", "answers"),
    [
        (("2029", "2030"), ["2029: Lit.\n2030: All lit.", "2030: Pilots trained.", "2029: No.\n2030: No."]),
        (("Traffic light", "Story"), ["Traffic light: Lit.\nStory: All lit.", "Story: Pilots trained.",
                                      "Traffic light: No.\nStory: No."]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("labels", [("1 (a)", "1 (b)", "2 (a)"), ("1a", "1b", "2a"), ("1.a", "1.b", "2.a")])
def test_columns_of_answers_may_have_heads_of_their_own(case, labels, heads, answers):
    said = (("Lit.", "All lit."), ("", "Pilots trained."), ("No.", "No."))
    rows = [
        ["Country: Alba"],
        ["Recommendation", *heads],
        *([one, *texts] for one, texts in zip(labels, said, strict=True)),
    ]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert [answer.text for answer in reply.answers] == answers
    assert (reply.respondent, reply.answers[2].action_taken) == ("Alba", "no")


def test_one_column_under_a_head_of_its_own_has_the_answers(case):
    rows = [["Country: Alba"], ["Recommendation", "Story"], ["1a", "We lit."], ["1b", ""], ["2a", "Lists."]]
    (reply,) = read(xlsx_of(rows), question_of(case.meeting))
    assert [(one.recommendation, one.text) for one in reply.answers] == [
        ("1.a", "We lit."),
        ("1.b", ""),
        ("2.a", "Lists."),
    ]
