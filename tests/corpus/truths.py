"""The truth of a case: an invented respondent, its officer, its marks and its answers, always the same for a seed.

Keeps out: how any of it is written into a form.
"""

import random
from dataclasses import replace

from tests.corpus.answers import write_answers, write_general
from tests.corpus.content import CONTACT, Answer, Truth
from tests.corpus.form import TONGUES, Layout
from tests.corpus.marking import Mark
from tests.corpus.quirks import DATE_QUIRKS, write_name

LEADS = {"en": ("Yes", "No"), "es": ("Sí", "No"), "fr": ("Oui", "Non"), "ru": ("Да", "Нет")}
OFFICERS = ("Ms. Ana Órbita-Lund", "Cdr. Pavel Ostrov", "Mr. J. R. Keel", "Dr Nadia Færø", "SANDBANK, Ingrid (Ms)")
POSTS = (
    "Head of Lights, Lighthouse Board",
    "Deputy Director\nFerry Inspectorate",
    "Principal Officer (International Relations), Ministry of the Sea",
    "Duty Commander",
)
ADDRESSES = (
    "Pier 3, P.O. Box 12\nVelmouth 40-200",
    "14 Lantern Street, Saltwick",
    "c/o Tide Service, 2nd floor, Rue du Phare 7, Port-Bas",
    "P.O. Box Greywater",
)
TELEPHONES = ("+99 4 555 0123", "(004) 555-01-23 / 555-01-24", "555 0199 ext. 7", "+99-4-5550123")
MAILS = ("lights@board.example", "a.orbita-lund@sea.example; desk@sea.example", "duty.officer@coast.example")


def make_truth(layout: Layout, mark: Mark, code: str, name_quirk: str, date_quirk: str, turn: int, quirks) -> Truth:
    """Everything that the form of a case will say; fields for which the layout has no room stay empty."""
    rng = random.Random(f"{code} {turn}")
    own = layout.language if layout.language != "en" else TONGUES.get(code, "es")
    language = own if "own_language" in quirks else "en"
    date, date_iso = DATE_QUIRKS[date_quirk]
    officer = {
        "name": rng.choice(OFFICERS),
        "title": rng.choice(POSTS),
        "address": rng.choice(ADDRESSES),
        "telephone": rng.choice(TELEPHONES),
        "fax": rng.choice(("", "+99 4 555 0124")),
        "email": rng.choice(MAILS),
    }
    consent = rng.choice(("yes", "yes", "no", "", "unclear" if mark.contradicts else "yes"))
    answers = write_answers(rng, language, not layout.bare, turn, quirks)
    if mark.in_text:
        answers = {key: _led(answer, language) for key, answer in answers.items()}
    general = write_general(rng, language) if turn % 3 == 0 or "only_general" in quirks else ""
    return Truth(
        respondent=write_name(code, name_quirk),
        code=code,
        date=date,
        date_iso=date_iso,
        consent=consent if layout.consent else "",
        contact={key: officer[key] if key in layout.contact else "" for key in CONTACT},
        answers=answers,
        general=general if layout.general else "",
    )


def _led(answer: Answer, language: str) -> Answer:
    """The answer with "Yes." or "No." typed before it, unless its text says so already."""
    if not answer.marked:
        return answer
    word = LEADS[language][answer.marked == "no"]
    if answer.text.lower().startswith((f"{word.lower()},", f"{word.lower()}.", f"{word.lower()} -")):
        return answer
    if not answer.text:
        return replace(answer, lead=f"{word}.")
    return replace(answer, lead=f"{word}.\n" if answer.text.startswith(("• ", "◦ ")) else f"{word}. ")
