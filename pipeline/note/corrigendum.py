"""The corrigendum to an issued note, as Markdown: of each paragraph only what it corrects, "For … read …".

It follows the practice of documents services: paragraphs go by their numbers in the issued note, words to be replaced
are quoted as far as they are found there once. Keeps out: which versions there are (`raw/note_fields.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.note import printed
from pipeline.note.aligned import Line, aligned, body
from pipeline.note.printed import Part, printed_parts
from pipeline.note.wording import WORDING
from pipeline.raw.meeting import Meeting
from pipeline.text.markdown import markdown_text
from pipeline.text.spoken import long_date

_SAYS = WORDING["corrigendum"]
# From where to where in the issued text, and in the new one, in words.
_Span = tuple[int, int, int, int]
# Where more than this share of a text is replaced, the whole of it is given anew.
_MOSTLY = 0.6
# Fewer words than this between two corrections make one of them.
_APART = 3


@dataclass(frozen=True)
class Replacement:
    """Words of a text, found there once, and those to be read for them; `start` and `end` are their places in it."""

    start: int
    end: int
    found: str
    read: str


def replacements(before: str, now: str) -> list[Replacement]:
    """What to read for which words, so that one text becomes the other; none where most of it would be replaced."""
    old, new = before.split(), now.split()
    codes = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    spans = _joined([(a, a_end, b, b_end) for tag, a, a_end, b, b_end in codes if tag != "equal"])
    turn = 0
    while any(_is_doubtful(span, old) for span in spans):
        # Wider by a word at a time, so that none grows over its neighbour before the two are joined.
        spans = _joined([_wider(span, len(old), turn) if _is_doubtful(span, old) else span for span in spans])
        turn += 1
    if sum(a_end - a for a, a_end, _, _ in spans) > _MOSTLY * len(old):
        return []
    return [Replacement(a, a_end, " ".join(old[a:a_end]), " ".join(new[b:b_end])) for a, a_end, b, b_end in spans]


def _joined(spans: Sequence[_Span]) -> list[_Span]:
    found: list[_Span] = []
    for a, a_end, b, b_end in spans:
        if found and a - found[-1][1] < _APART:
            found[-1] = (found[-1][0], a_end, found[-1][2], b_end)
        else:
            found.append((a, a_end, b, b_end))
    return found


def _is_doubtful(span: _Span, old: Sequence[str]) -> bool:
    """Whether what a correction replaces is nothing, or stands in the text more than once."""
    a, a_end = span[:2]
    words = old[a:a_end]
    times = sum(old[at : at + len(words)] == words for at in range(len(old) - len(words) + 1))
    return len(words) < len(old) and (not words or times > 1)


def _wider(span: _Span, length: int, turn: int) -> _Span:
    """A correction with the word before it or the one behind it, in turn."""
    a, a_end, b, b_end = span
    if a > 0 and (turn % 2 == 0 or a_end == length):
        return a - 1, a_end, b - 1, b_end
    return a, a_end + 1, b, b_end + 1


def corrigendum(issued: str, note: str, meeting: Meeting) -> str | None:
    """The corrigendum that turns the issued note into this one, all three in Markdown.

    None where meeting.yaml asks for none (`note.version.corr`), or nothing differs.
    """
    version = meeting.note.version
    if version is None or version.corr is None:
        return None
    before, now = printed_parts(issued), printed_parts(note)
    corrections = list(_corrections(aligned(body(before), body(now)))) + list(_feet(before, now))
    if not corrections:
        return None
    symbol = f"{meeting.note.printed_symbol}/Corr.{version.corr}"
    lines = [*_masthead(now, symbol, long_date(version.date or meeting.note.date)), f"## {_SAYS['heading']}"]
    for place, said in corrections:
        lines += [f"### {markdown_text(place)}", *map(markdown_text, said)]
    return "\n\n".join(lines) + "\n"


def _masthead(parts: Sequence[Part], symbol: str, day: str) -> Iterator[str]:
    """The note's masthead with symbol and day of the corrigendum, and without the marks of footnotes."""
    seen: list[str] = []
    for part in parts:
        if part.kind == printed.SYMBOL:
            yield markdown_text(symbol)
        elif part.kind == printed.MASTHEAD:
            # The day comes first.
            yield markdown_text(part.text if printed.MASTHEAD in seen else day)
        elif part.kind in (printed.SESSION, printed.AUTHOR):
            if part.kind == printed.SESSION and printed.SESSION not in seen:
                yield "---"
            bold = bool(part.spans) and part.spans[0].bold
            yield f"**{markdown_text(part.text)}**" if bold else markdown_text(part.text)
        elif part.kind == printed.TITLE:
            yield f"# {markdown_text(part.text)}"
        seen.append(part.kind)


def _corrections(lines: Sequence[Line]) -> Iterator[tuple[str, list[str]]]:
    """Each place in the issued note with what to do there; new paragraphs that follow each other together."""
    headings: dict[int, str] = {}
    last, in_section, moved = 0, False, False
    coming: list[str] = []
    for line in lines:
        if coming and (line.old is not None or line.part.kind != printed.NUMBERED):
            yield _inserted(headings, last if in_section else 0, coming)
            coming = []
        part = line.part
        if part.kind == printed.HEADING:
            headings = {level: text for level, text in headings.items() if level < part.level}
            in_section = False
        if line.old is None and part.kind == printed.NUMBERED:
            coming.append(part.text)
            moved = True
            continue
        place = _place(line.old or part, headings)
        if part.kind == printed.HEADING:
            headings[part.level] = (line.old or part).text
        if line.old is not None and part.kind == printed.NUMBERED:
            last, in_section = line.old.number, True
        if line.new is None:
            numbered = part.kind == printed.NUMBERED
            moved = moved or numbered
            yield place, [_SAYS["delete_paragraph" if numbered else "delete"]]
        elif line.old is None:
            yield place, [_SAYS["insert"], part.text]
        elif line.old.text != line.new.text:
            yield place, _changed(line.old.text, line.new.text)
    if coming:
        yield _inserted(headings, last if in_section else 0, coming)
    if moved:
        yield _SAYS["numbering"], [_SAYS["renumber"]]


def _feet(before: Sequence[Part], now: Sequence[Part]) -> Iterator[tuple[str, list[str]]]:
    """Footnotes by their mark."""
    old, new = ({part.number: part.text for part in parts if part.kind == printed.FOOTNOTE} for parts in (before, now))
    for number in sorted(old | new):
        place = f"{_SAYS['footnote']} {'*' * number}"
        if number not in new:
            yield place, [_SAYS["delete"]]
        elif number not in old:
            yield place, [_SAYS["insert"], new[number]]
        elif old[number] != new[number]:
            yield place, _changed(old[number], new[number])


def _inserted(headings: dict[int, str], last: int, texts: Sequence[str]) -> tuple[str, list[str]]:
    place = f"{_SAYS['after']} {last}" if last else f"{_SAYS['under']} {_path(headings)}"
    return place, [_SAYS["insert"] if len(texts) == 1 else _SAYS["insert_several"], *texts]


def _place(part: Part, headings: dict[int, str]) -> str:
    """Where a part stands in the issued note, as readers find it."""
    if part.kind == printed.NUMBERED:
        return f"{_SAYS['paragraph']} {part.number}"
    if part.kind == printed.HEADING:
        return f"{_SAYS['heading_of']} {_path({**headings, part.level: part.text})}"
    if part.kind in (printed.ASKED, printed.PLAIN) and headings:
        return f"{_path(headings)}, {_SAYS['text']}"
    return _SAYS["masthead"]


def _path(headings: dict[int, str]) -> str:
    """The two innermost headings: "Issue 2. Title, Recommendation (b)"."""
    return ", ".join(text for _, text in sorted(headings.items())[-2:])


def _changed(before: str, now: str) -> list[str]:
    found = replacements(before, now)
    if not found:
        return [_SAYS["substitute"], now]
    return [_SAYS["for_read" if one.read else "delete_words"].format(found=one.found, read=one.read) for one in found]
