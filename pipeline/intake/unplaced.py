"""Words of replies that stand in no field and no answer: what people wrote, told from what all copies of a form print.

docs/rules.md, "Nothing is lost". Keeps out: how a file's own words are found (`reading/form/leftover.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.findings import Finding, Place, finding
from pipeline.intake.counting import Received
from pipeline.reading.reply import Unplaced, line_mark
from pipeline.text.one_line import shorten
from pipeline.text.words import count_words, tidy

TABLE = "core.replies"
# Of the replies on one form, the share that have a line if the form prints it: some people delete lines.
PRINTED_SHARE = 2 / 3
# Fewer copies than this print a line only where no copy lacks it.
ENOUGH_COPIES = 3

# A full stop behind a word in small letters ends a sentence, not "Rep." or "Dem.".
_SENTENCE = re.compile(r"(?<!\w)[a-zß-ÿа-я]{3,}[.!?](?:\s|$)")
_LONGEST_DATE = 4

# A line by what stands before it and what it says.
_Line = tuple[str, str]


def written(received: list[Received]) -> dict[int, list[Unplaced]]:
    """What respondents wrote where no part of the form is, by the number of the reply in the list given.

    A line is the form's own where the replies of several respondents have it behind the same line.
    """
    senders: dict[_Line, set[str]] = defaultdict(set)
    forms = set()
    for item in received:
        if item.reply:
            forms |= {_sender(item)} if item.reply.whole_form else set()
            for words in item.reply.unplaced:
                senders[_line(words)].add(_sender(item))
    copies = {line: len(found) for line, found in senders.items()}
    return {
        number: [
            *_in_fields(item),
            *(words for words in item.reply.unplaced if not _is_printed(words, item, copies, len(forms))),
        ]
        for number, item in enumerate(received)
        if item.reply
    }


def _in_fields(item: Received) -> list[Unplaced]:
    """What was written into a form's fields of name and date beside these, if it is a sentence."""
    if not item.reply.whole_form:
        return []
    fields = (("name of the respondent", item.reply.respondent), ("date of submission", item.reply.submitted_on))
    return [
        Unplaced(place, text) for place, text in fields if _SENTENCE.search(text) and count_words(text) > _LONGEST_DATE
    ]


def _sender(item: Received) -> str:
    return item.respondent or item.file


def _line(words: Unplaced) -> _Line:
    return words.after, tidy(words.text).casefold()


def _is_printed(words: Unplaced, item: Received, copies: dict[_Line, int], forms: int) -> bool:
    """Whether as many respondents have a line as have the other lines of that form."""
    of_form = max(copies.get(_line(other), 1) for other in item.reply.unplaced)
    have_it = copies.get(_line(words), 1)
    return have_it >= min(ENOUGH_COPIES, max(forms, 2)) and have_it >= PRINTED_SHARE * of_form


def count_unplaced(words: list[Unplaced]) -> int:
    """Number of words that found no place."""
    return sum(count_words(tidy(one.text)) for one in words)


def about_unplaced(item: Received, words: list[Unplaced]) -> Iterator[Finding]:
    """A finding for each stretch of words without a place, which stand whole in its row."""
    for stretch in _stretches(words):
        first = stretch[0]
        place = Place(TABLE, item.respondent, first.recommendation or None, item.file, first.locator)
        text = tidy("\n".join(one.text for one in stretch))
        expected = "words in a field or an answer of the form"
        yield finding("unplaced_text", place, found=shorten(text), expected=expected, value=text, row={"text": text})


def _stretches(words: list[Unplaced]) -> list[list[Unplaced]]:
    """Lines that follow each other, together."""
    found: list[list[Unplaced]] = []
    for one in words:
        last = found[-1][-1] if found else None
        if last and one.after == line_mark(last.text) and one.recommendation == last.recommendation:
            found[-1].append(one)
        else:
            found.append([one])
    return found
