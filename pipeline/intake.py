"""The files of a meeting become replies, answers and findings. Reads raw/, writes nothing.

Whatever is wrong with a file, a reply or a row becomes a finding that keeps its content; nothing stops the rest.
Keeps out: formats (`readers/`), which replies count (`counting.py`), rows of answers (`answers.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import polars as pl

from pipeline import counting, manifest
from pipeline.answers import answers_of, judge
from pipeline.config import Limits, Workspace
from pipeline.core_rows import meeting_row, recommendation_rows, reply_row
from pipeline.counting import Received
from pipeline.dates import parse_date
from pipeline.findings import Finding, finding, shorten
from pipeline.meeting import Meeting
from pipeline.readers.reply import Question, Reply
from pipeline.reading import ReadFile, read_files
from pipeline.receipts import Receipt
from pipeline.reply_cache import ReplyCache
from pipeline.respondents import Register
from pipeline.text import tidy
from pipeline.validate import frame_of
from schemas.core import Meetings, Recommendations, Replies
from schemas.vocabulary import VOICES

TABLE = "core.replies"


@dataclass(frozen=True)
class Intake:
    """What a meeting's folder holds: the core tables by name, the findings, and the contact data apart."""

    tables: dict[str, pl.DataFrame]
    findings: list[Finding]
    contacts: list[dict]


def reply_files(folder: Path) -> list[Path]:
    """Files under replies/, in order of name; hidden files and Word's lock files are not replies."""
    return sorted(
        path
        for path in (folder / "replies").rglob("*")
        if (path.is_file() or path.is_symlink())
        and path.name != "Thumbs.db"
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )


def take_in(
    folder: Path,
    meeting: Meeting,
    register: Register,
    receipts: list[Receipt],
    workspace: Workspace | None = None,
    limits: Limits | None = None,
    *,
    keep: bool = False,
) -> Intake:
    """Read every reply of a meeting and judge it.

    What a workspace has in its cache is not parsed again; `keep`: what is parsed now is put there.
    """
    received, found = [], []
    question, limits = Question(meeting.id, tuple(meeting.recommendations)), limits or Limits()
    cache = ReplyCache(workspace, meeting.id, question, limits, keep=keep) if workspace else None
    paths = reply_files(folder)
    files = zip(paths, read_files(paths, folder, question, limits, cache), strict=True)
    for item, about in _received(folder, files, register, receipts):
        received.append(item)
        found += about
    received = counting.decide(received, meeting.questionnaire.cutoff)
    found += _missing_files(received, receipts)

    rows, kept = [], counting.kept_for_answers(received)
    for item in sorted(kept.values(), key=lambda item: register.by_code[item.respondent].order):
        item_rows, about = answers_of(item, meeting)
        rows += item_rows
        found += about
    answers, about = judge(rows, meeting)
    found += about
    for item in received:
        found += _about_reply(item, meeting)

    replies: dict[tuple, dict] = {}
    for item in received:
        row = reply_row(item, meeting)
        known = replies.setdefault((item.file, item.respondent), row)
        if known is not row:  # rows of one sheet that name nobody known
            known["answers"] += row["answers"]
            known["words"] += row["words"]
    tables = {
        "core.meetings": frame_of(Meetings, [meeting_row(meeting)]),
        "core.recommendations": frame_of(Recommendations, recommendation_rows(meeting)),
        "core.replies": frame_of(Replies, list(replies.values())),
        "core.answers": answers,
    }
    contacts = [
        {**_contact(item.reply), "meeting_id": meeting.id, "respondent": item.respondent, "file": item.file}
        for item in received
        if item.reply and item.reply.contact
    ]
    return Intake(tables, found, contacts)


def _received(
    folder: Path, files: Iterable[tuple[Path, ReadFile]], register: Register, receipts: list[Receipt]
) -> Iterator[tuple[Received, list[Finding]]]:
    order = {receipt.file: receipt.line for receipt in receipts}
    listed_of: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        listed_of[receipt.file].append(receipt)
    for path, read in files:
        name, digest = manifest.printable_name(path, folder), read.sha256
        listed = listed_of.get(name, [])
        if read.unreadable:
            error = read.unreadable
            codes = {receipt.respondent for receipt in listed if receipt.respondent}
            code = codes.pop() if len(codes) == 1 else None
            place = {"table": TABLE, "respondent": code, "file": name}
            about = finding(error.code, found=error.found, expected=error.expected, row={"file": name}, **place)
            yield Received(name, digest, None, None, code, None, None, None, 0, "rejected"), [about]
            continue
        replies = list(read.replies)
        for reply, code, about in _by_respondent(name, replies, register, listed):
            receipt = next((r for r in listed if r.respondent in ("", code)), None)
            submitted = parse_date(reply.submitted_on)
            day, source = (receipt.received_on, "receipts") if receipt and receipt.received_on else (submitted, "form")
            yield (
                Received(
                    file=name,
                    sha256=digest,
                    format=reply.format,
                    reply=reply,
                    respondent=code,
                    received_on=day,
                    source=source if day else None,
                    submitted_on=submitted,
                    order=order.get(name, 0),
                    status="rejected" if code is None or reply.voice not in VOICES else "",
                ),
                about,
            )


def _by_respondent(
    file: str, replies: list[Reply], register: Register, listed: list[Receipt]
) -> list[tuple[Reply, str | None, list[Finding]]]:
    """Replies of one file with their senders; what stands under several names of one sender is one reply."""
    found: dict[object, tuple[Reply, str | None, list[Finding]]] = {}
    for number, reply in enumerate(replies):
        code, about = _respondent(file, reply, register, listed, len(replies))
        if code in found:
            first = found[code][0]
            reply = replace(
                first,
                answers=first.answers + reply.answers,
                general="\n".join(filter(None, (first.general, reply.general))),
                remarks=first.remarks + reply.remarks,
            )
        found[code or number] = (reply, code, about)
    return list(found.values())


def _respondent(
    file: str, reply: Reply, register: Register, listed: list[Receipt], replies_in_file: int
) -> tuple[str | None, list[Finding]]:
    """Who sent a reply: the code in receipts.csv where it is given for the whole file, else the name in the reply."""
    codes = {receipt.respondent for receipt in listed if receipt.respondent}
    if replies_in_file == 1 and len(codes) == 1:
        return codes.pop(), []
    candidates = register.find(reply.respondent)
    if len(candidates) == 1:
        return candidates[0].code, []
    code = "ambiguous_respondent" if candidates else "unknown_respondent"
    shown = shorten(reply.respondent) or "no name"
    if candidates:
        shown += f" ({', '.join(candidate.code for candidate in candidates)})"
    place = {"table": TABLE, "file": file, "value": reply.respondent}
    return None, [finding(code, found=shown, expected="one respondent of the register", row=_kept(reply), **place)]


def _about_reply(item: Received, meeting: Meeting) -> list[Finding]:
    """Findings about a whole reply: its receipt, its date, its consent, and why it does not count."""
    reply = item.reply
    if reply is None or item.respondent is None:
        return []
    found = []
    place = {"table": TABLE, "respondent": item.respondent, "file": item.file}
    for remark in reply.remarks:
        expected = "a field that the format has" if remark.code == "invalid_value" else "a clean copy"
        kept = {"value": remark.value} if remark.code == "invalid_value" else None
        found.append(
            finding(
                remark.code, found=shorten(remark.value), expected=expected, locator=remark.locator, row=kept, **place
            )
        )
    if reply.voice not in VOICES:
        expected = " or ".join(VOICES)
        found.append(
            finding("invalid_value", found=f"voice {reply.voice!r}", expected=expected, row=_kept(reply), **place)
        )
    if item.source != "receipts":
        shown = f"the date in the reply, {item.received_on}" if item.received_on else "no day of receipt"
        found.append(finding("no_receipt", found=shown, expected="a line in receipts.csv", **place))
    if (reply.submitted_on and item.submitted_on is None) or item.received_on is None:
        shown = shorten(reply.submitted_on) or "no date in the reply"
        found.append(finding("date_doubtful", found=shown, expected="a day, month and year that exist", **place))
    if item.status == "late":
        cutoff = meeting.questionnaire.cutoff
        shown = f"received on {item.received_on}"
        found.append(finding("late_reply", found=shown, expected=f"by {cutoff}", row=_kept(reply), **place))
    if item.status == "superseded":
        shown = "an earlier reply"
        found.append(finding("superseded_reply", found=shown, expected="one reply", row=_kept(reply), **place))
    if item.status == "duplicate":
        found.append(finding("duplicate_file", found="the same bytes", expected="each file once", **place))
    if item.status == "included":
        found += _consent(reply, place)
    return found


def _consent(reply: Reply, place: dict) -> list[Finding]:
    stated = reply.publish.strip().casefold()
    if stated in ("yes", "no"):
        return []
    if stated in ("", "unclear"):
        code = "consent_unclear" if stated else "consent_not_stated"
        return [finding(code, found="both or neither" if stated else "no mark", expected="yes or no", **place)]
    kept = {"publish": reply.publish}
    return [finding("invalid_value", found=f"publish {stated!r}", expected="true or false", row=kept, **place)]


def _missing_files(received: list[Received], receipts: list[Receipt]) -> list[Finding]:
    present = {item.file for item in received}
    return [
        finding(
            "receipt_without_file",
            found="no such file",
            expected="a file of that name",
            table=TABLE,
            respondent=receipt.respondent or None,
            file=receipt.file,
            locator=f"receipts.csv line {receipt.line}",
        )
        for receipt in receipts
        if receipt.file not in present
    ]


def _kept(reply: Reply) -> dict:
    """A reply's content for the row of a finding, without contact data."""
    return {name: value for name, value in asdict(reply).items() if name not in ("contact", "remarks")}


def _contact(reply: Reply) -> dict[str, str]:
    return {str(name): tidy(str(value)) for name, value in reply.contact.items()}
