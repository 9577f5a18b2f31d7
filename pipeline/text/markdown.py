"""Text as Markdown that shows it letter by letter.

Keeps out: whole documents in Markdown.
"""

import re

_ESCAPED = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
# What opens a list, a heading or a rule at the head of a line, and what closes a heading at its end.
_LEADING = re.compile(r"^(?:(?=[-+#=])|(\d+)(?=[.)]))")
_CLOSING = re.compile(r"#(?=#*$)")


def markdown_text(text: str) -> str:
    """Text on one line as Markdown that shows it letter by letter, wherever it stands in a line."""
    escaped = _ESCAPED.sub(lambda match: "\\" + match.group(), text)
    return _LEADING.sub(lambda match: f"{match[1] or ''}\\", _CLOSING.sub(r"\\#", escaped))
