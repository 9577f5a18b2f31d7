"""The numbered paragraphs of a note: which there are, in which order, with which text and from where.

The rules are those of docs/rules.md, "Order", "Numbering" and "What is printed".

Keeps out: how a draft is made (`drafting/draft.py`) and how the note looks (`render.py`).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import polars as pl

from pipeline.findings import Finding, Place, finding
from pipeline.note.drafting.draft import Draft, draft
from pipeline.note.drafting.opening import turn_of
from pipeline.note.style import Offer, offers
from pipeline.raw.editorial import Edit, fingerprint
from pipeline.raw.meeting import Meeting
from pipeline.raw.respondents import Register, Respondent
from pipeline.text.figures import figures_in
from pipeline.text.one_line import shorten
from pipeline.text.words import count_words
from schemas.vocabulary import REPORTED

TABLE = "derived.note_paragraphs"
# Rows of core.answers that make a paragraph where no editor says otherwise (docs/rules.md, "What is printed").
DESERVES_PARAGRAPH = (
    pl.col("status").is_in(["answered", "general"])
    & (pl.col("text") != "")
    & (pl.col("language").is_null() | (pl.col("language") == "en"))
)


def note_order(meeting: Meeting, respondent: Respondent) -> tuple[bool, str]:
    """Key that sorts respondents as they stand under a recommendation (docs/rules.md, "Order")."""
    apart = bool(meeting.note.headings.organizations) and respondent.kind == "organization"
    return apart, respondent.order


@dataclass(frozen=True)
class Paragraph:
    """A response paragraph before it is numbered; `sentences` are those of the answer that a draft tells, numbered."""

    answer: dict
    text: str
    source: str
    sentences: tuple[tuple[int, str], ...] = ()


def responses(
    meeting: Meeting,
    register: Register,
    answers: pl.DataFrame,
    replies: pl.DataFrame,
    edits: Mapping[tuple[str, str], Edit],
    keep: Mapping[str, frozenset[int]] = MappingProxyType({}),
    drafted: Callable[..., Draft] = draft,
) -> tuple[list[Paragraph], list[Finding]]:
    """Response paragraphs in the note's order, and what an editor should look at.

    `answers` and `replies` are the meeting's core.answers and core.replies. `keep` has the numbers of the sentences
    that a draft tells, by answer_id, where it does not tell all. `drafted` makes drafts as `draft` does.
    """
    counting = {row["respondent"]: row for row in replies.iter_rows(named=True) if row["status"] == "included"}
    by_key = {
        (row["respondent"], row["recommendation"]): row
        for row in answers.iter_rows(named=True)
        if row["respondent"] in counting and row["file"] == counting[row["respondent"]]["file"]
    }
    adopted = tuple(recommendation.text for recommendation in meeting.recommendations)
    deserving = set(answers.filter(DESERVES_PARAGRAPH)["answer_id"])
    found = _edits_without_answer(edits, by_key)
    paragraphs = []
    for recommendation in meeting.recommendations:
        here = [row for (_, identifier), row in by_key.items() if identifier == recommendation.id]
        turn, printed_here = None, 0
        for row in sorted(here, key=lambda row: note_order(meeting, register.by_code[row["respondent"]])):
            edit = edits.get((row["respondent"], row["recommendation"]))
            reply = counting[row["respondent"]]
            deserves, kept = row["answer_id"] in deserving, keep.get(row["answer_id"])
            mine = turn_of(row["respondent"], recommendation.id, turn)
            paragraph, about = _paragraph(row, edit, reply, register, mine, deserves, adopted, kept, drafted)
            found += about
            if paragraph:
                paragraphs.append(paragraph)
                printed_here += 1
            # Whatever editors leave out or add, the other drafts stay as they are.
            if deserves or (reply["voice"] == REPORTED and row["text"]):
                turn = mine
        if not printed_here:
            place = Place(TABLE, recommendation=recommendation.id)
            expected = "at least one paragraph"
            found.append(finding("no_response_to_recommendation", place, found="no answer", expected=expected))
    return paragraphs, found


def _paragraph(
    row: dict,
    edit: Edit | None,
    reply: dict,
    register: Register,
    turn: int,
    deserves: bool,
    adopted: tuple[str, ...],
    keep: frozenset[int] | None,
    drafted: Callable[..., Draft],
) -> tuple[Paragraph | None, list[Finding]]:
    place = Place.of_row(TABLE, row)
    found = []
    has_answer = row["text"] or row["action_taken"] in ("yes", "no")
    if edit and has_answer:
        current = fingerprint(row["text"])
        if edit.of != current:
            at_edit = place.at(file=edit.file, locator=f"line {edit.line}")
            stands, case = (f"of: {edit.of}", "") if edit.of else ("no `of`", "without_of")
            found.append(finding("stale_editorial", at_edit, found=stands, expected=f"of: {current}", case=case))
        if edit.text is None:
            return None, found
        extra = figures_in(edit.text) - figures_in(row["text"])
        if extra:
            shown = ", ".join(sorted(extra))
            found.append(finding("figure_not_in_reply", place, found=shown, expected="only figures of the answer"))
        return Paragraph(row, edit.text, "editorial"), found

    if reply["voice"] == REPORTED and row["text"]:
        # It was a paragraph when it came: its lines are joined, nothing else.
        return Paragraph(row, " ".join(row["text"].split()), REPORTED), found
    if not deserves:
        return None, found
    submitted = reply["submitted_on"] or reply["received_on"]
    made = drafted(row["text"], register.by_code[row["respondent"]], turn, submitted, adopted, keep)
    if made.doubts:
        shown = ", ".join(made.doubts)
        found.append(finding("needs_editor", place, found=shown, expected="words that the rules can turn"))
    for sentence in made.dropped:
        expected = "what was done"
        found.append(
            finding("needs_editor", place, found=shorten(sentence), expected=expected, row=sentence, case="left_out")
        )
    for sentence in made.foreign:
        found.append(finding("not_english", place, found=shorten(sentence), expected="English", row=sentence))
    extra = figures_in(made.text) - figures_in(row["text"]) - made.years
    if extra:
        shown = ", ".join(sorted(extra))
        found.append(finding("figure_not_in_reply", place, found=shown, expected="only figures of the answer"))
    return Paragraph(row, made.text, "draft", made.sentences), found


def about_style(
    paragraphs: Iterable[Paragraph], meeting: Meeting, offered: Callable[..., tuple[Offer, ...]] = offers
) -> list[Finding]:
    """What house style has to say of paragraphs, one finding for each place; what came as one stays as it is.

    `offered` says it of a text as `offers` does.
    """
    adopted = tuple(recommendation.text for recommendation in meeting.recommendations)
    return [
        finding(
            "style",
            Place.of_row(TABLE, paragraph.answer),
            found=f"{offer.before!r} ({offer.says})",
            expected=offer.after or "another wording",
        )
        for paragraph in paragraphs
        if paragraph.source != REPORTED
        for offer in offered(paragraph.text, adopted)
    ]


def _edits_without_answer(edits: dict[tuple[str, str], Edit], by_key: dict[tuple[str, str], dict]) -> list[Finding]:
    found = []
    for key, edit in edits.items():
        row = by_key.get(key)
        if row is None or not (row["text"] or row["action_taken"] in ("yes", "no")):
            found.append(
                finding(
                    "editorial_without_answer",
                    Place(TABLE, edit.respondent, edit.recommendation, edit.file, f"line {edit.line}"),
                    found=shorten(edit.text or "omit"),
                    expected="an answer of that respondent",
                )
            )
    return found


def paragraph_rows(meeting: Meeting, introduction: list[str], paragraphs: list[Paragraph]) -> list[dict]:
    """Rows of derived.note_paragraphs: introduction first, then the responses, numbered through."""
    rows = [
        {"kind": "introduction", "text": text, "source": "template", "words": count_words(text)}
        for text in introduction
    ]
    for paragraph in paragraphs:
        keys = ("recommendation", "respondent", "answer_id", "file", "sha256", "locator")
        used = ";".join(str(number) for number, _ in paragraph.sentences)
        rows.append(
            {
                "kind": "response",
                "text": paragraph.text,
                "source": paragraph.source,
                "words": count_words(paragraph.text),
                "sentences_used": used or None,
                **{key: paragraph.answer[key] for key in keys},
            }
        )
    return [{"meeting_id": meeting.id, "number": number, **row} for number, row in enumerate(rows, start=1)]
