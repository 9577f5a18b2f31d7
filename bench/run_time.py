"""Times `rapporteur run honlap-43` as whole processes, side by side with its peers in the same run.

usage: .venv/bin/python bench/run_time.py [ROUNDS]      (default 7; prints medians and ratios)

Peers: a program that materializes 12 empty assets in one process on a persistent instance (`empty_assets.py`),
and `python -c "import dagster"`. Each round runs all four in turn, so that a drifting machine hits them alike.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


def timed(command: list[str], environment: dict[str, str], expected: str = "") -> float:
    """Seconds of one whole process; it must end well and print `expected`."""
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - started
    if expected not in done.stdout:
        raise SystemExit(f"{command}: expected {expected!r} in {done.stdout!r}")
    return seconds


def main(rounds: int) -> None:
    """Run all in turn and print medians and ratios round by round."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder)
        shutil.copytree(ROOT / "raw", workspace / "raw")
        clean = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        ours = clean | {"RAPPORTEUR_ROOT": folder, "DAGSTER_HOME": str(workspace / ".dagster")}
        peer = clean | {"DAGSTER_HOME": str(workspace / "peer")}
        (workspace / "peer").mkdir()
        (workspace / "peer" / "dagster.yaml").write_text("telemetry: {enabled: false}\n", encoding="utf-8")

        run = [str(BIN / "rapporteur"), "run", "honlap-43"]
        python = sys.executable
        commands = {
            "run": ([*run, "--force"], ours, "made"),
            "12 empty assets": ([python, "bench/empty_assets.py"], peer, ""),
            "run, nothing changed": (run, ours, "unchanged"),
            "import dagster": ([python, "-c", "import dagster"], clean, ""),
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(rounds + 1):
            for name, command in commands.items():
                spent = timed(*command)
                if number:  # the first round fills caches
                    seconds[name].append(spent)
        for name, spent in seconds.items():
            print(f"{name:22} median {statistics.median(spent):5.2f} s   min {min(spent):5.2f}   max {max(spent):5.2f}")
        for first, second, bound in (("run", "12 empty assets", 2.0), ("run, nothing changed", "import dagster", 0.4)):
            ratios = [a / b for a, b in zip(seconds[first], seconds[second], strict=True)]
            shown = f"median {statistics.median(ratios):.2f}   min {min(ratios):.2f}   max {max(ratios):.2f}"
            print(f"{first} / {second}: {shown}   (bound {bound})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
