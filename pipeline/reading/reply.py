"""What every reader returns: a reply as the file gives it, before anything is judged.

Values stay text as written; intake decides what they mean. Keeps out: formats and the register.
"""

import hashlib
from dataclasses import dataclass, field

from pipeline.raw.recommendation import Recommendation

# Parts of a reply that are kept apart from all others.
PRIVATE = ("contact", "as_received")
CONTACT_FIELDS = ("name", "title", "address", "telephone", "fax", "email")


@dataclass(frozen=True)
class Question:
    """The questionnaire a reader looks for in a file: which meeting, which recommendations.

    `printed` are lines that its forms print besides, such as where they go back to.
    """

    meeting_id: str
    recommendations: tuple[Recommendation, ...]
    printed: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadAnswer:
    """One answer as written. `recommendation` may be an id that the meeting does not have.

    `text_in_form` is the recommendation as the form prints it; None where the format does not print it.
    """

    recommendation: str
    action_taken: str
    text: str
    locator: str
    text_in_form: str | None = None


@dataclass(frozen=True)
class Remark:
    """Something a reader noticed: a finding code, the place, and what stands there."""

    code: str
    locator: str
    value: str


# Where the subject of an e-mail stands, in it.
SUBJECT = "subject"


@dataclass(frozen=True)
class Unplaced:
    """Words that stand in no field and no answer: where, and what they say.

    `after` is a mark of the line before them, so that copies of one form can be laid side by side. `recommendation`
    is the one whose section they stand in, where they stand in one.
    """

    locator: str
    text: str
    after: str = ""
    recommendation: str = ""


@dataclass(frozen=True)
class Reply:
    """One respondent's reply as read. `publish` is yes, no, unclear or empty where nothing is stated.

    `received_on` is the day of the e-mail that carried it, as its header writes it.
    `whole_form`: the format prints every recommendation, so that one it lacks has been taken out.
    `answer_heads` are labels that stood before most answers and were taken off: a name may be another respondent's.
    `as_received` are texts with contact data that is withheld everywhere else, each with its place; like `contact` they
    are kept apart.
    """

    format: str
    respondent: str = ""
    submitted_on: str = ""
    publish: str = ""
    voice: str = "first_person"
    contact: dict[str, str] = field(default_factory=dict)
    answers: tuple[ReadAnswer, ...] = ()
    general: str = ""
    general_locator: str = ""
    remarks: tuple[Remark, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    whole_form: bool = True
    received_on: str = ""
    answer_heads: tuple[str, ...] = ()
    as_received: tuple[tuple[str, str], ...] = ()


def line_mark(text: str) -> str:
    """A short mark of a line, by which the line behind it can be told in another copy of the form."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def reply_as_json(reply: Reply) -> dict:
    """A reply as JSON can hold it, without what is private."""
    plain = dict(vars(reply)) | {"contact": {}, "as_received": ()}
    plain["answers"] = [list(vars(answer).values()) for answer in reply.answers]
    plain["remarks"] = [list(vars(remark).values()) for remark in reply.remarks]
    plain["unplaced"] = [list(vars(words).values()) for words in reply.unplaced]
    return plain


def reply_from_json(plain: dict) -> Reply:
    """The reply that `reply_as_json` wrote, with its private parts put in again."""
    plain = plain | {
        "as_received": tuple(map(tuple, plain["as_received"])),
        "answer_heads": tuple(plain["answer_heads"]),
    }
    made = {"answers": ReadAnswer, "remarks": Remark, "unplaced": Unplaced}
    return Reply(**plain | {name: tuple(kind(*one) for one in plain[name]) for name, kind in made.items()})


class Unreadable(Exception):
    """A file that gives no reply: a finding code of severity error and its case, what was found, what was expected."""

    def __init__(self, code: str, found: str, expected: str, case: str = ""):
        super().__init__(f"{code}: {found}")
        self.code, self.found, self.expected, self.case = code, found, expected, case


def utf8_text(data: bytes) -> str:
    """The text of a file in UTF-8, without its byte order mark.

    Raises:
        Unreadable: the bytes are in another encoding, which is not guessed.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte {error.start} that is not UTF-8 but perhaps Windows-1252"
        raise Unreadable("unreadable_file", found, "UTF-8 text: save it anew in that encoding") from None
