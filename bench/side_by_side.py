"""Times this checkout against an earlier one, the same commands in turn on the same replies.

usage: .venv/bin/python bench/side_by_side.py REVISION [REPLIES] [ROUNDS]      (default 1000 and 5)

Commands: `run --force` and an unchanged `run` of honlap-43, and `check` of a meeting with many Word replies, which is
the whole intake without a cache. Prints medians, and the ratio of this checkout to the earlier one round by round.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import many_replies

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {"run --force": ("run", "honlap-43", "--force"), "run, unchanged": ("run", "honlap-43")}


def seconds(checkout: Path, workspace: Path, arguments: tuple[str, ...]) -> float:
    """Wall time of one command of a checkout, as a process of its own."""
    entry = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]["rapporteur"]
    module, function = entry.split(":")
    words = ["rapporteur", *arguments, "--root", str(workspace)]
    program = f"import sys; sys.argv = {words!r}; from {module} import {function}; {function}()"
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], cwd=checkout, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def main(revision: str, replies: int, rounds: int) -> None:
    """Run all commands in turn and print what came of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checkouts = {"before": folder / "before", "now": ROOT}
        subprocess.run(["git", "worktree", "add", "-q", str(checkouts["before"]), revision], cwd=ROOT, check=True)
        try:
            many = many_replies.make(folder / "many", replies).workspace.root
            for which in checkouts:
                shutil.copytree(
                    ROOT / "raw", folder / which / "ws" / "raw" if which == "now" else folder / "ws" / "raw"
                )
            small = {"before": folder / "ws", "now": folder / "now" / "ws"}
            times: dict[tuple[str, str], list[float]] = {}
            for turn in range(rounds + 1):
                for label, arguments in {**COMMANDS, f"check, {replies} replies": ("check", "--json")}.items():
                    for which, checkout in checkouts.items():
                        workspace = many if label.startswith("check") else small[which]
                        took = seconds(checkout, workspace, arguments)
                        # The first round compiles and warms up.
                        if turn:
                            times.setdefault((label, which), []).append(took)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(checkouts["before"])], cwd=ROOT, check=True)
    for label in dict.fromkeys(label for label, _ in times):
        before, now = times[label, "before"], times[label, "now"]
        ratios = [a / b for a, b in zip(now, before, strict=True)]
        print(
            f"{label:22} before {statistics.median(before):6.2f} s   now {statistics.median(now):6.2f} s   "
            f"now / before: median {statistics.median(ratios):.2f}   min {min(ratios):.2f}   max {max(ratios):.2f}"
        )


if __name__ == "__main__":
    given = sys.argv[1:]
    main(given[0], *(int(given[at]) if len(given) > at else default for at, default in ((1, 1000), (2, 5))))
