"""The files of a meeting become replies, answers and findings. Reads raw/, writes nothing.

Whatever is wrong with a file, a reply or a row becomes a finding that keeps its content; nothing stops the rest.
Keeps out: formats (`reading/formats/`), which replies count (`counting.py`), rows of answers (`answers.py`).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import polars as pl

from pipeline.config import Limits, Workspace
from pipeline.findings import Finding, Place, finding
from pipeline.intake import counting, unplaced
from pipeline.intake.answers import answers_of, judge
from pipeline.intake.core_rows import meeting_row, recommendation_rows, reply_row
from pipeline.intake.counting import Received
from pipeline.intake.fields_in_lines import with_fields_in_lines, without_naming_subject
from pipeline.intake.reply_findings import TABLE, about_reply, content_of, missing_files, receipts_that_differ
from pipeline.intake.side_by_side import (
    respondents_in_each_answer,
    respondents_one_behind_other,
    respondents_side_by_side,
)
from pipeline.intake.unplaced import about_unplaced, count_unplaced
from pipeline.raw.folder import printable_name, reply_files
from pipeline.raw.life_cycle import is_issued
from pipeline.raw.meeting import Meeting
from pipeline.raw.receipts import Receipt
from pipeline.raw.respondents import Register
from pipeline.reading.cache import ReplyCache
from pipeline.reading.files import ReadFile, read_files
from pipeline.reading.form.twice import one_reply
from pipeline.reading.own_form import printed_lines
from pipeline.reading.reply import Question, Reply
from pipeline.text.dates import read_date
from pipeline.text.one_line import shorten
from pipeline.text.words import tidy
from pipeline.validate import frame_of
from schemas.core import Meetings, Recommendations, Replies
from schemas.vocabulary import RECEIVED_SOURCES, VOICES


@dataclass(frozen=True)
class Intake:
    """What a meeting's folder holds: the core tables by name, the findings; contact data and texts with some apart."""

    tables: dict[str, pl.DataFrame]
    findings: list[Finding]
    contacts: list[dict]
    as_received: list[dict]


def take_in(
    folder: Path,
    meeting: Meeting,
    register: Register,
    receipts: list[Receipt],
    workspace: Workspace | None = None,
    limits: Limits | None = None,
    *,
    keep: bool = False,
    meanwhile: Callable[[], None] | None = None,
) -> Intake:
    """Read every reply of a meeting and judge it.

    What a workspace has in its cache is not parsed again; `keep`: what is parsed now is put there. `meanwhile` is
    called while processes parse files.
    """
    received, found = [], []
    question, limits = question_of(meeting), limits or Limits()
    cache = ReplyCache(workspace, meeting.id, question, limits, keep=keep) if workspace else None
    paths = reply_files(folder)
    files = zip(paths, read_files(paths, folder, question, limits, cache, meanwhile), strict=True)
    for item, about in _received(folder, files, register, receipts, meeting.questionnaire.dispatched):
        received.append(item)
        found += about
    received = counting.decide(received, meeting.questionnaire.cutoff)
    found += [*missing_files(received, receipts), *receipts_that_differ(receipts)]

    rows = []
    for item in sorted(
        (item for item in received if item.stands), key=lambda item: register.by_code[item.respondent].order
    ):
        item_rows, about = answers_of(item, meeting)
        rows += item_rows
        found += about
    answers, about = judge(rows, meeting)
    found += about
    written = unplaced.written(received)
    standing = {item.respondent: item for item in received if item.stands}
    replies: dict[tuple, dict] = {}
    for number, item in enumerate(received):
        words = written.get(number, [])
        found += about_reply(item, meeting, standing.get(item.respondent))
        found += about_unplaced(item, words) if item.respondent and item.status != "duplicate" else []
        row = reply_row(item, meeting, count_unplaced(words))
        known = replies.setdefault((item.file, item.respondent), row)
        if known is not row:  # rows of one sheet that name nobody known
            for name in ("answers", "words", "words_unplaced"):
                known[name] += row[name]
    tables = {
        "core.meetings": frame_of(Meetings, [meeting_row(meeting, issued=is_issued(folder))]),
        "core.recommendations": frame_of(Recommendations, recommendation_rows(meeting)),
        "core.replies": frame_of(Replies, list(replies.values())),
        "core.answers": answers,
    }
    contacts = [
        {**_contact(item.reply), "meeting_id": meeting.id, "respondent": item.respondent, "file": item.file}
        for item in received
        if item.reply and item.reply.contact
    ]
    as_received = [
        {"meeting_id": meeting.id, "respondent": item.respondent, "file": item.file, "place": place, "text": text}
        for item in received
        for place, text in (item.reply.as_received if item.reply else ())
    ]
    return Intake(tables, found, contacts, as_received)


def question_of(meeting: Meeting) -> Question:
    """What readers look for in the replies of a meeting."""
    return Question(meeting.id, tuple(meeting.recommendations), printed_lines(meeting))


def _received(
    folder: Path,
    files: Iterable[tuple[Path, ReadFile]],
    register: Register,
    receipts: list[Receipt],
    dispatched: date,
) -> Iterator[tuple[Received, list[Finding]]]:
    order = {receipt.file: receipt.line for receipt in receipts}
    listed_of: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in receipts:
        listed_of[receipt.file].append(receipt)
    for path, read in files:
        name, digest = printable_name(path, folder), read.sha256
        listed = listed_of.get(name, [])
        if read.unreadable:
            error = read.unreadable
            codes = {receipt.respondent for receipt in listed if receipt.respondent}
            code = codes.pop() if len(codes) == 1 else None
            place = Place(TABLE, code, file=name)
            said = {"found": error.found, "expected": error.expected, "case": error.case}
            about = finding(error.code, place, **said, row={"file": name})
            yield Received(name, digest, None, None, code, None, None, None, 0, "rejected"), [about]
            continue
        replies = list(read.replies)
        for reply, code, about in _by_respondent(name, replies, register, listed, dispatched):
            receipt = next((r for r in listed if r.respondent in ("", code)), None)
            submitted = read_date(reply.submitted_on, dispatched)
            told = (receipt.received_on if receipt else None, read_date(reply.received_on).day, submitted.day)
            day, source = next((pair for pair in zip(told, RECEIVED_SOURCES, strict=True) if pair[0]), (None, None))
            yield (
                Received(
                    file=name,
                    sha256=digest,
                    format=reply.format,
                    reply=reply,
                    respondent=code,
                    received_on=day,
                    source=source,
                    submitted_on=submitted.day,
                    date_doubt=submitted.doubt,
                    order=order.get(name, 0),
                    status="rejected" if code is None or reply.voice not in VOICES else "",
                ),
                about,
            )


def _by_respondent(
    file: str, replies: list[Reply], register: Register, listed: list[Receipt], dispatched: date
) -> list[tuple[Reply, str | None, list[Finding]]]:
    """Replies of one file with their senders; what stands under several names of one sender is one reply."""
    found: dict[object, tuple[Reply, str | None, list[Finding]]] = {}
    for number, reply in enumerate(replies):
        if len(replies) == 1:
            known = any(one.respondent for one in listed)
            reply = with_fields_in_lines(reply, register, dispatched, sender_known=known)
        code, about = _respondent(file, reply, register, listed, len(replies))
        reply = without_naming_subject(reply, code, register)
        if code in found:
            first = found[code][0]
            both = one_reply((first, reply))
            if not reply.whole_form:  # rows of a sheet: a second one of a recommendation is an error
                answers, remarks = first.answers + reply.answers, first.remarks + reply.remarks
                both = replace(both, answers=answers, remarks=remarks)
            reply = both
        found[code or number] = (reply, code, about)
    return list(found.values())


def _respondent(
    file: str, reply: Reply, register: Register, listed: list[Receipt], replies_in_file: int
) -> tuple[str | None, list[Finding]]:
    """Who sent a reply, or a finding where that is not certain (docs/rules.md, "Whose reply")."""
    codes = {receipt.respondent for receipt in listed if receipt.respondent}
    candidates = register.find(reply.respondent)
    known = codes | {one.code for one in candidates[:1]}
    if several := (
        respondents_side_by_side(reply, register)
        or respondents_one_behind_other(reply, register)
        or respondents_in_each_answer(reply, register, known)
    ):
        told = finding(
            "respondent_conflict",
            Place(TABLE, file=file),
            found=", ".join(several),
            expected="one respondent in a reply",
            row=content_of(reply),
            case="side_by_side",
        )
        return None, [told]
    if replies_in_file == 1 and len(codes) == 1:
        (code,) = codes
        if len(candidates) != 1 or candidates[0].code == code:
            return code, []
        shown = f"{shorten(reply.respondent)} ({candidates[0].code}) in the reply and {code} in receipts.csv"
        place = Place(TABLE, code, file=file)
        kept = content_of(reply)
        told = finding("respondent_conflict", place, found=shown, expected="one and the same respondent", row=kept)
        return None, [told]
    if len(candidates) == 1:
        return candidates[0].code, []
    code = "ambiguous_respondent" if candidates else "unknown_respondent"
    shown = shorten(reply.respondent) or "no name"
    if candidates:
        shown += f" ({', '.join(candidate.code for candidate in candidates)})"
    told = finding(
        code,
        Place(TABLE, file=file),
        found=shown,
        expected="one respondent of the register",
        value=reply.respondent,
        row=content_of(reply),
        case="of_several" if replies_in_file > 1 else "",
    )
    return None, [told]


def _contact(reply: Reply) -> dict[str, str]:
    return {str(name): tidy(str(value)) for name, value in reply.contact.items()}
