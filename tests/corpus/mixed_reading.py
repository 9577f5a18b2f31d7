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


def _answers(reply: Reply, written: dict[str, tuple[str, str]]) -> list[str]:
    answers = {one.recommendation: (one.action_taken, loose(one.text)) for one in reply.answers}
    found = [
        f"{key}: {answers.get(key)}, written {(mark, text)}"
        for key, (mark, text) in written.items()
        if answers.get(key) != (mark, loose(text))
    ]
    return found + [f"no recommendation of the meeting: {key}" for key in answers.keys() - written.keys()]
