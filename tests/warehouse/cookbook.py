"""docs/cookbook.md with the answers to its queries, as the published warehouse of honlap-43 gives them.

    python -m tests.warehouse.cookbook      writes docs/cookbook.md anew

Keeps out: whether the answers are right (test_cookbook.py).
"""

import re
import tempfile
from pathlib import Path

from pipeline import config, steps
from pipeline.warehouse.publish import publish
from pipeline.warehouse.query import run_query
from tests.places import ROOT

DOCUMENT = ROOT / "docs" / "cookbook.md"
_QUESTION = re.compile(
    r"^### \d+\. (?P<question>.+?)\n(?:.*?)```sql\n(?P<sql>.*?)```\n(?P<answer>(?:\n\|[^\n]*|\n?)*)", re.S | re.M
)


def published(root: Path) -> Path:
    """The published warehouse of the meeting in raw/, made in another folder."""
    (root / "raw").symlink_to(ROOT / "raw")
    workspace = config.workspace(root)
    steps.make_all(workspace, "honlap-43")
    publish(workspace)
    return workspace.database


def questions(document: str) -> dict[str, str]:
    """The queries by their questions."""
    return {match["question"]: match["sql"] for match in _QUESTION.finditer(document)}


def answered(document: str, database: Path) -> str:
    """The document with the answers of the database to its queries."""

    def one(match: re.Match) -> str:
        names, rows = run_query(database, match["sql"])
        answer = "\n".join(_line(row) for row in (names, ["---"] * len(names), *rows))
        return match[0][: match.start("answer") - match.start()] + f"\n{answer}\n\n"

    return _QUESTION.sub(one, document).rstrip() + "\n"


def _line(row) -> str:
    cells = (_cell(value) for value in row)
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else " ".join(str(value).split()).replace("|", "\\|")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        DOCUMENT.write_text(answered(DOCUMENT.read_text(encoding="utf-8"), published(Path(folder))), encoding="utf-8")
