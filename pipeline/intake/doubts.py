"""Warnings about answers that are kept: contradictions, nothing new, pointers elsewhere, contact data.

Pure. Keeps out: rows that are set aside, and how an answer is understood (`answers.py`).
"""

from collections import defaultdict
from collections.abc import Iterator, Set

import polars as pl

from pipeline.findings import Finding, Place, finding
from pipeline.intake import echoes, pointers
from pipeline.raw.meeting import Meeting
from pipeline.text import contact_data
from pipeline.text.nothing_said import says_nothing
from pipeline.text.one_line import shorten

TABLE = "core.answers"


def doubts(answers: pl.DataFrame, meeting: Meeting, said: dict[str, str], reported: Set[str]) -> list[Finding]:
    """Warnings about all answers of a meeting, those about one answer first.

    `said` has what stood in the place of the text, by answer_id; `reported` the answer_id of those that were paragraphs
    when they came: a note prints no marks, so none is missing.
    """
    # Asked of all texts at once, so that few of them have to be looked at closely.
    looked_at = answers.with_columns(
        may_point=pl.col("text").str.contains(pointers.hint()),
        may_be_personal=pl.col("text").str.contains(contact_data.HINT),
    )
    rows = list(looked_at.iter_rows(named=True))
    by_id = {row["answer_id"]: row for row in rows}
    found = [one for row in rows for one in _about(row, by_id, meeting, said, reported)]
    said = answers.with_row_index("key").filter((pl.col("status") == "answered") & (pl.col("words") > 0))
    said = said.select("key", "respondent", "recommendation", "text")
    return [*found, *_said_before(rows, said, meeting), *_blanks(answers, meeting)]


def _about(
    row: dict, by_id: dict[str, dict], meeting: Meeting, said: dict[str, str], reported: Set[str]
) -> Iterator[Finding]:
    text, status, cap = row["text"], row["status"], meeting.questionnaire.words_per_answer
    place = Place.of_row(TABLE, row)
    if status == "answered" and not text:
        stood = said.get(row["answer_id"], "")
        shown = f"yes and {shorten(stood)!r}" if stood else "yes and no text"
        yield finding("yes_without_text", place, found=shown, expected="what was done", value=stood or None)
    if row["action_taken"] == "no" and text and status != "general" and not says_nothing(text):
        yield finding("no_with_text", place, found=shorten(text), expected="no text beside a no")
    if status == "answered" and row["action_taken"] == "unclear" and row["answer_id"] not in reported:
        yield finding("action_unclear", place, found=shorten(row["locator"]), expected="yes or no")
    if row["words"] > cap:
        yield finding("over_word_cap", place, found=f"{row['words']} words", expected=f"at most {cap}")
    if row["language"] not in (None, "en"):
        yield finding("not_english", place, found=row["language"], expected="en")
    if row["may_point"] and status in ("answered", "refers_elsewhere"):
        yield from _pointer(row, place, by_id)
    if row["may_be_personal"]:
        yield from _personal(row, place)


def _pointer(row: dict, place: Place, by_id: dict[str, dict]) -> Iterator[Finding]:
    found = pointers.find_pointers(row["text"])
    if not found:
        return
    expected = "the answer itself"
    if row["refers_to"]:
        target = by_id.get(f"{row['answer_id'].rpartition(':')[0]}:{row['refers_to']}")
        shown = f": {shorten(target['text'])}" if target else ""
        expected += f", or the one it points to under {row['refers_to']}{shown}"
    yield finding("refers_elsewhere", place, found=shorten(found[0].words), expected=expected)


def _personal(row: dict, place: Place) -> Iterator[Finding]:
    shown = contact_data.told(row["text"])
    if shown:
        expected = "none, since answers are published with the warehouse"
        yield finding("personal_data", place, found="; ".join(shown), expected=expected)


def _said_before(rows: list[dict], said: pl.DataFrame, meeting: Meeting) -> Iterator[Finding]:
    """Answers that say what the recommendation, another answer of the reply or another respondent says."""
    asked = pl.DataFrame([{"recommendation": one.id, "text": one.text} for one in meeting.recommendations])
    for part in echoes.parts(said):
        runs = echoes.runs(part)
        for key, share in sorted(echoes.echo_shares(part, runs, asked).items()):
            if share >= echoes.ECHO:
                shown = f"{share:.0%} of the answer in the words of the recommendation"
                yield finding(
                    "echoes_recommendation", Place.of_row(TABLE, rows[key]), found=shown, expected="what was done"
                )
        for key, other, share in echoes.repeats(part, runs):
            shown = f"{share:.0%} in common with the answer to {rows[other]['recommendation']}"
            yield finding(
                "repeats_other_answer", Place.of_row(TABLE, rows[key]), found=shown, expected="each thing said once"
            )
    for key, other, share in echoes.copies(said):
        source = rows[other]
        shown = f"{share:.0%} word for word as {source['respondent']} says under {source['recommendation']}"
        yield finding(
            "repeats_other_answer", Place.of_row(TABLE, rows[key]), found=shown, expected="the respondent's own answer"
        )


def _blanks(answers: pl.DataFrame, meeting: Meeting) -> list[Finding]:
    """One warning for each reply that leaves recommendations blank and has no general statement to cover them."""
    general = set(answers.filter(pl.col("status") == "general")["respondent"])
    blank: dict[tuple[str, str], list[str]] = defaultdict(list)
    for respondent, file, recommendation in (
        answers.filter(pl.col("status") == "blank").select("respondent", "file", "recommendation").iter_rows()
    ):
        if respondent not in general:
            blank[respondent, file].append(recommendation)
    return [
        finding(
            "blank_answer",
            Place(TABLE, respondent, file=file),
            found=f"nothing under {', '.join(left)}",
            expected=f"an answer to each of the {len(meeting.recommendations)}",
            value=", ".join(left),
        )
        for (respondent, file), left in blank.items()
    ]
