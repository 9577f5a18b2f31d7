"""Files are read in processes: what hangs, dies or fills memory costs itself, and nothing else."""

import json
import time

import pytest

from pipeline.config import Limits
from pipeline.reading.pool import ReadingPool
from pipeline.reading.reply import Question

FAULTY = "tests.faulty_process"
LIMITS = Limits(seconds=1)


@pytest.fixture
def question(case) -> Question:
    return Question(case.meeting.id, tuple(case.meeting.recommendations))


def read_all(tmp_path, question, contents, program=FAULTY, limits=LIMITS):
    """What the pool says of files with these contents, in the order given."""
    files = []
    for number, content in enumerate(contents):
        path = tmp_path / f"{number}.yaml"
        path.write_bytes(content)
        files.append((f"hash {number}", path))
    with ReadingPool(question, limits, program) as pool:
        pool.give(files)
        return [pool.take(digest) for digest, _ in files]


def good(number):
    return f"respondent: Alba\ngeneral: Number {number}.\n".encode()


def general(line):
    (reply,) = json.loads(line.entry)["replies"]
    return reply["general"]


def refusal(line):
    return json.loads(line.entry)["unreadable"]


@pytest.mark.parametrize(
    ("trouble", "code", "found"),
    [
        (b"hang", "unreadable_file", "no end after 1 seconds"),
        (b"die", "unreadable_file", "a file that stops the reader (Segmentation fault)"),
        (b"leave", "unreadable_file", "a file that stops the reader (exit code 7)"),
        (b"fill", "file_too_large", "a file that fills the memory when it is opened"),
        (b"fault", "unreadable_file", "something no reader expected (KeyError)"),
    ],
)
def test_a_bad_file_costs_itself_only(tmp_path, question, trouble, code, found):
    contents = [good(1), trouble, good(2), good(3), trouble, good(4)]
    lines = read_all(tmp_path, question, contents)
    assert [general(lines[at]) for at in (0, 2, 3, 5)] == ["Number 1.", "Number 2.", "Number 3.", "Number 4."]
    assert [refusal(lines[at])[:2] for at in (1, 4)] == [[code, found]] * 2


def test_nothing_but_bad_files_is_told_of_each(tmp_path, question):
    lines = read_all(tmp_path, question, [b"die", b"hang", b"die", b"leave"])
    assert [refusal(line)[1].split()[0] for line in lines] == ["a", "no", "a", "a"]


def test_what_a_library_prints_does_not_get_between_the_answers(tmp_path, question):
    assert general(read_all(tmp_path, question, [b"print"])[0]) == "printed"


def test_more_files_than_fit_into_the_pipe_come_back_in_order(tmp_path, question, monkeypatch):
    monkeypatch.setenv("RAPPORTEUR_READERS", "3")
    contents = [f"respondent: Alba\ngeneral: {'word ' * 12_000}{number}\n".encode() for number in range(80)]
    lines = read_all(tmp_path, question, contents, "pipeline.reading.worker", Limits())
    assert [general(line).split()[-1] for line in lines] == [str(number) for number in range(80)]


def test_a_program_that_cannot_start_is_told_and_not_waited_for(tmp_path, question):
    started = time.monotonic()
    with pytest.raises(RuntimeError, match="did not start"):
        read_all(tmp_path, question, [good(1)], "tests.no_such_program")
    assert time.monotonic() - started < 300
