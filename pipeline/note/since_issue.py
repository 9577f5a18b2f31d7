"""What has changed since the note was issued: the paragraphs and lines that differ from the issued note.

Keeps out: issuing (`warehouse/issue.py`) and what any two runs differ in.
"""

import difflib
from collections.abc import Sequence

from pipeline.findings import Finding, Place, finding
from pipeline.note.printed import MASTHEAD, NUMBERED, SYMBOL, Part, printed_parts
from pipeline.raw.life_cycle import ISSUED_NOTE
from pipeline.text.one_line import shorten

_TABLE = "derived.note_paragraphs"


def changes_since_issue(issued: str, note: str, rows: Sequence[dict], *, next_version: bool = False) -> list[Finding]:
    """A finding for each paragraph, and for each other line, in which the note differs from the issued one.

    `issued` and `note` are Markdown, `rows` those of derived.note_paragraphs for the note as it is now. `next_version`:
    symbol and date are those of another version, as they are meant to be.
    """
    meant = {SYMBOL, MASTHEAD} if next_version else set()
    before, now = ([part for part in printed_parts(text) if part.kind not in meant] for text in (issued, note))
    by_number = {row["number"]: row for row in rows}
    found: list[Finding] = []
    for tag, old, old_end, new, new_end in difflib.SequenceMatcher(
        a=[_said(part) for part in before], b=[_said(part) for part in now], autojunk=False
    ).get_opcodes():
        if tag != "equal":
            found += _differences(before[old:old_end], now[new:new_end], by_number)
    return found


def _said(part: Part) -> tuple[str, str, tuple[int, ...]]:
    """What a part says: a paragraph that has only another number says the same."""
    return part.kind, part.text, part.marks


def _differences(before: list[Part], now: list[Part], rows: dict[int, dict]) -> list[Finding]:
    """Parts in the place of others, one against one as far as both go."""
    found = []
    for place in range(max(len(before), len(now))):
        old = before[place] if place < len(before) else None
        new = now[place] if place < len(now) else None
        row = rows.get(new.number, {}) if new and new.kind == NUMBERED else {}
        where = Place(_TABLE, row.get("respondent"), row.get("recommendation"), ISSUED_NOTE, _name(old))
        shown, expected = _name(new) if new else "nothing", shorten(old.text) if old else "nothing, as issued"
        told = f"{shown}: {shorten(new.text)}" if new else shown
        found.append(
            finding(
                "changed_after_issue",
                where,
                found=told,
                expected=expected,
                row={"issued": old.text if old else None, "now": new.text if new else None},
            )
        )
    return found


def _name(part: Part | None) -> str:
    if part is None:
        return "no such paragraph"
    return f"paragraph {part.number}" if part.kind == NUMBERED else f"the {part.kind}"
