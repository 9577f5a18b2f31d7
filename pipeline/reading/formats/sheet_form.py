"""Workbooks that are forms: labels with values beside them, or a table of recommendations, a sheet for each respondent.

Their cells become blocks, and these are read as any form is. Keeps out: sheets whose columns are those of replies
(`sheet.py`).
"""

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.reading.blocks import Cell
from pipeline.reading.form.form import form_words
from pipeline.reading.form.numbered import numbered_label
from pipeline.reading.form.several import read_forms
from pipeline.reading.formats.sheet_parts import blocks_of, parts_of
from pipeline.reading.formats.table_heads import rows_with_known_heads
from pipeline.reading.reply import Question, Reply, Unplaced, Unreadable, line_mark

# The name and the rows of a sheet.
Sheet = tuple[str, list[list[str]]]
_PLACE = re.compile(r"table (\d+), row (\d+), cell (\d+)")


def read_sheets(kind: str, sheets: list[Sheet], question: Question) -> list[Reply]:
    """The replies in a workbook that is a form, or holds one in each of several sheets.

    A form that does not say whose it is has the name of its sheet, where each sheet is a form. Sheets that are named
    for issues are parts of one.

    Raises:
        Unreadable: nothing of this meeting's questionnaire in it.
    """
    tables = parts_of([rows_with_known_heads(rows, question) for _, rows in sheets], question)
    parts = [(name, part) for (name, _), found in zip(sheets, tables, strict=True) for part in found]
    blocks = blocks_of([part for _, part in parts])
    own = {}
    for name, _ in sheets:
        lines = [block for block in blocks if parts[block.cell.table - 1][0] == name]
        try:
            found = read_forms(lines, question, (), kind)
        except Unreadable:
            continue
        if any(reply.answers for reply in found):
            own[name] = [replace(reply, respondent=reply.respondent or name) for reply in found]
    together = [reply for found in own.values() for reply in found]
    if len(own) < 2 or all(numbered_label("issue", name) for name in own):
        together = read_forms(list(blocks), question, (), kind)
    elif left := [(name, rows) for name, rows in sheets if name not in own]:
        beside = [words for name, rows in left for words in words_of(f"sheet {name}, row", rows, question)]
        together[0] = replace(together[0], unplaced=(*together[0].unplaced, *beside))
    places = {
        block.cell: _place(parts[block.cell.table - 1][0], row, column) for block, (row, column, _) in blocks.items()
    }
    return [
        with_places(reply, lambda text: _PLACE.sub(lambda m: places.get(_cell(m), m[0]), text)) for reply in together
    ]


def _place(sheet: str, row: int, column: int) -> str:
    return f"{f'sheet {sheet}, ' if sheet else ''}row {row}, column {column}"


def _cell(place: re.Match) -> Cell:
    return Cell(*map(int, place.groups()))


def words_of(place: str, rows: list[list[str]], question: Question) -> list[Unplaced]:
    """What stands in rows that hold no reply, but for what questionnaires print."""
    lines = ((f"{place} {number}", " ".join(filter(str.strip, row))) for number, row in enumerate(rows, start=1))
    return [Unplaced(where, text, line_mark(where)) for where, text in lines if form_words(question).others(text)]


def with_places(reply: Reply, told: Callable[[str], str]) -> Reply:
    """The reply with its places told as those of sheets."""
    return replace(
        reply,
        answers=tuple(replace(answer, locator=told(answer.locator)) for answer in reply.answers),
        general_locator=told(reply.general_locator),
        remarks=tuple(replace(remark, locator=told(remark.locator)) for remark in reply.remarks),
        unplaced=tuple(replace(words, locator=told(words.locator)) for words in reply.unplaced),
    )
