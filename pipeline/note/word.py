"""The note as a Word document, made from its Markdown: the same parts in the styles that documents services expect.

Paragraphs are numbered by Word; footnotes are Word's own, with their asterisks. The bytes follow from the note alone.
Keeps out: how styles look (`word_styles.py`) and which parts there are (`printed.py`).
"""

import io
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime, time
from functools import lru_cache
from types import MappingProxyType

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.parfmt import CT_PPr
from docx.text.paragraph import Paragraph
from lxml import etree

from pipeline.note import printed, word_styles
from pipeline.note.given import Control, GivenOut
from pipeline.note.printed import Part, printed_parts
from pipeline.raw.meeting import Meeting
from pipeline.storage.stable_zip import stable_zip

_FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


def word_note(markdown: str, meeting: Meeting, controls: Mapping[int, Control] = MappingProxyType({})) -> bytes:
    """The .docx of a note whose Markdown is given; `controls` are those of its response paragraphs, by number."""
    parts = printed_parts(markdown)

    def finish(document: Document, paragraphs: list[Paragraph], footnotes: etree._Element) -> None:
        numbered = [part for part in parts if part.kind != printed.FOOTNOTE]
        for part, paragraph in zip(numbered, paragraphs, strict=True):
            if part.kind == printed.NUMBERED and (control := controls.get(part.number)):
                _put_into_control(paragraph, control, part.number)
        _add_given_out(document, GivenOut(meeting.id, markdown, controls))

    return document_of(parts, meeting, finish)


def word_page(markdown: str, meeting: Meeting) -> bytes:
    """The .docx of a page that looks like the note but is not taken back, such as a corrigendum."""
    return document_of(printed_parts(markdown), meeting, lambda document, paragraphs, footnotes: None)


def document_of(
    parts: Sequence[Part], meeting: Meeting, finish: Callable[[Document, list[Paragraph], etree._Element], None]
) -> bytes:
    """The .docx of a note's parts; `finish` gets it, its paragraphs and its footnotes before it is saved."""
    document = docx.Document()
    symbol = next((part.text for part in parts if part.kind == printed.SYMBOL), meeting.note.printed_symbol)
    styles = word_styles.set_up(document, symbol)
    _properties(document, parts, meeting, symbol)
    footnotes = {part.number: part for part in parts if part.kind == printed.FOOTNOTE}
    referred: set[int] = set()
    expected, numbering, abstract = 1, 0, 0
    paragraphs = []
    for part in parts:
        if part.kind == printed.FOOTNOTE:
            continue
        if part.kind == printed.NUMBERED:
            if not numbering:
                numbering = word_styles.add_numbering(document)
                abstract = document.part.numbering_part.element.num_having_numId(numbering).abstractNumId.val
            if part.number != expected:
                numbering = word_styles.add_start(document, abstract, part.number)
            expected = part.number + 1
        paragraph = _paragraph(document, part, styles, numbering if part.kind == printed.NUMBERED else None)
        for place, mark in enumerate(part.marks):
            _mark(paragraph, mark, ", " if place else "", mark in footnotes and mark not in referred)
            referred.add(mark)
        paragraphs.append(paragraph)
    notes = _footnotes(document, list(footnotes.values()))
    finish(document, paragraphs, notes)
    _add_footnotes(document, notes)
    _without_picture(document)
    out = io.BytesIO()
    document.save(out)
    return stable_zip(out.getvalue())


def _properties(document: Document, parts: Sequence[Part], meeting: Meeting, symbol: str) -> None:
    said = document.core_properties
    said.title = next((part.text for part in parts if part.kind == printed.TITLE), symbol)
    said.subject, said.author, said.language = symbol, "Secretariat", "en-GB"
    said.comments, said.keywords, said.revision = "", meeting.id, 1
    said.created = said.modified = datetime.combine(meeting.note.printed_date, time())
    said.last_modified_by = "Secretariat"


def _without_picture(document: Document) -> None:
    """Leave out the small picture of another document that python-docx's template brings."""
    relations = document.part.package.rels
    for name in [name for name, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]


def _paragraph(document: Document, part: Part, styles: dict[str, str], numbering: int | None) -> Paragraph:
    look = word_styles.LOOKS[max(min(part.level, 5), 2) if part.kind == printed.HEADING else part.kind]
    paragraph = document.add_paragraph()
    paragraph._p.append(deepcopy(_paragraph_properties(styles[look.name], numbering)))
    for span in part.spans:
        run = paragraph.add_run(span.text)
        if span.bold or look.bold:
            run.bold = True
    return paragraph


@lru_cache(maxsize=100)
def _paragraph_properties(style: str, numbering: int | None) -> CT_PPr:
    """The properties of paragraphs of a style and a numbering, to be copied: made anew for each they take the time."""
    properties = OxmlElement("w:p").get_or_add_pPr()
    properties.style = style
    if numbering is not None:
        number = properties.get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = numbering
    return properties


def _put_into_control(paragraph: Paragraph, control: Control, number: int) -> None:
    """Put a paragraph's text into a content control that says which answer it is about.

    The control stands inside the paragraph: of one around it LibreOffice 7 drops the text where somebody has put a
    comment beside it.
    """
    sdt = OxmlElement("w:sdt")
    properties, content = OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    for name, value in (
        ("alias", f"{control.respondent} {control.recommendation}"),
        ("tag", control.tag),
        ("id", str(number)),
    ):
        said = OxmlElement(f"w:{name}")
        said.set(qn("w:val"), value)
        properties.append(said)
    content.extend(paragraph._p.r_lst)
    sdt.extend((properties, content))
    paragraph._p.append(sdt)


def _add_given_out(document: Document, given: GivenOut) -> None:
    part = PackagePart(PackURI("/customXml/given-out.xml"), "application/xml", given.xml(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _mark(paragraph: Paragraph, stars: int, before: str, first: bool) -> None:
    """The asterisks of a footnote; where they stand first, they lead to it."""
    if before:
        paragraph.add_run(before)
    run = paragraph.add_run(style=word_styles.REFERENCE)
    if first:
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:customMarkFollows"), "1")
        reference.set(qn("w:id"), str(stars))
        run._r.append(reference)
    _add_stars(run._r, stars)


def _add_stars(run, stars: int) -> None:
    """The mark of a footnote, as a symbol: written as text, LibreOffice prints it twice."""
    for _ in range(stars):
        star = OxmlElement("w:sym")
        star.set(qn("w:font"), word_styles.FONT)
        star.set(qn("w:char"), f"{ord('*'):04X}")
        run.append(star)


def _footnotes(document: Document, footnotes: list[Part]) -> etree._Element:
    root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
    for name, kind in _SEPARATORS:
        note = _footnote(root, name)
        note.set(qn("w:type"), kind)
        _run(note[0]).append(OxmlElement(f"w:{kind}"))
    style, reference = (document.styles[name].style_id for name in ("footnote text", word_styles.REFERENCE))
    for footnote in footnotes:
        note = _footnote(root, str(footnote.number), style)
        mark = _run(note[0])
        mark.get_or_add_rPr().style = reference
        _add_stars(mark, footnote.number)
        _run(note[0], " ")
        for span in footnote.spans:
            _run(note[0], span.text, span.bold)
    return root


def _add_footnotes(document: Document, root: etree._Element) -> None:
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = PackagePart(PackURI("/word/footnotes.xml"), _FOOTNOTES_TYPE, content, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    known = parse_xml(f"<w:footnotePr {nsdecls('w')}/>")
    for name, _ in _SEPARATORS:
        separator = OxmlElement("w:footnote")
        separator.set(qn("w:id"), name)
        known.append(separator)
    # The order of settings is fixed: this one stands before those of compatibility.
    settings = document.settings.element
    settings.insert_element_before(known, "w:endnotePr", "w:compat", "w:docVars", "w:rsids")


def _footnote(root, name: str, style: str = ""):
    note, paragraph = OxmlElement("w:footnote"), OxmlElement("w:p")
    note.set(qn("w:id"), name)
    if style:
        paragraph.style = style
    note.append(paragraph)
    root.append(note)
    return note


def _run(paragraph, text: str = "", bold: bool = False):
    run = OxmlElement("w:r")
    if bold:
        run.get_or_add_rPr().append(OxmlElement("w:b"))
    if text:
        words = OxmlElement("w:t")
        words.set(qn("xml:space"), "preserve")
        words.text = text
        run.append(words)
    paragraph.append(run)
    return run
