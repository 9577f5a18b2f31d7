"""The processes that read files: gives them work, takes their answers, ends the ones that hang or have died.

A crash, a hang or a bomb costs one file. Keeps out: what the processes do (`worker.py`).
"""

import contextlib
import fcntl
import json
import os
import select
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from pipeline import config
from pipeline.config import Limits
from pipeline.reading import worker
from pipeline.reading.reply import Question
from pipeline.reading.worker import Line, refused

_CODE = Path(__file__).resolve().parents[2]
# A process costs as much to start as this many forms to read.
_FILES_FOR_A_PROCESS = 40
# A process has to load the readers before it can begin.
_START_SECONDS = 120
# Files given to a process ahead, so that it need not wait while the caller is busy, and room for its answers.
_AHEAD, _PIPE_BYTES = 24, 1 << 20

Work = tuple[str, Path]


class ReadingPool:
    """Processes that read files side by side, each running `program`. A context: none of them outlives it."""

    def __init__(self, question: Question, limits: Limits, program: str = worker.__name__):
        self.limits, self._program = limits, program
        self._opening = {"question": worker.question_as_json(question), "limits": asdict(limits)}
        self._waiting: deque[Work] = deque()
        self._processes: list[_Process] = []
        self._wanted = 0
        self._found: dict[str, Line] = {}

    def __enter__(self) -> "ReadingPool":
        return self

    def __exit__(self, *_) -> None:
        for process in self._processes:
            process.close()

    def give(self, files: Iterable[Work]) -> None:
        """Files to be read, by hash; reading begins."""
        self._waiting.extend(files)
        self._wanted = max(1, min(config.readers(), len(self._waiting) // _FILES_FOR_A_PROCESS))
        self._fill()

    def take(self, digest: str) -> Line:
        """What was found in the file with this hash, once it has been read."""
        while digest not in self._found:
            self._wait()
        self._fill()
        return self._found.pop(digest)

    def _fill(self) -> None:
        while self._waiting and len(self._processes) < self._wanted:
            self._processes.append(_Process(self._program, self._opening))
        for process in self._processes:
            while self._waiting and len(process.given) < _AHEAD:
                process.give(self._waiting.popleft(), self.limits.seconds)

    def _wait(self) -> None:
        """Wait until a process says something, or has had its time."""
        self._fill()
        busy = {process.descriptor: process for process in self._processes}
        poll = select.poll()
        for descriptor in busy:
            poll.register(descriptor, select.POLLIN)
        patience = min(process.deadline for process in busy.values()) - time.monotonic()
        ready = poll.poll(max(patience, 0) * 1000)
        for descriptor, _ in ready:
            self._hear(busy[descriptor])
        if not ready:
            for process in busy.values():
                if process.deadline <= time.monotonic():
                    self._lose(process, f"no end after {process.seconds:g} seconds", "a form that is read in a moment")

    def _hear(self, process: "_Process") -> None:
        try:
            said = process.hear()
        except EOFError:
            self._lose(process, f"a file that stops the reader ({process.ending()})", "a file as the formats are known")
            return
        for text in said:
            if text == worker.READY:
                process.begin(self.limits.seconds)
            elif text == worker.CONVERTING:
                process.begin(self.limits.seconds + self.limits.office_seconds)
            else:
                digest, _ = process.given.popleft()
                self._found[digest] = Line.of(text)
                process.begin(self.limits.seconds)
                if self._found[digest].signal == worker.SPENT:
                    self._retire(process)
                    return

    def _lose(self, process: "_Process", found: str, expected: str) -> None:
        """End a process that has not come back from the file it was reading: that file is lost."""
        if not process.started:
            raise RuntimeError(f"the process that reads replies did not start: {found}")
        if process.given:
            digest, _ = process.given.popleft()
            entry = json.dumps(refused("unreadable_file", found, expected))
            self._found[digest] = Line(digest, entry, "[]", worker.PASSING)
        self._retire(process)

    def _retire(self, process: "_Process") -> None:
        """End a process; the files it has not read are given to another one."""
        process.close()
        self._processes.remove(process)
        self._waiting.extendleft(reversed(process.given))


class _Process:
    """One process; `given` are the files it has not answered for, the first being the one it reads."""

    def __init__(self, program: str, opening: dict):
        self._process = subprocess.Popen(
            [sys.executable, "-m", program],
            cwd=_CODE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.descriptor = self._process.stdout.fileno()
        with contextlib.suppress(OSError):
            fcntl.fcntl(self.descriptor, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
        self.given: deque[Work] = deque()
        self.started = False
        self._rest = b""
        self.seconds, self.deadline = _START_SECONDS, time.monotonic() + _START_SECONDS
        self._send(opening)

    def begin(self, seconds: float) -> None:
        """Its time for the file it reads now begins."""
        self.started = True
        self.seconds, self.deadline = seconds, time.monotonic() + seconds

    def give(self, work: Work, seconds: float) -> None:
        """One more file to read. A process that has died is noticed when it is heard."""
        if self.started and not self.given:
            self.begin(seconds)
        self.given.append(work)
        self._send(str(work[1]))

    def hear(self) -> list[str]:
        """The lines it has said by now.

        Raises:
            EOFError: it has ended.
        """
        part = os.read(self.descriptor, _PIPE_BYTES)
        if not part:
            raise EOFError
        *lines, self._rest = (self._rest + part).split(b"\n")
        return [line.decode() for line in lines]

    def ending(self) -> str:
        """How it ended, in words."""
        code = self._process.wait()
        return (signal.strsignal(-code) or f"signal {-code}") if code < 0 else f"exit code {code}"

    def close(self) -> None:
        """End it and whatever it started."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(BrokenPipeError):
                pipe.close()
        self._process.wait()

    def _send(self, value: object) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(json.dumps(value).encode() + b"\n")
            self._process.stdin.flush()
