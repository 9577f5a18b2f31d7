"""docs/data-dictionary.md: what every table, view and column of the published file means, from their models.

    python -m pipeline.warehouse.dictionary > docs/data-dictionary.md

Keeps out: what people ask of them (docs/cookbook.md).
"""

import sys
from collections.abc import Iterator

from pipeline.warehouse.ddl import TYPES, closed_list
from schemas.finding_codes import FINDING_CODES
from schemas.registry import ACROSS, IN_THE_FILE, VIEWS, Table

_SCHEMAS = {
    "core": "What was asked, who was asked, and what came back.",
    "quality": "Everything wrong or doubtful, with what to do about it.",
    "derived": "What follows from core and quality: one SELECT each, or the note.",
    "main": "The questions people ask most, as views; they need no schema's name: `select * from what_is_wrong`.",
}
_HEAD = """# Data dictionary

Tables and views of `warehouse/rapporteur.duckdb`, made from their models; the same words stand in the file as comments
(`rapporteur sql "show tables"`, `describe core.answers`). Queries with answers: [cookbook.md](cookbook.md).

Key columns have one name everywhere: `meeting_id`, `respondent`, `recommendation`, `number`, `file`. A column is never
null unless it says so. A column with a list of values has no others: the file itself checks it.
"""


def dictionary() -> str:
    """The whole document, in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    for schema, about in _SCHEMAS.items():
        yield f"## {schema}\n\n{about}\n"
        for table in (*IN_THE_FILE, *VIEWS):
            if table.schema == schema:
                yield from _table(table)
    yield "## Finding codes\n"
    yield from _rows(("code", "severity", "meaning", "what to do"))
    for code, one in FINDING_CODES.items():
        yield _row((f"`{code}`", one.severity, one.meaning, one.action))


def _table(table: Table) -> Iterator[str]:
    kind = "view" if table in VIEWS else "table, made of all meetings" if table in ACROSS else "table"
    keys = ", ".join(f"`{name}`" for name in table.key)
    yield f"### {table.name}\n\n{table.description}\n\nA {kind}; key: {keys}.\n"
    yield from _rows(("column", "type", "meaning"))
    for name, column in table.model.to_schema().columns.items():
        # Codes have a table of their own below.
        values = [] if name == "code" else closed_list(column)
        listed = f" One of: {', '.join(f'`{one}`' for one in values)}." if values else ""
        null = ", may be null" if column.nullable else ""
        yield _row((f"`{name}`", f"{TYPES[str(column.dtype)]}{null}", f"{column.description}{listed}"))
    yield ""


def _rows(names: tuple[str, ...]) -> Iterator[str]:
    yield _row(names)
    yield _row(("---",) * len(names))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(dictionary())
