"""The prompts that untouched fields show, as data (`prompts.yaml`).

Keeps out: fields of Word (`word/`) and lines of forms (`form/`), which both ask.
"""

from pathlib import Path

import yaml

_PROMPTS = frozenset(yaml.safe_load((Path(__file__).parent / "prompts.yaml").read_text(encoding="utf-8")))
_LONGEST = max(map(len, _PROMPTS)) + 8


def is_prompt(text: str) -> bool:
    """Whether a text is nothing but the prompt of a field that nobody has filled in."""
    return len(text) < _LONGEST and text.strip().casefold().rstrip(".") in _PROMPTS
