"""What there is in a questionnaire: the parts a paragraph can belong to, and the kinds of paragraphs.

Keeps out: which kind a paragraph is (`paragraphs.py`).
"""

from dataclasses import dataclass
from enum import Enum

from pipeline.reading.form.labels import Label
from pipeline.reading.form.numbered import Numbered


class Part(Enum):
    """What an ordinary paragraph belongs to."""

    FRONT = "the fields before the questions"
    AWAY = "guidance, and where the form goes back to"
    CONSENT = "the question about publication"
    ISSUE = "the heading of an issue"
    PRINTED = "the text of a recommendation"
    ZONE = "the boxes of a recommendation"
    ANSWER = "the answer to a recommendation"
    GENERAL = "the general statement"
    BEHIND = "what stands behind the last answer: signatures, thanks, annexes"


# By name, as the modules that sort paragraphs use them.
FRONT, AWAY, CONSENT, ISSUE, PRINTED, ZONE, ANSWER, GENERAL, BEHIND = Part
INSIDE = (PRINTED, ZONE, ANSWER, GENERAL)
# Headings of the parts around the answers, and what follows each.
HEADINGS = {
    "submission": FRONT,
    "follow_up": FRONT,
    "agency": FRONT,
    "consent": CONSENT,
    "guidance": AWAY,
    "return": AWAY,
}


@dataclass(slots=True)
class Nothing:
    """A page mark, or an address that the form goes back to."""


@dataclass(slots=True)
class ColumnHeads:
    """A cell of a heading row; `answers`: of the answers to one recommendation, since it has no column for which."""

    answers: bool


@dataclass(slots=True)
class IssueHeading:
    """The heading of an issue; `rest` is what stands behind its label, or all of it where it has none."""

    number: int
    rest: str


@dataclass(slots=True)
class Recommendation:
    """The label of a recommendation or its text; `goes_on`: the text of the one whose label came before."""

    label: Numbered | None
    anchor: str | None
    printed: str
    goes_on: bool = False


@dataclass(slots=True)
class InColumn:
    """A cell of a table whose columns have headings; `role` is what its column holds."""

    role: str


@dataclass(slots=True)
class GeneralRow:
    """A row of such a table that is about the whole; `label` where it is the cell that says so."""

    label: Label | None


@dataclass(slots=True)
class Field:
    """The label of a field about the respondent, with its value where that follows."""

    label: Label


@dataclass(slots=True)
class PartHeading:
    """The heading of a part around the answers."""

    part: Part
    label: Label


@dataclass(slots=True)
class GeneralLabel:
    """The label of the general statement."""

    label: Label


@dataclass(slots=True)
class ActionQuestion:
    """The question whether action was taken; `opens` a recommendation that has neither label nor known words."""

    label: Label
    opens: bool


@dataclass(slots=True)
class CommentLabel:
    """The label of the answer's text."""

    label: Label


@dataclass(slots=True)
class Closing:
    """A line that ends the form: what follows belongs to no answer."""


@dataclass(slots=True)
class Text:
    """Anything else: it belongs to the part it stands in."""


Kind = (
    Nothing | ColumnHeads | IssueHeading | Recommendation | InColumn | GeneralRow | Field | PartHeading | GeneralLabel
    | ActionQuestion | CommentLabel | Closing | Text
)  # fmt: skip

NOTHING, CLOSING, TEXT = Nothing(), Closing(), Text()
