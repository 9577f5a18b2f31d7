"""Where a meeting stands: who replied, is late, set aside or outstanding, the note's words, and what is to be done.

Keeps out: how it is printed (`cli/status.py`).
"""

from dataclasses import dataclass
from datetime import date

import polars as pl

from pipeline.case import Case
from pipeline.desk.identity import open_ones
from pipeline.note.todo import Task, tasks
from pipeline.raw.life_cycle import stage_of
from pipeline.warehouse import manifest


@dataclass(frozen=True)
class Standing:
    """A meeting as it stands after its last run.

    `days_left` counts to the last day on which replies are taken, negative after it. `late` has names with the days
    by which their replies came after it, `outstanding` names, `set_aside` files with the code of their error.
    `current` is false where files of raw/ have changed since that run; `gone` are lines of accepted.csv whose finding
    is no longer there.
    """

    meeting_id: str
    symbol: str
    stage: str
    cutoff: date
    days_left: int
    current: bool
    invited: int
    in_note: int
    late: list[tuple[str, int | None]]
    set_aside: list[tuple[str, str]]
    outstanding: list[str]
    summary: dict
    accepted: int
    gone: list[str]
    todo: list[Task]


def standing(case: Case, today: date) -> Standing:
    """Where a meeting stands.

    Raises:
        BadInput: the meeting has not been run, or a file of it is not as it must be.
    """
    findings, replies = case.table("quality.findings"), case.table("core.replies")
    matrix, cutoff = case.table("derived.response_matrix"), case.meeting.questionnaire.cutoff
    made = manifest.load(case.workspace, case.meeting_id) or {}
    by_respondent = matrix.group_by("respondent").agg(pl.col("status").unique())
    statuses = {code: set(own) for code, own in by_respondent.iter_rows()}
    names = {one.code: one.name for one in case.register.respondents}
    late = replies.filter((pl.col("status") == "late") & pl.col("stands"))
    late_codes = set(late["respondent"])
    errors = findings.filter((pl.col("severity") == "error") & pl.col("file").is_not_null())
    included = set(replies.filter(pl.col("status") == "included")["file"])
    known = set(findings["finding_id"])
    return Standing(
        case.meeting_id,
        case.meeting.note.printed_symbol,
        stage_of(case.meeting, case.folder, today),
        cutoff,
        (cutoff - today).days,
        manifest.is_current(case.workspace, case.meeting_id),
        len(statuses),
        len(set(replies.filter(pl.col("status") == "included")["respondent"])),
        [
            (
                names.get(row["respondent"], row["file"]),
                (row["received_on"] - cutoff).days if row["received_on"] else None,
            )
            for row in late.iter_rows(named=True)
        ],
        sorted({(row["file"], row["code"]) for row in errors.iter_rows(named=True) if row["file"] not in included}),
        [
            one.name
            for one in case.register.respondents
            if statuses.get(one.code) == {"no_reply"} and one.code not in late_codes
        ],
        made.get("summary", {}),
        findings.height - open_ones(findings).height,
        [line for line in case.accepted if line not in known],
        open_tasks(case)[1],
    )


def open_tasks(case: Case) -> tuple[int, list[Task]]:
    """How many findings a meeting has, accepted ones among them, and the open ones as things to do."""
    findings = case.table("quality.findings")
    tables = (case.table(name).to_dicts() for name in ("derived.note_paragraphs", "core.answers"))
    return findings.height, tasks(open_ones(findings).to_dicts(), *tables, case.meeting, case.register)
