"""Processes that take a share of a run's work, and end with the process whose work it is, however that one ends.

Keeps out: the work, and the processes that read files within limits (`reading/pool.py`).
"""

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor

from pipeline import config


def at_once() -> int:
    """How many processes may work on one run, this one included: 1 where it may start none, as in Celery's workers."""
    return 1 if multiprocessing.current_process().daemon else config.readers()


def side_by_side(count: int) -> ProcessPoolExecutor:
    """So many processes; none of them starts others, since the cores are taken."""
    # Forked processes would share what Dagster's threads hold.
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), _begin)


def _begin() -> None:
    os.environ[config.READERS_VARIABLE] = "1"
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """One that is waiting for work is not told when its parent was killed, and would wait for ever."""
    multiprocessing.parent_process().join()
    os._exit(1)
