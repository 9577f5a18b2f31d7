"""Replies written as YAML or JSON, in the fields that `FIELDS` lists.

Keeps out: whether codes, dates and values are right (intake judges them), and files kept by hand in other places.
"""

import contextlib
import json
import re

from pipeline.config import Limits
from pipeline.errors import BadInput
from pipeline.raw import yaml_lines
from pipeline.reading.form.said_by_text import said_by_text
from pipeline.reading.formats.records import json_of, replies_in
from pipeline.reading.reply import CONTACT_FIELDS, Question, ReadAnswer, Remark, Reply, Unreadable, utf8_text

FIELDS = ("respondent", "submitted_on", "publish", "contact", "voice", "answers", "general")
_READ = {"answers", "general"}
_ANSWER_FIELDS = ("action_taken", "text")
_SPOKEN = {True: "yes", False: "no", None: ""}


def _as_text(value: object) -> str:
    """A value as text; true and false as yes and no, since YAML reads those words so."""
    if value is None or isinstance(value, bool):
        return _SPOKEN[value]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


class _Source:
    """A file's fields, and where and how each is written; `path` leads to a value by keys."""

    def __init__(self, kind: str, fields: object, document: yaml_lines.Document | None):
        self.kind, self.fields, self._document = kind, fields, document

    def place(self, *path: object) -> str:
        """Where a value stands: its line in YAML, its keys in JSON."""
        return f"line {self._document.line(path)}" if self._document else ".".join(map(str, path))

    def text(self, value: object, *path: object) -> str:
        """A value as text; a number as it is written: 0043 is not 43, and 12:30 is not 750."""
        is_number = isinstance(value, int) and not isinstance(value, bool)
        written = self._document.written(path) if self._document and is_number else None
        return written or _as_text(value)


def _load(data: bytes) -> _Source:
    text = utf8_text(data)
    if text.lstrip().startswith("{"):
        return _Source("json", json_of(text), None)
    try:
        document = yaml_lines.parse(text, "line")
    except (BadInput, RecursionError) as error:
        raise Unreadable("unreadable_file", str(error), "well-formed YAML") from None
    return _Source("yaml", document.data, document)


_FIELD = re.compile(rf"^(?:{'|'.join(FIELDS)})[ \t]*:", re.M)


def looks_structured(data: bytes) -> bool:
    """Whether a text has the fields of a reply at the beginning of lines, or is JSON."""
    text = data[:100_000].decode("utf-8-sig", "replace")
    return text.lstrip().startswith("{") or bool(_FIELD.search(text))


def read_structured(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read one reply in YAML or JSON.

    Raises:
        Unreadable: not text, not well formed, or without the fields of a reply.
    """
    source = _load(data)
    fields = source.fields
    if source.kind == "json" and (not isinstance(fields.get("answers", {}), dict | None) or not _READ & set(fields)):
        with contextlib.suppress(Unreadable):
            return replies_in([fields], question)
    if not isinstance(fields, dict) or not isinstance(fields.get("answers", {}), dict | None):
        raise Unreadable("unsupported_format", "no fields of a reply", "respondent, answers and general")
    if not _READ & set(fields):
        raise Unreadable("no_text", "neither answers nor general", "at least one of the two")

    answers = [_answer(source, identifier, given) for identifier, given in (fields.get("answers") or {}).items()]
    return [
        Reply(
            format=source.kind,
            respondent=_as_text(fields.get("respondent")),
            submitted_on=_as_text(fields.get("submitted_on")),
            publish=_as_text(fields.get("publish")),
            voice=_as_text(fields.get("voice")) or "first_person",
            contact=_contact(source),
            answers=tuple(answers),
            general=source.text(fields.get("general"), "general"),
            general_locator=source.place("general"),
            remarks=(*_stray_fields(source), *_stray_fields_of_answers(source)),
            whole_form=False,
        )
    ]


def _answer(source: _Source, identifier: object, given: object) -> ReadAnswer:
    """An answer, given as its fields or as its text alone."""
    path = ("answers", identifier)
    if isinstance(given, dict):
        text, action = source.text(given.get("text"), *path, "text"), _as_text(given.get("action_taken"))
    else:
        text, action = source.text(given, *path), ""
    action, text = (action, text) if action.strip() else said_by_text(text)
    return ReadAnswer(str(identifier), action, text, source.place(*path))


def _contact(source: _Source) -> dict[str, str]:
    """Contact data: what stands under contact, and what stands beside it though it belongs there."""
    given = source.fields.get("contact") or {}
    given = given if isinstance(given, dict) else {"name": given}
    contact = {str(name): source.text(value, "contact", name) for name, value in given.items()}
    beside = {name: source.text(value, name) for name, value in source.fields.items() if name in CONTACT_FIELDS}
    return contact | beside


def _stray_fields(source: _Source) -> list[Remark]:
    """Remarks about fields that a reply has not. They name the field alone: its value may be contact data."""
    stray = [name for name in source.fields if name not in FIELDS]
    told = {name: f"{name}, which belongs under contact" for name in CONTACT_FIELDS}
    return [Remark("invalid_value", source.place(name), told.get(name, f"the field {name}")) for name in stray]


def _stray_fields_of_answers(source: _Source) -> list[Remark]:
    remarks = []
    for identifier, given in (source.fields.get("answers") or {}).items():
        stray = [str(name) for name in given if name not in _ANSWER_FIELDS] if isinstance(given, dict) else []
        if stray:
            place = source.place("answers", identifier)
            remarks.append(Remark("invalid_value", place, f"the fields {', '.join(stray)}"))
    return remarks
