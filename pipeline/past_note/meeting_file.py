"""meeting.yaml of a past note: its facts and wordings as fields, with comments where the note does not say something.

Keeps out: finding the facts (`facts.py`) and the other files of the folder (`folder.py`).
"""

import re
from collections.abc import Sequence
from datetime import date

import yaml
from pydantic import ValidationError

from pipeline.note import render
from pipeline.past_note.facts import Facts
from pipeline.past_note.parts import Parts
from pipeline.raw import yaml_lines
from pipeline.raw.meeting import Meeting
from pipeline.raw.note_fields import Headings
from pipeline.raw.respondents import Register, Respondent
from pipeline.text.spoken import long_date

# Fields that every meeting.yaml must have; a note that does not state one leaves it to people.
REQUIRED = (
    *("body", "ordinal", "place", "starts", "ends"),
    *("adopted_by.ordinal", "adopted_by.place", "adopted_by.starts", "adopted_by.ends"),
    *("questionnaire.dispatched", "questionnaire.deadline"),
    *("note.symbol", "note.date", "note.agenda_item", "note.agenda_symbol"),
)
_LIKELY_PLACE = (("reissued", "symbol"), ("language", "language"), ("agenda", "agenda_item"))


def missing_facts(facts: Facts) -> list[str]:
    """The fields of meeting.yaml that the note does not state."""
    return [path for path in REQUIRED if path not in facts.known]


def meeting_fields(
    meeting_id: str, parts: Parts, facts: Facts, repliers: Sequence[Respondent], register: Register
) -> dict:
    """The fields of meeting.yaml, nested as they stand there; None for a fact that the note does not state."""
    known = facts.known
    data: dict = {}
    for path in (*REQUIRED[:5], "working_languages", *REQUIRED[5:11], "questionnaire.as_at", "questionnaire.invited",
                 *REQUIRED[11:13], "note.reissued", *REQUIRED[13:]):  # fmt: skip
        if path in known or path in REQUIRED:
            _put(data, path, known.get(path))
    data["questionnaire"]["invited"] = _invited(str(known.get("note.symbol", "")), repliers, register)
    data.setdefault("working_languages", ["English"])
    note = data["note"]
    house = Headings()
    if own := {name: text for name, text in parts.headings.items() if text != getattr(house, name)}:
        note["headings"] = own
    note["footnotes"] = _footnotes(parts, facts)
    note["introduction"] = [_verbatim(paragraph.text) for paragraph in parts.introduction]
    if sentence := next(
        (one.said_of_none for issue in parts.issues for one in issue.recommendations if one.said_of_none), ""
    ):
        note["no_response"] = sentence
    data["issues"] = [
        {
            "title": issue.title,
            "recommendations": [{"label": one.label, "text": one.text} for one in issue.recommendations],
        }
        for issue in parts.issues
    ]
    if own := _own_lines(meeting_id, data, facts, register):
        note["masthead"] = own
    return data


def _put(data: dict, path: str, value: object) -> None:
    *parents, name = path.split(".")
    for parent in parents:
        data = data.setdefault(parent, {})
    data[name] = value


def _invited(symbol: str, repliers: Sequence[Respondent], register: Register) -> list[str]:
    """The group that the note's symbol names; else those who replied: a note does not say who was asked."""
    group = next((part for part in symbol.split("/") if part in register.groups), None)
    return [group] if group else [one.code for one in repliers]


def _verbatim(text: str) -> str:
    """Text as a template that gives it letter by letter."""
    return f"{{% raw %}}{text}{{% endraw %}}" if re.search(r"\{[{%#]", text) else text


def _footnotes(parts: Parts, facts: Facts) -> list[dict]:
    """Footnotes with the places of their marks; where no line carries the mark, the place that such footnotes have."""
    found = []
    for number, text in sorted(parts.footnotes):
        template = _verbatim(text)
        for name, shown in (("reissued", long_date), ("agenda_symbol", str)):
            # Text with braces is given letter by letter: a name would stand in it as it is.
            if (value := facts.known.get(f"note.{name}")) and "{% raw %}" not in template:
                template = template.replace(shown(value), f"{{{{ {name} }}}}")
        places = [place for place, marks in facts.marks.items() if number in marks]
        found.append({"at": places or [_likely_place(template)], "text": template})
    return found


def _likely_place(template: str) -> str:
    return next((place for word, place in _LIKELY_PLACE if word in template), "title")


def unmarked_footnotes(parts: Parts, facts: Facts) -> list[str]:
    """Footnotes whose mark no line of the masthead carries."""
    carried = {number for marks in facts.marks.values() for number in marks}
    return [text for number, text in parts.footnotes if number not in carried]


def _own_lines(meeting_id: str, data: dict, facts: Facts, register: Register) -> dict[str, str]:
    """Lines of the masthead that read otherwise than the house has them."""
    lines = {place: text for place, text in facts.lines.items() if place not in ("symbol", "date")}
    written = yaml_lines.parse(as_yaml(data, (), ()), "meeting.yaml").data
    try:
        meeting = Meeting.model_validate(written | {"id": meeting_id})
    except ValidationError:
        return {place: _verbatim(text) for place, text in lines.items()}
    house = render.masthead(meeting, render.facts(meeting, register, []))
    return {place: _verbatim(text) for place, text in lines.items() if text != house[place]}


def as_yaml(data: dict, comments: Sequence[str], unstated: Sequence[str]) -> str:
    """meeting.yaml as text: comments first, then the fields; those that are `unstated` say so on their line."""
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    for path in unstated:
        *parents, name = path.split(".")
        head = rf"^{parents[0]}:\n(?:  .*\n)*?  " if parents else "^"
        text = re.sub(
            rf"({head}{name}:)(?: null)?$", r"\1  # not stated in the note: write it here", text, count=1, flags=re.M
        )
    return "".join(f"# {line}\n" for line in comments) + text


class _Dumper(yaml.SafeDumper):
    """Writes nothing for None, and lists in lists set off from what is around them."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


_Dumper.add_representer(
    date, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.isoformat())
)
