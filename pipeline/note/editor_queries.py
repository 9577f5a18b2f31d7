"""Queries that editors left beside the note, as findings until they are answered.

Keeps out: the file that keeps them (`raw/queries.py`).
"""

from collections.abc import Iterable

from pipeline.findings import Finding, Place, finding
from pipeline.note.paragraphs import TABLE
from pipeline.raw.queries import FILE, Query


def query_findings(queries: Iterable[Query], answers: Iterable[dict]) -> list[Finding]:
    """A finding for each query that has not been answered; `answers` are rows of core.answers."""
    about = {row["answer_id"]: (row["respondent"], row["recommendation"]) for row in answers}
    return [
        finding(
            "editor_query",
            Place(TABLE, *_whose(one.answer, about), FILE, f"line {one.line}"),
            found=f"{one.by}: {one.text}" if one.by else one.text,
            expected="an answer",
            value=one.text,
            case=one.about,
        )
        for one in queries
        if not one.answered
    ]


def _whose(answer: str, about: dict[str, tuple[str, str]]) -> tuple[str | None, str | None]:
    """Respondent and recommendation of an answer's id; a recommendation's id has no respondent."""
    if answer in about:
        return about[answer]
    parts = answer.split(":")
    # The answer may have gone since: its id still says whose it was.
    return (parts[-2], parts[-1]) if len(parts) > 2 else (None, answer or None)
