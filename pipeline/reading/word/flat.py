"""Paragraphs of Word documents that have nothing but plain paragraphs, runs and tables: one pass, which is faster.

Most forms are such documents. Those with content controls, text boxes, tracked changes or tables in tables are left to
`body.py`, which gives the same paragraphs for both (a test compares them).
"""

from lxml import etree

from pipeline.reading.blocks import Block, Cell, Run
from pipeline.reading.word.run import MC, A, M, W, is_shaded, run_of

# Elements that change what is inside them, or whose end would have to be known.
_NOT_FLAT = (
    *(W + name for name in ("sdt", "ins", "del", "moveFrom", "moveTo", "txbxContent", "customXml", "smartTag")),
    *(W + name for name in ("fldSimple", "hyperlink", "bdo", "dir", "rPrChange", "pPrChange", "tcPrChange", "ruby")),
    *(W + name for name in ("altChunk", "footnoteReference", "endnoteReference", "commentReference")),
    *(W + name for name in ("drawing", "pict", "object", "vMerge")),
    *(MC + "AlternateContent", M + "oMath", A + "p"),
)
_TABLE, _ROW, _CELL, _SPAN, _SHADE = (W + name for name in ("tbl", "tr", "tc", "gridSpan", "shd"))
_PARAGRAPH, _STYLE, _NUMBER, _RUN, _VALUE = (W + name for name in ("p", "pStyle", "numId", "r", "val"))
LISTED = ("ListBullet", "ListNumber")


def is_flat(body: etree._Element) -> bool:
    """Whether a body has only plain paragraphs, runs, and tables that hold no tables."""
    if next(body.iter(*_NOT_FLAT), None) is not None:
        return False
    return sum(1 for _ in body.iter(_TABLE)) == sum(1 for _ in body.iterchildren(_TABLE))


def flat_blocks(body: etree._Element) -> list[Block]:
    """All paragraphs of a flat body, in reading order."""
    found: list[Block] = []
    table = row = column = 0
    span, inside, fresh, shaded, bullet = 1, False, False, False, False
    runs: list[Run] = []
    cell: Cell | None = None
    opened = False
    for element in body.iter(_TABLE, _ROW, _CELL, _SPAN, _SHADE, _PARAGRAPH, _STYLE, _NUMBER, _RUN):
        tag = element.tag
        if tag == _RUN:
            run = run_of(element)
            if run:
                runs.append(run._replace(highlight=True) if shaded else run)
        elif tag == _PARAGRAPH:
            if opened:
                found.append(Block(tuple(runs), len(found) + 1, cell, bullet))
            inside = inside and element.getparent().tag == _CELL
            cell = Cell(table, row, column) if inside else None
            shaded, fresh = shaded and inside, False
            runs, bullet, opened = [], False, True
        elif tag == _STYLE:
            bullet = element.get(_VALUE, "").startswith(LISTED)
        elif tag == _NUMBER:
            # Number 0 takes a paragraph out of the list its style puts it into.
            bullet = element.get(_VALUE) != "0"
        elif tag == _CELL:
            column, span, shaded, inside, fresh = column + span, 1, False, True, True
        elif tag == _ROW:
            row, column, span = row + 1, 0, 1
        elif tag == _TABLE:
            table, row = table + 1, 0
        elif fresh and tag == _SHADE:
            shaded = is_shaded(element)
        elif fresh:
            value = element.get(_VALUE, "1")
            span = max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 4 else 1
    if opened:
        found.append(Block(tuple(runs), len(found) + 1, cell, bullet))
    return found
