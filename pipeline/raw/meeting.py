"""meeting.yaml: the meeting, its questionnaire, its note and its recommendations, checked on reading.

Keeps out: who the respondents are (`respondents.py`) and anything computed from replies.
"""

import difflib
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, Field, ValidationError, ValidationInfo, field_validator

from pipeline.errors import BadInput, Faults
from pipeline.raw import yaml_lines
from pipeline.raw.fields import Day, Label, Number, Strict, Text, not_before
from pipeline.raw.note_fields import Note
from pipeline.raw.recommendation import Recommendation
from schemas.vocabulary import MEETING_ID


class AdoptedBy(Strict):
    """The meeting that adopted the recommendations: not always the one before."""

    ordinal: Number
    place: Text
    starts: Day
    ends: Day

    _order = field_validator("ends")(not_before("starts"))


class ReturnTo(Strict):
    """Where the form is to be sent back to."""

    office: Text
    email: Text | None = None


class Questionnaire(Strict):
    """What was sent out, to whom, and by when replies were due."""

    dispatched: Day
    deadline: Day
    as_at: Day | None = None
    words_per_answer: Number = 200
    invited: Annotated[list[Text], Field(min_length=1)]
    return_to: ReturnTo | None = None

    @field_validator("invited")
    @classmethod
    def _invited_are_known(cls, invited, info: ValidationInfo):
        known = (info.context or {}).get("invitable")
        unknown = [entry for entry in invited if known is not None and entry not in known]
        if unknown:
            raise ValueError(f"codes or groups of respondents.csv ({unknown[0]} is neither)")
        return invited

    _deadline_order = field_validator("deadline")(not_before("dispatched"))
    _as_at_order = field_validator("as_at")(not_before("deadline"))

    @property
    def cutoff(self) -> date:
        """Replies received up to this day count: `as_at` where it is set, else the deadline."""
        return self.as_at or self.deadline


class _RecommendationText(Strict):
    label: Label
    text: Text


class Issue(Strict):
    """A heading of the note with the recommendations under it."""

    title: Text
    recommendations: Annotated[list[_RecommendationText], Field(min_length=1)]

    @field_validator("recommendations")
    @classmethod
    def _labels_are_unique(cls, recommendations):
        labels = [recommendation.label for recommendation in recommendations]
        twice = sorted({label for label in labels if labels.count(label) > 1})
        if twice:
            raise ValueError(f"each label once in an issue ({', '.join(twice)} stands twice)")
        return recommendations


class Meeting(Strict):
    """A meeting whose note is to be written."""

    id: Annotated[str, Field(pattern=MEETING_ID)]
    body: Text
    ordinal: Number
    place: Text
    starts: Day
    ends: Day
    working_languages: Annotated[
        list[Literal["Arabic", "Chinese", "English", "French", "Russian", "Spanish"]], Field(min_length=1)
    ]
    adopted_by: AdoptedBy
    questionnaire: Questionnaire
    note: Note
    issues: Annotated[list[Issue], Field(min_length=1)]

    _order = field_validator("ends")(not_before("starts"))

    @property
    def recommendations(self) -> list[Recommendation]:
        """All recommendations in the note's order."""
        adopted = []
        for number, issue in enumerate(self.issues, start=1):
            for recommendation in issue.recommendations:
                adopted.append(
                    Recommendation(
                        id=f"{number}.{recommendation.label}",
                        issue=number,
                        issue_title=issue.title,
                        label=recommendation.label,
                        position=len(adopted) + 1,
                        text=recommendation.text,
                    )
                )
        return adopted


_EXPECTED = {
    "missing": "a value",
    "extra_forbidden": "no such field",
    "int_type": "a whole number",
    "string_type": "text",
    "list_type": "a list",
    "model_type": "fields with values",
    "string_pattern_mismatch": "one or two small letters, or a number without zeros before it",
    "too_short": "at least one entry",
    "date_from_datetime_parsing": "a date that exists, written year-month-day",
    "date_parsing": "a date that exists, written year-month-day",
}


def load_meeting(folder: Path, invitable: frozenset[str] | None = None) -> Meeting:
    """Read and check the meeting.yaml of one meeting's folder.

    `invitable` holds the groups and codes that questionnaire.invited may name; None leaves that unchecked.

    Raises:
        BadInput: naming file, line, field, what was found and what was expected.
    """
    path = folder / "meeting.yaml"
    name = f"{folder.parent.name}/{folder.name}/meeting.yaml"
    if not re.match(MEETING_ID, folder.name):
        raise BadInput.at(name, "folder", folder.name, "small letters, digits and hyphens")
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadInput.at(name, "file", "nothing", "a meeting.yaml in every meeting's folder") from None
    except UnicodeDecodeError as error:
        raise BadInput.at(name, "encoding", f"byte {error.start}", "UTF-8 text") from None

    document = yaml_lines.parse(text, name)
    if not isinstance(document.data, dict):
        found = {type(None): "nothing", list: "a list"}.get(type(document.data), str(document.data))
        raise BadInput.at(f"{name}:1", "file", found, "fields with values")
    if "id" in document.data:
        raise BadInput.at(document.place(("id",)), "id", document.data["id"], "no such field: the folder's name is it")
    try:
        fields = _text_keys(document.data) | {"id": folder.name}
        meeting = Meeting.model_validate(fields, context={"invitable": invitable})
    except ValidationError as error:
        faults = Faults()
        for one in sorted(error.errors(), key=lambda one: document.line(one["loc"])):
            _note(one, document, faults)
        faults.tell()
        raise
    cutoff = meeting.questionnaire.cutoff
    if meeting.note.date < cutoff:
        place, found = document.place(("note", "date")), str(meeting.note.date)
        raise BadInput.at(place, "note.date", found, f"a date not before the cut-off for replies ({cutoff})")
    return meeting


def _text_keys(value: object) -> object:
    """The same data with all keys as text, so that a field named 7 is told as unknown like any other."""
    if isinstance(value, dict):
        return {str(key): _text_keys(item) for key, item in value.items()}
    return [_text_keys(item) for item in value] if isinstance(value, list) else value


def _note(error: Mapping, document: yaml_lines.Document, faults: Faults) -> None:
    """Note what pydantic says of one field, in the words of whoever keeps the file."""
    steps = error["loc"]
    field = ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
    expected = _EXPECTED.get(error["type"])
    if error["type"] == "extra_forbidden":
        likest = difflib.get_close_matches(str(steps[-1]), _fields_beside(steps), n=1)
        expected += f"; the nearest known one is {likest[0]}" if likest else ""
    elif expected is None:
        expected = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    found = "nothing" if error["type"] == "missing" else document.written(steps) or error["input"]
    faults.add(document.place(steps), field, _short(found), expected)


def _fields_beside(steps: tuple[str | int, ...]) -> list[str]:
    """The fields that can stand where a path of keys and list positions ends."""
    model: type[BaseModel] = Meeting
    for step in steps[:-1]:
        if isinstance(step, str):
            model = _model_in(model.model_fields[step].annotation)
    return sorted(set(model.model_fields) - {"id"})


def _model_in(kind: object) -> type[BaseModel] | None:
    """The model that an annotation holds, as in `list[Issue] | None`; None for one that holds none."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    return next((model for one in get_args(kind) if (model := _model_in(one))), None)


def _short(value) -> str:
    if isinstance(value, list) and value and isinstance(value[0], BaseModel):
        return ", ".join(item.label for item in value if hasattr(item, "label"))
    return str(value)
