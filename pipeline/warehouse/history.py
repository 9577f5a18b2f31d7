"""What a meeting's tables said before: kept when a run begins to make them anew, and when a note is issued.

Kept are the tables of the last whole run, and of each day its last; beside the issued note lie its own. Of all that is
made only derived.paragraph_changes follows from them. Keeps out: what changed between two (`warehouse/changes.py`).
"""

import gzip
import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from pipeline.config import Workspace
from pipeline.errors import BadInput
from pipeline.raw.life_cycle import ISSUED_NOTE
from pipeline.storage import atomic, lake
from pipeline.warehouse import manifest

LAST, STATE = "last", "state.json.gz"
# Packed tightest a file is two per cent smaller and takes twice as long.
_LEVEL = 6
# What names a paragraph of the introduction begins with this; its number follows.
INTRODUCTION = "introduction, "
State = dict[str, dict[str, str]]


def state_of(workspace: Workspace, meeting_id: str) -> State:
    """What a meeting's tables in the lake say, by kind (replies, answers, paragraphs, findings) and what names a row.

    Raises:
        FileNotFoundError: the meeting has not been run.
    """

    def rows(name: str) -> list[dict]:
        return lake.load(workspace, name, meeting_id).to_dicts()

    return {
        "replies": {
            " ".join(filter(None, (row["file"], row["respondent"]))): (
                f"{row['status']}, received {row['received_on'] or 'on an unknown day'}, content {row['sha256']}"
            )
            for row in rows("core.replies")
        },
        "answers": {
            f"{row['respondent']} {row['recommendation']}": f"{row['action_taken']}: {row['text'] or ''}".strip()
            for row in rows("core.answers")
        },
        "paragraphs": paragraphs_by_name(rows("derived.note_paragraphs")),
        "findings": {
            row["finding_id"]: f"{row['code']}: {row['message']}"
            for row in rows("quality.findings")
            if row["accepted_on"] is None
        },
    }


def paragraphs_by_name(rows: Iterable[dict]) -> dict[str, str]:
    """Texts of rows of derived.note_paragraphs by what a paragraph goes by from one run to the next."""
    return {
        f"{row['respondent']} {row['recommendation']}" if row["respondent"] else f"{INTRODUCTION}{row['number']}": (
            row["text"]
        )
        for row in rows
    }


def keep(workspace: Workspace, meeting_id: str) -> None:
    """Keep what the last run made, where that run came to its end; called before its tables are made anew."""
    path = workspace.manifest(meeting_id)
    if not manifest.is_whole(workspace, meeting_id):
        return
    try:
        content = _packed(state_of(workspace, meeting_id))
    except (FileNotFoundError, KeyError):
        return  # made by a program that had other tables
    made_on = date.fromtimestamp(path.stat().st_mtime)
    for name in (str(made_on), LAST):
        atomic.write_bytes(workspace.history(meeting_id) / f"{name}.json.gz", content)


def keep_issued(workspace: Workspace, meeting_id: str, folder: Path) -> None:
    """Keep what the tables say now beside the issued note."""
    atomic.write_bytes(folder / STATE, _packed(state_of(workspace, meeting_id)))


def earlier(workspace: Workspace, meeting_id: str, since: str) -> tuple[State, str]:
    """What the tables said before the last run, at the issue, or at the end of a day; and in words, when that was.

    `since` is last, issued, or a day written year-month-day: then the latest that was kept on it or before.

    Raises:
        BadInput: nothing was kept then.
    """
    folder = workspace.history(meeting_id)
    if since == "issued":
        path, when = (workspace.meeting(meeting_id) / ISSUED_NOTE).with_name(STATE), "the issued note"
    elif since == LAST:
        path, when = folder / f"{LAST}.json.gz", "the run before the last"
    else:
        try:
            asked = date.fromisoformat(since)
        except ValueError:
            raise BadInput(f"--since: found {since}, expected last, issued, or a day such as 2019-07-26") from None
        kept = sorted(name for one in folder.glob("2*.json.gz") if (name := one.name[:10]) <= str(asked))
        path = folder / f"{kept[-1] if kept else asked}.json.gz"
        when = f"the last run of {kept[-1]}" if kept else since
    try:
        return json.loads(gzip.decompress(path.read_bytes())), when
    except FileNotFoundError:
        days = ", ".join(sorted(one.name[:10] for one in folder.glob("2*.json.gz"))) or "none"
        said = f"{meeting_id}: found nothing kept of {when}, expected an earlier run (there are days: {days})"
        raise BadInput(said) from None
    except (OSError, ValueError, EOFError):
        raise BadInput(f"{path}: found a damaged file, expected what an earlier run kept: delete it") from None


def to_compare(workspace: Workspace, meeting_id: str) -> dict[str, State]:
    """What the tables said before this run (last_run) and in the issued note (issued), as far as it was kept."""
    found = {}
    for name, since in (("last_run", LAST), ("issued", "issued")):
        with suppress(BadInput):
            found[name] = earlier(workspace, meeting_id, since)[0]
    return found


def keep_for(workspace: Workspace, meeting_id: str, other: Workspace) -> None:
    """Keep in another workspace what this one compares a meeting's last run with."""
    path = workspace.history(meeting_id) / f"{LAST}.json.gz"
    if path.exists():
        atomic.write_bytes(other.history(meeting_id) / path.name, path.read_bytes())


def _packed(state: State) -> bytes:
    return gzip.compress(json.dumps(state, ensure_ascii=False, sort_keys=True).encode(), _LEVEL, mtime=0)
