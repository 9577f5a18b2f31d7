"""The words of a sentence with their parts of speech (the C5 tags of the British National Corpus), by HanTa.

Contractions come apart ("we've" is "we" and "have"). Words inside quotation marks are marked. Keeps out: which words
are finite verbs (`verbs.py`), and what follows from the tags (`backshift.py`, `person.py`).
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

import lemminflect
from HanTa import HanoverTagger

from pipeline.note.drafting.changes import Change

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[^\W\d_]+(?:[-'’/.](?=[^\W_])[\w]+)*(?:['’](?!\w))?"
    r"|\d[\d.,:/–-]*\w*|[^\w\s]",
)
_APART = re.compile(r"^(?P<word>\w+?)(?P<rest>n['’]t|['’](?:ve|re|ll|d|m|s))$", re.I)
_MEANT = {"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "n't": "not"}
_STEMS = {"wo": "will", "ca": "can", "sha": "shall"}
_CONTRACTED_IS = frozenset(("it", "he", "she", "that", "there", "this", "what", "who", "here"))
# What the tagger does not know, or takes for something else.
_TAGS = {"cannot": "VM0"}
_NO_TAG = "!!!"
# Adverbs and "not", which may stand between words that belong together.
SKIPPED = ("AV0", "XX0")
_OPENS, _CLOSES = "“«„", "”»"


class Word(NamedTuple):
    """A word of a sentence: as it is meant, with its tag, and the stretch of the sentence that it takes.

    `apart`: it is the second half of a contraction, so that a blank is missing before it. `quoted`: it stands between
    quotation marks.
    """

    text: str
    tag: str
    start: int
    end: int
    apart: bool = False
    quoted: bool = False

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.text.lower()


class Verb(NamedTuple):
    """A finite verb by its place in the sentence's words.

    `joined`: a conjunction or comma stands before it, so that its subject is that of the verb before. `dependent`: it
    stands in a clause that begins with that, which, who, when, because and the like. `present`: its form is of the
    present.
    """

    at: int
    joined: bool
    dependent: bool
    present: bool


@cache
def _tagger() -> HanoverTagger.HanoverTagger:
    tagger = HanoverTagger.HanoverTagger("morphmodel_en.pgz")
    # It takes a word apart each time it meets it, unless its model lists it; names come again and again.
    tagger.analyze_forward = lru_cache(maxsize=50_000)(tagger.analyze_forward)
    return tagger


@lru_cache(maxsize=20_000)
def likelihoods(word: str) -> dict[str, float]:
    """The tags that the tagger's lexicon has for a word by itself, each with the logarithm of how likely it is."""
    return {tag: float(value) for tag, value in _tagger().tag_word(word, cutoff=10)}


@lru_cache(maxsize=20_000)
def words_of(sentence: str) -> tuple[Word, ...]:
    """The words and signs of a sentence in their order."""
    pieces: list[tuple[str, int, int, bool]] = []
    for match in _TOKEN.finditer(sentence):
        pieces += _pieces(match.group(), match.start())
    if not pieces:
        return ()
    shown = [piece.replace("’", "'") for piece, *_ in pieces]
    tags = _tagger().tag_sent(shown, taglevel=0)  # the tags alone: lemmas would take most of the time
    # For a word or two of its model it gives no tag at all in a sentence.
    tags = [_tagger().analyze(word)[1] if tag == _NO_TAG else tag for word, tag in zip(shown, tags, strict=True)]
    quoted = _between_marks([piece for piece, *_ in pieces])
    words = [
        Word(text, _TAGS.get(text.lower(), tag), start, end, apart, inside)
        for (text, start, end, apart), tag, inside in zip(pieces, tags, quoted, strict=True)
    ]
    for at, word in enumerate(words[:-1]):
        if word.apart and word.text == "would":
            plain = lemminflect.getLemma(words[at + 1].small, upos="VERB")
            if plain not in ((words[at + 1].small,), ()):
                words[at] = word._replace(text="had", tag="VHD")
    return tuple(words)


def before(words: tuple[Word, ...], at: int) -> int:
    """The place of the last word before this one that is neither an adverb nor "not"; -1 where there is none."""
    at -= 1
    while at >= 0 and (words[at].tag in SKIPPED or words[at].small == "first"):
        at -= 1
    return at


def _pieces(text: str, start: int) -> list[tuple[str, int, int, bool]]:
    """A token, or the two halves of a contraction as they are meant."""
    whole = [(text, start, start + len(text), False)]
    apart = _APART.match(text)
    if not apart:
        return whole
    rest = apart["rest"].replace("’", "'").lower()
    word, cut = apart["word"], start + len(apart["word"])
    if rest == "'d":
        if word.lower() not in ("we", "i", "they"):
            return whole
        meant = "would"
    elif rest == "'s":
        if word.lower() not in _CONTRACTED_IS:
            return whole
        meant = "is"
    else:
        meant = _MEANT[rest]
    first = _STEMS.get(word.lower(), word) if rest == "n't" else word
    return [(first, start, cut, False), (meant, cut, start + len(text), True)]


def _between_marks(texts: list[str]) -> list[bool]:
    """Which of the tokens stand between quotation marks, the marks included."""
    inside, found = False, []
    for number, text in enumerate(texts):
        opens = text in _OPENS or (text == '"' and not inside and '"' in texts[number + 1 :])
        closes = inside and (text in _CLOSES or text == '"')
        found.append(inside or opens)
        inside = (inside or opens) and not closes
    return found


def instead(sentence: str, word: Word, form: str, rule: str) -> Change:
    """The change that puts another form in the place of a word, with its capital where it has one."""
    if (word.text[0].isupper() and not word.text.isupper()) or (word.text == "I" and word.start == 0):
        form = form[0].upper() + form[1:] if word.start == 0 or word.small in ("we", "our") else form
    return Change(rule, word.start, sentence[word.start : word.end], f" {form}" if word.apart else form)


def apart(sentence: str, words: tuple[Word, ...]) -> list[Change]:
    """Changes that write contractions out."""
    return [
        instead(sentence, word, word.text, "contraction")
        for word in words
        if not word.quoted and (word.apart or sentence[word.start : word.end] != word.text)
    ]
