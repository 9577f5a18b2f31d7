"""The table of the corpus's cases, as `CASES.md` holds it: what each form has, and where it was saved again.

Run by hand after any change to a case: `python -m tests.corpus.table`. Keeps out: the cases (`cases.py`).
"""

from pathlib import Path

from tests.corpus.cases import CASES
from tests.corpus.resave import PRINTED, ROUTES

FILE = Path(__file__).parent / "CASES.md"
HEAD = """# The cases

Written by `python -m tests.corpus.table`; a test holds it to the cases. `again` says by way of which format LibreOffice
saved a form again, or that it was printed.

| case | layout | mark | respondent | name | date | quirks | again |
|---|---|---|---|---|---|---|---|
"""


def cases_table() -> str:
    """The cases as Markdown, a row for each."""
    again = {name: route for route, names in ROUTES.items() for name in names}
    rows = []
    for name, case in CASES.items():
        ways = [again[name]] if name in again else []
        ways += ["pdf"] if name in PRINTED else []
        cells = (name, case.layout, case.mark, case.code, case.name_quirk, case.date_quirk)
        rows.append(f"| {' | '.join(cells)} | {', '.join(sorted(case.quirks))} | {', '.join(ways)} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    FILE.write_text(cases_table(), encoding="utf-8")
