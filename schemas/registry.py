"""The one list of tables, in the order the pipeline makes them.

A table's name is at the same time its Dagster asset key, its folder in the lake, its SQL file where it has
one, and its name in the published warehouse. Keeps out: the columns (one file per schema).
"""

from dataclasses import dataclass

import pandera.polars as pa

from schemas import across, asked, core, derived, quality, raw


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
    Table("derived.themes", derived.Themes),
)


# Made of all meetings when the warehouse is published; they lie in the published file alone.
ACROSS = (
    Table("derived.respondent_history", across.RespondentHistory, per_meeting=False),
    Table("derived.body_trend", across.BodyTrend, per_meeting=False),
)

# Views of the published file, in an order in which each follows those it reads. None is an asset: nothing makes them.
VIEWS = (
    Table("derived.life_cycle", asked.LifeCycle, per_meeting=False),
    Table("derived.outstanding_replies", asked.OutstandingReplies, per_meeting=False),
    Table("main.who_has_not_replied", asked.WhoHasNotReplied, per_meeting=False),
    Table("main.what_they_said", asked.WhatTheySaid, per_meeting=False),
    Table("main.who_reported_on", asked.WhoReportedOn, per_meeting=False),
    Table("main.what_changed", asked.WhatChanged, per_meeting=False),
    Table("main.what_is_wrong", asked.WhatIsWrong, per_meeting=False),
)

BY_NAME = {table.name: table for table in (*TABLES, *ACROSS, *VIEWS)}
PUBLISHED = tuple(table for table in TABLES if table.published)
# The tables of the published file.
IN_THE_FILE = (*PUBLISHED, *ACROSS)
