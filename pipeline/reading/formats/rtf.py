"""RTF as plain text: what a person sees of it, a line for each paragraph. Nothing it links to is fetched.

Keeps out: where such text comes from (`word_package.py`), and whole replies in RTF, which are converted (`office.py`).
"""

from striprtf.striprtf import rtf_to_text


def text_of_rtf(data: bytes) -> str:
    """The text of a document in RTF."""
    return rtf_to_text(data.decode("ascii", "replace"), errors="replace")
