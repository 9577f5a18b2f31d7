"""Processes that take a share of the work end with the one whose work it is."""

import os
import subprocess
import sys
import time

_KILLED = """
import os, signal
from pipeline.processes import side_by_side
pool = side_by_side(1)
print(pool.submit(os.getpid).result(), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{process}/stat", encoding="utf-8") as said:
        return said.read().rpartition(")")[2].split()[0] != "Z"


def test_a_process_does_not_outlive_one_that_was_killed():
    killed = subprocess.run([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, check=False)
    other = int(killed.stdout)
    until = time.monotonic() + 20
    while _is_alive(other) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_alive(other)
