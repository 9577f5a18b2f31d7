"""Columns that more than one table has: type, rule and description, each said once.

Keeps out: columns of one table only (they stand in that table's file).
Read by every table model of this package.
"""

from typing import Annotated

import pandera.polars as pa
import polars as pl

from schemas.vocabulary import ACTIONS, MEETING_ID, RECOMMENDATION_ID

MeetingId = Annotated[
    pl.String,
    pa.Field(
        str_matches=MEETING_ID,
        description="The meeting the note is written for: the name of its folder in raw/, such as honlap-43.",
    ),
]
Respondent = Annotated[
    pl.String,
    pa.Field(
        str_length={"min_value": 1},
        description="Code of the respondent in the register: ISO 3166-1 alpha-3, own codes for organizations.",
    ),
]
MaybeRespondent = Annotated[
    pl.String,
    pa.Field(nullable=True, description="Code of the respondent in the register; null where there is none."),
]
RecommendationId = Annotated[
    pl.String,
    pa.Field(
        str_matches=RECOMMENDATION_ID,
        description="Recommendation: issue number, a point and the label, such as 1.a or 2.7.",
    ),
]
MaybeRecommendation = Annotated[
    pl.String,
    pa.Field(nullable=True, description="Recommendation, such as 1.a; null where there is none."),
]
File = Annotated[pl.String, pa.Field(description="File the row came from, relative to the meeting's folder in raw/.")]
MaybeFile = Annotated[
    pl.String,
    pa.Field(
        nullable=True,
        description="File the row came from, relative to the meeting's folder in raw/; null where there is none.",
    ),
]
Sha256 = Annotated[
    pl.String,
    pa.Field(str_matches=r"^[0-9a-f]{64}$", description="SHA-256 of the bytes of that file, in hexadecimal."),
]
MaybeSha256 = Annotated[
    pl.String,
    pa.Field(
        nullable=True,
        description="SHA-256 of the bytes of that file, in hexadecimal; null where there is no file.",
    ),
]
Locator = Annotated[
    pl.String,
    pa.Field(description="Place inside the file, in words: table, row and cell, paragraph, or key."),
]
MaybeLocator = Annotated[
    pl.String,
    pa.Field(nullable=True, description="Place inside the file, in words; null where the whole file is meant."),
]
AnswerId = Annotated[
    pl.String,
    pa.Field(description="Name of the answer: meeting, respondent and recommendation joined by colons."),
]
MaybeAnswerId = Annotated[
    pl.String,
    pa.Field(
        nullable=True,
        description="Name of the answer in core.answers: meeting, respondent and recommendation joined by colons.",
    ),
]
ActionTaken = Annotated[
    pl.String,
    pa.Field(isin=ACTIONS, description="Whether action was taken, as the respondent marked it."),
]
Words = Annotated[
    pl.Int64, pa.Field(ge=0, description="Number of words, counted as Word counts them: runs of non-blanks.")
]
Publish = Annotated[
    pl.Boolean,
    pa.Field(
        nullable=True,
        description="Whether the respondent agrees to publication of the reply; null where it did not say.",
    ),
]
ReceivedOn = Annotated[
    pl.Date,
    pa.Field(nullable=True, description="Day the reply was received; null where nothing tells it."),
]


def count(description: str, *, nullable: bool = False):
    """A column that counts something: a whole number, never negative."""
    return pa.Field(ge=0, nullable=nullable, description=description)
