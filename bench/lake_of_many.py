"""A lake of invented meetings, written straight as Parquet with manifests, for what begins where runs end.

Every table fits its model; nothing in it was read from a reply. Keeps out: what is measured with it.
"""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import polars as pl

from pipeline.config import Workspace
from pipeline.storage import lake
from pipeline.validate import column_types
from pipeline.warehouse import manifest
from schemas.registry import TABLES

_WORDS = [
    "agencies", "border", "controlled", "customs", "deliveries", "exchange", "forensic", "harbour",
    "information", "international", "laboratories", "maritime", "monitoring", "national", "notifications", "officers",
    "operations", "police", "precursors", "seizures", "stations", "substances", "training", "vessels",
    "and", "the", "of", "in", "with", "for", "to", "a",
    "by", "on", "from", "were", "had", "been", "its", "that",
    "this", "new",
]  # fmt: skip
_HASH = "0" * 64


def make(workspace: Workspace, meetings: int, respondents: int, recommendations: int, words: int = 100) -> list[str]:
    """Write the lake of so many meetings, each with so many respondents that answered all; returns the meetings."""
    people = [f"R{number:03}" for number in range(respondents)]
    lake.write(workspace, "core.respondents", "", _frame("core.respondents", [_person(code) for code in people]))
    names = [f"harb-{number + 1:02}" for number in range(meetings)]
    for number, name in enumerate(names):
        write_meeting(workspace, name, number, people, recommendations, words)
    return names


def write_meeting(
    workspace: Workspace, name: str, number: int, people: list[str], recommendations: int, words: int, seed: int = 0
) -> None:
    """Write the tables and the manifest of one meeting; another seed gives other texts."""
    (workspace.meeting(name) / "replies").mkdir(parents=True, exist_ok=True)
    (workspace.meeting(name) / "meeting.yaml").touch()
    rows = _rows(name, number, people, [f"{1 + at // 5}.{'abcde'[at % 5]}" for at in range(recommendations)],
                 words, random.Random(f"{name} {seed}"))  # fmt: skip
    outputs = []
    for table in TABLES:
        if table.per_meeting:
            path = lake.write(workspace, table.name, name, _frame(table.name, rows.get(table.name, [])))
            outputs += [path] if table.from_raw else []
    manifest.write(workspace, name, {}, outputs, {"errors": 0})


def _frame(name: str, rows: list[dict]) -> pl.DataFrame:
    types = column_types(next(table for table in TABLES if table.name == name).model)
    return pl.DataFrame(
        {column: [row.get(column) for row in rows] for column in types}, schema=types, strict=False, orient="row"
    )


def _person(code: str) -> dict:
    named = dict.fromkeys(("name", "name_in_text", "sort_key"), f"Land of {code}")
    return {"respondent": code, **named, "kind": "member_state", "groups": "HARB", "aliases": ""}


def _rows(meeting: str, number: int, people: list[str], asked: list[str], words: int, chance: random.Random) -> dict:
    key = {"meeting_id": meeting}
    starts = date(2001, 6, 1) + timedelta(days=182 * number)
    sent, due = starts - timedelta(days=150), starts - timedelta(days=90)

    def text(length: int) -> str:
        return " ".join(chance.choices(_WORDS, k=length))

    meetings = [{
        **key, "body": f"Meeting of Harbour Masters {number % 4}", "ordinal": 1 + number // 4, "place": "Port",
        "starts": starts, "ends": starts, "working_languages": "English", "adopted_by_ordinal": 1,
        "adopted_by_place": "Port", "adopted_by_starts": sent, "adopted_by_ends": sent, "dispatched": sent,
        "deadline": due, "words_per_answer": 200, "invitees": "HARB", "symbol": f"HARB/{number}", "note_date": starts,
        "agenda_item": 1, "agenda_symbol": "HARB/1", "word_limit": 8500, "issued": False,
    }]  # fmt: skip
    recommendations = [
        {**key, "recommendation": one, "issue": int(one[0]), "issue_title": "Ports", "label": one[-1], "position": at,
         "text": text(40)}
        for at, one in enumerate(asked, start=1)
    ]  # fmt: skip
    replies = [
        {**key, "file": f"replies/{who}.docx", "respondent": who, "sha256": _HASH, "format": "docx", "received_on": due,
         "received_on_source": "receipts", "days_before_deadline": 0, "publish": True, "language": "en",
         "voice": "first_person", "status": "included", "stands": True, "answers": len(asked),
         "words": words * len(asked), "words_unplaced": 0}
        for who in people
    ]  # fmt: skip
    pairs = [(who, one, f"{meeting}:{who}:{one}") for who in people for one in asked]
    answers = [
        {**key, "respondent": who, "recommendation": one, "answer_id": name, "action_taken": "yes", "text": text(words),
         "words": words, "language": "en", "status": "answered", "file": f"replies/{who}.docx", "sha256": _HASH,
         "locator": f"table {at}, row 2"}
        for at, (who, one, name) in enumerate(pairs, start=1)
    ]  # fmt: skip
    paragraphs = [
        {**key, "number": at, "kind": "response", "recommendation": one, "respondent": who, "text": text(words // 2),
         "words": words // 2, "source": "draft", "answer_id": name, "file": f"replies/{who}.docx", "sha256": _HASH,
         "locator": "table", "sentences_used": "1"}
        for at, (who, one, name) in enumerate(pairs, start=1)
    ]  # fmt: skip
    budget = [
        {**key, "respondent": who, "recommendation": one, "answer_id": name, "words_received": words,
         "words_in_note": words // 2, "sentences_cut": 1, "words_cut": words // 2}
        for who, one, name in pairs
    ]  # fmt: skip
    matrix = [
        {**key, "respondent": who, "recommendation": one, "status": "answered", "action_taken": "yes", "words": words,
         "answer_id": name}
        for who, one, name in pairs
    ]  # fmt: skip
    coverage = [
        {**key, "recommendation": one, **dict.fromkeys(("invited", "replied", "answered", "took_action"), len(people)),
         **dict.fromkeys(("no_action", "blank", "covered_by_general"), 0), "words": words * len(people)}
        for one in asked
    ]  # fmt: skip
    summary = [
        {**key, "respondent": who, "received_on": due, "timeliness": "in_time", "answered": len(asked), "coverage": 1.0,
         "words": words * len(asked), "publish": True, "findings": 1}
        for who in people
    ]  # fmt: skip
    findings = [
        {**key, "number": at, "severity": "warning", "code": "over_word_cap", "table": "core.answers",
         "respondent": who, "recommendation": one, "file": f"replies/{who}.docx", "locator": "table", "value": "220",
         "message": text(20), "action": text(8), "finding_id": f"{at:012x}"}
        for at, (who, one, _) in enumerate(pairs[:: len(asked)], start=1)
    ]  # fmt: skip
    figures = [
        {**key, "answer_id": name, "number": 1, "respondent": who, "recommendation": one, "value": float(at),
         "unit": "kg", "period": "2000", "written": f"{at} kg", "sentence": text(15)}
        for at, (who, one, name) in enumerate(pairs)
    ]  # fmt: skip
    references = [
        {**key, "answer_id": name, "number": 1, "respondent": who, "recommendation": one, "kind": "system",
         "text": "PEN Online"}
        for who, one, name in pairs[::2]
    ]  # fmt: skip
    return {
        "core.meetings": meetings, "core.recommendations": recommendations, "core.replies": replies,
        "core.answers": answers, "derived.note_paragraphs": paragraphs, "derived.word_budget": budget,
        "derived.response_matrix": matrix, "derived.recommendation_coverage": coverage,
        "derived.respondent_summary": summary, "quality.findings": findings, "derived.figures_reported": figures,
        "derived.references_cited": references,
        "derived.themes": [
            {**key, "theme": "precursors", "recommendation": one, "respondent": who} for who, one, _ in pairs[::4]
        ],
    }  # fmt: skip
