"""What a Word note carries of the text that it gives out, so that it can be taken back: its Markdown, and for each
response paragraph the answer it is about, with fingerprints of text and answer.

Keeps out: how the document is written (`word.py`) and how it is read back (`desk/`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.raw.editorial import fingerprint

NAMESPACE = "urn:rapporteur:note-given-out"
_TAG = f"{{{NAMESPACE}}}"
_PREFIX, _BETWEEN = "rapporteur", "|"


@dataclass(frozen=True)
class Control:
    """The answer that a paragraph is about, and the fingerprints of the text given out and of that answer."""

    respondent: str
    recommendation: str
    text: str
    of: str

    @property
    def tag(self) -> str:
        """The control as the tag of a content control; Word allows 64 letters."""
        return _BETWEEN.join((_PREFIX, self.respondent, self.recommendation, self.text, self.of))


def control_in(tag: str) -> Control | None:
    """The control that a tag stands for; None where it is another's."""
    parts = tag.split(_BETWEEN)
    return Control(*parts[1:]) if len(parts) == 5 and parts[0] == _PREFIX else None


def controls(paragraphs: Iterable[Mapping], answers: Iterable[Mapping]) -> dict[int, Control]:
    """The controls of a note's response paragraphs by number, from derived.note_paragraphs and core.answers."""
    texts = {row["answer_id"]: row["text"] or "" for row in answers}
    return {
        row["number"]: Control(
            row["respondent"], row["recommendation"], fingerprint(row["text"]), fingerprint(texts[row["answer_id"]])
        )
        for row in paragraphs
        if row["kind"] == "response"
    }


@dataclass(frozen=True)
class GivenOut:
    """A note as it was given out: the meeting, its Markdown, and its controls by paragraph number."""

    meeting_id: str
    markdown: str
    controls: Mapping[int, Control]

    def xml(self) -> bytes:
        """As a part of the document's own."""
        root = etree.Element(f"{_TAG}note", meeting=self.meeting_id, nsmap={None: NAMESPACE})
        etree.SubElement(root, f"{_TAG}text").text = self.markdown
        for number, control in self.controls.items():
            etree.SubElement(root, f"{_TAG}paragraph", number=str(number), tag=control.tag)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def given_in(root: etree._Element) -> GivenOut | None:
    """What a part of a document says was given out; None where it is another's part."""
    if root.tag != f"{_TAG}note":
        return None
    found = {}
    for paragraph in root.iterfind(f"{_TAG}paragraph"):
        control = control_in(paragraph.get("tag", ""))
        if control and paragraph.get("number", "").isdecimal():
            found[int(paragraph.get("number"))] = control
    return GivenOut(root.get("meeting", ""), root.findtext(f"{_TAG}text") or "", found)
