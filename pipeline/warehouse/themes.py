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
    keys = ("meeting_id", "recommendation", "respondent")
    adopted = recommendations.with_columns(respondent=pl.lit(None, pl.String))
    texts = pl.concat([frame.select(*keys, "text") for frame in (adopted, answers)])
    told = texts.select(*keys, theme=themes_of("text")).explode("theme").drop_nulls("theme")
    return frame_of(Themes, told.to_dicts())


def themes_of(column: str) -> pl.Expr:
    """The themes of each text in a column, as lists in the order of `themes.yaml`."""
    return pl.concat_list(
        pl.when(pl.col(column).str.contains(pattern)).then(pl.lit(theme)) for theme, pattern in _patterns().items()
    ).list.drop_nulls()


@cache
def _patterns() -> dict[str, str]:
    data = data_beside(__file__, "themes.yaml")
    return {theme: _pattern(words) for theme, words in data.items()}


def _pattern(words: list[str]) -> str:
    """Where a text has one of the words, whatever follows it; names in capitals stand as they are written."""
    loose = "|".join(re.escape(word) for word in words if not word.isupper())
    names = "|".join(re.escape(word) for word in words if word.isupper())
    return rf"(?i:\b(?:{loose}))" + (rf"|\b(?:{names})\b" if names else "")
