"""Filled-in questionnaires of any meeting, without tags, in two plain layouts and with the usual marks.

`table_form` has fields and answers in table rows, `line_form` labels, dotted lines and answers as paragraphs. Both are
written with the pieces of `corpus/wordml.py`, as the corpus is. Keeps out: layouts that drift (`corpus/layouts.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pipeline.raw.meeting import Meeting
from tests.corpus.package import Document
from tests.corpus.wordml import cell, check_control, check_field, par, plain, row, run, table

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
GUIDANCE = (
    "Please keep each answer to 200 words at most.",
    "Please give full references to laws and documents.",
    "Please give numbers where you have them.",
    "Please mention obstacles that you met.",
)
CONTACT = {
    "name": "Contact person",
    "title": "Title and Organization",
    "address": "Address",
    "telephone": "Telephone",
    "fax": "Fax",
    "email": "E-Mail",
}


@dataclass
class Filled:
    """What an officer writes into a form: answers as (yes, no or empty; text) by recommendation."""

    respondent: str
    answers: dict[str, tuple[str, str]]
    submitted_on: str = ""
    publish: str = ""
    general: str = ""
    contact: dict[str, str] = field(default_factory=dict)


# Runs of one of the two words by how it is marked: the word, whether it is chosen, whether the other one is.
Mark = Callable[[str, bool, bool], str]
MARKS: dict[str, Mark] = {
    "glyph": lambda word, chosen, _: run(f"{word} {'☒' if chosen else '☐'}"),
    "letter": lambda word, chosen, _: run(word + (" X" if chosen else "")),
    "bold": lambda word, chosen, _: run(word, "<w:b/>" if chosen else ""),
    "struck": lambda word, _, other: run(word, "<w:strike/>" if other else ""),
    "control": lambda word, chosen, _: run(f"{word} ") + check_control(chosen),
    "legacy": lambda word, chosen, _: run(f"{word} ") + check_field("0", "bare" if chosen else ""),
}


def marked(mark: str, value: str) -> tuple[str, str]:
    """The runs of YES and of NO, one of them marked unless the value is empty."""
    draw = MARKS[mark]
    return draw("YES", value == "yes", value == "no"), draw("NO", value == "no", value == "yes")


def _title(meeting: Meeting) -> list[str]:
    adopted = meeting.adopted_by
    return [
        plain("Implementations of the recommendations"),
        plain(f"adopted by meeting {adopted.ordinal} of the {meeting.body}, held in {adopted.place}"),
        plain("QUESTIONNAIRE"),
    ]


def _lines(text: str) -> str:
    return "".join(plain(line) for line in text.split("\n"))


def _fields(values: dict[str, str]) -> str:
    return table([row(cell(plain(label)), cell(_lines(value))) for label, value in values.items()], (4500, 4500))


def table_form(meeting: Meeting, filled: Filled, mark: str = "glyph") -> bytes:
    """The layout with table rows: labels in the left cell, "Any action taken" with YES and NO in own cells."""
    form = Document()
    form.add(*_title(meeting), *_table_front(meeting, filled, mark))
    for number, issue in enumerate(meeting.issues, start=1):
        form.add(plain(f"Issue {ROMAN[number]}"), plain(issue.title))
        for position, recommendation in enumerate(issue.recommendations, start=1):
            action, text = filled.answers.get(f"{number}.{recommendation.label}", ("", ""))
            yes, no = marked(mark, action)
            rows = [
                row(cell(plain(recommendation.text), span=3)),
                row(cell(plain("Any action taken")), cell(par(yes)), cell(par(no))),
                row(cell(plain("Comments:")), cell(_lines(text), span=2)),
            ]
            form.add(plain(f"Recommendation {position}"), table(rows, (3000, 3000, 3000)))
    if filled.general:
        form.add(plain("General comments:"), _lines(filled.general))
    return form.save()


def _table_front(meeting: Meeting, filled: Filled, mark: str) -> list[str]:
    yes, no = marked(mark, filled.publish)
    return [
        plain("Submission Information"),
        _fields({"Name of country:": filled.respondent, "Date of submission:": filled.submitted_on}),
        plain("Information for follow-up purposes"),
        _fields({label: filled.contact.get(key, "") for key, label in CONTACT.items()}),
        plain("Publishing on the UNODC website"),
        plain("May this form be posted on the website as received?"),
        table([row(cell(par(yes)), cell(par(no)))], (4500, 4500)),
        plain("PLEASE RETURN THIS QUESTIONNAIRE (WORD VERSION) TO:"),
        plain(meeting.questionnaire.return_to.office),
        plain("Guidance Note for completing the questionnaire on implementation of recommendations"),
        *(plain(line, style="ListBullet") for line in GUIDANCE),
    ]


def line_form(meeting: Meeting, filled: Filled, mark: str = "letter") -> bytes:
    """The layout with paragraphs: "Yes / No" on one line, answers over rows of dots, no consent block."""
    form = Document()
    form.add(
        *_title(meeting),
        plain("Submission information"),
        plain("Name of country"),
        plain(filled.respondent or "................"),
        plain("Date of submission"),
        plain(filled.submitted_on or "................"),
        plain("PLEASE RETURN THIS QUESTIONNAIRE TO:"),
        plain(meeting.questionnaire.return_to.office),
    )
    for number, issue in enumerate(meeting.issues, start=1):
        form.add(plain(f"Issue {ROMAN[number]}"), plain(issue.title))
        for recommendation in issue.recommendations:
            action, text = filled.answers.get(f"{number}.{recommendation.label}", ("", ""))
            form.add(
                plain(f"Recommendation ({recommendation.label})"),
                plain(recommendation.text),
                plain("Any action taken?"),
                par(run(" / ").join(marked(mark, action))),
                plain("Please elaborate:" + ("" if text else " ............................")),
                _lines(text),
                plain("...................................................."),
            )
    if filled.general:
        form.add(plain(f"General comments: {filled.general}"))
    return form.save()
