"""Workbooks that are forms: labels with values beside them, or a table of recommendations, a sheet for each respondent.

Their cells become blocks, and these are read as any form is. Keeps out: sheets whose columns are those of replies
(`sheet.py`).
"""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form.form import form_words
from pipeline.reading.form.numbered import numbered_label
from pipeline.reading.form.several import read_forms
from pipeline.reading.reply import Question, Reply, Unplaced, Unreadable, line_mark

# The name and the rows of a sheet.
Sheet = tuple[str, list[list[str]]]
_PLACE = re.compile(r"table (?P<sheet>\d+), row (?P<row>\d+), cell (?P<column>\d+)")


def read_sheets(kind: str, sheets: list[Sheet], question: Question) -> list[Reply]:
    """The replies in a workbook that is a form, or holds one in each of several sheets.

    A form that does not say whose it is has the name of its sheet, where each sheet is a form. Sheets that are named
    for issues are parts of one.

    Raises:
        Unreadable: nothing of this meeting's questionnaire in it.
    """
    count = itertools.count(1)
    blocks = [_blocks(number, rows, count) for number, (_, rows) in enumerate(sheets, start=1)]
    own = {}
    for (name, _), lines in zip(sheets, blocks, strict=True):
        try:
            found = read_forms(lines, question, (), kind)
        except Unreadable:
            continue
        if any(reply.answers for reply in found):
            own[name] = [replace(reply, respondent=reply.respondent or name) for reply in found]
    together = [reply for found in own.values() for reply in found]
    if len(own) < 2 or all(numbered_label("issue", name) for name in own):
        together = read_forms([line for lines in blocks for line in lines], question, (), kind)
    elif left := [(name, rows) for name, rows in sheets if name not in own]:
        beside = [words for name, rows in left for words in words_of(f"sheet {name}, row", rows, question)]
        together[0] = replace(together[0], unplaced=(*together[0].unplaced, *beside))
    names = {str(number): name for number, (name, _) in enumerate(sheets, start=1)}
    return [_placed(reply, lambda text: _PLACE.sub(lambda m: _place(m, names), text)) for reply in together]


def words_of(place: str, rows: list[list[str]], question: Question) -> list[Unplaced]:
    """What stands in rows that hold no reply, but for what questionnaires print."""
    lines = ((f"{place} {number}", " ".join(filter(str.strip, row))) for number, row in enumerate(rows, start=1))
    return [Unplaced(where, text, line_mark(where)) for where, text in lines if form_words(question).others(text)]


def _blocks(sheet: int, rows: list[list[str]], count: Iterator[int]) -> list[Block]:
    cells = ((row, column, text) for row, texts in enumerate(rows, 1) for column, text in enumerate(texts, 1))
    return [Block((Run(text),), next(count), Cell(sheet, row, column)) for row, column, text in cells if text.strip()]


def _place(match: re.Match, names: dict[str, str]) -> str:
    name = names[match["sheet"]]
    return f"{f'sheet {name}, ' if name else ''}row {match['row']}, column {match['column']}"


def _placed(reply: Reply, told: Callable[[str], str]) -> Reply:
    """The reply with its places told as those of sheets."""
    return replace(
        reply,
        answers=tuple(replace(answer, locator=told(answer.locator)) for answer in reply.answers),
        general_locator=told(reply.general_locator),
        remarks=tuple(replace(remark, locator=told(remark.locator)) for remark in reply.remarks),
        unplaced=tuple(replace(words, locator=told(words.locator)) for words in reply.unplaced),
    )
