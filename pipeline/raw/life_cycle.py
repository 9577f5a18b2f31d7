"""The stages of a meeting, from its dates and from whether its note was issued.

Keeps out: what is done at each stage (`automation.py`), and issuing (`warehouse/issue.py`).
"""

from datetime import date, timedelta
from pathlib import Path

from pipeline.raw.meeting import Meeting
from schemas.vocabulary import STAGES

PLANNED, OPEN, CLOSING, ISSUED = STAGES
ISSUED_NOTE = "issued/note.md"


def is_issued(folder: Path) -> bool:
    """Whether a meeting's note was issued: its folder in raw/ holds it."""
    return (folder / ISSUED_NOTE).is_file()


def stage_of(meeting: Meeting, folder: Path, today: date) -> str:
    """The stage of a meeting (docs/rules.md, "Stages of a meeting")."""
    if is_issued(folder):
        return ISSUED
    if today < meeting.questionnaire.dispatched:
        return PLANNED
    return OPEN if today <= meeting.questionnaire.cutoff else CLOSING


def closed_on(meeting: Meeting, folder: Path, today: date) -> bool:
    """Whether replies were taken until the day before `today`: the note is run once more then."""
    return not is_issued(folder) and meeting.questionnaire.cutoff + timedelta(days=1) == today
