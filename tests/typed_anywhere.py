"""A sentence with a made-up word typed at a place of a Word form: every paragraph, three ways.

Used by the tests and by bench/typed_anywhere.py. Keeps out: the forms, and where the word is looked for.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from pipeline.reading.reply import Reply
from pipeline.reading.word.run import MC, W

WORD = "Zorblat"
SENTENCE = f"The {WORD} is lit every night."
WAYS = ("behind its words", "as a paragraph before it", "as a paragraph behind it")
_DOCUMENT = "word/document.xml"


def places(data: bytes) -> list[tuple[int, str]]:
    """Every place of a form: the number of a paragraph, and a way to type there."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(_DOCUMENT))
    # Word writes a text box twice; nobody types into the copy for old programs.
    typed = [not any(one.tag == MC + "Fallback" for one in p.iterancestors()) for p in root.iter(W + "p")]
    return [(number, way) for number, may in enumerate(typed) if may for way in WAYS]


def number_of(data: bytes, text: str) -> int:
    """The number of the paragraph with this text."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(_DOCUMENT))
    return ["".join(p.itertext(W + "t")) for p in root.iter(W + "p")].index(text)


def put_into(data: bytes, name: str, xml: str) -> bytes:
    """The form with a piece of Word's XML in the cell of the field with this tag."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    root = etree.fromstring(members[_DOCUMENT])
    named = next(one for one in root.iter(W + "tag") if one.get(W + "val") == name)
    cell = next(named.iterancestors(W + "tc"))
    cell.insert(1, etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{xml}</w:x>')[0])
    return _zipped(members | {_DOCUMENT: etree.tostring(root)})


def _zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def typed(data: bytes, number: int, way: str) -> bytes:
    """The form with the sentence typed there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(members[_DOCUMENT])
    paragraph = list(root.iter(W + "p"))[number]
    if way == WAYS[0]:
        paragraph.append(_run(f" {SENTENCE}"))
    else:
        new = etree.Element(W + "p")
        new.append(_run(SENTENCE))
        (paragraph.addprevious if way == WAYS[1] else paragraph.addnext)(new)
    return _zipped(members | {_DOCUMENT: etree.tostring(root)})


def _run(text: str) -> etree._Element:
    run = etree.Element(W + "r")
    shown = etree.SubElement(run, W + "t")
    shown.text = text
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def found_in(reply: Reply) -> Iterator[str]:
    """Where the word stands in what was read of a form."""
    parts = {
        "an answer": (answer.text for answer in reply.answers),
        # Kept whole by the finding `unknown_recommendation`.
        "the text of no recommendation": (one.text_in_form or "" for one in reply.answers if " " in one.recommendation),
        "the general statement": (reply.general,),
        "words without a place": (words.text for words in reply.unplaced),
        "a contact field": reply.contact.values(),
        "the field of the name": (reply.respondent,),
        "the field of the date": (reply.submitted_on,),
    }
    return (name for name, texts in parts.items() if any(WORD in text for text in texts))
