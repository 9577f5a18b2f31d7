"""Themes of recommendations and answers. Keeps out: what is counted by them (test_derive.py)."""

import polars as pl
import pytest

from pipeline.warehouse.themes import themes_of


def themes_in(texts: list[str]) -> list[list[str]]:
    return pl.DataFrame({"text": texts}).select(themes_of("text")).to_series().to_list()


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
    assert themes_in([text]) == [themes]


def test_rows_are_about_recommendations_and_answers(made):
    rows = made.table("derived.themes").to_dicts()
    assert {row["meeting_id"] for row in rows} == {"harb-12"}
    texts = {(row["recommendation"], None): row["text"] for row in made.table("core.recommendations").to_dicts()}
    texts |= {(row["recommendation"], row["respondent"]): row["text"] for row in made.table("core.answers").to_dicts()}
    themes = dict(zip(texts, themes_in(list(texts.values())), strict=True))
    assert {(row["recommendation"], row["respondent"], row["theme"]) for row in rows} == {
        (*key, theme) for key, found in themes.items() for theme in found
    }
    assert rows
