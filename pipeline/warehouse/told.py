"""What answers report and cite, as tables: derived.figures_reported and derived.references_cited.

Keeps out: how figures and references are found (`text/quantities.py`, `text/references.py`).
"""

from collections.abc import Callable, Iterator

import polars as pl
import sentencex

from pipeline.text.quantities import quantities_in
from pipeline.text.references import references_in
from pipeline.validate import frame_of
from schemas.derived import FiguresReported, ReferencesCited

TOLD = ("derived.figures_reported", "derived.references_cited")


def told_tables(answers: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The tables by name, from the rows of core.answers."""
    return {
        "derived.figures_reported": frame_of(FiguresReported, _rows(answers, _figures)),
        "derived.references_cited": frame_of(ReferencesCited, _rows(answers, _references)),
    }


def _rows(answers: pl.DataFrame, told: Callable[[str], Iterator[dict]]) -> list[dict]:
    keys = ("meeting_id", "answer_id", "respondent", "recommendation")
    return [
        {name: row[name] for name in keys} | {"number": number} | one
        for row in answers.filter(pl.col("text") != "").iter_rows(named=True)
        for number, one in enumerate(told(row["text"]), start=1)
    ]


def _figures(text: str) -> Iterator[dict]:
    for sentence in sentencex.segment("en", text):
        shown = " ".join(sentence.split())
        for one in quantities_in(shown):
            figures = {"value": one.value, "unit": one.unit, "period": one.period, "written": one.written}
            yield figures | {"sentence": shown}


def _references(text: str) -> Iterator[dict]:
    for one in references_in(" ".join(text.split())):
        yield {"kind": one.kind, "text": one.text}
