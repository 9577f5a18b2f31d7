"""Lines that end a reply, or an answer of a letter: a signature, thanks, an annex, courtesy.

The words are data (`closing.yaml`). Keeps out: signatures that no word announces (`signed.py`).
"""

import re
from functools import lru_cache

from pipeline.reading.form.labels import alternatives
from pipeline.text.data_file import data_beside

DATA = data_beside(__file__, "closing.yaml")
# What mail programs put above a signature.
_SIGNATURE = "--"
# Words of a line such as "Done at Port Alba on 12 May 2031", of a heading, and of courtesy or a disclaimer.
_LONGEST, _LONGEST_HEADING, _LONGEST_SENTENCE = 14, 8, 250


def _one_of(name: str) -> str:
    phrases = DATA[name]
    return alternatives(phrase for some in phrases for phrase in ([some] if isinstance(some, str) else some))


_BEGINS = re.compile(rf"^\W*(?:{_one_of('begins')})(?!\w)", re.I)
_ALONE = re.compile(
    rf"^\W*(?:{_one_of('alone')})(?!\w)(?:\s+(?:no\.?\s*)?(?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])(?!\w))?\s*(?:$|[^\w\s'’])",
    re.I,
)
_WHO = re.compile(rf"^\W*(?:{_one_of('who')})(?!\w)", re.I)
_PART = re.compile(rf"^\W*(?:{_one_of('parts')})\s*(?:[ivx]{{1,4}}|[a-h一二三四五六]|\d)\s*(?:[:.–—-]|部分|$)", re.I)
_OFFERS = re.compile(rf"^\W*(?:{_one_of('offers')})(?!\w)", re.I)
_COURTESY = re.compile(rf"(?<!\w)(?:{_one_of('courtesy')})(?!\w)", re.I)
# A text that has none of their first words is not searched: an answer has hundreds of letters.
_FIRST_WORDS = frozenset(phrase.split()[0].casefold() for phrases in DATA["courtesy"] for phrase in phrases)


@lru_cache(maxsize=20_000)
def closes(text: str) -> bool:
    """Whether a line ends a form or a letter: a signature, thanks, an annex, courtesy, a further part."""
    if text.strip() == _SIGNATURE:
        return True
    words, ended = len(text.split()), text.rstrip().endswith(".")
    if words <= _LONGEST and (_BEGINS.match(text) or _ALONE.match(text) or (_WHO.match(text) and not ended)):
        return True
    if words <= _LONGEST_HEADING and _PART.match(text) and not ended:
        return True
    if words > _LONGEST_SENTENCE:
        return False
    courteous = not _FIRST_WORDS.isdisjoint(re.findall(r"[\w-]+", text.casefold())) and _COURTESY.search(text)
    return bool(courteous or _OFFERS.match(text))
