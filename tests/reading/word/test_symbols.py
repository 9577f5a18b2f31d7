"""Signs that letters of symbol fonts draw, and texts that lost their font."""

import pytest

from pipeline.reading.blocks import CHECKED, UNCHECKED
from pipeline.reading.word.symbols import in_font, is_symbol_font, symbol, without_font


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", 0x61, "α"),
        ("Symbol", 0xF0B3, "≥"),
        ("symbol", 0xA3, "≤"),
        ("Symbol", 0xB0, "°"),
        ("Symbol", 0x41, "Α"),
        ("Symbol", 0xFE, "⎭"),
        ("Wingdings", 0xF0FE, CHECKED),
        ("Wingdings", 0x6F, UNCHECKED),
        ("Wingdings 2", 0x52, CHECKED),
        ("Wingdings", 0xF0A7, "▪"),
        ("Arial", 0x61, ""),
        ("Webdings", 0x20, ""),
    ],
)
def test_a_letter_of_a_symbol_font_is_the_sign_it_draws(font, code, sign):
    assert symbol(font, code) == sign


def test_a_text_in_a_symbol_font_is_what_it_shows():
    assert in_font("a-PVP", "Symbol") == "α−ΠςΠ"
    assert in_font("zz\u3042", "Wingdings 2") == "zz\u3042"
    assert is_symbol_font("Wingdings 2")
    assert not is_symbol_font("Times New Roman")


def test_private_letters_without_their_font_are_bullets_boxes_and_signs():
    assert without_font("\uf0b7 lamps \uf0b3 5 kg \uf0fe") == f"• lamps ≥ 5 kg {CHECKED}"
    assert without_font("a plain text") == "a plain text"
    assert without_font("\ue000") == "\ue000"
