"""The answers of one reply: rows for core.answers, and findings about each.

Pure. Keeps out: which reply counts (`counting.py`) and files (`take_in.py`).
"""

import re

import polars as pl

from pipeline.findings import Finding, Place, finding
from pipeline.intake.counting import Received
from pipeline.intake.doubts import doubts
from pipeline.intake.pointers import find_pointers, follow, only_points, resolve
from pipeline.raw.meeting import Meeting
from pipeline.raw.recommendation import Recommendation
from pipeline.reading.reply import ReadAnswer
from pipeline.text.language import has_english, language_of
from pipeline.text.nothing_said import says_nothing, says_only_yes
from pipeline.text.one_line import shorten
from pipeline.text.words import count_words, likeness, tidy, words_of
from pipeline.validate import frame_of, split
from schemas.core import Answers
from schemas.vocabulary import REPORTED

TABLE = "core.answers"
# An answer longer than this says something itself.
_POINTER_WORDS = 40
# Share of words in common below which the form words a recommendation differently.
CHANGED_BELOW = 0.97
# One answer alone may be taken for another language than it is in.
_ENOUGH_TOLD = 2
_LABEL = re.compile(
    r"^\W*(?:(?:q(?:uestion)?|r(?:ec)?)\.?\s*(?=[0-9]))?(?:(?:[0-9]{1,2}|[ivx]{1,4}\b)\s*\.?\s*)?"
    r"(?:\(?(?:[a-z]{1,2}|[0-9]{1,2}|[ivx]{1,4})[.):]|(?<=[0-9]\.)[a-z])\s+(?:[–—-]\s+)?",
    re.I,
)


def answers_of(item: Received, meeting: Meeting) -> tuple[list[dict], list[Finding]]:
    """Rows of one reply in the note's order, one for every recommendation it has, and what is out of place."""
    reply, found, rows = item.reply, [], {}
    recommendations = tuple(meeting.recommendations)
    texts = {recommendation.id: recommendation.text for recommendation in recommendations}
    for answer in reply.answers:
        place = Place(TABLE, item.respondent, answer.recommendation, item.file, answer.locator)
        row = _row(item, meeting, answer)
        if answer.recommendation not in texts:
            asked = f"one of the {len(texts)} recommendations of this meeting"
            place = place.at(recommendation=None)
            kept = row | {"printed": answer.text_in_form}
            found.append(
                finding("unknown_recommendation", place, found=answer.recommendation, expected=asked, row=kept)
            )
            continue
        if answer.recommendation in rows:
            one = "one answer for each recommendation"
            found.append(finding("duplicate_answer", place, found=shorten(row["text"]), expected=one, row=row))
            continue
        rows[answer.recommendation] = row
        found += _wording(answer, texts[answer.recommendation], place)

    missing = [identifier for identifier in texts if identifier not in rows]
    if missing and not reply.whole_form:
        for identifier in missing:
            rows[identifier] = _row(item, meeting, ReadAnswer(identifier, "", "", "not in the file"))
    elif missing:
        expected = f"all {len(texts)} recommendations"
        place = Place(TABLE, item.respondent, file=item.file)
        without = ", ".join(missing)
        found.append(finding("missing_from_form", place, found=f"no {without}", expected=expected, value=without))

    found += _place_general(item, meeting, recommendations[0].id, rows)
    _tell_language_of_short(list(rows.values()))
    _point(rows, recommendations)
    return [rows[identifier] for identifier in texts if identifier in rows], found


def _tell_language_of_short(rows: list[dict]) -> None:
    """Give answers that are too short to tell the language of two others or more, where no other is in another one."""
    told = [row["language"] for row in rows if row["language"]]
    if len(told) < _ENOUGH_TOLD or len(set(told)) > 1 or told[0] == "en":
        return
    for row in rows:
        if row["language"] is None and re.search(r"[^\W\d_]{2}", row["text"]) and not has_english(row["text"]):
            row["language"] = told[0]


def judge(rows: list[dict], meeting: Meeting) -> tuple[pl.DataFrame, list[Finding]]:
    """Rows of all replies against the table: those that fit, and findings about these and the others.

    Rows that do not fit are set aside in a finding, with their content.
    """
    # What stood in the place of a text that says nothing is for the findings alone.
    said = {row["answer_id"]: row.pop("said") for row in rows}
    reported = {row["answer_id"] for row in rows if row.pop("voice") == REPORTED}
    good, faults = split(Answers, frame_of(Answers, rows))
    found = []
    for fault in faults:
        row = rows[fault.row]
        place = Place.of_row(TABLE, row)
        shown = f"{fault.column or 'row'} {fault.value!r}"
        expected = "yes, no or unclear" if fault.column == "action_taken" else fault.rule
        found.append(finding("invalid_value", place, found=shown, expected=expected, row=row))
    return good, found + doubts(good, meeting, said, reported)


def _row(item: Received, meeting: Meeting, answer: ReadAnswer) -> dict:
    text = tidy(answer.text)
    action = answer.action_taken.strip().casefold() or "unclear"
    # A yes with nothing said beside it is a yes without text; what stood there is in the finding about it.
    said, text = text, "" if action == "yes" and (says_nothing(text) or says_only_yes(text)) else text
    return {
        "meeting_id": meeting.id,
        "respondent": item.respondent,
        "recommendation": answer.recommendation,
        "answer_id": f"{meeting.id}:{item.respondent}:{answer.recommendation}",
        "action_taken": action,
        "text": text,
        "words": count_words(text),
        "language": language_of(text),
        # What was reported once is a paragraph already, whatever it says.
        "status": "answered" if text and item.reply.voice == REPORTED else _status(action, text),
        "refers_to": None,
        "file": item.file,
        "sha256": item.sha256,
        "locator": answer.locator,
        "said": said,
        "voice": item.reply.voice,
    }


def _status(action: str, text: str) -> str:
    if action == "no":
        return "no_action"
    if says_nothing(text):
        return "not_applicable"
    return "answered" if text or action == "yes" else "blank"


def _point(rows: dict[str, dict], recommendations: tuple[Recommendation, ...]) -> None:
    """Answers that only point elsewhere say so, and to which answer of the reply if that is certain."""
    pointing = {
        identifier: resolve(find_pointers(row["text"])[0], recommendations, identifier)
        for identifier, row in rows.items()
        if row["status"] == "answered"
        and row["voice"] != REPORTED
        and row["words"] <= _POINTER_WORDS
        and only_points(row["text"])
    }
    for identifier in pointing:
        target = follow(identifier, pointing)
        rows[identifier]["status"] = "refers_elsewhere"
        rows[identifier]["refers_to"] = target if target and rows.get(target, {}).get("text") else None


def _place_general(item: Received, meeting: Meeting, first: str, rows: dict[str, dict]) -> list[Finding]:
    """Put the general statement under the first recommendation, before what the reply says there."""
    general = tidy(item.reply.general)
    if not general or says_nothing(general):
        return []
    own = rows.get(first)
    alone = own is None or not own["text"] or own["status"] in ("not_applicable", "no_action")
    text = general if alone else f"{general}\n\n{own['text']}"
    locator = f"{item.reply.general_locator} (general statement)"
    if own and not alone:
        locator += f"; {own['locator']}"
    row = own or _row(item, meeting, ReadAnswer(first, "", "", ""))
    rows[first] = row | {
        "text": text,
        "words": count_words(text),
        "language": language_of(text),
        "status": "general" if alone else "answered",
        "locator": locator,
    }
    if not (alone and own and own["text"]):
        return []
    # The general statement takes the place of text that makes no paragraph: that text is kept in the finding.
    place = Place.of_row(TABLE, own)
    return [finding("no_with_text", place, found=shorten(own["text"]), expected="no text beside a no", row=own)]


def _wording(answer: ReadAnswer, adopted: str, place: Place) -> list[Finding]:
    # A label before the text, such as "(a)", is no change of it.
    printed = _LABEL.sub("", answer.text_in_form or adopted)
    if printed == adopted:
        return []
    alike = likeness(words_of(printed), words_of(adopted))
    # A form in another language prints a translation, which no one here can compare.
    if alike >= CHANGED_BELOW or language_of(printed) not in (None, "en"):
        return []
    shown, expected = _differing(printed.split(), adopted.split())
    return [finding("recommendation_text_changed", place, found=shown, expected=expected)]


def _differing(printed: list[str], adopted: list[str]) -> tuple[str, str]:
    """Both wordings from shortly before the first word in which they differ."""
    same = next((at for at, pair in enumerate(zip(printed, adopted, strict=False)) if pair[0] != pair[1]), None)
    start = max((min(len(printed), len(adopted)) if same is None else same) - 3, 0)
    opening = "… " if start else ""
    return shorten(opening + " ".join(printed[start:])), shorten(opening + " ".join(adopted[start:]))
