"""Sheets of many respondents mixed at random: columns, headings, marks and what stands around the table.

A seed and a language give a file and what a person reads in it. Keeps out: sheets that are forms
(`mixed_sheet_forms.py`), and the words (`mixed_words.py`, `mixed_front_words.yaml`).
"""

import csv
import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field

import openpyxl

from tests.corpus.content import KEYS, RECOMMENDATIONS, TITLES
from tests.corpus.mixed import LABELS
from tests.corpus.mixed_front import FRONT_WORDS
from tests.corpus.mixed_words import ANSWERS, WORDS, Words

Rows = list[list[str]]
NAMES = ("Osmark", "Taralia", "Republic of Velland", "Zarechia", "Côte de Mirel")
OFFICERS = ("Ada Lampkeeper", "Ben Wick", "Cleo Mast", "Dov Anchor", "Eve Tidewater")
AGENCY = "Port Authority"
CONTACT = ("name", "title", "telephone", "email")
MARKS = {
    "words": ("{yes}", "{no}"),
    "capitals": ("{YES}", "{NO}"),
    "small": ("{small_yes}", "{small_no}"),
    "letters": ("Y", "N"),
    "numbers": ("1", "0"),
    "flags": ("TRUE", "FALSE"),
    "boxes": ("☒ {yes} ☐ {no}", "☐ {yes} ☒ {no}"),
}
SAVED = ("xlsx", "xlsx", "xlsx", ",", ";", "\t")


@dataclass
class Said:
    """What one respondent says: fields by kind, blank ones left out, and mark and text by recommendation."""

    respondent: str
    fields: dict[str, str] = field(default_factory=dict)
    answers: dict[str, tuple[str, str]] = field(default_factory=dict)


def answers_of(language: str, rng: random.Random) -> dict[str, tuple[str, str]]:
    """Mark and text of each recommendation; some are blank, the first is not."""
    found = {}
    for key, text in zip(KEYS, rng.sample(ANSWERS[language], len(KEYS)), strict=True):
        mark = rng.choice(("yes", "yes", "no", "")) if key != KEYS[0] else "yes"
        found[key] = (mark, text if mark == "yes" or (mark and rng.random() < 0.6) else "")
    return found


def written_mark(mark: str, way: str, words: Words) -> str:
    """Yes or no as the cell shows it."""
    if not mark:
        return f"☐ {words.yes} ☐ {words.no}" if way == "boxes" else ""
    yes, no = words.yes, words.no
    shown = MARKS[way][mark == "no"]
    return shown.format(yes=yes, no=no, YES=yes.upper(), NO=no.upper(), small_yes=yes.lower(), small_no=no.lower())


def saved(sheets: dict[str, Rows], way: str, rng: random.Random) -> bytes:
    """A workbook, or the one sheet of it as text with this delimiter."""
    if way == "xlsx":
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for one in rows:
                sheet.append([text or None for text in one])
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()
    (rows,) = sheets.values()
    width = max(map(len, rows))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=way).writerows([*one, *[""] * (width - len(one))] for one in rows)
    return text.getvalue().encode(rng.choice(("utf-8", "utf-8-sig", "utf-16")))


class Table:
    """A table of several respondents that is being written: how it is done, and what each says."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng, self.words = language, rng, WORDS[language]
        self.front = FRONT_WORDS[language]
        self.kinds = [kind for kind in ("agency", *CONTACT, "date", "publish", "general") if rng.random() < 0.5]
        self.mark = rng.choice(list(MARKS))
        self.label = rng.choice(("1(a)", "1.a", "1 (a)", "I(a)", "Recommendation 1 (a)"))
        self.replies = [self._said(name) for name in NAMES[: rng.choice((1, 2, 3, 5))]]
        heads = {kind: rng.choice(self.front[kind]) for kind in self.kinds if kind != "publish"}
        self.heads = {"country": rng.choice(self.front["country"]), **heads}
        if "publish" in self.kinds:
            self.heads["publish"] = rng.choice(self.front["consent"])

    def _said(self, name: str) -> Said:
        rng, at = self.rng, NAMES.index(name)
        values = {
            "agency": AGENCY,
            "name": OFFICERS[at],
            "title": "Head of Unit",
            "telephone": f"+999 1 555 01{at:02}",
            "email": f"{OFFICERS[at].split()[0].lower()}@lamps.example",
            "date": rng.choice(self.front["dates"]),
            "publish": rng.choice(("yes", "no")),
            "general": self.front["said"],
        }
        blank = {kind for kind in self.kinds if kind != "date" and rng.random() < 0.15}
        fields = {kind: "" if kind in blank else values[kind] for kind in self.kinds}
        return Said(name, fields, answers_of(self.language, rng))

    def value(self, said: Said, kind: str) -> str:
        if kind == "country":
            return said.respondent
        value = said.fields[kind]
        return written_mark(value, self.mark, self.words) if kind == "publish" else value

    def printed(self, key: str) -> str:
        return LABELS[self.label](int(key[0]), key[-1], KEYS.index(key) + 1)

    def text(self, key: str) -> str:
        return RECOMMENDATIONS[self.language][key]

    def cells(self, said: Said, key: str) -> list[str]:
        mark, text = said.answers[key]
        return [written_mark(mark, self.mark, self.words), text]


def _long(table: Table) -> Rows:
    """A row for each answer; what is the same as in the row above may be left out, as in merged cells."""
    words, rng = table.words, table.rng
    asked = rng.choice(
        (
            lambda key: key,
            table.printed,
            table.text,
            lambda key: f"{table.printed(key)} {table.text(key)}",
            lambda key: f"{table.printed(key)}\n{table.text(key)}",
        )
    )
    # Texts in another language are told by their order alone.
    omits = table.language == "en" or asked != table.text
    titled = rng.random() < 0.3
    kinds = list(table.heads)
    heads = [
        *table.heads.values(),
        *([words.issue] if titled else []),
        words.recommendation,
        words.action,
        words.comment,
    ]
    by_recommendation, merged = rng.random() < 0.3, rng.random() < 0.4
    every = [(said, key) for said in table.replies for key in KEYS]
    pairs = [(said, key) for said, key in every if said.answers[key] != ("", "") or not omits or rng.random() < 0.5]
    if by_recommendation:
        pairs.sort(key=lambda pair: KEYS.index(pair[1]))
    rows, last = [heads], (None, None)
    for said, key in pairs:
        own = [table.value(said, kind) for kind in kinds]
        issue = [TITLES[table.language][int(key[0]) - 1]] if titled else []
        one = [*own, *issue, asked(key), *table.cells(said, key)]
        if merged and not by_recommendation and last[0] is said:
            one[: len(own)] = [""] * len(own)
        if merged and by_recommendation and last[1] == key:
            one[len(own) : len(own) + len(issue) + 1] = [""] * (len(issue) + 1)
        rows.append(one)
        last = (said, key)
    return rows


def _question_heads(table: Table) -> Callable[[str], tuple[str, str]]:
    words = table.words
    requests = [request for request in words.requests if request]
    request = table.rng.choice(requests).rstrip(" :")
    leads = [lead for lead in words.leads if lead]
    lead = table.rng.choice(leads).rstrip(" :")
    printed, text = table.printed, table.text
    return table.rng.choice(
        (
            lambda key: (f"{key} action_taken", f"{key} text"),
            lambda key: (f"{printed(key)} {words.action}", f"{printed(key)} {words.comment}"),
            lambda key: (f"{printed(key)} {text(key)}", request),
            lambda key: (text(key), request),
            lambda key: (f"{printed(key)} {text(key)} {lead}", request),
            lambda key: (f"{text(key)} [{lead}]", f"{text(key)} [{words.comment}]"),
            lambda key: (f"{lead} [{printed(key)} {text(key)}]", f"{words.comment} [{printed(key)} {text(key)}]"),
            lambda key: (
                f"{printed(key)} {text(key)} - {words.action}",
                f"{printed(key)} {text(key)} - {words.comment}",
            ),
        )
    )


def _tools(table: Table) -> tuple[list[str], Callable[[int], list[str]]]:
    """Columns that a survey tool adds at the left."""
    return table.rng.choice(
        (
            ([], lambda at: []),
            (["ID"], lambda at: [str(at)]),
            (["Response ID", "Language"], lambda at: [str(40 + at), table.language]),
            (["#"], lambda at: [str(at)]),
        )
    )


def _wide(table: Table) -> Rows:
    """A row for each respondent, a pair of columns for each recommendation."""
    asked = _question_heads(table)
    names, values = _tools(table)
    heads = [*names, *table.heads.values(), *(head for key in KEYS for head in asked(key))]
    rows = [heads]
    for at, said in enumerate(table.replies, 1):
        own = [table.value(said, kind) for kind in table.heads]
        rows.append([*values(at), *own, *(cell for key in KEYS for cell in table.cells(said, key))])
    return rows


def _two_heads(table: Table) -> Rows:
    """The same, each recommendation above its two columns."""
    words = table.words
    asked = table.rng.choice((table.printed, table.text, lambda key: f"{table.printed(key)} {table.text(key)}"))
    own = list(table.heads.values())
    upper = [*([""] * len(own)), *(cell for key in KEYS for cell in (asked(key), ""))]
    lower = [*own, *(cell for _ in KEYS for cell in (words.action, words.comment))]
    if table.rng.random() < 0.5:
        upper[: len(own)], lower[: len(own)] = own, [""] * len(own)
    rows = [[table.value(said, kind) for kind in table.heads] for said in table.replies]
    return [upper, lower, *([*one, *_all(table, said)] for one, said in zip(rows, table.replies, strict=True))]


def _all(table: Table, said: Said) -> list[str]:
    return [cell for key in KEYS for cell in table.cells(said, key)]


def _turned(table: Table) -> Rows:
    """The respondents side by side."""
    return [list(column) for column in zip(*_wide(table), strict=True)]


def _two_columns_each(table: Table) -> Rows:
    """A row for each recommendation, two columns for each respondent below its name."""
    words = table.words
    table.heads = {"country": ""}
    for said in table.replies:
        said.fields.clear()
    asked = table.rng.choice((table.printed, table.text, lambda key: f"{table.printed(key)} {table.text(key)}"))
    upper = ["", *(cell for said in table.replies for cell in (said.respondent, ""))]
    lower = [words.recommendation, *(cell for _ in table.replies for cell in (words.action, words.comment))]
    return [
        upper,
        lower,
        *([asked(key), *(c for said in table.replies for c in table.cells(said, key))] for key in KEYS),
    ]


SHAPES: dict[str, Callable[[Table], Rows]] = {
    "long": _long,
    "wide": _wide,
    "two heads": _two_heads,
    "turned": _turned,
    "two columns each": _two_columns_each,
}


def mixed_table(seed: int, language: str) -> tuple[bytes, list[Said], dict[str, str]]:
    """A file with the replies of several respondents, what each says, and what was drawn for it."""
    rng = random.Random(f"table {seed} {language}")
    table = Table(language, rng)
    # One respondent above two columns could be the heading of both.
    shape = rng.choice([name for name in SHAPES if name != "two columns each" or len(table.replies) > 1])
    rows = SHAPES[shape](table)
    way = rng.choice(SAVED)
    above = rng.choice((0, 0, 1, 2))
    title = [["Conference of Lighthouse and Ferry Authorities"], [""]][:above]
    if way == "xlsx" and rng.random() < 0.2:
        rows = [["", *one] for one in rows]
    data = saved({"Replies": [*title, *rows]}, way, rng)
    return data, table.replies, {"shape": shape, "saved": way, "mark": table.mark, "label": table.label, "above": above}
