"""What every document comes down to before it is read as a form: paragraphs in reading order, with place and marks.

Word, PDF and plain text all give blocks. Keeps out: how a format gives them, and what they mean (`form.py`).
"""

from typing import NamedTuple

CHECKED, UNCHECKED = "☒", "☐"


class Run(NamedTuple):
    """A stretch of text with the formatting that people mark words with."""

    text: str
    bold: bool = False
    underline: bool = False
    highlight: bool = False
    colour: str = ""
    struck: bool = False
    control: bool = False


class Block(NamedTuple):
    """A paragraph. `cell` names table, row and column (from 1), or is None outside tables; `page` where pages exist."""

    runs: tuple[Run, ...]
    number: int
    cell: tuple[int, int, int] | None
    bullet: bool = False
    page: int | None = None

    @property
    def text(self) -> str:
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)

    @property
    def place(self) -> str:
        """Where the paragraph stands, in words a person can follow in Word."""
        page = f"page {self.page}, " if self.page else ""
        if self.cell is None:
            return f"{page}paragraph {self.number}"
        table, row, column = self.cell
        return f"{page}table {table}, row {row}, cell {column}"
