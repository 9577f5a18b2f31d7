"""Filled-in Word forms with parts as word processors write them: Word, Word for the web, LibreOffice, Google Docs, WPS.

Each way changes the XML of a form that was plain, and says which words it adds that no answer had. Used by the tests
and by bench/word_processors.py. Keeps out: the forms (`forms.py`), and what is read of them.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from pipeline.reading.reply import Reply
from tests.corpus.package import NAMESPACES

_DOCUMENT, _RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = NAMESPACES | {
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "o": "urn:schemas-microsoft-com:office:office",
}
W, W14, R = (f"{{{_NAMES[prefix]}}}" for prefix in ("w", "w14", "r"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Form:
    """A .docx taken apart: the name and the root of its main part, and its other parts by name."""

    def __init__(self, data: bytes):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.main = _DOCUMENT
        self.root = etree.fromstring(self.parts.pop(_DOCUMENT))

    def packed(self) -> bytes:
        """The file again."""
        main = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in (*self.parts.items(), (self.main, main)):
                made.writestr(name, content)
        return out.getvalue()

    def all(self, tag: str) -> list[etree._Element]:
        """Every element of Word's of this name, as they stand now."""
        return list(self.root.iter(W + tag))

    def typed(self, text: str) -> etree._Element:
        """The run with this text."""
        return next(run for run in self.all("r") if "".join(run.itertext(W + "t")) == text)

    def relate(self, kind: str, name: str, content: bytes | str) -> None:
        """Add a part that the main part is related to; its id is its name."""
        self.parts[f"word/{name}"] = content if isinstance(content, bytes) else content.encode()
        relations = etree.fromstring(self.parts[_RELATIONS])
        etree.SubElement(relations, relations[0].tag, Id=name, Type=f"{_OFFICE}/{kind}", Target=name)
        self.parts[_RELATIONS] = etree.tostring(relations)


def xml(text: str) -> etree._Element:
    """An element from text with the usual prefixes."""
    names = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMES.items())
    return etree.fromstring(f"<x {names}>{text}</x>")[0]


def words(text: str) -> str:
    """A run with these words, as text of XML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def around(element: etree._Element, wrapper: etree._Element, inside: str = "") -> None:
    """Put an element into a wrapper, or into the part of the wrapper that is named."""
    element.addprevious(wrapper)
    (wrapper.find(inside) if inside else wrapper).append(element)


def put_in_box(form: Form, answer: str, shape: str) -> None:
    """Put the answer's paragraph into a text box; a second box in the shape is the copy for old programs."""
    paragraph = form.typed(answer).getparent()
    drawn = xml(f"<w:p><w:r>{shape}</w:r></w:p>")
    paragraph.addprevious(drawn)
    new, *old = drawn.iter(W + "txbxContent")
    for box in old:
        box.append(deepcopy(paragraph))
    new.append(paragraph)


def control(properties: str = "") -> etree._Element:
    """An empty content control."""
    return xml(f'<w:sdt><w:sdtPr>{properties}<w:id w:val="7"/></w:sdtPr><w:sdtContent/></w:sdt>')


def properties_of(run: etree._Element) -> etree._Element:
    """The properties of a run, made where it has none."""
    found = run.find(W + "rPr")
    if found is None:
        found = etree.Element(W + "rPr")
        run.insert(0, found)
    return found


def split(run: etree._Element, pieces: int = 2) -> Iterator[etree._Element]:
    """Cut a run of plain text into pieces that follow one another; gives them all."""
    texts = run.findall(W + "t")
    if len(texts) != 1 or len(texts[0].text or "") < pieces:
        return
    text, step = texts[0].text, len(texts[0].text) // pieces
    cuts = [text[at * step : (at + 1) * step if at < pieces - 1 else None] for at in range(pieces)]
    for one in cuts:
        new = deepcopy(run)
        new.find(W + "t").text = one
        new.find(W + "t").set(_SPACE, "preserve")
        run.addprevious(new)
        yield new
    run.getparent().remove(run)


@dataclass(frozen=True)
class Way:
    """A way a program writes a form; `told`: words that it adds, which must be found in what is read of the form."""

    program: str
    change: Callable[[Form, str], None]
    told: str = ""


WAYS: dict[str, Way] = {}


def way(program: str, name: str, told: str = ""):
    """Note a way; its function is given the form and the text of one answer."""

    def note(change: Callable[[Form, str], None]) -> Callable[[Form, str], None]:
        WAYS[f"{program}: {name}"] = Way(program, change, told)
        return change

    return note


def written(data: bytes, name: str, answer: str) -> bytes:
    """The form as this way writes it; `answer` is the text of one of its answers, in one run."""
    form = Form(data)
    WAYS[name].change(form, answer)
    return form.packed()


def differences(reply: Reply, usual: Reply, told: str) -> list[str]:
    """What was not read as from the plain form, and words that were added and not told."""
    pairs = {
        "answers": (_answers(reply, told), _answers(usual, "")),
        "respondent": (reply.respondent, usual.respondent),
        "date": (reply.submitted_on, usual.submitted_on),
        "publication": (reply.publish, usual.publish),
        "general statement": (reply.general, usual.general),
    }
    found = [f"{name}: {one!r}, not {other!r}" for name, (one, other) in pairs.items() if one != other]
    parts = [*(one.text for one in (*reply.answers, *reply.unplaced)), *(one.value for one in reply.remarks)]
    if told and not any(told.strip() in part for part in parts):
        found.append(f"nowhere told: {told}")
    return [*found, *(f"left over: {one.text}" for one in reply.unplaced if not told or told not in one.text)]


def _answers(reply: Reply, added: str) -> list[tuple[str, str, str]]:
    """The answers without what was added to them, blanks at the ends of lines left out."""
    return [
        (one.recommendation, one.action_taken, " ".join((one.text.replace(added, "") if added else one.text).split()))
        for one in reply.answers
    ]
