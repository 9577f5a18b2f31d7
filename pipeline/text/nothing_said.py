"""Words that say there is nothing to say: "n/a", "--", "sans objet"; they are data (`nothing_said.yaml`).

Keeps out: what follows for an answer (`intake/answers.py`).
"""

from functools import cache

from pipeline.text.data_file import data_beside

# Letters; nothing in the list is longer.
_LONGEST = 40


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(data_beside(__file__, "nothing_said.yaml")[kind])


def says_nothing(text: str) -> bool:
    """Whether a text is there and gives no information: such words alone, or only punctuation."""
    if not text or (text[0].isalnum() and len(text) > _LONGEST):
        return False
    return text.casefold().strip(" .") in _words("words") or not any(letter.isalnum() for letter in text)


def says_only_yes(text: str) -> bool:
    """Whether a text is nothing but the word yes."""
    return text.casefold().strip(" .!") in _words("only_yes")
