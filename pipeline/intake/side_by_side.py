"""Names of several respondents in one reply: above columns of answers, or above answers one behind the other.

"Question | Alba | Cyra"; "Reply of Alba", answers, "Reply of Cyra", other answers; "Alba: Yes", "Cyra: No" in each.
Readers do not know the register, so that any of these may read as one reply. Keeps out: tables and sheets with a column
of respondents (`reading/form/by_respondent.py`, `reading/formats/sheet.py`).
"""

import re
from collections import Counter, defaultdict

from pipeline.raw.respondents import Register
from pipeline.reading.form.twice import TWO_ANSWERS
from pipeline.reading.reply import Reply

# A name before what it says, or above it, and answers in which another respondent's has to stand.
_HEAD, _FEWEST = re.compile(r"^(?:- )?(?P<name>[^:\n]{2,60})(?::\s|:?$)", re.M), 2
# Of a document's table, or of a sheet.
_CELL = re.compile(r"(?P<table>(?:.*, )??)row (?P<row>\d+), (?:cell|column) \d+")


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


def respondents_one_behind_other(reply: Reply, register: Register) -> list[str]:
    """The codes of the respondents that lines of their own name where recommendations are answered twice and otherwise.

    None for one alone: two ministries of a respondent may each have answered.
    """
    if not any(remark.value.startswith(TWO_ANSWERS) for remark in reply.remarks):
        return []
    # A name above the second answers stands below the first ones.
    parts = (part for answer in reply.answers for part in answer.text.split("\n\n"))
    outside = [words.text for words in reply.unplaced if "table" not in words.locator]
    lines = outside + [part.rpartition("\n")[2] for part in parts]
    named = [one.code for line in lines if "\n" not in line and (one := register.named(line))]
    known = [one.code for one in register.find(reply.respondent)] if reply.respondent else []
    codes = list(dict.fromkeys((*(known if len(known) == 1 else ()), *named)))
    return codes if len(codes) > 1 else []


def respondents_in_each_answer(reply: Reply, register: Register, known: set[str]) -> list[str]:
    """The codes of the respondents that head lines in most answers, or all: "Alba: Yes. …" above "Cyra: No.".

    None where these are `known` to have sent the reply, and where an answer or two tell of others so.
    """
    answered = [answer.text for answer in reply.answers if answer.text]
    texts = (*answered, *(words.text for words in reply.unplaced))
    heads = [{head["name"] for head in _HEAD.finditer(text)} for text in texts]
    counts = Counter(one.code for own in heads for name in own if (one := register.named(name)))
    most = {code for code, count in counts.items() if count >= _FEWEST and 2 * count > len(answered)}
    most |= {one.code for head in reply.answer_heads if (one := register.named(head.rstrip(":?")))}
    return sorted(most | known) if most - known else []
