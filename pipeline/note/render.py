"""The note as Markdown: masthead, headings, numbered paragraphs and footnotes, through a sandboxed template.

How words are counted: docs/rules.md, "Words counted".
Keeps out: which paragraphs there are (`paragraphs.py`) and the wordings (`wording.yaml`).
"""

import re
import traceback
from functools import cache, lru_cache
from pathlib import Path

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from pipeline.errors import BadInput
from pipeline.note.wording import WORDING
from pipeline.raw import yaml_lines
from pipeline.raw.meeting import Meeting
from pipeline.raw.note_fields import MASTHEAD
from pipeline.raw.respondents import Register
from pipeline.text.markdown import markdown_text
from pipeline.text.numerals import roman
from pipeline.text.spoken import date_range, long_date, ordinal_words
from pipeline.text.words import count_words

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "note.md.j2"
# What filling in a template can raise: its own errors, and those of what it computes.
TEMPLATE_FAULTS = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


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
        "symbol": meeting.note.printed_symbol,
        "note_date": long_date(meeting.note.printed_date),
        "reissued": long_date(meeting.note.reissued) if meeting.note.reissued else None,
        "word_limit": f"{meeting.note.word_limit:,}",
        "cut": cut,
        "agenda_number": meeting.note.agenda_item,
        "agenda_symbol": meeting.note.agenda_symbol,
        "languages": name_list(languages, []),
        "language_key": "one_language" if len(languages) == 1 else "several_languages",
        "repliers": name_list(
            [person.name_in_text for person in people if person.kind == "member_state"],
            [person.name_in_text for person in people if person.kind != "member_state"],
        ),
    }


@cache
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
    return " ".join(_compiled(text).render(known).split())


@lru_cache(maxsize=2_000)  # a note that is cut to its limit is written several times
def _compiled(text: str) -> jinja2.Template:
    return _environment().from_string(text)


def introduction(meeting: Meeting, known: dict) -> list[str]:
    """Paragraphs of the introduction: the meeting's own where it has them, else the house wording."""
    return [filled(text, known) for text in meeting.note.introduction or WORDING["introduction"]]


def masthead(meeting: Meeting, known: dict) -> dict[str, str]:
    """The lines of the masthead by place, in the order in which they stand."""
    house = WORDING["masthead"] | {"language": WORDING["masthead"][known["language_key"]]}
    return {place: filled(getattr(meeting.note.masthead, place, None) or house[place], known) for place in MASTHEAD}


def footnotes(meeting: Meeting, known: dict) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The marks of footnotes by place of the masthead, and the footnotes with their marks: *, ** and so on.

    Marks follow the order in which the places stand (docs/rules.md, "Footnotes").
    """
    if meeting.note.footnotes is None:
        house = {"reissued": ("symbol", "date"), known["language_key"]: ("language",), "agenda": ("agenda_item",)}
        if not meeting.note.reissued:
            del house["reissued"]
        notes = [(places, WORDING["footnotes"][name]) for name, places in house.items()]
    else:
        notes = [(tuple(one.at), one.text) for one in meeting.note.footnotes]
    notes.sort(key=lambda note: min(map(MASTHEAD.index, note[0])))
    signs = [r"\*" * number for number in range(1, len(notes) + 1)]
    marks = {
        place: ", ".join(sign for sign, (places, _) in zip(signs, notes, strict=True) if place in places)
        for place in MASTHEAD
    }
    return marks, [(sign, filled(text, known)) for sign, (_, text) in zip(signs, notes, strict=True)]


def markdown(meeting: Meeting, register: Register, known: dict, rows: list[dict], own_template: Path) -> str:
    """The whole note; `rows` are those of derived.note_paragraphs.

    Raises:
        BadInput: the meeting's own template has an error; names the file and the line.
    """
    environment = _environment()
    marks, notes = footnotes(meeting, known)
    context = {
        **known,
        "note": meeting.note,
        "masthead": masthead(meeting, known),
        "mark": marks,
        "footnotes": notes,
        "introduction": [row for row in rows if row["kind"] == "introduction"],
        "issues": _issues(meeting, register, rows),
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


def _issues(meeting: Meeting, register: Register, rows: list[dict]) -> list[dict]:
    """Issues with their recommendations, each with its paragraphs in groups; a group may have a heading."""
    under: dict[str, list[dict]] = {}
    for row in rows:
        under.setdefault(row.get("recommendation"), []).append(row)
    headings = meeting.note.headings

    def groups(paragraphs: list[dict]) -> list[dict]:
        apart = [row for row in paragraphs if headings.organizations and is_organization(row["respondent"])]
        others = [row for row in paragraphs if row not in apart]
        parts = ((None, others), (headings.organizations, apart))
        return [{"heading": heading, "paragraphs": rows} for heading, rows in parts if rows]

    def is_organization(code: str) -> bool:
        return register.by_code[code].kind == "organization"

    return [
        {
            "heading": filled(headings.issue, issue_facts(number, issue.title)),
            "recommendations": [
                {
                    "heading": filled(headings.recommendation, {"label": item.printed_label}),
                    "text": item.text,
                    "groups": groups(under.get(item.id, [])),
                }
                for item in meeting.recommendations
                if item.issue == number
            ],
        }
        for number, issue in enumerate(meeting.issues, start=1)
    ]


def issue_facts(number: int, title: str) -> dict:
    """What the heading of an issue may name."""
    return {"number": number, "roman": roman(number), "title": title}


def words_in_note(text: str) -> int:
    """Words of a note in Markdown, paragraph numbers and Markdown's own signs left out."""
    lines = (re.sub(r"^(?:#+ |\d+\. |---$)", "", line) for line in text.splitlines())
    return sum(count_words(line.replace("**", "").replace("\\*", "").replace("\\", "")) for line in lines)


def check_templates(meeting: Meeting, register: Register, folder: Path) -> None:
    """Fill in every template of a meeting once, without paragraphs.

    Raises:
        BadInput: a template has an error; names file and line.
    """
    known = facts(meeting, register, []) | issue_facts(1, "") | {"label": ""}
    for path, text in meeting.note.templates().items():
        try:
            filled(text, known)
        except TEMPLATE_FAULTS as error:
            document = yaml_lines.parse(
                (folder / "meeting.yaml").read_text(encoding="utf-8"), f"raw/{meeting.id}/meeting.yaml"
            )
            name = ".".join(str(step + 1) if isinstance(step, int) else step for step in ("note", *path))
            raise BadInput.at(
                document.place(("note", *path)), name, str(error), "a template that can be filled in"
            ) from None
    markdown(meeting, register, known, [], folder / TEMPLATE)
