"""Finds the printed labels of a questionnaire in a paragraph; the wordings are data (`labels.yaml`).

Keeps out: the order labels come in and what belongs to them (`form.py`), and yes/no marks (`marks.py`).
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pipeline.text.data_file import data_beside

DATA = data_beside(__file__, "labels.yaml")

YES, NO = tuple(DATA["yes"]), tuple(DATA["no"])
SET_MARKS, EMPTY_MARKS = tuple(DATA["set_marks"]), tuple(DATA["empty_marks"])
TICKS, CROSSES = frozenset(DATA["ticks"]), frozenset(DATA["crosses"])
BESIDE_MARKS = frozenset(DATA["beside_marks"])
STANDING_ALONE = frozenset(DATA["standing_alone"])
AGENCY = "agency"  # the words of this kind of label are those of answers too
# All that stands in forms as far as it is known: labels, what they are told by, titles and guidance.
WORDING = (
    *(phrase for name, phrases in DATA["labels"].items() if name != AGENCY for phrase in phrases),
    *(phrase for group in ("keywords", "headings") for phrases in DATA[group].values() for phrase in phrases),
    *(word for name in ("asking", "issue", "recommendation", "beside_marks", "yes", "no") for word in DATA[name]),
    *DATA["form_words"],
)

# Likeness (0 to 100) from which a misspelt label is still that label; labels of fewer letters are taken as written.
MISSPELT, LONG_ENOUGH = 86, 6
# Letters within which a label ends; what stands further on is not looked at, however long it is.
LABEL_WITHIN = 400
# Words in brackets that offer a choice: "(Yes / No / Partly)".
_CHOICES = 3
# Letters of a column's heading, words in brackets included.
_LONGEST_HEADING = 100
# What asks for an answer, and what says which recommendation is meant, by kinds of labels and headings.
ASKED, WHICH = frozenset(("action", "comment")), frozenset(("recommendation", "number"))


class Label(NamedTuple):
    """A label found at the start of a paragraph: its kind, and the text that follows it.

    `firm`: a colon, a tab or the paragraph's end stands behind the label, so that it can be nothing else.
    """

    kind: str
    rest: str
    firm: bool = True


def squeezed(text: str, signs: str = "#№") -> str:
    """The letters and digits of a label, folded, with these signs, which head columns."""
    return re.sub(rf"[^\w{signs}]|_", "", text.casefold().replace("ı", "i"))


# Other scripts have digits and punctuation of their own.
_SEEN = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９：？（）．、，؟",
    "012345678901234567890123456789:?().,,?",
)


def seen_as(text: str) -> str:
    """A text with the digits and punctuation of other scripts as the usual ones, letter by letter."""
    return text if text.isascii() else text.translate(_SEEN)


def _phrase(words: str) -> str:
    return r"\W*".join(re.escape(word) for word in re.split(r"\W+", words) if word)


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern of any of these phrases, the longest first, whatever stands between their words."""
    return "|".join(_phrase(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_KINDS = {squeezed(phrase, ""): kind for kind, phrases in DATA["labels"].items() for phrase in phrases}
_LONG = [phrase for phrase in _KINDS if len(phrase) >= LONG_ENOUGH]
_HEADINGS = {squeezed(name): kind for kind, names in DATA["headings"].items() for name in names}
# What stands in brackets behind a label, but for a mark: "( )", "(x)".
_BOX = r"[(\[]\s*[xX✓✔]?\s*[)\]]"
_IN_BRACKETS = rf"(?!{_BOX})\([^()\n]{{0,120}}\)"
# Fields may be numbered: "4. Telephone".
_NUMBERED = r"(?:\d{1,2}[.)]\s+)?"
_LABEL = re.compile(
    rf"^\W*{_NUMBERED}(?P<phrase>{alternatives([p for phrases in DATA['labels'].values() for p in phrases])})"
    rf"(?!\w)(?P<aside>\s*{_IN_BRACKETS})?"
    r"(?P<end>[ \u00a0]*(?:[:.?…_]|\t|[ \u00a0]{2,}|[–-]\s|\Z))?",
    re.I,
)
# The first letters of all labels: most paragraphs begin with others, which is told at once.
_OPENING_LETTERS = 3
_FIRST = re.compile(rf"\W*{_NUMBERED}(\w{{1,{_OPENING_LETTERS}}})")
_OPENINGS = frozenset(phrase[:_OPENING_LETTERS] for phrase in _KINDS)
_WORDS = alternatives((*YES, *NO))
_BOTH_WORDS = frozenset((*YES, *NO, "y", "n"))
_ASIDE = re.compile(r"\([^()]*\)")
_MARK_WORD = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)|[☒☐☑□✓]", re.I)
_HEAD = re.compile(
    rf"^\W*(?P<head>(?:(?!{_BOX})[^:?\t…(☒☐☑□]){{4,60}}?)\s*(?P<aside>{_IN_BRACKETS})?\s*"
    rf"(?:[:?\t…]|\.{{3,}}|\Z|(?=[☒☐☑□]|{_BOX}|(?<!\w)(?:{_WORDS})(?!\w)))",
    re.I,
)
# A question goes on behind the words that tell what it is: "Any action taken by your Government since 2029?"
_QUESTION = re.compile(r"^[^:?\n]{1,120}[:?]")
_HEAD_END = re.compile(r"[:?\t…☒☐☑□]|\.\.\.")
# Before one of several questions about a recommendation: "(ii) ", "b) ".
SUB_LABEL = r"\(?(?:[ivx]{1,4}|\d{1,2}|[a-z])[.)]\s*"
_REQUEST = re.compile(rf"^\W*(?:{SUB_LABEL})?(?:{alternatives(DATA['asking'])})(?!\w)", re.I)
_ASKING = re.compile(rf"(?<!\w)(?:{alternatives(DATA['asking'])})(?!\w)", re.I)
CONDITION = re.compile(rf"^\W*(?:{SUB_LABEL})?(?:{alternatives(DATA['conditions'])})(?!\w)", re.I)
SHAPED = re.compile(r"^(?P<head>[^:?\n]{2,110}?(?:\([^()]*\)\s*)?)[:?](?![^\s])(?P<rest>.*)$", re.S)
SHAPE_WITHIN = 360
_LEADING = re.compile(r"^[\s:.…?_–-]+")
# A number, or the line to write it on.
_PAGE_NUMBER = r"(?:\d{1,4}|_{2,})"
_PAGE_MARK = re.compile(
    "^(?:"
    + "|".join(re.escape(mark).replace(r"\{n\}", _PAGE_NUMBER).replace(r"\ ", r"\s*") for mark in DATA["page_marks"])
    + ")$",
    re.I,
)


@lru_cache(maxsize=50_000)
def find_label(text: str) -> Label | None:
    """The label that the paragraph starts with, other than issue and recommendation; None where it has none."""
    seen, first = seen_as(text), _FIRST.match(text)
    if not first:
        return None
    opening = first[1].casefold()
    match = _LABEL.match(seen, 0, LABEL_WITHIN) if opening in _OPENINGS or len(opening) < _OPENING_LETTERS else None
    if match:
        kind, rest, firm = _KINDS[squeezed(match["phrase"], "")], text[match.end() :], match["end"] is not None
        if kind in STANDING_ALONE and not firm:
            return _misspelt(text, seen)
        question = _QUESTION.match(rest) if kind == "action" and match["end"] in (None, "") else None
        if question and not _MARK_WORD.search(question[0]):
            rest, firm = rest[question.end() :], True
        if kind not in STANDING_ALONE and match["aside"] and _MARK_WORD.search(match["aside"]):
            rest = text[match.start("aside") :]
        return Label(kind, _LEADING.sub("", rest).strip(), firm)
    return _misspelt(text, seen)


def _misspelt(text: str, seen: str) -> Label | None:
    """The label that a paragraph starts with but for a slip of the pen; None where it has none."""
    # Most paragraphs are long and have no sign near their beginning: that is told at once.
    head = _HEAD.match(seen) if len(text) < 66 or _HEAD_END.search(seen, 0, 66) else None
    if head and len(head["head"].split()) <= 8:
        likest = process.extractOne(squeezed(head["head"]), _LONG, scorer=fuzz.ratio, score_cutoff=MISSPELT)
        if (
            likest
            and abs(len(likest[0]) - len(squeezed(head["head"]))) <= 3
            and _may_be(_KINDS[likest[0]], head["head"])
        ):
            return Label(_KINDS[likest[0]], _LEADING.sub("", text[head.end() :]).strip())
    return None


def _may_be(kind: str, head: str) -> bool:
    """Whether words that are nearly a label of one kind do not tell of another: "Reporting date", "Reporting state"."""
    told = keywords_in(head) - {"contact_name"}  # names are asked of countries too
    return not told or kind in told


def meaning(text: str) -> str | None:
    """The kind of the label, or of the column's heading, that a text is word for word."""
    return _KINDS.get(squeezed(text, "")) or _HEADINGS.get(squeezed(text))


@lru_cache(maxsize=10_000)
def loose_label(text: str) -> Label | None:
    """A field whose value follows with nothing between, as "Name of country Alba". Whether it is one, the place tells.

    Labels of one word are left out: too many ordinary lines begin with them.
    """
    match = _LABEL.match(text, 0, LABEL_WITHIN)
    if not match or len(text.split()) > 14 or len(match["phrase"].split()) < 2:
        return None
    return Label(_KINDS[squeezed(match["phrase"], "")], _LEADING.sub("", text[match.end() :]).strip())


def is_request(text: str) -> bool:
    """Whether a paragraph asks for something, so that what follows its colon is the answer."""
    return bool(_REQUEST.match(text))


def asks_for_words(text: str) -> bool:
    """Whether what stands in brackets behind a word asks for something: "Yes (please describe)"."""
    aside = _ASIDE.search(text)
    return bool(aside and (_ASKING.search(aside[0]) or keywords_in(aside[0]) & {"comment"}))


def asks_about_marks(text: str) -> bool:
    """Whether a paragraph asks for something because of a mark: "If you ticked yes, please give details"."""
    return bool(_ASKING.search(text)) and bool(_MARK_WORD.search(text))


def _any_of(words: Iterable[str]) -> re.Pattern:
    """A pattern of words, of which "*" at the end stands for more letters."""
    found = (_phrase(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.I)


_BESIDES = _any_of(DATA["besides"])


def heads_besides(text: str) -> bool:
    """Whether a heading stands above what is said besides what was done: "Challenges", "Next steps"."""
    return bool(_BESIDES.search(text)) and heading(text) != "comment"


@cache
def _keyword_patterns() -> dict[str, re.Pattern]:
    return {kind: _any_of(words) for kind, words in DATA["keywords"].items()}


@lru_cache(maxsize=20_000)
def keywords_in(text: str) -> frozenset[str]:
    """The kinds of labels whose words a text has: all that it may ask for."""
    return frozenset(kind for kind, pattern in _keyword_patterns().items() if pattern.search(text))


@lru_cache(maxsize=20_000)
def keyword_label(text: str, kinds: frozenset[str], beside: bool) -> Label | None:
    """A label in no list, told by its words, where one of these kinds may stand.

    It has to look like a label: a colon or question mark behind a few words, or, where it stands `beside` a cell that
    may hold its value, nothing but a few words.
    """
    # Without a sign near its beginning it has no such shape, which is told at once.
    near = text[:SHAPE_WITHIN]
    shaped = SHAPED.match(text) if ":" in near or "?" in near else None
    if shaped:
        head, rest = shaped["head"], shaped["rest"].strip()
    elif beside and len(text.split()) <= 8:
        head, rest = text, ""
    else:
        return None
    for kind, pattern in _keyword_patterns().items():
        if kind in kinds and pattern.search(head):
            return Label(kind, _LEADING.sub("", rest).strip())
    return None


@lru_cache(maxsize=20_000)
def heading(text: str) -> str | None:
    """What a column holds by the words that head it: recommendation, number, action, comment, yes or no."""
    if len(text) > _LONGEST_HEADING:
        return None
    aside = _ASIDE.search(text)
    choices = re.findall(r"\w+", aside[0] if aside else text)
    if len(choices) <= _CHOICES and len(_BOTH_WORDS.intersection(map(squeezed, choices))) > 1:
        return "action"  # "Implemented (Y/N)", "Oui/Non"
    word = squeezed(_ASIDE.sub(" ", text))
    if not word:
        return None
    if word in YES or word in NO:
        return "yes" if word in YES else "no"
    kind_named = _HEADINGS.get(word)
    if kind_named:
        return "action" if kind_named in ("yes", "no") and "?" in text else kind_named
    not_, _, rest = text.strip().partition(" ")
    if not_.casefold() == "not" and _HEADINGS.get(squeezed(rest)) == "yes" and len(rest.split()) == 1:
        return "no"  # "Not achieved"
    label = find_label(text)
    if label and label.kind in ASKED:
        return label.kind if not has_answer(label.rest) else None
    if CONDITION.match(text):
        return "comment"
    if len(text.split()) > 8 or text.rstrip().endswith("."):
        return None
    # "Has this recommendation been implemented?" asks about action.
    for kind in ("recommendation", "number") if "?" not in text else ():
        if any(name in text.casefold() for name in DATA["headings"][kind] if len(name) > 6):
            return kind
    known = keyword_label(" ".join(re.findall(r"\w+", text)), ASKED, True)
    return known.kind if known else None


def has_answer(rest: str) -> bool:
    """Whether something other than yes/no words, marks and punctuation follows a label."""
    return bool(re.search(r"\w", _MARK_WORD.sub(" ", rest)))


@lru_cache(maxsize=20_000)
def is_page_mark(text: str) -> bool:
    """Whether a paragraph is nothing but the number of a page."""
    return len(text) < 30 and bool(_PAGE_MARK.match(text))


# What columns of sheets hold, by their names in small letters.
COLUMNS = {name: kind for kind, names in DATA["columns"].items() for name in names}
TOOL_COLUMNS = frozenset(DATA["tool_columns"])
ANSWERED, ASKED_IN_ROWS = frozenset(DATA["answered"]), frozenset(DATA["asked_in_rows"])
