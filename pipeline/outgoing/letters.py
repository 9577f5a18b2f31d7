"""Drafts of letters to respondents: reminders of outstanding replies, and questions that a reply leaves open.

Each as an e-mail that nobody has addressed or sent (.eml) and as Markdown; wordings are data (`letters.yaml`). None
has contact data: to whom it goes is written in by whoever sends it. Keeps out: the form (`questionnaire.py`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache

import jinja2

from pipeline.raw.meeting import Meeting
from pipeline.raw.recommendation import Recommendation
from pipeline.raw.respondents import Respondent
from pipeline.reading.own_form import return_to
from pipeline.text.data_file import data_beside
from pipeline.text.markdown import markdown_text
from pipeline.text.spoken import long_date, ordinal_words

REMINDER, QUERY = "reminder", "query"
_WORD = ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document")


@dataclass(frozen=True)
class Letter:
    """A draft: its subject and paragraphs, those that are questions, and the form it comes with.

    `form` are the name and the bytes of a .docx; None for a letter without one.
    """

    subject: str
    before: tuple[str, ...]
    questions: tuple[str, ...]
    after: tuple[str, ...]
    form: tuple[str, bytes] | None = None

    def text(self) -> str:
        """The letter as plain text."""
        numbered = (f"{number}. {one}" for number, one in enumerate(self.questions, start=1))
        return "\n\n".join((*self.before, *numbered, *self.after)) + "\n"

    def markdown(self) -> str:
        """The letter as Markdown, with the name of the form."""
        numbered = (f"{number}. {markdown_text(one)}" for number, one in enumerate(self.questions, start=1))
        attached = (f"Attached: {self.form[0]}",) if self.form else ()
        parts = (f"# {markdown_text(self.subject)}", *map(markdown_text, self.before), *numbered)
        return "\n\n".join((*parts, *map(markdown_text, self.after), *attached)) + "\n"

    def message(self, day: date) -> bytes:
        """The letter as an e-mail without addresses that mail programs open as a draft; the form is attached."""
        message = EmailMessage(policy=SMTP.clone(max_line_length=998))
        message["Subject"] = self.subject
        message["Date"] = datetime.combine(day, time(), UTC)
        message["X-Unsent"] = "1"
        message.set_content(self.text(), cte="8bit")
        if self.form:
            name, content = self.form
            message.add_attachment(content, *_WORD, filename=name)
            message.set_boundary("=-=-= rapporteur =-=-=")
        return message.as_bytes()


def reminder(meeting: Meeting, person: Respondent, day: date, form: bytes, *, earlier: bool) -> Letter:
    """A reminder to a respondent whose reply is outstanding on a day; `earlier`: its form holds earlier answers."""
    words, sent = _words()[REMINDER], meeting.questionnaire
    known = _known(meeting, person, day) | {"earlier": earlier}
    stage = "before" if day <= sent.deadline else "after" if day <= sent.cutoff else "over"
    lines = [words["greeting"], *words[stage], words["form"]]
    name = f"{meeting.id}-{person.code}.docx"
    return Letter(
        _filled(words["subject"], known),
        tuple(_filled(one, known) for one in lines),
        (),
        _end(meeting, known),
        (name, form),
    )


def query(meeting: Meeting, person: Respondent, day: date, findings: Sequence[Mapping]) -> Letter | None:
    """A letter with the questions that a reply leaves open; None where none of the findings is one.

    `findings` are open rows of quality.findings about the respondent; questions follow the order of the note.
    """
    words, known = _words(), _known(meeting, person, day)
    order = {one.id: one.position for one in meeting.recommendations}
    asked = [row for row in findings if row["code"] in words["questions"]]
    asked.sort(key=lambda row: (order.get(row["recommendation"], 0), row["number"]))
    names = {one.id: _name(one) for one in meeting.recommendations}
    said = [
        words["questions"][row["code"]].format(
            place=names.get(row["recommendation"], "the reply"), which=_which(row["value"] or "", names)
        )
        for row in asked
    ]
    if not said:
        return None
    opening = (words[QUERY]["greeting"], _filled(words[QUERY]["opening"], known))
    questions = tuple(dict.fromkeys(said))
    return Letter(
        _filled(words[QUERY]["subject"], known), opening, questions, (words[QUERY]["closing"], *_end(meeting, known))
    )


def _name(one: Recommendation) -> str:
    """A recommendation as the form prints it."""
    return f"issue {one.issue}, recommendation {one.printed_label}"


def _which(value: str, names: Mapping[str, str]) -> str:
    """The recommendations that a finding names."""
    found = [names[one] for one in re.findall(r"\d+\.\w+", value) if one in names]
    return "; ".join(found) or "some recommendations"


def _end(meeting: Meeting, known: Mapping) -> tuple[str, ...]:
    where = (_filled(_words()["return_to"], known),) if known["return_to"] else ()
    return (*where, _words()["signature"])


def _known(meeting: Meeting, person: Respondent, day: date) -> dict:
    sent, adopted = meeting.questionnaire, meeting.adopted_by
    return {
        "name": person.name,
        "name_in_text": person.name_in_text,
        "kind": person.kind,
        "title": f"{ordinal_words(meeting.ordinal)} {meeting.body}",
        "adopted": f"{ordinal_words(adopted.ordinal)} {meeting.body}",
        "adopted_place": adopted.place,
        "return_to": return_to(meeting),
        "day": long_date(day),
        **{name: long_date(getattr(sent, name)) for name in ("dispatched", "deadline", "cutoff")},
    }


@cache
def _words() -> dict:
    return data_beside(__file__, "letters.yaml")


def _filled(text: str, known: Mapping) -> str:
    return jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False).from_string(text).render(known)
