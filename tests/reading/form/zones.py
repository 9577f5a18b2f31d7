"""Zones of a form, written down in a line or in cells. Used by the tests of marks."""

from pipeline.reading.blocks import Block, Cell, Run


def line(*runs: str | Run) -> list[Block]:
    """One paragraph outside tables."""
    return [Block(tuple(run if isinstance(run, Run) else Run(run) for run in runs), 1, None)]


def cells(*rows: tuple[str, ...]) -> list[Block]:
    """One table, a paragraph in each cell."""
    return [
        Block((Run(text),) if text else (), 1, Cell(1, row, column))
        for row, texts in enumerate(rows, start=1)
        for column, text in enumerate(texts, start=1)
    ]
