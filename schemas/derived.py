"""Tables of schema derived: what follows from core and quality, each made by one SELECT or by the note.

Keeps out: how they are made (`pipeline/warehouse/sql/`, `pipeline/note/`).
"""

import pandera.polars as pa
import polars as pl

from schemas import columns as c
from schemas.vocabulary import (
    CHANGES,
    COMPARED_WITH,
    MATRIX_STATUSES,
    PARAGRAPH_KINDS,
    PARAGRAPH_SOURCES,
    REFERENCE_KINDS,
    TIMELINESS,
)


class ResponseMatrix(c.TableModel):
    """One row per meeting, respondent and recommendation, for all who were invited or replied."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    recommendation: c.RecommendationId
    status: pl.String = pa.Field(
        isin=MATRIX_STATUSES,
        description=(
            "Status of the answer, or: covered_by_general (only a general statement), not_in_form (the reply lacks "
            "this recommendation), late (only a late reply), no_reply."
        ),
    )
    action_taken: c.maybe(c.ActionTaken, "without an answer that counts")
    words: c.Words
    answer_id: c.maybe(c.AnswerId, "where there is none")

    class Config:
        unique = ["meeting_id", "respondent", "recommendation"]


class RecommendationCoverage(c.TableModel):
    """One row per meeting and recommendation: how many answered it and what they said."""

    meeting_id: c.MeetingId
    recommendation: c.RecommendationId
    invited: pl.Int64 = c.count("Respondents invited, and others who replied.")
    replied: pl.Int64 = c.count("Respondents whose reply counts.")
    answered: pl.Int64 = c.count("Respondents with text for this recommendation, general statements included.")
    took_action: pl.Int64 = c.count("Respondents that marked yes.")
    no_action: pl.Int64 = c.count("Respondents that marked no.")
    blank: pl.Int64 = c.count("Respondents whose reply leaves it blank, not applicable or out of the form.")
    covered_by_general: pl.Int64 = c.count("Respondents that covered it by a general statement only.")
    words: c.Words

    class Config:
        unique = ["meeting_id", "recommendation"]


class RespondentSummary(c.TableModel):
    """One row per meeting and respondent, for all who were invited or replied."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    received_on: c.ReceivedOn
    timeliness: pl.String = pa.Field(
        isin=TIMELINESS, description="Whether the reply came by the cut-off; unknown: no day of receipt is known."
    )
    answered: c.Answered
    coverage: c.Coverage
    words: c.Words
    publish: c.Publish
    findings: pl.Int64 = c.count("Open findings about this respondent: those nobody has accepted.")

    class Config:
        unique = ["meeting_id", "respondent"]


class NoteParagraphs(c.TableModel):
    """One row per meeting and paragraph number: the note's paragraphs, each traced to where it came from."""

    meeting_id: c.MeetingId
    number: pl.Int64 = pa.Field(ge=1, description="Number of the paragraph in the note, from 1 without a gap.")
    kind: pl.String = pa.Field(isin=PARAGRAPH_KINDS, description="Part of the note the paragraph belongs to.")
    recommendation: c.maybe(c.RecommendationId, "where there is none")
    respondent: c.maybe(c.Respondent, "where there is none")
    text: pl.String = pa.Field(str_length={"min_value": 1}, description="Text of the paragraph, without number.")
    words: c.Words
    source: pl.String = pa.Field(
        isin=PARAGRAPH_SOURCES,
        description="template: introduction; editorial: an editor's text; draft: from the answer; reported: as is.",
    )
    answer_id: c.maybe(c.AnswerId, "where there is none")
    file: c.maybe(c.File, "where there is none")
    sha256: c.maybe(c.Sha256, "where it cannot be read")
    locator: c.maybe(c.Locator, "where the whole file is meant")
    sentences_used: pl.String = pa.Field(
        nullable=True,
        description="Numbers of the answer's sentences the paragraph is made of, separated by semicolons.",
    )

    class Config:
        unique = ["meeting_id", "number"]

    @pa.dataframe_check(error="every response paragraph is traced to an answer and a file")
    def response_is_traced(cls, data):
        traced = pl.all_horizontal(
            pl.col(name).is_not_null() for name in ("recommendation", "respondent", "answer_id", "file", "sha256")
        )
        return data.lazyframe.select((pl.col("kind") != "response") | traced)


class WordBudget(c.TableModel):
    """One row per meeting, respondent and recommendation with a paragraph: words received, in the note, and cut."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    recommendation: c.RecommendationId
    answer_id: c.AnswerId
    words_received: pl.Int64 = c.count("Words of the answer as received.")
    words_in_note: pl.Int64 = c.count("Words of its paragraph in the note.")
    sentences_cut: pl.Int64 = c.count("Sentences of the answer left out so that the note keeps to its limit.")
    words_cut: pl.Int64 = c.count("Words of these sentences.")

    class Config:
        unique = ["meeting_id", "respondent", "recommendation"]


class ParagraphChanges(c.TableModel):
    """One row per meeting, earlier note and paragraph that came, went or changed since: the last run's or the issued.

    What the last run had is no raw file: after the warehouse was deleted there is nothing to compare with.
    """

    meeting_id: c.MeetingId
    since: pl.String = pa.Field(
        isin=COMPARED_WITH, description="The earlier note: last_run, the one before this run; issued, the issued one."
    )
    paragraph: pl.String = pa.Field(
        description="Respondent and recommendation of the paragraph, or introduction and its number."
    )
    respondent: c.maybe(c.Respondent, "in the introduction")
    recommendation: c.maybe(c.RecommendationId, "in the introduction")
    change: pl.String = pa.Field(isin=CHANGES, description="Whether the paragraph came, went or changed.")
    before: pl.String = pa.Field(nullable=True, description="Its text then; null where there was none.")
    now: pl.String = pa.Field(nullable=True, description="Its text now; null where there is none.")
    in_place: pl.String = pa.Field(
        nullable=True, description="Of a changed one the words [-gone-] and {+new+} in their place; null for others."
    )

    class Config:
        unique = ["meeting_id", "since", "paragraph"]


class Themes(c.TableModel):
    """One row per meeting, theme and recommendation or answer that is about it, as its words tell."""

    meeting_id: c.MeetingId
    theme: pl.String = pa.Field(str_length={"min_value": 1}, description="The theme, such as precursors.")
    recommendation: c.RecommendationId
    respondent: c.maybe(c.Respondent, "where the recommendation itself is about it")

    class Config:
        unique = ["meeting_id", "theme", "recommendation", "respondent"]


class FiguresReported(c.TableModel):
    """One row per meeting, answer and figure in it: value, unit and period, with the sentence that reports it."""

    meeting_id: c.MeetingId
    answer_id: c.AnswerId
    number: pl.Int64 = pa.Field(ge=1, description="Number of the figure in its answer, from 1.")
    respondent: c.Respondent
    recommendation: c.RecommendationId
    value: pl.Float64 = pa.Field(description="The figure as a number; millions and the like multiplied out.")
    unit: pl.String = pa.Field(
        nullable=True, description="What is counted or measured: kg, per cent, $, or the word behind; null for none."
    )
    period: pl.String = pa.Field(nullable=True, description="Year or years that the sentence names; null for none.")
    written: pl.String = pa.Field(description="The figure as it is written.")
    sentence: pl.String = pa.Field(description="The sentence that reports it.")

    class Config:
        unique = ["meeting_id", "answer_id", "number"]


class ReferencesCited(c.TableModel):
    """One row per meeting, answer and reference in it: laws, systems, organizations and document symbols."""

    meeting_id: c.MeetingId
    answer_id: c.AnswerId
    number: pl.Int64 = pa.Field(ge=1, description="Number of the reference in its answer, from 1.")
    respondent: c.Respondent
    recommendation: c.RecommendationId
    kind: pl.String = pa.Field(isin=REFERENCE_KINDS, description="law, system, organization or document symbol.")
    text: pl.String = pa.Field(str_length={"min_value": 1}, description="The reference as it is written.")

    class Config:
        unique = ["meeting_id", "answer_id", "number"]
