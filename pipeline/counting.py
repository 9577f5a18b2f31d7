"""Which replies count: one per respondent, the latest received by the cut-off (design: "Which replies count").

Pure: the day of receipt comes in, a status goes out. Keeps out: how a day of receipt is known (`intake.py`).
"""

from dataclasses import dataclass, replace
from datetime import date

from pipeline.readers.reply import Reply


@dataclass(frozen=True)
class Received:
    """One reply of one file, with what is known of its receipt. `status` is empty until it is decided."""

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


def decide(received: list[Received], cutoff: date) -> list[Received]:
    """Give every reply its status, in the order given.

    A reply whose day of receipt nobody knows counts as in time: leaving a Government out for a missing line
    in receipts.csv would be the worse mistake, and a finding says so.
    """
    first_with: dict[tuple, str] = {}
    decided: list[Received] = []
    for item in received:
        if item.status or item.respondent is None:
            decided.append(replace(item, status=item.status or "rejected"))
            continue
        original = first_with.setdefault((item.sha256, item.respondent), item.file)
        if original != item.file:
            decided.append(replace(item, status="duplicate"))
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
