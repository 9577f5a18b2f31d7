"""Contact data of replies: kept apart in private/, readable by the owner only, and in no other output.

Keeps out: everything else a reply says.
"""

import polars as pl

from pipeline.atomic import replacing
from pipeline.config import Workspace

FOLDER_MODE, FILE_MODE = 0o700, 0o600
COLUMNS = ("meeting_id", "respondent", "file", "name", "title", "address", "telephone", "fax", "email")


def write_contacts(workspace: Workspace, meeting_id: str, contacts: list[dict]) -> None:
    """Write the contact data of a meeting; without any, remove what an earlier run left."""
    path = workspace.contacts(meeting_id)
    if not contacts:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in (path.parent.parent, path.parent):
        folder.chmod(FOLDER_MODE)
    extra = sorted({name for contact in contacts for name in contact} - set(COLUMNS))
    schema = dict.fromkeys((*COLUMNS, *extra), pl.String)
    with replacing(path, FILE_MODE) as part:
        part.touch(FILE_MODE)
        pl.DataFrame(contacts, schema=schema).write_parquet(part)
