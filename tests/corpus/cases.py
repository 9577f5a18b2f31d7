"""The cases: a layout, a way of marking and some quirks each; what each form says, and the form itself.

Keeps out: the same forms as a word processor saved them again (`resave.py`).
"""

import random
from dataclasses import dataclass, replace

from tests.corpus.content import KEYS, Answer, Truth
from tests.corpus.form import Form
from tests.corpus.layouts import LAYOUTS
from tests.corpus.marking import MARKS
from tests.corpus.package import Document
from tests.corpus.quirks import DATE_QUIRKS, NAME_QUIRKS, NAMES, Ink
from tests.corpus.truths import make_truth

MARKED = {
    "cells": "ballot control shading bold other_gone",
    "dots": "x_after strike underline own_word in_text",
    "matrix_of_three": "letter lower own_word highlight tracked",
    "matrix_of_four": "dropdown x_before thorn other_gone hexadecimal",
    "columns": "check x_before symbol legacy_bare ballot tick_box",
    "merged": "tick_box letter_q bold symbol_font",
    "boxes": "in_text lower round_x root colour",
    "text_boxes": "square_x ballot strike legacy_default",
    "nested": "shading control check legacy_value",
    "controls": "control dropdown highlight x_after",
    "legacy": "legacy_bare legacy_default legacy_value legacy_list",
    "running": "underline square_x tracked letter",
    "letters": "hexadecimal thorn round_x dropdown",
    "numerals": "bold x_before letter_q symbol",
    "combined_bracket": "legacy_list root colour in_text",
    "combined_point": "symbol_font hexadecimal strike lower",
    "tabbed": "x_after tick_box underline letter_q",
    "unlabelled": "in_text other_gone highlight letter",
    "spanish": "own_word thorn legacy_value round_x",
    "french": "shading root symbol legacy_bare",
    "russian": "check square_x colour own_word",
    "letterhead": "legacy_list symbol_font tracked round_x",
    "worn": "legacy_default ballot in_text bold",
    "misspelt": "colour tracked strike control x_before",
}
INKS = ((), ("split",), ("revised",), ("empty_lines",), ("typed_bullets",), (), ("split", "typed_bullets"))
BENT = ((), ("some_both",), (), ("some_neither",), ("left_out",), (), ("own_language",))
# Quirks that would not come round by themselves where they belong.
ALSO = {
    "dots-x_after": ("over_dots",),
    "dots-underline": ("over_dots",),
    "dots-own_word": ("over_dots",),
    "cells-control": ("only_general",),
    "running-square_x": ("only_general",),
    "spanish-legacy_value": ("own_language",),
    "french-root": ("own_language",),
    "french-legacy_bare": ("own_language",),
    "russian-colour": ("own_language",),
    "russian-check": ("own_language",),
}


@dataclass(frozen=True)
class Case:
    """One filled-in form, by its layout, its mark, who filled it in and what was bent on the way."""

    turn: int
    layout: str
    mark: str
    code: str
    name_quirk: str
    date_quirk: str
    quirks: tuple[str, ...]

    @property
    def name(self) -> str:
        """The layout and the mark, which no two cases share."""
        return f"{self.layout}-{self.mark}"

    @property
    def left_out(self) -> str:
        """The recommendation that the respondent has deleted from the form, if any."""
        return KEYS[self.turn % len(KEYS)] if "left_out" in self.quirks else ""


def _cases() -> dict[str, Case]:
    pairs = [(layout, mark) for layout, marks in MARKED.items() for mark in marks.split()]
    made = {}
    for turn, (layout, mark) in enumerate(pairs):
        also = ALSO.get(f"{layout}-{mark}", ())
        quirks = also or (*INKS[turn % len(INKS)], *BENT[turn * 3 // 2 % len(BENT)])
        quirks = tuple(quirk for quirk in quirks if _fits(quirk, layout, mark))
        # Steps without a common divisor, so that names, dates and layouts do not keep step with one another.
        code, dates = list(NAMES)[turn * 3 % len(NAMES)], list(DATE_QUIRKS)
        name_quirk, date_quirk = NAME_QUIRKS[turn * 5 % len(NAME_QUIRKS)], dates[turn * 3 % len(dates)]
        case = Case(turn, layout, mark, code, name_quirk, date_quirk, quirks)
        made[case.name] = case
    return made


def _fits(quirk: str, layout: str, mark: str) -> bool:
    if quirk == "some_both":
        return MARKS[mark].contradicts
    return not (quirk == "left_out" and layout == "tabbed")


CASES = _cases()


def truth(case: Case) -> Truth:
    """What a person reading the form takes from it."""
    layout, mark = LAYOUTS[case.layout], MARKS[case.mark]
    made = make_truth(layout, mark, case.code, case.name_quirk, case.date_quirk, case.turn, case.quirks)
    if not case.left_out:
        return made
    return replace(made, answers=made.answers | {case.left_out: Answer()})


def build(case: Case) -> bytes:
    """The form as a Word file; the same case always gives the same bytes."""
    layout, rng, doc = LAYOUTS[case.layout], random.Random(case.name), Document()
    ink = Ink(rng, case.quirks)
    form = Form(truth(case), MARKS[case.mark], ink, rng, layout.language, case.left_out)
    layout.write(form, doc)
    return doc.save()
