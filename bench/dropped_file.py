"""Seconds from a file dropped into raw/ to the warehouse that shows it, through Dagster's daemon.

    python bench/dropped_file.py [TIMES]                (default 7)

A daemon of its own watches a small workspace. Each time one reply is changed, and the published file is asked until it
has the new words; where the time went is taken from Dagster's records: asked for, started, ended.
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline.instance import prepare_home  # noqa: E402
from tests.workspaces import add_reply, make_workspace, usual_replies  # noqa: E402


def shows(database: Path, words: str) -> bool:
    """Whether the published answers have these words."""
    try:
        with duckdb.connect(str(database), read_only=True) as connection:
            found = connection.execute("select count(*) from core.answers where text like ?", [f"%{words}%"])
            return found.fetchone()[0] > 0
    except duckdb.Error:
        return False


def wait_for(database: Path, words: str, seconds: float) -> float:
    """Seconds until the words are there."""
    began = time.monotonic()
    while not shows(database, words):
        if time.monotonic() - began > seconds:
            raise SystemExit(f"{words!r} did not come within {seconds} s")
        time.sleep(0.1)
    return time.monotonic() - began


def parts(home: Path, dropped: float) -> tuple[float, float, float]:
    """Of the run that a change led to: seconds until it was asked for, from there to its start, and to its end."""
    import dagster as dg

    os.environ["DAGSTER_HOME"] = str(home)
    with dg.DagsterInstance.get() as instance:
        for _ in range(100):
            record = instance.get_run_records(limit=1)[0]
            asked = record.create_timestamp.timestamp()
            if asked > dropped and record.end_time:
                return asked - dropped, record.start_time - asked, record.end_time - record.start_time
            time.sleep(0.2)
    raise SystemExit("the run did not end")


def main(times: str = "7") -> None:
    """Print each time, and the median."""
    with tempfile.TemporaryDirectory() as folder:
        case = make_workspace(Path(folder))
        usual_replies(case)
        home = prepare_home(case.workspace)
        environment = os.environ | {"RAPPORTEUR_ROOT": folder, "DAGSTER_HOME": str(home), "PYTHONPATH": str(ROOT)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        daemon = subprocess.Popen(
            [str(Path(sys.executable).parent / "dagster-daemon"), "run", "-w", str(ROOT / "workspace.yaml")],
            cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            wait_for(case.workspace.database, "14 lights", 180)
            time.sleep(8)
            found = []
            for number in range(int(times)):
                words = f"{number + 21} new lamps"
                dropped = time.time()
                add_reply(case, "est.yaml", respondent="EST", answers={"1.b": {"text": f"We lit {words}."}})
                took = wait_for(case.workspace.database, words, 120)
                found.append((took, *parts(home, dropped)))
                time.sleep(4)
            for name, place in (
                ("dropped to published", 0),
                ("  until asked for", 1),
                ("  then until started", 2),
                ("  then until ended", 3),
            ):
                values = [one[place] for one in found]
                print(f"{name:22} median {statistics.median(values):5.1f} s   ({min(values):.1f} to {max(values):.1f})")
        finally:
            os.killpg(daemon.pid, signal.SIGTERM)
            daemon.wait(timeout=30)


if __name__ == "__main__":
    main(*sys.argv[1:])
