"""The lines of a letter or a list that head an issue: by its label or its title, or by its number above letters.

Keeps out: forms, where more than the line itself tells (`paragraphs.py`), and the answers below (`answer_labels.py`).
"""

import re
from itertools import pairwise

from pipeline.reading.form.listed_labels import listed_label
from pipeline.reading.form.numbered import Numbered, number_before, numbered_label
from pipeline.reading.form.paragraphs import Form
from pipeline.text.numerals import as_number

# Share of a title that a line has to have, and share of the line that the title is.
_WHOLE_TITLE, _MOSTLY_TITLE = 0.95, 0.6
_NUMBER_ALONE = re.compile(r"\W*(?P<number>\d{1,2}|[ivx]{1,4})\W*", re.I)
_TITLE_WORDS = 8


def issues_headed(form: Form) -> dict[int, int]:
    """The issue that a paragraph heads, by its place; numbers alone count where no label and no title heads one."""
    titles = form.wordings.titles
    headed = {at: issue for at, text in enumerate(form.texts) if (issue := _headed(form, text)) in titles}
    return headed or _numbered(form.texts, titles)


def _headed(form: Form, text: str) -> int | None:
    """The issue of a line that has nothing but its label and its title."""
    label, titled = numbered_label("issue", text), form.wordings.title(text)
    if titled and titled.of_text > _WHOLE_TITLE and titled.of_paragraph > _MOSTLY_TITLE:
        return titled.key
    return as_number(label.label) if label and (not label.rest or form.wordings.title(label.rest)) else None


def _numbered(texts: list[str], titles: dict[int, str]) -> dict[int, int]:
    """Lines with the number of an issue, alone or before a few words, above its first label; none out of order."""
    found = {
        at: number
        for at, (text, below) in enumerate(pairwise(texts))
        if (number := _number(text)) in titles and _first_of(number, listed_label(below))
    }
    rising = all(earlier < later for earlier, later in pairwise(found.values()))
    return found if len(found) > 1 and rising else {}


def _first_of(issue: int, label: Numbered | None) -> bool:
    """Whether a label is that of an issue's first recommendation: "(a)", "2 (a)", "2.1"."""
    return bool(label) and label[:2] in ((None, "a"), (issue, "a"), (issue, "1"))


def _number(text: str) -> int | None:
    """The number that is all of a line, or stands before a title: "II", "2. Cargo"."""
    if alone := _NUMBER_ALONE.fullmatch(text):
        return as_number(alone["number"].lower())
    numbered = number_before(text)
    titled = numbered and len(numbered[1].split()) <= _TITLE_WORDS and not numbered[1].endswith((".", "!", "?", ";"))
    return numbered[0] if titled else None
