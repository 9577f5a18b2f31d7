"""Records as programs export them in JSON: a list, one in each line, or one alone, brought into a table of replies.

What a record nests stands in columns of its own; each of a list in it, with what stands beside the list, is a row.
Keeps out: JSON in the fields of a reply (`structured.py`), and what the columns mean (`sheet.py`).
"""

import json
import re
from collections.abc import Iterator

from pipeline.config import Limits
from pipeline.reading.formats.sheet import read_tables
from pipeline.reading.formats.sheet_form import with_places
from pipeline.reading.reply import Question, Reply, Unreadable, utf8_text

_BEGINS = re.compile(r"\s*(?:\[\s*\{|\{[^\n]*\}\s*\n\s*\{)")
_ROW = re.compile(r"\brow (\d+)")
_WORDS = {True: "yes", False: "no", None: ""}


def looks_like_records(data: bytes) -> bool:
    """Whether a text is a list of JSON objects, or has one in each line."""
    return bool(_BEGINS.match(data[:100_000].decode("utf-8-sig", "replace")))


def read_records(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read the replies in a list of records, or in records that stand in lines of their own.

    Raises:
        Unreadable: broken JSON, or nothing of this meeting's questionnaire in it.
    """
    text = utf8_text(data).strip()
    lines = text if text.startswith("[") else f"[{','.join(filter(str.strip, text.splitlines()))}]"
    return replies_in(json_of(lines), question)


def json_of(text: str) -> object:
    """What a text in JSON holds.

    Raises:
        Unreadable: broken, nested too deeply, or with two values for one name.
    """
    try:
        return json.loads(text, object_pairs_hook=_once_each)
    except (ValueError, RecursionError) as error:
        raise Unreadable("unreadable_file", f"broken JSON ({error})", "well-formed JSON") from None


def _once_each(pairs: list[tuple[str, object]]) -> dict:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"{next(name for name in names if names.count(name) > 1)} stands twice")
    return fields


def replies_in(records: list, question: Question) -> list[Reply]:
    """The replies in records.

    Raises:
        Unreadable: nested too deeply, or nothing of this meeting's questionnaire in them.
    """
    try:
        rows = [(number, row) for number, record in enumerate(records, start=1) for row in _rows(record)]
    except RecursionError:
        raise Unreadable("unreadable_file", "JSON nested too deeply", "records of a few levels") from None
    heads = list(dict.fromkeys(head for _, row in rows for head in row))
    table = [heads, *([row.get(head, "") for head in heads] for _, row in rows)]
    numbers = dict(enumerate((0, *(number for number, _ in rows)), start=1))
    try:
        found = read_tables("json", [("", table)], question)
    except Unreadable as error:
        if error.code != "wrong_questionnaire":
            raise
        expected = "records with respondent, recommendation, action_taken and text"
        raise Unreadable(error.code, "no record with the fields of replies", expected, "nothing_recognised") from None
    return [with_places(reply, lambda place: _ROW.sub(lambda row: _place(row, numbers), place)) for reply in found]


def _place(row: re.Match, numbers: dict[int, int]) -> str:
    """A row of the table as the record that it is of; what fields are named may be anything, "row 99" too."""
    record = numbers.get(int(row[1]))
    return row[0] if record is None else f"record {record}" if record else "names of fields"


def _rows(record: object) -> Iterator[dict[str, str]]:
    """The rows of a record: its fields by name, one row for each of a list in it."""
    fields = _fields(record) if isinstance(record, dict) else {"": record}
    lists = [name for name, value in fields.items() if _is_records(value)]
    own = {name: _text(value) for name, value in fields.items() if name not in lists}
    inside = [(name, row) for name in lists for one in fields[name] for row in _rows(one)]
    yield from (_beside(own, name, row) for name, row in inside) if inside else (own,)


def _fields(record: dict) -> dict[str, object]:
    """The fields of a record; those of one in it stand behind its name, unless that holds nothing but records."""
    found: dict[str, object] = {}
    for name, value in record.items():
        if not isinstance(value, dict) or not value:
            found = _beside(found, name, {name: value})
            continue
        outer = all(isinstance(inner, dict) for inner in value.values())
        own = {inner if outer else f"{name} {inner}": text for inner, text in _fields(value).items()}
        found = _beside(found, name, own)
    return found


def _beside(fields: dict, name: str, others: dict) -> dict:
    """The fields and others, which stand behind this name where there are fields of theirs already."""
    together = dict(fields)
    for own, value in others.items():
        while own in together:
            own = f"{name} {own}"
        together[own] = value
    return together


def _is_records(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
