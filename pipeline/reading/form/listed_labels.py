"""Labels of lists: without the word for a recommendation, "1 (a) We …", "(c)", or with a number in words.

Keeps out: whether a list of answers is there (`letter.py`), and labels with their word (`numbered.py`).
"""

import re

from pipeline.reading.form.labels import DATA as LABELS
from pipeline.reading.form.labels import NO, YES, alternatives
from pipeline.reading.form.leads import DATA, one_of
from pipeline.reading.form.numbered import Numbered, bare_label

# A label without its word, with the answer behind it or below.
_LISTED = re.compile(
    rf"[^\w(]*(?:(?:{one_of(DATA['nouns'])})\s+)*(?:q(?=[\d.\s])[.\s]*)?"
    r"(?P<label>[ivx]{1,4}[\s.]?\([a-z]\)|(?:\d{1,2}\s?\.?\s?)?\((?:[a-z]{1,2}|\d{1,2})\)|\d{1,2}\s?\.\s?\d{1,2}\b|\d{1,2}\s?\.[a-z]\b|(?:\d{1,2}\s?)?[a-z]\)"
    # A letter that may be the word of a sentence, "1. a law", is a label where a sign or a capital follows.
    r"|\(\d{1,2}[\s./]?[a-z]\)|[ivx]{1,4}\.[a-z]\b(?=\s*[.:)–-]|\s+(?-i:[A-ZÀ-ÞА-Я]))|\d{1,2}/[a-z]\b|\d{1,2}(?:\s?[.-]\s)?[a-z](?=\s*[.:,;=|→–✓✔✗✘☐☑☒-]|\s+(?-i:[A-ZÀ-ÞА-Я]))|\d{1,2}[.):]"
    # "A. Yes. We …": a capital may begin a name.
    r"|(?-i:[A-H])\.(?=\s+(?:" + alternatives((*YES, *NO)) + r")(?!\w)))"
    r"[]):.]?(?:[\s:,;=|→–-]+(?P<rest>\S.*))?$",
    re.I | re.S,
)
_IN_WORDS = {word: str(number) for number, words in enumerate(LABELS["number_words"], start=1) for word in words}
_NAMES = alternatives(word for word in LABELS["recommendation"] if not word.endswith(" no"))
_ORDINAL = re.compile(
    rf"^\W*(?:(?:the|la|le)\s+)?(?:(?P<first>{alternatives(_IN_WORDS)})\s+(?:{_NAMES})|(?:{_NAMES})\s+(?:number\s+)?(?P<behind>{alternatives(_IN_WORDS)}))"
    r"(?:\s*[:.,–-]\s*(?P<rest>.*))?$",
    re.I | re.S,
)


# "On the second, we …"
_NUMBER_ALONE = re.compile(rf"(?P<first>{alternatives(_IN_WORDS)})\s*[:,–-]\s*(?P<rest>\S.*)$", re.I | re.S)


def label_in_words(text: str, *, led: bool = False) -> Numbered | None:
    """A label whose number is a word, at a paragraph's head or alone: "First recommendation: we …".

    The number alone is one where it is `led` to: "On the second, we …".
    """
    match = _ORDINAL.match(text) or (_NUMBER_ALONE.match(text) if led else None)
    word = (match["first"] or match["behind"]).casefold() if match else ""
    return Numbered(None, _IN_WORDS[word], (match["rest"] or "").strip()) if word in _IN_WORDS else None


def listed_label(text: str) -> Numbered | None:
    """A label without its word that a paragraph begins with: "1 (a) We …", "2.b: …", "(c)"."""
    match = _LISTED.match(text)
    label = bare_label(match["label"]) if match else None
    return label._replace(rest=(match["rest"] or "").strip()) if label else None
