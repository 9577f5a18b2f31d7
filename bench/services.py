"""Starts PostgreSQL, Redis, Dagster's daemon and workers of Celery on this machine, and ends them; for distributed.py.

Keeps out: what is measured.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
BIN = Path(sys.executable).parent
_POSTGRES = (*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/bin"), Path("/usr/bin"))


def missing() -> list[str]:
    """What several machines need and is not installed here."""
    programs = {"initdb": _postgres("initdb"), "redis-server": shutil.which("redis-server")}
    return [name for name, found in programs.items() if not found] + ["celery"] * (not (BIN / "celery").exists())


def _postgres(program: str) -> Path | None:
    return next((folder / program for folder in _POSTGRES if (folder / program).exists()), None)


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def stores(folder: Path) -> Iterator[dict[str, str]]:
    """PostgreSQL and Redis with their data in a folder; gives the environment that leads to them."""
    data, log, ports = folder / "postgres", folder / "postgres.log", (free_port(), free_port())
    data.mkdir()
    # PostgreSQL does not run as root.
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_other:
        for one in (folder, *folder.parents[:-1]):
            one.chmod(one.stat().st_mode | 0o011) if one.owner() == "root" and one != Path("/") else None
        shutil.chown(data, "postgres")
        log.touch()
        shutil.chown(log, "postgres")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.STDOUT, "check": True, "cwd": "/"}
    subprocess.run([*as_other, _postgres("initdb"), "-D", data, "-A", "trust", "-U", "rapporteur"], **quiet)
    options = f"-p {ports[0]} -c listen_addresses=127.0.0.1 -c unix_socket_directories={data}"
    control = [*as_other, _postgres("pg_ctl"), "-D", data]
    subprocess.run([*control, "-l", log, "-o", options, "-w", "start"], **quiet)
    redis = subprocess.Popen(
        ["redis-server", "--bind", "127.0.0.1", "--port", str(ports[1]), "--save", "", "--appendonly", "no"],
        stdout=subprocess.DEVNULL,
    )
    try:
        yield {
            "RAPPORTEUR_POSTGRES_HOST": "127.0.0.1",
            "RAPPORTEUR_POSTGRES_PORT": str(ports[0]),
            "RAPPORTEUR_POSTGRES_USER": "rapporteur",
            "RAPPORTEUR_POSTGRES_PASSWORD": "none",
            "RAPPORTEUR_POSTGRES_DATABASE": "postgres",
            "RAPPORTEUR_BROKER": f"redis://127.0.0.1:{ports[1]}/0",
            "RAPPORTEUR_RESULTS": f"redis://127.0.0.1:{ports[1]}/1",
            "RAPPORTEUR_PUBLISH_QUEUE": "publisher",
            "PYTHONPATH": f"{DEPLOY}:{ROOT}",
        }
    finally:
        redis.kill()
        subprocess.run([*control, "-m", "immediate", "stop"], **(quiet | {"check": False}))


@contextmanager
def started(command: list[str | Path], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen]:
    """A program in a group of processes of its own, which is ended with all it started."""
    with log.open("a") as out:
        process = subprocess.Popen(
            command, env=os.environ | environment, cwd=ROOT, stdout=out, stderr=out, start_new_session=True
        )
    try:
        yield process
    finally:
        kill(process, signal.SIGTERM)
        with_in = time.monotonic() + 15
        while process.poll() is None and time.monotonic() < with_in:
            time.sleep(0.1)
        kill(process)


def kill(process: subprocess.Popen, how: signal.Signals = signal.SIGKILL) -> None:
    """End a program and all it started."""
    try:
        os.killpg(process.pid, how)
    except ProcessLookupError:
        return
    if how == signal.SIGKILL:
        process.wait()


def worker(queue: str, name: str) -> list[str | Path]:
    """The command of a worker of Celery, as deploy/systemd has it."""
    return [BIN / "celery", "-A", "dagster_celery.app", "worker", "-Q", queue, "-n", f"{name}@%h"]


def daemon() -> list[str | Path]:
    """The command of Dagster's daemon."""
    return [BIN / "dagster-daemon", "run", "-w", ROOT / "workspace.yaml"]
