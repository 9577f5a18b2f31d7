"""What publication costs, beside DuckDB alone, and how fast the published warehouse answers.

usage: python bench/warehouse.py [meetings [respondents [recommendations]]]      (default: 40 meetings of 150, 20)

Side by side, three rounds: the whole publication; CREATE TABLE AS of the same Parquet files by DuckDB, without keys,
checks, comments, views or what follows from all meetings; the publication after one meeting changed: the first, the
last or one between. Then every query of docs/cookbook.md and a search, five times each, and the peak memory of a
publication in a process of its own.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import duckdb
from lake_of_many import make, write_meeting

from pipeline.config import Workspace
from pipeline.storage import lake
from pipeline.storage.duckdb_settings import STORAGE_VERSION
from pipeline.warehouse.publish import publish
from pipeline.warehouse.query import run_query
from pipeline.warehouse.search import search
from schemas.registry import PUBLISHED
from tests.warehouse.cookbook import DOCUMENT, questions

ROUNDS, TIMES = 3, 5


def main() -> None:
    if sys.argv[1:2] == ["--publish"]:
        publish(Workspace(Path(sys.argv[2])), force=True)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    meetings, respondents, recommendations = (int(one) for one in (*sys.argv[1:], 40, 150, 20)[:3])
    with tempfile.TemporaryDirectory(prefix="warehouse-") as folder:
        workspace = Workspace(Path(folder))
        names = make(workspace, meetings, respondents, recommendations)
        print(f"{meetings * respondents * recommendations:,} answers of 100 words in {meetings} meetings")
        whole, alone, one = [], [], []
        people = [f"R{at:03}" for at in range(respondents)]
        for number in range(ROUNDS):
            whole.append(seconds(lambda: publish(workspace, force=True)))
            alone.append(seconds(lambda: tables_alone(workspace, Path(folder) / "alone.duckdb")))
            changed = []
            for at in (0, meetings // 2, meetings - 1):
                write_meeting(workspace, names[at], at, people, recommendations, 100, seed=number + 1)
                changed.append(seconds(lambda: publish(workspace)))
            one.append(statistics.median(changed))
        shown = " | ".join(f"{statistics.median(times):.2f}" for times in (whole, alone, one))
        ratios = [statistics.median(a / b for a, b in zip(whole, other, strict=True)) for other in (alone, one)]
        print("| whole, s | CREATE TABLE AS alone, s | one meeting changed, s | whole / alone | whole / one |")
        print(f"|---|---|---|---|---|\n| {shown} | {ratios[0]:.2f} | {ratios[1]:.1f} |")
        kilobytes = subprocess.run(
            [sys.executable, __file__, "--publish", folder], capture_output=True, check=True
        ).stdout
        print(f"peak memory of a whole publication: {int(kilobytes) / 2**20:.2f} GiB")
        ask(workspace, names[-1])


def seconds(what: Callable[[], object]) -> float:
    os.sync()  # nobody waits for what others have written
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def median(what: Callable[[], object]) -> float:
    """Seconds at the median of several times."""
    return statistics.median(seconds(what) for _ in range(TIMES))


def tables_alone(workspace: Workspace, path: Path) -> None:
    """The tables of the lake in a DuckDB file, as DuckDB makes them by itself."""
    path.unlink(missing_ok=True)
    with duckdb.connect() as connection:
        connection.execute(f"attach '{path}' as alone (storage_version '{STORAGE_VERSION}')")
        for schema in {table.schema for table in PUBLISHED}:
            connection.execute(f"create schema alone.{schema}")
        for table in PUBLISHED:
            files = f"{lake.folder(workspace, table)}/*.parquet"
            connection.execute(f"create table alone.{table.name} as select * from read_parquet('{files}')")


def ask(workspace: Workspace, meeting_id: str) -> None:
    """How long each question of the cookbook takes, with the connection; another meeting and respondent in it."""
    times = {}
    for question, sql in questions(DOCUMENT.read_text(encoding="utf-8")).items():
        query = re.sub(r"'(FRA|USA|NZL)'", "'R001'", sql.replace("honlap-43", meeting_id))
        times[question] = median(lambda query=query: run_query(workspace.database, query))
    words = '"controlled precursors notifications"'
    times["a search in one meeting"] = median(lambda: search(workspace.database, words, meeting_id))
    times["a search in all meetings"] = median(lambda: search(workspace.database, words))
    slowest = sorted(times.items(), key=lambda one: -one[1])[:5]
    print(f"{len(times)} queries: {statistics.median(times.values()):.3f} s at the median; the slowest:")
    for question, took in slowest:
        print(f"  {took:.3f} s  {question}")


if __name__ == "__main__":
    main()
