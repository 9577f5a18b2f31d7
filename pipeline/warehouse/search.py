"""Answers and paragraphs of the published warehouse that say some words, by DuckDB's own functions, without an index.

Every word has to be found at the beginning of a word, in capitals or not, with accents or not; what stands in double
quotes is one phrase, as it is. Where the words follow each other, the text comes first. Keeps out: printing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput
from pipeline.text.one_line import one_line
from pipeline.warehouse.query import quoted, run_query

# So many words are shown before and behind the first that was found.
_AROUND = 12
_TERM = re.compile(r'"([^"]+)"|(\S+)')
_SEARCHED = "strip_accents(lower(text))"
_NOT_IN_A_WORD = r"(?:^|[^\p{L}\p{N}])"

_FOUND = """
with answers as (
    select meeting_id, respondent, recommendation, text, {rank} as rank
    from core.answers where {matching}
),
paragraphs as (
    select meeting_id, respondent, recommendation, number, text, {rank} as rank
    from derived.note_paragraphs where {matching}
),
found as (
    select
        coalesce(answers.meeting_id, paragraphs.meeting_id) as meeting_id,
        coalesce(answers.respondent, paragraphs.respondent) as respondent,
        coalesce(answers.recommendation, paragraphs.recommendation) as recommendation,
        paragraphs.number, paragraphs.text as paragraph, answers.text as answer,
        greatest(coalesce(answers.rank, 0), coalesce(paragraphs.rank, 0)) as rank
    from answers
    full join paragraphs
        on paragraphs.meeting_id = answers.meeting_id and paragraphs.respondent = answers.respondent
        and paragraphs.recommendation = answers.recommendation
)
select found.meeting_id, found.respondent, respondents.name, found.recommendation,
    coalesce(found.number, printed.number) as number, found.paragraph, found.answer
from found
left join core.respondents as respondents on respondents.respondent = found.respondent
left join derived.note_paragraphs as printed
    on printed.meeting_id = found.meeting_id and printed.respondent = found.respondent
    and printed.recommendation = found.recommendation
left join core.recommendations as asked
    on asked.meeting_id = found.meeting_id and asked.recommendation = found.recommendation
order by found.rank desc, found.meeting_id desc, asked.position nulls first, respondents.sort_key, number
"""


@dataclass(frozen=True)
class Hit:
    """An answer or paragraph that says the words: whose, where, and the words in their context.

    `paragraph` is the number of its paragraph in the note; `where` says what was found: paragraph, answer, or both.
    `context` are stretches of the text with whether each is one of the words.
    """

    meeting_id: str
    respondent: str | None
    name: str | None
    recommendation: str | None
    paragraph: int | None
    where: str
    context: list[tuple[str, bool]]


def search(database: Path, words: str, meeting_id: str | None = None, respondent: str | None = None) -> list[Hit]:
    """What says the words: first where they follow each other, then in the order of the latest meeting's note.

    Raises:
        BadInput: there are no words to look for, or there is no warehouse.
    """
    terms = [_plain(quoted or word).strip() for quoted, word in _TERM.findall(words)]
    terms = [term for term in terms if re.search(r"\w", term)]
    if not terms:
        raise BadInput(f'search: found {words!r}, expected words, such as "PEN Online"')
    asked = {"meeting_id": meeting_id, "respondent": respondent}
    narrowed = [f"{name} = {quoted(value)}" for name, value in asked.items() if value]
    # Looked for as letters first, which is far quicker, then at the beginning of a word.
    letters = [f"contains({_SEARCHED}, {quoted(term)})" for term in terms]
    said = [f"regexp_matches({_SEARCHED}, {quoted(_NOT_IN_A_WORD + re.escape(term))})" for term in terms]
    matching = " and ".join([*narrowed, *letters, *said])
    together = quoted(_NOT_IN_A_WORD + r"[^\p{L}\p{N}]+".join(map(re.escape, terms)))
    rank = f"cast(regexp_matches({_SEARCHED}, {together}) as integer)"
    _, rows = run_query(database, _FOUND.format(matching=matching, rank=rank))
    return [_hit(row, terms) for row in rows]


def _plain(text: str) -> str:
    """Small letters without accents, letter for letter, so that places in it are places in the text."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter for letter in text)


def _hit(row: tuple, terms: list[str]) -> Hit:
    meeting_id, respondent, name, recommendation, number, paragraph, answer = row
    where = "both" if paragraph and answer else "paragraph" if paragraph else "answer"
    context = _context(one_line(paragraph or answer), terms)
    return Hit(meeting_id, respondent, name, recommendation, number, where, context)


def _spans(pattern: str, plain: str) -> Iterator[tuple[int, int]]:
    """From where to where the words stand, to the end of the word each begins."""
    return (found.span() for found in re.finditer(rf"(?<!\w){pattern}\w*", plain))


def _context(text: str, terms: list[str]) -> list[tuple[str, bool]]:
    """The text around the first of the words, in stretches that are one of them or not."""
    plain = _plain(text)
    marks = sorted({span for term in terms for span in _spans(re.escape(term), plain)})
    if not marks:
        return [(text, False)]
    together = next(_spans(r"\W+".join(map(re.escape, terms)), plain), marks[0])
    words = [found.span() for found in re.finditer(r"\S+", text)]
    first = next((at for at, (_, end) in enumerate(words) if end > together[0]), 0)
    shown = words[max(first - _AROUND, 0) : first + _AROUND * 2]
    start, stop = shown[0][0], shown[-1][1]
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    for begins, ends in marks:
        if begins < start or ends > stop:
            continue
        pieces += [(text[start:begins], False), (text[begins:ends], True)]
        start = ends
    pieces += [(text[start:stop], False)] + ([(" …", False)] if stop < len(text) else [])
    return [piece for piece in pieces if piece[0]]
