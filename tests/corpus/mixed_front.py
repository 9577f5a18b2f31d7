"""Questionnaires whose front matter is mixed at random: who replies, contact data, date, consent, general statement.

A seed and a language give a form and what a person reads in it. Keeps out: what it says (`mixed_front_words.yaml`), and
the recommendations (`mixed.py`).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import yaml

from tests.corpus import wordml as x
from tests.corpus.marking import MARKS, Choice
from tests.corpus.mixed import KEYS, LAYOUTS, RESPONDENT, SIGNS, Mixed, row
from tests.corpus.mixed_words import ANSWERS, WORDS
from tests.corpus.package import Document

FRONT_WORDS = yaml.safe_load(Path(__file__).with_name("mixed_front_words.yaml").read_text(encoding="utf-8"))
_VALUES = {
    "country": RESPONDENT,
    "agency": "Port Authority",
    "name": "Ada Lampkeeper",
    "title": "Head of Unit",
    "address": "4 Quay Street, Port Osmark",
    "telephone": "+999 1 555 0101",
    "fax": "+999 1 555 0102",
    "email": "ada@lamps.example",
}
_CONTACT = ("name", "title", "address", "telephone", "fax", "email")
_BREAK, _TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
_LABELS = ("(a)", "1(a)", "1.a", "Recommendation 1 (a)")
_TITLES = ("Theme 1 – Title", "1. Title", "I. TITLE")

Fields = list[tuple[str, str]]  # labels as printed, and what was written behind them


@dataclass(frozen=True)
class Written:
    """What a form's front matter says: contact data by field, and what stands in the other fields."""

    contact: dict[str, str]
    date: str
    publish: str
    general: str
    answers: dict[str, tuple[str, str]]
    drawn: dict[str, object]


def _or_empty(text: str) -> str:
    return x.plain(text) if text else x.par()


def _lines(fields: Fields) -> list[str]:
    return [x.plain(f"{label} {value}".rstrip()) for label, value in fields]


def _table(rows: list[str], columns: int) -> list[str]:
    return [x.table(rows, (9000 // columns,) * columns), x.par()]


def _pairs(fields: Fields) -> list[str]:
    rows = zip_longest(fields[::2], fields[1::2], fillvalue=("", ""))
    return _table([row(*(_or_empty(text) for field in pair for text in field)) for pair in rows], 4)


def _below_each_other(fields: Fields) -> list[str]:
    return _table([row(_or_empty(text)) for field in fields for text in field], 1)


def _heads(fields: Fields) -> list[str]:
    return _table([row(*map(_or_empty, texts)) for texts in zip(*fields, strict=True)], len(fields))


FRONTS: dict[str, Callable[[Fields], list[str]]] = {
    "lines": _lines,
    "numbered": lambda fields: _lines([(f"{at}. {label}", value) for at, (label, value) in enumerate(fields, 1)]),
    "tabs": lambda fields: [x.par(x.run(label) + _TAB + x.run(value)) for label, value in fields],
    "one paragraph": lambda fields: [x.par(_BREAK.join(x.run(f"{one} {value}".rstrip()) for one, value in fields))],
    "below": lambda fields: [_or_empty(text) for field in fields for text in field],
    "rows": lambda fields: _table([row(*map(_or_empty, field)) for field in fields], 2),
    "pairs in a row": _pairs,
    "one cell": lambda fields: _table([row("".join(_lines(fields)))], 1),
    "cells": lambda fields: _table([row(line) for line in _lines(fields)], 1),
    "rows below each other": _below_each_other,
    "columns": _heads,
}
# Fields that stand with nothing but a blank between label and value need a colon.
_PARTED = ("below", "rows", "pairs in a row", "rows below each other", "columns")


class _Front:
    """The front matter of one form."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.words, self.language, self.rng = FRONT_WORDS[language], language, rng

    def fields(self) -> tuple[list[str], dict[str, str]]:
        """Which fields a form has, in their order, and what was written into them."""
        rng = self.rng
        contact = [field for field in _CONTACT if rng.random() < 0.7]
        order = ["country", *(["agency"] if rng.random() < 0.6 else []), *contact]
        if rng.random() < 0.4:
            rng.shuffle(order)
        if rng.random() < 0.85:
            order.insert(rng.choice((0, 1, len(order), len(order))), "date")
        values = _VALUES | {"date": rng.choice(self.words["dates"])}
        blank = {field for field in order if field not in ("country", "date") and rng.random() < 0.12}
        return order, {field: "" if field in blank else values[field] for field in order}

    def printed(self, order: list[str], values: dict[str, str], layout: str) -> list[str]:
        """The fields as the form prints them, below a heading or none."""
        colon = self.rng.choice((":", ":", " :", "" if layout in _PARTED else ":"))
        heading = self.rng.choice(self.words["headings"])
        fields = [(self.rng.choice(self.words[field]) + colon, values[field]) for field in order]
        return [*([x.plain(heading)] if heading else []), *FRONTS[layout](fields)]

    def consent(self, publish: str, sign: str) -> list[str]:
        """The question about publication with its marks."""
        choice = Choice(publish, (WORDS[self.language].yes, WORDS[self.language].no), self.language, "", self.rng)
        sides = [side.runs for side in MARKS[sign].draw(choice) if side.runs]
        asked, marks = self.rng.choice(self.words["consent"]), x.run("   ").join(sides)
        ways = {
            "below": lambda: [x.plain(asked), x.par(marks)],
            "line": lambda: [x.par(x.run(f"{asked} ") + marks)],
            "row": lambda: _table([row(x.plain(asked), x.par(marks))], 2),
            "row of cells": lambda: _table([row(x.plain(asked), *map(x.par, sides))], 1 + len(sides)),
            "cell": lambda: _table([row(x.plain(asked) + x.par(marks))], 1),
        }
        return self.rng.choice(list(ways.values()))()

    def general(self, said: str) -> list[str]:
        """The general statement with its label."""
        label, text = self.rng.choice(self.words["general"]), _or_empty(said)
        ways = {
            "below": lambda: [x.plain(label), text],
            "line": lambda: [x.plain(f"{label}: {said}".rstrip())],
            "row": lambda: _table([row(x.plain(label), text)], 2),
            "cell": lambda: _table([row(x.plain(label) + text)], 1),
        }
        return self.rng.choice(list(ways.values()))()


def _recommendations(language: str, rng: random.Random) -> Mixed:
    drawn = {
        "titles": rng.choice(_TITLES),
        "layout": rng.choice(list(LAYOUTS)),
        "label": rng.choice(_LABELS),
        "text": "whole",
        "mark": rng.choice(SIGNS),
        "lead": rng.choice(WORDS[language].leads),
        "request": rng.choice(WORDS[language].requests),
    }
    answers = {}
    for key, text in zip(KEYS, rng.sample(ANSWERS[language], len(KEYS)), strict=True):
        mark = rng.choice(("yes", "yes", "no", "")) if key != KEYS[0] else "yes"
        answers[key] = (mark, text if mark == "yes" or (mark and rng.random() < 0.6) else "")
    return Mixed(language, drawn, answers, rng)


def mixed_front(seed: int, language: str) -> tuple[bytes, Written]:
    """A form as a Word file, and what it says."""
    rng = random.Random(f"front {seed} {language}")
    front, form = _Front(language, rng), _recommendations(language, rng)
    order, values = front.fields()
    layout = rng.choice(list(FRONTS))
    before, behind = front.printed(order, values, layout), []
    publish, sign = rng.choice(("yes", "yes", "no", "")), rng.choice(SIGNS)
    asked = rng.random() < 0.7
    if asked:
        (before if rng.random() < 0.67 else behind).extend(front.consent(publish, sign))
    said = front.words["said"] if rng.random() < 0.75 else ""
    general = rng.random() < 0.5
    if general:
        if rng.random() < 0.5:
            before += front.general(said)
        else:
            behind[:0] = front.general(said)
    document = Document()
    document.add(*before, *LAYOUTS[form.drawn["layout"]](form), *([x.par()] if behind else []), *behind)
    return document.save(), Written(
        contact={field: values[field] for field in _CONTACT if values.get(field)},
        date=values.get("date", ""),
        publish=publish if asked else "",
        general=said if general else "",
        answers=form.answers,
        drawn={"front": layout, "order": order, "sign": sign, **form.drawn},
    )
