"""Replies for the website: of each respondent that agreed to it, recommendations and answers as a clean page.

Made of tables, in which contact data is withheld; without an explicit yes there is no page, and nothing that says so.
Keeps out: replies as they were received (`as_received.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import jinja2

from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.storage import atomic
from pipeline.text.markdown import markdown_text
from pipeline.text.spoken import date_range, long_date, ordinal_words

_TEMPLATES = Path(__file__).parent / "templates"
_KINDS = ("html", "md")
_MARKS = {"yes": "Action taken: yes", "no": "Action taken: no", "unclear": ""}


def published_pages(
    meeting: Meeting, register: Register, replies: Sequence[Mapping], answers: Sequence[Mapping]
) -> dict[str, bytes]:
    """The pages by their names, CODE.html and CODE.md of each respondent and an index of them; none without consent.

    `replies` and `answers` are rows of core.replies and core.answers. The reply whose answers are kept decides.
    """
    agreed = {row["respondent"]: row for row in replies if row["stands"] and row["publish"]}
    people = [one for one in register.respondents if one.code in agreed]
    if not people:
        return {}
    environment = _environment()
    known = {
        "title": f"{ordinal_words(meeting.ordinal)} {meeting.body}",
        "held": f"{meeting.place}, {date_range(meeting.starts, meeting.ends)}",
        "adopted": f"{ordinal_words(meeting.adopted_by.ordinal)} {meeting.body}",
        "people": people,
    }
    made = {}
    for kind in _KINDS:
        made[f"index.{kind}"] = environment.get_template(f"replies.{kind}.j2").render(known)
        for person in people:
            own = [row for row in answers if row["respondent"] == person.code]
            page = known | {"person": person, **_reply(meeting, agreed[person.code], own)}
            made[f"{person.code}.{kind}"] = environment.get_template(f"reply.{kind}.j2").render(page)
    return {name: text.encode() for name, text in made.items()}


def put_published(folder: Path, pages: Mapping[str, bytes], beside: Collection[str]) -> None:
    """Write the pages into the published folder and take away what is published there of nobody who agrees any more.

    `beside`: names of files as received that may stay.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    for name, content in pages.items():
        atomic.write_bytes(folder / name, content)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            with suppress(OSError):
                path.rmdir()
        elif (name := path.relative_to(folder).as_posix()) not in pages and name not in beside:
            path.unlink()
    with suppress(OSError):
        folder.rmdir()


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=jinja2.select_autoescape(enabled_extensions=("html.j2",)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = markdown_text
    return environment


def _reply(meeting: Meeting, reply: Mapping, answers: Sequence[Mapping]) -> dict:
    """What a page shows of a reply: recommendations under their issues, each with mark and answer, then the rest."""
    said = {row["recommendation"]: row for row in answers if row["status"] != "general"}
    general = next((row["text"] for row in answers if row["status"] == "general"), "")
    issues: dict[str, list[dict]] = {}
    for one in meeting.recommendations:
        row = said.get(one.id)
        issues.setdefault(f"{one.issue}. {one.issue_title}", []).append(
            {
                "label": one.printed_label,
                "text": one.text,
                "mark": _MARKS[row["action_taken"]] if row else "",
                "lines": row["text"].splitlines() if row else [],
                "language": (row["language"] if row else None) or "en",
            }
        )
    day = reply["submitted_on"] or reply["received_on"]
    return {
        "issues": issues,
        "general": general.splitlines(),
        "language": reply["language"] or "en",
        "day": long_date(day) if day else "",
    }
