"""Present paragraphs as entries of editorial/CODE.yaml, ready to be changed.

Keeps out: how the file is written (`raw/editorial_file.py`).
"""

from collections.abc import Sequence

from pipeline.case import Case
from pipeline.errors import BadInput
from pipeline.raw.editorial import fingerprint
from pipeline.raw.editorial_file import Entry

# Stands where an answer has no paragraph; as long as it does, the entry counts as none.
NO_PARAGRAPH = "…"


def present_entries(case: Case, code: str, asked: Sequence[str]) -> tuple[dict[str, Entry], list[str]]:
    """Entries for a respondent's answers by recommendation, and the recommendations that an editor has reworded.

    `asked` names recommendations; none: all that the respondent has words for. What an editor has reworded stays.

    Raises:
        BadInput: the respondent or a recommendation is unknown, or there is no answer to it; the meeting was not run.
    """
    if code not in case.register.by_code:
        raise BadInput(f"{case.meeting_id}: found {code}, expected the code of a respondent, such as NPL")
    known = [one.id for one in case.meeting.recommendations]
    if unknown := [name for name in asked if name not in known]:
        raise BadInput(f"{case.meeting_id}: found {unknown[0]}, expected a recommendation: {', '.join(known)}")
    rows = case.table("core.answers").to_dicts()
    answers = {row["recommendation"]: row["text"] or "" for row in rows if row["respondent"] == code}
    for name in asked:
        if name not in answers:
            raise BadInput(f"{case.meeting_id}: found no answer of {code} to {name}, expected one")
    paragraphs = {
        row["recommendation"]: row["text"]
        for row in case.table("derived.note_paragraphs").to_dicts()
        if row["respondent"] == code
    }
    wanted = [name for name in known if (name in asked if asked else answers.get(name))]
    if not wanted:
        raise BadInput(f"{case.meeting_id}: found no answer of {code} with words, expected one")
    standing = [name for name in wanted if (code, name) in case.edits]
    return {
        name: entry_of(paragraphs.get(name, NO_PARAGRAPH), answers[name]) for name in wanted if name not in standing
    }, standing


def entry_of(text: str, answer: str) -> Entry:
    """An entry of a text that the program gives out, with the answer beside it."""
    return Entry(text, fingerprint(answer), fingerprint(text), beside=f"The answer: {' '.join(answer.split())}")
