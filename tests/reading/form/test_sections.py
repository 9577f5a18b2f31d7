"""Which recommendation a part of a form is for: by its words, its label or its place."""

import pytest

from pipeline.raw.recommendation import Recommendation
from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.numbered import Numbered
from pipeline.reading.form.sections import Section, identify


def asked(*counts, letters=True):
    """Recommendations, so many under each issue."""
    found = []
    for issue, count in enumerate(counts, start=1):
        for at in range(count):
            label = "abcdefgh"[at] if letters else str(at + 1)
            found.append(Recommendation(f"{issue}.{label}", issue, "", label, len(found) + 1, ""))
    return tuple(found)


def part(label="", issue=None, anchor=None, own=None):
    """A part of a form with this label, under this heading, printing this recommendation; `own`: the label names it."""
    return Section("", issue, Numbered(own, label, "") if label else None, anchor)


def identified(parts, *counts, **options):
    return identify(parts, asked(*counts, **options))


def test_printed_words_go_before_the_label():
    assert identified([part("a", 1, anchor="2.a"), part("b", 1)], 2, 1) == ["2.a", "1.b"]


@pytest.mark.parametrize("labels", ["ab a", "12 1", "12 3"])
@pytest.mark.parametrize("letters", [True, False])
def test_labels_restart_or_run_on_as_letters_or_numbers(labels, letters):
    first, second = labels.split()
    parts = [part(label, 1) for label in first] + [part(label, 2) for label in second]
    expected = ["1.a", "1.b", "2.a"] if letters else ["1.1", "1.2", "2.1"]
    assert identified(parts, 2, 1, letters=letters) == expected


def test_numbers_that_run_on_are_told_from_large_ones_of_an_issue():
    """Issue 2 has a sixth recommendation too; the words of one part show that numbers run on."""
    parts = [part(str(n), 1) for n in range(1, 6)] + [part(str(n), 2) for n in range(6, 12)]
    assert identified(parts, 5, 6)[5:] == [f"2.{label}" for label in "abcdef"]
    shown = [part("6", 2, anchor="2.a"), part("7", 2), part("8", 2)]
    assert identified(shown, 5, 8) == ["2.a", "2.b", "2.c"]


def test_without_headings_a_label_that_starts_again_begins_an_issue():
    assert identified([part(label) for label in "abab"], 2, 2) == ["1.a", "1.b", "2.a", "2.b"]


def test_a_label_that_names_its_issue_needs_no_heading():
    assert identified([part("b", own=2), part("a", own=1)], 2, 2) == ["2.b", "1.a"]


def test_roman_labels_stand_for_places():
    assert identified([part("i", 1), part("ii", 1), part("iv", 2)], 2, 4) == ["1.a", "1.b", "2.d"]


def test_a_whole_form_without_labels_goes_by_place():
    assert identified([part() for _ in range(4)], 2, 2) == ["1.a", "1.b", "2.a", "2.b"]


def test_a_part_without_label_follows_the_one_before():
    assert identified([part("a", 1), part(), part("a", 2)], 3, 2) == ["1.a", "1.b", "2.a"]


def test_what_is_nowhere_keeps_what_is_printed():
    assert identified([part("a", 1), part("z", 1), part("9", 2)], 2, 2) == ["1.a", "1.z", "2.9"]
    assert identified([part("b", 1), part()], 2) == ["1.b", "without a label"]


def test_no_recommendation_is_given_twice_by_place():
    assert identified([part(anchor="1.b"), part(anchor="1.a"), part()], 2, 1)[2] != "1.b"


def test_words_under_no_heading_say_which_issue_the_labels_behind_them_belong_to():
    assert identified([part(anchor="2.a"), part("b")], 3, 3) == ["2.a", "2.b"]


def test_the_same_label_again_begins_an_issue_where_there_are_no_headings():
    assert identified([part("a"), part("a"), part("a")], 1, 1, 1) == ["1.a", "2.a", "3.a"]


def test_a_label_as_it_is_printed_goes_before_its_place():
    recommendations = tuple(Recommendation(f"1.{label}", 1, "", label, at, "") for at, label in enumerate("cab", 1))
    assert identify([part("a", 1), part("b", 1), part("c", 1)], recommendations) == ["1.a", "1.b", "1.c"]


@pytest.mark.parametrize(
    ("parts", "ids"),
    [
        pytest.param([part(), part("c", 1)], ["1.a", "1.c"], id="the first of some is the first"),
        pytest.param([part("b", 1), part()], ["1.b", "1.c"], id="one that follows"),
        pytest.param([part("c", 1), part()], ["1.c", "without a label"], id="nothing follows the last"),
        pytest.param([part("z", 1), part()], ["1.z", "without a label"], id="nothing follows what is none"),
        pytest.param([part(anchor="1.a"), part()], ["1.a", "1.b"], id="one that follows printed words"),
        pytest.param([part(), part(anchor="1.a")], ["without a label", "1.a"], id="none is given twice"),
        pytest.param([part("a", 1), part(), part("b", 1)], ["1.a", "without a label", "1.b"], id="nor in a whole form"),
        pytest.param([part("c", 1), part(), part("a", 1)], ["1.c", "1.b", "1.a"], id="place in a whole form"),
    ],
)
def test_parts_without_anything_printed_go_by_place(parts, ids):
    assert identified(parts, 3) == ids


def test_a_label_under_no_heading_is_named_as_of_the_first_issue():
    assert identified([part("z")], 2, 2) == ["1.z"]


def block(table: int, around: int = 0) -> Block:
    """A paragraph in the first cell of a table, 0 for outside tables."""
    return Block((Run("words"),), 1, Cell(table, 1, 1) if table else None, around=around)


@pytest.mark.parametrize(
    ("label_table", "answer_tables", "table", "outside"),
    [
        (0, (), 0, False),
        (0, (), 3, False),
        (2, (), 2, False),
        (2, (), 3, True),
        (2, (), 0, True),
        (2, (3,), 2, False),
        (2, (3,), 3, True),
        (0, (2,), 2, False),
        (0, (2,), 3, True),
        (0, (2,), 0, True),
        (0, (0,), 3, False),
        (0, (2, 3), 3, False),
        (0, (2, 3), 2, True),
        (0, (2, 3, 3), 3, False),
    ],
)
def test_what_stands_outside_the_table_of_the_answer_is_no_part_of_it(label_table, answer_tables, table, outside):
    section = Section("place", table=label_table, answer=[block(one) for one in answer_tables])
    assert section.outside(block(table)) is outside


def test_a_table_in_a_cell_of_the_answer_is_part_of_it():
    assert not Section("place", table=2).outside(block(3, around=2))
