"""Tables of schema core: what was asked, who was asked, and what came back.

Keeps out: anything computed from these tables (`derived.py`).
"""

import pandera.polars as pa
import polars as pl

from schemas import columns as c
from schemas.vocabulary import (
    ANSWER_STATUSES,
    RECEIVED_SOURCES,
    RECOMMENDATION_ID,
    REPLY_STATUSES,
    RESPONDENT_KINDS,
    VOICES,
)


class Meetings(c.TableModel):
    """One row per meeting: the facts of meeting.yaml about the meeting, its questionnaire and its note."""

    meeting_id: c.MeetingId
    body: c.Body
    ordinal: c.Ordinal
    place: pl.String = pa.Field(description="City where the meeting is held.")
    starts: c.Starts
    ends: pl.Date = pa.Field(description="Last day of the meeting.")
    working_languages: pl.String = pa.Field(description="Languages of the note, separated by semicolons.")
    adopted_by_ordinal: pl.Int64 = pa.Field(ge=1, description="Number of the meeting that adopted the recommendations.")
    adopted_by_place: pl.String = pa.Field(description="City where the recommendations were adopted.")
    adopted_by_starts: pl.Date = pa.Field(description="First day of the meeting that adopted them.")
    adopted_by_ends: pl.Date = pa.Field(description="Last day of the meeting that adopted them.")
    dispatched: c.Dispatched
    deadline: c.Deadline
    as_at: pl.Date = pa.Field(
        nullable=True, description="Replies up to this later day are still in the note; null: the deadline rules."
    )
    words_per_answer: pl.Int64 = pa.Field(ge=1, description="Words the questionnaire asks for at most per answer.")
    invitees: pl.String = pa.Field(
        description="Who got the questionnaire: groups or codes of the register, separated by semicolons."
    )
    symbol: pl.String = pa.Field(description="Document symbol of the note.")
    note_date: c.NoteDate
    reissued: pl.Date = pa.Field(nullable=True, description="Day the note was reissued; null: it was not.")
    agenda_item: pl.Int64 = pa.Field(ge=1, description="Item of the provisional agenda the note is for.")
    agenda_symbol: pl.String = pa.Field(description="Document symbol of the provisional agenda.")
    word_limit: pl.Int64 = pa.Field(ge=1, description="Words the note may have at most.")
    issued: pl.Boolean = pa.Field(description="Whether the note was issued: raw/<meeting>/issued/ holds it.")

    class Config:
        unique = ["meeting_id"]


class Recommendations(c.TableModel):
    """One row per meeting and recommendation: the adopted text, never corrected, in the note's order."""

    meeting_id: c.MeetingId
    recommendation: c.RecommendationId
    issue: pl.Int64 = pa.Field(ge=1, description="Number of the issue the recommendation stands under.")
    issue_title: pl.String = pa.Field(description="Title of that issue.")
    label: pl.String = pa.Field(description="Label inside the issue: a letter or a number, as adopted.")
    position: pl.Int64 = pa.Field(ge=1, description="Place of the recommendation in the note, counted from 1.")
    text: pl.String = pa.Field(str_length={"min_value": 1}, description="Text of the recommendation as adopted.")

    class Config:
        unique = ["meeting_id", "recommendation"]


class Respondents(c.TableModel):
    """One row per respondent: the register of all who can be asked, for every meeting."""

    respondent: c.Respondent
    name: c.Name
    name_in_text: pl.String = pa.Field(
        str_length={"min_value": 1}, description="Name as it stands inside a sentence, with its article."
    )
    sort_key: pl.String = pa.Field(
        str_length={"min_value": 1}, description="Form of the name that the English alphabetical order sorts by."
    )
    kind: pl.String = pa.Field(isin=RESPONDENT_KINDS, description="What kind of respondent it is.")
    groups: pl.String = pa.Field(
        description="Groups it belongs to (HONLAP, HONLAC, HONLAF, HONEURO, SUBCOM), separated by semicolons."
    )
    aliases: pl.String = pa.Field(
        description="Other names it is known by in replies, separated by semicolons; may be empty."
    )

    class Config:
        unique = ["respondent"]


class Replies(c.TableModel):
    """One row per meeting, file and respondent: every reply received, whether it counts or not."""

    meeting_id: c.MeetingId
    file: c.File
    respondent: c.maybe(c.Respondent, "where there is none")
    sha256: c.maybe(c.Sha256, "where it cannot be read")
    format: pl.String = pa.Field(
        nullable=True, description="Format the file was read as, such as docx or yaml; null: it could not be read."
    )
    received_on: c.ReceivedOn
    received_on_source: pl.String = pa.Field(
        isin=RECEIVED_SOURCES, nullable=True, description="What told the day of receipt; null where nothing did."
    )
    submitted_on: pl.Date = pa.Field(
        nullable=True, description="Date of submission written in the reply; null: none that could be read."
    )
    days_before_deadline: pl.Int64 = pa.Field(
        nullable=True, description="Days from receipt to the deadline; negative: received after it."
    )
    publish: c.Publish
    language: pl.String = pa.Field(
        nullable=True, description="Language most of the reply is in (ISO 639-1); null where it is too short to tell."
    )
    voice: pl.String = pa.Field(
        isin=VOICES,
        nullable=True,
        description="first_person as respondents write, or reported where the text is already a note's paragraph.",
    )
    status: pl.String = pa.Field(
        isin=REPLY_STATUSES,
        description="included: the note is built from it; the others are kept and not in the note.",
    )
    stands: pl.Boolean = pa.Field(
        description="Whether core.answers holds this reply's answers: it counts, or is the latest of late ones only."
    )
    answers: pl.Int64 = c.count("Number of recommendations the reply has text for.")
    words: c.Words
    words_unplaced: pl.Int64 = c.count("Number of words that stand in no field and no answer of the reply.")

    class Config:
        unique = ["meeting_id", "file", "respondent"]

    @pa.dataframe_check(error="included replies name their respondent")
    def included_has_respondent(cls, data):
        return data.lazyframe.select((pl.col("status") != "included") | pl.col("respondent").is_not_null())


class Answers(c.TableModel):
    """One row per meeting, respondent and recommendation.

    From the reply that counts; where a respondent's only reply is late, from that one
    (join core.replies on file and respondent to tell them apart by status).
    """

    meeting_id: c.MeetingId
    respondent: c.Respondent
    recommendation: c.RecommendationId
    answer_id: c.AnswerId
    action_taken: c.ActionTaken
    text: pl.String = pa.Field(description="Answer as written, white space tidied; empty where there is none.")
    words: c.Words
    language: pl.String = pa.Field(
        nullable=True, description="Language of the answer (ISO 639-1); null where it is too short to tell."
    )
    status: pl.String = pa.Field(
        isin=ANSWER_STATUSES,
        description="What the answer amounts to; general: the reply's one general statement stands here.",
    )
    refers_to: pl.String = pa.Field(
        nullable=True,
        str_matches=RECOMMENDATION_ID,
        description="Recommendation whose answer this one points to; null where it does not only point elsewhere.",
    )
    file: c.File
    sha256: c.Sha256
    locator: c.Locator

    class Config:
        unique = ["meeting_id", "respondent", "recommendation"]
