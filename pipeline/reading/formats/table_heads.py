"""Tables with a column of respondents in a document, with the heads that forms have in place of others: "Ref".

What their columns hold is told as in sheets (`sheet_contents.py`). Keeps out: whose rows are whose
(`form/by_respondent.py`).
"""

from collections import defaultdict

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.labels import find_label
from pipeline.reading.formats.sheet_contents import columns_by_contents, may_name
from pipeline.reading.formats.sheet_headings import column_kind, field_in
from pipeline.reading.reply import Question

_HEADS = {
    "respondent": "Country",
    "recommendation": "Recommendation",
    "action_taken": "Action taken",
    "text": "Comments",
}
# Respondent, recommendation, and what is said.
_FEWEST_COLUMNS = 3
_LONGEST_HEAD = 60  # letters


def with_known_heads(blocks: list[Block], question: Question) -> list[Block]:
    """The paragraphs of a document, with other heads of columns where its tables have one of respondents."""
    tables = {block.cell.table for block in blocks if block.cell and block.cell.row == 1 and _may_name(block.text)}
    if not tables:  # nearly every document
        return blocks
    heads = {cell: head for table in sorted(tables) for cell, head in _heads(table, blocks, question).items()}
    told: set[Cell] = set()
    found = []
    for block in blocks:
        if block.cell in heads:
            runs = (Run("" if block.cell in told else heads[block.cell]),)
            told.add(block.cell)
            found.append(block._replace(runs=runs))
        else:
            found.append(block)
    return found


def _may_name(text: str) -> bool:
    """Whether a cell may head a column of respondents."""
    if not text.strip() or len(text) > _LONGEST_HEAD:
        return False
    label = find_label(text)
    asks = label is not None and label.kind == "country" and not label.rest
    return asks or may_name(text) or "respondent" in (column_kind(text), field_in(text))


def _heads(table: int, blocks: list[Block], question: Question) -> dict[Cell, str]:
    """The cells that head columns of a table with one of respondents, with what forms head such columns with."""
    rows: dict[int, dict[int, str]] = defaultdict(dict)
    for block in blocks:
        if block.cell and block.cell.table == table and (text := block.text.strip()):
            row = rows[block.cell.row]
            row[block.cell.column] = f"{row[block.cell.column]}\n{text}" if block.cell.column in row else text
    header = rows.pop(1, {})
    width = max(max(row) for row in (header, *rows.values()))
    if width < _FEWEST_COLUMNS or not rows:
        return {}
    cells = [(str(number), [row.get(at, "") for at in range(1, width + 1)]) for number, row in sorted(rows.items())]
    columns = columns_by_contents([header.get(at, "") for at in range(1, width + 1)], cells, question)
    single = columns.single if columns else {}
    return {Cell(table, 1, at + 1): _HEADS[kind] for kind, at in single.items() if kind in _HEADS}
