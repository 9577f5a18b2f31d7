"""A Word note as it came back: its paragraphs with their controls and comments, and what was given out in it.

Word, Word for the web and LibreOffice write the same things differently: LibreOffice moves a control into its paragraph
and keeps nothing of it but the title. Keeps out: what is compared with what (`take_back.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.config import Limits
from pipeline.errors import BadInput
from pipeline.note.given import GivenOut, control_in, given_in
from pipeline.reading.formats import archive
from pipeline.reading.reply import Unreadable
from pipeline.reading.word.run import W14, W
from pipeline.text.words import run_in

_DROPPED = {
    "accepted": (f"{W}del", f"{W}moveFrom"),
    "rejected": (f"{W}ins", f"{W}moveTo"),
}
_BLANKS = (f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab")
_UNSEEN = (f"{W}txbxContent", f"{W}pPr", f"{W}sdtPr", f"{W}instrText", f"{W}delInstrText", f"{W}rPr")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ALIAS = re.compile(r"(\S+) (\S+)")


@dataclass(frozen=True)
class Comment:
    """What somebody wrote beside a paragraph; `on` is a day, year-month-day, or empty. `resolved`: marked so there."""

    by: str
    on: str
    text: str
    resolved: bool = False


@dataclass
class Returned:
    """A paragraph as it came back, with the answer (respondent, recommendation) that its control names."""

    text: str
    control: tuple[str, str] | None = None
    comments: list[Comment] = field(default_factory=list)


def returned_note(data: bytes, name: str, changes: str) -> tuple[list[Returned], GivenOut | None]:
    """The paragraphs of a .docx that have text or comments, footnotes last, and what was given out, if it says so.

    `changes` says what becomes of tracked changes: accepted or rejected.

    Raises:
        BadInput: it is no Word document that can be read.
    """
    limits = Limits()
    try:
        package = archive.open_archive(data, limits)
        document = archive.member_xml(package, "word/document.xml", limits)
        notes = archive.member_xml(package, "word/footnotes.xml", limits)
        resolved = _resolved(archive.member_xml(package, "word/commentsExtended.xml", limits))
        comments = _comments(archive.member_xml(package, "word/comments.xml", limits), resolved)
        given = None
        for part in sorted(archive.names_in(data)):
            if given is None and re.fullmatch(r"customXml/[^/]+\.xml", part):
                root = archive.member_xml(package, part, limits)
                given = given_in(root) if root is not None else None
    except Unreadable as error:
        raise BadInput(f"{name}: found {error}, expected a Word note (.docx)") from None
    if document is None:
        raise BadInput(f"{name}: found no Word document in it, expected a Word note (.docx)")
    found = list(_paragraphs(document, comments, changes))
    if notes is not None:
        found += _paragraphs(notes, comments, changes)
    return [one for one in found if one.text or one.comments], given


def _resolved(root: etree._Element | None) -> set[str]:
    """The paragraphs of comments that were marked as resolved, by their ids."""
    entries = root.iterfind(f"{_W15}commentEx") if root is not None else ()
    return {one.get(f"{_W15}paraId", "") for one in entries if one.get(f"{_W15}done") in ("1", "true")}


def _comments(root: etree._Element | None, resolved: set[str]) -> dict[str, Comment]:
    found = {}
    for one in root.iterfind(f"{W}comment") if root is not None else ():
        lines = (_text(paragraph, "accepted") for paragraph in one.iter(f"{W}p"))
        said = " ".join(line for line in map(run_in, lines) if line)
        found[one.get(f"{W}id", "")] = Comment(
            run_in(one.get(f"{W}author", "")),
            one.get(f"{W}date", "")[:10],
            said or "(nothing is written)",
            # An entry names the last paragraph of its comment.
            any(paragraph.get(f"{W14}paraId") in resolved for paragraph in one.iter(f"{W}p")),
        )
    return found


def _paragraphs(root: etree._Element, comments: dict[str, Comment], changes: str) -> Iterator[Returned]:
    """Paragraphs in order; one whose mark goes with the changes runs on in the next."""
    pending: list[Returned] = []
    told: set[str] = set()
    gone = "del" if changes == "accepted" else "ins"
    for paragraph in root.iter(f"{W}p"):
        ids = (
            mark.get(f"{W}id", "")
            for kind in ("commentRangeStart", "commentReference")
            for mark in paragraph.iter(f"{W}{kind}")
        )
        here = [one for one in dict.fromkeys(ids) if one in comments and one not in told]
        told.update(here)
        pending.append(Returned(_text(paragraph, changes), _control(paragraph), [comments[one] for one in here]))
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            yield _joined(pending)
            pending = []
    if pending:
        yield _joined(pending)


def _joined(parts: list[Returned]) -> Returned:
    most = max(parts, key=lambda part: len(part.text))
    text = run_in("".join(part.text for part in parts))
    return Returned(text, most.control, [comment for part in parts for comment in part.comments])


def _text(element: etree._Element, changes: str) -> str:
    """The text of a paragraph with its tracked changes accepted or rejected."""
    found = []
    for child in element:
        if child.tag in _DROPPED[changes] or child.tag in _UNSEEN or child.tag == _FALLBACK:
            continue
        if child.tag in (f"{W}t", f"{W}delText"):
            found.append(child.text or "")
        elif child.tag in _BLANKS:
            found.append(" ")
        elif child.tag == f"{W}noBreakHyphen":
            found.append("-")
        elif child.tag == f"{W}sdt" and child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            continue  # words that ask for words
        elif isinstance(child.tag, str):
            found.append(_text(child, changes))
    return "".join(found)


def _control(paragraph: etree._Element) -> tuple[str, str] | None:
    """The answer that the control around a paragraph, or in it, names."""
    for sdt in (*paragraph.iterancestors(f"{W}sdt"), *paragraph.iter(f"{W}sdt")):
        tag, alias = (sdt.find(f"{W}sdtPr/{W}{name}") for name in ("tag", "alias"))
        if tag is not None and (control := control_in(tag.get(f"{W}val", ""))):
            return control.respondent, control.recommendation
        if alias is not None and (named := _ALIAS.fullmatch(alias.get(f"{W}val", ""))):
            return named[1], named[2]
    return None
