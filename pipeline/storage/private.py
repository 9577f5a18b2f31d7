"""Contact data of replies: kept apart in private/, readable by the owner only, and in no other output
(docs/rules.md, "Contact data").

Keeps out: everything else a reply says.
"""

from pathlib import Path

import polars as pl

from pipeline.config import PRIVATE_FILE_MODE, PRIVATE_FOLDER_MODE, Workspace
from pipeline.storage.atomic import replacing

AS_RECEIVED = ("meeting_id", "respondent", "file", "place", "text")
COLUMNS = ("meeting_id", "respondent", "file", "name", "title", "address", "telephone", "fax", "email")


def make_private_folder(path: Path) -> None:
    """Make the folder of a private file, and the one all of them lie in, open to nobody but their owner."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in (path.parent.parent, path.parent):
        folder.chmod(PRIVATE_FOLDER_MODE)


def make_private_file(path: Path) -> None:
    """Make an empty private file, so that what is written into it is never open to others."""
    make_private_folder(path)
    path.touch(PRIVATE_FILE_MODE)


def write_contacts(workspace: Workspace, meeting_id: str, contacts: list[dict], as_received: list[dict]) -> None:
    """Write the contact data of a meeting, and the texts that hold some; where there is none, nothing is left."""
    extra = sorted({name for contact in contacts for name in contact} - set(COLUMNS))
    _write(workspace.contacts(meeting_id), contacts, (*COLUMNS, *extra))
    _write(workspace.as_received(meeting_id), as_received, AS_RECEIVED)


def _write(path: Path, rows: list[dict], columns: tuple[str, ...]) -> None:
    if not rows:
        path.unlink(missing_ok=True)
        return
    make_private_folder(path)
    with replacing(path, PRIVATE_FILE_MODE) as part:
        part.touch(PRIVATE_FILE_MODE)
        pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String)).write_parquet(part)
