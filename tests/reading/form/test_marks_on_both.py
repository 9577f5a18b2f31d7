"""Marks on both words, and printed choices beside a written word. Keeps out: single marks (test_marks.py)."""

import pytest

from pipeline.reading.blocks import Run
from pipeline.reading.form.marks import decide
from tests.reading.form.zones import cells, line


@pytest.mark.parametrize(
    ("formats", "evidence"),
    [
        ({"underline": True}, "NO in underline; YES in underline"),
        ({"highlight": True}, "NO in highlight; YES in highlight"),
        ({"struck": True}, "NO in struck; YES in struck"),
        ({"colour": "FF0000"}, "NO in colour; YES in colour"),
        ({"bold": True}, "no mark"),
    ],
)
def test_both_words_formatted_alike_are_both_marked_unless_that_is_how_forms_are_printed(formats, evidence):
    decision = decide(line(Run("YES", **formats), Run(" "), Run("NO", **formats)))
    assert (decision.value, decision.evidence, decision.stated) == ("unclear", evidence, evidence != "no mark")


@pytest.mark.parametrize("formats", [{"underline": True}, {"highlight": True}, {"struck": True}, {"colour": "FF0000"}])
def test_one_word_formatted_is_no_pair(formats):
    decision = decide(line(Run("YES", **formats), Run(" "), Run("NO")))
    assert decision.value == ("no" if "struck" in formats else "yes")


def test_words_in_two_colours_are_not_marked_alike():
    assert decide(line(Run("YES", colour="FF0000"), Run(" "), Run("NO", colour="00FF00"))).stated is False


def test_a_mark_under_a_headed_column_names_the_heading():
    decision = decide(cells(("☐", "☒")), headings={1: "yes", 2: "no"})
    assert decision[:4] == ("no", "☒ at NO", True, None)


def test_nothing_is_said_by_a_comment_that_is_not_there():
    assert decide(line("YES / NO")) == decide(line("YES / NO"), "") == ("unclear", "no mark", False, None, "")


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ((("Yes / No", "Yes"),), "yes"),
        ((("Yes / No", "No"),), "no"),
        ((("Yes / No", ""),), "unclear"),
        ((("Yes / No", "Yes / No"),), "unclear"),
        ((("Yes / No / Yes", "No"),), "no"),
    ],
)
def test_a_printed_choice_counts_for_nothing_beside_the_word_that_is_written(rows, value):
    assert decide(cells(*rows)).value == value


def test_a_printed_choice_that_is_marked_itself_stays():
    blocks = [*line(Run("Yes", bold=True), Run(" / No")), *line("No")]
    assert decide(blocks).value == "unclear"
