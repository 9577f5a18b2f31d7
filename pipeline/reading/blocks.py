"""What every document comes down to before it is read as a form: paragraphs in reading order, with place and marks.

Word, PDF and plain text all give blocks. Keeps out: how a format gives them, and what they mean (`form/form.py`).
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


class Cell(NamedTuple):
    """A cell of a document by the numbers of its table, row and column, from 1."""

    table: int
    row: int
    column: int

    @property
    def in_row(self) -> tuple[int, int]:
        """The row it lies in: numbers of table and row."""
        return self.table, self.row

    @property
    def in_column(self) -> tuple[int, int]:
        """The column it lies in: numbers of table and column."""
        return self.table, self.column


class Block(NamedTuple):
    """A paragraph. `cell` is None outside tables; `page` counts from 1 and is None where there are no pages.

    `around` is the number of the outermost table around it, 0 where that is its cell's own or there is none. `shown` is
    the cell as the document has it, where its table was turned. `pictures` is how many pictures it holds that are large
    enough for words, `rows` how many rows its cell takes. `headed` tells that its first run is the head of its column.
    """

    runs: tuple[Run, ...]
    number: int
    cell: Cell | None
    bullet: bool = False
    page: int | None = None
    around: int = 0
    shown: Cell | None = None
    pictures: int = 0
    rows: int = 1
    headed: bool = False

    @property
    def outermost(self) -> int:
        """The number of the outermost table that it lies in, 0 outside tables."""
        return self.around or (self.cell.table if self.cell else 0)

    @property
    def text(self) -> str:
        return self.runs[0].text if len(self.runs) == 1 else "".join(run.text for run in self.runs)

    @property
    def place(self) -> str:
        """Where the paragraph stands, in words a person can follow in Word."""
        page = f"page {self.page}, " if self.page else ""
        cell = self.shown or self.cell
        if cell is None:
            return f"{page}paragraph {self.number}"
        return f"{page}table {cell.table}, row {cell.row}, cell {cell.column}"
