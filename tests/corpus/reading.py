"""Compares what the reader makes of a form of the corpus with what a person takes from it, field by field.

Used by the tests and by the table in bench/README.md. Keeps out: the forms and their truth (`cases.py`).
"""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.case import Case as Meeting
from pipeline.config import Limits, Workspace
from pipeline.reading.kinds import read
from pipeline.reading.reply import Question
from tests.corpus.cases import CASES, build, truth
from tests.corpus.content import KEYS, MEETING, REGISTER, Answer, loose

_FOLDER = tempfile.TemporaryDirectory(prefix="corpus-")
RESAVED = Path(__file__).parent / "resaved"


@dataclass(frozen=True)
class Field:
    """One thing a form says: what was read and what it says."""

    case: str
    kind: str
    name: str
    read: str
    said: str

    @property
    def right(self) -> bool:
        return self.read == self.said


@cache
def meeting() -> Meeting:
    """The invented meeting of the corpus, in a folder of its own."""
    root = Path(_FOLDER.name)
    folder = root / "raw" / "velm-4"
    folder.mkdir(parents=True)
    (folder / "meeting.yaml").write_text(MEETING, encoding="utf-8")
    (root / "raw" / "respondents.csv").write_text(REGISTER, encoding="utf-8")
    return Meeting(Workspace(root), "velm-4")


def _saved_again() -> dict[str, Path]:
    """The files that LibreOffice saved again or printed: "again" or "printed" stands before the form's name."""
    again = {f"again {path.stem}": path for path in sorted(RESAVED.glob("*.docx"))}
    return again | {f"printed {path.stem}": path for path in sorted(RESAVED.glob("*.pdf"))}


NAMES = (*CASES, *_saved_again())


@cache
def form(name: str) -> bytes:
    """A form of the corpus; it is built when it is asked for, once."""
    return build(CASES[name]) if name in CASES else _saved_again()[name].read_bytes()


def forms() -> dict[str, bytes]:
    """Every form of the corpus by name."""
    return {name: form(name) for name in NAMES}


def fields(name: str, data: bytes) -> list[Field]:
    """What was read from a form beside what it says."""
    case = CASES[name.split()[-1]]
    said, one = truth(case), meeting()
    question = Question("velm-4", tuple(one.meeting.recommendations))
    (reply,) = read(data, question, Limits())
    found = [candidate.code for candidate in one.register.find(reply.respondent)]
    pairs = [
        ("respondent", "respondent", " ".join(found), said.code),
        ("date", "date", str(_day(reply.submitted_on, one) or ""), said.date_iso),
        ("consent", "consent", reply.publish, said.consent),
        ("general", "general", loose(reply.general), loose(said.general)),
    ]
    pairs += [("contact", key, loose(reply.contact.get(key, "")), loose(value)) for key, value in said.contact.items()]
    answers = {answer.recommendation: answer for answer in reply.answers}
    for key in KEYS:
        answer, truly = answers.get(key), said.answers[key]
        marked = "unclear" if truly.marked == "both" or (truly.text and not truly.marked) else truly.marked
        pairs.append(("mark", key, answer.action_taken if answer else "", marked))
        pairs.append(("text", key, _text(answer, truly), loose(truly.text)))
    pairs.append(("others", "others", " ".join(sorted(set(answers) - set(KEYS))), ""))
    return [Field(name, *pair) for pair in pairs]


def _text(answer, truly: Answer) -> str:
    """The text read; a "Yes." typed before it may be kept or not."""
    text = loose(answer.text) if answer else ""
    led = loose(truly.lead + truly.text)
    return loose(truly.text) if truly.lead and text == led else text


def _day(written: str, one: Meeting):
    from pipeline.text.dates import read_date

    return read_date(written, one.meeting.questionnaire.dispatched).day
