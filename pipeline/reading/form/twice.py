"""What one respondent says twice in one file, as where two ministries filled in a copy of the form each.

docs/rules.md, "Two answers in one form". Keeps out: sheets and other formats, where a second row is an error.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.reading.reply import ReadAnswer, Remark, Reply, Unplaced

# How a remark begins that tells of two answers to one recommendation.
TWO_ANSWERS = "two different answers to"


def one_reply(copies: Sequence[Reply]) -> Reply:
    """The reply in several copies of a form: what the first says of the respondent, and each recommendation once."""
    first, *others = copies
    if not others:
        return first
    answers, remarks = joined([answer for copy in copies for answer in copy.answers])
    dates, published = (_different(getattr(copy, name) for copy in copies) for name in ("submitted_on", "publish"))
    kinds = dict.fromkeys(kind for copy in copies for kind in copy.contact)
    return replace(
        first,
        respondent="".join(_different(copy.respondent for copy in copies)[:1]),
        submitted_on="".join(dates[:1]),
        publish="unclear" if len(published) > 1 else "".join(published),
        contact={kind: "\n".join(_different(copy.contact.get(kind, "") for copy in copies)) for kind in kinds},
        answers=tuple(answers),
        general="\n".join(_different(copy.general for copy in copies)),
        general_locator="".join(_different(copy.general_locator for copy in copies)[:1]),
        remarks=(*dict.fromkeys(remark for copy in copies for remark in copy.remarks), *remarks),
        unplaced=(
            *(words for copy in copies for words in copy.unplaced),
            *(Unplaced("date of submission", other) for other in dates[1:]),
        ),
        as_received=tuple(pair for copy in copies for pair in copy.as_received),
    )


def _different(texts: Iterable[str]) -> list[str]:
    """What the copies say, each once, in their order; blank ones left out."""
    return list(dict.fromkeys(text for text in texts if text.strip()))


def joined(answers: list[ReadAnswer]) -> tuple[list[ReadAnswer], list[Remark]]:
    """One answer for each recommendation, and a remark where some that differ were put one behind the other."""
    copies: dict[str, list[ReadAnswer]] = {}
    for answer in answers:
        copies.setdefault(answer.recommendation, []).append(answer)
    remarks = [
        Remark("needs_editor", several[-1].locator, f"{TWO_ANSWERS} {identifier}, put one behind the other")
        for identifier, several in copies.items()
        if len(_texts(several)) > 1 or len(_stated(several)) > 1
    ]
    return [_one_of(several) for several in copies.values()], remarks


def _texts(copies: list[ReadAnswer]) -> list[str]:
    return list(dict.fromkeys(one.text for one in copies if one.text.strip()))


def _stated(copies: list[ReadAnswer]) -> list[str]:
    """What the marks say; a copy without a mark says nothing against the mark of another."""
    said = dict.fromkeys(one.action_taken for one in copies if one.action_taken)
    return [value for value in said if value != "unclear"] or list(said)


def _one_of(copies: list[ReadAnswer]) -> ReadAnswer:
    if len(copies) == 1:
        return copies[0]
    stated = _stated(copies)
    places = dict.fromkeys(one.locator for one in copies if one.text.strip() or one.action_taken)
    return replace(
        copies[0],
        text="\n\n".join(_texts(copies)),
        action_taken=stated[0] if len(stated) == 1 else "unclear" if stated else "",
        locator="; ".join(places) or copies[0].locator,
    )
