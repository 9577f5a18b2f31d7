"""Text as messages show it: on one line, in letters that can be written, not too long.

Keeps out: what messages say.
"""


def writable(text: str) -> str:
    """Text that UTF-8 can hold: half characters, as broken files and file names have them, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """Text on one line, without control characters, for messages."""
    text = writable(text)
    shown = text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(shown.split())


def shorten(text: str, letters: int = 80) -> str:
    """The start of a text, for showing what was found."""
    line = one_line(text)
    return line if len(line) <= letters else line[: letters - 1] + "…"
