"""Very many meetings dropped at once, through the local daemon's queue: every run must end well, no lock may fail.

usage: python bench/queue_of_meetings.py [meetings]             (default: 200)

Gives meetings a minute, the seconds until all are published, runs that failed, and lines of the daemon's log and of the
runs' own logs that tell of a lock.
"""

import re
import sys
import tempfile
from pathlib import Path

import distributed

_LOCKED = re.compile(r"database is locked|could not set lock|lock on file", re.IGNORECASE)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    distributed.PATIENCE_SECONDS = 60 + 30 * count
    with tempfile.TemporaryDirectory(prefix="queue-") as folder:
        rate, seconds, failed = distributed.run(Path(folder), count, 0, False)
        logs = [path for path in Path(folder).rglob("*") if path.suffix in (".log", ".err", ".out") and path.is_file()]
        told = [line for path in logs for line in path.read_text(errors="replace").splitlines() if _LOCKED.search(line)]
    print(f"{count} meetings: {rate:.1f} a minute, all published after {seconds:.0f} s, {failed} failed runs,")
    print(f"{len(told)} lines about locks in {len(logs)} logs")
    if failed or told:
        raise SystemExit("\n".join(told[:10]))


if __name__ == "__main__":
    main()
