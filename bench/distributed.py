"""Meetings through two workers of Celery with PostgreSQL and Redis, one killed on the way, beside the local daemon.

usage: python bench/distributed.py [meetings]           (default: 20)

Needs requirements-many.lock, PostgreSQL and Redis (`apt install postgresql redis-server`). All ways start from the same
raw files; the outputs must have the same bytes. Meetings a minute are counted from the first start of a run to the last
end, once with both workers alive and once with one killed after a quarter of the meetings.
"""

import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from services import DEPLOY, ROOT, daemon, kill, missing, started, stores, worker

sys.path.insert(0, str(ROOT))

from pipeline.config import Workspace
from pipeline.instance import SETTINGS
from pipeline.warehouse import manifest
from tests.workspaces import make_workspace, usual_replies

PATIENCE_SECONDS = 900


def main() -> None:
    if lacking := missing():
        raise SystemExit(f"not installed here: {', '.join(lacking)}")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print("| | meetings a minute | until the last is published, s | failed runs |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(prefix="distributed-") as folder:
        made = {}
        for name, workers, killed in (("local daemon", 0, False), ("two workers", 2, False), ("one killed", 2, True)):
            there = Path(folder) / name.replace(" ", "-")
            there.mkdir()
            rate, seconds, failed = run(there, count, workers, killed)
            made[name] = outputs(workspace_in(there), count)
            print(f"| {name} | {rate:.1f} | {seconds:.0f} | {failed} |", flush=True)
        first = made.pop("local daemon")
        assert all(other == first for other in made.values()), "the outputs differ"
        print(f"\nThe {sum(map(len, first.values())):,} outputs of {count} meetings have the same bytes each way.")


def workspace_in(folder: Path) -> Workspace:
    return Workspace(folder / "workspace")


def raw(workspace: Workspace, count: int) -> None:
    """Meetings with three replies each."""
    usual_replies(make_workspace(workspace.root))
    first = workspace.meeting("harb-12")
    for number in range(1, count):
        copy = workspace.meeting(f"harb-12-{number:03}")
        for path in first.rglob("*"):
            if path.is_file():
                target = copy / path.relative_to(first)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())


def outputs(workspace: Workspace, count: int) -> dict[str, dict[str, str]]:
    """The hashes of all that was made of each meeting."""
    names = workspace.meeting_ids()
    assert len(names) == count
    return {name: manifest.load(workspace, name)["outputs"] for name in names}


def run(folder: Path, count: int, workers: int, killed: bool) -> tuple[float, float, int]:
    """Run the meetings of a new workspace; gives meetings a minute, seconds to the last publication, failed runs."""
    workspace, home = workspace_in(folder), folder / "home"
    workspace.raw.mkdir(parents=True)
    home.mkdir()
    settings = DEPLOY / "dagster.yaml" if workers else SETTINGS
    (home / "dagster.yaml").write_text(settings.read_text(encoding="utf-8"), encoding="utf-8")
    with ExitStack() as stack:
        environment = {"RAPPORTEUR_ROOT": str(workspace.root), "DAGSTER_HOME": str(home), "PYTHONPATH": str(ROOT)}
        if workers:
            environment |= stack.enter_context(stores(folder))
        running = [
            stack.enter_context(started(worker("meetings", f"meetings{n}"), environment, folder / f"worker{n}.log"))
            for n in range(workers)
        ]
        if workers:
            stack.enter_context(started(worker("publisher", "publisher"), environment, folder / "publisher.log"))
        stack.enter_context(started(daemon(), environment, folder / "daemon.log"))
        time.sleep(10)  # all of them are up before there is anything to do
        raw(workspace, count)
        began = time.monotonic()
        while not (done := finished(workspace, count))[1]:
            if killed and done[0] >= count / 4:
                kill(running[0])
                killed = False
            if time.monotonic() - began > PATIENCE_SECONDS:
                raise SystemExit(f"{done[0]} of {count} meetings were done in {PATIENCE_SECONDS} s; see {folder}")
            time.sleep(0.5)
        seconds = time.monotonic() - began
        return *counted(environment), seconds, failures(environment)


def finished(workspace: Workspace, count: int) -> tuple[int, bool]:
    """How many meetings have been made, and whether all of them are published."""
    names = workspace.meeting_ids()
    made = [name for name in names if manifest.vouched(workspace, name)]
    return len(made), len(made) == count and manifest.is_published(workspace, names)


def records(environment: dict[str, str]) -> list:
    """What Dagster has noted of the runs."""
    import dagster as dg

    os.environ.update(environment)
    with dg.DagsterInstance.get() as instance:
        return list(instance.get_run_records())


def counted(environment: dict[str, str]) -> tuple[float]:
    """Meetings a minute from the first start of a run to the last end."""
    ended = [one for one in records(environment) if one.dagster_run.job_name == "meeting" and one.end_time]
    made = [one for one in ended if one.dagster_run.is_success]
    return (60 * len(made) / (max(one.end_time for one in made) - min(one.start_time for one in made)),)


def failures(environment: dict[str, str]) -> int:
    """Runs that Dagster has as failed."""
    return sum(one.dagster_run.is_failure for one in records(environment))


if __name__ == "__main__":
    main()
