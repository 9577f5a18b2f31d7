"""Table of schema quality: everything wrong or doubtful, with what to do about it.

Keeps out: the list of codes and their severities (`finding_codes.py`).
"""

import pandera.polars as pa
import polars as pl

from schemas import columns as c


class FoundByStep(c.TableModel):
    """One row per finding of a step: place, what was found, what to do, and the row that was set aside."""

    meeting_id: c.MeetingId
    number: pl.Int64 = pa.Field(ge=1, description="Number of the finding within its meeting.")
    severity: c.Severity
    code: c.Code
    table: pl.String = pa.Field(nullable=True, description="Table the finding is about, such as core.answers.")
    respondent: c.maybe(c.Respondent, "where there is none")
    recommendation: c.AnyRecommendation
    file: c.maybe(c.File, "where there is none")
    locator: c.maybe(c.Locator, "where the whole file is meant")
    value: pl.String = pa.Field(nullable=True, description="What was found there, as text.")
    message: pl.String = pa.Field(
        str_length={"min_value": 1}, description="One sentence: place, what was found, what was expected."
    )
    action: pl.String = pa.Field(str_length={"min_value": 1}, description="What the desk officer does next.")
    row: pl.String = pa.Field(
        nullable=True, description="JSON of the row or reply that was set aside; null where nothing was."
    )

    class Config:
        unique = ["meeting_id", "number"]


class Findings(FoundByStep):
    """One row per finding: place, what was found, what to do, the row that was set aside, and if it is accepted."""

    finding_id: pl.String = pa.Field(
        str_matches=r"^[0-9a-f]{12}$",
        description="What the finding is known by; it follows from code, place and content, and changes with these.",
    )
    accepted_on: pl.Date = pa.Field(
        nullable=True, description="Day on which an officer accepted the finding; null: it is open."
    )
    accepted_reason: pl.String = pa.Field(nullable=True, description="Why it was accepted; null: it is open.")

    class Config:
        unique = ["meeting_id", "number"]
