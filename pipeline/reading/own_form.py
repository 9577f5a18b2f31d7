"""What the questionnaire that `rapporteur questionnaire` writes prints, line by line, for a meeting.

Writer and intake ask here, so that what the form says itself is never taken for what a respondent wrote. Keeps out: the
document (`outgoing/questionnaire.py`) and its tags (`formats/word_tagged.py`).
"""

from pipeline.raw.meeting import Meeting
from pipeline.raw.recommendation import printed_label
from pipeline.text.spoken import date_range, long_date, ordinal_words

TITLE = "Implementation of recommendations: questionnaire"
SUBMISSION, FOLLOW_UP, PUBLICATION, RETURN, GUIDANCE = (
    *("Submission", "For follow-up", "Publication", "Return to", "How to fill in the form"),
)
FIELDS = ("Respondent", "Date of submission", "Form (please leave as it is)")
CONTACT = ("Contact person", "Title and organization", "Address", "Telephone", "Fax", "Email")
CONSENT = "May this reply be put on the website, without the contact data? "
YES_NO = "Yes No"
BEFORE = (
    "What you answered to the same recommendation before stands in its field: please bring it up to date, "
    "and mark yes or no."
)
ACTION, ANSWER, GENERAL = "Any action taken", "Please describe", "General statement"


def opening(meeting: Meeting) -> str:
    """The sentence under the title: which recommendations, and by when."""
    adopted = meeting.adopted_by
    held = date_range(adopted.starts, adopted.ends, spoken=True)
    return (
        f"On the recommendations adopted by the {ordinal_words(adopted.ordinal)} {meeting.body}, "
        f"held in {adopted.place} {held}. Please reply by {long_date(meeting.questionnaire.deadline)}."
    )


def return_to(meeting: Meeting) -> str:
    """Where the form goes back to; "" where meeting.yaml does not say."""
    office = meeting.questionnaire.return_to
    if office is None:
        return ""
    return ", ".join(part for part in (office.office, office.email) if part)


def guidance(meeting: Meeting) -> tuple[str, ...]:
    """The lines that say how to fill in the form."""
    return (
        f"Answer each recommendation in {meeting.questionnaire.words_per_answer} words or fewer.",
        "Cite laws and documents in full.",
        "Give figures, with the period they are for.",
        "Name obstacles you met.",
        "Use the box at the end for what belongs to no single recommendation.",
    )


def issue_heading(number: int, title: str) -> str:
    """The heading of an issue."""
    return f"Issue {number}. {title}"


def recommendation_heading(label: str) -> str:
    """The heading of a recommendation by its label, "(a)" or "1"."""
    return f"Recommendation {printed_label(label)}"


def printed_lines(meeting: Meeting) -> tuple[str, ...]:
    """Every line of the form, but for the texts of the recommendations and the titles of the issues."""
    headings = (TITLE, SUBMISSION, FOLLOW_UP, PUBLICATION, RETURN, GUIDANCE)
    labels = {recommendation_heading(one.label) for one in meeting.recommendations}
    issues = {issue_heading(one.issue, one.issue_title) for one in meeting.recommendations}
    return (
        *headings,
        *FIELDS,
        *CONTACT,
        f"{CONSENT}{YES_NO}",
        *(ACTION, ANSWER, GENERAL, YES_NO),
        opening(meeting),
        return_to(meeting),
        *guidance(meeting),
        BEFORE,
        *sorted(labels),
        *sorted(issues),
    )
