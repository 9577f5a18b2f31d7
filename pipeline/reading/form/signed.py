"""What stands below the last answer and is none: who signed, where no word announces it, and what is below a table.

"Ada Lamp", "Director, Port Authority", "12 May 2031". Keeps out: signatures that a word announces (`closing.py`).
"""

import re

from pipeline.reading.blocks import Block
from pipeline.reading.form import labels
from pipeline.reading.form.sections import Left, Section
from pipeline.reading.form.so_far import Parts
from pipeline.text import contact_data
from pipeline.text.dates import read_date

_MOST_LINES, _LINE_WORDS = 6, 9
_PLACE_WORDS, _DAY_WORDS = 3, 5
_ENDED = re.compile(r"[.;:!?…]\W*$")
_WORD = r"(?-i:[A-ZÀ-ÞА-Я])[\w'’.-]*"
_NAME = re.compile(rf"\W*{_WORD}(?:\s+(?:(?:de|da|del|di|la|van|von|der|bin|al)\s+){{0,2}}{_WORD}){{1,4}}\W*", re.I)
_OFFICE = re.compile(rf"(?<!\w)(?:{labels.alternatives(labels.DATA['offices'])})(?!\w)", re.I)


def take_out(parts: Parts, places: dict[int, int]) -> None:
    """Leave over what stands below the last words of a form; `places` count its lines by paragraphs' numbers.

    These are its last answer, or a general statement below that.
    """
    last = parts.sections[-1]
    if parts.general and parts.general[-1].number > max((block.number for block in last.lines), default=0):
        below = _signature(parts.general)
        parts.general = parts.general[: len(parts.general) - len(below)]
    else:
        below = last.answer if _below_its_table(last, parts.sections[:-1]) else _signature(last.answer)
        last.answer = last.answer[: len(last.answer) - len(below)]
    if len(last.answer) > 1 and _says_when(last.answer[-1].text):
        below = [last.answer.pop(), *below]
    parts.left += [Left(places.get(block.number, 0), block, block.text) for block in below]


def _says_when(text: str) -> bool:
    """Whether a line is a day with its year and no more, perhaps behind a place: "Port Alba, 12 May 2031"."""
    label = labels.find_label(text)
    written = label.rest if label and label.kind == "submitted_on" else text
    place, _, behind = written.partition(",")
    of_place = len(place.split()) <= _PLACE_WORDS and not re.search(r"\d", place)
    day = (behind if of_place else written).strip(" .")
    return len(day.split()) <= _DAY_WORDS and bool(re.search(r"\d{4}", day)) and read_date(day).day is not None


def _below_its_table(last: Section, others: list[Section]) -> bool:
    """Whether the last answer alone stands outside the tables, in one of which its recommendation stands."""
    answered = [section for section in others if section.answer]
    inside = all(section.answer[0].outermost for section in answered)
    return bool(answered) and inside and last.row is not None and not any(block.outermost for block in last.answer)


def _signature(answer: list[Block]) -> list[Block]:
    """The lines at an answer's end that name who signed: a name above an office, an address or a day."""
    lines: list[Block] = []
    for block in reversed(answer[-_MOST_LINES:]):
        if block.bullet or len(block.text.split()) > _LINE_WORDS or (_ENDED.search(block.text) and not _tells(block)):
            break
        lines.insert(0, block)
    named = next((at for at, block in enumerate(lines) if _NAME.fullmatch(block.text) and not _tells(block)), None)
    signed = lines[named:] if named is not None else []
    return signed if any(_tells(block) for block in signed[1:]) else []


def _tells(block: Block) -> bool:
    """Whether a line says who somebody is, how to reach him, or when he signed."""
    label = labels.find_label(block.text)
    dated = label is not None and label.kind == "submitted_on" and bool(label.rest)
    return dated or bool(_OFFICE.search(block.text)) or bool(contact_data.find(block.text))
