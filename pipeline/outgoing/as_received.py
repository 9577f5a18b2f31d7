"""Files of replies as they were received, beside the published pages of respondents that agreed to publication.

A file that holds contact data is told: whoever puts it on a website publishes that too. Keeps out: the pages
(`published.py`).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from pipeline.config import Workspace
from pipeline.storage import atomic

FOLDER = "received"
_MESSAGES = (".eml", ".msg")


def received_name(respondent: str, file: str) -> str:
    """Where the file of a respondent lies in the published folder."""
    return f"{FOLDER}/{respondent}-{Path(file).name}"


def allowed_names(replies: Sequence[Mapping]) -> set[str]:
    """The names that copies may have: those of files all of whose respondents agreed. `replies`: core.replies."""
    refused = {row["file"] for row in replies if not row["publish"]}
    return {
        received_name(row["respondent"], row["file"])
        for row in replies
        if row["stands"] and row["publish"] and row["file"] not in refused
    }


def put_as_received(workspace: Workspace, meeting_id: str, replies: Sequence[Mapping]) -> dict[str, bool]:
    """Copy the files of respondents that agreed; returns their names, each with whether it holds contact data.

    `replies` are rows of core.replies. A file with rows of several respondents is copied only where all of them agreed.

    Raises:
        CannotWrite: the disk is full, or nothing may be written there.
    """
    allowed = allowed_names(replies)
    with_contacts = _files_with_contacts(workspace, meeting_id)

    def holds_contacts(file: str) -> bool:
        # A message names its sender in any case.
        return file in with_contacts or Path(file).suffix.lower() in _MESSAGES

    found = {}
    for row in replies:
        if row["stands"] and (name := received_name(row["respondent"], row["file"])) in allowed:
            content = (workspace.meeting(meeting_id) / row["file"]).read_bytes()
            atomic.write_bytes(workspace.published(meeting_id) / name, content)
            found[name] = holds_contacts(row["file"])
    return found


def _files_with_contacts(workspace: Workspace, meeting_id: str) -> set[str]:
    paths = (workspace.contacts(meeting_id), workspace.as_received(meeting_id))
    return {file for path in paths if path.exists() for file in pl.read_parquet(path)["file"]}
