"""Replies written as YAML or JSON, in the fields that the design fixes.

Keeps out: whether codes, dates and values are right (intake judges them), and files kept by hand in other places.
"""

import json
import re

from pipeline.config import Limits
from pipeline.errors import BadInput
from pipeline.raw import yaml_lines
from pipeline.reading.reply import CONTACT_FIELDS, Question, ReadAnswer, Remark, Reply, Unreadable, utf8_text

FIELDS = ("respondent", "submitted_on", "publish", "contact", "voice", "answers", "general")
_SPOKEN = {True: "yes", False: "no", None: ""}


def _plain(value: object) -> str:
    """A value as text; true and false as yes and no, since YAML reads those words so."""
    if value is None or isinstance(value, bool):
        return _SPOKEN[value]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _once_each(pairs: list[tuple[str, object]]) -> dict:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)} stands twice")
    return fields


def _load(data: bytes) -> tuple[str, object, yaml_lines.Document | None]:
    text = utf8_text(data)
    if text.lstrip().startswith("{"):
        try:
            return "json", json.loads(text, object_pairs_hook=_once_each), None
        except (ValueError, RecursionError) as error:
            raise Unreadable("unreadable_file", f"broken JSON ({error})", "well-formed JSON") from None
    try:
        document = yaml_lines.parse(text, "line")
    except (BadInput, RecursionError) as error:
        raise Unreadable("unreadable_file", str(error), "well-formed YAML") from None
    return "yaml", document.data, document


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
    kind, fields, document = _load(data)
    if not isinstance(fields, dict) or not isinstance(fields.get("answers", {}), dict | None):
        raise Unreadable("unsupported_format", "no fields of a reply", "respondent, answers and general")
    if not {"answers", "general"} & set(fields):
        raise Unreadable("no_text", "neither answers nor general", "at least one of the two")

    def place(*path) -> str:
        return f"line {document.line(path)}" if document else ".".join(map(str, path))

    def said(value: object, *path) -> str:
        # A number stands as it is written: 0043 is not 43, and 12:30 is not 750.
        number = isinstance(value, int) and not isinstance(value, bool)
        return (document.written(path) if document and number else None) or _plain(value)

    contact = fields.get("contact") or {}
    contact = contact if isinstance(contact, dict) else {"name": contact}
    contact = {str(name): said(value, "contact", name) for name, value in contact.items()}
    answers, remarks = [], []
    for name in fields:
        if name in CONTACT_FIELDS:
            contact[name] = said(fields[name], name)
            remarks.append(Remark("invalid_value", place(name), f"{name}, which belongs under contact"))
        elif name not in FIELDS:
            # The name alone: the value may be contact data, and findings are published.
            remarks.append(Remark("invalid_value", place(name), f"the field {name}"))
    for identifier, answer in (fields.get("answers") or {}).items():
        path = ("answers", identifier)
        given = answer
        answer = answer if isinstance(answer, dict) else {"text": said(answer, *path)}
        unknown = [field for field in answer if field not in ("action_taken", "text")]
        if unknown:
            value = "the fields " + ", ".join(map(str, unknown))
            remarks.append(Remark("invalid_value", place("answers", identifier), value))
        text = said(answer.get("text"), *path, "text") if answer is given else answer["text"]
        action = _plain(answer.get("action_taken")) or ("unclear" if text.strip() else "")
        answers.append(ReadAnswer(str(identifier), action, text, place("answers", identifier)))

    return [
        Reply(
            format=kind,
            respondent=_plain(fields.get("respondent")),
            submitted_on=_plain(fields.get("submitted_on")),
            publish=_plain(fields.get("publish")),
            voice=_plain(fields.get("voice")) or "first_person",
            contact=contact,
            answers=tuple(answers),
            general=said(fields.get("general"), "general"),
            general_locator=place("general"),
            remarks=tuple(remarks),
            whole_form=False,
        )
    ]
