"""Dagster's own folder in the workspace: made on first use, with the settings the project ships.

Keeps out: everything that imports dagster.
"""

import errno
import os
import sys
from pathlib import Path

from pipeline.config import Workspace
from pipeline.errors import CannotWrite
from pipeline.storage import atomic

SETTINGS = Path(__file__).parent / "dagster.yaml"


def prepare_home(workspace: Workspace) -> Path:
    """Make Dagster's folder where it is missing; settings that someone changed there are left as they are.

    Raises:
        CannotWrite: nothing may be written there. Dagster itself would only say that its store does not open.
    """
    home = workspace.dagster_home
    home.mkdir(parents=True, exist_ok=True)
    if not os.access(home, os.W_OK | os.X_OK):
        raise CannotWrite.because(PermissionError(errno.EACCES, "", str(home)))
    if not (home / SETTINGS.name).exists():
        atomic.write_text(home / SETTINGS.name, SETTINGS.read_text(encoding="utf-8"))
    return home


if __name__ == "__main__":
    from pipeline.config import workspace

    sys.stdout.write(f"{prepare_home(workspace())}\n")
