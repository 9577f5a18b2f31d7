"""Which replies count: one per respondent, the latest received by the cut-off (docs/rules.md, "Which replies count").

Pure: the day of receipt comes in, a status goes out. Keeps out: how a day of receipt is known (`take_in.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pipeline.reading.reply import Reply


@dataclass(frozen=True)
class Received:
    """One reply of one file, with what is known of its receipt. `status` is empty until it is decided.

    `stands`: the respondent's answers are taken from it. `order` is its line in receipts.csv, 0 where it has none.
    `same_as` names the file of which a duplicate is one; `date_doubt` what is doubtful about `submitted_on`.
    """

    file: str
    sha256: str | None
    format: str | None
    reply: Reply | None
    respondent: str | None
    received_on: date | None
    source: str | None
    submitted_on: date | None
    order: int
    status: str = ""
    date_doubt: str = ""
    same_as: str = ""
    stands: bool = False


def decide(received: list[Received], cutoff: date) -> list[Received]:
    """Every reply with its status, in the order given, and the one of each respondent that stands.

    A reply whose day of receipt nobody knows counts as in time: leaving a Government out for a missing line
    in receipts.csv would be the worse mistake, and a finding says so.
    """
    decided = _without_duplicates(received, cutoff)
    decided = [replace(item, status="late") if not item.status and _is_late(item, cutoff) else item for item in decided]
    chosen = _latest_of_each(item for item in decided if not item.status)
    decided = [
        item if item.status else replace(item, status="included" if item is chosen[item.respondent] else "superseded")
        for item in decided
    ]
    # A late reply stands only where no other does.
    standing = _latest_of_each(item for item in decided if item.status == "late")
    standing |= {item.respondent: item for item in decided if item.status == "included"}
    return [replace(item, stands=standing.get(item.respondent) is item) for item in decided]


def _without_duplicates(received: list[Received], cutoff: date) -> list[Received]:
    """Duplicates named: of the same bytes the file received first counts. Replies of nobody known are rejected."""
    first: dict[tuple, Received] = {}
    for item in received:
        if not item.status and item.respondent is not None:
            known = first.setdefault((item.sha256, item.respondent), item)
            if _arrival(item, cutoff) < _arrival(known, cutoff):
                first[item.sha256, item.respondent] = item
    decided = []
    for item in received:
        if item.status or item.respondent is None:
            decided.append(replace(item, status=item.status or "rejected"))
        elif (original := first[item.sha256, item.respondent].file) != item.file:
            decided.append(replace(item, status="duplicate", same_as=original))
        else:
            decided.append(item)
    return decided


def _is_late(item: Received, cutoff: date) -> bool:
    return item.received_on is not None and item.received_on > cutoff


def _arrival(item: Received, cutoff: date) -> tuple:
    return (_is_late(item, cutoff), item.received_on or date.min)


def _latest_of_each(received: Iterable[Received]) -> dict[str, Received]:
    """The latest reply of each respondent by receipt, then by its own date, then by its place in receipts.csv."""
    latest: dict[str, Received] = {}
    for item in received:
        known = latest.setdefault(item.respondent, item)
        if _recency(item) >= _recency(known):
            latest[item.respondent] = item
    return latest


def _recency(item: Received) -> tuple:
    return (item.received_on or date.min, item.submitted_on or date.min, item.order)
