"""Tables of several respondents whose columns are told by what stands in them, where their heads do not say.

A column of recommendations, one that tells apart those that are answered more than once, and one of marks: under any
heads, or under none. Keeps out: columns whose heads say what they hold (`sheet_columns.py`).
"""

from collections import Counter
from collections.abc import Callable, Iterator

from pipeline.reading.form import labels
from pipeline.reading.form.columns import is_sentence
from pipeline.reading.form.labels import squeezed
from pipeline.reading.formats.sheet_columns import Columns, cell_at
from pipeline.reading.formats.sheet_headings import answer_heading, column_kind, field_in, heading_in_rows
from pipeline.reading.formats.sheet_named import recommendation_of
from pipeline.reading.formats.sheet_rows import Row, is_mark
from pipeline.reading.reply import Question

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
    named = [recommendation_of(cell_at(row, at), question) for row in cells]
    return len(set(named)) >= _FEWEST and _known(question).issuperset(named)


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
