"""An invented note as it was printed, with other choices than those of the house, and the files that it may lie in.

Numbers as labels, no chapter headings, replies taken until a later day, three working languages, an observer and an
organization among the respondents, a recommendation that nobody answered. Keeps out: what the tests ask of it.
"""

import io
import textwrap
from typing import NamedTuple

import docx

from tests import pdf_files
from tests.workspaces import REGISTER as LAND

REGISTER = f"{LAND}GUL,Gulland,Gulland,Gulland,observer,,\n"

SYMBOL = "HARB/9/2/Rev.1"
MASTHEAD = (
    SYMBOL,
    "14 July 2028",
    "Original: English*",
    "Ninth Meeting of Harbour Masters",
    "Borford, 29 August – 1 September 2028",
    "Item 5 of the provisional agenda**",
    "What was done about the lights, cargo and pilots agreed upon at the Seventh Meeting of Harbour Masters",
    "Note by the Secretariat",
)
FOOTNOTES = (
    "* There are versions in Arabic, English and French, the working languages.",
    "** HARB/9/1.",
)
INTRODUCTION = (
    "The Seventh Meeting of Harbour Masters, held in Albaville from 28 September to 2 October 2026, agreed on what "
    "follows.",
    "A questionnaire was sent out on 3 March 2028, and replies were due by 2 June 2028. 2027 had been a year of "
    "storms.",
    "As at 30 June 2028, the Secretariat had replies from the Republic of Borland, Cyra, Estmark and Gulland, and "
    "Duna, Cyra, and the Forum of Ports.",
)
NOBODY = "Nothing was received on this point."


class Said(NamedTuple):
    """A paragraph under a recommendation; the organization's stand behind the heading for organizations."""

    respondent: str
    text: str


class Asked(NamedTuple):
    """A recommendation with what was said on it."""

    id: str
    text: str
    said: tuple[Said, ...] = ()


ISSUES = {
    "Lights and buoys": (
        Asked(
            "1.1",
            "Port authorities should inspect the lights of every harbour before winter and tell their neighbours what "
            "they found.",
            (
                Said("BOR", "The Borland Coast Service had inspected 14 lights [2027], of which 3 were out of order."),
                Said("CYR", "Cyra reported on acting upon all of the recommendations but the one on cargo."),
                Said("DUN", "Duna, Cyra had sent its list of buoys to Cyra & Estmark, as the law of 1998 required."),
                Said("EST", "According to Estmark, no light was lit in 2027. The storms were the reason."),
                Said("FOR", "The Forum of Ports printed a handbook; see its pages 3 * 4 for buoys."),
            ),
        ),
        Asked(
            "1.2",
            "Pilots are to be trained in the use of tide tables.",
            (
                Said("BOR", "In Borland, pilots were trained twice a year, with the help of Gulland."),
                Said(
                    "GUL", "Gulland noted that its pilots: (a) had passed the test; (b) used tables; and (c) were 52."
                ),
            ),
        ),
    ),
    "Cargo: lists, notices and the exchange of both": (
        Asked("2.3", "Lists of dangerous cargo should be shared within a day."),
        Asked(
            "2.4", "Notices are to be given by radio.", (Said("EST", "Estmark gave notice by radio, at a cost of $5."),)
        ),
    ),
}
HEADING_OF_ORGANIZATIONS = "Organizations"


def lines() -> list[tuple[str, str]]:
    """The note from top to bottom: the kind of each line, and its text with number and marks as printed."""
    found = [("masthead", line) for line in MASTHEAD]
    number = 0
    for text in INTRODUCTION:
        number += 1
        found.append(("paragraph", f"{number}. {text}"))
    for place, (title, recommendations) in enumerate(ISSUES.items(), start=1):
        found.append(("heading", f"Issue {place}: {title}"))
        for asked in recommendations:
            found += [("heading", f"Recommendation {asked.id[2:]}"), ("asked", asked.text)]
            if not asked.said:
                found.append(("nobody", NOBODY))
            for one in asked.said:
                if one.respondent == "FOR":
                    found.append(("heading", HEADING_OF_ORGANIZATIONS))
                number += 1
                found.append(("paragraph", f"{number}. {one.text}"))
    return found + [("footnote", text) for text in FOOTNOTES]


def _escaped(text: str) -> str:
    return text.replace("*", r"\*").replace("[", r"\[").replace("$", r"\$").replace("&", "&amp;")


def as_markdown() -> str:
    """A text copy: levels of headings drift, pages break inside texts, footnotes stand where the first page ended."""
    printed, headings = [], 0
    for kind, text in lines():
        shown = _escaped(text)
        if kind == "heading":
            headings += 1
            shown = (f"### {shown}", f"#### **{shown}**", f"**{shown}**")[headings % 3]
        elif kind == "asked":
            first, second = shown.split(" ", 4)[:4], shown.split(" ", 4)[4]
            shown = f"**{' '.join(first)}**\n\n2/5\n\n**{second}**" if headings % 2 else f"##### **{shown}**"
        elif kind == "masthead" and text.startswith("Ninth"):
            shown = "**Ninth Meeting of  \nHarbour Masters**"
        elif kind == "masthead" and text == MASTHEAD[-2]:
            shown = f"**{shown}****{shown}**"
        elif text.startswith("2. "):
            before, after = shown.split("due ")
            notes = "\n\n".join(map(_escaped, FOOTNOTES))
            shown = f"{before}due\n\n---\n\n{notes}\n\n\n{after}".replace("2028. 2027", "2028.\n2027")
        elif kind == "footnote":
            continue
        printed.append(shown)
    return "\n\n".join(printed) + "\n"


def as_word() -> bytes:
    """A Word document whose paragraphs are numbered by Word."""
    document = docx.Document()
    for kind, text in lines():
        if kind == "paragraph":
            document.add_paragraph(text.partition(". ")[2], style="List Number")
        elif kind in ("heading", "asked"):
            document.add_paragraph().add_run(text).bold = True
        else:
            document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf() -> bytes:
    """A printed copy of several pages, bold where the note is."""
    pages, top, drawn = [], 780, ""
    for kind, text in lines():
        for line in textwrap.wrap(text, 88):
            drawn += pdf_files.text(60, top, line, "B" if kind in ("heading", "asked") else "F")
            top -= 13
            if top < 80:
                pages.append(drawn)
                top, drawn = 780, ""
        top -= 9
    return pdf_files.pdf(*pages, drawn)
