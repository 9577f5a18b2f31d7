"""The sentences of an answer before they are told: lists run in, what says nothing for a note left out, times named.

Keeps out: the telling (`draft.py`).
"""

import re
from datetime import date
from string import ascii_lowercase

import sentencex

from pipeline.intake.pointers import find_pointers, only_points
from pipeline.note.drafting.capitals import small_first
from pipeline.note.drafting.changes import Change
from pipeline.note.drafting.lines import joined
from pipeline.note.drafting.tagging import Word
from pipeline.note.wording import WORDING
from pipeline.text.language import has_english, language_of
from pipeline.text.spoken import MONTHS

_BULLET = re.compile(r"\n+\s*[-•*–●▪◦]\s+")
# No sentence ends behind these where the next word is a small one or a figure.
_ABBREVIATED = re.compile(rf"(?<!\w)(?:{'|'.join(WORDING['abbreviations'].split())})\.$", re.I)
# A label at the head of a line, or behind a sign inside one.
_LABELLED = re.compile(r"(?:\n+\s*|(?<=[.;:,]\s)|(?<=\sand\s))\(?(?P<label>[a-z]|[0-9]{1,2})[).]\s+")
# The first of them: most answers have none, and it is found six times as fast.
_FIRST_LABEL = re.compile(r"[1a][).]\s")
_COURTESY = re.compile("|".join(WORDING["courtesies"]), re.I)
_PREAMBLE = re.compile("|".join(WORDING["preambles"]), re.I)
# "Yes" or "no" before what was done, or with no more than "we have"; "no-one" and "no-fly" are words of their own.
# "No. 14" and "No: 14" are numbers.
YES_OR_NO = re.compile(
    r"(?!no\s*[.:]+\s*\d)(?:yes|no|affirmative|negative)"
    r"(?:(?:\s*[,.:;!|→]+[\s|→–-]*|\s+[–-]+\s*|[–-]+\s+|–)(?!\s)(?:(?:but|however)\b,?\s+)?|\s*$"
    r"|,?\s+(?:I|it|they|there|we)\s+(?:are|can|did|do|does|has|have|is|was|were|will)(?:n['’]t|\s+not)?\s*[.!]?$"
    r"|\s+(?=(?:I|it|our|the|there|these|they|this|we)\s))"
    r"|[(\[]\s*(?:yes|no)\s*[)\]][\s.:,;–-]*|[✓✔√☑☒✗✘]+\s*"
    r"|(?-i:Y|N(?!\s*\W\s*\d))(?:\s*[,:;–—]|\s+-|-(?=\s))\s*(?=\S)",
    re.I,
)
# What stands for a whole clause at the head of a sentence, and that clause.
_CLAUSES = tuple((re.compile(one["head"], re.I), one["clause"]) for one in WORDING["clauses"])
_POINTS_TO_ANNEX = re.compile(
    r"(?:please |kindly )?see (?:above|below|(?:the )?(?:attached|enclosed|annex|attachment|table)[^.]{0,40})[.:]?"
    r"|(?:an? |the )?(?:cop(?:y|ies)|texts?|lists?|details|annex(?:es)?|tables?|documents?|reports?)\b[^.]{0,60}"
    r"\b(?:is|are) (?:attached|enclosed|annexed|appended)[^.]{0,20}\.?",
    re.I,
)
# Shorter sentences are taken for English where their answer is.
_ENOUGH_LETTERS = 60
_YEARS = {"this": 0, "last": -1, "next": 1, "previous": -1, "current": 0, "coming": 1}
# Words behind which a year stands without another "in".
_LEADING = ("of", "in", "since", "during", "for", "until", "by", "from", "to", "within")
# "Last May", but "this may help".
_UNITS = frozenset(("year", "month", "week", "quarter", *MONTHS))
_OTHER_TIMES = ("yesterday", "tomorrow")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TO_COME = frozenset(
    ("will", "shall", "expected", "planned", "scheduled", "foreseen", "due", "intend", "intends", "hope")
)


def run_in(text: str) -> str:
    """The text as one paragraph: bullets become parts of a sentence, lines that no sign ends get one."""
    parts = _BULLET.split(_without_labels(f"\n{joined(text)}"))
    whole = parts[0].strip()
    for number, part in enumerate(parts[1:]):
        joiner = " " if whole else ""
        if number:
            # Bullets end in a comma, a semicolon or "; and": all of them become one joint.
            whole = re.sub(r"[\s;,.]+$", "", whole)
            whole, last = re.subn(r"[\s;,]+and$", "", whole)
            joiner = "; and " if last else "; "
        whole += joiner + small_first(part.strip())
    return " ".join(whole.split())


def answer_sentences(text: str) -> list[str]:
    """The sentences of an answer as drafts count them, from 1: `sentences_used` names these."""
    return [sentence for _, sentence in sentence_places(run_in(text))]


def sentence_places(flat: str) -> list[tuple[int, str]]:
    """The sentences of a text that has been run in, each with its place."""
    found, at = [], 0
    for one in sentencex.segment("en", flat):
        sentence = one.strip()
        if sentence:
            at = flat.index(sentence, at)
            begins = at
            if found and not sentence[0].isupper() and _ABBREVIATED.search(found[-1][1]):
                begins, _ = found.pop()
            at += len(sentence)
            found.append((begins, flat[begins:at]))
    return found


def _without_labels(text: str) -> str:
    """The text with bullets in the place of labels that count its parts; any other number there is a figure."""
    if not _FIRST_LABEL.search(text):
        return text
    labels = [match["label"] for match in _LABELLED.finditer(text)]
    numbers, letters = [str(number) for number in range(1, len(labels) + 1)], list(ascii_lowercase[: len(labels)])
    return _LABELLED.sub("\n- ", text) if len(labels) > 1 and labels in (numbers, letters) else text


def left_out(sentence: str) -> bool:
    """Whether a sentence says nothing for a note: a question, a greeting, thanks, a pointer to another place."""
    if sentence.endswith("?") or _POINTS_TO_ANNEX.fullmatch(sentence):
        return True
    if _COURTESY.match(sentence) and not _PREAMBLE.match(sentence):
        return True
    return bool(find_pointers(sentence)) and only_points(sentence)


def is_foreign(sentence: str) -> bool:
    """Whether a sentence is long enough to tell that it is not English; what it says is drafted by nobody here."""
    if has_english(sentence) or sum(map(str.isalpha, sentence)) < _ENOUGH_LETTERS:
        return False
    return language_of(sentence) not in (None, "en")


def preamble(sentence: str) -> str:
    """What stands at the head of a sentence and says nothing: yes or no, as the mark has said, "Please note that"."""
    at = 0
    while found := YES_OR_NO.match(sentence, at) or _PREAMBLE.match(sentence, at):
        if found.end() in (at, len(sentence)):
            break
        at = found.end()
    return sentence[:at]


def said_in_full(sentence: str) -> tuple[str, str]:
    """The words at the head of a sentence that stand for a clause, and that clause; empty where none do."""
    found = ((match[0], clause) for pattern, clause in _CLAUSES if (match := pattern.match(sentence)))
    return next(found, ("", ""))


def time_words(sentence: str, words: tuple[Word, ...], submitted: date | None) -> tuple[list[Change], list[str]]:
    """Years in place of "this year" and the like, and times that only an editor can name."""
    found, doubts = [], []
    for at, word in enumerate(words[:-1]):
        if word.quoted or (word.small not in _YEARS and word.small != "the"):
            continue
        unit = words[at + 1]
        if unit.small == "year" and submitted and word.small in _YEARS:
            first = at - 1 if at and words[at - 1].small == "the" else at
            led = first > 0 and (words[first - 1].small in _LEADING or words[first - 1].text in MONTHS)
            start, year = words[first].start, str(submitted.year + _YEARS[word.small])
            lead = "" if led else "In " if start == 0 else "in "
            found.append(Change("time", start, sentence[start : unit.end], f"{lead}{year}"))
        elif _ends_the_year(words, at) and submitted and not _YEAR.search(sentence):
            found.append(Change("time", word.start, sentence[word.start : unit.end], str(submitted.year)))
        elif not _UNITS.isdisjoint((unit.small, unit.text)) and word.small in ("this", "last", "next"):
            doubts.append(f"{word.text} {unit.text}")
    doubts += [word.text for word in words if word.small in _OTHER_TIMES and not word.quoted]
    return found, doubts


def _ends_the_year(words: tuple[Word, ...], at: int) -> bool:
    """Whether "the end of the year" is that of the reply's year, as what is to come shows; a rule is of any year."""
    if not any(word.small in _TO_COME for word in words):
        return False
    before = [word.small for word in words[max(at - 3, 0) : at]]
    behind = words[at + 2].tag if at + 2 < len(words) else ""
    return before == ["the", "end", "of"] and words[at + 1].small == "year" and behind not in ("CRD", "CJC")
