"""Tables with headed columns, told from tables of labels and values."""

import pytest

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.columns import columns_of
from pipeline.reading.form.lines import FIELDS


def table(*rows, number=1):
    """A table with a paragraph in each cell; a cell of None is joined with the one before it."""
    return [
        Block((Run(text),), 1, Cell(number, row, column))
        for row, cells in enumerate(rows, start=1)
        for column, text in enumerate(cells, start=1)
        if text is not None
    ]


def roles(*rows):
    blocks = table(*rows)
    found, headed = columns_of(blocks, [block.text for block in blocks], FIELDS)
    return {place[1:]: role for place, role in found.items()}, {row for _, row in headed}


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Recommendation", "Action taken", "Comments"), ["recommendation", "action", "comment"]),
        (
            ("No.", "Recommendation", "Action taken (Yes/No)", "Details"),
            ["number", "recommendation", "action", "comment"],
        ),
        (("Recommendations", "Yes", "No", "Remarks"), ["recommendation", "yes", "no", "comment"]),
        (("Ref.", "Text of the recommendation", "Response"), ["number", "recommendation", "comment"]),
        (("Recomendación", "Medidas adoptadas", "Comentarios"), ["recommendation", "action", "comment"]),
        (("Recommandation", "Mesures prises", "Observations"), ["recommendation", "action", "comment"]),
        (("Рекомендация", "Принятые меры", "Комментарии"), ["recommendation", "action", "comment"]),
        (("Any action taken?", "Please elaborate"), ["action", "comment"]),
        (("Name of country", "Date of submission"), ["country", "submitted_on"]),
        (("Recommendation", "Degree of implementation", "Remarks"), ["recommendation", "action", "comment"]),
        (
            ("Recommendation", "Action taken?", "If yes, please describe", "If no, why not?"),
            ["recommendation", "action", "comment", "comment"],
        ),
        (("Issue", "Recommendation", "Status", "Measures taken"), ["issue", "recommendation", "action", "comment"]),
        (
            ("No.", "Recommendation", "Implemented? (Y/N)", "Remarks"),
            ["number", "recommendation", "action", "comment"],
        ),
        (("Rec.", "Implemented?", "Comments"), ["number", "action", "comment"]),
        (("No.", "Recommendation", "Yes", "No"), ["number", "recommendation", "yes", "no"]),
        (("No.", "Action taken", "Reply"), ["number", "action", "comment"]),
        (("Yes", "No", "Recommendation", "Comments"), ["yes", "no", "recommendation", "comment"]),
        (
            ("Recommendation", "Action taken", "Comments (if yes, what; if no, why)"),
            ["recommendation", "action", "comment"],
        ),
        (
            ("Recommendation", "Responsible ministry", "Action taken", "Comments"),
            ["recommendation", "other", "action", "comment"],
        ),
    ],
)
def test_a_heading_row_gives_each_column_its_meaning(heads, expected):
    found, headed = roles(heads, tuple("x" for _ in heads))
    assert [found.get((2, column)) for column in range(1, len(heads) + 1)] == expected
    assert headed == {1}


def test_yes_and_no_may_stand_in_a_second_row():
    found, headed = roles(
        ("Recommendation", "Action taken", None, "Comments"), ("", "Yes", "No", ""), ("Light lamps.", "", "X", "Soon.")
    )
    assert [found[3, column] for column in (1, 2, 3, 4)] == ["recommendation", "yes", "no", "comment"]
    assert headed == {1, 2}


def test_a_row_across_the_table_has_no_columns():
    found, _ = roles(
        ("Recommendation", "Action taken", "Comments"), ("Issue 1", None, None), ("Light lamps.", "Yes", "")
    )
    assert not any(row == 2 for row, _ in found)
    assert (3, 1) in found


@pytest.mark.parametrize(
    "rows",
    [
        (("Name of country:", "Alba"), ("Date of submission:", "20 May")),
        (("Telephone", "", "Fax", ""), ("E-mail", "a@example.org", "", "")),
        (("Any action taken", "YES", "NO"), ("Comments:", "We lit the lamps.", "")),
        (("Any action taken", "NO", ""), ("Comments:", "", "")),
        (("YES", "NO"), ("X", "")),
        (("Comments", "Yes."), ("Recommendation (b)", "Light every lamp.")),
        (("Recommendation", "Action taken", "Comments"),),
        (("Recommendation (a)", "Light every lamp."), ("Any action taken", "Yes"), ("Comments", "Soon.")),
    ],
)
def test_labels_with_values_are_no_headings(rows):
    assert roles(*rows) == ({}, set())


def test_a_label_alone_in_its_row_is_one_where_nothing_was_written():
    found, _ = roles(("Recommendation", "Details"), ("1.a", "Lit."), ("1.b", None), ("Behind", None))
    assert found == {(2, 1): "recommendation", (2, 2): "comment", (3, 1): "recommendation"}


def test_a_recommendation_alone_in_its_row_is_one_where_nothing_was_written():
    rows = (("Reply", "Yes/No", "Recommendation"), ("Lit.", "Yes", "Light lamps."), (None, None, "Dig."))
    blocks = table(*rows, ("Late.", "No", "Train pilots."))
    asked = {"Light lamps.", "Dig.", "Train pilots."}
    found, _ = columns_of(blocks, [block.text for block in blocks], FIELDS, lambda text: text in asked)
    assert [found.get(Cell(1, row, 3)) for row in (2, 3, 4)] == ["recommendation"] * 3


def test_a_second_heading_row_stays_one_where_somebody_wrote_into_it():
    found, headed = roles(
        ("Recommendation", "Action taken", None, "Comments"),
        ("We like herrings.", "Yes", "No", ""),
        ("Light lamps.", "", "X", "Soon."),
    )
    assert [found[3, column] for column in (1, 2, 3, 4)] == ["recommendation", "yes", "no", "comment"]
    assert headed == {1, 2}


def test_the_two_words_in_every_row_are_no_headings():
    found, headed = roles(
        ("Recommendation", "Action taken", None, "Comments"),
        ("Light lamps.", "Yes", "No", "Done."),
        ("Train pilots.", "Yes", "No", "Soon."),
    )
    assert found[2, 1] == "recommendation"
    assert headed == {1}


def test_a_column_of_recommendations_is_theirs_whatever_heads_it():
    rows = (("Rec.", "Text", "Status", "Measures taken"), ("1", "Light lamps.", "Done", "Lit."), ("2", "Dig.", "", ""))
    blocks = table(*rows, ("3", "Own words.", "", ""))
    asked = {"Light lamps.", "Dig."}
    found, headed = columns_of(blocks, [block.text for block in blocks], FIELDS, lambda text: text in asked)
    assert [found[Cell(1, 2, column)] for column in (1, 2, 3, 4)] == ["number", "recommendation", "action", "comment"]
    assert set(headed) == {(1, 1)}
