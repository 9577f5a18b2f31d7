"""Findings about whole replies: receipt, date, consent, and why a reply does not count.

Pure; docs/rules.md, "Consent" and "Which replies count". Keeps out: answers (`answers.py`), and who sent a reply
(`take_in.py`).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta

from pipeline.findings import Finding, Place, finding
from pipeline.intake.counting import Received
from pipeline.raw.meeting import Meeting
from pipeline.raw.receipts import Receipt
from pipeline.reading.formats.word_tagged import OTHER_NAME
from pipeline.reading.pictures import UNREAD
from pipeline.reading.reply import PRIVATE, Reply
from pipeline.text.one_line import shorten
from pipeline.text.words import tidy
from schemas.vocabulary import REPORTED, VOICES

TABLE = "core.replies"
_YEAR = timedelta(days=366)
# What is expected in place of what a reader noticed.
_EXPECTED = {
    "invalid_value": "a field that the format has",
    "needs_editor": "one answer in sentences",
    "recommendation_text_changed": "the text that meeting.yaml has under that label",
}


def about_reply(item: Received, meeting: Meeting, instead: Received | None = None) -> list[Finding]:
    """Findings about a whole reply: its receipt, its date, its consent, and why it does not count.

    `instead` is the reply of the same respondent that counts where this one does not.
    """
    reply = item.reply
    if reply is None or item.respondent is None:
        return []
    found = []
    place = Place(TABLE, item.respondent, file=item.file)
    for remark in reply.remarks:
        expected, case = _EXPECTED.get(remark.code, "a clean copy"), ""
        if remark.code == "recommendation_text_changed":
            case = "moved"
        elif remark.code == UNREAD:
            expected, case = "words that can be read", "picture"
        elif remark.code == "needs_editor" and remark.locator == OTHER_NAME:
            expected, case = f"the form of {meeting.id}", "other_name"
        kept = {"value": remark.value} if remark.code == "invalid_value" else None
        found.append(
            finding(
                remark.code,
                place.at(locator=remark.locator),
                found=shorten(remark.value),
                expected=expected,
                row=kept,
                case=case,
            )
        )
    if reply.voice not in VOICES:
        expected = " or ".join(VOICES)
        found.append(
            finding("invalid_value", place, found=f"voice {reply.voice!r}", expected=expected, row=content_of(reply))
        )
    if item.source != "receipts":
        origin = "the e-mail" if item.source == "email" else "the reply"
        shown = f"the date in {origin}, {item.received_on}" if item.received_on else "no day of receipt"
        found.append(finding("no_receipt", place, found=shown, expected="a line in receipts.csv"))
    found += _receipt(item, meeting, place)
    if reply.voice != REPORTED or reply.submitted_on:
        found += _date(item, meeting, place)
    if item.status == "late":
        cutoff = meeting.questionnaire.cutoff
        shown = f"received on {item.received_on}"
        found.append(finding("late_reply", place, found=shown, expected=f"by {cutoff}", row=content_of(reply)))
    if item.status == "superseded":
        lost = _answered_here_only(reply, instead.reply) if instead and instead.reply else []
        shown = f"an earlier reply, which alone answers {', '.join(lost)}" if lost else "an earlier reply"
        case, kept = "fewer" if lost else "", content_of(reply)
        found.append(finding("superseded_reply", place, found=shown, expected="one reply", row=kept, case=case))
    if item.status == "duplicate":
        found.append(
            finding("duplicate_file", place, found=f"the same bytes as {item.same_as}", expected="each file once")
        )
    # What was reported in a note came without a form: nobody was asked for consent, and no date was written.
    if item.status == "included" and reply.voice != REPORTED:
        found += _consent(reply, place)
    return found


def _answered_here_only(reply: Reply, other: Reply) -> list[str]:
    """The recommendations that a reply answers and another one of the same respondent leaves out."""
    there = {answer.recommendation for answer in other.answers if answer.text.strip() or answer.action_taken}
    return [one.recommendation for one in reply.answers if one.text.strip() and one.recommendation not in there]


def _receipt(item: Received, meeting: Meeting, place: Place) -> list[Finding]:
    """A day of receipt in a year that cannot be meant, as when the line was copied from another meeting."""
    sent, day = meeting.questionnaire, item.received_on
    if item.source != "receipts" or sent.dispatched <= day <= sent.cutoff + _YEAR:
        return []
    shown = f"received on {day} in receipts.csv"
    expected = f"a day from {sent.dispatched}, when the questionnaire was sent, to a year after {sent.cutoff}"
    return [finding("date_doubtful", place, found=shown, expected=expected, case="receipt_wrong")]


def receipts_that_differ(receipts: list[Receipt]) -> list[Finding]:
    """Findings about files that several lines of receipts.csv give different days; the first line counts."""
    days: dict[tuple[str, str], list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        if receipt.received_on:
            days[receipt.file, receipt.respondent].append(receipt)
    return [
        finding(
            "date_doubtful",
            Place(TABLE, code or None, file=file, locator=f"receipts.csv lines {_listed(one.line for one in lines)}"),
            found=f"the days {_listed(one.received_on for one in lines)}",
            expected="one day of receipt",
            case="two_lines",
        )
        for (file, code), lines in days.items()
        if len({one.received_on for one in lines}) > 1
    ]


def _listed(values: Iterable[object]) -> str:
    return " and ".join(map(str, dict.fromkeys(values)))


def _date(item: Received, meeting: Meeting, place: Place) -> list[Finding]:
    """Doubts about the date of submission; it decides the day of receipt where nothing else does."""
    written, read = item.reply.submitted_on, item.submitted_on
    dispatched = meeting.questionnaire.dispatched
    doubt = item.date_doubt
    if not doubt and read and read < dispatched:
        doubt = f"before the questionnaire was sent on {dispatched}"
    elif not doubt and read and item.source in ("receipts", "email") and read > item.received_on:
        doubt = f"after the reply was received on {item.received_on}"
    if not doubt and item.received_on:
        return []
    shown = (shorten(written) + (f" ({doubt})" if doubt else "")) if written else "no date in the reply"
    expected = "a day, month and year that exist"
    case = "receipt_there" if item.source in ("receipts", "email") else ""
    return [finding("date_doubtful", place, found=shown, expected=expected, value=tidy(written) or shown, case=case)]


def _consent(reply: Reply, place: Place) -> list[Finding]:
    stated = reply.publish.strip().casefold()
    if stated in ("yes", "no"):
        return []
    if stated in ("", "unclear"):
        code = "consent_unclear" if stated else "consent_not_stated"
        return [finding(code, place, found="both or neither" if stated else "no mark", expected="yes or no")]
    kept = {"publish": reply.publish}
    return [finding("invalid_value", place, found=f"publish {stated!r}", expected="true or false", row=kept)]


def missing_files(received: list[Received], receipts: list[Receipt]) -> list[Finding]:
    """Findings about lines of receipts.csv that name no file."""
    present = {item.file for item in received}
    return [
        finding(
            "receipt_without_file",
            Place(TABLE, receipt.respondent or None, file=receipt.file, locator=f"receipts.csv line {receipt.line}"),
            found="no such file",
            expected="a file of that name",
        )
        for receipt in receipts
        if receipt.file not in present
    ]


def content_of(reply: Reply) -> dict:
    """A reply's content for the row of a finding, without contact data."""
    return {name: value for name, value in asdict(reply).items() if name not in (*PRIVATE, "remarks")}
