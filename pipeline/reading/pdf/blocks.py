"""Lines become paragraphs with formatting, as a form in a PDF is read from.

A line that was full goes on in the next one. Keeps out: how letters make lines and cells (`lines.py`), and what
paragraphs mean (`form/form.py`).
"""

import re

from pipeline.reading.blocks import Block, Run
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.numbered import numbered_label
from pipeline.reading.pdf.lines import Line, lines_of
from pipeline.reading.pdf.page import Letter, Page
from pipeline.reading.pdf.pieces import first_word

_BULLET = re.compile(r"^(?:[•◦▪‣·\uf0b7\uf0a7∙●○■]|[–-](?=\s))\s*")
_ENDED = re.compile(r"[.!?…][”\"’)]*\s*$")
_LISTED = re.compile(r"^(?:[•◦▪‣·\uf0b7\uf0a7∙]|[–-]\s|\(?[a-z0-9]{1,2}[.)]\s)")
# Usual space between a cell's edge and its text, and how far an estimate of room may be wrong, in points.
_PADDING = 5
_SLACK = 4
_REACH = 0.75


def blocks_of(pages: list[Page]) -> list[Block]:
    """All paragraphs of a document."""
    lines = lines_of(pages)
    limits = _limits(lines)
    paragraphs: list[Block] = []
    before: Line | None = None
    written = ""
    for line in lines:
        runs = tuple(run for run in _runs(line) if not _is_deleted(run))
        text = "".join(run.text for run in runs)
        if before and _goes_on(before, line, limits, (written, text)):
            last = paragraphs[-1]
            between = _between(before, line, limits, written)
            paragraphs[-1] = last._replace(runs=_merged((*last.runs, *between, *runs)))
        else:
            bullet = None if labels.is_page_mark(text) else _BULLET.match(text)
            runs = _without_start(runs, bullet.end()) if bullet else runs
            paragraphs.append(Block(_merged(runs), len(paragraphs) + 1, line.place, bool(bullet), line.page.number))
        before, written = line, text
    return paragraphs


def has_deletions(pages: list[Page]) -> bool:
    """Whether a document shows text as deleted by tracked changes."""
    return any(_is_deleted(run) for line in lines_of(pages) for run in _runs(line))


def _is_deleted(run: Run) -> bool:
    """Whether a run is shown as tracked changes show what was deleted: struck out in a colour."""
    return run.struck and bool(run.colour)


# Paragraphs


def _limits(lines: list[Line]) -> dict[object, float]:
    """How far to the right the text of each page reaches outside tables: most of its width, if only short lines do."""
    reach: dict[object, float] = {}
    for line in lines:
        if not line.cell:
            right = max(line.box.right, _REACH * line.page.width)
            reach[line.page.number] = max(reach.get(line.page.number, 0), right)
    widest = max(reach.values(), default=0)
    return {number: max(right, 0.9 * widest) for number, right in reach.items()} | {None: widest}


def _limit(line: Line, limits: dict[object, float]) -> float:
    """How far to the right a line could reach."""
    return line.cell.right - _PADDING if line.cell else limits.get(line.page.number, limits[None])


def _goes_on(before: Line, line: Line, limits: dict[object, float], texts: tuple[str, str]) -> bool:
    """Whether a line is the continuation of the one before it: that one had no room for its first word.

    `texts` are those of the two lines with the gaps between their words.
    """
    written, text = texts
    if any(letter.field for letter in (*before.letters, *line.letters)) or _LISTED.match(text):
        return False
    # "… in their …" above "No", "… at transit ports." above "Implemented? No"
    asked = re.split(r"[?:]", text)[-1]
    if _ENDED.search(written) and not text[:1].islower() and mark_words.only_marks(asked):
        return False
    # A label in a narrow cell may itself go on in a second line.
    whole = labels.find_label(f"{written.strip()} {text}")
    if _is_label(text) and not (whole and whole.firm and not whole.rest):
        return False
    if line.letters[0].bold not in (before.letters[0].bold, before.letters[-1].bold):
        return False
    if before.page.number == line.page.number:
        if before.cell != line.cell or before.box.bottom - line.box.top > 0.9 * line.box.height:
            return False
    elif before.place != line.place:
        return False
    word = first_word(line.letters) + 0.2 * line.letters[0].size
    return before.box.right + word > _limit(before, limits) - _SLACK


def _is_label(text: str) -> bool:
    """Whether a line begins with a label that no sentence would go on with."""
    if text[:1].islower():
        return False
    label = numbered_label("recommendation", text) or numbered_label("issue", text)
    label = label or labels.find_label(text)
    return label is not None and label.firm


def _between(before: Line, line: Line, limits: dict[object, float], written: str) -> tuple[Run, ...]:
    """What stands between two lines of a paragraph: a space, unless a word wider than its cell was cut.

    `written` is the text of the first one.
    """
    if written.endswith(" ") or (written.endswith("-") and not written.endswith(" -")):
        return ()
    room = _limit(before, limits) - before.box.right
    cut = before.cell and written.strip().isalnum() and room < line.letters[0].box.width
    return () if cut else (Run(" "),)


# Runs


def _runs(line: Line) -> tuple[Run, ...]:
    """The letters of a line with their formatting; a space for a gap, a tab for a wide one."""
    runs: list[Run] = []
    # Where spaces are letters of their own, a gap without one is a jump to a tab stop.
    narrow, wide = (0.1, 0.45) if line.page.has_spaces else (0.15, 1.8)
    for at, letter in enumerate(line.letters):
        if at:
            gap = letter.box.left - line.letters[at - 1].box.right
            apart = runs[-1].text.endswith((" ", "\t")) or letter.text.isspace()
            if gap > (1.8 if apart else wide) * letter.size:
                runs.append(Run("\t"))
            elif gap > narrow * letter.size and not apart:
                runs.append(runs[-1]._replace(text=" "))
        text = " " if letter.text == "\u00a0" else letter.text
        runs.append(
            Run(
                text,
                bold=letter.bold,
                underline=_ruled(line, letter, -0.25, 0.2),
                highlight=any(area.holds(*letter.box.middle) and area.height < 40 for area in line.page.areas),
                colour=letter.colour,
                struck=_ruled(line, letter, 0.25, 0.75),
                control=letter.drawn or (letter.field and len(text) == 1),
            )
        )
    return _merged(tuple(runs))


def _ruled(line: Line, letter: Letter, low: float, high: float) -> bool:
    """Whether a short line is drawn at this height of a letter (0: its foot, 1: its head)."""
    x, _ = letter.box.middle
    foot, height = letter.box.bottom, max(letter.box.height, 1)
    widest = line.box.width + 12
    return any(
        rule.left - 1 <= x <= rule.right + 1
        and low <= (rule.middle[1] - foot) / height <= high
        and rule.width <= widest
        and not (line.cell and (abs(rule.top - line.cell.bottom) < 2 or abs(rule.bottom - line.cell.top) < 2))
        for rule in line.page.across
    )


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
