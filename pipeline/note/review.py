"""The page for review: the note, and behind each paragraph the answer it came from, its place and its findings.

One file without network or storage; everything from replies is escaped, and a policy lets nothing run but the page's
own script. Keeps out: how the page looks (`templates/review.*`) and the figures in it (`figures/`).
"""

import base64
import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import jinja2
import yaml
from markupsafe import Markup

from pipeline.note import printed
from pipeline.note.drafting.sentences import answer_sentences
from pipeline.note.figures.draw import STATUSES
from pipeline.note.printed import printed_parts
from pipeline.note.render import TEMPLATES
from pipeline.note.todo import Item, Task
from pipeline.raw.editorial import fingerprint
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.one_line import one_line
from pipeline.text.word_changes import word_changes
from schemas.finding_codes import FINDING_CODES

Row = Mapping[str, object]
# Paragraphs that came or changed, by respondent, recommendation and their text now.
Changed = Mapping[tuple[str | None, str | None, str | None], Row]
SINCE = {"last_run": "Since the last run", "issued": "Since the issued note"}
SOURCES = {
    "template": "the note's own wording",
    "editorial": "an editor's text",
    "draft": "a draft from the answer",
    "reported": "printed as received",
}

# libyaml is ten times as fast, and may break a line with rare signs elsewhere: storage/provenance.py tells of it.
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Tables:
    """Rows of the tables that the page shows, by the tables' names."""

    paragraphs: Sequence[Row]
    answers: Sequence[Row]
    matrix: Sequence[Row]
    changes: Sequence[Row]


def review_page(
    markdown: str,
    tables: Tables,
    todo: Sequence[Task],
    meeting: Meeting,
    register: Register,
    words: int,
    figures: Sequence[str],
    since: str = "issued",
) -> str:
    """The page of a note in Markdown; `todo` are its findings, `words` is how many it has, `figures` are SVG.

    Marked is what changed since the issued note, or since the last run (`since`: issued or last_run).
    """
    findings = [_finding(item) for task in todo for kind in task.kinds for item in kind.items]
    about = _by_answer(findings)
    changes = [row for row in tables.changes if row["since"] == since]
    changed = {(row["respondent"], row["recommendation"], row["now"]): row for row in changes}
    details = _details(tables, about, register, changed)
    answered = {row["respondent"] for row in tables.answers}
    style, script = (
        (TEMPLATES / f"review.{kind}").read_text(encoding="utf-8").replace("\r\n", "\n") for kind in ("css", "js")
    )
    return _template().render(
        meeting=meeting,
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        figures=[Markup(one) for one in figures],
        words=words,
        over=words > meeting.note.word_limit,
        paragraphs=len(tables.paragraphs),
        severities=Counter(one["severity"] for one in findings),
        sections=_sections(markdown, tables, about, changed),
        since=SINCE[since],
        changes=_changes(changes, {one["changed"]: one["key"] for one in details if one["changed"]}, register),
        details=details,
        todo=_todo(todo, {one["key"] for one in details}),
        coverage=_coverage(tables, meeting, register, {one["key"] for one in details}),
        recommendations=meeting.recommendations,
        respondents=[one for one in register.respondents if one.code in answered],
        codes=sorted({(one["code"], one["meaning"]) for one in findings}),
    )


@cache
def _template() -> jinja2.Template:
    blocks = {"trim_blocks": True, "lstrip_blocks": True}
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, **blocks)
    environment.loader = jinja2.FileSystemLoader(TEMPLATES)
    return environment.get_template("review.html.j2")


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


def _by_answer(findings: list[dict]) -> Mapping[tuple[str, str], list[dict]]:
    """Findings by the respondent and the recommendation they are about."""
    found = defaultdict(list)
    for one in findings:
        if one["respondent"]:
            found[one["respondent"], one["recommendation"]].append(one)
    return found


def _about(row: Mapping, findings: Mapping[tuple[str, str], list[dict]]) -> list[dict]:
    """Findings about the answer of a row."""
    return findings.get((row.get("respondent"), row.get("recommendation")), [])


def _changes(changes: Sequence[Row], keys: Mapping[str, str], register: Register) -> list[dict]:
    """What became of paragraphs, with the words in their place and the key of each that stands."""

    def name(row: Row) -> str:
        if not row["respondent"]:
            return row["paragraph"]
        return f"{register.by_code[row['respondent']].name}, {row['recommendation']}"

    return [
        {"name": name(row), "change": row["change"], "words": _in_place(row), "key": keys.get(row["paragraph"], "")}
        for row in changes
    ]


def _in_place(row: Row) -> list[tuple[str, str]]:
    return word_changes(row["before"] or "", row["now"] or "")


def _sections(
    markdown: str, tables: Tables, findings: Mapping[tuple[str, str], list[dict]], changed: Changed
) -> list[dict]:
    """The note from top to bottom, from one heading to the next, with what filters ask of each paragraph."""
    rows = {row["number"]: row for row in tables.paragraphs}
    sections: list[dict] = [{"parts": [], "foot": False}]
    for part in printed_parts(markdown):
        if part.kind == printed.HEADING or (part.kind == printed.FOOTNOTE and not sections[-1]["foot"]):
            sections.append({"parts": [], "foot": part.kind == printed.FOOTNOTE})
        row = rows.get(part.number, {}) if part.kind == printed.NUMBERED else {}
        found = _about(row, findings)
        sections[-1]["parts"].append(
            {
                "part": part,
                "key": _key(row) if row else "",
                "respondent": row.get("respondent") or "",
                "recommendation": row.get("recommendation") or "",
                "source": row.get("source") or "",
                "codes": " ".join(sorted({one["code"] for one in found})),
                "severity": _worst(found),
                "changed": (_change(row, changed) or {}).get("change", "") if row else "",
                "marks": ", ".join("*" * mark for mark in part.marks),
            }
        )
    return sections


def _worst(found: list[dict]) -> str:
    return max((one["severity"] for one in found), key=("warning", "error").index, default="")


def _key(row: Row) -> str:
    """What a paragraph and its details are found by: the answer, or the paragraph's number where it has none."""
    return f"{row['recommendation']}-{row['respondent']}" if row["respondent"] else f"paragraph-{row['number']}"


def _details(
    tables: Tables, findings: Mapping[tuple[str, str], list[dict]], register: Register, changed: Changed
) -> list[dict]:
    """What the page shows of every paragraph and of every answer that has words or a finding but no paragraph."""
    answers = {row["answer_id"]: row for row in tables.answers}
    printed_ids = {row["answer_id"] for row in tables.paragraphs}
    paragraphs = [
        _detail(row, answers.get(row["answer_id"]), findings, register) | _since(_change(row, changed))
        for row in tables.paragraphs
    ]
    others = [
        _detail({**row, "number": None, "source": None, "sentences_used": None}, row, findings, register) | _since(None)
        for row in tables.answers
        if row["answer_id"] not in printed_ids and (row["text"] or row["action_taken"] == "no" or _about(row, findings))
    ]
    return paragraphs + others


def _change(row: Row, changed: Changed) -> Row | None:
    """What became of a paragraph since then; None where it is the same."""
    return changed.get((row["respondent"], row["recommendation"], row["text"]))


def _since(change: Row | None) -> dict:
    return {"changed": change["paragraph"] if change else "", "in_place": _in_place(change) if change else []}


def _detail(row: Row, answer: Row | None, findings: Mapping[tuple[str, str], list[dict]], register: Register) -> dict:
    told = {int(number) for number in (row["sentences_used"] or "").split(";") if number}
    sentences = answer_sentences(answer["text"]) if answer and answer["text"] else []
    person = register.by_code.get(row["respondent"] or "")
    return {
        "key": _key(row),
        "number": row["number"],
        "name": person.name if person else "",
        "recommendation": row["recommendation"],
        "source": SOURCES.get(row["source"], "no paragraph"),
        "answer": answer,
        # Only drafts say which sentences they tell; what is printed as received tells all.
        "sentences": [
            (text, number in told or row["source"] == "reported") for number, text in enumerate(sentences, start=1)
        ],
        "file": one_line(row["file"] or ""),
        "locator": one_line(row["locator"] or ""),
        "sha256": row["sha256"] or "",
        "findings": _about(row, findings),
        "entry": _entry(row, answer) if answer else "",
    }


def _entry(row: Row, answer: Row) -> str:
    """The paragraph as an entry of editorial/CODE.yaml, ready to be reworded."""
    text = row["text"] or "…"
    entry = {"text": text, "of": fingerprint(answer["text"])}
    if row["source"] != "editorial":
        # As long as the text is this one, the entry counts as none.
        entry["given"] = fingerprint(text)
    return yaml.dump({row["recommendation"]: entry}, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=56)


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
