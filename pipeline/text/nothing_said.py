"""Words that say there is nothing to say: "n/a", "--", "sans objet"; they are data (`nothing_said.yaml`).

Keeps out: what follows for an answer (`intake/answers.py`).
"""

from functools import cache
from pathlib import Path

import yaml


@cache
def _words() -> frozenset[str]:
    return frozenset(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))["words"])


def says_nothing(text: str) -> bool:
    """Whether a text is there and gives no information: such words alone, or only punctuation."""
    return bool(text) and (text.casefold().strip(" .") in _words() or not any(letter.isalnum() for letter in text))
