"""Reads hostile files among good ones: the good are all read, each bad one has its finding, memory stays bounded.

usage: .venv/bin/python bench/hostile_files.py [GOOD] [HOSTILE]      (default 1000 and 200)

Three very large PDFs come on top. Prints how many were read, how many findings the bad ones have, the time, and the
peak memory of the parent process.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import many_replies
import polars as pl

from pipeline import steps
from pipeline.config import Workspace
from tests.hostile import HOSTILE, LARGE


def put(folder: Path, good: int, hostile: int) -> None:
    """Write the meeting, its good replies, and the hostile files, each with a number before its name."""
    case = many_replies.make(folder, good)
    names = list(HOSTILE)
    for number in range(hostile):
        name = names[number % len(names)]
        data = HOSTILE[name]()
        # A blank behind the end, so that no two are the same file.
        (case.folder / "replies" / f"bad {number:03} {name}").write_bytes(data + b" " * (number // len(names)))
    for name, make in LARGE.items():
        (case.folder / "replies" / f"bad large {name}").write_bytes(make())


def main(good: int, hostile: int) -> None:
    """Make the folder in another process, so that its memory does not count; read it once; count."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, str(good), str(hostile), folder], check=True)
        case = steps.Case(Workspace(Path(folder)), "harb-12")
        started = time.perf_counter()
        found = steps.intake(case, keep=True)
        spent = time.perf_counter() - started
        replies = found.tables["core.replies"]
        bad = set(replies.filter(pl.col("file").str.contains("/bad "))["file"])
        included = set(replies.filter(pl.col("status") == "included")["file"])
        told = {finding.place.file for finding in found.findings if finding.severity == "error"}
        print(f"good files in the note: {len(included - bad):,} of {good:,}")
        print(f"hostile files with an error of their own: {len(told & bad)} of {hostile + len(LARGE)}")
        print(f"hostile files taken for replies: {len(bad & included)}")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{spent:.1f} s; peak memory of the parent process: {peak:,} MB")


if __name__ == "__main__":
    numbers = [int(sys.argv[at]) if len(sys.argv) > at else default for at, default in ((1, 1000), (2, 200))]
    if len(sys.argv) > 3:
        put(Path(sys.argv[3]), *numbers)
    else:
        main(*numbers)
