"""Text of Dagster's events as SQLite keeps it here: packed, since one event is written nearly as the next is.

Words that all events have stand in files of examples, an event of each kind without values of its own. What was packed
is read with the files as they were: they never change, and words that suit a later Dagster better have another mark.
Keeps out: which columns are packed (`../run_records.py`).
"""

import zlib
from functools import cache
from pathlib import Path

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_FOLDER = Path(__file__).parent
# The first byte of what is packed says with which words: files of this folder, one after the other. New text is packed
# with the last ones; the first alone are those of records that are older.
_WORDS = {b"\x01": ("event_words.txt",), b"\x02": ("event_words.txt", "event_words_more.txt")}
_MARK = max(_WORDS)


class Packed(TypeDecorator):
    """A column of text that is kept packed; text that was kept as it is reads as before."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """The text packed."""
        return None if value is None else pack(value)

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> str | None:
        """The text that was packed, or that stands there as it is."""
        return unpack(value) if isinstance(value, bytes) else value


def pack(text: str) -> bytes:
    """A text packed; events take a tenth of their letters."""
    words = _words(_MARK)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, words)
    return _MARK + packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unpack(packed: bytes) -> str:
    """The text that was packed.

    Raises:
        ValueError: it was packed with words that this version does not have.
    """
    mark = packed[:1]
    if mark not in _WORDS:
        known = " or ".join(map(repr, _WORDS))
        raise ValueError(f"an event packed in another way: mark {mark!r}, expected {known}")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS, _words(mark))
    return (unpacker.decompress(packed[1:]) + unpacker.flush()).decode("utf-8", "surrogatepass")


@cache
def _words(mark: bytes) -> bytes:
    # The same bytes also where a checkout has turned the ends of lines.
    return b"".join((_FOLDER / name).read_bytes().replace(b"\r\n", b"\n") for name in _WORDS[mark])
