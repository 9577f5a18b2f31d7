"""Forms as web pages (.html): saved from a browser or from a program that writes documents so.

Keeps out: how a page becomes paragraphs (`web/page.py`), and messages (`mail.py`).
"""

import re

from pipeline.config import Limits
from pipeline.reading.formats.plain import read_lines
from pipeline.reading.reply import Question, Reply, Unreadable
from pipeline.reading.web.page import blocks_of_page

_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<(?:\?xml[^>]*|!--.*?--)>\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_HEAD = 4000


def looks_like_web_page(data: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return bool(_BEGINS.match(data[:_HEAD]))


def read_web_page(data: bytes, question: Question, limits: Limits) -> list[Reply]:
    """Read one reply saved as a web page.

    Raises:
        Unreadable: no text, or nothing of this meeting's questionnaire in it.
    """
    # Bytes that are UTF-8 are in no other encoding, whatever the page says or leaves out.
    blocks = blocks_of_page(data, "utf-8" if _is_utf8(data) else None)
    if not blocks:
        raise Unreadable("no_text", "a web page without text", "a filled-in questionnaire")
    return read_lines(blocks, question, "html")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
