"""The note against the issued one: a Word document in which every difference is a tracked insertion or deletion.

All changes accepted give the new note, all rejected the issued one. Keeps out: what a note looks like in Word
(`word.py`), and the findings about what changed (`since_issue.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby
from operator import itemgetter

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from pipeline.note import printed
from pipeline.note.aligned import Line, aligned, body
from pipeline.note.printed import Part, printed_parts
from pipeline.note.word import document_of
from pipeline.raw.meeting import Meeting

AUTHOR = "Secretariat"
INSERTED, DELETED = "ins", "del"
_WORD = re.compile(r"\S+\s*|\s+")


def redline(issued: str, note: str, meeting: Meeting) -> bytes:
    """The .docx of a note against the issued one; both are Markdown. Changes bear the day of the note's masthead."""
    before, now = printed_parts(issued), printed_parts(note)
    lines = aligned(body(before), body(now))
    feet = _feet(before, now)
    track = _Track(meeting.note.reissued or meeting.note.printed_date)

    def finish(document: Document, paragraphs: list[Paragraph], footnotes: etree._Element) -> None:
        for line, paragraph in zip(lines, paragraphs, strict=True):
            track.paragraph(line, paragraph._p)
        notes = {note.get(qn("w:id")): note[0] for note in footnotes}
        for foot in feet:
            track.footnote(foot, notes[str(foot.part.number)])

    return document_of([*_numbered(lines), *(foot.part for foot in feet)], meeting, finish)


def _feet(before: Sequence[Part], now: Sequence[Part]) -> list[Line]:
    """Footnotes of both notes by their number of stars."""
    old, new = ({part.number: part for part in parts if part.kind == printed.FOOTNOTE} for parts in (before, now))
    return [Line(new.get(number), old.get(number)) for number in sorted(old | new)]


def _numbered(lines: Sequence[Line]) -> Iterator[Part]:
    """The parts with numbers that run on, so that Word counts them by itself whatever is accepted."""
    number = 0
    for line in lines:
        number += line.part.kind == printed.NUMBERED
        yield replace(line.part, number=number) if line.part.kind == printed.NUMBERED else line.part


class _Track:
    """Writes changes, numbered through, by the Secretariat on one day."""

    def __init__(self, day: date) -> None:
        self.day, self.count = day, 0

    def _change(self, kind: str):
        self.count += 1
        change = OxmlElement(f"w:{kind}")
        # Numbers of other marks, such as bookmarks, are small.
        for name, value in (("id", str(10_000 + self.count)), ("author", AUTHOR), ("date", f"{self.day}T00:00:00Z")):
            change.set(qn(f"w:{name}"), value)
        return change

    def paragraph(self, line: Line, paragraph) -> None:
        """Mark in a paragraph what is new or gone of it: text, marks of footnotes, or the whole of it."""
        runs = paragraph.r_lst
        spans = len(line.part.spans)
        self._text(line, runs[:spans])
        self._marks(line, runs[spans:])
        if line.new is None or line.old is None:
            mark = paragraph.get_or_add_pPr()
            properties = mark.find(qn("w:rPr"))
            if properties is None:
                properties = OxmlElement("w:rPr")
                mark.append(properties)
            properties.insert(0, self._change(DELETED if line.new is None else INSERTED))

    def footnote(self, line: Line, paragraph) -> None:
        """The same in a footnote, whose first runs are its mark and a blank."""
        runs = paragraph.findall(qn("w:r"))[2:]
        self._text(line, runs)

    def _text(self, line: Line, runs: list) -> None:
        if _words(line.new) == _words(line.old) or not runs:
            return
        for piece in self._pieces(line):
            runs[0].addprevious(piece)
        for one in runs:
            one.getparent().remove(one)

    def _pieces(self, line: Line) -> Iterator:
        old, new = (_words(one) for one in (line.old, line.new))
        for tag, a, a_end, b, b_end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
            if tag == "equal":
                yield from _runs(new[b:b_end], "w:t")
                continue
            for kind, words, name in ((DELETED, old[a:a_end], "w:delText"), (INSERTED, new[b:b_end], "w:t")):
                if words:
                    change = self._change(kind)
                    change.extend(_runs(words, name))
                    yield change

    def _marks(self, line: Line, runs: list) -> None:
        """Marks of footnotes that only one of the notes has, each with the comma before it."""
        old, new = (one.marks if one else () for one in (line.old, line.new))
        for place, mark in enumerate(line.part.marks):
            if place:
                comma = runs.pop(0)
                self._wrap(comma, mark in old and min(old) < mark, mark in new and min(new) < mark)
            self._wrap(runs.pop(0), mark in old, mark in new)

    def _wrap(self, run, was: bool, now: bool) -> None:
        if was and now:
            return
        if not was and not now:
            run.getparent().remove(run)
            return
        change = self._change(DELETED if was else INSERTED)
        run.addprevious(change)
        change.append(run)
        for text in run.findall(qn("w:t")) if was else ():
            text.tag = qn("w:delText")


def _words(part: Part | None) -> list[tuple[str, bool]]:
    """The words of a part with the blanks behind them, each with whether it is bold."""
    return [(word, span.bold) for span in (part.spans if part else ()) for word in _WORD.findall(span.text)]


def _runs(words: Sequence[tuple[str, bool]], name: str) -> Iterator:
    """Words of one look together in a run."""
    for bold, together in groupby(words, key=itemgetter(1)):
        run, text = OxmlElement("w:r"), OxmlElement(name)
        if bold:
            run.get_or_add_rPr().append(OxmlElement("w:b"))
        text.set(qn("xml:space"), "preserve")
        text.text = "".join(word for word, _ in together)
        run.append(text)
        yield run
