"""Columns that more than one table has: type, rules and description, each said once.

Keeps out: columns of one table only (they stand in that table's file).
Read by every table model of this package.
"""

from typing import Annotated, get_args

import pandera.polars as pa
import polars as pl

from schemas.finding_codes import FINDING_CODES
from schemas.vocabulary import ACTIONS, MEETING_ID, RECOMMENDATION_ID, SEVERITIES, STAGES, TRENDS


class TableModel(pa.DataFrameModel):
    """What every table's model has in common: its columns and no others, in their order."""

    class Config:
        strict = True
        ordered = True


def shared(kind: type[pl.DataType], description: str, **rules: object):
    """A column for several tables, as models annotate one: its type, what it says, and pandera's rules for it."""
    # The rules are kept as metadata too, so that `maybe` can make a column that shares them.
    return Annotated[kind, pa.Field(description=description, metadata=rules, **rules)]


def maybe(column, absent: str):
    """The same column where it may be null; `absent` says when: "where there is none"."""
    kind, field = get_args(column)
    description = f"{field.description.rstrip('.')}; null {absent}."
    return Annotated[kind, pa.Field(**field.metadata | {"description": description, "nullable": True})]


def count(description: str, *, nullable: bool = False):
    """A column that counts something: a whole number, never negative."""
    return pa.Field(ge=0, nullable=nullable, description=description)


MeetingId = shared(
    pl.String,
    "The meeting the note is written for: the name of its folder in raw/, such as honlap-43.",
    str_matches=MEETING_ID,
)
Respondent = shared(
    pl.String,
    "Code of the respondent in the register: ISO 3166-1 alpha-3, own codes for organizations.",
    str_length={"min_value": 1},
)
RecommendationId = shared(
    pl.String,
    "Recommendation: issue number, a point and the label, such as 1.a or 2.7.",
    str_matches=RECOMMENDATION_ID,
)
# A finding may be about a recommendation that the meeting does not have: any text.
AnyRecommendation = maybe(
    shared(pl.String, "Recommendation: issue number, a point and the label, such as 1.a or 2.7."),
    "where there is none",
)
File = shared(pl.String, "File the row came from, relative to the meeting's folder in raw/.")
Sha256 = shared(pl.String, "SHA-256 of the bytes of that file, in hexadecimal.", str_matches=r"^[0-9a-f]{64}$")
Locator = shared(pl.String, "Place inside the file, in words: table, row and cell, paragraph, or key.")
AnswerId = shared(
    pl.String, "Name of the answer in core.answers: meeting, respondent and recommendation joined by colons."
)
ActionTaken = shared(pl.String, "Whether action was taken, as the respondent marked it.", isin=ACTIONS)
Words = shared(pl.Int64, "Number of words, counted as Word counts them: runs of non-blanks.", ge=0)
Publish = maybe(shared(pl.Boolean, "Whether the respondent agrees to publication of the reply"), "where it did not say")
ReceivedOn = maybe(shared(pl.Date, "Day the reply was received"), "where nothing tells it")
Body = shared(pl.String, "Name of the body that meets, without the ordinal.")
Ordinal = shared(pl.Int64, "Number of the meeting in the body's series.", ge=1)
Starts = shared(pl.Date, "First day of the meeting.")
Dispatched = shared(pl.Date, "Day the questionnaire was sent out.")
Deadline = shared(pl.Date, "Last day for replies.")
Cutoff = shared(pl.Date, "Last day on which replies are taken: as_at where there is one, else the deadline.")
DaysLeft = shared(pl.Int64, "Days from today to the deadline; negative: it is past.")
NoteDate = shared(pl.Date, "Date on the note's masthead.")
Stage = shared(
    pl.String,
    "planned: not sent out yet; open: replies are taken; closing: no longer; issued: the note is out.",
    isin=STAGES,
)
Name = shared(pl.String, "United Nations short name.", str_length={"min_value": 1})
Answered = shared(pl.Int64, "Recommendations answered in the reply that counts, general statement included.", ge=0)
Coverage = shared(pl.Float64, "Share of the meeting's recommendations answered, from 0 to 1.", ge=0, le=1)
Code = shared(pl.String, "Kind of finding, from the fixed list.", isin=tuple(FINDING_CODES))
Severity = shared(pl.String, "error: a row or file was set aside; warning: it was kept.", isin=SEVERITIES)
PreviousMeeting = maybe(
    shared(pl.String, "The meeting of the same body it was invited to before this one"), "for the first"
)
CoverageChange = maybe(shared(pl.Float64, "Coverage more than for the previous meeting"), "for the first")
Trend = shared(pl.String, "Coverage against the previous meeting: first, more, fewer or same.", isin=TRENDS)
LastRepliedTo = maybe(shared(pl.String, "The last earlier meeting, of any body, it replied to"), "where there is none")
