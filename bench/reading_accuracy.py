"""Counts the fields of the corpus's forms that are read as a person reads them, by layout and by way of saving.

usage: .venv/bin/python bench/reading_accuracy.py

A field is the respondent, the date, the consent, the general statement, each contact field, and for each recommendation
its mark and its text. Prints the table of bench/README.md, and each field that is wrong. Keeps out: the forms and what
is true of them (`tests/corpus/`).
"""

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.corpus.cases import CASES
from tests.corpus.reading import fields, forms

WAYS = {"": "as written", "again": "saved again", "printed": "printed (PDF)"}


def main() -> None:
    """Read every form and print the table."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: {way: [0, 0, 0] for way in WAYS})
    wrong = []
    for name, data in forms().items():
        way = name.split()[0] if " " in name else ""
        told = fields(name, data)
        for group in (CASES[name.split()[-1]].layout, "all"):
            total = counts[group][way]
            total[0], total[1], total[2] = total[0] + 1, total[1] + sum(f.right for f in told), total[2] + len(told)
        wrong += [one for one in told if not one.right]
    print("| layout | " + " | ".join(f"{shown}: forms, fields right" for shown in WAYS.values()) + " |")
    print("|---" * (len(WAYS) + 1) + "|")
    for group, ways in counts.items():
        if group != "all":
            print(_row(group, ways))
    print(_row("all", counts["all"]))
    for one in wrong:
        print(f"{one.case}: {one.kind} {one.name}: read {one.read!r}, says {one.said!r}")


def _row(group: str, ways: dict[str, list[int]]) -> str:
    cells = [f"{forms_} · {right} / {total}" if total else "" for forms_, right, total in ways.values()]
    return f"| {group} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
