"""What meeting.yaml says of the note: symbol, dates and limit, and where it is to read otherwise than the house has it.

Keeps out: what a note says where meeting.yaml says nothing of it (`note/wording.yaml`).
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from pipeline.raw.fields import Day, Number, Strict, Template, Text, not_before

# The places of a masthead that can carry the mark of a footnote, in the order in which they stand.
MASTHEAD = ("symbol", "date", "language", "session", "agenda_item", "title", "author")


class Headings(Strict):
    """Headings of the note; null for a note without that heading.

    `issue` knows number, roman and title, `recommendation` the label. With a heading for `organizations`, these stand
    under it, behind all others that replied to a recommendation; else among them in alphabetical order.
    """

    introduction: Text | None = "I. Introduction"
    responses: Text | None = "II. Responses from Member States to the questionnaire"
    issue: Template = "Issue {{ number }}. {{ title }}"
    recommendation: Template = "Recommendation {{ label }}"
    organizations: Text | None = None


class Masthead(Strict):
    """Lines of the masthead that read otherwise than those of the house."""

    language: Template | None = None
    session: Template | None = None
    agenda_item: Template | None = None
    title: Template | None = None
    author: Template | None = None


class Footnote(Strict):
    """A footnote of the masthead and the places that carry its mark."""

    at: Annotated[list[Literal["symbol", "date", "language", "session", "agenda_item", "title", "author"]],
                  Field(min_length=1)]  # fmt: skip
    text: Template


class Version(Strict):
    """Which version of an issued note is made: a revision, a corrigendum, or one of a revision; each by its number.

    `date` is the day of this version; null: the note's own.
    """

    rev: Number | None = None
    corr: Number | None = None
    date: Day | None = None

    @model_validator(mode="after")
    def _is_one(self):
        if self.rev is None and self.corr is None:
            raise ValueError("a number for rev, corr or both, such as {rev: 1}")
        return self


class Note(Strict):
    """The note's masthead, limit, headings and wordings.

    `footnotes` take the place of those of the house; marks are set in the order in which they are met.
    """

    symbol: Text
    date: Day
    version: Version | None = None
    reissued: Day | None = None
    agenda_item: Number
    agenda_symbol: Text
    word_limit: Number = 8500
    headings: Headings = Headings()
    masthead: Masthead = Masthead()
    footnotes: list[Footnote] | None = None
    introduction: list[Template] | None = None
    no_response: Text | None = None

    @field_validator("version")
    @classmethod
    def _version_order(cls, value: Version | None, info: ValidationInfo) -> Version | None:
        first = info.data.get("date")
        if value and value.date and first and value.date < first:
            raise ValueError(f"a date not before the note's own ({first})")
        return value

    @property
    def printed_symbol(self) -> str:
        """The symbol of the whole note, with the number of its revision."""
        return f"{self.symbol}/Rev.{self.version.rev}" if self.version and self.version.rev else self.symbol

    @property
    def printed_date(self) -> date:
        """The day on the masthead of the whole note; a corrigendum has one of its own."""
        version = self.version
        return version.date if version and version.date and version.corr is None else self.date

    _reissue_order = field_validator("reissued")(not_before("date"))

    def templates(self) -> dict[tuple[str | int, ...], str]:
        """The wordings that may name facts, by their path in meeting.yaml below `note`."""
        parts = {("headings", name): getattr(self.headings, name) for name in ("issue", "recommendation")}
        parts |= {("masthead", name): text for name, text in self.masthead if text}
        parts |= {("footnotes", place, "text"): one.text for place, one in enumerate(self.footnotes or [])}
        return parts | {("introduction", place): text for place, text in enumerate(self.introduction or [])}
