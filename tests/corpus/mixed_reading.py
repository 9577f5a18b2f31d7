"""In what a form mixed at random is read otherwise than it was written.

Used by the tests and by bench/mixed_layouts.py. Keeps out: the forms (`mixed.py`).
"""

from pipeline.config import Limits
from pipeline.intake.take_in import question_of
from pipeline.reading.kinds import read
from pipeline.reading.reply import Unreadable
from tests.corpus.content import loose
from tests.corpus.mixed import RESPONDENT, mixed
from tests.corpus.reading import meeting


def differences(seed: int, language: str) -> list[str]:
    """What was read and is not what was written, a line each, and how the form was mixed; empty where all is right."""
    data, form = mixed(seed, language)
    try:
        (reply,) = read(data, question_of(meeting().meeting), Limits())
    except Unreadable as error:
        return [f"{error.code}: {error.found}", str(form.drawn)]
    answers = {one.recommendation: (one.action_taken, loose(one.text)) for one in reply.answers}
    found = [
        f"{key}: {answers.get(key)}, written {(mark, text)}"
        for key, (mark, text) in form.answers.items()
        if answers.get(key) != (mark, loose(text))
    ]
    found += [f"no recommendation of the meeting: {key}" for key in answers.keys() - form.answers.keys()]
    if RESPONDENT not in reply.respondent or not reply.submitted_on:
        found.append(f"respondent {reply.respondent!r}, date {reply.submitted_on!r}")
    return [*found, str(form.drawn)] if found else []
