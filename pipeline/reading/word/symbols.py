"""What letters of symbol fonts draw, as Unicode signs: boxes and ticks of Wingdings, the Greek letters of Symbol.

Keeps out: which of the signs are marks (`reading/form/labels.yaml`).
"""

from pipeline.reading.blocks import CHECKED, UNCHECKED

# Code points of symbol fonts (the private-use copies and the plain ones) that draw a box, a tick or a bullet.
_WINGDINGS = {
    0x78: CHECKED, 0xFD: CHECKED, 0xFE: CHECKED, 0xFB: "✗", 0xFC: "✓",
    0x6F: UNCHECKED, 0x71: UNCHECKED, 0x72: UNCHECKED, 0xA8: UNCHECKED,
    0x6C: "●", 0x6E: "■", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨",
}  # fmt: skip
_WINGDINGS_2 = {
    0x51: CHECKED, 0x52: CHECKED, 0x53: CHECKED, 0x54: CHECKED, 0x50: "✓", 0x4F: "✗",
    0x2A: UNCHECKED, 0xA3: UNCHECKED,
}  # fmt: skip
# The encoding of the font Symbol, from 0x20 and from 0xA0 on; "\0" stands where a letter draws nothing to keep.
_GREEK = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)
_SYMBOL = {
    first + at: sign
    for first, signs in zip((0x20, 0xA0), _GREEK, strict=True)
    for at, sign in enumerate(signs)
    if sign != "\0"
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings2": _WINGDINGS_2,
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: UNCHECKED},
    "symbol": _SYMBOL,
}
_PRIVATE = range(0xF020, 0xF100)
# Letters that lost their font: those of Wingdings that draw boxes, ticks and bullets, the others as Symbol draws them.
_ASTRAY = {0xF000 + code: sign for code, sign in (_SYMBOL | _WINGDINGS).items()}


def _key(font: str) -> str:
    return font.lower().replace(" ", "")


def is_symbol_font(font: str) -> bool:
    """Whether letters of this font draw something else."""
    return _key(font) in _FONTS


def symbol(font: str, code: int) -> str:
    """The sign that a letter of a symbol font draws; empty where the font is none or the sign is not known."""
    return _FONTS.get(_key(font), {}).get(code - 0xF000 if code in _PRIVATE else code, "")


def in_font(text: str, font: str) -> str:
    """A text in a symbol font as the signs it shows; letters that draw nothing known stay as they are."""
    return "".join(symbol(font, ord(letter)) or letter for letter in text)


def without_font(text: str) -> str:
    """A text whose private-use letters are the signs that they showed before they lost their font."""
    return text if text.isascii() else text.translate(_ASTRAY)
