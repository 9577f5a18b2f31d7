"""A published note as a meeting's folder: meeting.yaml, a reply for each respondent, receipts with the date left open.

Nothing is left out in silence: what has no place is told, and stands as a comment in meeting.yaml. Keeps out: reading
the note (`pieces.py`, `parts.py`, `facts.py`, `whose.py`).
"""

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from pipeline.errors import BadInput
from pipeline.past_note.facts import SYMBOL, Facts, facts_of
from pipeline.past_note.meeting_file import as_yaml, meeting_fields, missing_facts, unmarked_footnotes
from pipeline.past_note.parts import Numbered, Parts, PastRecommendation, parts_of
from pipeline.past_note.pieces import read_pieces
from pipeline.past_note.whose import Names
from pipeline.raw import receipts
from pipeline.raw.respondents import Register, Respondent
from pipeline.text.one_line import shorten
from schemas.vocabulary import REPORTED

# A statement on everything, which a note prints once (docs/rules.md, "General statements of a past note").
_GENERAL = re.compile(r"\ball (?:of )?(?:the )?recommendations\b", re.I)


@dataclass
class PastNote:
    """The files of a meeting's folder by their path in it, and in lines for people what could not be placed."""

    files: dict[str, str]
    told: list[str]
    paragraphs: int
    recommendations: int
    respondents: int


@dataclass
class _Said:
    """What the note has a respondent say: paragraphs by recommendation, and a statement on all of them."""

    answers: dict[str, str] = field(default_factory=dict)
    general: str = ""


def past_note(file: Path, meeting_id: str, register: Register) -> PastNote:
    """The meeting's folder that a published note comes from.

    Raises:
        BadInput: the file cannot be read, or holds no note: no numbered paragraph under a recommendation.
    """
    parts = parts_of(read_pieces(file))
    recommendations = [one for issue in parts.issues for one in issue.recommendations]
    if not any(one.paragraphs for one in recommendations):
        expected = "headings such as 'Issue 1. …' and 'Recommendation (a)' with numbered paragraphs under them"
        raise BadInput.at(str(file), "file", "no recommendation with numbered paragraphs", expected)
    facts = facts_of(parts)
    told = [f"{piece.place}: {why}: {shorten(piece.text)!r}" for piece, why in (*parts.unplaced, *facts.unplaced)]
    told += _symbol_from_name(file, facts)
    said, about = _said(parts, register)
    told += about
    told += [
        f"the footnote {shorten(text)!r} has no mark in the masthead; see note.footnotes for its place"
        for text in unmarked_footnotes(parts, facts)
    ]
    unstated = missing_facts(facts)
    told += [f"{path}: not stated in the note; write it into meeting.yaml" for path in unstated]
    repliers = [one for one in register.respondents if one.code in said]
    data = meeting_fields(meeting_id, parts, facts, repliers, register)
    told.append(
        f"questionnaire.invited: not stated in the note; {', '.join(data['questionnaire']['invited'])} is taken"
    )
    comments = [f"Imported from {file.name}. Look at:", *(f"- {line}" for line in told)]
    files = {"meeting.yaml": as_yaml(data, comments, unstated), "receipts.csv": _receipts(repliers, file)}
    for one in repliers:
        files[f"replies/{one.code}.yaml"] = _reply(one, said[one.code], file)
    paragraphs = len(parts.introduction) + sum(len(one.paragraphs) for one in recommendations)
    return PastNote(files, told, paragraphs, len(recommendations), len(repliers))


def _symbol_from_name(file: Path, facts: Facts) -> list[str]:
    """Take the symbol from the file's name where the note does not state it; says so."""
    name = file.stem.replace("-", "/").replace("_", "/")
    if "note.symbol" in facts.known or not SYMBOL.match(name):
        return []
    facts.known["note.symbol"] = name
    return [f"note.symbol: not stated in the note; {name} is taken from the name of the file"]


def _said(parts: Parts, register: Register) -> tuple[dict[str, _Said], list[str]]:
    names = Names(register)
    listed = names.listed([one.text for one in parts.introduction])
    said: dict[str, _Said] = {}
    told: list[str] = []
    for number, issue in enumerate(parts.issues, start=1):
        for recommendation in issue.recommendations:
            for paragraph, owner in _owned(recommendation, listed, names, told):
                said.setdefault(owner.code, _Said()).answers[f"{number}.{recommendation.label}"] = paragraph.text
    for one in listed:
        if one.code not in said:
            told.append(f"{one.code}: listed as having replied, but no paragraph is theirs")
    first = next((f"1.{one.label}" for issue in parts.issues[:1] for one in issue.recommendations[:1]), "")
    for one in said.values():
        if set(one.answers) == {first} and _GENERAL.search(one.answers[first]):
            one.general = one.answers.pop(first)
    return said, told


def _owned(
    recommendation: PastRecommendation, listed: list[Respondent], names: Names, told: list[str]
) -> list[tuple[Numbered, Respondent]]:
    """The paragraphs of a recommendation with their respondents; those whose respondent nobody can say are told."""
    paragraphs, cut = recommendation.paragraphs, recommendation.apart_from
    openings = [one for one in map(names.opening, (paragraph.text for paragraph in paragraphs)) if one]
    candidates = [one for one in names.register.respondents if one in listed or one in openings]
    if cut is None:
        groups = [(paragraphs, candidates)]
    else:
        apart = [one for one in candidates if one.kind == "organization"]
        groups = [(paragraphs[:cut], [one for one in candidates if one not in apart]), (paragraphs[cut:], apart)]
    found = []
    for some, those in groups:
        for paragraph, owner in zip(some, names.owners([one.text for one in some], those), strict=True):
            about = f"{paragraph.place}: paragraph {paragraph.number}"
            if owner is None:
                told.append(f"{about}: whose it is cannot be said: {paragraph.text}")
                continue
            if not owner.named:
                told.append(f"{about}: names no respondent; by the order of the note it is {owner.respondent.code}'s")
            if listed and owner.respondent not in listed:
                told.append(f"{about}: {owner.respondent.code} is not among those listed as having replied")
            found.append((paragraph, owner.respondent))
    return found


def _reply(respondent: Respondent, said: _Said, file: Path) -> str:
    fields: dict = {"respondent": respondent.code, "voice": REPORTED}
    if said.answers:
        fields["answers"] = {identifier: {"text": text} for identifier, text in said.answers.items()}
    if said.general:
        fields["general"] = said.general
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=110)
    return f"# As the note {file.name} reports it.\n{text}"


def _receipts(repliers: list[Respondent], file: Path) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(receipts.COLUMNS)
    writer.writerows((f"{one.code}.yaml", one.code, "", "note", f"imported from {file.name}") for one in repliers)
    return out.getvalue()
