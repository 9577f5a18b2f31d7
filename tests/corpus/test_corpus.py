"""The corpus keeps its own promises: enough cases, well mixed, complete, readable, and saved again without loss.

Keeps out: what the program's reader makes of the forms.
"""

import io
import re
import zipfile
from collections import defaultdict
from datetime import date

import docx
import pytest
from lxml import etree

from pipeline.raw.meeting import load_meeting
from pipeline.raw.respondents import load_register
from tests.corpus import content
from tests.corpus.cases import CASES, build, truth
from tests.corpus.layouts import LAYOUTS
from tests.corpus.marking import MARKS
from tests.corpus.package import NAMESPACES
from tests.corpus.quirks import ANSWER_QUIRKS, DATE_QUIRKS, INK_QUIRKS, NAME_QUIRKS, NAMES
from tests.corpus.resave import FOLDER, PRINTED, ROUTES
from tests.corpus.table import FILE, cases_table

EVERY = [pytest.param(case, id=name) for name, case in CASES.items()]
RESAVED = sorted(name for names in ROUTES.values() for name in names)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def body_of(data: bytes):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def seen(data: bytes) -> str:
    """What can be read in a form, without white space, each text box once."""
    body = body_of(data)
    for copy in body.iter(f"{{{NAMESPACES['mc']}}}Fallback"):
        copy.clear()
    return squeezed("".join(text.text or "" for text in body.iter(f"{{{NAMESPACES['w']}}}t")))


def tables_of(data: bytes) -> dict[str, int]:
    """How many tables, rows and cells a form has."""
    body = body_of(data)
    return {tag: sum(1 for _ in body.iter(f"{{{NAMESPACES['w']}}}{tag}")) for tag in ("tbl", "tr", "tc")}


def lines_of(case) -> list[str]:
    """Every line that a form is to show."""
    said = truth(case)
    texts = [said.respondent, said.date, said.general, *said.contact.values()]
    texts += [text for answer in said.answers.values() for text in (answer.lead, answer.text)]
    return [content.loose(line) for text in texts for line in re.split(r"[\n\v]", text)]


def test_the_table_of_cases_is_the_one_of_the_cases():
    assert FILE.read_text(encoding="utf-8") == cases_table()


def test_there_are_enough_cases_and_a_third_are_saved_again():
    assert len(CASES) >= 72
    assert len(RESAVED) == len(set(RESAVED)) >= max(24, len(CASES) / 3)
    assert sorted(path.stem for path in FOLDER.glob("*.docx")) == RESAVED
    assert sorted(path.stem for path in FOLDER.glob("*.pdf")) == sorted(PRINTED)


def test_layouts_meet_marks_and_marks_meet_layouts():
    marks, layouts = defaultdict(set), defaultdict(set)
    for case in CASES.values():
        marks[case.layout].add(case.mark)
        layouts[case.mark].add(case.layout)
    assert set(marks) == set(LAYOUTS)
    assert set(layouts) == set(MARKS)
    assert min(map(len, marks.values())) >= 4
    assert min(map(len, layouts.values())) >= 3


def test_signs_stand_in_columns_only_where_they_need_no_word():
    assert all(MARKS[case.mark].in_column for case in CASES.values() if LAYOUTS[case.layout].columns)


def test_every_quirk_is_used():
    assert {case.code for case in CASES.values()} == set(NAMES)
    assert {case.name_quirk for case in CASES.values()} == set(NAME_QUIRKS)
    assert {case.date_quirk for case in CASES.values()} == set(DATE_QUIRKS)
    assert {quirk for case in CASES.values() for quirk in case.quirks} == {*INK_QUIRKS, *ANSWER_QUIRKS}


def test_every_kind_of_answer_is_given():
    answers = [answer for case in CASES.values() for answer in truth(case).answers.values()]
    kinds = {(answer.action, bool(answer.text)) for answer in answers}
    assert kinds == {(action, full) for action in ("yes", "no") for full in (True, False)} | {
        ("unclear", True),
        ("", False),
    }
    lengths = [len(answer.text.split()) for answer in answers if answer.text]
    assert min(lengths) < 12
    assert 190 < max(lengths) <= 200
    assert {truth(case).consent for case in CASES.values()} == {"yes", "no", "", "unclear"}


def test_the_meeting_and_the_register_can_be_read(tmp_path):
    folder = tmp_path / "life-7"
    folder.mkdir()
    (tmp_path / "respondents.csv").write_text(content.REGISTER, encoding="utf-8")
    (folder / "meeting.yaml").write_text(content.MEETING, encoding="utf-8")
    assert {respondent.code for respondent in load_register(tmp_path / "respondents.csv").respondents} == set(NAMES)
    meeting = load_meeting(folder, invitable=frozenset({"COAST", "HCI"}))
    assert [item.text for item in meeting.recommendations] == list(content.RECOMMENDATIONS["en"].values())


@pytest.mark.parametrize("case", EVERY)
def test_a_truth_is_complete(case):
    said, layout = truth(case), LAYOUTS[case.layout]
    assert tuple(said.contact) == content.CONTACT
    assert tuple(said.answers) == content.KEYS
    assert {key for key, value in said.contact.items() if value} <= set(layout.contact)
    assert said.code in NAMES
    assert bool(said.date) == bool(said.date_iso)
    if said.date_iso:
        assert date(2031, 5, 1) <= date.fromisoformat(said.date_iso) <= date(2031, 5, 30)
    assert layout.consent or not said.consent
    assert layout.general or not said.general


@pytest.mark.parametrize("case", EVERY)
def test_a_form_opens_and_shows_all_that_is_said(case):
    data = build(case)
    assert docx.Document(io.BytesIO(data)).element.body is not None
    shown = seen(data)
    assert [line for line in lines_of(case) if squeezed(line) not in shown] == []


@pytest.mark.parametrize("case", EVERY[::10])
def test_a_case_always_gives_the_same_form(case):
    assert build(case) == build(case)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.left_out])
def test_a_recommendation_left_out_is_not_in_the_form(name):
    case = CASES[name]
    text = content.RECOMMENDATIONS[LAYOUTS[case.layout].language][case.left_out]
    assert squeezed(text) not in seen(build(case))


@pytest.mark.parametrize("name", RESAVED)
def test_a_form_saved_again_still_shows_all_that_is_said(name):
    data = (FOLDER / f"{name}.docx").read_bytes()
    assert docx.Document(io.BytesIO(data)).element.body is not None
    assert b"LibreOffice" in zipfile.ZipFile(io.BytesIO(data)).read("docProps/app.xml")
    shown = seen(data)
    assert [line for line in lines_of(CASES[name]) if squeezed(line) not in shown] == []
    assert tables_of(data) == tables_of(build(CASES[name]))
