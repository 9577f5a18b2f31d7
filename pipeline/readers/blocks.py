"""What every document comes down to before it is read as a form: paragraphs in reading order, with place and marks.

Word, PDF and plain text all give blocks. Keeps out: how a format gives them, and what they mean (`form.py`).
"""

from dataclasses import dataclass

CHECKED, UNCHECKED = "☒", "☐"


@dataclass(frozen=True)
class Run:
    """A stretch of text with the formatting that people mark words with."""

    text: str
    bold: bool = False
    underline: bool = False
    highlight: bool = False
    colour: str = ""
    struck: bool = False
    control: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph. `cell` names table, row and column (from 1), or is None outside tables."""

    runs: tuple[Run, ...]
    number: int
    cell: tuple[int, int, int] | None
    bullet: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def place(self) -> str:
        """Where the paragraph stands, in words a person can follow in Word."""
        if self.cell is None:
            return f"paragraph {self.number}"
        table, row, column = self.cell
        return f"table {table}, row {row}, cell {column}"
