"""The process in which replies are read: takes paths line by line, gives what the readers make of each.

It may be stopped at any file by its limits or by a fault in a library, which costs that file only. Keeps out: the
formats (`formats/`), and everything that outlives a file (`files.py`).
"""

import gc
import hashlib
import json
import os
import resource
import signal
import stat
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import NamedTuple

from pipeline import config
from pipeline.config import Limits
from pipeline.raw.recommendation import Recommendation
from pipeline.reading import office
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply, Unreadable, reply_as_json
from pipeline.reading.withheld import AsReceived, without_contact_data

READY = "ready"
CONVERTING = "converting"
# Signals of a line: memory ran out, so that the process is not to be used again; or what was found says nothing about
# the file's bytes, so that it is not to be remembered.
SPENT, PASSING = "spent", "passing"


def question_as_json(question: Question) -> dict:
    """A question as JSON can hold it."""
    return asdict(question)


def question_from_json(plain: dict) -> Question:
    """The question that `question_as_json` wrote."""
    recommendations = tuple(Recommendation(**one) for one in plain["recommendations"])
    return Question(plain["meeting_id"], recommendations, tuple(plain["printed"]))


class Line(NamedTuple):
    """What the process says of one file, as text: hash, what was found (JSON), contact data apart (JSON), a signal."""

    sha256: str
    entry: str
    contacts: str
    signal: str = ""

    def written(self) -> str:
        """The line as it goes through the pipe."""
        return "\t".join(self)

    @classmethod
    def of(cls, text: str) -> "Line":
        """The line that was written."""
        return cls(*text.split("\t"))


def read_file(path: str, question: Question, limits: Limits, say: Callable[[str], None]) -> Line:
    """What one file holds: its replies, or why it gives none. `say` is told before a slow conversion."""

    def convert(data: bytes, kind: str) -> bytes:
        say(CONVERTING)
        return office.as_docx(data, kind, limits)

    try:
        data = _bytes_of(path, limits)
    except OSError as error:
        return Line("", json.dumps(refused("unreadable_file", str(error.strerror), "a file that can be read")), "[]")
    entry, private, signal = {}, [], ""
    try:
        found = [without_contact_data(reply) for reply in read(data, question, limits, convert)]
        entry["replies"] = [reply_as_json(reply) for reply, _ in found]
        private = [_private(reply, kept) for reply, kept in found]
    except Unreadable as error:
        entry = refused(error.code, error.found, error.expected, error.case)
    except MemoryError:
        expected = f"one that needs less than {limits.memory_bytes:,} bytes of memory"
        entry, signal = refused("file_too_large", "a file that fills the memory when it is opened", expected), SPENT
    except Exception as error:
        # The net below the readers: a fault of theirs costs one file, not the meeting.
        shown = f"something no reader expected ({type(error).__name__})"
        entry = refused("unreadable_file", shown, "a file as the formats are known")
    return Line(hashlib.sha256(data).hexdigest(), json.dumps(entry), json.dumps(private), signal)


def _private(reply: Reply, as_received: AsReceived) -> dict:
    """What of a reply is kept apart; empty where there is nothing."""
    parts = {"contact": reply.contact, "as_received": as_received}
    return parts if any(parts.values()) else {}


def refused(code: str, found: str, expected: str, case: str = "") -> dict:
    """The entry of a file that gives no reply."""
    return {"unreadable": [code, found, expected, case]}


def _bytes_of(path: str, limits: Limits) -> bytes:
    """The bytes of a regular file; links were resolved before, and none is followed now."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as handle:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not an ordinary file")
        return handle.read(limits.file_bytes + 1)


def main() -> None:
    """Serve one parent process until it closes the line."""
    # Whatever a library prints must not get between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="surrogateescape")
    os.dup2(2, 1)

    def say(line: str) -> None:
        answers.write(line + "\n")
        answers.flush()

    opening = json.loads(sys.stdin.readline())
    question, limits = question_from_json(opening["question"]), Limits(**opening["limits"])
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, hard))
    # What is loaded by now stays; the collector need not look at it after every file.
    gc.freeze()
    gc.set_threshold(*config.GARBAGE_THRESHOLDS)
    say(READY)
    for line in sys.stdin:
        # The parent keeps time; this is for a parent that is gone.
        signal.alarm(int(limits.seconds + limits.office_seconds) + 60)
        found = read_file(json.loads(line), question, limits, say)
        say(found.written())
        if found.signal == SPENT:
            return


if __name__ == "__main__":
    main()
