"""editorial/CODE.yaml: paragraphs an editor has approved, reworded or cut, one file per respondent.

Keeps out: which paragraph wins (`note/paragraphs.py`).
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import BadInput, Faults
from pipeline.raw import yaml_lines
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.words import run_in

FINGERPRINT_LENGTH = 12


@dataclass(frozen=True)
class Edit:
    """An editor's decision on one answer. `text` is None where the paragraph is to be left out."""

    respondent: str
    recommendation: str
    text: str | None
    of: str | None
    file: str
    line: int


def fingerprint(answer_text: str) -> str:
    """First 12 hexadecimal digits of the SHA-256 of an answer's text: what `of` is compared with."""
    return hashlib.sha256(answer_text.encode()).hexdigest()[:FINGERPRINT_LENGTH]


def load_edits(folder: Path, meeting: Meeting, register: Register) -> dict[tuple[str, str], Edit]:
    """All edits of a meeting by respondent and recommendation; an entry still as the program put it there is none.

    Raises:
        BadInput: naming file, line, field, what was found and what was expected.
    """
    known = {recommendation.id for recommendation in meeting.recommendations}
    edits, faults = {}, Faults()
    for path in sorted((folder / "editorial").glob("[!.~]*")):
        name = f"{folder.parent.name}/{folder.name}/editorial/{path.name}"
        code = path.stem
        if code not in register.by_code or path.suffix != ".yaml":
            found = path.name if path.suffix != ".yaml" else code
            faults.add(name, "file name", found, "the code of a respondent, such as NPL.yaml")
            continue
        try:
            document = yaml_lines.parse(path.read_text(encoding="utf-8"), name)
        except UnicodeDecodeError as error:
            faults.add(name, "encoding", f"byte {error.start}", "UTF-8 text")
            continue
        except BadInput as error:
            faults.take(error)
            continue
        if not isinstance(document.data, dict | None):
            faults.add(f"{name}:1", "file", type(document.data).__name__, "recommendations with their paragraphs")
            continue
        for identifier, entry in (document.data or {}).items():
            if identifier not in known:
                faults.add(document.place((identifier,)), "recommendation", identifier, "one of this meeting's")
                continue
            try:
                edit = _edit(code, identifier, entry, document, f"editorial/{path.name}")
                # As the program put it there: nobody has decided anything.
                if edit.text is None or fingerprint(edit.text) != document.written((identifier, "given")):
                    edits[code, identifier] = edit
            except BadInput as error:
                faults.take(error)
    faults.tell()
    return edits


def _edit(code: str, identifier: str, entry: object, document: yaml_lines.Document, file: str) -> Edit:
    place = document.place((identifier,))
    if not isinstance(entry, dict) or not set(entry) <= {"text", "of", "given", "omit", "reason"}:
        raise BadInput.at(place, identifier, str(entry), "text and of, or omit: true and reason")
    omit, text = entry.get("omit", False), entry.get("text")
    if not isinstance(omit, bool):
        raise BadInput.at(place, f"{identifier}.omit", omit, "true or false")
    if not isinstance(text, str | None) or omit == bool(text and text.strip()):
        raise BadInput.at(place, identifier, str(entry), "either a text or omit: true")
    if omit and not str(entry.get("reason") or "").strip():
        raise BadInput.at(place, f"{identifier}.reason", "nothing", "why the paragraph is left out")
    of = document.written((identifier, "of"))
    return Edit(
        respondent=code,
        recommendation=identifier,
        text=run_in(text) if text else None,
        of=of,
        file=file,
        line=document.line((identifier,)),
    )
