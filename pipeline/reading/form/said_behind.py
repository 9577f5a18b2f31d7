"""A mark in words behind a recommendation's text, in its own paragraph: "Governments … once a year. – No."

Keeps out: boxes there (`mark_words.marks_at_edge`), and answers there (`leftover.py`).
"""

import re

from pipeline.reading.blocks import Run
from pipeline.reading.form.anchors import letters_of
from pipeline.reading.form.beyond import beyond
from pipeline.reading.form.mark_words import only_marks, words_in
from pipeline.reading.form.sections import Section
from pipeline.reading.form.whole_answers import said_in_words, says_more_aside

_LAST_WORD = re.compile(r"(?<!\w)(?P<word>\w+)[\s).!]*$")


def take_said_behind(section: Section, adopted: str) -> None:
    """Give a section without a mark the one that stands behind its text, of which `adopted` are the words."""
    if section.zone or section.status or not section.printed:
        return
    printed = section.printed[-1]
    said = _behind(printed.text, adopted)
    if only_marks(said) and len(words_in(said)) == 1:
        section.zone.append(printed.block._replace(runs=(Run(said),)))
        take_from_printed(section, said)
    elif mark := said_in_words(f"{said.rstrip('.')}."):
        section.status = (mark, said)
        if not says_more_aside(said):
            take_from_printed(section, said)


def take_from_printed(section: Section, said: str) -> None:
    """Take what is said behind a text out of what the form prints."""
    for at, printed in enumerate(section.printed):
        text, found, rest = printed.text.rpartition(said)
        if found and text and not re.search(r"\w", rest):
            section.printed[at] = printed._replace(text=text.rstrip(" –—-:("))


def _behind(text: str, adopted: str) -> str:
    """What a text says behind the adopted one; behind one in slightly other words no more than its last word."""
    stretches = beyond(text, adopted)
    if stretches and text.endswith(stretches[-1]):
        return stretches[-1].strip(" –—-:()")
    last = _LAST_WORD.search(text)
    return last["word"] if last and not letters_of(adopted).endswith(letters_of(last["word"])) else ""
