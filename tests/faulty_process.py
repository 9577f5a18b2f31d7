"""The process that reads replies, with a reader that fails as no library should: it hangs, dies or fills memory.

Run by tests/reading/test_pool.py in place of `pipeline.reading.worker`.
"""

import os
import signal
import time

from pipeline.reading import worker
from pipeline.reading.kinds import read


def faulty(data, *rest):
    """Reads as usual, unless the file asks for trouble."""
    if data == b"hang":
        time.sleep(60)
    if data == b"die":
        os.kill(os.getpid(), signal.SIGSEGV)
    if data == b"leave":
        os._exit(7)
    if data == b"fill":
        bytearray(1 << 40)
    if data == b"fault":
        raise KeyError("nobody caught this")
    if data == b"print":
        print("a library's own words")
        os.write(1, b"and more of them\n")
        data = b"general: printed\n"
    return read(data, *rest)


if __name__ == "__main__":
    worker.read = faulty
    worker.main()
