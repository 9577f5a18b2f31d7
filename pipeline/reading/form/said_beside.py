"""A mark in words before or behind a recommendation's text, in its own paragraph: "No – Governments … once a year."

Keeps out: boxes there (`mark_words.marks_at_edge`), and answers there (`leftover.py`).
"""

import re

from pipeline.reading.blocks import Run
from pipeline.reading.form.anchors import letters_of
from pipeline.reading.form.beyond import before, beyond
from pipeline.reading.form.how_far import DEGREES
from pipeline.reading.form.labels import NO, YES, find_label, squeezed
from pipeline.reading.form.mark_words import NEITHER, alternatives, only_marks, words_in
from pipeline.reading.form.sections import Section
from pipeline.reading.form.whole_answers import said_in_words, says_more_aside

_SIGNS = " –—-:()"
_LAST_WORD = re.compile(r"(?<!\w)(?P<word>\w+)[\s).!]*$")
_EITHER = alternatives((*YES, *NO))
_SHORT = r"(?:\d{1,2}|\w|[ivxl]{2,5})\b"
# "1 (b) ", "Recommendation 2 – ": what stands before a mark or behind it and is the recommendation's own label.
_LABEL_FIRST = re.compile(
    rf"^\W*(?:(?:q|r|rec|recommendation)\b\W*)?(?:(?!{_EITHER}|n/a\b|[yn]\s*[:–—-]){_SHORT}[\s().:]*)+", re.I
)
_LABEL_LAST = re.compile(rf"(?:[\s(]+\d{{1,2}}|\s*\(?(?<![/\w])(?!{_EITHER}){_SHORT}\)|\s+\w\.)[\s().:]*$", re.I)
# "No. 2", "No. (b)": a label too.
_NUMBER = re.compile(r"(?<!\w)no(?:\.\s*\(?\w{1,3}\)?|\s*\d{1,2})[\s().:]*$", re.I)
# A word before a text that is known by its words alone has a sign behind it.
_FIRST_WORD = re.compile(rf"\W*(?P<word>{_EITHER})\)?\s*(?:[.,:;](?=\s)|[–—]|-(?=\s))(?!\s*\d)", re.I)


def take_said_beside(section: Section, adopted: str) -> None:
    """Give a section without a mark the one that stands beside its text, of which `adopted` are the words."""
    if section.zone or section.status or not section.printed:
        return
    for at, said in ((-1, _behind(section.printed[-1].text, adopted)), (0, _before(section.printed[0].text, adopted))):
        block = section.printed[at].block
        if only_marks(said) and len(words_in(said)) == 1:
            section.zone.append(block._replace(runs=(Run(said),)))
        elif DEGREES.get(squeezed(said)) == NEITHER:
            section.status = ("unclear", said)
            section.answer = section.answer or [block._replace(runs=(Run(said),))]
        elif mark := said_in_words(f"{said.rstrip('.')}."):
            section.status = (mark, said)
            if says_more_aside(said):
                return
        else:
            continue
        take_from_printed(section, said)
        return


def without_request(text: str) -> str:
    """What is said behind a text without the request before it: "Response: We lit the quay."."""
    label = find_label(text)
    return label.rest if label and label.firm and label.rest and label.kind in ("comment", "action") else text


def _before_request(text: str) -> str:
    """A text without the request that stands last in it: "… once a year. Response"."""
    before_it, stop, last = text.rpartition(". ")
    asked = find_label(f"{last}:") if stop and last else None
    return f"{before_it}." if asked and asked.kind in ("comment", "action") else text


def take_from_printed(section: Section, said: str) -> None:
    """Take what is said before or behind a text out of what the form prints."""
    for at, printed in enumerate(section.printed):
        text, found, rest = printed.text.rpartition(said)
        if found and text and not re.search(r"\w", rest):
            section.printed[at] = printed._replace(text=_before_request(text.rstrip(_SIGNS)))
        text, found, rest = printed.text.partition(said)
        if found and rest and not re.search(r"\w", _LABEL_FIRST.sub("", text)):
            section.printed[at] = printed._replace(text=f"{text.rstrip('([')}{rest.lstrip(' –—-:.,;)]')}")


def _behind(text: str, adopted: str) -> str:
    """What a text says behind the adopted one; behind one in slightly other words no more than its last word."""
    stretches = beyond(text, adopted)
    if stretches and text.endswith(stretches[-1]):
        return without_request(stretches[-1]).strip(_SIGNS)
    last = _LAST_WORD.search(text)
    return last["word"] if last and not letters_of(adopted).endswith(letters_of(last["word"])) else ""


def _before(text: str, adopted: str) -> str:
    """What a text says before the adopted one, without labels; before one in other words only its first word."""
    if head := before(text, adopted):
        said = "" if _NUMBER.search(head) else _LABEL_LAST.sub("", _LABEL_FIRST.sub("", head)).strip(" –—-:.,;")
        return said[1:-1] if said[:1] in ("(", "[") else said
    first = _FIRST_WORD.match(_LABEL_FIRST.sub("", text))
    return first["word"] if first else ""
