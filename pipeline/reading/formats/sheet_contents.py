"""Columns of a table of answers told by what stands in them, where their heads do not say: under any heads, or none.

A column of recommendations, one that tells apart those that are answered more than once, one of marks, one of words.
Keeps out: columns whose heads say what they hold (`sheet_columns.py`).
"""

from collections import Counter
from collections.abc import Callable, Iterator

from pipeline.reading.form import labels
from pipeline.reading.form.columns import is_sentence
from pipeline.reading.form.how_far import how_far
from pipeline.reading.form.labels import squeezed
from pipeline.reading.formats.sheet_columns import Columns, cell_at
from pipeline.reading.formats.sheet_headings import answer_heading, column_kind, field_in, heading_in_rows
from pipeline.reading.formats.sheet_named import recommendation_of
from pipeline.reading.formats.sheet_rows import Row, is_mark
from pipeline.reading.reply import Question

_NAMED = ("number", "recommendation")
_SIGNS = frozenset((*labels.SET_MARKS, *labels.EMPTY_MARKS, "1", "0", "true", "false"))
_HEAD_WORDS = 5
_OUTCOMES = frozenset(map(squeezed, labels.DATA["outcomes"]))
_NAMING = frozenset(map(squeezed, labels.DATA["naming"]))
# Recommendations that a column has to name, and respondents that one has to tell apart where no head says so.
_FEWEST = 2


def columns_by_contents(header: list[str], rows: list[Row], question: Question) -> Columns | None:
    """The columns of a table of answers below a header, which may be empty; None where it is none of several."""
    cells = [row for _, row in rows if any(map(str.strip, row))]
    width = max(map(len, cells), default=0)
    naming = next((at for at in range(width) if _names_recommendations(cells, at, question)), None)
    if naming is None or recommendation_of(cell_at(header, naming), question) in _known(question):
        return None
    asked = [recommendation_of(cell_at(row, naming), question) for row in cells]
    others = [at for at in range(width) if at != naming]
    respondent = next(
        (at for at in others if _kind(cell_at(header, at)) == "respondent" and _has_names(cells, at)),
        next((at for at in others if may_name(cell_at(header, at)) and _tells_apart(cells, at, asked)), None),
    )
    if respondent is None:
        return None
    single = {"respondent": respondent, "recommendation": naming}
    left = {at: cell_at(header, at) for at in others if at != respondent}
    for kind, holds in _ANSWERS.items():
        if (found := next((at for at in holds(cells, left)), None)) is not None:
            single[kind] = found
            left.pop(found)
    if len(single) == _FEWEST:
        return None
    for at, name in list(left.items()):
        if (field := _kind(name)) and field not in single:
            single[field] = at
            left.pop(at)
    unknown = {at: name for at, name in left.items() if name or any(cell_at(row, at) for row in cells)}
    return Columns(single, unknown=unknown)


def answer_columns(header: list[str], rows: list[Row], question: Question) -> dict[int, str]:
    """What the columns of a table hold that has one of recommendations, one of marks and one of words; else nothing.

    By position: number where recommendations have a column for their texts too, recommendation, action_taken, text.
    """
    cells = [row for _, row in rows if any(map(str.strip, row))]
    columns = range(max(map(len, cells), default=0))
    naming = [at for at in columns if _names_recommendations(cells, at, question)]
    heads = {at: cell_at(header, at) for at in columns}
    others = [at for at in columns if at not in naming and _may_hold_answers(cells, at, heads[at])]
    marks = [at for at in others if _has_words_for_marks(cells, at) and labels.heading(heads[at]) != "no"]
    words = [at for at in others if at not in marks]
    if not 1 <= len(naming) <= _FEWEST or len(marks) != 1 or len(words) != 1 or not _are_heads(heads, question):
        return {}
    asked = [[recommendation_of(cell_at(row, at), question) for row in cells] for at in naming]
    if any(one != asked[0] for one in asked):
        return {}
    # The label is shorter than the text.
    naming.sort(key=lambda at: sum(len(cell_at(row, at)) for row in cells))
    return dict(zip((*naming, *marks, *words), (*_NAMED[-len(naming) :], "action_taken", "text"), strict=True))


def _may_hold_answers(cells: list[list[str]], at: int, head: str) -> bool:
    """Whether a column that names no recommendations may hold what was done: not one of issues or agencies."""
    known = labels.heading(head) in ("issue", "number") or labels.meaning(head) == labels.AGENCY
    return not known and bool(head or any(cell_at(row, at) for row in cells))


def _has_words_for_marks(cells: list[list[str]], at: int) -> bool:
    """Whether a column has nothing but words that say yes or no, or how far something is; signs are a form's boxes."""
    said = [text for row in cells if (text := cell_at(row, at))]
    marked = all((is_mark(text) or how_far(text)) and text.casefold() not in _SIGNS for text in said)
    return marked and any(text and is_mark(text) for text in said)


def _are_heads(heads: dict[int, str], question: Question) -> bool:
    """Whether a row has nothing but short words that do not say no, nor what stands besides an answer."""
    return not any(
        len(head.split()) > _HEAD_WORDS
        or (head.endswith(".") and " " in head)
        or (labels.heads_besides(head) and squeezed(head) not in _OUTCOMES)
        or recommendation_of(head, question) in _known(question)
        for head in heads.values()
        if head
    )


def may_name(head: str) -> bool:
    """Whether a head may stand above whose replies rows are, or there is none: "Name", "Sender"."""
    return squeezed(head) in _NAMING or not head


def _known(question: Question) -> set[str]:
    return {one.id for one in question.recommendations}


def _kind(name: str) -> str | None:
    """The field that a heading asks for."""
    return column_kind(name) or field_in(name)


def _has_names(cells: list[list[str]], at: int) -> bool:
    """Whether a column says nothing about recommendations; rows may leave out the name of the row above."""
    said = [text for row in cells if (text := cell_at(row, at))]
    return bool(cell_at(cells[0], at)) and not any(is_mark(text) or is_sentence(text) for text in said)


def _names_recommendations(cells: list[list[str]], at: int, question: Question) -> bool:
    """Whether every cell of a column names a recommendation of the meeting's, and they name several."""
    known, named = _known(question), set()
    for row in cells:  # of most columns the first cell tells, and sheets may be long
        one = recommendation_of(cell_at(row, at), question)
        if one not in known:
            return False
        named.add(one)
    return len(named) >= _FEWEST


def _tells_apart(cells: list[list[str]], at: int, asked: list[str]) -> bool:
    """Whether a column has few values, each of which has every recommendation once, most of them several."""
    values = [cell_at(row, at) for row in cells]
    counts = Counter(values)
    each_once = len(set(zip(values, asked, strict=True))) == len(cells)
    several = len(counts) >= _FEWEST and 2 * sum(count > 1 for count in counts.values()) > len(counts)
    return all(values) and each_once and several and len(set(asked)) < len(cells) and not any(map(is_mark, values))


def _of_marks(cells: list[list[str]], left: dict[int, str]) -> Iterator[int]:
    """The columns of marks, and nothing else; those headed so first."""
    headed = sorted(left, key=lambda at: "action_taken" not in (answer_heading(left[at]), heading_in_rows(left[at])))
    for at in headed:
        said = [text for row in cells if (text := cell_at(row, at))]
        if said and all(map(is_mark, said)):
            yield at


def _of_texts(cells: list[list[str]], left: dict[int, str]) -> Iterator[int]:
    """The columns headed as those for words are, else the one with the most words, if its head says nothing else."""
    yield from (at for at in left if "text" in (answer_heading(left[at]), heading_in_rows(left[at])))
    free = [at for at in left if not (_kind(left[at]) or labels.heads_besides(left[at]))]
    words = {at: sum(len(cell_at(row, at).split()) for row in cells) for at in free}
    if most := max(words.values(), default=0):
        yield next(at for at in words if words[at] == most)


_ANSWERS: dict[str, Callable[[list[list[str]], dict[int, str]], Iterator[int]]] = {
    "action_taken": _of_marks,
    "text": _of_texts,
}
