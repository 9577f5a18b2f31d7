"""Which replies count: one per respondent, the latest received by the cut-off (design: "Which replies count").

Pure: the day of receipt comes in, a status goes out. Keeps out: how a day of receipt is known (`intake.py`).
"""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.reading.reply import Reply


@dataclass(frozen=True)
class Received:
    """One reply of one file, with what is known of its receipt. `status` is empty until it is decided.

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


def decide(received: list[Received], cutoff: date) -> list[Received]:
    """Give every reply its status, in the order given.

    A reply whose day of receipt nobody knows counts as in time: leaving a Government out for a missing line
    in receipts.csv would be the worse mistake, and a finding says so.
    """
    # Of files with the same bytes the one received first stands for all of them.
    original: dict[tuple, Received] = {}
    for item in received:
        if not item.status and item.respondent is not None:
            known = original.get((item.sha256, item.respondent))
            if known is None or _standing(item, cutoff) < _standing(known, cutoff):
                original[item.sha256, item.respondent] = item
    decided: list[Received] = []
    for item in received:
        if item.status or item.respondent is None:
            decided.append(replace(item, status=item.status or "rejected"))
            continue
        first = original[item.sha256, item.respondent].file
        if first != item.file:
            decided.append(replace(item, status="duplicate", same_as=first))
        elif item.received_on and item.received_on > cutoff:
            decided.append(replace(item, status="late"))
        else:
            decided.append(item)

    latest: dict[str, Received] = {}
    for item in decided:
        if not item.status and _rank(item) >= _rank(latest.get(item.respondent)):
            latest[item.respondent] = item
    return [
        item if item.status else replace(item, status="included" if latest[item.respondent] is item else "superseded")
        for item in decided
    ]


def _standing(item: Received, cutoff: date) -> tuple:
    late = item.received_on is not None and item.received_on > cutoff
    return (late, item.received_on or date.min)


def _rank(item: Received | None) -> tuple:
    if item is None:
        return ()
    return (item.received_on or date.min, item.submitted_on or date.min, item.order)


def kept_for_answers(received: list[Received]) -> dict[str, Received]:
    """The reply whose answers stand in core.answers: the included one, else the latest late one."""
    kept: dict[str, Received] = {}
    for item in received:
        if item.status in ("included", "late"):
            rank = (item.status == "included", *_rank(item))
            if item.respondent not in kept or rank > (
                kept[item.respondent].status == "included",
                *_rank(kept[item.respondent]),
            ):
                kept[item.respondent] = item
    return kept
