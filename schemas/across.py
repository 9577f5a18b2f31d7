"""Tables of schema derived that follow from all meetings together: made when the warehouse is published.

Keeps out: tables of one meeting (`derived.py`), and what depends on the day it is asked (`asked.py`).
"""

import pandera.polars as pa
import polars as pl

from schemas import columns as c


class RespondentHistory(c.TableModel):
    """One row per meeting and respondent, for every meeting it was invited to: what it replied, and if that is more."""

    meeting_id: c.MeetingId
    respondent: c.Respondent
    body: c.Body
    ordinal: c.Ordinal
    starts: c.Starts
    replied: pl.Boolean = pa.Field(description="Whether a reply came, in time or late.")
    in_time: pl.Boolean = pa.Field(
        nullable=True, description="Whether it came by the cut-off; null without a reply or a known day of receipt."
    )
    answered: c.Answered
    coverage: c.Coverage
    words: c.Words
    invitations: pl.Int64 = c.count("Meetings of the body it was invited to until then, this one included.")
    replies: pl.Int64 = c.count("To how many of these it replied.")
    previous_meeting: c.PreviousMeeting
    coverage_change: c.CoverageChange
    words_change: pl.Int64 = pa.Field(
        nullable=True, description="Words more than for the previous meeting; null for the first."
    )
    trend: c.Trend

    class Config:
        unique = ["meeting_id", "respondent"]


class BodyTrend(c.TableModel):
    """One row per meeting of a body: who replied, how much, how timely, and what the recommendations were about."""

    meeting_id: c.MeetingId
    body: c.Body
    ordinal: c.Ordinal
    starts: c.Starts
    invited: pl.Int64 = c.count("Respondents invited, and others who replied.")
    replied: pl.Int64 = c.count("Respondents that replied, in time or late.")
    replied_share: pl.Float64 = pa.Field(nullable=True, ge=0, le=1, description="Their share; null: nobody was asked.")
    in_time: pl.Int64 = c.count("Respondents whose reply came by the cut-off.")
    late: pl.Int64 = c.count("Respondents whose only reply came after it.")
    coverage: pl.Float64 = pa.Field(
        nullable=True,
        ge=0,
        le=1,
        description="Mean coverage of those who replied; null: nobody did.",
    )
    words: c.Words
    recommendations: pl.Int64 = c.count("Recommendations of the meeting.")
    themes: pl.String = pa.Field(
        nullable=True, description="Recommendations per theme, the most first: precursors 5; forensics 2; null: none."
    )

    class Config:
        unique = ["meeting_id"]
