"""Files of a meeting become replies, answers and findings: one case for each finding of intake.

Keeps out: formats (the tests of reading), counting (test_counting.py), single answers (test_answers.py), and contact
data (test_private.py).
"""

import json
import os

import polars as pl
import pytest

from pipeline import steps
from schemas.finding_codes import FINDING_CODES
from tests.intake.faults import CASES
from tests.places import ROOT
from tests.replies import YES, form, put, reply
from tests.workspaces import again, make_workspace, usual_replies


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
    opening, said = found[0].message.split(told.meaning or FINDING_CODES[code].meaning)
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
    named = {code for code in FINDING_CODES if f'"{code}"' in text} - {"style"}  # a word of HTML, too
    assert named == {name.split(":")[0] for name in CASES}


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


@pytest.mark.parametrize("written", ["EST", "ESTMARK", "Port Office of Estmark", "Nowhere", ""])
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
