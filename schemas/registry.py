"""The one list of tables, in the order the pipeline makes them.

A table's name is at the same time its Dagster asset key, its folder in the lake, its SQL file where it has
one, and its name in the published warehouse. Keeps out: the columns (one file per schema).
"""

from dataclasses import dataclass

import pandera.polars as pa

from schemas import core, derived, quality, raw


@dataclass(frozen=True)
class Table:
    """A table of the warehouse.

    `per_meeting` tables have one Parquet file a meeting; the register has one for all.
    `published` is false for what only hands rows from one step to the next. `from_raw` is false for what follows from
    an earlier run as well: no manifest vouches for it.
    """

    name: str
    model: type[pa.DataFrameModel]
    per_meeting: bool = True
    published: bool = True
    from_raw: bool = True

    @property
    def schema(self) -> str:
        """First part of the name, such as core."""
        return self.name.split(".")[0]

    @property
    def asset_key(self) -> list[str]:
        """The name as a Dagster asset key."""
        return self.name.split(".")

    @property
    def description(self) -> str:
        """What one row is, from the model's docstring, on one line."""
        return " ".join((self.model.__doc__ or "").split())

    @property
    def key(self) -> list[str]:
        """Columns that together name a row."""
        return list(self.model.to_schema().unique or [])


TABLES = (
    Table("raw.files", raw.Files, published=False),
    Table("core.respondents", core.Respondents, per_meeting=False),
    Table("core.meetings", core.Meetings),
    Table("core.recommendations", core.Recommendations),
    Table("core.replies", core.Replies),
    Table("core.answers", core.Answers),
    Table("quality.intake_findings", quality.FoundByStep, published=False),
    Table("derived.note_paragraphs", derived.NoteParagraphs),
    Table("derived.word_budget", derived.WordBudget),
    Table("derived.paragraph_changes", derived.ParagraphChanges, from_raw=False),
    Table("quality.note_findings", quality.FoundByStep, published=False),
    Table("quality.findings", quality.Findings),
    Table("derived.response_matrix", derived.ResponseMatrix),
    Table("derived.recommendation_coverage", derived.RecommendationCoverage),
    Table("derived.respondent_summary", derived.RespondentSummary),
    Table("derived.figures_reported", derived.FiguresReported),
    Table("derived.references_cited", derived.ReferencesCited),
)


@dataclass(frozen=True)
class View:
    """A view of the published warehouse: what depends on the day it is asked for, so that no file can hold it."""

    name: str
    description: str
    columns: dict[str, str]
    sql: str


VIEWS = (
    View(
        "derived.life_cycle",
        "One row per meeting: its stage today, from its dates and from whether its note was issued.",
        {
            "meeting_id": "Meeting: the name of its folder in raw/.",
            "stage": "planned: not sent out yet; open: replies are taken; closing: no longer; issued: the note is out.",
            "dispatched": "Day the questionnaire was sent out.",
            "cutoff": "Last day on which replies are taken.",
            "days_left": "Days from today to the cut-off; negative: it is over.",
            "note_date": "Date on the note's masthead.",
        },
        """
        SELECT meeting_id,
            CASE WHEN issued THEN 'issued' WHEN current_date < dispatched THEN 'planned'
                WHEN current_date <= coalesce(as_at, deadline) THEN 'open' ELSE 'closing' END AS stage,
            dispatched, coalesce(as_at, deadline) AS cutoff,
            CAST(coalesce(as_at, deadline) - current_date AS BIGINT) AS days_left, note_date
        FROM core.meetings
        """,
    ),
)

BY_NAME = {table.name: table for table in TABLES}
PUBLISHED = tuple(table for table in TABLES if table.published)
