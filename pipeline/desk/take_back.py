"""What editors did to a Word note, as entries of editorial/ and lines of queries.csv.

The rules are those of docs/rules.md, "The Word note taken back".
Keeps out: reading the document (`word_back.py`) and which paragraph is which (`alike.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.case import Case
from pipeline.desk.alike import matched
from pipeline.desk.word_back import Returned
from pipeline.note import printed
from pipeline.note.given import Control, GivenOut, controls
from pipeline.note.printed import Part, printed_parts
from pipeline.raw.editorial import fingerprint
from pipeline.raw.editorial_file import Entry, put_entries
from pipeline.raw.queries import COMMENT, Query, add_queries
from pipeline.text.one_line import shorten
from pipeline.text.words import run_in

Answer = tuple[str, str]
# What stands in queries.csv as the answer to a comment that was settled in Word.
_RESOLVED = "resolved in Word"


@dataclass
class TakenBack:
    """What is to be written: entries, answers to leave out and queries; `says` has a line for people of each.

    Entries, and fingerprints of answers to leave out, are by respondent and recommendation; `stale` are answers whose
    draft or answer has changed since the note was given out.
    """

    entries: dict[Answer, Entry] = field(default_factory=dict)
    left_out: dict[Answer, str] = field(default_factory=dict)
    queries: list[Query] = field(default_factory=list)
    stale: list[Answer] = field(default_factory=list)
    says: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Given:
    """A part given out: its text, the control of a response paragraph, and the recommendation it stands under."""

    part: Part
    text: str
    control: Control | None
    under: str | None


def take_back(case: Case, given: GivenOut, back: Sequence[Returned], today: str) -> TakenBack:
    """What the paragraphs that came back say that those given out did not; `today` is written year-month-day.

    Raises:
        BadInput: the meeting has not been run.
    """
    parts = _given_parts(case, given)
    places = {(one.control.respondent, one.control.recommendation): at for at, one in enumerate(parts) if one.control}
    by_control = {at: places[one.control] for at, one in enumerate(back) if one.control in places}
    found = matched([one.text for one in parts], [_bare(one.text) for one in back], by_control)
    return _Comparison(case, parts, back, found, today).taken


def note_now(case: Case) -> GivenOut:
    """The note as it is now, for a document that does not say what was given out.

    Raises:
        BadInput: the meeting has not been run.
    """
    known = controls(*(case.table(name).to_dicts() for name in ("derived.note_paragraphs", "core.answers")))
    note = case.workspace.note(case.meeting_id) / "note.md"
    return GivenOut(case.meeting_id, note.read_text(encoding="utf-8"), known)


def write(case: Case, taken: TakenBack, reason: str) -> tuple[int, int]:
    """Write entries and queries; returns how many of each are new. `reason` is why paragraphs are left out.

    Raises:
        BadInput: a file of raw/ is not as it must be.
        CannotWrite: the disk is full, or nothing may be written there.
    """
    left_out = {answer: Entry(None, of, reason=reason) for answer, of in taken.left_out.items()}
    by_code: dict[str, dict[str, Entry]] = {}
    for (code, recommendation), entry in (taken.entries | left_out).items():
        by_code.setdefault(code, {})[recommendation] = entry
    for code, entries in by_code.items():
        put_entries(case.folder, code, entries)
    new = add_queries(case.folder, taken.queries)
    return len(taken.entries) + len(left_out), len(new)


def _given_parts(case: Case, given: GivenOut) -> list[_Given]:
    """The parts given out, in order, but for marks of footnotes and what stands between the parts."""
    adopted = {run_in(one.text): one.id for one in case.meeting.recommendations}
    found: list[_Given] = []
    under = None
    for part in reversed(printed_parts(given.markdown)):
        control = given.controls.get(part.number) if part.kind == printed.NUMBERED else None
        if control:
            under = control.recommendation
        elif part.kind == printed.ASKED:
            under = adopted.get(run_in(part.text), under)
        elif part.kind != printed.HEADING:
            under = None
        text = run_in(part.text)
        found.append(_Given(part, text if control else _bare(text), control, under))
    return found[::-1]


class _Comparison:
    """One pass over the paragraphs that came back, in their order."""

    def __init__(self, case: Case, parts, back: Sequence[Returned], found: dict[int, int], today: str) -> None:
        self.case, self.parts, self.today, self.taken = case, parts, today, TakenBack()
        self.paragraphs = {
            (row["respondent"], row["recommendation"]): row
            for row in case.table("derived.note_paragraphs").to_dicts()
            if row["respondent"]
        }
        answers = case.table("core.answers").to_dicts()
        self.answers = {(row["respondent"], row["recommendation"]): row["text"] or "" for row in answers}
        texts: dict[int, list[str]] = {}
        under = None
        for at, one in enumerate(back):
            place = found.get(at)
            if place is None:
                if one.text:
                    self._query("", "new_paragraph", one.text, under, f"new paragraph: {shorten(one.text)}")
            else:
                part = parts[place]
                if part.part.kind in (printed.HEADING, printed.ASKED):
                    under = part.under
                elif part.control and under and part.control.recommendation != under and place not in texts:
                    said = f"paragraph {part.part.number} stands under {under} now: {one.text}"
                    self._query(self._id(part.control), "moved", said, None, said)
                texts.setdefault(place, []).append(one.text)
            for comment in one.comments:
                self._comment(parts[place] if place is not None else None, under, comment)
        for place, part in enumerate(parts):
            self._compare(part, [text for text in texts.get(place, ()) if text])

    def _compare(self, part: _Given, texts: list[str]) -> None:
        text = " ".join(texts)
        if part.control is None:
            if _bare(text) != part.text:
                self._elsewhere(part, text)
        elif not text:
            edit = self.case.edits.get(_answer(part.control))
            if edit and edit.text is None:
                return  # taken back before
            self.taken.left_out[_answer(part.control)] = part.control.of
            self.taken.says.append(f"left out: {_named(part)}")
        elif text != part.text:
            self._reworded(part, text)
            if len(texts) > 1:
                said = f"paragraph {part.part.number} came back as {len(texts)} paragraphs: {' / '.join(texts)}"
                self._query(self._id(part.control), "split", said, None, said)

    def _reworded(self, part: _Given, text: str) -> None:
        """A response paragraph whose text changed; what has become of its answer and draft meanwhile is said."""
        control, answer = part.control, _answer(part.control)
        row, now = self.paragraphs.get(answer), self.answers.get(answer, "")
        if row and row["text"] == text:
            return
        beside = f"The answer: {' '.join(now.split())}"
        stale = control.of != fingerprint(now)
        if stale or (row and row["source"] != "editorial" and run_in(row["text"]) != part.text):
            self.taken.stale.append(answer)
            beside += f" The draft now: {row['text'] if row else 'none'}"
        self.taken.entries[answer] = Entry(text, control.of, beside=beside)
        since = "; its answer or draft has changed since: see both in editorial/" if answer in self.taken.stale else ""
        self.taken.says.append(f"reworded: {_named(part)}: {shorten(text)}{since}")

    def _elsewhere(self, part: _Given, text: str) -> None:
        """A change to what no answer stands behind: it belongs into meeting.yaml, or nowhere."""
        kind = part.part.kind
        about = {printed.ASKED: "recommendation", printed.NUMBERED: "introduction"}.get(kind, "heading")
        said = f"{part.text} → {text or '(deleted)'}"
        self._query("", about, said, part.under, f"{about} changed: {said}")

    def _comment(self, part: _Given | None, under: str | None, comment) -> None:
        answer = self._id(part.control) if part and part.control else (part.under if part else under) or ""
        answered = _RESOLVED if comment.resolved else ""
        self.taken.queries.append(Query(answer, COMMENT, comment.by, comment.on or self.today, comment.text, answered))
        where = _named(part) if part else "a new paragraph"
        told = f", {answered}" if answered else ""
        self.taken.says.append(f"comment at {where}{told}: {shorten(comment.text)}")

    def _query(self, answer: str, about: str, text: str, under: str | None, says: str) -> None:
        self.taken.queries.append(Query(answer or under or "", about, "", self.today, text))
        self.taken.says.append(shorten(says, 160))

    def _id(self, control: Control) -> str:
        return f"{self.case.meeting_id}:{control.respondent}:{control.recommendation}"


def _answer(control: Control) -> Answer:
    return control.respondent, control.recommendation


def _named(part: _Given) -> str:
    if part.control:
        return f"paragraph {part.part.number} ({part.control.respondent} {part.control.recommendation})"
    return f"paragraph {part.part.number}" if part.part.number else shorten(part.text, 40)


def _bare(text: str) -> str:
    """A text without the marks of footnotes, which LibreOffice writes as text, and what stands between them."""
    return text.strip(" ,*")
