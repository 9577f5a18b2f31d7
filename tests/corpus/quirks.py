"""How respondents and their word processors bend a form: names, dates, the text of recommendations, runs, revisions.

Keeps out: marks (`marking.py`) and where anything stands in a form (`layouts*.py`).
"""

import random
import re
from dataclasses import dataclass

from tests.corpus import wordml as x

NAMES = {
    "OSM": ("Osmark", "OSMARK", "Osmark - Ministry of Harbours - Coast Guard Department", "Kingdom of Osmark"),
    "VEL": (
        "Republic of Velland",
        "REPUBLIC OF VELLAND",
        "Republic of Velland- Ministry of Interior-Velland National Police-\nPorts and Lights Department",
        "Velland",
    ),
    "TAR": ("Taralia", "TARALIA", "Ministry of Transport, Ferries and Lights of Taralia", "Federation of Taralia"),
    "KES": (
        "Kestan (Island Republic of)",
        "ISLAND REPUBLIC OF KESTAN",
        "Island Republic of Kestan – Lighthouse Board (Ministry of the Sea)",
        "Kestan",
    ),
    "MIR": (
        "Côte de Mirel",
        "CÔTE DE MIREL",
        "Direction générale des phares, Ministère de la mer, Côte de Mirel",
        "Cote de Mirel",
    ),
    "ZAR": ("Zarechia", "ZARECHIA", "Federal Lighthouse Service of Zarechia", "Заречье"),
    "LUM": ("Luma, Taralia", "LUMA, TARALIA", "Marine Department, Luma, Taralia", "Luma, Taralia"),
    "HCI": (
        "Harbour Council of the Isles",
        "HARBOUR COUNCIL OF THE ISLES",
        "Harbour Council of the Isles, Secretariat, Pilots' Section",
        "Harbour Council of the Isles",
    ),
}
NAME_QUIRKS = ("plain", "caps", "chain", "other", "spaces", "nbsp")

DATE_QUIRKS = {
    "full": ("12 May 2031", "2031-05-12"),
    "glued": ("22May2031", "2031-05-22"),
    "half_glued": ("25 May2031", "2031-05-25"),
    "slashes": ("12/05/2031", "2031-05-12"),
    "points": ("12.05.2031", "2031-05-12"),
    "short_year": ("22.05.31", "2031-05-22"),
    "spanish": ("12 mayo 2031", "2031-05-12"),
    "american": ("May 12, 2031", "2031-05-12"),
    "iso": ("2031-05-12", "2031-05-12"),
    "ordinal": ("22nd of May, 2031", "2031-05-22"),
    "weekday": ("Monday, 12 May 2031", "2031-05-12"),
    "no_year": ("22 May", "2031-05-22"),
    "hyphens": ("19-May-2031", "2031-05-19"),
    "french": ("le 12 mai 2031", "2031-05-12"),
    "russian": ("12 мая 2031 г.", "2031-05-12"),
    "long_spanish": ("12 de mayo de 2031", "2031-05-12"),
    "blank": ("", ""),
}

INK_QUIRKS = ("split", "revised", "empty_lines", "typed_bullets", "over_dots")
ANSWER_QUIRKS = ("some_both", "some_neither", "only_general", "left_out", "own_language")

BULLETS = {"• ": ("ListBullet", "- "), "◦ ": ("ListBullet2", "o  ")}


def write_name(code: str, quirk: str) -> str:
    """The respondent's name as somebody typed it."""
    plain, caps, chain, other = NAMES[code]
    if quirk == "spaces":
        return "  " + plain.replace(" ", "   ") + "  "
    if quirk == "nbsp":
        return plain.replace(" ", "\u00a0") + "\u00a0"
    return {"plain": plain, "caps": caps, "chain": chain, "other": other}[quirk]


def wear(text: str, turn: int) -> str:
    """The printed text of a recommendation after years of copying: cut, glued, reworded or in capitals."""
    words = text.split()
    if turn % 5 == 0:
        return " ".join(words[: max(8, len(words) * 2 // 3)]).rstrip(",") + " …"
    if turn % 5 == 1:
        return re.sub(r"(law|night|tide|oil|ferry|register|Harbour|homing|report) (\w)", r"\1\2", text)
    if turn % 5 == 2:
        text = text.replace("are encouraged to", "should be encouraged to").replace("are urged to", "must")
        return text.replace("Governments", "States").replace("should consider", "are invited to consider")
    if turn % 5 == 3:
        return text.upper()
    return text.rstrip(".") + "; and"


@dataclass(frozen=True)
class Line:
    """One paragraph of an answer: its style and its runs."""

    style: str
    runs: str


@dataclass
class Ink:
    """Writes what a respondent types, bent by the quirks of the case."""

    rng: random.Random
    quirks: tuple[str, ...] = ()

    def runs(self, text: str) -> str:
        """Text as one run or, split, as many; an address becomes a link now and then."""
        if "split" not in self.quirks:
            return x.run(text)
        pieces, start = "", 0
        while start < len(text):
            stop = start + self.rng.randint(3, 17)
            pieces += x.run(text[start:stop]) + self.rng.choice(("", "", '<w:proofErr w:type="spellStart"/>'))
            start = stop
        return pieces

    def lines(self, text: str) -> list[Line]:
        """The paragraphs of an answer; none for an empty one."""
        made = []
        for number, line in enumerate(text.split("\n") if text else ()):
            style = ""
            for sign, (list_style, typed) in BULLETS.items():
                if line.startswith(sign):
                    line, style = line[len(sign) :], list_style
                    if "typed_bullets" in self.quirks:
                        line, style = typed + line, ""
            runs = self._revised(line) if "revised" in self.quirks and number % 2 == 0 else self.runs(line)
            made.append(Line(style, runs))
        return made

    def block(self, text: str) -> str:
        """The paragraphs of an answer as they stand in a cell, a box or the body; one empty one for no answer."""
        made = [x.par(line.runs, line.style) for line in self.lines(text)] or [x.par()]
        if "empty_lines" in self.quirks:
            made = [x.par(), *made, x.par(), x.par()]
            made[2:2] = [x.par()]
        return "".join(made)

    def beside(self, label: str, text: str, gap: str = " ") -> str:
        """A label's runs and the answer's first paragraph on one line, the others below."""
        lines = self.lines(text)
        if not lines or lines[0].style:
            return x.par(label) + "".join(x.par(line.runs, line.style) for line in lines)
        first = x.par(label + x.run(gap) + lines[0].runs)
        return first + "".join(x.par(line.runs, line.style) for line in lines[1:])

    def _revised(self, line: str) -> str:
        cut = line.rfind(" ", 0, len(line) // 2) + 1
        draft = x.deleted("To be completed by the Ministry. ") if self.rng.random() < 0.5 else ""
        return draft + x.run(line[:cut]) + x.deleted("draft ") + x.inserted(x.run(line[cut:]))
