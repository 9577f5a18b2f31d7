"""Views of the published warehouse: what depends on the day it is asked, and the questions people ask most.

Those of schema main need no schema's name: `select * from what_is_wrong`. Keeps out: tables.
"""

import pandera.polars as pa
import polars as pl

from schemas import columns as c
from schemas.vocabulary import ANSWER_STATUSES


class LifeCycle(c.TableModel):
    """One row per meeting: its stage today, from its dates and from whether its note was issued."""

    meeting_id: c.MeetingId
    stage: c.Stage
    dispatched: c.Dispatched
    cutoff: c.Cutoff
    days_left: pl.Int64 = pa.Field(description="Days from today to the cut-off; negative: it is over.")
    note_date: c.NoteDate

    class Config:
        unique = ["meeting_id"]


class OutstandingReplies(c.TableModel):
    """One row per meeting and respondent that was invited and has not replied, as it stands today."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    deadline: c.Deadline
    cutoff: c.Cutoff
    days_left: c.DaysLeft
    last_replied_to: c.LastRepliedTo

    class Config:
        unique = ["meeting_id", "respondent"]


class WhoHasNotReplied(c.TableModel):
    """One row per meeting and respondent that was invited and has not replied, in the order of names, as of today."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    name: c.Name
    stage: c.Stage
    deadline: c.Deadline
    days_left: c.DaysLeft
    last_replied_to: c.LastRepliedTo

    class Config:
        unique = ["meeting_id", "respondent"]


class WhatTheySaid(c.TableModel):
    """One row per meeting, respondent and recommendation: the answer as received and the paragraph in the note."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    name: c.Name
    recommendation: c.RecommendationId
    recommended: pl.String = pa.Field(description="Text of the recommendation as adopted.")
    action_taken: c.ActionTaken
    status: pl.String = pa.Field(isin=ANSWER_STATUSES, description="What the answer amounts to.")
    answer: pl.String = pa.Field(description="Answer as written; empty where there is none.")
    paragraph: pl.Int64 = pa.Field(nullable=True, description="Number of its paragraph in the note; null: it has none.")
    in_the_note: pl.String = pa.Field(nullable=True, description="Text of that paragraph; null: it has none.")
    file: c.File
    locator: c.Locator

    class Config:
        unique = ["meeting_id", "respondent", "recommendation"]


class WhoReportedOn(c.TableModel):
    """One row per theme and answer with text that is about it, by its own words or by its recommendation's."""

    theme: pl.String = pa.Field(description="The theme, such as precursors; derived.themes has all.")
    meeting_id: c.MeetingId
    respondent: c.Respondent
    name: c.Name
    recommendation: c.RecommendationId
    says_so: pl.Boolean = pa.Field(description="Whether the answer's own words tell the theme.")
    action_taken: c.ActionTaken
    answer: pl.String = pa.Field(description="Answer as written.")

    class Config:
        unique = ["theme", "meeting_id", "respondent", "recommendation"]


class WhatChanged(c.TableModel):
    """One row per meeting and respondent that was invited to an earlier meeting of the body: then and now."""

    meeting_id: c.MeetingId
    previous_meeting: c.PreviousMeeting
    respondent: c.Respondent
    name: c.Name
    trend: c.Trend
    replied_before: pl.Boolean = pa.Field(description="Whether it replied then.")
    replied_now: pl.Boolean = pa.Field(description="Whether it replied this time.")
    answered_before: pl.Int64 = c.count("Recommendations it answered then.")
    answered_now: pl.Int64 = c.count("Recommendations it answered this time.")
    coverage_change: c.CoverageChange
    words_before: pl.Int64 = c.count("Words of its answers then.")
    words_now: pl.Int64 = c.count("Words of its answers this time.")

    class Config:
        unique = ["meeting_id", "respondent"]


class WhatIsWrong(c.TableModel):
    """One row per open finding, those nobody has accepted: what is wrong, with which reply, and what to do."""

    meeting_id: c.MeetingId
    respondent: c.maybe(c.Respondent, "where there is none")
    name: pl.String = pa.Field(nullable=True, description="United Nations short name; null without a respondent.")
    file: c.maybe(c.File, "where there is none")
    recommendation: c.AnyRecommendation
    severity: c.Severity
    code: c.Code
    message: pl.String = pa.Field(description="One sentence: place, what was found, what was expected.")
    action: pl.String = pa.Field(description="What the desk officer does next.")
    finding_id: pl.String = pa.Field(description="What the finding is known by, for rapporteur accept.")
    number: pl.Int64 = pa.Field(ge=1, description="Number of the finding within its meeting.")

    class Config:
        unique = ["meeting_id", "number"]
