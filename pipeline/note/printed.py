"""The note's Markdown as the parts that are printed, in order, for whatever shows the note otherwise than as Markdown.

Keeps out: how the parts look in Word (`word.py`) or on the page for review (`review.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

SYMBOL, MASTHEAD, SESSION, TITLE, AUTHOR = "symbol", "masthead", "session", "title", "author"
HEADING, ASKED, NUMBERED, PLAIN, FOOTNOTE = "heading", "asked", "numbered", "plain", "footnote"
_MARKS = re.compile(r"(\*+(?:, \*+)*)$")
_LEAD = re.compile(r"^(\*+) ")


@dataclass(frozen=True)
class Span:
    """A stretch of text of one look."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Part:
    """A paragraph or heading of the note.

    `level` is a heading's, from 2; `number` a numbered paragraph's, or how many stars a footnote has; `marks` are those
    of footnotes behind a line of the masthead, by their number of stars.
    """

    kind: str
    spans: tuple[Span, ...]
    level: int = 0
    number: int = 0
    marks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@lru_cache(maxsize=8)  # Word, page and Akoma Ntoso ask for the same note
def printed_parts(markdown: str) -> tuple[Part, ...]:
    """The parts of a note in Markdown; a rule separates masthead and session, and the footnotes from the rest."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    rules = [place for place, token in enumerate(tokens) if token.type == "hr"]
    titles = [place for place, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h1"]
    first_rule = rules[0] if rules else -1
    title = titles[0] if titles else first_rule
    foot = rules[-1] if rules and rules[-1] > title else len(tokens)
    found: list[Part] = []
    for place, token, number in _inlines(tokens):
        spans = tuple(_spans(token.children or ()))
        opened = tokens[place - 1]
        if place > foot:
            found.append(_footnote(spans))
        elif opened.type == "heading_open":
            level = int(opened.tag[1])
            found.append(_marked(TITLE, spans) if level == 1 else Part(HEADING, spans, level))
        elif number:
            found.append(Part(NUMBERED, spans, number=number))
        elif place < title:
            kind = SYMBOL if not found else MASTHEAD if place < first_rule else SESSION
            found.append(_marked(kind, spans))
        elif found and found[-1].kind == TITLE:
            found.append(_marked(AUTHOR, spans))
        elif found and found[-1].kind == HEADING and all(span.bold for span in spans):
            found.append(Part(ASKED, spans))
        else:
            found.append(Part(PLAIN, spans))
    return tuple(found)


def _inlines(tokens: Sequence[Token]) -> Iterator[tuple[int, Token, int]]:
    """The pieces of text with their places, and the numbers of those that are numbered (else 0)."""
    number = following = 0
    for place, token in enumerate(tokens):
        if token.type == "ordered_list_open":
            following = int(token.attrs.get("start", 1))
        elif token.type == "list_item_open":
            number, following = following, following + 1
        elif token.type == "list_item_close":
            number = 0
        elif token.type == "inline":
            yield place, token, number
            number = 0


def _spans(children: Sequence[Token]) -> Iterator[Span]:
    text, bold = "", False
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            if text:
                yield Span(text, bold)
            text, bold = "", child.type == "strong_open"
        elif child.type in ("softbreak", "hardbreak"):
            text += " "
        else:
            text += child.content
    if text:
        yield Span(text, bold)


def _marked(kind: str, spans: tuple[Span, ...]) -> Part:
    """A line of the masthead without the marks behind it."""
    last = spans[-1] if spans else Span("")
    match = _MARKS.search(last.text)
    if not match:
        return Part(kind, spans)
    rest = last.text[: match.start()].rstrip()
    kept = spans[:-1] + ((Span(rest, last.bold),) if rest else ())
    return Part(kind, kept, marks=tuple(len(sign) for sign in match[1].split(", ")))


def _footnote(spans: tuple[Span, ...]) -> Part:
    match = _LEAD.match(spans[0].text) if spans else None
    if not match:
        return Part(PLAIN, spans)
    first = Span(spans[0].text[match.end() :], spans[0].bold)
    return Part(FOOTNOTE, (first, *spans[1:]), number=len(match[1]))
