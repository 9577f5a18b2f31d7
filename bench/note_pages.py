"""Seconds for the note of a meeting, its Word document, figures and page for review, from tables that lie in the lake.

    python bench/note_pages.py [MEETING] [ROUNDS]       (after `rapporteur run`; default honlap-43, 5 rounds)

Each round is a process of its own. Starting up (imports, hand-kept files) and loading what drafts and budget need (the
tagger, the lexica, the solver) are told apart from the work.
"""

import json
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUND = """
import json, sys, time
began = time.perf_counter()
from pathlib import Path
from pipeline import config, steps
case = steps.open_case(config.workspace(Path(sys.argv[1])), sys.argv[2])
took = {"start-up": time.perf_counter() - began}
def timed(name, make):
    began = time.perf_counter()
    made = make()
    took[name] = time.perf_counter() - began
    return made
def load():
    import lemminflect, highspy
    from pipeline.note.drafting.tagging import words_of
    words_of("Ports were lit.")
    lemminflect.getLemma("lit", upos="VERB"), lemminflect.getInflection("light", tag="VBD")
timed("loading", load)
tables, note = timed("note", lambda: steps.note_tables(case))
timed("pages", lambda: steps.pages(case))
print(json.dumps(took))
"""


def main(meeting: str = "honlap-43", rounds: str = "5") -> None:
    """Print the median of each part over the rounds."""
    found = []
    for _ in range(int(rounds)):
        command = [sys.executable, "-c", ROUND, str(ROOT), meeting]
        found.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout))
    for name in found[0]:
        times = [one[name] for one in found]
        print(f"{name:10} {statistics.median(times):6.2f} s   ({min(times):.2f} to {max(times):.2f})")
    together = [one["note"] + one["pages"] for one in found]
    print(f"{'together':10} {statistics.median(together):6.2f} s   (note and pages)")


if __name__ == "__main__":
    main(*sys.argv[1:])
