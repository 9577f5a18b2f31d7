"""Questionnaires whose parts are mixed at random: front matter, titles, labels, marks, requests, places of answers.

A seed and a language give a form and what a person reads in it. Keeps out: what they say (`mixed_words.py`), and
layouts that somebody thought of as a whole (`layouts.py`).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.corpus import wordml as x
from tests.corpus.content import KEYS, RECOMMENDATIONS, TITLES
from tests.corpus.form import ROMAN
from tests.corpus.marking import MARKS, Choice
from tests.corpus.mixed_words import ANSWERS, ENDINGS, WORDS, Words
from tests.corpus.package import Document

RESPONDENT = "Osmark"
SIGNS = (
    *("control", "dropdown", "legacy_bare", "ballot", "tick_box", "check", "x_after", "round_x", "square_x"),
    *("bold", "underline", "highlight", "colour", "strike", "other_gone"),
)
# How a recommendation may be labelled: by its issue, its letter in it, and its number in the form.
LABELS: dict[str, Callable[[int, str, int], str]] = {
    "(a)": lambda issue, letter, number: f"({letter})",
    "a)": lambda issue, letter, number: f"{letter})",
    "1(a)": lambda issue, letter, number: f"{issue}({letter})",
    "1.a": lambda issue, letter, number: f"{issue}.{letter}",
    "1 (a)": lambda issue, letter, number: f"{issue} ({letter})",
    "I(a)": lambda issue, letter, number: f"{ROMAN[issue]}({letter})",
    "Recommendation 1 (a)": lambda issue, letter, number: f"Recommendation {issue} ({letter})",
    "R1": lambda issue, letter, number: f"R{number}",
    "1.": lambda issue, letter, number: f"{number}.",
    "": lambda issue, letter, number: "",
}
TITLED: dict[str, Callable[[Words, int, str], str]] = {
    "Theme 1 – Title": lambda words, issue, title: f"{words.issue} {issue} – {title}",
    "1. Title": lambda words, issue, title: f"{issue}. {title}",
    "I. TITLE": lambda words, issue, title: f"{ROMAN[issue]}. {title.upper()}",
    "Title": lambda words, issue, title: title,
}
PRINTED: dict[str, Callable[[str], str]] = {
    "whole": lambda text: text,
    "quoted": lambda text: f"“{text}”",
    "cut off": lambda text: text[:70].rpartition(" ")[0] + " …",
    "in capitals": str.upper,
    "a word short": lambda text: " ".join(text.split()[:6] + text.split()[7:]),
}
FRONTS = ("lines", "rows", "below", "pairs in a row")


@dataclass
class Mixed:
    """A form to be written: what was drawn for it, by name, and its answers, mark and text by recommendation."""

    language: str
    drawn: dict[str, str]
    answers: dict[str, tuple[str, str]]
    rng: random.Random

    @property
    def words(self) -> Words:
        return WORDS[self.language]

    def label(self, key: str) -> str:
        return LABELS[self.drawn["label"]](int(key[0]), key[-1], KEYS.index(key) + 1)

    def text(self, key: str) -> str:
        return PRINTED[self.drawn["text"]](RECOMMENDATIONS[self.language][key])

    def asked(self, key: str) -> str:
        return f"{self.label(key)} {self.text(key)}".strip()

    def marks(self, key: str, *, lead: bool = True) -> str:
        """The paragraph of yes and no, with what leads to it."""
        choice = Choice(self.answers[key][0], (self.words.yes, self.words.no), self.language, self.language, self.rng)
        sides = [side.runs for side in MARKS[self.drawn["mark"]].draw(choice) if side.runs]
        return x.par(x.run(self.drawn["lead"] if lead else "") + x.run("   ").join(sides))

    def said(self, key: str) -> str:
        """The paragraphs of the answer's text."""
        return "".join(x.plain(line) for line in self.answers[key][1].split("\n") if line)

    def reply(self, key: str) -> str:
        """Marks, request and answer below each other."""
        request = self.drawn["request"]
        return self.marks(key) + (x.plain(request) if request else "") + self.said(key)

    def title(self, issue: int) -> str:
        return x.plain(TITLED[self.drawn["titles"]](self.words, issue, TITLES[self.language][issue - 1]))


def _issues() -> list[tuple[int, list[str]]]:
    return [(issue, [key for key in KEYS if int(key[0]) == issue]) for issue in (1, 2, 3)]


def row(*cells: str, span: int = 1) -> str:
    return x.row(*(x.cell(content, span) for content in cells))


def _in_lines(form: Mixed) -> list[str]:
    return [
        piece
        for issue, keys in _issues()
        for piece in (form.title(issue), *(x.plain(form.asked(key)) + form.reply(key) for key in keys))
    ]


def _one_cell(form: Mixed) -> list[str]:
    return [x.table([row("".join(_in_lines(form)))], (9000,))]


def _table_each(form: Mixed) -> list[str]:
    pieces = []
    for issue, keys in _issues():
        pieces.append(form.title(issue))
        for key in keys:
            request = form.drawn["request"]
            answer = (x.plain(request) if request else "") + form.said(key)
            rows = [row(x.plain(form.asked(key))), row(form.marks(key)), row(answer)]
            pieces += [x.table(rows, (9000,)), x.par()]
    return pieces


def _columns(heads: Callable[[Words], tuple[str, ...]], cells: Callable[[Mixed, str], tuple[str, ...]]):
    """A table with headings, a row across it for each title and one for each recommendation."""

    def write(form: Mixed) -> list[str]:
        names = heads(form.words)
        rows = [row(*map(x.plain, names))]
        for issue, keys in _issues():
            rows += [row(form.title(issue), span=len(names)), *(row(*cells(form, key)) for key in keys)]
        return [x.table(rows, (9000 // len(names),) * len(names))]

    return write


def _stacked(form: Mixed) -> list[str]:
    rows = []
    for issue, keys in _issues():
        rows.append(row(form.title(issue), span=2))
        for key in keys:
            rows += [
                row(x.plain(form.words.recommendation), x.plain(form.asked(key))),
                row(x.plain(form.words.action), form.marks(key, lead=False)),
                row(x.plain(form.words.comment), form.said(key)),
            ]
    return [x.table(rows, (3000, 6000))]


def _chosen(form: Mixed, key: str) -> tuple[str, str]:
    mark = form.answers[key][0]
    return x.plain("X" if mark == "yes" else ""), x.plain("X" if mark == "no" else "")


LAYOUTS: dict[str, Callable[[Mixed], list[str]]] = {
    "lines": _in_lines,
    "one cell": _one_cell,
    "a table for each": _table_each,
    "recommendation | action | comments": _columns(
        lambda words: (words.recommendation, words.action, words.comment),
        lambda form, key: (x.plain(form.asked(key)), form.marks(key, lead=False), form.said(key)),
    ),
    "recommendation | yes | no | comments": _columns(
        lambda words: (words.recommendation, words.yes, words.no, words.comment),
        lambda form, key: (x.plain(form.asked(key)), *_chosen(form, key), form.said(key)),
    ),
    "no. | recommendation | action | comments": _columns(
        lambda words: ("No.", words.recommendation, words.action, words.comment),
        lambda form, key: (
            x.plain(form.label(key)),
            x.plain(form.text(key)),
            form.marks(key, lead=False),
            form.said(key),
        ),
    ),
    "recommendation | reply": _columns(
        lambda words: (words.recommendation, words.reply),
        lambda form, key: (x.plain(form.asked(key)), form.reply(key)),
    ),
    "recommendation with marks | comments": _columns(
        lambda words: (words.recommendation, words.comment),
        lambda form, key: (x.plain(form.asked(key)) + form.marks(key), form.said(key)),
    ),
    "label | value": _stacked,
}


def _front(form: Mixed) -> list[str]:
    """Country, agency and date."""
    words = form.words
    fields = ((words.country, RESPONDENT), words.agency, words.date)
    match form.drawn["front"]:
        case "lines":
            return [x.plain(f"{label}: {value}") for label, value in fields]
        case "below":
            return [x.plain(one) for field in fields for one in field]
        case "rows":
            return [x.table([row(*map(x.plain, field)) for field in fields], (3000, 6000)), x.par()]
    rows = [row(*map(x.plain, (*fields[0], *fields[1]))), row(*map(x.plain, (*fields[2], "", "")))]
    return [x.table(rows, (2250,) * 4), x.par()]


def mixed(seed: int, language: str) -> tuple[bytes, Mixed]:
    """A form as a Word file, and what was drawn for it."""
    rng = random.Random(f"{seed} {language}")
    words = WORDS[language]
    choices = {
        "front": FRONTS,
        "titles": tuple(TITLED),
        "layout": tuple(LAYOUTS),
        "label": tuple(LABELS),
        "text": tuple(PRINTED),
        "mark": SIGNS,
        "lead": words.leads,
        "request": words.requests,
        "ending": tuple(ENDINGS) if language == "en" else ("none",),
    }
    drawn = {name: rng.choice(options) for name, options in choices.items()}
    texts = rng.sample(ANSWERS[language], len(KEYS))
    answers = {}
    for key, text in zip(KEYS, texts, strict=True):
        mark = rng.choice(("yes", "yes", "no", "")) if key != KEYS[0] else "yes"
        answers[key] = (mark, text if mark == "yes" or (mark and rng.random() < 0.6) else "")
    form = Mixed(language, drawn, answers, rng)
    document = Document()
    document.add(*_front(form), *LAYOUTS[drawn["layout"]](form), *map(x.plain, ENDINGS[drawn["ending"]]))
    return document.save(), form
