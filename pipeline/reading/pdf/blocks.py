"""Lines become paragraphs with formatting, as a form in a PDF is read from.

Keeps out: how letters make lines and cells (`lines.py`) and these tables (`tables.py`), which lines are one paragraph
(`paragraphs.py`), and what paragraphs mean (`form/form.py`).
"""

import re
from typing import NamedTuple

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels
from pipeline.reading.pdf.lines import NEAR, Line
from pipeline.reading.pdf.page import Box, Letter, Page
from pipeline.reading.pdf.paragraphs import Written, continued, word_was_cut
from pipeline.reading.pdf.tables import lines_of

_BULLET = re.compile(r"^(?:[•◦▪‣·\uf0b7\uf0a7∙●○■]|[–-](?=\s))\s*")
# Of several spaces a page has one; what is left of a gap behind it is then this share of a letter's size, or more.
_SPACES = 0.4


class Formatted(NamedTuple):
    """A line and its letters with their formatting."""

    line: Line
    runs: tuple[Run, ...]


def formatted(pages: list[Page]) -> list[Formatted]:
    """The lines of a document with their formatting."""
    return [Formatted(line, _runs(line)) for line in lines_of(pages)]


def blocks_of(lines: list[Formatted]) -> list[Block]:
    """All paragraphs of a document, without what is shown as deleted."""
    shown = [tuple(run for run in one.runs if not _is_deleted(run)) for one in lines]
    written = [Written(one.line, "".join(run.text for run in runs)) for one, runs in zip(lines, shown, strict=True)]
    paragraphs: list[Block] = []
    for at, (one, runs, room) in enumerate(zip(written, shown, continued(written), strict=True)):
        if room is None:
            bullet = None if labels.is_page_mark(one.text) else _BULLET.match(one.text)
            runs = _without_start(runs, bullet.end()) if bullet else runs
            block = Block(_merged(runs), len(paragraphs) + 1, one.line.place, bool(bullet), one.line.page.number)
            paragraphs.append(block)
            continue
        last = paragraphs[-1]
        between = () if word_was_cut(last.text, written[at - 1], one, room) else (Run(" "),)
        paragraphs[-1] = last._replace(runs=_merged((*last.runs, *between, *runs)))
    return paragraphs


def has_deletions(lines: list[Formatted]) -> bool:
    """Whether a document shows text as deleted by tracked changes."""
    return any(map(_is_deleted, (run for one in lines for run in one.runs)))


def _is_deleted(run: Run) -> bool:
    """Whether a run is shown as tracked changes show what was deleted: struck out in a colour."""
    return run.struck and bool(run.colour)


def _runs(line: Line) -> tuple[Run, ...]:
    """The letters of a line with their formatting; a space for a gap, a tab for a wide one."""
    runs: list[Run] = []
    rules = _rules_at(line)
    # Where spaces are letters of their own, a gap without one is a jump to a tab stop.
    narrow, wide = (0.1, 0.45) if line.page.has_spaces else (0.15, 1.8)
    for at, letter in enumerate(line.letters):
        if at:
            gap = letter.box.left - line.letters[at - 1].box.right
            apart = runs[-1].text.endswith((" ", "\t")) or letter.text.isspace()
            if gap > (1.8 if apart else wide) * letter.size:
                runs.append(Run("\t"))
            elif gap > (_SPACES if apart else narrow) * letter.size:
                runs.append(runs[-1]._replace(text=" "))
        text = " " if letter.text == "\u00a0" else letter.text
        runs.append(
            Run(
                text,
                bold=letter.bold,
                underline=_ruled(rules, letter, -0.25, 0.2),
                highlight=any(area.holds(*letter.box.middle) and area.height < 40 for area in line.page.areas),
                colour=letter.colour,
                struck=_ruled(rules, letter, 0.25, 0.75),
                control=letter.drawn or (letter.field and len(text) == 1),
            )
        )
    return _merged(tuple(runs))


def _rules_at(line: Line) -> list[Box]:
    """The drawn lines that may stand under or through words of a line: no longer than it, and no edge of its cell."""
    box, cell = line.box, line.cell
    return [
        rule
        for rule in line.page.across
        if rule.width <= box.width + 12
        and box.bottom - box.height <= rule.middle[1] <= box.top
        and not (cell and _parts_cells(rule, cell))
    ]


def _ruled(rules: list[Box], letter: Letter, low: float, high: float) -> bool:
    """Whether one of these lines is drawn at this height of a letter (0: its foot, 1: its head)."""
    x, _ = letter.box.middle
    foot, height = letter.box.bottom, max(letter.box.height, 1)
    return any(
        rule.left - 1 <= x <= rule.right + 1 and low <= (rule.middle[1] - foot) / height <= high for rule in rules
    )


def _parts_cells(rule: Box, cell: Box) -> bool:
    """Whether a line is the upper or lower edge of a cell, not drawn under words at its foot."""
    level = abs(rule.top - cell.bottom) < 2 or abs(rule.bottom - cell.top) < 2
    return level and rule.left <= cell.left + NEAR and rule.right >= cell.right - NEAR


def _merged(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Neighbouring runs of equal formatting as one."""
    merged: list[Run] = []
    for run in runs:
        if merged and (merged[-1][1:] == run[1:] or (run.text.isspace() and not run.control)):
            merged[-1] = merged[-1]._replace(text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def _without_start(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    kept = []
    for run in runs:
        kept.append(run._replace(text=run.text[count:]))
        count = max(count - len(run.text), 0)
    return tuple(run for run in kept if run.text)
