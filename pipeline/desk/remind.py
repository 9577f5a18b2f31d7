"""Reminders and letters with questions for a meeting on a day: whom they go to, their files, and the log of both.

Keeps out: what they say (`outgoing/letters.py`).
"""

from datetime import date

from pipeline.case import Case
from pipeline.desk.identity import open_ones
from pipeline.outgoing.earlier import earlier_answers
from pipeline.outgoing.letters import QUERY, REMINDER, Letter, query, reminder
from pipeline.outgoing.questionnaire import blank_form
from pipeline.raw import csv_lines
from pipeline.storage import atomic

LOG = "log.csv"
_COLUMNS = ("date", "respondent", "kind", "file")


def write_letters(case: Case, day: date) -> dict[str, list[str]]:
    """Write the drafts and a line of the log for each; returns the codes of respondents by kind of letter.

    Those without any reply are reminded; questions go to those whose reply, in time or not, leaves some open.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    summary = {row["respondent"]: row["timeliness"] for row in case.table("derived.respondent_summary").to_dicts()}
    findings = open_ones(case.table("quality.findings")).to_dicts()
    earlier = earlier_answers(case.workspace, case.meeting)
    written: dict[str, list[str]] = {REMINDER: [], QUERY: []}
    for person in case.register.respondents:
        own = [row for row in findings if row["respondent"] == person.code]
        # A file that could not be read is no reply yet, but a question.
        kind, letter = QUERY, query(case.meeting, person, day, own)
        if letter is None and summary.get(person.code) == "no_reply":
            before = earlier.get(person.code, {})
            form = blank_form(case.meeting, person, before)
            kind, letter = REMINDER, reminder(case.meeting, person, day, form, earlier=bool(before))
        if letter:
            _write(case, person.code, kind, letter, day)
            written[kind].append(person.code)
    _log(case, day, written)
    return written


def _write(case: Case, code: str, kind: str, letter: Letter, day: date) -> None:
    folder = case.workspace.letters(case.meeting_id)
    atomic.write_bytes(folder / f"{_name(code, kind, day)}.eml", letter.message(day))
    atomic.write_text(folder / f"{_name(code, kind, day)}.md", letter.markdown())


def _name(code: str, kind: str, day: date) -> str:
    return f"{day}-{code}-{kind}"


def _log(case: Case, day: date, written: dict[str, list[str]]) -> None:
    """Add a line for each draft; one that was written before on the same day has its line."""
    path = case.workspace.letters(case.meeting_id) / LOG
    known = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [(str(day), code, kind, f"{_name(code, kind, day)}.eml") for kind in written for code in written[kind]]
    if new := [row for row in rows if ",".join(row) not in known]:
        csv_lines.append(path, _COLUMNS, new)
