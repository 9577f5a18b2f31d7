"""Findings: one sentence each, the row kept, and the table they become.

Keeps out: which findings are raised when (test_take_in.py and others).
"""

import json

import pytest

from pipeline.findings import Finding, Place, finding, findings_frame, union
from pipeline.text.one_line import one_line, shorten
from pipeline.validate import require
from schemas.finding_codes import FINDING_CODES
from schemas.quality import FoundByStep

PLACE = Place("core.answers", "ALB", "1.a", "replies/a.yaml")


def make(**fields):
    """A finding about an answer of Alba, with some fields of its own."""
    place = PLACE.at(**{name: fields.pop(name) for name in ("locator", "file") if name in fields})
    return finding("action_unclear", place, **{"found": "two marks", "expected": "yes or no", **fields})


def test_a_message_says_place_meaning_found_and_expected():
    assert make(locator="line 4").message == (
        "replies/a.yaml, line 4: neither yes nor no, or both, are marked: found two marks, expected yes or no."
    )


@pytest.mark.parametrize(
    ("place", "opening"),
    [
        ({"file": "replies/a.yaml"}, "replies/a.yaml: "),
        ({"file": "replies/a.yaml", "locator": "line 4"}, "replies/a.yaml, line 4: "),
        ({"file": None, "respondent": "ALB", "recommendation": "1.a"}, "ALB 1.a: "),
        ({"recommendation": "1.a"}, "1.a: "),
        ({}, ""),
    ],
)
def test_a_message_opens_with_the_place_as_far_as_it_is_known(place, opening):
    message = finding("late_reply", Place(**place), found="x", expected="y").message
    assert message.startswith(opening + FINDING_CODES["late_reply"].meaning)


@pytest.mark.parametrize("code", FINDING_CODES)
def test_every_code_has_severity_meaning_and_action(code):
    made = finding(code, PLACE, found="this", expected="that")
    assert made.severity in ("error", "warning")
    assert made.action.endswith(".")
    assert not FINDING_CODES[code].meaning.endswith(".")
    assert made.message.endswith(": found this, expected that.")


@pytest.mark.parametrize(
    "found", ["one\ntwo", "one\r\n\t two", "one\x07 two", "one\x00two", "one\u2028two", "one\x1btwo"]
)
def test_a_message_stays_on_one_line_without_control_characters(found):
    message = make(found=found).message
    assert "found one two, expected" in message
    assert message.isprintable()


def test_a_code_that_is_not_in_the_list_is_a_fault():
    with pytest.raises(KeyError):
        finding("no_such_code", PLACE, found="x", expected="y")


def test_the_value_is_what_was_found_unless_another_is_given():
    assert make().value == "two marks"
    assert make(value="yes no").value == "yes no"


def test_the_row_is_kept_as_json_in_its_own_letters():
    row = {"text": "Été 灯塔\n“x”", "words": 2, "publish": None}
    kept = make(row=row).row
    assert json.loads(kept) == row
    assert "Été 灯塔" in kept
    assert make().row is None


def test_an_empty_row_is_not_the_same_as_none():
    assert make(row={}).row == "{}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("a" * 80, "a" * 80),
        ("a" * 81, "a" * 79 + "…"),
        ("one\n\n two", "one two"),
        ("", ""),
    ],
)
def test_what_was_found_is_shown_shortened(text, shown):
    assert shorten(text) == shown


def test_one_line_keeps_printable_letters():
    assert one_line(" Été\t灯塔 ⚓ ") == "Été 灯塔 ⚓"


def test_findings_become_a_table_that_fits_its_model():
    found = [
        make(),
        finding("late_reply", PLACE, found="x", expected="y", row={"a": 1}),
        finding("no_text", Place(), found="", expected=""),
    ]
    frame = findings_frame("harb-12", found)
    require(FoundByStep, frame, "quality.note_findings")
    assert frame["number"].to_list() == [1, 2, 3]
    assert frame["severity"].to_list() == ["warning", "warning", "error"]
    assert frame["meeting_id"].unique().to_list() == ["harb-12"]
    assert frame.row(0, named=True)["recommendation"] == "1.a"


def test_no_findings_are_an_empty_table():
    frame = findings_frame("harb-12", [])
    require(FoundByStep, frame, "quality.note_findings")
    assert frame.height == 0


def test_the_findings_of_all_stages_are_numbered_through_in_one_table():
    first, second = [make(), make(found="three marks")], [make(found="no mark")]
    together = union(findings_frame("harb-12", first), findings_frame("harb-12", second))
    assert together.equals(findings_frame("harb-12", [*first, *second]))


def test_a_place_is_told_more_closely_without_changing_the_one_it_came_from():
    assert PLACE.at(locator="line 4") == Place("core.answers", "ALB", "1.a", "replies/a.yaml", "line 4")
    assert PLACE.locator is None


def test_half_a_character_in_a_value_does_not_keep_findings_from_their_table():
    frame = findings_frame("harb-12", [make(found="Alba \ud800", row={"text": "\ud83d"}, value="\udce9")])
    assert frame.height == 1


def test_a_finding_cannot_be_changed():
    with pytest.raises(AttributeError):
        Finding("late_reply", PLACE, "text").code = "no_text"
