"""How a note looks in Word: A4, the styles of its parts with the sizes of official documents, numbering, header.

Sizes in points are those that documents of the United Nations have: text 10, footnotes 9, headings 14, 12 and 10, the
title 17. Keeps out: which part of a note has which style (`word.py`).
"""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle

FONT = "Times New Roman"
# The style of the marks of footnotes, by Word's own name for it.
REFERENCE = "footnote reference"
_WIDTH, _MARGIN = Cm(21), Cm(2.4)
TEXT_WIDTH = _WIDTH - 2 * _MARGIN
_INDENT = Cm(1.2)


@dataclass(frozen=True)
class Look:
    """A style: its name in Word, size and space before and after in points, and what else sets it apart."""

    name: str
    size: float = 10
    before: float = 0
    after: float = 6
    bold: bool = False
    left: float = 0
    right: float = 0
    align: str = ""
    keep: bool = False
    ruled: bool = False


# By the kind of a part (`printed.py`), headings by their level. Indents in centimetres.
LOOKS = {
    "symbol": Look("Note Symbol", 14, align="RIGHT", ruled=True),
    "masthead": Look("Note Masthead", after=3, left=11),
    "session": Look("Note Session", after=3),
    "title": Look("Title", 17, before=18, after=6, bold=True, left=1.2, right=1.2, keep=True),
    "author": Look("Note Author", 14, before=6, after=12, bold=True, left=1.2, keep=True),
    2: Look("Heading 2", 14, before=18, after=9, bold=True, left=1.2, keep=True),
    3: Look("Heading 3", 12, before=14, after=6, bold=True, left=1.2, keep=True),
    4: Look("Heading 4", 10, before=10, after=6, bold=True, left=1.2, keep=True),
    5: Look("Heading 5", 10, before=6, after=6, bold=True, left=1.2, keep=True),
    "asked": Look("Recommendation Text", bold=True, left=1.2, right=1.2, align="JUSTIFY", keep=True),
    "numbered": Look("Numbered Paragraph", left=1.2, right=1.2, align="JUSTIFY"),
    "plain": Look("Note Text", left=1.2, right=1.2),
    "footnote": Look("footnote text", 9, after=2),
}


def set_up(document: Document, symbol: str) -> dict[str, str]:
    """Give a new document the page, the styles and the header of a note; returns the ids of the styles by name."""
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = Cm(2.4)
    # The symbol stands at the head of the first page already.
    section.different_first_page_header_footer = True
    _font(document.styles["Normal"], 10)
    for look in LOOKS.values():
        _style(document, look)
    document.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER)
    stops = document.styles["Header"].element.pPr.find(qn("w:tabs"))
    stops.getparent().remove(stops)
    _header(section.header.paragraphs[0], symbol)
    return {look.name: document.styles[look.name].style_id for look in LOOKS.values()}


def _style(document: Document, look: Look) -> None:
    styles = document.styles
    style = styles[look.name] if look.name in styles else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    _font(style, look.size)
    style.font.bold, style.font.italic = look.bold, False
    style.font.color.rgb = None
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.line_spacing = 1.0
    layout.left_indent, layout.right_indent = Cm(look.left), Cm(look.right)
    layout.alignment = WD_ALIGN_PARAGRAPH[look.align] if look.align else WD_ALIGN_PARAGRAPH.LEFT
    layout.keep_with_next = look.keep
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)
    if look.ruled:
        _rule(style)


def _font(style: ParagraphStyle, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _rule(style: ParagraphStyle) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "2"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = style.element.get_or_add_pPr()
    # The order of a paragraph's properties is fixed: borders stand before spacing.
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _header(paragraph, symbol: str) -> None:
    """The symbol at the left, the page at the right."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(symbol).bold = True
    run = paragraph.add_run("\t")
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), ("", "2"), ("end", None)):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if kind is None else "w:t")
            mark.text = text
        run._r.append(mark)


def add_numbering(document: Document) -> int:
    """The id of a new numbering: 1. 2. 3. and so on, for paragraphs whose first line carries the number."""
    numbering = document.part.numbering_part.element
    ids = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(max(ids, default=0) + 1))
    level = OxmlElement("w:lvl")
    level.set(qn("w:ilvl"), "0")
    for name, value in (("start", "1"), ("numFmt", "decimal"), ("suff", "tab"), ("lvlText", "%1."), ("lvlJc", "left")):
        element = OxmlElement(f"w:{name}")
        element.set(qn("w:val"), value)
        level.append(element)
    abstract.append(level)
    numbering.insert(len(ids), abstract)
    return add_start(document, int(abstract.get(qn("w:abstractNumId"))), None)


def add_start(document: Document, abstract: int, start: int | None) -> int:
    """The id of a numbering like another, that begins at `start`."""
    numbering = document.part.numbering_part.element
    made = numbering.add_num(abstract)
    if start is not None:
        made.add_lvlOverride(0).add_startOverride(start)
    return made.numId
