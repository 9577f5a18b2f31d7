"""The note as Markdown: masthead, headings, numbered paragraphs and footnotes, through a sandboxed template.

How words are counted: docs/rules.md, "Words counted".
Keeps out: which paragraphs there are (`paragraphs.py`) and the wordings (`wording.yaml`).
"""

import re
import traceback
from pathlib import Path

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from pipeline.errors import BadInput
from pipeline.note.wording import WORDING
from pipeline.raw import yaml_lines
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.spoken import date_range, long_date, ordinal_words
from pipeline.text.words import count_words

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "note.md.j2"
# What filling in a template can raise: its own errors, and those of what it computes.
TEMPLATE_FAULTS = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_ESCAPED = re.compile(r"([\\`*_\[\]<>|~])|&(?=#?\w+;)")
_LEADING = re.compile(r"^(?:([-+#=>])|(\d+)([.)]))(?=\s|$)")


def markdown_text(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = _ESCAPED.sub(lambda match: "\\" + match.group(), text)
    return _LEADING.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", escaped)


def name_list(names: list[str], others: list[str]) -> str:
    """Names in a sentence: Member States first, then the others, as in "A, B and C, and Macao, China"."""

    def joined(items: list[str]) -> str:
        return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"

    return ", and ".join(joined(group) for group in (names, others) if group)


def facts(meeting: Meeting, register: Register, repliers: list[str], *, cut: bool = False) -> dict:
    """What templates can name: facts of the meeting in words, and who replied (codes in `repliers`).

    `cut`: some replies are told in part only.
    """
    people = sorted((register.by_code[code] for code in repliers), key=lambda person: person.order)
    languages = meeting.working_languages
    return {
        "body": meeting.body,
        "ordinal": ordinal_words(meeting.ordinal),
        "place": meeting.place,
        "dates": date_range(meeting.starts, meeting.ends),
        "adopted_ordinal": ordinal_words(meeting.adopted_by.ordinal),
        "adopted_place": meeting.adopted_by.place,
        "adopted_dates": date_range(meeting.adopted_by.starts, meeting.adopted_by.ends, spoken=True),
        "dispatched": long_date(meeting.questionnaire.dispatched),
        "deadline": long_date(meeting.questionnaire.deadline),
        "as_at": long_date(meeting.questionnaire.as_at) if meeting.questionnaire.as_at else None,
        "symbol": meeting.note.symbol,
        "note_date": long_date(meeting.note.date),
        "reissued": long_date(meeting.note.reissued) if meeting.note.reissued else None,
        "word_limit": f"{meeting.note.word_limit:,}",
        "cut": cut,
        "agenda_item": meeting.note.agenda_item,
        "agenda_symbol": meeting.note.agenda_symbol,
        "languages": name_list(languages, []),
        "language_key": "one_language" if len(languages) == 1 else "several_languages",
        "repliers": name_list(
            [person.name_in_text for person in people if person.kind == "member_state"],
            [person.name_in_text for person in people if person.kind != "member_state"],
        ),
    }


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["md"] = markdown_text
    return environment


def filled(text: str, known: dict) -> str:
    """A short template filled in, on one line.

    Raises:
        TEMPLATE_FAULTS: the template is wrong, or names what is not known.
    """
    return " ".join(_environment().from_string(text).render(known).split())


def introduction(meeting: Meeting, known: dict) -> list[str]:
    """Paragraphs of the introduction: the meeting's own where it has them, else the house wording."""
    return [filled(text, known) for text in meeting.note.introduction or WORDING["introduction"]]


def markdown(meeting: Meeting, known: dict, rows: list[dict], own_template: Path) -> str:
    """The whole note; `rows` are those of derived.note_paragraphs.

    Raises:
        BadInput: the meeting's own template has an error; names the file and the line.
    """
    environment = _environment()
    marks = ["reissued"] * bool(meeting.note.reissued) + [known["language_key"], "agenda"]
    footnotes = [
        (r"\*" * number, filled(WORDING["footnotes"][name], known)) for number, name in enumerate(marks, start=1)
    ]
    said = {name: filled(text, known) for name, text in WORDING["masthead"].items()}
    context = {
        **known,
        "note": meeting.note,
        "mark": {name: sign for name, (sign, _) in zip(marks, footnotes, strict=True)},
        "footnotes": footnotes,
        "language_line": said[known["language_key"]],
        **{name: said[name] for name in ("agenda_item", "title", "author")},
        "introduction": [row for row in rows if row["kind"] == "introduction"],
        "issues": _issues(meeting, rows),
    }
    try:
        if own_template.exists():
            template = environment.from_string(own_template.read_text(encoding="utf-8"))
        else:
            template = environment.get_template(TEMPLATE)
        rendered = template.render(context)
    except TEMPLATE_FAULTS as error:
        frames = [at.lineno for at in traceback.extract_tb(error.__traceback__) if at.filename == "<template>"]
        line = getattr(error, "lineno", None) or (frames or [1])[-1]
        place = f"raw/{meeting.id}/{own_template.name}:{line}"
        raise BadInput.at(place, "template", str(error), "a template that can be filled in") from None
    return re.sub(r"\n{3,}", "\n\n", rendered).strip() + "\n"


def _issues(meeting: Meeting, rows: list[dict]) -> list[dict]:
    under: dict[str, list[dict]] = {}
    for row in rows:
        under.setdefault(row.get("recommendation"), []).append(row)
    return [
        {
            "number": number,
            "title": issue.title,
            "recommendations": [
                {
                    "label": item.label if item.label.isdigit() else f"({item.label})",
                    "text": item.text,
                    "paragraphs": under.get(item.id, []),
                }
                for item in meeting.recommendations
                if item.issue == number
            ],
        }
        for number, issue in enumerate(meeting.issues, start=1)
    ]


def words_in_note(text: str) -> int:
    """Words of a note in Markdown, paragraph numbers and Markdown's own signs left out."""
    lines = (re.sub(r"^(?:#+ |\d+\. |---$)", "", line) for line in text.splitlines())
    return sum(count_words(line.replace("**", "").replace("\\*", "").replace("\\", "")) for line in lines)


def check_templates(meeting: Meeting, register: Register, folder: Path) -> None:
    """Fill in every template of a meeting once, without paragraphs.

    Raises:
        BadInput: a template has an error; names file and line.
    """
    known, place = facts(meeting, register, []), f"raw/{meeting.id}/meeting.yaml"
    for number, text in enumerate(meeting.note.introduction or []):
        try:
            filled(text, known)
        except TEMPLATE_FAULTS as error:
            document = yaml_lines.parse((folder / "meeting.yaml").read_text(encoding="utf-8"), place)
            at, name = document.place(("note", "introduction", number)), f"note.introduction.{number + 1}"
            raise BadInput.at(at, name, str(error), "a template that can be filled in") from None
    markdown(meeting, known, [], folder / TEMPLATE)
