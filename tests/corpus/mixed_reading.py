"""In what a form mixed at random is read otherwise than it was written.

Used by the tests and by bench/mixed_layouts.py. Keeps out: the forms (`mixed.py`, `mixed_front.py`).
"""

from pipeline.config import Limits
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Reply, Unreadable
from tests.corpus.content import loose
from tests.corpus.mixed import RESPONDENT, mixed
from tests.corpus.mixed_front import mixed_front
from tests.corpus.mixed_mails import mixed_mail
from tests.corpus.mixed_sheet_forms import mixed_sheet_form
from tests.corpus.mixed_tables import AGENCY, CONTACT, Said, mixed_table
from tests.corpus.mixed_words import WORDS
from tests.corpus.reading import meeting


def differences(seed: int, language: str, printed: bytes | None = None) -> list[str]:
    """What was read and is not what was written, a line each, and how the form was mixed; empty where all is right.

    `printed` is the form in another format, where not the Word file is to be read.
    """
    data, form = mixed(seed, language)
    reply = _read(printed or data)
    if isinstance(reply, str):
        return [reply, str(form.drawn)]
    found = _answers(reply, form.answers)
    if RESPONDENT not in reply.respondent or not reply.submitted_on:
        found.append(f"respondent {reply.respondent!r}, date {reply.submitted_on!r}")
    return [*found, str(form.drawn)] if found else []


def differences_in_front(seed: int, language: str, printed: bytes | None = None) -> list[str]:
    """The same for a form whose front matter was mixed."""
    data, written = mixed_front(seed, language)
    reply = _read(printed or data)
    if isinstance(reply, str):
        return [reply, str(written.drawn)]
    found = _answers(reply, written.answers)
    if RESPONDENT not in reply.respondent:
        found.append(f"respondent {reply.respondent!r}")
    contact = {field: loose(value) for field, value in reply.contact.items() if value}
    if contact != {field: loose(value) for field, value in written.contact.items()}:
        found.append(f"contact {reply.contact}, written {written.contact}")
    if bool(reply.submitted_on) != bool(written.date) or written.date not in reply.submitted_on:
        found.append(f"date {reply.submitted_on!r}, written {written.date!r}")
    if reply.publish != written.publish:
        found.append(f"publish {reply.publish!r}, written {written.publish!r}")
    if loose(reply.general) != loose(written.general):
        found.append(f"general {reply.general!r}, written {written.general!r}")
    return [*found, str(written.drawn)] if found else []


def _read(data: bytes) -> Reply | str:
    """The one reply of a form, or why it was refused."""
    try:
        (reply,) = read(data, question_of(meeting().meeting), Limits())
    except Unreadable as error:
        return f"{error.code}: {error.found}"
    return reply


def _answers(reply: Reply, written: dict[str, tuple[str, str]], leads: tuple[str, ...] = ()) -> list[str]:
    answers = {one.recommendation: (one.action_taken, loose(one.text)) for one in reply.answers}
    # Of a recommendation without an answer a table or a message may have nothing.
    absent = None if reply.whole_form and reply.format != "eml" else ("", "")
    found = []
    for key, (mark, text) in written.items():
        known = {loose(text), *(loose(f"{lead}{text}") for lead in leads)}
        read_mark, read_text = answers.get(key, absent) or ("nothing", "")
        if read_mark != mark or read_text not in known:
            found.append(f"{key}: {(read_mark, read_text)}, written {(mark, text)}")
    return found + [f"no recommendation of the meeting: {key}" for key in answers.keys() - written.keys()]


def differences_in_table(seed: int, language: str) -> list[str]:
    """The same for a sheet of several respondents."""
    return _of_each(*mixed_table(seed, language))


def differences_in_sheet_form(seed: int, language: str) -> list[str]:
    """The same for a workbook that is a form."""
    return _of_each(*mixed_sheet_form(seed, language))


def differences_in_mail(seed: int, language: str) -> list[str]:
    """The same for an e-mail whose message is the reply; the word before an answer may be part of it or not."""
    data, written, drawn = mixed_mail(seed, language)
    words = WORDS[language]
    return _of_each(
        data, written, drawn, tuple(f"{word}{end}" for word in (words.yes, words.no) for end in (". ", " – "))
    )


def _of_each(data: bytes, written: list[Said], drawn: dict[str, str], leads: tuple[str, ...] = ()) -> list[str]:
    try:
        replies = read(data, question_of(meeting().meeting), Limits())
    except Unreadable as error:
        return [f"{error.code}: {error.found}", str(drawn)]
    known = {one.respondent: one for one in replies}
    found = [f"respondents {sorted(known)}"] if known.keys() != {said.respondent for said in written} else []
    for said in written:
        if reply := known.get(said.respondent):
            found += [
                f"{said.respondent}: {line}" for line in _answers(reply, said.answers, leads) + _fields(reply, said)
            ]
    return [*found, str(drawn)] if found else []


def _fields(reply: Reply, said: Said) -> list[str]:
    """What is not read of the fields of a respondent as it was written."""
    contact = {kind: value for kind, value in said.fields.items() if kind in CONTACT and value}
    read_contact = {kind: value for kind, value in reply.contact.items() if value}
    if reply.format == "eml":  # a signature may tell more
        read_contact = {kind: value for kind, value in read_contact.items() if kind in contact}
    date = said.fields.get("date", "")
    pairs = (
        ("contact", read_contact, contact),
        ("date", reply.submitted_on, date),
        ("publish", reply.publish, said.fields.get("publish", "")),
        ("general", loose(reply.general), loose(said.fields.get("general", ""))),
    )
    found = [f"{name} {read!r}, written {truly!r}" for name, read, truly in pairs if read != truly]
    values = (value for kind, value in said.fields.items() if kind != "publish")
    typed = [loose(text) for text in (*values, *(text for _, text in said.answers.values()))]
    typed = [text for text in typed if text and text != AGENCY]
    unplaced = [loose(words.text) for words in reply.unplaced]
    return found + [f"unplaced {text!r}" for text in unplaced if any(one in text for one in typed)]
