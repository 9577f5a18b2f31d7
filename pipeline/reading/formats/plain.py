"""Forms as plain text: a .txt file, or the body of an e-mail. Lines become paragraphs again before the form is read.

Keeps out: YAML and JSON (`structured.py`), and what the paragraphs mean (`form/form.py`).
"""

import re
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.config import Limits
from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.answer_labels import begins_answer
from pipeline.reading.form.numbered import numbered_label
from pipeline.reading.form.several import read_forms
from pipeline.reading.formats.mail_thread import announces_quote
from pipeline.reading.formats.table_heads import with_known_heads
from pipeline.reading.reply import Question, Reply, Unreadable, utf8_text

# Mail programs wrap lines at 72 to 78 letters: a line this long may go on in the next one, longer ones are not wrapped.
# Before a long word it may be shorter.
WRAPPED, _WIDEST, _SHORTEST = 60, 100, 45
# The signs of quotes before a line, and how many lines have one where it is no other sign: "> 5 kg".
_QUOTE, _FEWEST_QUOTES = re.compile(r"(?:>[ \u00a0]?)*"), 3
_SENTENCE_END = re.compile(r"[.!?:;][)”\"]?$")
_ARROW = re.compile(r"(?<=\s)[-=]{1,2}>(?=\s)")
_BULLET = re.compile(r"^\s*(?:[•·‣▪]|(?:\*{1,3}|[–-])(?=\s))\s*")
# A line drawn with signs, which parts paragraphs.
_RULE = re.compile(r"\s*([-=_~*#–—])\1{2,}\s*")
_BOXES = tuple(mark for mark in (*labels.SET_MARKS, *labels.EMPTY_MARKS) if not mark.isalnum())
_ASKED = labels.ASKED | {"consent"}
# A row of a table, the line below its headings, and how many cells bars or tabs inside a line make one of.
_MARKDOWN_ROW, _DASHES = re.compile(r"\s*\|.*\|\s*"), re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_ENOUGH_CELLS = 3
# Mail programs write bold words so in plain text, and so do people: *Yes* / No.
_BOLD = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])([^*]{1,120})(?<=\S)\1(?![\w*])")


class Line(NamedTuple):
    """A line of a text without the signs of the quotes that it stands in, and how many these are."""

    text: str
    quotes: int = 0


def lines_of(text: str) -> list[Line]:
    """The lines of a text; where few lines have the sign of a quote and none announces one, it is another sign."""
    text = _ARROW.sub("→", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.rstrip(" ") for line in text.split("\n")]
    found = [
        Line(line[match.end() :], line[: match.end()].count(">")) for line in lines if (match := _QUOTE.match(line))
    ]
    quoted = [at for at, line in enumerate(found) if line.quotes]
    above = next((line.text for line in reversed(found[: quoted[0]]) if line.text.strip()), "") if quoted else ""
    if len(quoted) < _FEWEST_QUOTES and not announces_quote(above):
        return list(map(Line, lines))
    return found


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of a text: blank lines, labels and list items begin a new one."""
    return blocks_in(lines_of(text))


def blocks_in(lines: list[Line]) -> list[Block]:
    """The paragraphs of lines; none goes on from a quote into what is none."""
    widths = {depth: _width([line.text for line in lines if line.quotes == depth]) for _, depth in set(lines)}
    blocks: list[Block] = []
    tables = 0
    for (cells, depth), own in groupby(lines, key=lambda line: (_columns(line.text), line.quotes)):
        rows = [line.text for line in own]
        if cells and len(rows) > 1:
            tables += 1
            blocks += _table(rows, tables, len(blocks))
        else:
            blocks += _paragraphs(rows, len(blocks), widths[depth])
    return blocks


def _width(lines: list[str]) -> int:
    """The letters at which lines are wrapped: as many as the longest has; 0 where none goes on in the next one.

    Nor are they wrapped where one is longer than any wrapped one, but for those without spaces, such as an address.
    """
    width = max((len(line) for line in lines if " " in line.strip()), default=0)
    goes_on = any(len(earlier) >= WRAPPED and _goes_on(earlier, line.strip()) for earlier, line in pairwise(lines))
    return width if width <= _WIDEST and goes_on else 0


def _goes_on(earlier: str, line: str) -> bool:
    """Whether a line goes on with a sentence, or a box, that the one before it has not ended."""
    ended = _SENTENCE_END.search(earlier) or line[:1].isupper() or _begins(line)
    return bool(line) and (earlier.endswith(_BOXES) or not ended)


def _columns(line: str) -> int:
    """How many cells a line has that is the row of a table, in Markdown or parted by bars or tabs; 0 for any other."""
    if _MARKDOWN_ROW.fullmatch(line):
        return line.count("|") - 1
    cells = line.count("|" if "|" in line else "\t") + 1
    return cells if cells >= _ENOUGH_CELLS and line.strip() else 0


def _table(rows: list[str], table: int, before: int) -> list[Block]:
    """The cells of a table; the line of dashes below its headings is none."""
    blocks: list[Block] = []
    kept = [row for row in rows if not _DASHES.fullmatch(row)]
    for number, row in enumerate(kept, start=1):
        inside = row.strip().strip("|") if _MARKDOWN_ROW.fullmatch(row) else row
        cells = inside.split("|" if "|" in row else "\t")
        for column, cell in enumerate(cells, start=1):
            blocks.append(Block(_runs(cell.strip()), before + len(blocks) + 1, Cell(table, number, column)))
    return blocks


def _paragraphs(lines: list[str], before: int, width: int) -> list[Block]:
    lines = ["" if _RULE.fullmatch(line) else line.rstrip() for line in lines]
    paragraphs: list[list[str]] = [[lines[0]]]
    for earlier, line in pairwise(lines):
        begins = _begins(line) or (_SENTENCE_END.search(earlier) and _may_begin(line.strip()))
        # What would have fitted into the line above was not wrapped.
        begins = begins and not _continues(earlier, line.strip())
        room = width - len(earlier) - 1
        full = len(earlier) >= _SHORTEST and width > 0 and len(line.split(" ")[0]) > room
        if full and line.strip() and not begins and not _is_own(earlier):
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([line])
    blocks = []
    for number, paragraph in enumerate(paragraphs, start=before + 1):
        whole = " ".join(paragraph)
        bullet = bool(_BULLET.match(whole))
        blocks.append(Block(_runs(_BULLET.sub("", whole) if bullet else whole), number, None, bullet))
    return blocks


def _runs(text: str) -> tuple[Run, ...]:
    """A paragraph with its bold words as such."""
    runs, at = [], 0
    for bold in _BOLD.finditer(text):
        runs += [Run(text[at : bold.start()]), Run(bold[2], bold=True)]
        at = bold.end()
    runs.append(Run(text[at:]))
    return tuple(run for run in runs if run.text) or (Run(""),)


def _begins(line: str) -> bool:
    """Whether a line begins something of its own."""
    kinds, text = ("issue", "recommendation"), line.lstrip(" *")
    known = _BULLET.match(line) or labels.find_label(text) or mark_words.only_marks(text)
    return bool(known or any(numbered_label(kind, text) for kind in kinds))


def _continues(earlier: str, line: str) -> bool:
    """Whether a line can be nothing but the rest of the one above: "… of neighbouring | states.", "☐ Yes ☒ | No"."""
    rest = not _SENTENCE_END.search(earlier) and line[:1].islower() and ":" not in line
    return rest or earlier.endswith(_BOXES)


def _may_begin(line: str) -> bool:
    """Whether a line behind a sentence begins an answer, or asks: "Has this recommendation been implemented? No"."""
    return begins_answer(line) or labels.keyword_label(line, _ASKED, False) is not None


def _is_own(line: str) -> bool:
    """Whether a long line is whole: boxes, or a row of dots."""
    return mark_words.only_marks(line) or not re.search(r"\w", line)


def read_plain(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read one reply written as plain text.

    Raises:
        Unreadable: not UTF-8, or nothing of this meeting's questionnaire in it.
    """
    return read_lines(blocks_of(utf8_text(data)), question, "txt")


def read_lines(blocks: list[Block], question: Question, kind: str) -> list[Reply]:
    """Read a form from the paragraphs of what may be any text.

    Raises:
        Unreadable: nothing of this meeting's questionnaire in it.
    """
    try:
        return read_forms(with_known_heads(blocks, question), question, (), kind)
    except Unreadable as error:
        if error.code != "wrong_questionnaire":
            raise
        found = "text with no fields of a reply and no recommendations"
        raise Unreadable("unsupported_format", found, "a form, or respondent, answers and general") from None
