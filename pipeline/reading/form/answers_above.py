"""Whether answers may stand above their recommendations: words before the first one, and nothing below the last one.

They are read as standing below all the same, which somebody has to look at. Keeps out: forms with labels or marks, in
which answers have their place.
"""

import re

from pipeline.reading.form.columns import is_sentence
from pipeline.reading.form.labels import alternatives
from pipeline.reading.form.leads import DATA
from pipeline.reading.form.paragraphs import Form
from pipeline.reading.form.sections import Section
from pipeline.reading.form.so_far import Parts
from pipeline.reading.reply import Remark

_OPENS_LETTER = re.compile(rf"(?<!\w)(?:{alternatives(DATA['writing'])})(?!\w)", re.I)


def about_order(form: Form, parts: Parts, identifiers: list[str]) -> tuple[Remark, ...]:
    """A remark where answers may stand above what they answer; none in nearly every form."""
    *others, last = parts.sections or [None]
    if not others or last.answer or not all(section.answer for section in others):
        return ()
    if not all(map(_is_text_alone, parts.sections)):
        return ()
    first = min(left.at for left in parts.sections[0].printed)
    above = next((left for left in parts.left if left.at == first - 1), None)
    if above is None or not is_sentence(above.text) or above.text.endswith(":") or _OPENS_LETTER.search(above.text):
        return ()
    first_one, last_one = identifiers[0], identifiers[-1]
    told = f"words above {first_one} and no answer to {last_one}: answers may stand above their recommendations"
    return (Remark("needs_editor", above.block.place, told),)


def _is_text_alone(section: Section) -> bool:
    """Whether a recommendation's text stands without labels, marks and columns for its answer."""
    labelled = section.zone or section.asked or section.headed or section.columns or section.status
    return bool(section.anchor and section.printed) and not labelled
