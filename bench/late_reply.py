"""How long a reply that comes in late takes to be in the note and the published warehouse, in a meeting of its own.

usage: python bench/late_reply.py [REPLIES ...]      (default: 10, 50 and 200)

Whole processes (`rapporteur run`): from nothing without one reply, then with it, then with nothing changed. The late
one is the first in the note's order, with 19 answers.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from many_replies import ROOT, make


def seconds(workspace: Path) -> float:
    """One command."""
    here = {"RAPPORTEUR_ROOT": str(workspace), "DAGSTER_HOME": str(workspace / ".dagster")}
    began = time.perf_counter()
    command = [ROOT / ".venv" / "bin" / "rapporteur", "run"]
    subprocess.run(command, env=os.environ | here, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main(sizes: list[int]) -> None:
    """Run meetings of these sizes in turn."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            case = make(Path(folder), size)
            late = min((case.folder / "replies").iterdir())
            aside = late.rename(Path(folder) / late.name)
            first = seconds(Path(folder))
            aside.rename(late)
            print(f"{size:4} replies   from nothing {first:5.1f} s   late {seconds(Path(folder)):5.1f} s   ", end="")
            print(f"unchanged {seconds(Path(folder)):4.2f} s", flush=True)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [10, 50, 200])
