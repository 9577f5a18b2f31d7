"""Tables whose first row says what stands in each column, as "Recommendation | Yes | No | Comments".

Keeps out: tables of labels and values, and forms in general (`form.py`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from pipeline.reading.blocks import Block, Cell
from pipeline.reading.form import labels, mark_words
from pipeline.reading.form.how_far import DEGREES, says_how_far
from pipeline.reading.form.numbered import bare_label, recommendation_label

# A heading has so many words or fewer.
_HEADING_WORDS = 5
# Columns that only this form has, such as "Responsible ministry", and how many a table may have of them.
OTHER, _MOST_OTHERS = "other", 2
# The recommendations in words of a form's own, all of them and in their order.
QUESTION = "question"
_NAME = "country"
# Rows that show something, and words of a text that asks something.
_FEWEST_ROWS, _TEXT_WORDS = 3, 3
# Words from which what stands in a cell is more than a name or a date; fewer are so where they end as a sentence does.
_SENTENCE_WORDS, _SENTENCE = 4, re.compile(r".*\w\s+\w.*[\w)][.!]\s*", re.S)
# Share of a column's cells below its heading that hold recommendations' texts where it is theirs.
_MOST_OF_THEM = 2 / 3
# What kinds of headings there are: a heading row has at least two of these groups.
_GROUPS = {
    "recommendation": "recommendation",
    "number": "recommendation",
    "action": "action",
    "yes": "action",
    "no": "action",
    mark_words.NEITHER: "action",
    "comment": "comment",
}


def columns_of(
    blocks: list[Block],
    texts: list[str],
    fields: frozenset[str],
    asked: Callable[[str], object] = lambda _: False,
    count: int = 0,
) -> tuple[dict[Cell, str], dict[tuple[int, int], frozenset[str]]]:
    """What each cell below a heading row holds, and the heading rows (table, row) with what they head.

    `texts` are those of the blocks; `fields` are kinds of labels too. `asked`: whether a text is a recommendation's;
    `count`: how many recommendations a questionnaire has.
    """
    tables: dict[int, dict[int, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for block, text in zip(blocks, texts, strict=True):
        if block.cell:
            table, row, column = block.cell
            cells = tables[table][row]
            cells[column] = f"{cells[column]} {text}".strip() if column in cells else text.strip()
    roles: dict[Cell, str] = {}
    headed: dict[tuple[int, int], frozenset[str]] = {}
    for table, rows in tables.items():
        heads: dict[int, str] = {}
        before: dict[int, str] = {}
        printed = _printed(rows, asked)
        above_all = _above_first(rows, asked if printed else _names_alone)
        # A table with several kinds of labels in its first column has no headings there: "Comments | Measures taken".
        of_labels = len({_asks(cells, asked) for cells in rows.values()} - {""}) > 1
        for row, following in zip(numbers := sorted(rows), [*numbers[1:], 0], strict=True):
            cells = rows[row]
            # Only the first row, or those above the first recommendation, may have been written into: further down,
            # what stands beside headings is an answer.
            written = not heads and row <= max(numbers[0], above_all) and not any(map(asked, cells.values()))
            above = printed if written else frozenset()
            labelled = of_labels and len(cells) == 2 and _asks(cells, asked)
            found = _heads(cells, fields, above, written_into=written) if len(cells) > 1 and not labelled else {}
            found = _by_values(found, row, rows) or (_of_one_answer(row, rows) if written else {})
            joined = _joined(cells, before, rows.get(following, {})) if before else {}
            if found or joined:
                heads = found or before | joined
                headed[table, row] = frozenset(heads.values())
            elif len(cells) > 1 or _names_one(cells, heads, asked):
                roles |= {Cell(table, row, column): heads[column] for column in cells if heads.get(column)}
            before = found
        if not any(cell.table == table for cell in roles):
            headed = {place: heads for place, heads in headed.items() if place[0] != table}
    return roles | _of_questions(tables, roles, headed, count), headed


def _of_one_answer(row: int, rows: dict[int, dict[int, str]]) -> dict[int, str]:
    """The heads of a row above labels of recommendations with one cell beside each: "Recommendation | What we did"."""
    cells, below = rows[row], [cells for number, cells in rows.items() if number > row]
    columns = {column for own in below for column, text in own.items() if text}
    if labels.heading(cells.get(1, "")) != "recommendation" or len(columns) != 2 or not columns <= cells.keys():
        return {}
    named = len(below) > 1 and all(_names_alone(own.get(1, "")) for own in below)
    answers = max(columns)
    told = labels.find_label(cells[answers])
    return {1: "recommendation", answers: "comment"} if named and not told and cells[answers] else {}


def _by_values(heads: dict[int, str], row: int, rows: dict[int, dict[int, str]]) -> dict[int, str]:
    """The heads of a row; a column that only this form has asks about action, or for words, by what stands below it."""
    if labels.WHICH.isdisjoint(heads.values()):
        return heads
    # "Estado" is a State's as well.
    below = {column: [] for column, kind in heads.items() if kind in (OTHER, _NAME)}
    for column, texts in below.items():
        texts += [cells[column] for number, cells in rows.items() if number > row and cells.get(column)]
    kinds = dict(heads)
    if {"action", *mark_words.WORDS}.isdisjoint(kinds.values()):
        marks = (column for column, texts in below.items() if len(texts) > 1 and all(map(says_how_far, texts)))
        kinds |= dict.fromkeys(marks, "action")
    others = [column for column in below if kinds[column] == OTHER]
    worded = any(is_sentence(text) for column in others for text in below[column])
    return kinds | {others[0]: "comment"} if worded and len(others) == 1 and "comment" not in kinds.values() else kinds


def is_sentence(text: str) -> bool:
    """Whether a cell says something, and does not name a person, a place or a day."""
    return len(text.split()) >= _SENTENCE_WORDS or bool(_SENTENCE.fullmatch(text))


def _of_questions(
    tables: dict[int, dict[int, dict[int, str]]],
    roles: dict[Cell, str],
    headed: dict[tuple[int, int], frozenset[str]],
    count: int,
) -> dict[Cell, str]:
    """The cells of a first column that has the recommendations in words and under a heading of its own: "Question".

    It has as many rows as there are recommendations, each with a text of some words; else it may be of anything.
    """
    firsts: dict[Cell, str] = {}
    for table, row in headed:
        if not headed[table, row].isdisjoint(labels.WHICH) or _NAME in headed[table, row]:
            return {}
        cells = {Cell(table, at, 1): texts[1] for at, texts in tables[table].items() if at > row and texts.get(1)}
        firsts |= {cell: text for cell, text in cells.items() if roles.get(cell) == OTHER}
    long = sum(len(text.split()) >= _TEXT_WORDS for text in firsts.values())
    of_all = len(firsts) == count >= _FEWEST_ROWS and long > count / 2 and len(set(firsts.values())) == count
    return dict.fromkeys(firsts, QUESTION) if of_all else {}


def asking_for_words(blocks: list[Block], headed: dict[tuple[int, int], frozenset[str]]) -> frozenset[tuple[int, int]]:
    """The columns (table, column) whose heading asks for words besides: "Yes (please describe)"."""
    return frozenset(
        block.cell.in_column
        for block in blocks
        if headed and block.cell and block.cell.in_row in headed and labels.asks_for_words(block.text)
    )


def _asks(cells: dict[int, str], asked: Callable[[str], object]) -> str:
    """The question or label that the first cell of a row is, with its answer in the next one; empty for any other."""
    first = cells.get(1, "")
    label = labels.find_label(first)
    if label and label.kind in labels.ASKED and not label.rest:
        return label.kind
    return "recommendation" if labels.heading(first) == "recommendation" and asked(cells.get(2, "")) else ""


def _printed(rows: dict[int, dict[int, str]], asked: Callable[[str], object]) -> frozenset[int]:
    """The columns that hold the recommendations' texts from the first one on, whatever heads them."""
    above = _above_first(rows, asked)
    below = [cells for row, cells in rows.items() if row > above and len(cells) > 1]
    filled = [(column, text) for cells in below for column, text in cells.items() if text]
    held = Counter(column for column, text in filled if asked(text))
    whole = Counter(column for column, _ in filled)
    return frozenset(column for column, count in held.items() if 1 < count >= _MOST_OF_THEM * whole[column])


def _above_first(rows: dict[int, dict[int, str]], asked: Callable[[str], object]) -> int:
    """The row above the first one that has a recommendation's text; 0 where there is none above it."""
    above = 0
    for row in sorted(rows):
        if any(map(asked, rows[row].values())):
            return above
        above = row
    return 0


def _names_alone(text: str) -> bool:
    """Whether a cell is nothing but the label of a recommendation."""
    label = bare_label(text) or recommendation_label(text)
    return label is not None and not label.rest


def _names_one(cells: dict[int, str], heads: dict[int, str], asked: Callable[[str], object]) -> bool:
    """Whether the one cell of a row says which recommendation it is about; a PDF has no cells where nothing stands."""
    ((column, text),) = cells.items()
    label = bare_label(text)
    named = bool((label and not label.rest) or recommendation_label(text) or asked(text))
    return heads.get(column) in labels.WHICH and named


def _joined(cells: dict[int, str], before: dict[int, str], below: dict[int, str]) -> dict[int, str]:
    """What a second heading row adds to the one above it (`before`): yes and no under "action taken".

    Somebody may have written into it, where one of the two stands under a heading across both, and the row `below` does
    not have the two words again.
    """
    kinds = {column: labels.heading(text) or "" for column, text in cells.items() if text}
    if sorted(kinds.values()) == ["no", "yes"]:
        return kinds
    ends = {column: (text.split()[0], text.split()[-1]) for column, text in cells.items() if text}
    named = ((column, kind) for column, words in ends.items() for kind in map(labels.heading, words))
    kinds = {column: kind for column, kind in named if kind in ("yes", "no")}
    across = len(kinds.keys() - before.keys()) == 1
    again = all(labels.heading(below.get(column, "")) == kind for column, kind in kinds.items())
    return kinds if across and not again and sorted(kinds.values()) == ["no", "yes"] else {}


def _heads(
    cells: dict[int, str], fields: frozenset[str], printed: frozenset[int], *, written_into: bool
) -> dict[int, str]:
    """What the cells of a row head; empty where the row is no heading. `printed`: columns of recommendations' texts."""
    heads, unknown = {}, []
    if any(recommendation_label(text) for text in cells.values()):
        return {}  # "Recommendation (a) | Yes ☒ | No ☐" is asked, no heading
    degrees = {column: DEGREES.get(labels.squeezed(text), "") for column, text in cells.items()}
    both = {"yes", "no"} <= set(degrees.values())  # "Done | Not done", each of which may be about action
    for column, text in cells.items():
        known = degrees[column] if both else ""
        kind = "recommendation" if column in printed and text else known or labels.heading(text) or degrees[column]
        kind = "action" if kind in mark_words.OTHER and _asks_share(text) else kind
        if not kind and text:
            label = labels.find_label(text) if len(text) < 60 else None
            kind = label.kind if label and label.firm and not label.rest else ""
            kind = OTHER if kind == labels.AGENCY else kind if kind in fields else ""
            unknown += [] if kind else [column]
        heads[column] = kind
    known = [kind for column, kind in heads.items() if column not in unknown]
    of_fields = sum(kind in fields for kind in known) >= 2 and all(kind in {*fields, OTHER} for kind in known)
    if of_fields and 2 * len(unknown) < len(known):
        for column in unknown:  # "Name of official" beside "Telephone" and "Title"
            label = labels.keyword_label(cells[column], fields, True)
            heads[column] = label.kind if label else OTHER
        return heads
    if len(unknown) > (_MOST_OTHERS if written_into else 0) and not printed:
        return {}
    for column in unknown:
        heads[column] = _beside_others(cells[column]) or (OTHER if len(cells[column].split()) < _HEADING_WORDS else "")
        if not heads[column] or len({_GROUPS.get(kind) for at, kind in heads.items() if at != column} - {None}) < 2:
            return {}
    heads = {column: "number" if kind == "no" and _is_number(column, heads) else kind for column, kind in heads.items()}
    kinds = [kind for kind in heads.values() if kind]
    groups = {_GROUPS[kind] for kind in kinds if kind in _GROUPS}
    if len(groups) < 2 or _answered(list(heads.values())):
        return {}
    about = [column for column, kind in heads.items() if kind == "action"]
    besides = {column for column in about if labels.heads_besides(cells[column])}
    if besides and (len(about) > len(besides) or "comment" in kinds):
        heads |= dict.fromkeys(besides, OTHER)  # "Measures taken | Next steps"
        about = [column for column in about if column not in besides]
    if len(about) > 1 and "comment" not in kinds:
        heads[about[-1]] = "comment"  # "Status | Measures taken"
    return heads


def _answered(kinds: list[str]) -> bool:
    """Whether a row is a label with what was answered beside it: "Comments | Yes.", "Action taken: | N"."""
    first, *others = kinds
    return len(others) == 1 and first in labels.ASKED and (others[0] in ("number", *mark_words.WORDS))


def _asks_share(text: str) -> bool:
    return "%" in text or "percent" in text.casefold()


def _is_number(column: int, heads: dict[int, str]) -> bool:
    """Whether "No." stands for "number": before the recommendations, or where nothing is headed "yes"."""
    named = [at for at, kind in heads.items() if kind == "recommendation"]
    said = [at for at, kind in heads.items() if kind == "yes"]
    if named:
        return not said or column < named[0] < min(said)
    return not said and column == min(heads) and not {"action", "comment"}.isdisjoint(heads.values())


def _beside_others(text: str) -> str:
    """What a cell heads that has other words behind its heading or before it; empty where it heads nothing.

    Words before yes or no say how far: "Never implemented", "To be completed" are neither; "% implemented" asks it.
    """
    words = text.split()
    if _asks_share(text):
        return "action"
    ends = ((words[:count], words[-count:]) for count in range(_HEADING_WORDS, 0, -1))
    for first, last in ends:
        if (kind := labels.heading(" ".join(first))) in _GROUPS:
            return kind
        if (kind := labels.heading(" ".join(last))) in _GROUPS:
            return mark_words.NEITHER if kind in mark_words.OTHER else kind
    return ""
