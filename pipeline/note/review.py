"""The pages for review: the note, and behind each paragraph the answer it came from, its place and its findings.

One file without network or storage; everything from replies is escaped, and a policy lets nothing run but the page's
own script. Keeps out: what stands behind a paragraph (`review_details.py`), how the page looks (`templates/review*`),
and the figures in it (`figures/`).
"""

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pipeline.note import printed
from pipeline.note.figures.draw import STATUSES
from pipeline.note.printed import printed_parts
from pipeline.note.render import TEMPLATES
from pipeline.note.review_details import (
    Changed,
    Detail,
    Findings,
    Row,
    about_answer,
    details_of,
    in_place,
    key_of,
    template,
)
from pipeline.note.todo import Item, Task
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.one_line import one_line
from schemas.finding_codes import FINDING_CODES

SINCE = {"last_run": "Since the last run", "issued": "Since the issued note"}


@dataclass(frozen=True)
class Tables:
    """Rows of the tables that the page shows, by the tables' names."""

    paragraphs: Sequence[Row]
    answers: Sequence[Row]
    matrix: Sequence[Row]
    changes: Sequence[Row]


def review_pages(
    markdown: str,
    tables: Tables,
    todo: Sequence[Task],
    meeting: Meeting,
    register: Register,
    words: int,
    figures: Sequence[str],
    since: Iterable[str] = ("issued",),
) -> dict[str, str]:
    """The pages of a note in Markdown; `todo` are its findings, `words` is how many it has, `figures` are SVG.

    One for each of `since`: marked is what changed since the issued note (issued), or since the last run (last_run).
    """
    findings = [_finding(item) for task in todo for kind in task.kinds for item in kind.items]
    about = _by_answer(findings)
    details = details_of(tables.paragraphs, tables.answers, about, meeting, register)
    keys = {one.key for one in details}
    sections = _sections(markdown, tables, about)
    answered = {row["respondent"] for row in tables.answers}
    style, script = (
        (TEMPLATES / f"review.{kind}").read_text(encoding="utf-8").replace("\r\n", "\n") for kind in ("css", "js")
    )
    page = template("review.html.j2")
    same = {
        "meeting": meeting,
        "policy": _policy(style, script),
        "style": Markup(style),
        "script": Markup(script),
        "figures": [Markup(one) for one in figures],
        "words": words,
        "over": words > meeting.note.word_limit,
        "paragraphs": len(tables.paragraphs),
        "severities": Counter(one["severity"] for one in findings),
        "todo": _todo(todo, keys),
        "coverage": _coverage(tables, meeting, register, keys),
        "recommendations": meeting.recommendations,
        "respondents": [one for one in register.respondents if one.code in answered],
        "codes": sorted({(one["code"], one["meaning"]) for one in findings}),
    }
    pages = {}
    for then in since:
        changed = Changed(SINCE[then], (row for row in tables.changes if row["since"] == then))
        pages[then] = page.render(
            **same,
            since=changed.since,
            sections=[{**one, "parts": [changed.marked(part) for part in one["parts"]]} for one in sections],
            changes=_changes(changed, details, register),
            details=[one.shown(changed) for one in details],
        )
    return pages


def _policy(style: str, script: str) -> str:
    """A policy that lets the page's own style and script work, and nothing else."""

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    own = f"style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'"
    return f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"


def _finding(item: Item) -> dict:
    row = item.finding
    return {
        **{name: row[name] for name in ("severity", "code", "respondent", "recommendation", "finding_id")},
        "name": item.name,
        "message": one_line(row["message"]),
        "action": row["action"],
        "meaning": FINDING_CODES[row["code"]].meaning,
    }


def _todo(todo: Sequence[Task], keys: set[str]) -> list[dict]:
    """The things to do as the page lists them: a finding leads to its paragraph or answer, where the page has it."""

    def item(one: Item) -> dict:
        key = f"{one.finding['recommendation']}-{one.finding['respondent']}"
        told = {"place": one.place, "says": one_line(one.says), "words": one.words, "key": key if key in keys else ""}
        return _finding(one) | told

    return [
        {
            "severity": task.severity,
            "action": task.action,
            "count": task.count,
            "kinds": [
                {"code": kind.code, "meaning": kind.meaning, "items": [item(one) for one in kind.items]}
                for kind in task.kinds
            ],
        }
        for task in todo
    ]


def _by_answer(findings: list[dict]) -> Findings:
    """Findings by the respondent and the recommendation they are about."""
    found = defaultdict(list)
    for one in findings:
        if one["respondent"]:
            found[one["respondent"], one["recommendation"]].append(one)
    return found


def _changes(changed: Changed, details: Sequence[Detail], register: Register) -> list[dict]:
    """What became of paragraphs, with the words in their place and the key of each that stands."""
    keys = {row["paragraph"]: one.key for one in details if (row := changed.of(one.row))}

    def name(row: Row) -> str:
        if not row["respondent"]:
            return row["paragraph"]
        return f"{register.by_code[row['respondent']].name}, {row['recommendation']}"

    return [
        {"name": name(row), "change": row["change"], "words": in_place(row), "key": keys.get(row["paragraph"], "")}
        for row in changed.rows
    ]


def _sections(markdown: str, tables: Tables, findings: Findings) -> list[dict]:
    """The note from top to bottom, from one heading to the next, with what filters ask of each paragraph."""
    rows = {row["number"]: row for row in tables.paragraphs}
    sections: list[dict] = [{"parts": [], "foot": False}]
    for part in printed_parts(markdown):
        if part.kind == printed.HEADING or (part.kind == printed.FOOTNOTE and not sections[-1]["foot"]):
            sections.append({"parts": [], "foot": part.kind == printed.FOOTNOTE})
        row = rows.get(part.number, {}) if part.kind == printed.NUMBERED else {}
        found = about_answer(row, findings)
        sections[-1]["parts"].append(
            {
                "part": part,
                "row": row,
                "key": key_of(row) if row else "",
                "respondent": row.get("respondent") or "",
                "recommendation": row.get("recommendation") or "",
                "source": row.get("source") or "",
                "codes": " ".join(sorted({one["code"] for one in found})),
                "severity": _worst(found),
                "marks": ", ".join("*" * mark for mark in part.marks),
            }
        )
    return sections


def _worst(found: list[dict]) -> str:
    return max((one["severity"] for one in found), key=("warning", "error").index, default="")


def _coverage(tables: Tables, meeting: Meeting, register: Register, keys: set[str]) -> dict:
    """Who answered what: a row for each respondent that replied, and the names of the others."""
    statuses = {(row["respondent"], row["recommendation"]): row["status"] for row in tables.matrix}
    rows, without = [], []
    for person in register.respondents:
        own = [statuses.get((person.code, one.id)) for one in meeting.recommendations]
        if set(own) <= {None, "no_reply"}:
            without += [person.name] if "no_reply" in own else []
            continue
        cells = []
        for one, status in zip(meeting.recommendations, own, strict=True):
            _, sign, _, words = STATUSES[status or "no_reply"]
            key = f"{one.id}-{person.code}"
            cells.append(
                {"status": status, "sign": sign, "words": words, "key": key if key in keys else "", "id": one.id}
            )
        rows.append({"name": person.name, "code": person.code, "cells": cells})
    used = Counter(cell["status"] for row in rows for cell in row["cells"])
    legend = [(status, sign, words, used[status]) for status, (_, sign, _, words) in STATUSES.items() if used[status]]
    return {"rows": rows, "without": without, "legend": legend}
