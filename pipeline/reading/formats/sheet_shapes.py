"""Tables of replies whose heading takes two rows, brought below one row of headings.

A recommendation stands above the two columns of its answers; or rows are recommendations, and a respondent stands
above the two columns of what it says. Keeps out: tables with one row of headings (`sheet.py`), what headings mean
(`sheet_columns.py`).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple

from pipeline.reading.form import labels
from pipeline.reading.form.anchors import anchors_of
from pipeline.reading.form.form import form_words
from pipeline.reading.formats.sheet_beside import words_beside, words_in_headings
from pipeline.reading.formats.sheet_columns import Columns, cell_at, columns_of
from pipeline.reading.formats.sheet_headings import ANSWER, Asked, answer_heading, asked_in, spaced
from pipeline.reading.formats.sheet_named import label_in, recommendation_of
from pipeline.reading.formats.sheet_rows import Row, is_mark
from pipeline.reading.reply import Question, Unplaced

# Pairs of columns from which a second row of headings is one.
_FEWEST_PAIRS = 2
# Above which columns something stands: the two of a question, and that of the next one.
_PAIR = ([True, False], [True, False, True])


class Headed(NamedTuple):
    """A table below its headings: from which row of the sheet on (from 0), their place, its columns and its rows.

    `beside` are words that stand in it and in no column.
    """

    begins: int
    place: str
    columns: Columns
    rows: list[Row]
    beside: tuple[Unplaced, ...] = ()


def in_two_rows(rows: list[list[str]], at: int, question: Question, placed: str) -> Headed | None:
    """The table whose headings are this row and the next one; None where they are not.

    `placed` is what places of rows begin with, as "sheet Replies, row".
    """
    if not any(rows[at + 1 : at + 2]) or not rows[at]:
        return None
    upper, lower = map(list, zip(*zip_longest(rows[at], rows[at + 1], fillvalue=""), strict=True))
    lower = [_meant(upper, lower, at) for at in range(len(lower))]
    kinds = list(map(answer_heading, lower))
    if min(kinds.count(kind) for kind in ANSWER) < _FEWEST_PAIRS:
        return None
    above, place = _filled(upper, kinds), f"{placed} {at + 1}"
    below = [(f"{placed} {number}", row) for number, row in enumerate(rows[at + 2 :], start=at + 3)]
    names = [_name(*pair) for pair in zip(above, lower, kinds, strict=True)]
    columns = columns_of(names, question)
    table = Headed(at, place, columns, below)
    if columns.fits and len(columns.wide) > _FEWEST_PAIRS:
        heading = {at: text for at, text in enumerate(upper) if lower[at].strip() and not _is_asked(text, question)}
        asked = {at: upper[at] for at in columns.wide.values()}
        others = words_beside(f"{placed} {at + 2}", _rare(lower, columns, question))
        beside = (*words_beside(place, heading), *words_in_headings(place, asked, question), *others)
        return table._replace(beside=beside)
    return _by_respondent(table, above, kinds, lower, question)


def with_merged_headings(header: list[str], rows: list[Row], question: Question) -> list[str]:
    """A row of headings with what stands above two columns, of marks and of what was done, above each of them."""
    told = list(header)
    for at, (name, behind) in enumerate(pairwise([*header, ""])):
        marks = [text for _, row in rows if (text := cell_at(row, at))]
        merged = not behind.strip() and any(cell_at(row, at + 1) for _, row in rows) and all(map(is_mark, marks))
        if merged and marks and asked_in(spaced(name), question) in _whole(question):
            told[at : at + 2] = (f"{kind.replace('_', ' ')} [{name.strip()}]" for kind in ANSWER)
    return told


def _whole(question: Question) -> set[Asked]:
    """What headings ask that name a recommendation and say no more."""
    return {Asked(one.id, None) for one in question.recommendations}


def _rare(lower: list[str], columns: Columns, question: Question) -> dict[int, str]:
    """The headings of answers that stand above one column only, with words that no form has."""
    counts, words = Counter(lower), form_words(question)
    return {at: lower[at] for at in columns.wide.values() if counts[lower[at]] == 1 and words.others(lower[at])}


def _meant(upper: list[str], lower: list[str], at: int) -> str:
    """A lower heading; where survey tools say no more than that an answer stands below it, what that is.

    Of two below one question it is the mark: "Response | If yes, please specify".
    """
    if lower[at].strip().casefold() not in labels.ANSWERED:
        return lower[at]
    own = [bool(text.strip()) for text in upper[at : at + 3]]
    if own in _PAIR and answer_heading(lower[at + 1]) == "text":
        return "action taken"
    return "" if all(own[:2]) else lower[at]


def _filled(upper: list[str], kinds: list[str | None]) -> list[str]:
    """The upper row with what stands above a pair of columns above both of them."""
    filled: list[str] = []
    for text, kind in zip(upper, kinds, strict=True):
        filled.append(filled[-1] if not text.strip() and kind and filled else text)
    return filled


def _name(above: str, heading: str, kind: str | None) -> str:
    """One heading of two: of a pair as grids of surveys have it, with the recommendation in brackets."""
    if kind and above.strip():
        return f"{heading.strip()} [{above.strip()}]"
    return heading if heading.strip() else above


def _by_respondent(
    table: Headed, above: list[str], kinds: list[str | None], lower: list[str], question: Question
) -> Headed | None:
    """The table in which each row is a recommendation and each pair of columns a respondent; a row for each answer."""
    pairs: dict[str, dict[str, int]] = {}
    for position, (name, kind) in enumerate(zip(above, kinds, strict=True)):
        if kind and name.strip():
            pairs.setdefault(name.strip(), {}).setdefault(kind, position)
    naming = [at for at, kind in enumerate(kinds) if kind is None and _names_recommendations(table.rows, at, question)]
    if len(pairs) < _FEWEST_PAIRS or not naming or any(len(pair) < len(ANSWER) for pair in pairs.values()):
        return None
    answers = {at for pair in pairs.values() for at in pair.values()}
    headings = ((above, answers), (lower, answers.union(naming)))
    others = ({at: text for at, text in enumerate(row) if at not in taken} for row, taken in headings)
    beside = [words for cells in others for words in words_beside(table.place, cells)]
    beside += _beside(table.rows, answers, naming)
    return table._replace(columns=_COLUMNS, rows=list(_rows(pairs, naming, table.rows)), beside=tuple(beside))


def _beside(rows: list[Row], answers: set[int], naming: list[int]) -> Iterator[Unplaced]:
    """The words in no column of a respondent's, and in rows that name no recommendation."""
    for place, row in rows:
        asked = next((at for at in naming if cell_at(row, at)), None)
        taken = {asked} | answers if asked is not None else set()
        yield from words_beside(place, {at: text for at, text in enumerate(row) if at not in taken})


def _is_asked(text: str, question: Question) -> bool:
    """Whether the upper of two headings names a recommendation."""
    return not text.strip() or bool(anchors_of(question).find(text) or label_in(text))


_COLUMNS = Columns(single={"respondent": 0, "recommendation": 1, "action_taken": 2, "text": 3})


def _names_recommendations(rows: list[Row], at: int, question: Question) -> bool:
    """Whether a column holds recommendations: most of what stands in it names one."""
    known = {one.id for one in question.recommendations}
    texts = [text for _, row in rows if (text := cell_at(row, at))]
    named = {recommendation_of(text, question) for text in texts} & known
    return bool(texts) and 2 * len(named) > len(texts)


def _rows(pairs: dict[str, dict[str, int]], naming: list[int], rows: list[Row]) -> Iterator[Row]:
    for name, pair in pairs.items():
        for place, row in rows:
            asked = next(filter(None, (cell_at(row, at) for at in naming)), "")
            if asked:
                said = [cell_at(row, pair[kind]) for kind in ANSWER]
                yield f"{place}, column {pair['text'] + 1}", [name, asked, *said]
