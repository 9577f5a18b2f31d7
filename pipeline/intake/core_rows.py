"""Rows of the core tables from meetings, recommendations, the register and replies.

Keeps out: answers (`answers.py`), and everything that judges (`take_in.py`, `counting.py`).
"""

from collections import Counter
from dataclasses import asdict

from pipeline.intake.counting import Received
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.reading.reply import Reply
from pipeline.text.language import language_of
from pipeline.text.words import count_words, tidy
from schemas.vocabulary import VOICES


def register_rows(register: Register) -> list[dict]:
    """The register as rows of core.respondents."""
    return [
        {
            "respondent": item.code,
            "groups": ";".join(item.groups),
            "aliases": ";".join(item.aliases),
            **{name: getattr(item, name) for name in ("name", "name_in_text", "sort_key", "kind")},
        }
        for item in register.respondents
    ]


def reply_row(item: Received, meeting: Meeting, words_unplaced: int) -> dict:
    """A row of core.replies."""
    reply = item.reply or Reply(format="")
    texts = [text for text in (*(tidy(a.text) for a in reply.answers), tidy(reply.general)) if text]
    deadline = meeting.questionnaire.deadline
    return {
        "meeting_id": meeting.id,
        "file": item.file,
        "respondent": item.respondent,
        "sha256": item.sha256,
        "format": item.format,
        "received_on": item.received_on,
        "received_on_source": item.source,
        "submitted_on": item.submitted_on,
        "days_before_deadline": (deadline - item.received_on).days if item.received_on else None,
        "publish": {"yes": True, "no": False}.get(reply.publish.strip().casefold()),
        "language": _language_of_most(texts),
        "voice": reply.voice if item.reply and reply.voice in VOICES else None,
        "status": item.status,
        "stands": item.stands,
        "answers": sum(bool(tidy(answer.text)) for answer in reply.answers),
        "words": sum(count_words(text) for text in texts),
        "words_unplaced": words_unplaced,
    }


def _language_of_most(texts: list[str]) -> str | None:
    """The language most words are in; where every text alone is too short to tell, that of all together."""
    words: Counter[str] = Counter()
    for text in texts:
        language = language_of(text)
        if language:
            words[language] += count_words(text)
    return words.most_common(1)[0][0] if words else language_of("\n".join(texts))


def meeting_row(meeting: Meeting, *, issued: bool) -> dict:
    """The row of core.meetings."""
    adopted, sent, note = meeting.adopted_by, meeting.questionnaire, meeting.note
    return {
        "meeting_id": meeting.id,
        **{name: getattr(meeting, name) for name in ("body", "ordinal", "place", "starts", "ends")},
        "working_languages": ";".join(meeting.working_languages),
        **{f"adopted_by_{name}": getattr(adopted, name) for name in ("ordinal", "place", "starts", "ends")},
        **{name: getattr(sent, name) for name in ("dispatched", "deadline", "as_at", "words_per_answer")},
        "invitees": ";".join(sent.invited),
        "note_date": note.printed_date,
        "symbol": note.printed_symbol,
        **{name: getattr(note, name) for name in ("reissued", "agenda_item", "agenda_symbol", "word_limit")},
        "issued": issued,
    }


def recommendation_rows(meeting: Meeting) -> list[dict]:
    """The rows of core.recommendations."""
    return [
        {"meeting_id": meeting.id, "recommendation": item.id} | {k: v for k, v in asdict(item).items() if k != "id"}
        for item in meeting.recommendations
    ]
