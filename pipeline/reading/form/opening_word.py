"""The yes or no that an answer opens with: "Yes. We lit the lamps.", "No – pilots are few", "Y - we did".

Keeps out: all other words and marks (`mark_words.py`), and sentences that say yes or no (`whole_answers.py`).
"""

import re
from functools import lru_cache

from pipeline.reading.form import labels
from pipeline.reading.form.mark_words import alternatives

# What parts a word from what was done, which may be "we have"; "no-one" and "non-governmental" are words of their own.
_PARTS = (
    r"(?:\s*(?:[].,:;–—→。，：；)|\n]|(?<=\s)-|-(?!\w)|$)|\t|\s{3,}"
    r"|\s+(?=(?:I|it|they|there|we)\s+(?:are|can|did|do|does|has|have|is|was|were|will)\b))"
)
_OPENING = re.compile(
    rf"\W*(?:(?P<yes>{alternatives(labels.YES)}){_PARTS}"
    # "No. 14" is a number, "No – 14 were out of order" is none.
    rf"|(?P<no>{alternatives(labels.NO)})(?:\s*[,;–—→]|{_PARTS}(?!\s*\d)))",
    re.I,
)
# "Y - we lit the quay"; "Y. Oda" is a name, "N: 14" a number.
_INITIAL = re.compile(r"\W*(?P<letter>Y|N(?!\s*\W\s*\d))(?:\s*[,:;–—]|\s+-|-(?=\s))\s*(?=\S)")


@lru_cache(maxsize=20_000)
def opening_word(text: str) -> tuple[str, str] | None:
    """The kind (yes or no) and the wording of the word a text opens with, as in "Yes. We lit the lamps."."""
    if opening := _OPENING.match(text):
        return opening.lastgroup, opening[opening.lastgroup]
    initial = _INITIAL.match(text)
    return ("yes" if initial["letter"] == "Y" else "no", initial["letter"]) if initial else None
