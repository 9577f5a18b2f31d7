"""Our own form with tags as XML: made, filled in as Word does, and read again.

Keeps out: how the form is written (`pipeline/outgoing/questionnaire.py`).
"""

import io
import zipfile

from lxml import etree

from pipeline.reading.formats.word_tagged import controls
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question, Reply
from pipeline.reading.word.run import W14, W

PART = "word/document.xml"
IDS = ("1.a", "1.b", "2.a")


def part_of(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(PART))


def packed(document: etree._Element) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(PART, etree.tostring(document))
    return out.getvalue()


def paragraph(text: str) -> etree._Element:
    made = etree.Element(W + "p")
    etree.SubElement(etree.SubElement(made, W + "r"), W + "t").text = text
    return made


def write(document: etree._Element, name: str, text: str, copy: int = 0) -> None:
    """Fill a text field as Word does: the prompt and its sign go, a paragraph for each line comes."""
    control = controls(document)[name][copy]
    for sign in control.findall(f"{W}sdtPr/{W}showingPlcHdr"):
        sign.getparent().remove(sign)
    content = control.find(W + "sdtContent")
    content[:] = [paragraph(line) for line in text.split("\n")]


def check(document: etree._Element, name: str) -> None:
    controls(document)[name][0].find(f"{W}sdtPr/{W14}checkbox/{W14}checked").set(W14 + "val", "1")


def reply(document: etree._Element, question: Question) -> Reply:
    (found,) = read(packed(document), question)
    return found


def answers(found: Reply) -> list[tuple[str, str, str]]:
    return [(answer.recommendation, answer.action_taken, answer.text) for answer in found.answers]
