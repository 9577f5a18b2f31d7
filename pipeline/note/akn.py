"""The note as Akoma Ntoso 3.0 after the United Nations' guidelines for it (AKN4UN), which documents systems exchange.

It is a `doc` named note: the masthead as preface, headings as nested divisions, numbered paragraphs, recommendations
quoted, footnotes, and in a block of our own where each paragraph comes from. Keeps out: which paragraphs there are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lxml import etree

from pipeline.note import printed
from pipeline.note.printed import Part, printed_parts
from pipeline.raw.meeting import Meeting

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
SOURCES = "urn:rapporteur:sources"
_A, _S = f"{{{NAMESPACE}}}", f"{{{SOURCES}}}"
_SECRETARIAT = "#secretariat"
_TRACED = ("recommendation", "respondent", "source", "answer_id", "file", "sha256", "locator")


def akn_note(markdown: str, paragraphs: Iterable[Mapping], meeting: Meeting) -> bytes:
    """The XML of a note in Markdown; `paragraphs` are rows of derived.note_paragraphs."""
    parts = printed_parts(markdown)
    root = etree.Element(f"{_A}akomaNtoso", nsmap={None: NAMESPACE, "rapporteur": SOURCES})
    document = etree.SubElement(root, f"{_A}doc", name="note", contains="originalVersion")
    meta = etree.SubElement(document, f"{_A}meta")
    _identify(meta, parts, meeting)
    body = next((at for at, part in enumerate(parts) if part.kind in (printed.HEADING, printed.NUMBERED)), len(parts))
    feet = {part.number: part for part in parts if part.kind == printed.FOOTNOTE}
    _preface(etree.SubElement(document, f"{_A}preface"), parts[:body], feet, meeting)
    ids = _body(etree.SubElement(document, f"{_A}mainBody"), parts[body:])
    _sources(meta, paragraphs, ids)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)


def work_uri(meeting: Meeting) -> str:
    """The identifier of the note as a work: of the United Nations, a note, by its author, first day and symbol."""
    author, _, number = meeting.note.printed_symbol.lower().partition("/")
    return f"/akn/un/doc/note/{_slug(author)}/{meeting.note.printed_date}/{_slug(number or author)}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-")


def _identify(meta: etree._Element, parts: Sequence[Part], meeting: Meeting) -> None:
    work, out = work_uri(meeting), meeting.note.reissued or meeting.note.printed_date
    title = next((part.text for part in parts if part.kind == printed.TITLE), meeting.note.printed_symbol)
    identification = etree.SubElement(meta, f"{_A}identification", source=_SECRETARIAT)
    levels: tuple[tuple[str, str, date, str], ...] = (
        ("FRBRWork", work, meeting.note.printed_date, "issued"),
        ("FRBRExpression", f"{work}/eng@{out}", out, "reissued" if meeting.note.reissued else "issued"),
        ("FRBRManifestation", f"{work}/eng@{out}.xml", out, "transcribed"),
    )
    for level, uri, day, event in levels:
        made = etree.SubElement(identification, f"{_A}{level}")
        this = f"{uri.removesuffix('.xml')}/!main" + (".xml" if uri.endswith(".xml") else "")
        etree.SubElement(made, f"{_A}FRBRthis", value=this)
        etree.SubElement(made, f"{_A}FRBRuri", value=uri)
        etree.SubElement(made, f"{_A}FRBRdate", date=str(day), name=event)
        etree.SubElement(made, f"{_A}FRBRauthor", href=_SECRETARIAT)
        if level == "FRBRWork":
            for name, value in (
                ("country", "un"),
                ("subtype", "note"),
                ("number", meeting.note.printed_symbol),
                ("name", title),
            ):
                etree.SubElement(made, f"{_A}FRBR{name}", value=value)
        elif level == "FRBRExpression":
            etree.SubElement(made, f"{_A}FRBRlanguage", language="eng")
        else:
            etree.SubElement(made, f"{_A}FRBRformat", value="application/xml")
    etree.SubElement(
        meta,
        f"{_A}publication",
        date=str(out),
        name=meeting.note.printed_symbol,
        showAs=title,
        number=meeting.note.printed_symbol,
    )
    references = etree.SubElement(meta, f"{_A}references", source=_SECRETARIAT)
    for name, shown in (("secretariat", "Secretariat"), ("body", meeting.body)):
        href = f"/akn/ontology/organization/un/{_slug(shown)}"
        etree.SubElement(references, f"{_A}TLCOrganization", eId=name, href=href, showAs=shown)


def _preface(preface: etree._Element, parts: Sequence[Part], feet: Mapping[int, Part], meeting: Meeting) -> None:
    told: set[int] = set()
    for part in parts:
        line = etree.SubElement(preface, f"{_A}p")
        inside = line
        if part.kind == printed.SYMBOL:
            inside = etree.SubElement(line, f"{_A}docNumber")
        elif part.kind == printed.TITLE:
            inside = etree.SubElement(line, f"{_A}docTitle")
        inside.text = part.text
        for mark in part.marks:
            name, sign = f"authorialNote_{mark}", "*" * mark
            if mark in feet and mark not in told:
                told.add(mark)
                note = etree.SubElement(line, f"{_A}authorialNote", marker=sign, placement="bottom", eId=name)
                etree.SubElement(note, f"{_A}p").text = feet[mark].text
            else:
                etree.SubElement(line, f"{_A}noteRef", href=f"#{name}", marker=sign)
    if not parts:
        etree.SubElement(preface, f"{_A}p").text = meeting.note.printed_symbol


def _body(body: etree._Element, parts: Iterable[Part]) -> dict[int, str]:
    """Headings as divisions in each other, what stands under them inside; returns paragraphs' eIds by number."""
    ids: dict[int, str] = {}
    # The open divisions with their levels and eIds, and how many each has inside.
    stack: list[tuple[int, etree._Element, str]] = [(0, body, "")]
    counts = {"": 0}
    for part in parts:
        if part.kind == printed.FOOTNOTE:
            continue
        if part.kind == printed.HEADING:
            while stack[-1][0] >= part.level:
                _close(*stack.pop()[1:])
            _, outer, prefix = stack[-1]
            counts[prefix] += 1
            name = f"{prefix}dvs_{counts[prefix]}"
            division = etree.SubElement(outer, f"{_A}division", eId=name)
            etree.SubElement(division, f"{_A}heading").text = part.text
            stack.append((part.level, division, f"{name}__"))
            counts[f"{name}__"] = 0
            continue
        _, outer, prefix = stack[-1]
        if part.kind == printed.ASKED and outer is not body and len(outer) == 1:
            line = etree.SubElement(etree.SubElement(outer, f"{_A}intro"), f"{_A}p")
            etree.SubElement(line, f"{_A}embeddedText").text = part.text
            continue
        counts[prefix] += 1
        name = f"{prefix}para_{part.number or f'n{counts[prefix]}'}"
        paragraph = etree.SubElement(outer, f"{_A}paragraph", eId=name)
        if part.kind == printed.NUMBERED:
            etree.SubElement(paragraph, f"{_A}num").text = f"{part.number}."
            ids[part.number] = name
        content = etree.SubElement(paragraph, f"{_A}content")
        etree.SubElement(content, f"{_A}p").text = part.text
    while len(stack) > 1:
        _close(*stack.pop()[1:])
    if not len(body):
        etree.SubElement(body, f"{_A}p")
    return ids


def _close(division: etree._Element, prefix: str) -> None:
    """A division must hold something: where only the recommendation stands under its heading, that is its content."""
    intro = division.find(f"{_A}intro")
    if len(division) > 1 + (intro is not None):
        return
    content = etree.SubElement(division, f"{_A}content")
    if intro is None:
        etree.SubElement(content, f"{_A}p")
        return
    content.extend(intro)
    division.remove(intro)


def _sources(meta: etree._Element, paragraphs: Iterable[Mapping], ids: Mapping[int, str]) -> None:
    block = etree.SubElement(meta, f"{_A}proprietary", source=_SECRETARIAT)
    for row in paragraphs:
        if row["number"] in ids:
            source = etree.SubElement(block, f"{_S}source", paragraph=f"#{ids[row['number']]}")
            for name in _TRACED:
                if row.get(name) is not None:
                    source.set(name, str(row[name]))
