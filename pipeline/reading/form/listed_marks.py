"""Lines that name recommendations behind one mark: "Implemented: 1 (a), 2 (a)", "No: 1.b".

No form prints them, though it has all their words. Keeps out: labels before marks (`joint_labels.py`).
"""

import re

from pipeline.reading.form.joint_labels import LIST, NAMES
from pipeline.reading.form.labels import heading
from pipeline.reading.form.mark_words import only_marks, words_in
from pipeline.reading.form.whole_answers import said_in_words

_LINE = re.compile(rf"\W*(?P<said>[^:]{{2,60}}?)\s*:\s*(?:(?:{NAMES})\s*)?{LIST}\W*", re.I)
_LONGEST = 200  # letters


def names_marked(text: str) -> bool:
    """Whether a line is a mark and the recommendations that have it."""
    line = _LINE.fullmatch(text) if ":" in text and len(text) <= _LONGEST else None
    if line is None:
        return False
    said = line["said"]
    one_word = only_marks(said) and len(words_in(said)) == 1
    return one_word or bool(said_in_words(f"{said}.")) or heading(said) == "action"
