"""What respondents answered before to recommendations that a meeting asks about again, from the lake.

A recommendation is the same where its text is, but for a slip of the pen. Keeps out: the form it goes into
(`questionnaire.py`).
"""

import re
from collections.abc import Iterable

import polars as pl
from rapidfuzz import fuzz

from pipeline.config import Workspace
from pipeline.raw.meeting import Meeting
from pipeline.raw.recommendation import Recommendation
from pipeline.storage import lake
from schemas.vocabulary import REPORTED

# How alike two texts are, from 0 to 100, to be one recommendation.
_SAME = 95


def earlier_answers(workspace: Workspace, meeting: Meeting) -> dict[str, dict[str, str]]:
    """By respondent and by recommendation of this meeting, the text of the latest earlier answer to the same one.

    Text that is a note's already, as in replies of imported notes, is the Secretariat's and is left out.
    """
    found: dict[str, dict[str, str]] = {}
    for meeting_id in _earlier_meetings(workspace, meeting):
        asked = lake.load(workspace, "core.recommendations", meeting_id).to_dicts()
        same = {one["recommendation"]: now for one in asked if (now := _same(one["text"], meeting.recommendations))}
        if not same:
            continue
        for row in _own_words(workspace, meeting_id):
            if row["recommendation"] in same:
                # The latest meeting comes first.
                found.setdefault(row["respondent"], {}).setdefault(same[row["recommendation"]], row["text"])
    return found


def _earlier_meetings(workspace: Workspace, meeting: Meeting) -> list[str]:
    """Other meetings that have been run and were held before, the latest first."""
    held = []
    for meeting_id in workspace.meeting_ids():
        if meeting_id != meeting.id and lake.has(workspace, "core.answers", meeting_id):
            starts = lake.load(workspace, "core.meetings", meeting_id)["starts"].item()
            if starts < meeting.starts:
                held.append((starts, meeting_id))
    return [meeting_id for _, meeting_id in sorted(held, reverse=True)]


def _own_words(workspace: Workspace, meeting_id: str) -> list[dict]:
    replies = lake.load(workspace, "core.replies", meeting_id).filter(pl.col("voice") != REPORTED)
    answers = lake.load(workspace, "core.answers", meeting_id)
    written = answers.filter((pl.col("status") == "answered") & (pl.col("text") != ""))
    return written.join(replies, on=["respondent", "file"], how="semi").to_dicts()


def _same(text: str, recommendations: Iterable[Recommendation]) -> str | None:
    """The id of the recommendation with this text."""
    plain = _plain(text)
    best = max(recommendations, key=lambda one: fuzz.ratio(plain, _plain(one.text)))
    return best.id if fuzz.ratio(plain, _plain(best.text)) >= _SAME else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
