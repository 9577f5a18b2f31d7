"""Kills runs and publications at random moments, takes away room and rights, and looks each time at what is left.

    python bench/crash.py [KILLS] [SEED]        (default 200 kills; the file systems it mounts need root)

After each blow readers must see the old or the new warehouse whole; the next run must end with the same bytes as one
that was not disturbed, with nothing temporary left; a message must say what to do.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.config import Workspace  # noqa: E402
from pipeline.warehouse import manifest  # noqa: E402
from tests.workspaces import add_reply, make_workspace, usual_replies  # noqa: E402

COMMAND = [sys.executable, "-m", "pipeline.cli.app", "run", "--root"]


def start(root: Path) -> subprocess.Popen:
    """A run of its own process group, so that a kill takes the readers with it."""
    return subprocess.Popen(
        [*COMMAND, str(root), "--force"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def whole_run(root: Path) -> tuple[int, str]:
    """A run that nothing disturbs: exit code and what it says on stderr."""
    done = subprocess.run([*COMMAND, str(root), "--force"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stderr


def outputs(workspace: Workspace) -> dict[str, str]:
    """Hashes of the outputs, as the manifest has them."""
    return manifest.load(workspace, "harb-12")["outputs"]


def contents(workspace: Workspace) -> list:
    """The published answers, as a reader sees them."""
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        return connection.execute("select * from core.answers order by all").fetchall()


def left_over(workspace: Workspace) -> list[str]:
    """Temporary files that lie about."""
    return [str(path) for path in workspace.root.rglob("*") if ".part" in path.name]


def make(root: Path) -> tuple[Workspace, tuple[list, list], tuple[dict, dict]]:
    """A workspace of two states; what readers see of each, and the bytes of each."""
    case = make_workspace(root)
    usual_replies(case)
    seen, kept = [], []
    for state in (0, 1):
        change(case, state)
        assert whole_run(root)[0] == 0
        seen.append(contents(case.workspace))
        kept.append(outputs(case.workspace))
    return case, tuple(seen), tuple(kept)


def change(case, state: int) -> None:
    """Put the raw folder into one of its two states."""
    said = ("We train pilots in 3 harbours.", "We train pilots in 4 harbours.")[state]
    add_reply(case, "est.yaml", respondent="EST", answers={"1.b": {"action_taken": "yes", "text": said}})


def kills(root: Path, count: int, seed: int) -> dict[str, int]:
    """Kill so many runs at random moments, and run each to its end afterwards."""
    case, seen, kept = make(root)
    began = time.monotonic()
    whole_run(root)
    length, chance, told = time.monotonic() - began, random.Random(seed), {"killed": 0, "ended first": 0}
    for number in range(count):
        state = number % 2
        change(case, state)
        process = start(root)
        try:
            process.wait(timeout=chance.uniform(0, length))
            told["ended first"] += 1
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            told["killed"] += 1
        assert contents(case.workspace) in seen, f"kill {number}: readers see neither state"
        if number % 5 == 4 or number == count - 1:
            code, said = whole_run(root)
            assert code == 0, f"kill {number}: the next run ended with {code}: {said}"
            assert outputs(case.workspace) == kept[state], f"kill {number}: other bytes than undisturbed"
            assert contents(case.workspace) == seen[state]
            assert left_over(case.workspace) == [], f"kill {number}: {left_over(case.workspace)}"
    return told


def read_only(root: Path) -> str:
    """A workspace on a file system that may only be read, and may be written to again afterwards."""
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(root)], check=True)
    try:
        case, seen, kept = make(root)
        subprocess.run(["mount", "-o", "remount,ro", str(root)], check=True)
        code, said = whole_run(root)
        assert code == 3, f"{code}: {said}"
        assert contents(case.workspace) in seen
        subprocess.run(["mount", "-o", "remount,rw", str(root)], check=True)
        assert whole_run(root)[0] == 0
        assert outputs(case.workspace) == kept[1]
        return said.strip().splitlines()[0]
    finally:
        subprocess.run(["umount", str(root)], check=True)


def full_disk(root: Path, megabytes: int) -> str:
    """A workspace on a file system of so many megabytes that fills up in the middle."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(root)], check=True)
    try:
        case, seen, kept = make(root)
        filler = root / "filler"
        free = shutil.disk_usage(root).free
        filler.write_bytes(b"x" * max(free - 40_000, 0))
        change(case, 0)
        code, said = whole_run(root)
        assert code == 3, f"{code}: {said}"
        assert contents(case.workspace) in seen
        filler.unlink()
        code, again = whole_run(root)
        assert code == 0, again
        assert outputs(case.workspace) == kept[0]
        assert left_over(case.workspace) == []
        return said.strip().splitlines()[0]
    finally:
        subprocess.run(["umount", str(root)], check=True)


def lost_file(root: Path) -> str:
    """A raw file that goes while it is read: the next run ends as if it had never been there."""
    case, _, _ = make(root)
    process = start(root)
    time.sleep(1.5)
    (case.folder / "replies" / "est.yaml").unlink()
    _, said = process.communicate(timeout=120)
    assert whole_run(root)[0] == 0
    alone = outputs(case.workspace)
    shutil.rmtree(case.workspace.warehouse)
    assert whole_run(root)[0] == 0
    assert outputs(case.workspace) == alone
    return f"exit code {process.returncode} {said.decode().strip()}".strip()


def main(count: str = "200", seed: str = "7") -> None:
    """Deal every blow, and print what became of it."""
    os.environ["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        roots = iter(range(100))

        def fresh() -> Path:
            path = Path(folder) / str(next(roots))
            path.mkdir()
            return path

        print("kills:", json.dumps(kills(fresh(), int(count), int(seed))))
        print("lost file:", lost_file(fresh()))
        if os.geteuid() == 0:
            print("read-only:", read_only(fresh()))
            print("full disk:", full_disk(fresh(), 60))


if __name__ == "__main__":
    main(*sys.argv[1:])
