"""A form about to be written: the truth, the printed words in its language, and how choices and answers are drawn.

Keeps out: the layouts, which ask a `Form` for its pieces and decide where they stand.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.corpus import wordml as x
from tests.corpus.content import CONTACT, KEYS, RECOMMENDATIONS, TITLES, Answer, Truth
from tests.corpus.marking import MARKS, Choice, Mark, Side
from tests.corpus.package import Document
from tests.corpus.quirks import Ink

WORDS = {"en": ("YES", "NO"), "es": ("SÍ", "NO"), "fr": ("OUI", "NON"), "ru": ("ДА", "НЕТ")}
TONGUES = {"MIR": "fr", "ZAR": "ru"}
ROMAN = ("", "I", "II", "III")
DOTS = "." * 60

GUIDANCE = (
    "Please keep each answer to 200 words at most.",
    "Please give full references to laws and documents, with their dates.",
    "Please give numbers where you have them.",
    "Please mention obstacles met in carrying out the recommendation.",
)


@dataclass(frozen=True)
class Layout:
    """How a form is laid out, and which fields it has room for."""

    write: Callable[["Form", Document], None]
    contact: tuple[str, ...] = CONTACT
    consent: bool = True
    general: bool = True
    language: str = "en"
    # Recommendations bear a bare "(a)" or "1.", so that a list like that within an answer would mislead a person too.
    bare: bool = False
    # YES and NO are columns, and only the sign stands below.
    columns: bool = False


@dataclass
class Form:
    """What a layout asks for while it writes."""

    truth: Truth
    mark: Mark
    ink: Ink
    rng: random.Random
    language: str = "en"
    left_out: str = ""
    boxes: int = field(default=0)

    def issues(self) -> list[tuple[int, str, list[str]]]:
        """Each issue's number, its title and the keys of its recommendations that the form still holds."""
        keys = [key for key in KEYS if key != self.left_out]
        return [
            (number, title, [key for key in keys if key.startswith(f"{number}.")])
            for number, title in enumerate(TITLES[self.language], start=1)
        ]

    def text_of(self, key: str) -> str:
        """The printed text of a recommendation."""
        return RECOMMENDATIONS[self.language][key]

    def answer(self, key: str) -> Answer:
        """What was answered."""
        return self.truth.answers[key]

    def typed(self, key: str) -> str:
        """The text of an answer as it stands in its box, with the words that mark it."""
        answer = self.answer(key)
        return answer.lead + answer.text

    def action(self, key: str, words: tuple[str, str] | None = None, in_cell: bool = False) -> tuple[Side, Side]:
        """The two sides of "Any action taken"."""
        return self._draw(self.mark, self.answer(key).marked, words, in_cell)

    def action_line(self, key: str, gap: str = "     ", words: tuple[str, str] | None = None) -> str:
        """Both sides of "Any action taken" on one line."""
        return _on_a_line(self.action(key, words), gap)

    def consent(self, words: tuple[str, str] | None = None, in_cell: bool = False) -> tuple[Side, Side]:
        """The two sides of the question about publication, which has no text to say yes in."""
        mark = MARKS["x_after"] if self.mark.in_text else self.mark
        marked = "both" if self.truth.consent == "unclear" else self.truth.consent
        return self._draw(mark, marked, words, in_cell)

    def consent_line(self, gap: str = "     ", words: tuple[str, str] | None = None) -> str:
        """Both sides of the question about publication on one line."""
        return _on_a_line(self.consent(words), gap)

    def value(self, text: str) -> str:
        """The paragraphs of a short field; an e-mail address is a link in split forms."""
        return "".join(x.par(runs) for runs in self.value_runs(text))

    def value_runs(self, text: str) -> list[str]:
        """The runs of each line of a short field."""
        if "@" in text and "split" in self.ink.quirks and " " not in text:
            return [x.mail_link(text)]
        return [self.ink.runs(line) for line in text.split("\n")]

    def on_dots(self, text: str) -> str:
        """A short field in a line of dots, or typed over it and leaving some."""
        if not text:
            return DOTS
        return f"....{text}............" if "over_dots" in self.ink.quirks else text

    def next_box(self) -> int:
        """A number for the next text box."""
        self.boxes += 1
        return self.boxes

    def _draw(self, mark: Mark, marked: str, words: tuple[str, str] | None, in_cell: bool) -> tuple[Side, Side]:
        tongue = TONGUES.get(self.truth.code, "es") if self.language == "en" else self.language
        choice = Choice(marked, words or WORDS[self.language], self.language, tongue, self.rng, in_cell)
        return mark.draw(choice)


def _on_a_line(sides: tuple[Side, Side], gap: str) -> str:
    return x.run(gap).join(side.runs for side in sides if side.runs)
