"""Plants small faults in files that decide much, one at a time, and counts those that the tests of these files notice.

usage: .venv/bin/python bench/mutants.py [FILE …]      (default: every file of PLAN; needs `pip install mutmut`)

mutmut makes the faults (a flipped comparison, an off-by-one, a dropped argument) in a copy of the project, and runs for
each the tests that reach it. Prints noticed / planted for each file, and what the faults that nobody noticed change.
zip's `strict` is left alone: lists that are made from one another cannot differ in length. Keeps out: the tests.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Each file with the tests that belong to it.
PLAN = {
    "pipeline/intake/counting.py": ["tests/intake/test_counting.py"],
    "pipeline/intake/echoes.py": ["tests/intake/test_echoes.py"],
    "pipeline/reading/form/sections.py": ["tests/reading/form/test_sections.py"],
    "pipeline/reading/form/marks.py": ["tests/reading/form"],
    "pipeline/reading/form/mark_rules.py": ["tests/reading/form"],
    "pipeline/reading/form/zone.py": ["tests/reading/form"],
    "pipeline/reading/form/mark_words.py": [
        "tests/reading/form/test_mark_words.py",
        "tests/reading/form/test_marks.py",
    ],
    "pipeline/warehouse/publish.py": ["tests/warehouse/test_publish.py", "tests/warehouse/test_removed.py"],
}
_LEFT_OUT = (".venv", ".git", ".dagster", ".hypothesis", ".pytest_cache", "__pycache__", "work")
_SETTINGS = """
[tool.mutmut]
source_paths = ["pipeline", "schemas"]
# Polars' threads do not survive a fork from a process that has used them.
process_isolation = "forkserver"
only_mutate = ["{file}"]
tests_dir = {tests}
do_not_mutate_patterns = ["strict=True"]
also_copy = ["raw", "docs", "bench", "README.md", "CONTRIBUTING.md", "Makefile", "requirements.lock"]
pytest_add_cli_args = ["-p", "no:xdist", "-p", "no:cacheprovider", "-W", "ignore"]
"""


def run(file: str, tests: list[str]) -> tuple[int, int, list[str]]:
    """How many faults were noticed and planted in a file, and the others as changes."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "project"
        ignored = shutil.ignore_patterns(
            ".venv", ".git", "warehouse-*", ".dagster", "__pycache__", "work", ".hypothesis"
        )
        shutil.copytree(ROOT, copy, ignore=ignored)
        shutil.rmtree(copy / "warehouse", ignore_errors=True)
        with (copy / "pyproject.toml").open("a", encoding="utf-8") as handle:
            handle.write(_SETTINGS.format(file=file, tests=tests))
        mutmut = [sys.executable, "-m", "mutmut"]
        made = subprocess.run([*mutmut, "run"], cwd=copy, capture_output=True, text=True)
        results = subprocess.run([*mutmut, "results", "--all", "true"], cwd=copy, capture_output=True, text=True).stdout
        states = dict(re.findall(r"^\s*(\S+): ([\w ]+)$", results, re.M))
        if not states:
            raise SystemExit(f"{file}: no faults were planted\n{made.stdout[-2000:]}{made.stderr[-2000:]}")
        unnoticed = [mutant for mutant, state in states.items() if state not in ("killed", "timeout")]
        if all(states[mutant] != "survived" for mutant in unnoticed) and len(unnoticed) > len(states) / 2:
            said = made.stdout[-1500:] + made.stderr[-1500:]
            raise SystemExit(f"{file}: the tests did not run: {Counter(states.values())}\n{said}")
        with ThreadPoolExecutor() as threads:
            changes = list(threads.map(lambda mutant: _change(mutmut, mutant, copy), unnoticed))
        return len(states) - len(unnoticed), len(states), changes


def _change(mutmut: list[str], mutant: str, folder: Path) -> str:
    """The lines that a fault takes away and puts in."""
    shown = subprocess.run([*mutmut, "show", mutant], cwd=folder, capture_output=True, text=True).stdout
    lines = [line for line in shown.splitlines() if re.match(r"[+-](?![+-])", line)]
    return "\n".join(f"    {line}" for line in lines)


def main(files: list[str]) -> None:
    """Plant the faults and print what came of it."""
    all_noticed = all_planted = 0
    for file in files or PLAN:
        noticed, planted, changes = run(file, PLAN[file])
        all_noticed, all_planted = all_noticed + noticed, all_planted + planted
        print(f"{file:40} {noticed:4} of {planted:4}  ({noticed / planted:.1%})", flush=True)
        for change in changes:
            print(change, end="\n\n", flush=True)
    print(f"{'all':40} {all_noticed:4} of {all_planted:4}  ({all_noticed / all_planted:.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
