"""Readers of the published database while it is published again and again: no error, no partial or mixed answer.

usage: python bench/readers.py [publications [readers]]         (default: 50 publications, 8 readers)

A meeting is in one of two states, told apart by a figure in the tables that follow from it. Each reader opens the file,
asks several tables in one connection, and counts an error where anything fails or where the answers are of two states.
Four other meetings stay as they are: publications are made in a copy of the last one, and whole once it has grown.
"""

import multiprocessing
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import duckdb

from pipeline import steps
from pipeline.config import Workspace
from pipeline.warehouse.publish import publish
from tests.workspaces import add_receipt, add_reply, make_workspace, usual_replies

# Meetings beside the one that changes, and what all have together: replies and meetings.
_STILL = 4
_OTHERS = (4 + 3 * _STILL, 1 + _STILL)
_ASKED = {
    "core.answers": "select count(*) from core.answers where text like '%{0} boats%'",
    "derived.note_paragraphs": "select count(*) from derived.note_paragraphs where text like '%{0} boats%'",
    "core.replies": "select count(*) from core.replies",
    "core.meetings": "select count(*) from core.meetings",
}


def main() -> None:
    publications = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    readers = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    with tempfile.TemporaryDirectory(prefix="readers-") as folder:
        workspace = Workspace(Path(folder) / "workspace")
        states = [Path(folder) / "a", Path(folder) / "b"]
        case = make_workspace(workspace.root)
        usual_replies(case)
        add_receipt(case, "est.yaml", "EST")
        for state, boats in zip(states, (11, 22), strict=True):
            answers = {"1.b": {"action_taken": "yes", "text": f"We bought {boats} boats."}}
            add_reply(case, "est.yaml", respondent="EST", answers=answers)
            steps.make_all(workspace, "harb-12")
            for part in ("lake", "manifests"):
                shutil.copytree(workspace.warehouse / part, state / part)
        expected = [[1, 1, *_OTHERS, 0, 0, *_OTHERS], [0, 0, *_OTHERS, 1, 1, *_OTHERS]]
        (case.folder / "replies" / "est.yaml").unlink()
        for number in range(13, 13 + _STILL):
            shutil.copytree(case.folder, workspace.meeting(f"harb-{number}"))
            steps.make_all(workspace, f"harb-{number}")
        publish(workspace)

        context = multiprocessing.get_context("spawn")
        stop, found = context.Event(), context.Queue()
        at_work = [
            context.Process(target=read, args=(workspace.database, stop, found, expected)) for _ in range(readers)
        ]
        for one in at_work:
            one.start()
        time.sleep(3)
        seconds = []
        for number in range(publications):
            for part in ("lake", "manifests"):
                shutil.copytree(states[number % 2] / part, workspace.warehouse / part, dirs_exist_ok=True)
            began = time.perf_counter()
            assert publish(workspace).built
            seconds.append(time.perf_counter() - began)
        stop.set()
        results = [found.get() for _ in at_work]
        for one in at_work:
            one.join()
    asked, wrong = sum(one[0] for one in results), [line for one in results for line in one[1]]
    print(f"{publications} publications, {statistics.median(seconds):.2f} s at the median; {readers} readers asked")
    print(f"{asked:,} times, saw {sum(one[2] for one in results):,} changes of state, and had {len(wrong)} errors")
    if wrong:
        raise SystemExit("\n".join(wrong[:10]))


def read(database: Path, stop, found, expected: list[list[int]]) -> None:
    """Ask until told to stop; puts how often, what went wrong, and how often the state was another than before."""
    asked, wrong, changes, before = 0, [], 0, None
    while not stop.is_set():
        try:
            with duckdb.connect(str(database), read_only=True) as connection:
                seen = []
                for boats in (11, 22):
                    for query in _ASKED.values():
                        seen.append(connection.execute(query.format(boats)).fetchone()[0])
        except duckdb.Error as error:
            wrong.append(" ".join(str(error).split()))
            continue
        asked += 1
        if seen not in expected:
            wrong.append(f"mixed: {seen}")
        changes += before is not None and seen != before
        before = seen
    found.put((asked, wrong, changes))


if __name__ == "__main__":
    main()
