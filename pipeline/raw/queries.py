"""queries.csv: questions and changes that editors left in the Word note and that no entry of editorial/ can hold.

Keeps out: reading them from the note (`desk/`), and the findings they become (`note/editor_queries.py`).
"""

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Faults
from pipeline.raw import csv_lines

FILE = "queries.csv"
COLUMNS = ("answer", "about", "by", "on", "text", "answered")
COMMENT = ""
# What a line may be about, beside a comment: docs/rules.md, "The Word note taken back".
ABOUT = (COMMENT, "recommendation", "heading", "introduction", "new_paragraph", "moved", "split")


@dataclass(frozen=True)
class Query:
    """One line: `answer` is the id of the paragraph's answer, or a recommendation's, or empty.

    `line` is counted from 1, `about` is one of ABOUT, `on` the day as written; `answered` is empty until somebody has.
    """

    answer: str
    about: str
    by: str
    on: str
    text: str
    answered: str = ""
    line: int = 0


def load_queries(folder: Path) -> list[Query]:
    """The queries of a meeting in the order of the file; none where there is no file.

    Raises:
        BadInput: naming file, line, column, what was found and what was expected.
    """
    path = folder / FILE
    if not path.exists():
        return []
    name = f"{folder.parent.name}/{folder.name}/{FILE}"
    found, faults = [], Faults()
    for line, row in csv_lines.read(path, name, COLUMNS, ("text",), faults):
        if row["about"] not in ABOUT:
            faults.add(f"{name}:{line}", "about", row["about"], f"nothing, or one of {', '.join(ABOUT[1:])}")
            continue
        found.append(Query(*(row[column] for column in COLUMNS), line))
    faults.tell()
    return found


def add_queries(folder: Path, added: list[Query]) -> list[Query]:
    """Add lines to a meeting's queries.csv, which is made where there is none; returns those it did not have yet.

    Raises:
        BadInput: the file that is there is not as it must be.
        CannotWrite: the disk is full, or nothing may be written there.
    """
    known = {(one.answer, one.about, one.by, one.text) for one in load_queries(folder)}
    new = [one for one in dict.fromkeys(added) if (one.answer, one.about, one.by, one.text) not in known]
    if new:
        csv_lines.append(folder / FILE, COLUMNS, [tuple(getattr(one, name) for name in COLUMNS) for one in new])
    return new
