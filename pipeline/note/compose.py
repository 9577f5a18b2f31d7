"""The note as it is printed: its paragraphs, and where it is over its limit of words, fewer sentences of its drafts.

Keeps out: which sentences stay (`budget.py`), how drafts are made (`drafting/`), and how the note looks (`render.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.findings import Finding, Place, finding
from pipeline.note import budget, render
from pipeline.note.budget import Sentence
from pipeline.note.concepts import concepts
from pipeline.note.drafting.draft import Draft, draft
from pipeline.note.paragraphs import TABLE, Paragraph, about_style, paragraph_rows, responses
from pipeline.note.style import Offer, offers
from pipeline.raw.editorial import Edit
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register
from pipeline.text.words import count_words

# Drafts of fewer sentences differ a little from what these take in the answer: so often the room is measured again.
_ROUNDS = 6


@dataclass(frozen=True)
class Composed:
    """The note as Markdown, the rows of derived.note_paragraphs and derived.word_budget, and what was found."""

    note: str
    paragraphs: list[dict]
    word_budget: list[dict]
    findings: list[Finding]


def compose(
    meeting: Meeting,
    register: Register,
    answers: pl.DataFrame,
    replies: pl.DataFrame,
    edits: Mapping[tuple[str, str], Edit],
    own_template: Path,
    drafted: Callable[..., Draft] = draft,
    offered: Callable[..., tuple[Offer, ...]] = offers,
) -> Composed:
    """Compose the note of a meeting from its core.answers and core.replies.

    `drafted` makes drafts as `draft` does, `offered` says of a paragraph what `offers` does.

    Raises:
        BadInput: a template has an error; names the file and the line.
    """
    included = replies.filter(pl.col("status") == "included")["respondent"].to_list()
    limit = meeting.note.word_limit

    def made(keep: Mapping[str, frozenset[int]]) -> tuple[list[Paragraph], list[Finding], list[dict], str]:
        paragraphs, found = responses(meeting, register, answers, replies, edits, keep, drafted)
        known = render.facts(meeting, register, included, cut=bool(keep))
        rows = paragraph_rows(meeting, render.introduction(meeting, known), paragraphs)
        return paragraphs, found, rows, render.markdown(meeting, register, known, rows, own_template)

    whole, found, rows, note = made({})
    paragraphs, sentences = whole, _sentences(whole, meeting)
    room = sum(one.words for one in sentences) - max(render.words_in_note(note) - limit, 0)
    stays = [True] * len(sentences)
    for _ in range(_ROUNDS):
        if render.words_in_note(note) <= limit:
            break
        before, stays = stays, budget.chosen(sentences, room)
        if stays == before:  # no sentence more can go
            break
        paragraphs, found, rows, note = made(_kept(sentences, stays))
        # Less than the room may be taken: what is over comes off what was, else the same sentences are chosen again.
        taken = sum(one.words for one, kept in zip(sentences, stays, strict=True) if kept)
        room = taken - max(render.words_in_note(note) - limit, 0)
    cut = _cut(whole, paragraphs)
    found += [*about_style(paragraphs, meeting, offered), *_about_cuts(cut, meeting)]
    if (words := render.words_in_note(note)) > limit:
        shown = f"{words:,} words"
        found.append(finding("note_over_limit", Place(), found=shown, expected=f"at most {limit:,}", value=str(words)))
    return Composed(note, rows, [_budget_row(meeting, one, cut) for one in paragraphs], found)


def _sentences(paragraphs: list[Paragraph], meeting: Meeting) -> list[Sentence]:
    """The sentences of all drafts; editorial and reported paragraphs stay whole."""
    asked = {recommendation.id: recommendation.text for recommendation in meeting.recommendations}
    return [
        Sentence(
            paragraph.answer["answer_id"],
            paragraph.answer["recommendation"],
            number,
            count_words(text),
            concepts(text, asked[paragraph.answer["recommendation"]]),
        )
        for paragraph in paragraphs
        for number, text in paragraph.sentences
    ]


def _kept(sentences: list[Sentence], stays: list[bool]) -> dict[str, frozenset[int]]:
    """The numbers of the sentences that stay, by answer."""
    found: dict[str, set[int]] = {}
    for sentence, kept in zip(sentences, stays, strict=True):
        numbers = found.setdefault(sentence.answer, set())
        if kept:
            numbers.add(sentence.number)
    return {answer: frozenset(numbers) for answer, numbers in found.items()}


def _cut(whole: list[Paragraph], paragraphs: list[Paragraph]) -> dict[str, tuple[dict, list[str]]]:
    """The answers some of whose sentences were left out, with these."""
    left = {one.answer["answer_id"]: {number for number, _ in one.sentences} for one in paragraphs}
    found = {}
    for one in whole:
        gone = [text for number, text in one.sentences if number not in left[one.answer["answer_id"]]]
        if gone:
            found[one.answer["answer_id"]] = (one.answer, gone)
    return found


def _about_cuts(cut: dict[str, tuple[dict, list[str]]], meeting: Meeting) -> list[Finding]:
    return [
        finding(
            "cut_to_fit",
            Place.of_row(TABLE, answer),
            found=f"{len(gone)} sentence{'s' if len(gone) > 1 else ''} left out",
            expected=f"a note of at most {meeting.note.word_limit:,} words",
            value=str(sum(map(count_words, gone))),
            row={"left_out": gone},
        )
        for answer, gone in cut.values()
    ]


def _budget_row(meeting: Meeting, paragraph: Paragraph, cut: dict[str, tuple[dict, list[str]]]) -> dict:
    answer = paragraph.answer
    gone = cut.get(answer["answer_id"], (answer, []))[1]
    return {
        "meeting_id": meeting.id,
        "respondent": answer["respondent"],
        "recommendation": answer["recommendation"],
        "answer_id": answer["answer_id"],
        "words_received": answer["words"],
        "words_in_note": count_words(paragraph.text),
        "sentences_cut": len(gone),
        "words_cut": sum(map(count_words, gone)),
    }
