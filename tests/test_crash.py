"""Runs that are killed at any moment: readers see the old or the new warehouse whole, and the next run mends all.

A helper process that has everything loaded forks a run for each kill. bench/crash.py does the same through the command
line, many more times, and takes away room and rights as well.
"""

import random
import subprocess
import sys

import duckdb

from pipeline import steps
from pipeline.warehouse import manifest
from pipeline.warehouse.publish import publish
from tests.workspaces import add_reply, again

KILLS = 10
HELPER = """
import os, signal, sys, time
from pathlib import Path
from pipeline import config, steps
from pipeline.storage.leftovers import clear_meeting
from pipeline.storage.locks import held
from pipeline.warehouse.publish import publish
workspace = config.workspace(Path(sys.argv[1]))
for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        with held(workspace.run_lock("harb-12"), "a run of the test"):
            clear_meeting(workspace, "harb-12")
            steps.make_all(workspace, "harb-12")
        publish(workspace)
        os._exit(0)
    wait, ended = float(line), 0
    end = time.monotonic() + wait
    while time.monotonic() < end and not ended:
        time.sleep(0.005)
        ended, _ = os.waitpid(pid, os.WNOHANG)
    if not ended:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    print("ended" if ended else "killed", flush=True)
"""


def contents(case) -> list[tuple]:
    with duckdb.connect(str(case.workspace.database), read_only=True) as connection:
        return connection.execute("select * from core.answers order by all").fetchall()


def made(case, said: str) -> tuple[list[tuple], dict[str, str]]:
    """What readers see, and the hashes of all outputs, after a run that nothing disturbs."""
    add_reply(case, "est.yaml", respondent="EST", answers={"1.b": {"action_taken": "yes", "text": said}})
    case = again(case)
    steps.make_all(case.workspace, case.meeting_id)
    publish(case.workspace)
    return contents(case), manifest.load(case.workspace, case.meeting_id)["outputs"]


def test_runs_that_are_killed_leave_the_old_or_the_new_and_nothing_else(answered):
    told = ("We train pilots in 3 harbours.", "We train pilots in 4 harbours.")
    states = [made(answered, said) for said in told]
    chance = random.Random(12)
    helper = subprocess.Popen(
        [sys.executable, "-c", HELPER, str(answered.workspace.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    outcomes = []
    try:
        for number in range(KILLS):
            add_reply(
                answered,
                "est.yaml",
                respondent="EST",
                answers={"1.b": {"action_taken": "yes", "text": told[number % 2]}},
            )
            helper.stdin.write(f"{chance.uniform(0.02, 0.9)}\n")
            helper.stdin.flush()
            outcomes.append(helper.stdout.readline().strip())
            assert contents(answered) in [seen for seen, _ in states]
        helper.stdin.write("60\n")
        helper.stdin.flush()
        assert helper.stdout.readline() == "ended\n"
    finally:
        helper.kill()
    assert outcomes.count("killed") >= KILLS / 2
    seen, outputs = states[(KILLS - 1) % 2]
    assert contents(answered) == seen
    assert manifest.load(answered.workspace, "harb-12")["outputs"] == outputs
    assert [path.name for path in answered.workspace.root.rglob("*") if ".part" in path.name] == []
