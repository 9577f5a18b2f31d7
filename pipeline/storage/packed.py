"""Text of Dagster's events as SQLite keeps it here: packed, since one event is written nearly as the next is.

Words that all events have stand in `event_words.txt`, an example of each kind without values of its own. What was
packed is read with that file as it was: it never changes, and one that suits a later Dagster better has another mark.
Keeps out: which columns are packed (`../run_records.py`).
"""

import zlib
from functools import cache
from pathlib import Path

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_WORDS = Path(__file__).parent / "event_words.txt"
# The first byte of what is packed says with which words.
_MARK = b"\x01"


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
    """A text packed; events take an eighth of their letters."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, _words())
    return _MARK + packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()


def unpack(packed: bytes) -> str:
    """The text that was packed.

    Raises:
        ValueError: it was packed with words that this version does not have.
    """
    if packed[:1] != _MARK:
        raise ValueError(f"an event packed in another way: mark {packed[:1]!r}, expected {_MARK!r}")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS, _words())
    return (unpacker.decompress(packed[1:]) + unpacker.flush()).decode("utf-8", "surrogatepass")


@cache
def _words() -> bytes:
    # The same bytes also where a checkout has turned the ends of lines.
    return _WORDS.read_bytes().replace(b"\r\n", b"\n")
