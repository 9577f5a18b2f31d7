"""The lines of a form without what is printed to be written on: dotted lines, prompts, breaks inside paragraphs.

Keeps out: what the lines mean (`parts.py`).
"""

import re
from collections import Counter
from functools import lru_cache

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels
from pipeline.reading.prompts import is_prompt, prompt_behind
from pipeline.reading.reply import CONTACT_FIELDS

# Kinds of labels of fields.
FIELDS = frozenset(("country", "submitted_on", *(f"contact_{field}" for field in CONTACT_FIELDS)))
_APART = re.compile(r"\t\s*|[ \u00a0]{3,}")
_DOTS = re.compile(r"(?:(?P<end>(?<=\w)\.)\s{1,3})?(?:[.…_·]\s?){4,}")


def _end_of_sentence(line: re.Match) -> str:
    # A sentence that runs into the line has its full stop there.
    before = line.string[: line.start()]
    runs_into = re.search(r"[\w)”\"]$", before) and line[0].startswith(".") and len(before.split()) > 3
    return ". " if line["end"] or runs_into else " "


@lru_cache(maxsize=20_000)
def value_of(text: str) -> str:
    """Text without dotted lines to write on, prompts of untouched fields and spaces at its ends."""
    # Most paragraphs have no such line: telling that is far quicker than looking for one.
    dotted = "..." in text or "…" in text or "__" in text or ". ." in text or "··" in text
    value = (_DOTS.sub(_end_of_sentence, text) if dotted else text).replace("\u00a0", " ").strip()
    return "" if is_prompt(value) else value


def lines_of(blocks: list[Block]) -> list[Block]:
    """Paragraphs cut at the line breaks inside them: a form may hold label, boxes and answer in one paragraph.

    Fields side by side in one line are lines of their own.
    """
    found = []
    for block in blocks:
        text = block.text
        if "\n" not in text:
            beside = _fields_beside(text) if "\t" in text or "   " in text else []
            found += [part_of(block, *one) for one in beside] or [_without_prompt(block, text)]
            continue
        lines: list[list[Run]] = [[]]
        for run in block.runs:
            first, *others = run.text.split("\n")
            lines[-1].append(run._replace(text=first))
            lines += [[run._replace(text=other)] for other in others]
        for number, runs in enumerate(lines):
            line = block._replace(runs=tuple(runs), bullet=block.bullet and number == 0)
            found.append(_without_prompt(line, line.text))
    return found


def _fields_beside(text: str) -> list[tuple[int, int]]:
    """Where the fields of a line begin and end that has several: "Country: Alba      Date: 12 May 2031"."""
    begins = [0, *(apart.end() for apart in _APART.finditer(text))]
    fields = [at for at in begins if (label := labels.find_label(text[at:])) and label.firm and label.kind in FIELDS]
    if len(fields) < 2 or fields[0] != 0:
        return []
    return list(zip(fields, [*fields[1:], len(text)], strict=True))


def _without_prompt(block: Block, text: str) -> Block:
    """A line, which reads `text`, without the prompt of an untouched field behind its label."""
    end = prompt_behind(text)
    return block if end is None else part_of(block, 0, end)


def rest_of(block: Block, rest: str) -> list[Block]:
    """The part of a paragraph that follows its label, with the formatting of its runs; none where nothing follows."""
    if not rest:
        return []
    cut, runs = block.text.replace("\u00a0", " ").rfind(rest.replace("\u00a0", " ")), []
    for run in block.runs:
        if cut < len(run.text):
            runs.append(run._replace(text=run.text[max(cut, 0) :]))
        cut -= len(run.text)
    return [block._replace(runs=tuple(runs))]


def part_of(block: Block, start: int, end: int) -> Block:
    """A stretch of a paragraph, with the formatting of its runs; places count its letters from 0."""
    runs, passed = [], 0
    for run in block.runs:
        text = run.text[max(start - passed, 0) : max(end - passed, 0)]
        if text:
            runs.append(run._replace(text=text))
        passed += len(run.text)
    return block._replace(runs=tuple(runs))


def rows_of_one_cell(lines: list[Block]) -> frozenset[tuple[int, int]]:
    """The rows of tables (numbers of table and row) that have one cell, an empty one counted."""
    cells = {(line.cell.in_row, line.cell.column) for line in lines if line.cell}
    return frozenset(row for row, count in Counter(row for row, _ in cells).items() if count == 1)


def has_value(label: Block) -> bool:
    """Whether a label's value stands in its own paragraph, so that the cell beside it is another field's."""
    printed = labels.find_label(label.text)
    return bool(printed and printed.rest)


def has_cell_beside(lines: list[Block], at: int) -> bool:
    """Whether the next paragraph stands in a cell further on in the same row; `at` counts the lines from 0."""
    cell, after = lines[at].cell, lines[at + 1].cell if at + 1 < len(lines) else None
    return bool(cell and after and after.in_row == cell.in_row and after.column > cell.column)
