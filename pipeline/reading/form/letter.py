"""Letters that answer recommendations in running text: "With regard to recommendation 1 (a), we …".

Looked at only where a file has nothing of a form. Keeps out: forms (`paragraphs.py`), and the words that lead to a
recommendation (`letter.yaml`).
"""

import re

from pipeline.reading.form import labels
from pipeline.reading.form.lines import rest_of
from pipeline.reading.form.numbered import Numbered, numbered_label
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Section
from pipeline.reading.form.so_far import Parts
from pipeline.text.data_file import data_beside

_DATA = data_beside(__file__, "letter.yaml")


def _one_of(phrases: list[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


_LED = re.compile(rf"^\W*(?:{_one_of(_DATA['leading'])})\W+(?:(?:the|la|le)\s+)?(?=\w)", re.I)
# What is said of several recommendations is left over: nobody but an editor says where it belongs.
_SEVERAL = re.compile(rf"{_LED.pattern}(?:issue|rec[oa]m|рекоменд)", re.I)
_LEAVE = re.compile(_one_of(_DATA["leave"]), re.I)


def add_answers(form: Form, parts: Parts) -> None:
    """Put the paragraphs of a letter that answer recommendations into sections; all others stay left over."""
    placed: set[int] = set()
    section = None
    for at, (block, text) in enumerate(zip(form.blocks, form.texts, strict=True)):
        if label := _recommendation(text):
            section = Section(block.place, label.issue, label)
            section.answer += rest_of(block, label.rest.lstrip(",; "))
            parts.sections.append(section)
        elif section is None or labels.closes(text) or _LEAVE.search(text) or _SEVERAL.match(text):
            section = None
            continue
        else:
            section.answer.append(block)
        placed.add(at)
    if placed:
        parts.left = [left for left in parts.left if left.at not in placed]
        parts.left += [left for left in parts.field_lines if left.at not in placed]


def _recommendation(text: str) -> Numbered | None:
    """The recommendation that a paragraph is about."""
    lead = _LED.match(text)
    return numbered_label("recommendation", text[lead.end() :]) if lead else None
