"""Kinds of fields that meeting.yaml has, with what is expected of each.

Keeps out: which fields there are (`meeting.py`, `note_fields.py`).
"""

import re
from datetime import date
from typing import Annotated

import jinja2
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from pipeline.text.words import run_in


def _is_written_date(value):
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        return value.strip()
    raise ValueError("a date written year-month-day, such as 2019-07-26")


def single_line(value: str) -> str:
    """The text on one line, without control characters.

    Raises:
        ValueError: nothing is left of it.
    """
    line = run_in(value)
    if not line:
        raise ValueError("text that is not empty")
    return line


def _is_template(value: str) -> str:
    try:
        jinja2.Environment(autoescape=False).parse(value)
    except jinja2.TemplateSyntaxError as error:
        raise ValueError(f"text or a Jinja template without errors ({error.message})") from None
    return value


def _as_label(value):
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Day = Annotated[date, BeforeValidator(_is_written_date)]
Text = Annotated[str, AfterValidator(single_line)]
# Text that may name facts of the meeting, as in "{{ deadline }}".
Template = Annotated[str, AfterValidator(single_line), AfterValidator(_is_template)]
Number = Annotated[int, Field(ge=1, strict=True)]
Label = Annotated[str, BeforeValidator(_as_label), Field(pattern=r"^(?:[a-z]{1,2}|[1-9][0-9]*)$")]


def not_before(*earlier: str):
    """A validator of pydantic: the field's date may not be before the nearest of the `earlier` fields that is set."""

    def check(cls, value, info: ValidationInfo):
        for name in earlier:
            other = info.data.get(name)
            if other is not None and value is not None:
                if value < other:
                    raise ValueError(f"a date not before {name} ({other})")
                break
        return value

    return check


class Strict(BaseModel):
    """A part of a hand-kept file: no field beyond those named, none changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)
