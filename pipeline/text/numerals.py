"""Numbers as labels and headings write them: arabic, roman, as letters.

Keeps out: figures in running text (`figures.py`).
"""

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_CHINESE = "一二三四五六七八九"
# Letters in the order in which lists use them, by script.
LISTED = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуф", "أبجدهوزحطيكلمن")


def as_number(label: str) -> int | None:
    """The number that an issue's label stands for: arabic, roman or Chinese; None where it is none of them."""
    if label.isdecimal():
        return int(label)
    if label and set(label) <= {*_CHINESE, "十"}:
        tens, ten, ones = label.rpartition("十")
        return (10 * (_CHINESE.find(tens) + 1 if tens else 1) if ten else 0) + _CHINESE.find(ones or "_") + 1
    if not set(label) <= set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in label]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def roman(number: int) -> str:
    """The roman numeral of a number up to 89, in capitals."""
    tens, ones = divmod(number, 10)
    written = "X" * tens if tens < 4 else "XL" if tens == 4 else "L" + "X" * (tens - 5)
    return written + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def position(label: str) -> int:
    """The place a label stands for in its list: 2 for "b", "2" and, where letters do not fit, "ii"; 0 for none."""
    if label.isdecimal():
        return int(label)
    for letters in LISTED:
        if len(label) == 1 and label in letters:
            return letters.index(label) + 1
    return as_number(label) or 0
