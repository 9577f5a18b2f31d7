"""A Word file around a body made of WordprocessingML strings: styles, automatic numbers, page header and footer.

Keeps out: every word of the form itself.
"""

import io
import zipfile
from dataclasses import dataclass, field

import docx
from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
}
LETTERED = 500
_W = f"{{{NAMESPACES['w']}}}"


@dataclass
class Document:
    """A form being written: its body piece by piece, and what stands on every page."""

    header: str = ""
    footer: str = ""
    _body: list[str] = field(default_factory=list)

    def add(self, *pieces: str) -> None:
        """Put paragraphs and tables at the end of the body."""
        self._body += pieces

    def save(self) -> bytes:
        """The file; the same body always gives the same bytes."""
        shell = docx.Document()
        shell.core_properties.author = shell.core_properties.comments = ""
        if self.header:
            shell.sections[0].header.paragraphs[0].text = self.header
        if self.footer:
            shell.sections[0].footer.paragraphs[0].text = self.footer
        _add_numbers(shell.part.numbering_part.element)
        section = etree.tostring(shell.element.body.sectPr, encoding="unicode")
        names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
        content = "".join(self._body)
        # Word always has a paragraph behind the last table; programs that save the form again may lose it otherwise.
        content += "<w:p/>" if content.endswith("</w:tbl>") else ""
        body = f'<w:document {names} mc:Ignorable="w14"><w:body>{content}{section}</w:body></w:document>'
        etree.fromstring(body)
        out = io.BytesIO()
        shell.save(out)
        return _repack(out, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body)


def _add_numbers(numbering) -> None:
    """Lists "(a)", "(b)", one for each of up to nine issues, from number LETTERED + 1 on."""
    first_list = numbering.find(f"{_W}num")
    for issue in range(1, 10):
        abstract = etree.fromstring(
            f'<w:abstractNum xmlns:w="{NAMESPACES["w"]}" w:abstractNumId="{LETTERED + issue}">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        )
        number = etree.fromstring(
            f'<w:num xmlns:w="{NAMESPACES["w"]}" w:numId="{LETTERED + issue}">'
            f'<w:abstractNumId w:val="{LETTERED + issue}"/></w:num>'
        )
        first_list.addprevious(abstract)
        numbering.append(number)


def _repack(shell: io.BytesIO, body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(shell) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name.endswith("thumbnail.jpeg"):
                continue
            data = body.encode() if name == "word/document.xml" else old.read(name)
            if name == "_rels/.rels":
                data = _without_thumbnail(data)
            new.writestr(zipfile.ZipInfo(name, (2031, 5, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_thumbnail(relations: bytes) -> bytes:
    root = etree.fromstring(relations)
    for relation in root:
        if relation.get("Target", "").endswith("thumbnail.jpeg"):
            root.remove(relation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
