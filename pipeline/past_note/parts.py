"""The parts of a published note: masthead, footnotes, introduction, issues, recommendations and their paragraphs.

What a page's end tore apart is joined. What is none of these is kept as unplaced. Keeps out: what the parts say
(`facts.py`) and whose paragraphs they are (`whose.py`).
"""

import re
from dataclasses import dataclass, field

from pipeline.past_note.pieces import Piece
from pipeline.text.numerals import as_number, roman

_ISSUE = re.compile(r"^(Issue|Topic|Theme) (\d{1,2}|[IVXL]{1,6})(?:([.:]?\s*[–—-]?\s*)(\S.*))?$", re.I)
_RECOMMENDATION = re.compile(r"^(Recommendation) \(?([a-z]{1,2}|\d{1,2})\)?[.:]?(?:(?<=[.:])\s+(\S.*))?$", re.I)
_CHAPTER = re.compile(r"^[IVXL]{1,6}\.\s+\S")
# A footnote of the text, as copies have it at the foot of a page, and what is printed on pages beside the text.
_NOTE_OF_TEXT = re.compile(r"^(?:\[\^?\d{1,3}\]:?|\d{1,3}/?|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})\s+(?=[A-Z“\"])")
_PRINTERS = re.compile(r"^(?:V\.\d\d-\d{4,6}\b.*|\*\d{6,8}\*)$")
_SYMBOL_ALONE = re.compile(r"^[A-Z][\w.-]*(?:/[\w.()-]+){2,}\**$")
_FOOTNOTE = re.compile(r"^(\*{1,9})\s*(?=\S)")
_MARKS = re.compile(r"\s*(\*{1,9}(?:,\s*\*{1,9})*)$")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]]*$")
_HEADING_WORDS = 15


@dataclass
class Numbered:
    """A numbered paragraph, joined over pages."""

    number: int
    text: str
    place: str


@dataclass
class PastRecommendation:
    """A recommendation as printed, with its paragraphs, and the place among them where another heading stands."""

    label: str
    text: str = ""
    said_of_none: str = ""
    paragraphs: list[Numbered] = field(default_factory=list)
    apart_from: int | None = None


@dataclass
class PastIssue:
    """An issue as printed."""

    title: str
    recommendations: list[PastRecommendation] = field(default_factory=list)


@dataclass
class Parts:
    """A note in its parts; `unplaced` has what is none of them, with a word on each."""

    masthead: list[Piece] = field(default_factory=list)
    footnotes: list[tuple[int, str]] = field(default_factory=list)
    introduction: list[Numbered] = field(default_factory=list)
    issues: list[PastIssue] = field(default_factory=list)
    headings: dict[str, str | None] = field(default_factory=lambda: {"introduction": None, "responses": None})
    unplaced: list[tuple[Piece, str]] = field(default_factory=list)


def marks_of(text: str) -> tuple[str, list[int]]:
    """A line of a masthead without the marks of footnotes behind it, and these by their number of stars."""
    match = _MARKS.search(text)
    if not match:
        return text, []
    return text[: match.start()], [len(sign.strip()) for sign in match[1].split(",")]


class _Reader:
    """Goes through the pieces once, with what is open: the part that a piece without a beginning of its own joins."""

    def __init__(self) -> None:
        self.parts = Parts()
        self.expected = 1
        self.open: Numbered | None = None
        self.open_footnote = False

    @property
    def issue(self) -> PastIssue | None:
        return self.parts.issues[-1] if self.parts.issues else None

    @property
    def recommendation(self) -> PastRecommendation | None:
        return self.issue.recommendations[-1] if self.issue and self.issue.recommendations else None

    def take(self, piece: Piece) -> None:
        if self._is_furniture(piece):
            return
        if _FOOTNOTE.match(piece.text):
            self._footnote(piece)
        elif self.open_footnote and not piece.level and not _SENTENCE_END.search(self.parts.footnotes[-1][1]):
            self._grow_footnote(piece)
        elif self._is_paragraph(piece):
            self._paragraph(piece)
        elif match := _ISSUE.match(piece.text):
            self._issue(match)
        elif (match := _RECOMMENDATION.match(piece.text)) and self.issue:
            self._recommendation(match)
        elif self._is_chapter(piece):
            self._chapter(piece)
        else:
            self._go_on(piece)

    def _is_furniture(self, piece: Piece) -> bool:
        """Whether a piece is no part of the note's text; all but the symbol at the head of pages is told."""
        if _PRINTERS.match(piece.text):
            self.parts.unplaced.append((piece, "a job number"))
            return True
        # What the masthead says stands there once; behind it a symbol alone is the head of a page.
        if self.parts.introduction and _SYMBOL_ALONE.match(piece.text):
            known = any(marks_of(one.text)[0] == marks_of(piece.text)[0] for one in self.parts.masthead)
            if not known:
                self.parts.unplaced.append((piece, "a symbol at the head of a page, other than the note's"))
            return True
        starred = bool(_FOOTNOTE.match(piece.text))
        of_text = piece.footnote or (self.open is not None and _NOTE_OF_TEXT.match(piece.text))
        if of_text and not starred:
            self.parts.unplaced.append((piece, "a footnote of the text, for which a note has no place"))
            return True
        return False

    def _footnote(self, piece: Piece) -> None:
        match = _FOOTNOTE.match(piece.text)
        self.parts.footnotes.append((len(match[1]), piece.text[match.end() :]))
        self.open_footnote = True

    def _grow_footnote(self, piece: Piece) -> None:
        number, text = self.parts.footnotes[-1]
        self.parts.footnotes[-1] = number, f"{text} {piece.text}"

    def _is_paragraph(self, piece: Piece) -> bool:
        if piece.numbered and not piece.level:
            return True
        number = piece.number
        if number is None or piece.level:
            return False
        if number == self.expected:
            return True
        # A number out of turn counts where nothing is left open before it.
        ended = self.open is None or bool(_SENTENCE_END.search(self.open.text))
        return ended and abs(number - self.expected) <= 3 and not piece.bold

    def _paragraph(self, piece: Piece) -> None:
        number = piece.number if piece.number is not None else self.expected
        if number != self.expected:
            self.parts.unplaced.append((piece, f"paragraph {number} stands where {self.expected} should"))
        self.open = Numbered(number, piece.unnumbered if piece.number is not None else piece.text, piece.place)
        self.expected, self.open_footnote = number + 1, False
        if self.recommendation:
            self.recommendation.paragraphs.append(self.open)
        elif self.issue:
            self.parts.unplaced.append((piece, "a paragraph under an issue, before any recommendation"))
        else:
            self.parts.introduction.append(self.open)

    def _issue(self, match: re.Match) -> None:
        word, number, between, title = match.groups()
        self.parts.issues.append(PastIssue(title or ""))
        value, template = as_number(number.lower()), ""
        if title and value == len(self.parts.issues):
            shown = "{{ number }}" if number.isdigit() else "{{ roman }}" if number == roman(value) else number
            template = f"{word} {shown}{between}{{{{ title }}}}"
            self.parts.headings.setdefault("issue", template)
        elif title:
            self.parts.unplaced.append(
                (Piece(match[0], ""), f"issue {number} stands where {len(self.parts.issues)} should")
            )
        self.open, self.open_footnote = None, False

    def _recommendation(self, match: re.Match) -> None:
        self.issue.recommendations.append(PastRecommendation(match[2].lower()))
        self.recommendation.text = match[3] or ""
        self.parts.headings.setdefault("recommendation", f"{match[1]} {{{{ label }}}}")
        self.open, self.open_footnote = None, False

    def _is_chapter(self, piece: Piece) -> bool:
        short = len(piece.text.split()) <= _HEADING_WORDS
        return bool(_CHAPTER.match(piece.text)) and short and (piece.bold or piece.level > 0 or not self.open)

    def _chapter(self, piece: Piece) -> None:
        name = "responses" if self.parts.introduction else "introduction"
        if self.issue or self.parts.headings[name]:
            self.parts.unplaced.append((piece, "a chapter beyond introduction and responses"))
        else:
            self.parts.headings[name] = piece.text
        self.open, self.open_footnote = None, False

    def _go_on(self, piece: Piece) -> None:
        here, heading = self.recommendation, piece.level > 0 or piece.bold
        if here and not here.paragraphs and (heading or not here.text):
            here.text = f"{here.text} {piece.text}".strip()
        elif here and not here.paragraphs:
            here.said_of_none = f"{here.said_of_none} {piece.text}".strip()
        elif self.issue and not here:
            self.issue.title = f"{self.issue.title} {piece.text}".strip()
        elif here and heading and self.open and _SENTENCE_END.search(self.open.text) and here.apart_from is None:
            self._apart(here, piece)
        elif self.open:
            self.open.text = f"{self.open.text} {piece.text}"
        elif not self.parts.introduction and not self.issue:
            self.parts.masthead.append(piece)
        else:
            self.parts.unplaced.append((piece, "text outside every paragraph"))

    def _apart(self, here: PastRecommendation, piece: Piece) -> None:
        """A heading between paragraphs: what stands behind it replied in another capacity."""
        if self.parts.headings.setdefault("organizations", piece.text) == piece.text:
            here.apart_from = len(here.paragraphs)
        else:
            self.parts.unplaced.append((piece, "a second heading between paragraphs"))


def parts_of(pieces: list[Piece]) -> Parts:
    """A note in its parts, from its pieces in reading order."""
    reader = _Reader()
    for piece in pieces:
        reader.take(piece)
    return reader.parts
