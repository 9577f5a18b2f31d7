"""Requests for words that go with one of the marks: "If no, give the reasons: …".

Keeps out: other labels, and the wordings (`labels.py`, `labels.yaml`).
"""

from pipeline.reading.form.labels import CONDITION, SHAPE_WITHIN, SHAPED, Label, is_request, keywords_in

# Letters behind "if yes" within which a request says what it wants.
_ASKED_WITHIN = 12


def conditional_label(text: str) -> Label | None:
    """The request that a line begins with, with what stands behind it; an answer may begin "If no ship comes: …"."""
    near = text[:SHAPE_WITHIN]  # without a sign there, as nearly all lines are, it asks for nothing
    condition = CONDITION.match(text) if ":" in near or "?" in near else None
    shaped = SHAPED.match(text) if condition else None
    behind = text[condition.end() : shaped.end("head") + 1].lstrip() if shaped else ""
    parted = behind.startswith((",", ";", ":", "?"))
    asks = parted or is_request(behind) or _wants_words(behind[:_ASKED_WITHIN])
    wants = behind.endswith("?") or is_request(behind) or _wants_words(behind)
    return Label("comment", shaped["rest"].strip()) if asks and wants else None


def _wants_words(text: str) -> bool:
    return "comment" in keywords_in(text)
