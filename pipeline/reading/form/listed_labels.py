"""Labels of lists: without the word for a recommendation, "1 (a) We …", "(c)", or with a number in words.

Keeps out: whether a list of answers is there (`letter.py`), and labels with their word (`numbered.py`).
"""

import re

from pipeline.reading.form.joint_labels import without_issue
from pipeline.reading.form.labels import DATA as LABELS
from pipeline.reading.form.labels import NO, YES, alternatives
from pipeline.reading.form.leads import DATA, one_of
from pipeline.reading.form.numbered import Numbered, bare_label

# A label without its word, with the answer behind it or below.
_LISTED = re.compile(
    # "WG1 (a)", "A2 (b)": whatever body or agenda the letters before a number stand for.
    rf"[^\w(]*(?:(?:{one_of(DATA['nouns'])})\.?\s+)*(?:q(?=[\d.\s])[.\s]*)?(?:(?-i:[A-Z]{{1,3}})(?=\d{{1,2}}\s?\([a-z]\)))?"
    r"(?P<label>[ivx]{1,4}\s?\.?\s?\([a-z]\)|(?:\(\d{1,2}\)\s?|\d{1,2}\s?[–°,/-]\s?)\([a-z]\)"
    r"|(?:\d{1,2}\s?\.?\s?)?\((?:[a-z]{1,2}|\d{1,2})\)|\d{1,2}\s?\.\s?\d{1,2}\b|\d{1,2}\s?\.[a-z]\b|(?:\d{1,2}\s?\.?\s?)?[a-z]\)"
    # A letter that may be the word of a sentence, "1. a law", is a label where a sign, a capital or nothing follows.
    r"|\(\d{1,2}[\s./]?[a-z]\)|[ivx]{1,4}[./-][a-z]\b(?=\s*(?:[.:)–-]|$)|\s+(?-i:[A-ZÀ-ÞА-Я]))|\d{1,2}/[a-z]\b"
    r"|\d{1,2}(?:\s?[.-]\s?|\s)?[a-z](?=\s*(?:[].:,;=|→–✓✔✗✘☐☑☒-]|$)|\s+(?-i:[A-ZÀ-ÞА-Я]))|\d{1,2}[.):]"
    # "A. Yes. We …", "2 – Yes. We …": a capital may begin a name, and a number anything.
    rf"|(?:(?-i:[A-H])\.|\d{{1,2}}\s?[–-])(?=\s+(?:{alternatives((*YES, *NO))})(?!\w)))"
    r"[]):.]?(?:[\s:,;=|→–-]+(?P<rest>\S.*))?$",
    re.I | re.S,
)
_PARTED = (":", ".", ")", "–", "-", ",")
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
    """A label without its word that a paragraph begins with: "1 (a) We …", "2.b: …", "(c)", "(a) of issue 2: …"."""
    match = _LISTED.match(text)
    label = bare_label(match["label"].rstrip(" –-")) if match else None
    if label is None:
        return None
    rest = (match["rest"] or "").strip()
    behind, issue = (rest, None) if label.issue else without_issue(rest)
    # "(a) Under issue 2 we …" says where, not which.
    named = issue and (not behind or rest.removesuffix(behind).rstrip().endswith(_PARTED))
    return label._replace(issue=issue, rest=behind.lstrip(" ):,–-")) if named else label._replace(rest=rest)
