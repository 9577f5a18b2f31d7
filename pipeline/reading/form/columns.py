"""Tables whose first row says what stands in each column, as "Recommendation | Yes | No | Comments".

Keeps out: tables of labels and values, and forms in general (`form.py`).
"""

from collections import defaultdict

from pipeline.reading.blocks import Block, Cell
from pipeline.reading.form import labels

# What kinds of headings there are: a heading row has at least two of these groups.
_GROUPS = {
    "recommendation": "recommendation",
    "number": "recommendation",
    "action": "action",
    "yes": "action",
    "no": "action",
    "comment": "comment",
}


def columns_of(
    blocks: list[Block], texts: list[str], fields: frozenset[str]
) -> tuple[dict[Cell, str], set[tuple[int, int]]]:
    """What each cell below a heading row holds, and the heading rows (table, row).

    `texts` are those of the blocks; `fields` are kinds of labels too.
    """
    tables: dict[int, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for block, text in zip(blocks, texts, strict=True):
        if block.cell:
            table, row, column = block.cell
            cells = tables[table][row]
            cells[column] = f"{cells[column]} {text}".strip() if column in cells else text.strip()
    roles: dict[Cell, str] = {}
    headed: set[tuple[int, int]] = set()
    for table, rows in tables.items():
        heads: dict[int, str] = {}
        before: dict[int, str] = {}
        for row, following in zip(numbers := sorted(rows), [*numbers[1:], 0], strict=True):
            cells = rows[row]
            found = _heads(cells, fields) if len(cells) > 1 else {}
            joined = _joined(cells, rows.get(following, {})) if before else {}
            if found or joined:
                heads = found or before | joined
                headed.add((table, row))
            elif len(cells) > 1:
                roles |= {Cell(table, row, column): heads[column] for column in cells if heads.get(column)}
            before = found
        if not any(cell.table == table for cell in roles):
            headed -= {(table, row) for row in rows}
    return roles, headed


def _joined(cells: dict[int, str], below: dict[int, str]) -> dict[int, str]:
    """What a second heading row adds to the one above it: yes and no under "action taken".

    Somebody may have written into it; where the row `below` has the two words again they are no headings.
    """
    ends = {column: (text.split()[0], text.split()[-1]) for column, text in cells.items() if text}
    named = ((column, kind) for column, words in ends.items() for kind in map(labels.heading, words))
    kinds = {column: kind for column, kind in named if kind in ("yes", "no")}
    if sorted(kinds.values()) != ["no", "yes"]:
        return {}
    others = any(text and labels.heading(text) != kinds.get(column) for column, text in cells.items())
    again = all(labels.heading(below.get(column, "")) == kind for column, kind in kinds.items())
    return {} if others and again else kinds


def _heads(cells: dict[int, str], fields: frozenset[str]) -> dict[int, str]:
    """What the cells of a row head; empty where the row is no heading."""
    heads, unknown = {}, []
    for column, text in cells.items():
        kind = labels.heading(text) or ""
        if not kind and text:
            label = labels.find_label(text) if len(text) < 60 else None
            kind = label.kind if label and label.kind in fields and label.firm and not label.rest else ""
            unknown += [] if kind else [column]
        heads[column] = kind
    if len(unknown) > 1 or (unknown and len(set(map(_GROUPS.get, heads.values())) - {None}) < 2):
        return {}
    for column in unknown:  # somebody has written into it
        heads[column] = _written_into(cells[column])
    if "recommendation" in heads.values() and "yes" not in heads.values():  # "No." stands for "number" then
        heads = {column: "number" if kind == "no" else kind for column, kind in heads.items()}
    kinds = [kind for kind in heads.values() if kind]
    groups = {_GROUPS[kind] for kind in kinds if kind in _GROUPS}
    whole = len(groups) >= 2 or (len(kinds) >= 2 and all(kind in fields for kind in heads.values()))
    return heads if whole else {}


def _written_into(text: str) -> str:
    """What a cell heads that has other words besides; empty where that cannot be told."""
    if "recommendation" in text.casefold():
        return "recommendation"
    kinds = labels.keywords_in(text)
    return next((kind for kind in ("action", "comment") if kind in kinds), "")
