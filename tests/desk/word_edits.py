"""Word notes edited as people edit them: text changed with and without tracking, paragraphs deleted, added, commented.

Keeps out: what follows from it (test_take_back.py, test_circle.py).
"""

import copy
import io
import zipfile
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OVERRIDE = f'<Override PartName="/word/comments.xml" ContentType="{_CONTENT}"/>'
_BY = {f"{W}author": "Ann", f"{W}date": "2031-06-10T09:00:00Z"}


class Note:
    """A .docx open for editing; `data` gives it back."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})

    @property
    def data(self) -> bytes:
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        if len(self.comments):
            self.parts["word/comments.xml"] = etree.tostring(self.comments, xml_declaration=True, encoding="UTF-8")
            for name, end, added in (
                ("[Content_Types].xml", b"</Types>", _OVERRIDE),
                ("word/_rels/document.xml.rels", b"</Relationships>",
                 f'<Relationship Id="rIdC" Type="{_TYPE}" Target="comments.xml"/>'),
            ):  # fmt: skip
                if added.encode() not in self.parts[name]:
                    self.parts[name] = self.parts[name].replace(end, added.encode() + end)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for name, content in self.parts.items():
                package.writestr(name, content)
        return out.getvalue()

    def paragraphs(self) -> list[etree._Element]:
        """All paragraphs, in order."""
        return list(self.root.iter(f"{W}p"))

    def responses(self) -> list[etree._Element]:
        """Those in a content control."""
        return [one for one in self.paragraphs() if one.find(f"{W}sdt") is not None]

    def saying(self, words: str) -> etree._Element:
        """The first paragraph with these words."""
        return next(one for one in self.paragraphs() if words in text_of(one))

    def without_controls(self) -> "Note":
        """Every control opened, so that its content stands alone, and the part that says what was given out removed."""
        for sdt in list(self.root.iter(f"{W}sdt")):
            for one in sdt.find(f"{W}sdtContent"):
                sdt.addprevious(one)
            sdt.getparent().remove(sdt)
        self.parts.pop("customXml/given-out.xml", None)
        rels = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
        for one in [one for one in rels if "given-out" in one.get("Target")]:
            rels.remove(one)
        self.parts["word/_rels/document.xml.rels"] = etree.tostring(rels)
        types = etree.fromstring(self.parts["[Content_Types].xml"])
        for one in [one for one in types if "given-out" in one.get("PartName", "")]:
            types.remove(one)
        self.parts["[Content_Types].xml"] = etree.tostring(types)
        return self

    def comment(self, paragraph: etree._Element, text: str) -> None:
        """A comment on the whole of a paragraph."""
        number = str(len(self.comments))
        one = etree.SubElement(self.comments, f"{W}comment", {f"{W}id": number, **_BY})
        one.append(paragraph_of(text))
        start, end = (etree.Element(f"{W}commentRange{name}", {f"{W}id": number}) for name in ("Start", "End"))
        paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, start)
        paragraph.append(end)
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(run, f"{W}commentReference", {f"{W}id": number})

    def resolve_comments(self) -> None:
        """All comments marked as resolved, as Word does it: in a part of its own that names their last paragraphs."""
        extended = etree.Element(f"{_W15}commentsEx", nsmap={"w15": _W15[1:-1]})
        for number, one in enumerate(self.comments):
            name = f"{number + 1:08X}"
            one.findall(f"{W}p")[-1].set(f"{_W14}paraId", name)
            etree.SubElement(extended, f"{_W15}commentEx", {f"{_W15}paraId": name, f"{_W15}done": "1"})
        self.parts["word/commentsExtended.xml"] = etree.tostring(extended)


def text_of(paragraph: etree._Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def _run(text: str, name: str = "t") -> etree._Element:
    run = etree.Element(f"{W}r")
    words = etree.SubElement(run, f"{W}{name}")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def paragraph_of(text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    paragraph.append(_run(text))
    return paragraph


def _runs(paragraph: etree._Element) -> list[etree._Element]:
    """The runs of a paragraph, whether they stand in a control or not."""
    content = paragraph.find(f"{W}sdt/{W}sdtContent")
    return [one for one in (paragraph if content is None else content) if one.tag == f"{W}r"]


def reword(paragraph: etree._Element, change: Callable[[str], str], tracked: bool) -> None:
    """Change a paragraph's text, as a tracked deletion and insertion or without a trace."""
    before = text_of(paragraph)
    runs = _runs(paragraph)
    if tracked:
        removed = etree.Element(f"{W}del", {f"{W}id": "900", **_BY})
        removed.append(_run(before, "delText"))
        added = etree.Element(f"{W}ins", {f"{W}id": "901", **_BY})
        added.append(_run(change(before)))
        new = [removed, added]
    else:
        new = [_run(change(before))]
    for one in new:
        runs[0].addprevious(one)
    for one in runs:
        one.getparent().remove(one)


def delete(paragraph: etree._Element, tracked: bool) -> None:
    """Delete a paragraph, control and all; or mark its text and its end as deleted."""
    if not tracked:
        paragraph.getparent().remove(paragraph)
        return
    removed = etree.Element(f"{W}del", {f"{W}id": "902", **_BY})
    removed.append(_run(text_of(paragraph), "delText"))
    runs = _runs(paragraph)
    runs[0].addprevious(removed)
    for one in runs:
        one.getparent().remove(one)
    properties = paragraph.find(f"{W}pPr")
    mark = etree.SubElement(properties, f"{W}rPr")
    etree.SubElement(mark, f"{W}del", {f"{W}id": "903", **_BY})


def split(paragraph: etree._Element, text: str) -> None:
    """A second paragraph in the same control, which stands around both then, as Word makes it."""
    sdt = paragraph.find(f"{W}sdt")
    around = etree.Element(f"{W}sdt")
    around.append(copy.deepcopy(sdt.find(f"{W}sdtPr")))
    content = etree.SubElement(around, f"{W}sdtContent")
    for one in sdt.find(f"{W}sdtContent"):
        sdt.addprevious(one)
    paragraph.remove(sdt)
    paragraph.addprevious(around)
    content.extend((paragraph, paragraph_of(text)))


def add_after(paragraph: etree._Element, text: str, tracked: bool) -> None:
    """A new paragraph that looks like the one before it."""
    new = etree.Element(f"{W}p")
    properties = copy.deepcopy(paragraph.find(f"{W}pPr"))
    new.append(properties)
    if tracked:
        mark = etree.SubElement(properties, f"{W}rPr")
        etree.SubElement(mark, f"{W}ins", {f"{W}id": "904", **_BY})
        added = etree.SubElement(new, f"{W}ins", {f"{W}id": "905", **_BY})
        added.append(_run(text))
    else:
        new.append(_run(text))
    paragraph.addnext(new)
