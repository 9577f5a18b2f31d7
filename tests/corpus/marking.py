"""The many ways in which a form says yes or no: boxes, signs, letters, formats, words, revisions.

Keeps out: where the words YES and NO stand in a form. A mark is drawn for each side of a choice; some marks replace
the whole choice by one word or list.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.corpus import wordml as x

ON, OFF, IDLE = "on", "off", "idle"
FOREIGN = {"es": ("Sí", "No"), "fr": ("Oui", "Non"), "ru": ("Да", "Нет")}


@dataclass(frozen=True)
class Choice:
    """What is to be marked: yes, no, both or nothing; the two printed words; where they stand."""

    marked: str
    words: tuple[str, str]
    language: str
    # The language that the respondent speaks at home, whatever the form's.
    tongue: str
    rng: random.Random
    in_cell: bool = False

    def state(self, side: str) -> str:
        """Whether a side is marked, is the other one, or stands in an untouched choice."""
        if self.marked in (side, "both"):
            return ON
        return OFF if self.marked else IDLE


@dataclass(frozen=True)
class Side:
    """One side of a choice as drawn: its runs and, where it is a cell of a table, the cell's shade."""

    runs: str
    shade: str = ""


@dataclass(frozen=True)
class Mark:
    """One way of marking: `side` draws a word with its sign, `whole` replaces both words."""

    name: str
    side: Callable[[str, str, Choice], Side] | None = None
    whole: Callable[[Choice], str] | None = None
    # Where a column of its own says YES, these marks need no printed word.
    in_column: bool = False
    # Two of these can be seen to contradict each other.
    contradicts: bool = True
    # The answer is in the text; the printed words are left as they are.
    in_text: bool = False

    def draw(self, choice: Choice) -> tuple[Side, Side]:
        """The two sides; a mark that replaces the choice leaves the other side empty."""
        if self.whole and (choice.marked or self.name in ("dropdown", "legacy_list")):
            runs = self.whole(choice)
            second = choice.marked == "no" and self.name not in ("dropdown", "legacy_list")
            return (Side(""), Side(runs)) if second else (Side(runs), Side(""))
        if self.side is None or self.in_text:
            return Side(x.run(choice.words[0])), Side(x.run(choice.words[1]))
        yes, no = choice.words
        return self.side(yes, choice.state("yes"), choice), self.side(no, choice.state("no"), choice)


def _join(*parts: str) -> str:
    return x.run(" ").join(part for part in parts if part)


def _sign(on: str, off: str, after: bool = False) -> Callable[[str, str, Choice], Side]:
    """A typed sign before or after the word."""

    def side(word: str, state: str, choice: Choice) -> Side:
        sign, printed = x.run(on if state == ON else off), x.run(word)
        return Side(_join(printed, sign) if after else _join(sign, printed))

    return side


def _element(draw: Callable[[str], str], after: bool = True) -> Callable[[str, str, Choice], Side]:
    """A control, field or symbol beside the word."""

    def side(word: str, state: str, choice: Choice) -> Side:
        return Side(_join(x.run(word), draw(state)) if after else _join(draw(state), x.run(word)))

    return side


def _format(props: str, when: str = ON) -> Callable[[str, str, Choice], Side]:
    """A format on the word chosen, or on the one not chosen."""

    def side(word: str, state: str, choice: Choice) -> Side:
        chosen = props if state == when or (when == OFF and choice.marked == "both") else ""
        cut = choice.rng.choice((0, 0, 1))
        return Side(x.run(word[:cut], chosen) + x.run(word[cut:], chosen))

    return side


def _shading(word: str, state: str, choice: Choice) -> Side:
    if choice.in_cell:
        return Side(x.run(word), "A6A6A6" if state == ON else "")
    return Side(x.run(word, '<w:shd w:val="clear" w:color="auto" w:fill="A6A6A6"/>' if state == ON else ""))


def _tracked(word: str, state: str, choice: Choice) -> Side:
    return Side(x.deleted(word) if state == OFF else x.run(word))


def _symbol(state: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FE" if state == ON else "F0A8"}"/></w:r>'


def _symbol_font(state: str) -> str:
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:cs="Wingdings"/>'
    return x.run("\uf0fd" if state == ON else "\uf06f", font)


def _legacy_value(state: str) -> str:
    # The box that the sender had ticked beforehand and the respondent cleared keeps its default of 1.
    return {ON: x.check_field("0", "1"), OFF: x.check_field("1", "0"), IDLE: x.check_field("0", "0")}[state]


def _word(choice: Choice, words: tuple[str, str]) -> str:
    return words[choice.marked == "no"]


def _dropdown(choice: Choice) -> str:
    words = tuple(word.capitalize() for word in choice.words)
    return x.choice_control(words, _word(choice, words) if choice.marked else "")


def _legacy_list(choice: Choice) -> str:
    words = ("…", *(word.capitalize() for word in choice.words))
    return x.list_field(words, {"yes": 1, "no": 2}.get(choice.marked, 0))


def _own_word(choice: Choice) -> str:
    return x.run(_word(choice, FOREIGN[choice.tongue]))


def _letter(choice: Choice) -> str:
    return x.run(_word(choice, ("Y", "N")) if choice.language == "en" else _word(choice, choice.words)[0])


_MARKS = (
    Mark("control", _element(lambda state: x.check_control(state == ON)), in_column=True),
    Mark("dropdown", whole=_dropdown, contradicts=False),
    Mark("legacy_bare", _element(lambda s: x.check_field("0", "bare" if s == ON else ""), False), in_column=True),
    Mark("legacy_default", _element(lambda state: x.check_field(str(int(state == ON)), "")), in_column=True),
    Mark("legacy_value", _element(_legacy_value), in_column=True),
    Mark("legacy_list", whole=_legacy_list, contradicts=False),
    Mark("ballot", _sign("☒", "☐"), in_column=True),
    Mark("tick_box", _sign("☑", "□", after=True), in_column=True),
    Mark("check", _sign("✓", "", after=True), in_column=True),
    Mark("root", _sign("√", ""), in_column=True),
    Mark("symbol", _element(_symbol), in_column=True),
    Mark("symbol_font", _element(_symbol_font, False), in_column=True),
    Mark("thorn", _sign("þ", "o")),
    Mark("letter_q", _sign("Q", "o")),
    Mark("hexadecimal", _sign("2612", "2610"), in_column=True),
    Mark("x_before", _sign("X", ""), in_column=True),
    Mark("x_after", _sign("X", "", after=True), in_column=True),
    Mark("round_x", _sign("(x)", "( )", after=True), in_column=True),
    Mark("square_x", _sign("[x]", "[ ]"), in_column=True),
    Mark("bold", _format("<w:b/>")),
    Mark("underline", _format('<w:u w:val="single"/>')),
    Mark("highlight", _format('<w:highlight w:val="yellow"/>')),
    Mark("colour", _format('<w:color w:val="FF0000"/>')),
    Mark("shading", _shading),
    Mark("strike", _format("<w:strike/>", OFF)),
    Mark("tracked", _tracked, contradicts=False),
    Mark("other_gone", whole=lambda choice: x.run(_word(choice, choice.words)), contradicts=False),
    Mark("in_text", in_text=True, contradicts=False),
    Mark("letter", whole=_letter, contradicts=False),
    Mark("lower", whole=lambda choice: x.run(_word(choice, choice.words).lower()), contradicts=False),
    Mark("own_word", whole=_own_word, contradicts=False),
)
MARKS = {mark.name: mark for mark in _MARKS}
