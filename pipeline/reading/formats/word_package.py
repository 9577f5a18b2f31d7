"""A .docx as a package of parts: its main part, found as the package says, with what stands in parts of their own.

HTML, text and RTF that were put into the document whole become paragraphs where they stand; footnotes, endnotes,
comments, headers and footers, charts, diagrams and embedded files come beside it. Keeps out: what paragraphs are
(`reading/word/`), how what is embedded is read (`word_embedded.py`), and archives in general (`archive.py`).
"""

import posixpath
import zipfile
from typing import NamedTuple

from lxml import etree

from pipeline.config import Limits
from pipeline.reading.formats import archive
from pipeline.reading.formats.rtf import text_of_rtf
from pipeline.reading.formats.sheet import looks_like_workbook, text_of_workbook
from pipeline.reading.formats.word_embedded import (
    CHART,
    FILE,
    POINTERS,
    controls_in,
    pointers_in,
    words_of_chart,
    words_of_diagram,
)
from pipeline.reading.reply import Unreadable
from pipeline.reading.web.page import text_of_page
from pipeline.reading.word.body import blocks_in
from pipeline.reading.word.run import W

DOCUMENT = "word/document.xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN = "officeDocument"
_CHUNK, _PARAGRAPH = W + "altChunk", W + "p"
# Paragraphs that an answer may have, with what is asked above it.
_ABOVE = 40
_NOTES = ("footnote", "endnote", "comment")
_REFERENCES = tuple(f"{W}{note}Reference" for note in _NOTES)
_MARGINS = ("header", "footer")
_MARGIN_REFERENCES = tuple(f"{W}{margin}Reference" for margin in _MARGINS)
# Notes that draw the line between text and notes.
_LINES = ("separator", "continuationSeparator", "continuationNotice")
# Parts in parts in parts: nobody writes that.
_MAX_DEPTH = 3


class Aside(NamedTuple):
    """Text that stands beside the document's own, such as a footnote, with its place in words.

    `printed`: it may be the form's own, as the lines at the edges of its pages mostly are. `above` are the paragraphs
    that it stands at and below, the nearest first.
    """

    place: str
    text: str
    printed: bool = False
    above: tuple[str, ...] = ()


class Package(NamedTuple):
    """The main part of a document, what stands beside it, and what embedded files nobody reads, each in words."""

    document: etree._Element
    asides: tuple[Aside, ...]
    unread: tuple[str, ...] = ()


def open_package(data: bytes, limits: Limits, depth: int = 0) -> Package:
    """The parts of a .docx.

    Raises:
        Unreadable: not a Word document, damaged, encrypted, or too large.
    """
    opened = archive.open_archive(data, limits)
    name = DOCUMENT if DOCUMENT in opened.NameToInfo else _related(opened, "", limits).get(_MAIN, [("", "")])[0][1]
    document = archive.member_xml(opened, name, limits) if name else None
    if document is None or not document.tag.startswith(W):
        raise Unreadable("unsupported_format", "an archive that is no Word document", "a .docx form")
    if next(document.iter(_CHUNK, *_REFERENCES, *_MARGIN_REFERENCES, *POINTERS), None) is None:
        return Package(document, ())
    related = _related(opened, name, limits)
    _put_in_chunks(document, opened, related, limits, depth)
    notes, margins = _asides(document, opened, related, limits), _margins(document, opened, related, limits)
    embedded, unread = _embedded(document, opened, related, limits, depth)
    return Package(document, (*notes, *margins, *embedded), tuple(unread))


def _related(opened: zipfile.ZipFile, name: str, limits: Limits) -> dict[str, list[tuple[str, str]]]:
    """What a part (empty: the package) is related to: by kind, the id and the name of each part."""
    folder, file = posixpath.split(name)
    relations = archive.member_xml(opened, posixpath.join(folder, "_rels", f"{file}.rels"), limits)
    found: dict[str, list[tuple[str, str]]] = {}
    for relation in relations.iter(_RELATION) if relations is not None else ():
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append((relation.get("Id", ""), target))
    return found


def _put_in_chunks(
    document: etree._Element,
    opened: zipfile.ZipFile,
    related: dict[str, list[tuple[str, str]]],
    limits: Limits,
    depth: int,
) -> None:
    """Put the text of parts that were embedded whole where they stand."""
    names = dict(related.get("aFChunk", ()))
    for chunk in list(document.iter(_CHUNK)):
        data = archive.member(opened, names.get(chunk.get(_R_ID), ""), limits)
        for line in _lines_of_part(data, limits, depth) if data else ():
            paragraph = etree.Element(W + "p")
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = line
            chunk.addprevious(paragraph)


def _lines_of_part(data: bytes, limits: Limits, depth: int) -> list[str]:
    if data.startswith(archive.ZIP):
        if depth >= _MAX_DEPTH:
            return []
        return [block.text for block in blocks_in(open_package(data, limits, depth + 1).document)]
    text = data.decode("utf-8", "replace")
    if data.startswith(b"{\\rtf"):
        text = text_of_rtf(data)
    elif "<" in text[:1000]:
        text = text_of_page(text)
    return [line.strip() for line in text.splitlines() if line.strip()]


def _embedded(
    document: etree._Element,
    opened: zipfile.ZipFile,
    related: dict[str, list[tuple[str, str]]],
    limits: Limits,
    depth: int,
) -> tuple[list[Aside], list[str]]:
    """The words of charts, diagrams and embedded files, and the files that are of a kind which is not read."""
    names = {identifier: name for parts in related.values() for identifier, name in parts}
    found, unread = [], []
    if count := controls_in(document):
        unread.append(f"{count} ActiveX control{'' if count == 1 else 's'} (boxes, fields), whose values are not read")
    for number, (identifier, kind, program) in enumerate(pointers_in(document), start=1):
        name = names.get(identifier, "")
        text = _words_of(kind, name, opened, limits, depth)
        if text is None:
            shown = program or posixpath.basename(name)
            unread.append(f"an {kind} that is not read" + (f" ({shown})" if shown else ""))
        elif text.strip():
            found.append(Aside(f"{kind} {number}", text))
    return found, unread


def _words_of(kind: str, name: str, opened: zipfile.ZipFile, limits: Limits, depth: int) -> str | None:
    """What a part says; None where it is a file of a kind that is not read."""
    if kind != FILE:
        part = archive.member_xml(opened, name, limits)
        return "" if part is None else (words_of_chart if kind == CHART else words_of_diagram)(part)
    data = archive.member(opened, name, limits)
    if not data or not data.startswith((archive.ZIP, archive.OLE)) or depth >= _MAX_DEPTH:
        return None
    try:
        if looks_like_workbook(data):
            return text_of_workbook(data, limits)
        inner = open_package(data, limits, depth + 1)
    except Unreadable:
        return None
    return "\n".join(block.text for block in blocks_in(inner.document) if block.text.strip())


def _asides(
    document: etree._Element, opened: zipfile.ZipFile, related: dict[str, list[tuple[str, str]]], limits: Limits
) -> list[Aside]:
    found = []
    for note, reference in zip(_NOTES, _REFERENCES, strict=True):
        nodes = {node.get(W + "id"): node for node in document.iter(reference)}
        used = list(nodes)
        for _, name in related.get(f"{note}s", ()) if used else ():
            part = archive.member_xml(opened, name, limits)
            for one in part.iter(W + note) if part is not None else ():
                text = "\n".join(block.text for block in blocks_in(one)).strip()
                if text and one.get(W + "type") not in _LINES and one.get(W + "id") in used:
                    number = used.index(one.get(W + "id")) + 1
                    found.append(Aside(f"{note} {number}", text, above=_above(nodes[one.get(W + "id")])))
    return found


def _above(reference: etree._Element) -> tuple[str, ...]:
    """The paragraphs that the sign of a note stands in and below, the nearest first."""
    own = next(reference.iterancestors(_PARAGRAPH), None)
    before = [] if own is None else [own, *own.xpath("preceding::w:p", namespaces={"w": W[1:-1]})[::-1][:_ABOVE]]
    return tuple("".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in before)


def _margins(
    document: etree._Element, opened: zipfile.ZipFile, related: dict[str, list[tuple[str, str]]], limits: Limits
) -> list[Aside]:
    """The lines of headers and footers that the document uses, each line once."""
    used = {node.get(_R_ID) for node in document.iter(*_MARGIN_REFERENCES)}
    found: dict[str, Aside] = {}
    for margin in _MARGINS:
        for identifier, name in related.get(margin, ()):
            part = archive.member_xml(opened, name, limits) if identifier in used else None
            for block in blocks_in(part) if part is not None else ():
                if text := block.text.strip():
                    found.setdefault(text, Aside(margin, text, printed=True))
    return list(found.values())
