"""Workbooks that are forms, mixed at random: where fields, titles, recommendations, marks and answers stand.

A seed and a language give a file and what a person reads in it. Keeps out: tables of many respondents, and what both
say (`mixed_tables.py`).
"""

import random
from collections.abc import Callable

from tests.corpus.content import KEYS, TITLES
from tests.corpus.mixed import TITLED
from tests.corpus.mixed_tables import Rows, Said, Table, saved, written_mark

_MARKS = ("words", "capitals", "small", "boxes")


class Form(Table):
    """A form in a workbook that is being written."""

    def __init__(self, language: str, rng: random.Random) -> None:
        super().__init__(language, rng)
        self.mark = rng.choice(_MARKS)
        self.titles = rng.choice(list(TITLED))
        self.said = self.replies[0]
        self.request = rng.choice(self.words.requests)
        self.lead = rng.choice(self.words.leads)
        self.colon = rng.choice(("", ":"))

    def asked(self, key: str) -> str:
        return f"{self.printed(key)} {self.text(key)}"

    def title(self, issue: int) -> str:
        return TITLED[self.titles](self.words, issue, TITLES[self.language][issue - 1])

    def field(self, kind: str) -> tuple[str, str]:
        label = self.heads[kind]
        return label if label.endswith("?") else f"{label}{self.colon}", self.value(self.said, kind)

    def marks(self, key: str) -> str:
        return written_mark(self.said.answers[key][0], self.mark, self.words)

    def answer(self, key: str) -> str:
        return self.said.answers[key][1]


def _issues() -> list[tuple[int, list[str]]]:
    return [(issue, [key for key in KEYS if int(key[0]) == issue]) for issue in (1, 2, 3)]


Fields = list[tuple[str, str]]
FRONTS: dict[str, Callable[[Fields], Rows]] = {
    "rows": lambda fields: [[label, value] for label, value in fields],
    "rows apart": lambda fields: [[label, "", value] for label, value in fields],
    "one cell": lambda fields: [
        [f"{label.rstrip(':')}{'' if label.endswith('?') else ':'} {value}".rstrip()] for label, value in fields
    ],
    "pairs in a row": lambda fields: [
        [*fields[at], *(fields[at + 1] if at + 1 < len(fields) else ())] for at in range(0, len(fields), 2)
    ],
    "below": lambda fields: [[text] for field in fields for text in field],
    "columns": lambda fields: [list(texts) for texts in zip(*fields, strict=True)],
}


def _stacked(form: Form) -> Rows:
    words, rows = form.words, []
    for issue, keys in _issues():
        rows.append([form.title(issue)])
        for key in keys:
            rows += [
                [words.recommendation, form.asked(key)],
                [words.action, form.marks(key)],
                [words.comment, form.answer(key)],
            ]
    return rows


def _below_each_other(form: Form) -> Rows:
    rows = []
    for issue, keys in _issues():
        rows.append([form.title(issue)])
        for key in keys:
            request = [[form.request]] if form.request else []
            rows += [[form.asked(key)], [f"{form.lead}{form.marks(key)}"], *request, [form.answer(key)], [""]]
    return rows


def _beside(form: Form) -> Rows:
    """The recommendation across the sheet, below it what is asked with the answer beside it."""
    rows = []
    for issue, keys in _issues():
        rows.append([form.title(issue)])
        for key in keys:
            rows += [
                [form.asked(key)],
                [form.lead or form.words.action, form.marks(key)],
                [form.request or form.words.comment, form.answer(key)],
            ]
    return rows


def _columns(heads: Callable[[Form], list[str]], cells: Callable[[Form, str], list[str]]) -> Callable[[Form], Rows]:
    def write(form: Form) -> Rows:
        rows = [heads(form)]
        for issue, keys in _issues():
            rows += [[form.title(issue)], *(cells(form, key) for key in keys)]
        return rows

    return write


def _boxes(form: Form, key: str) -> list[str]:
    mark = form.said.answers[key][0]
    return ["X" if mark == one else "" for one in ("yes", "no")]


LAYOUTS: dict[str, Callable[[Form], Rows]] = {
    "label | value": _stacked,
    "below each other": _below_each_other,
    "beside": _beside,
    "recommendation | action | comments": _columns(
        lambda form: [form.words.recommendation, form.words.action, form.words.comment],
        lambda form, key: [form.asked(key), form.marks(key), form.answer(key)],
    ),
    "no. | recommendation | action | comments": _columns(
        lambda form: ["No.", form.words.recommendation, form.words.action, form.words.comment],
        lambda form, key: [form.printed(key), form.text(key), form.marks(key), form.answer(key)],
    ),
    "recommendation | yes | no | comments": _columns(
        lambda form: [form.words.recommendation, form.words.yes, form.words.no, form.words.comment],
        lambda form, key: [form.asked(key), *_boxes(form, key), form.answer(key)],
    ),
    "no. | recommendation | yes | no | comments": _columns(
        lambda form: ["No.", form.words.recommendation, form.words.yes, form.words.no, form.words.comment],
        lambda form, key: [form.printed(key), form.text(key), *_boxes(form, key), form.answer(key)],
    ),
}


def _indented(rows: Rows, columns: int) -> Rows:
    return [[*[""] * columns, *one] for one in rows]


def mixed_sheet_form(seed: int, language: str) -> tuple[bytes, list[Said], dict[str, str]]:
    """A workbook or text that is a form, what it says, and what was drawn for it."""
    rng = random.Random(f"sheet form {seed} {language}")
    form = Form(language, rng)
    front, layout, way = rng.choice(list(FRONTS)), rng.choice(list(LAYOUTS)), rng.choice(("xlsx", "xlsx", ",", ";"))
    order = list(form.heads)
    if rng.random() < 0.3:
        rng.shuffle(order)
    heading = rng.choice(form.front["headings"])
    rows = [[heading], *FRONTS[front]([form.field(kind) for kind in order])] if heading else []
    rows = rows or FRONTS[front]([form.field(kind) for kind in order])
    title = rng.choice(([], [["Conference of Lighthouse and Ferry Authorities"]], [["Questionnaire"], [""]]))
    apart = rng.choice(([], [[""]], [[""], [""]]))
    answers = LAYOUTS[layout](form)
    drawn = {
        "shape": f"{front} / {layout}",
        "saved": way,
        "mark": form.mark,
        "label": form.label,
        "titles": form.titles,
    }
    # One column is no sheet in text.
    if max(map(len, rows + answers)) < 2:
        way = drawn["saved"] = "xlsx"
    if way == "xlsx" and rng.random() < 0.25:
        sheets = {"Contact": [*title, *rows], "Answers": answers}
    else:
        sheets = {"Form": _indented([*title, *rows, *apart, *answers], rng.choice((0, 0, 1)))}
    drawn["sheets"] = " ".join(sheets)
    return saved(sheets, way, rng), [form.said], drawn
