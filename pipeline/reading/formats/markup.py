"""HTML and RTF as plain text: what a person sees of them, a line for each paragraph. Nothing they link to is fetched.

Keeps out: where such text comes from (`mail.py`, `word_package.py`).
"""

from lxml import etree
from striprtf.striprtf import rtf_to_text

_UNSEEN = frozenset(("script", "style", "head", "title", "template"))
_OWN_LINE = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "table",
        "blockquote",
        "section",
        "article",
        "pre",
        "hr",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "body",
        "html",
    ]
)


def text_of_html(markup: str) -> str:
    """The text of a web page, or of a message written like one, paragraphs apart."""
    # Bytes, since a page that names its own encoding is refused as a string.
    root = etree.fromstring(markup.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", no_network=True))
    if root is None:
        return ""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "start":
            if node.tag in _UNSEEN:
                walk.skip_subtree()
            elif isinstance(node.tag, str):
                pieces += ["\n" if node.tag in _OWN_LINE else "", " ".join((f"_{node.text or ''}_").split())[1:-1]]
        else:
            pieces += ["\n" if node.tag in _OWN_LINE else "", " ".join((f"_{node.tail or ''}_").split())[1:-1]]
    return "\n".join(line for line in map(str.strip, "".join(pieces).split("\n")) if line)


def text_of_rtf(data: bytes) -> str:
    """The text of a document in RTF."""
    return rtf_to_text(data.decode("ascii", "replace"), errors="replace")
