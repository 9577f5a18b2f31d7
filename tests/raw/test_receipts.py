"""receipts.csv: what a line says, and what is refused.

Keeps out: what follows from a receipt (test_counting.py, test_take_in.py).
"""

from datetime import date

import pytest

from pipeline.errors import BadInput
from pipeline.raw.receipts import Receipt, load_receipts

HEADER = "file,respondent,received_on,channel,comment\n"


@pytest.fixture
def load(case):
    """Loads a receipts.csv of this text."""

    def loader(text):
        (case.folder / "receipts.csv").write_text(text, encoding="utf-8")
        return load_receipts(case.folder, case.register)

    return loader


def test_a_meeting_without_the_file_has_no_receipts(case):
    assert load_receipts(case.folder, case.register) == []


def test_a_file_with_nothing_but_its_header_has_no_receipts(load):
    assert load(HEADER) == []


def test_receipts_come_in_the_order_of_the_file_with_their_lines(load):
    assert load(HEADER + "cyra.docx,CYR,2031-05-20,email,\n\nalba.yaml,ALB,2031-05-01,post,by hand\n") == [
        Receipt("replies/cyra.docx", "CYR", date(2031, 5, 20), 2),
        Receipt("replies/alba.yaml", "ALB", date(2031, 5, 1), 4),
    ]


@pytest.mark.parametrize("file", ["alba.yaml", "replies/alba.yaml"])
def test_a_file_may_be_named_with_or_without_its_folder(load, file):
    assert load(HEADER + f"{file},ALB,2031-05-20,,\n")[0].file == "replies/alba.yaml"


def test_a_file_in_a_folder_of_its_own_keeps_it(load):
    assert load(HEADER + "second round/alba.yaml,ALB,2031-05-20,,\n")[0].file == "replies/second round/alba.yaml"


def test_day_and_respondent_may_be_left_out(load):
    assert load(HEADER + "alba.yaml,,,,\n") == [Receipt("replies/alba.yaml", "", None, 2)]


def test_the_same_file_may_stand_on_two_lines(load):
    rows = load(HEADER + "all.yaml,ALB,2031-05-20,,\nall.yaml,CYR,2031-05-21,,\n")
    assert [(row.respondent, row.received_on.day) for row in rows] == [("ALB", 20), ("CYR", 21)]


@pytest.mark.parametrize(
    ("row", "column", "found", "expected"),
    [
        pytest.param("a.yaml,XXX,2031-05-20,,", "respondent", "XXX", "a code of respondents.csv", id="unknown code"),
        pytest.param("a.yaml,Alba,2031-05-20,,", "respondent", "Alba", "a code of respondents.csv", id="a name"),
        pytest.param("a.yaml,alb,2031-05-20,,", "respondent", "alb", "a code of respondents.csv", id="small letters"),
        pytest.param("a.yaml,ALB,05/06/2031,,", "received_on", "05/06/2031", "2031-05-06 or 2031-06-05", id="two days"),
        pytest.param("a.yaml,ALB,2031-05-32,,", "received_on", "2031-05-32", "year-month-day", id="no such day"),
        pytest.param("a.yaml,ALB,20 May,,", "received_on", "20 May", "year-month-day", id="month in words"),
        pytest.param("a.yaml,ALB,2031-W21-2,,", "received_on", "2031-W21-2", "year-month-day", id="a week"),
        pytest.param("a.yaml,ALB,2031-05-20T10:00,,", "received_on", "T10:00", "year-month-day", id="a time"),
        pytest.param(",ALB,2031-05-20,,", "file", "nothing", "a value", id="no file"),
        pytest.param("a, b.yaml,ALB,2031-05-20,,", "row", "6 cells", "5 cells", id="bare comma"),
    ],
)
def test_a_bad_line_is_told_with_line_and_column(load, row, column, found, expected):
    with pytest.raises(BadInput) as caught:
        load(HEADER + "good.yaml,CYR,2031-05-01,,\n" + row + "\n")
    message = str(caught.value)
    assert message.startswith(f"raw/harb-12/receipts.csv:3: {column}: found ")
    shown, wanted = message.split(": found ")[1].split(", expected ")
    assert found in shown
    assert expected in wanted


def test_another_header_is_told(load):
    with pytest.raises(
        BadInput, match=r"receipts\.csv:1: header: found 'file,respondent', expected file,respondent,re"
    ):
        load("file,respondent\n")
