"""Word tables of plain cells, for forms of the tests. Keeps out: tables with formatting (`corpus/wordml.py`)."""

from tests.hostile import paragraph


def table(*rows: tuple[str, ...]) -> str:
    """A table with a paragraph in each cell."""
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
