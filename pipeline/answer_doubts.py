"""Warnings about answers that are kept: contradictions, nothing new, pointers elsewhere, contact data.

Pure. Keeps out: rows that are set aside, and how an answer is understood (`answers.py`).
"""

from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from pipeline import echoes, personal_data, pointers
from pipeline.findings import Finding, finding, shorten
from pipeline.meeting import Meeting

TABLE = "core.answers"


def doubts(answers: pl.DataFrame, meeting: Meeting) -> list[Finding]:
    """Warnings about all answers of a meeting, those about one answer first."""
    texts = {one.id: one.text for one in meeting.recommendations}
    # Asked of all texts at once, so that few of them have to be looked at closely.
    looked_at = answers.with_columns(
        may_point=pl.col("text").str.contains(pointers.hint()),
        may_be_personal=pl.col("text").str.contains(personal_data.HINT),
    )
    by_id = {row["answer_id"]: row for row in looked_at.iter_rows(named=True)}
    found = [one for row in by_id.values() for one in _about(row, texts, by_id, meeting)]
    return found + _repeats(list(by_id.values())) + _blanks(answers, meeting)


def _place(row: dict) -> dict:
    return {key: row[key] for key in ("respondent", "recommendation", "file", "locator")} | {"table": TABLE}


def _about(row: dict, texts: dict[str, str], by_id: dict[str, dict], meeting: Meeting) -> Iterator[Finding]:
    text, status, cap = row["text"], row["status"], meeting.questionnaire.words_per_answer
    if status == "answered" and not text:
        yield finding("yes_without_text", found="yes and no text", expected="what was done", **_place(row))
    if row["action_taken"] == "no" and text and status != "general":
        yield finding("no_with_text", found=shorten(text), expected="no text beside a no", **_place(row))
    if status == "answered" and row["action_taken"] == "unclear":
        yield finding("action_unclear", found=shorten(row["locator"]), expected="yes or no", **_place(row))
    if row["words"] > cap:
        yield finding("over_word_cap", found=f"{row['words']} words", expected=f"at most {cap}", **_place(row))
    if row["language"] not in (None, "en"):
        yield finding("not_english", found=row["language"], expected="en", **_place(row))
    if row["may_point"] and status in ("answered", "refers_elsewhere"):
        yield from _pointer(row, by_id)
    if row["may_be_personal"]:
        yield from _personal(row)
    share = echoes.echo_share(text, texts[row["recommendation"]]) if status == "answered" else 0
    if share >= echoes.ECHO:
        shown = f"{share:.0%} of the answer in the words of the recommendation"
        yield finding("echoes_recommendation", found=shown, expected="what was done", **_place(row))


def _pointer(row: dict, by_id: dict[str, dict]) -> Iterator[Finding]:
    found = pointers.find_pointers(row["text"])
    if not found:
        return
    expected = "the answer itself"
    if row["refers_to"]:
        target = by_id.get(f"{row['answer_id'].rpartition(':')[0]}:{row['refers_to']}")
        shown = f": {shorten(target['text'])}" if target else ""
        expected += f", or the one it points to under {row['refers_to']}{shown}"
    yield finding("refers_elsewhere", found=shorten(found[0].words), expected=expected, **_place(row))


def _personal(row: dict) -> Iterator[Finding]:
    hits = personal_data.find(row["text"])
    if hits:
        shown = "; ".join(f"{hit.kind} ({hit.masked})" for hit in hits)
        expected = "none, since answers are published with the warehouse"
        yield finding("personal_data", found=shorten(shown), expected=expected, **_place(row))


def _repeats(rows: list[dict]) -> list[Finding]:
    """Answers that say again what another answer of the reply says, or what another respondent says."""
    said = [row for row in rows if row["status"] == "answered" and row["words"] >= echoes.ENOUGH_WORDS]
    by_reply: dict[str, list[dict]] = defaultdict(list)
    for row in said:
        by_reply[row["respondent"]].append(row)
    found = []
    for own in by_reply.values():
        texts = [(at, row["text"]) for at, row in enumerate(own)]
        for key, other, share in echoes.repeats(texts, echoes.WITHIN_REPLY):
            shown = f"{share:.0%} in common with the answer to {own[other]['recommendation']}"
            expected = "each thing said once"
            found.append(finding("repeats_other_answer", found=shown, expected=expected, **_place(own[key])))
    for row, other, share in echoes.copies([(row, row["respondent"], row["text"]) for row in said]):
        shown = f"{share:.0%} word for word as {other['respondent']} says under {other['recommendation']}"
        expected = "the respondent's own answer"
        found.append(finding("repeats_other_answer", found=shown, expected=expected, **_place(row)))
    return found


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
            found=f"nothing under {', '.join(left)}",
            expected=f"an answer to each of the {len(meeting.recommendations)}",
            table=TABLE,
            respondent=respondent,
            file=file,
            value=", ".join(left),
        )
        for (respondent, file), left in blank.items()
    ]
