"""Invented answers put together from the bank: of many lengths and shapes, always the same for the same seed.

Keeps out: the sentences (`bank.py`) and how an answer is written into a form.
"""

import random

from tests.corpus import bank
from tests.corpus.content import KEYS, Answer

# A mark for each of the eight recommendations, shuffled; "-" stays blank, "yes." has a mark and no text.
PATTERNS = (
    ("yes", "yes", "yes", "yes", "yes", "no", "no.", "-"),
    ("yes", "yes", "yes", "yes", "yes.", "no", "no", "yes"),
    ("yes", "yes", "yes", "no", "no.", "-", "-", "yes."),
    ("yes", "yes", "yes", "yes", "yes", "yes", "no", "no"),
)


class Writer:
    """An officer who writes answers in one language."""

    def __init__(self, rng: random.Random, language: str, own_lists: bool):
        self.rng, self.language, self.own_lists = rng, language, own_lists
        other = bank.OTHER.get(language)
        self.traps = other["traps"] if other else bank.TRAPS
        self.yes_traps = other["yes_traps"] if other else bank.YES_TRAPS
        self.negative = other["negative"] if other else bank.NEGATIVE
        self.neutral = other["neutral"] if other else bank.NEUTRAL
        self.general_words = other["general"] if other else bank.GENERAL
        self.facts = {key: other["facts"] if other else bank.FACTS[key] for key in KEYS}

    def fill(self, sentence: str) -> str:
        """A sentence of the bank with its figures and names."""
        most = self.rng.randint(60, 400)
        return sentence.format(
            m=most,
            n=self.rng.randint(20, most),
            k=self.rng.randint(2, 19),
            year=self.rng.randint(2029, 2030),
            law=self.rng.choice(bank.LAWS),
            agency=self.rng.choice(bank.AGENCIES),
        )

    def sentences(self, key: str, count: int) -> list[str]:
        """Up to `count` different sentences about a recommendation."""
        facts = list(self.facts[key])
        return [self.fill(sentence) for sentence in self.rng.sample(facts, min(count, len(facts)))]

    def one_of(self, sentences) -> str:
        """One sentence of a list, filled."""
        return self.fill(self.rng.choice(sentences))

    def yes(self, key: str, shape: str) -> str:
        """An answer that tells of action taken, in one of the shapes of SHAPES."""
        return SHAPES[shape](self, key)

    def general(self) -> str:
        """A statement on the whole."""
        return self.one_of(self.general_words)


def _long(writer: Writer, key: str) -> str:
    words: list[str] = []
    for other in (key, *(k for k in KEYS if k != key)):
        for sentence in writer.sentences(other, 5):
            if len(words) + len(sentence.split()) > 200:
                return " ".join(words)
            words += sentence.split(" ")
    return " ".join(words)


def _bullets(writer: Writer, key: str) -> str:
    first, *items = writer.sentences(key, 4)
    return "\n".join([first, *("• " + item for item in items)])


def _nested(writer: Writer, key: str) -> str:
    one, two, three, four = writer.sentences(key, 4)
    return f"• {one}\n◦ {two}\n◦ {three}\n• {four}"


def _listed(writer: Writer, key: str, marks: tuple[str, str, str]) -> str:
    lead, *items = writer.sentences(key, 4)
    if not writer.own_lists:
        return "\n".join([lead, *items])
    return "\n".join([lead, *(f"{mark} {item}" for mark, item in zip(marks, items, strict=True))])


def _spaced(writer: Writer, key: str) -> str:
    first, second, third = writer.sentences(key, 3)
    return "\v".join((first.replace(" of ", "\u00a0of\u00a0"), second, third.replace(" in ", "  in ")))


def _tabbed(writer: Writer, key: str) -> str:
    first, second = writer.sentences(key, 2)
    return f"{first}\n2029\t{writer.rng.randint(10, 99)}\t410\n2030\t{writer.rng.randint(10, 99)}\t395\n{second}"


def _join(writer: Writer, key: str, *lists) -> str:
    return " ".join([*(writer.one_of(sentences) for sentences in lists), *writer.sentences(key, 2)])


SHAPES = {
    "one": lambda w, key: w.sentences(key, 1)[0],
    "two": lambda w, key: " ".join(w.sentences(key, 2)),
    "trap": lambda w, key: _join(w, key, w.traps),
    "yes_trap": lambda w, key: _join(w, key, w.yes_traps),
    "long": _long,
    "paragraphs": lambda w, key: "\n".join(w.sentences(key, 4)),
    "trap_below": lambda w, key: "\n".join([*w.sentences(key, 1), w.one_of(w.traps), *w.sentences(key, 2)]),
    "bullets": _bullets,
    "nested": _nested,
    "colons": lambda w, key: _join(w, key, bank.COLONS if w.language == "en" else w.traps),
    "mails": lambda w, key: _join(w, key, bank.MAILS if w.language == "en" else w.facts[key]),
    "lettered": lambda w, key: _listed(w, key, ("(a)", "(b)", "(c)")),
    "numbered": lambda w, key: _listed(w, key, ("1.", "2.", "3.")),
    "spaced": _spaced,
    "tabbed": _tabbed,
}


def write_answers(rng: random.Random, language: str, own_lists: bool, turn: int, quirks=()) -> dict[str, Answer]:
    """Answers to all recommendations; `turn` moves through the shapes, so that each comes up again and again."""
    writer = Writer(rng, language, own_lists)
    marks = list(PATTERNS[turn % len(PATTERNS)])
    rng.shuffle(marks)
    if "only_general" in quirks:
        marks = ["-"] * len(KEYS)
    shapes = list(SHAPES)
    answers = {}
    for position, (key, mark) in enumerate(zip(KEYS, marks, strict=True)):
        shape = shapes[(turn * 5 + position * 4) % len(shapes)]
        answers[key] = _answer(writer, key, mark, shape)
    for quirk, marked in (("some_both", "both"), ("some_neither", "")):
        if quirk in quirks:
            answers[rng.choice(KEYS)] = Answer(marked, writer.one_of(writer.neutral))
    return answers


def write_general(rng: random.Random, language: str) -> str:
    """A statement on the whole, in one sentence or two."""
    return Writer(rng, language, False).general()


def _answer(writer: Writer, key: str, mark: str, shape: str) -> Answer:
    if mark == "-":
        return Answer()
    if mark.endswith("."):
        return Answer(mark[:-1])
    if mark == "no":
        return Answer("no", writer.one_of(writer.negative))
    return Answer("yes", writer.yes(key, shape))
