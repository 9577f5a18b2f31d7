"""Seconds of one look of the sensor over many meetings in which nothing has changed.

    python bench/sensor_tick.py [MEETINGS] [TICKS]      (default 2,000 meetings, 7 ticks)

Every meeting has a folder in raw/ with five files, a manifest that vouches for 24 outputs, and these outputs; they are
copies of one meeting that was run. The first tick reads them all; the others are told what has not changed by size,
times and inode.
"""

import json
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline import steps  # noqa: E402
from pipeline.raw.folder import input_hashes  # noqa: E402
from pipeline.warehouse import manifest  # noqa: E402
from pipeline.warehouse.due import due_meetings  # noqa: E402
from tests.workspaces import again, make_workspace, usual_replies  # noqa: E402


def copies(case, count: int) -> None:
    """The same meeting under so many other names, with its outputs and a manifest of its own."""
    workspace = case.workspace
    made = manifest.load(workspace, "harb-12")
    for number in range(count):
        name = f"harb-{number + 1000}"
        shutil.copytree(case.folder, workspace.meeting(name))
        outputs = {}
        for path, hashed in made["outputs"].items():
            other = path.replace("harb-12", name)
            (workspace.warehouse / other).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(workspace.warehouse / path, workspace.warehouse / other)
            outputs[other] = hashed
        theirs = {**made, "meeting": name, "inputs": input_hashes(workspace, name), "outputs": outputs}
        workspace.manifest(name).write_text(json.dumps(theirs), encoding="utf-8")


def main(meetings: str = "2000", ticks: str = "7") -> None:
    """Print the first tick, and the median of the others."""
    with tempfile.TemporaryDirectory() as folder:
        case = make_workspace(Path(folder))
        usual_replies(case)
        case = again(case)
        steps.make_all(case.workspace, case.meeting_id)
        copies(case, int(meetings) - 1)
        time.sleep(3.5)
        times = []
        for _ in range(int(ticks) + 1):
            began = time.perf_counter()
            due, _ = due_meetings(case.workspace, {}, set(), time.time(), date.today())
            times.append(time.perf_counter() - began)
            assert due == []
        print(f"{meetings} meetings: first tick {times[0]:.2f} s, then median {statistics.median(times[1:]):.2f} s "
              f"({min(times[1:]):.2f} to {max(times[1:]):.2f})")  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
