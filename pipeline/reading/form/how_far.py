"""Words that say how far something is, in place of yes and no: "Implemented", "Fully", "Ongoing", "50%".

The words are data (`labels.yaml`). Keeps out: boxes at such words (`degrees.py`), and columns of them (`columns.py`).
"""

import re

from pipeline.reading.form import labels, mark_words

# By the word, squeezed: yes, no or neither. They mean so where they head a column or stand in one about action.
DEGREES = {
    labels.squeezed(one): kind
    for kind, words in (*labels.DATA["degrees"].items(), (mark_words.NEITHER, labels.DATA["neither"]))
    for one in words
}
_NONE_TAKEN = frozenset(map(labels.squeezed, labels.DATA["none_taken"]))
_SHARE = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per cent|percent)\s*\.?\s*", re.I)


def status(text: str) -> str:
    """What words such as "Implemented" say where action is asked about: yes or no; empty for all others."""
    said = labels.heading(text)
    if said not in mark_words.OTHER:  # nearly every text, and answers are long to search for words
        return ""
    # "No aplicada" says no in more than that word.
    own = not mark_words.names_a_word(text) or (said == "no" and not mark_words.only_marks(text))
    return said if own else ""


def degree(text: str) -> str:
    """What "Fully", "None", "50%" and the like say in a column about action: yes or no; empty for all others."""
    if share := _SHARE.fullmatch(text):
        return "yes" if float(share[1].replace(",", ".")) else "no"
    word = labels.squeezed(text)
    said = "no" if word in _NONE_TAKEN else DEGREES.get(word, "")
    return said if said in mark_words.OTHER else ""


def how_far(text: str) -> str:
    """What any such words say: yes, no or neither; empty for all others."""
    return status(text) or degree(text) or DEGREES.get(labels.squeezed(text), "")


def says_how_far(text: str) -> bool:
    """Whether a text is nothing but such words, or marks."""
    return bool(how_far(text) or mark_words.only_marks(text))
