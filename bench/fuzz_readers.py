"""Reads replies that have met with accidents, many thousands of them: nothing but a reply or a reason may come out.

usage: .venv/bin/python bench/fuzz_readers.py [CASES] [FIRST]      (default 20000 cases, from seed 0)

Each case is made from its number alone, so that one that fails can be run again: CASES 1, FIRST its number. Prints how
many gave replies and how many a reason, the slowest case, and whatever was opened or raised besides.
"""

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Unreadable
from tests.mutations import mutated, seeds, watched
from tests.workspaces import make_workspace


def main(cases: int, first: int) -> int:
    """Run them all; the number of bad ones."""
    with tempfile.TemporaryDirectory() as folder:
        case = make_workspace(Path(folder))
        good = list(seeds(case.meeting, case.register.by_code["EST"]).values())
        question = Question(case.meeting.id, tuple(case.meeting.recommendations))
        results: Counter[str] = Counter()
        bad, slowest = [], (0.0, 0)
        for number in range(first, first + cases):
            chance = random.Random(number)
            data = mutated(chance.choice(good), chance)
            started = time.perf_counter()
            with watched() as opened:
                try:
                    read(data, question)
                    results["replies"] += 1
                except Unreadable as error:
                    results[error.code] += 1
                except Exception as error:
                    bad.append(f"case {number}: {type(error).__name__}: {error}")
            slowest = max(slowest, (time.perf_counter() - started, number))
            bad += [f"case {number}: {one}" for one in opened]
        print(f"{cases:,} cases: " + ", ".join(f"{count:,} {name}" for name, count in results.most_common()))
        print(f"slowest: {slowest[0]:.3f} s (case {slowest[1]})")
        print(f"exceptions that left a reader, files opened, programs started: {len(bad)}")
        for line in bad[:20]:
            print(line)
    return len(bad)


if __name__ == "__main__":
    arguments = [int(sys.argv[at]) if len(sys.argv) > at else default for at, default in ((1, 20_000), (2, 0))]
    sys.exit(1 if main(*arguments) else 0)
