"""Names of several respondents that head columns of answers side by side: "Question | Alba | Cyra".

Readers do not know the register, so that such a table reads as one reply. Keeps out: tables with a column of
respondents (`reading/form/by_respondent.py`), and sheets, which are read by respondent however they are laid out.
"""

import re
from collections import defaultdict

from pipeline.raw.respondents import Register
from pipeline.reading.reply import Reply

_CELL = re.compile(r"(?P<table>table \d+), row (?P<row>\d+), cell \d+")


def respondents_side_by_side(reply: Reply, register: Register) -> list[str]:
    """The codes of the respondents that cells of one row name, above the answers of its table; none for one alone."""
    first_answer: dict[str, int] = {}
    for cell in filter(None, (_CELL.match(answer.locator) for answer in reply.answers)):
        first_answer[cell["table"]] = min(int(cell["row"]), first_answer.get(cell["table"], int(cell["row"])))
    named: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    for words in reply.unplaced:
        cell = _CELL.match(words.locator)
        above = cell and int(cell["row"]) < first_answer.get(cell["table"], 0)
        if above and (one := register.named(words.text)):
            named[cell["table"], int(cell["row"])][one.code] = None
    return next((list(codes) for codes in named.values() if len(codes) > 1), [])
