"""What a run leaves in Dagster's records, in bytes of their files.

usage: python bench/history.py [RUNS]      (default 10)

`rapporteur run honlap-43 --force` again and again in a workspace of its own, after two that begin the files. A command
is one run for Dagster: the meeting's, with the publication at its end.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST = 2


def run(workspace: Path) -> None:
    """One command, whatever it says."""
    command = [ROOT / ".venv" / "bin" / "rapporteur", "run", "honlap-43", "--force"]
    here = {"RAPPORTEUR_ROOT": str(workspace), "DAGSTER_HOME": str(workspace / ".dagster")}
    subprocess.run(command, env=os.environ | here, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def size(workspace: Path) -> int:
    """Bytes of all files of records."""
    return sum(path.stat().st_size for path in (workspace / ".dagster").rglob("*") if path.is_file())


def main(runs: int) -> None:
    """Run, and print what was added."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        shutil.copytree(ROOT / "raw" / "honlap-43", workspace / "raw" / "honlap-43")
        shutil.copy(ROOT / "raw" / "respondents.csv", workspace / "raw")
        for _ in range(FIRST):
            run(workspace)
        before = size(workspace)
        for _ in range(runs):
            run(workspace)
        added = (size(workspace) - before) / runs / 1024
        print(f"{runs} commands: {added:.0f} KB each")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
