"""How time and memory grow with replies: meetings of 19 recommendations, run from nothing, then with one reply changed.

usage: python bench/scale.py [meetings [replies of a meeting ...]]      (default: 50 meetings of 50, 100 and 200)

Everything goes through `rapporteur run` in a process of its own, from invented Word forms to notes and the published
warehouse. Memory is that of the process and all it starts, what they share counted once, twice a second.
"""

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from many_replies import ROOT, make

# What such notes have: each answer comes down to a sentence.
_WORD_LIMIT = 8500


def main() -> None:
    meetings = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    sizes = [int(one) for one in sys.argv[2:]] or [50, 100, 200]
    print("| replies | all, s | of the processors, s | replies a second | peak memory, GiB | one changed reply, s |")
    print("|---|---|---|---|---|---|", flush=True)
    for size in sizes:
        root = Path(tempfile.mkdtemp(prefix="scale-"))
        try:
            for number in range(meetings):
                case = make(root, size, f"harb-{number + 1}", number * size)
                file = case.folder / "meeting.yaml"
                limit = f"word_limit: {_WORD_LIMIT}"
                file.write_text(re.sub(r"word_limit: \d+", limit, file.read_text(encoding="utf-8")), encoding="utf-8")
            seconds, memory, worked = run(root)
            form = root / "raw" / "harb-1" / "replies" / "00000.docx"
            shutil.copyfile(root / "raw" / f"harb-{meetings}" / "replies" / "00000.docx", form)
            changed, _, _ = run(root)
            total = meetings * size
            shown = f"{seconds:.0f} | {worked:.0f} | {total / seconds:.1f} | {memory:.2f} | {changed:.1f}"
            print(f"| {total:,} | {shown} |", flush=True)
        finally:
            shutil.rmtree(root)


def run(root: Path) -> tuple[float, float, float]:
    """Run everything; gives seconds, the most memory of the process and its children in GiB, and processor seconds."""
    command = [sys.executable, "-m", "pipeline.cli.app", "run", "--root", str(root)]
    began, most, before = time.perf_counter(), [0], resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        watcher = threading.Thread(target=_watch, args=(process, most))
        watcher.start()
        if process.wait():
            raise SystemExit(f"the run ended with {process.returncode}")
        watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, most[0] / 2**30, worked


def _watch(process: subprocess.Popen, most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], _resident(process.pid))
        time.sleep(0.5)


def _resident(pid: int) -> int:
    """Bytes in memory of a process and all it started, what is shared counted once; what has ended counts nothing."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0
    own = sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own * 1024 + sum(_resident(int(child)) for child in children)


if __name__ == "__main__":
    main()
