"""Who writes a letter or a note verbale: "The Permanent Mission of Alba presents its compliments to …".

The words are data (`letter.yaml`). Keeps out: fields of a form (`field_values.py`), and names of respondents.
"""

import re
from collections.abc import Iterable

from pipeline.reading.form.leads import DATA, one_of

_WRITING = re.compile(rf"\W*(?P<who>(?:\S+\s+){{2,14}}?)(?:{one_of(DATA['writing'])})(?!\w)", re.I)
_OF = re.compile(rf"(?<!\w)(?:{one_of(DATA['of'])})|[а-я]\s+[А-Я]")


def writer_in(texts: Iterable[str]) -> str:
    """Whoever one of some lines says that it is from, an office of a State; empty where none says so."""
    found = filter(None, map(_WRITING.match, texts))
    return next((who for match in found if _OF.search(who := match["who"].strip())), "")
