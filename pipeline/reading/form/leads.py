"""What leads to a recommendation in a letter: "With regard to", "As for"; the words are data (`letter.yaml`).

Keeps out: what is led to (`letter.py`, `topics.py`).
"""

import re

from pipeline.text.data_file import data_beside

DATA = data_beside(__file__, "letter.yaml")


def one_of(phrases: list[str]) -> str:
    """A pattern of any of some phrases, the longest first."""
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))


# A paragraph may have a number: "2. As regards …".
LED = re.compile(rf"^\W*(?:\d{{1,2}}[.)]\s+)?(?:{one_of(DATA['leading'])})\W+(?:(?:the|la|le)\s+)?(?=\w)", re.I)
