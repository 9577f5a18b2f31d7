"""The prompts that untouched fields show, as data (`prompts.yaml`).

Keeps out: fields of Word (`word/`) and lines of forms (`form/`), which both ask.
"""

from pipeline.text.data_file import data_beside

_PROMPTS = frozenset(data_beside(__file__, "prompts.yaml"))
_LONGEST = max(map(len, _PROMPTS)) + 8


def is_prompt(text: str) -> bool:
    """Whether a text is nothing but the prompt of a field that nobody has filled in."""
    return len(text) < _LONGEST and text.strip().casefold().rstrip(".") in _PROMPTS
