"""Themes of recommendations and answers. Keeps out: what is counted by them (test_derive.py)."""

import pytest

from pipeline.warehouse.themes import themes_of


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("We notify through PEN Online.", ["precursors"]),
        ("Precursor chemicals are controlled at seaports.", ["precursors", "borders and containers"]),
        ("The pics on the wall.", []),
        ("Users of PICS.", ["precursors"]),
        ("Trafficking in heroin and cocaine", ["opiates", "cocaine"]),
        ("The brainstorming went well.", []),
        ("Officers were trained in forensic laboratories.", ["training and capacity", "forensics"]),
    ],
)
def test_words_tell_themes_at_their_beginning(text, themes):
    assert themes_of(text) == themes


def test_rows_are_about_recommendations_and_answers(made):
    rows = made.table("derived.themes").to_dicts()
    assert {row["meeting_id"] for row in rows} == {"harb-12"}
    texts = {(row["recommendation"], None): row["text"] for row in made.table("core.recommendations").to_dicts()}
    texts |= {(row["recommendation"], row["respondent"]): row["text"] for row in made.table("core.answers").to_dicts()}
    assert {(row["recommendation"], row["respondent"], row["theme"]) for row in rows} == {
        (*key, theme) for key, text in texts.items() for theme in themes_of(text)
    }
    assert rows
