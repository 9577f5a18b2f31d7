"""Which themes recommendations and answers have: the rows of derived.themes.

A theme is told by words (`themes.yaml`); a text may have several or none. Keeps out: what answers report and cite
(`told.py`).
"""

import re
from functools import cache

import polars as pl

from pipeline.text.data_file import data_beside
from pipeline.validate import frame_of
from schemas.derived import Themes

THEMES = "derived.themes"


def theme_table(recommendations: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """derived.themes, from the rows of core.recommendations and core.answers of one meeting."""
    told = [
        {
            "meeting_id": row["meeting_id"],
            "theme": theme,
            "recommendation": row["recommendation"],
            "respondent": row.get("respondent"),
        }
        for row in (*recommendations.to_dicts(), *answers.to_dicts())
        for theme in themes_of(row["text"])
    ]
    return frame_of(Themes, told)


def themes_of(text: str) -> list[str]:
    """The themes of a text, in the order of `themes.yaml`."""
    return [theme for theme, pattern in _patterns().items() if pattern.search(text)]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = data_beside(__file__, "themes.yaml")
    return {theme: _pattern(words) for theme, words in data.items()}


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Where a text has one of the words, whatever follows it; names in capitals stand as they are written."""
    loose = "|".join(re.escape(word) for word in words if not word.isupper())
    names = "|".join(re.escape(word) for word in words if word.isupper())
    return re.compile(rf"(?i:\b(?:{loose}))" + (rf"|\b(?:{names})\b" if names else ""))
