"""Checks that Dagster shows: one on the schema of every table, and those on the note.

The schema checks come from the registry, so that a new table is checked without new code. They block: what
follows a table that does not fit is not made. Keeps out: the assets that report them (`assets.py`).
"""

import warnings

import dagster as dg
import polars as pl

from pipeline.describe import preview
from pipeline.desk.identity import open_ones
from pipeline.note.paragraphs import DESERVES_PARAGRAPH
from pipeline.warehouse.publish import Publication
from schemas.finding_codes import FINDING_CODES
from schemas.registry import BY_NAME, Table

FITS = "fits_its_schema"
NOTE = dg.AssetKey(["note", "note"])
NOTE_CHECKS = {
    "within_the_word_limit": "The note has no more words than its limit.",
    "numbered_without_gaps": "Paragraphs are numbered 1, 2, 3 … through the whole note.",
    "in_alphabetical_order": "Under every recommendation respondents stand in English alphabetical order.",
    "every_paragraph_traced": "Every response paragraph names an answer that the warehouse holds.",
    "every_answer_in_the_note": "Every answer that counts has its paragraph, unless an editor left it out.",
}
_THE_DESKS = "within_the_word_limit"
FINDING_CHECKS = {
    "no_errors": ("error", "No file or row was set aside."),
    "no_warnings": ("warning", "Nothing is doubtful."),
}
EVERY_MEETING, WAREHOUSE = "every_meeting_is_in_it", dg.AssetKey(["warehouse", "rapporteur_duckdb"])
EVERY_WORD = "every_word_has_its_place"
REPLIES = dg.AssetKey(["core", "replies"])


def _spec(name: str, asset: dg.AssetKey, text: str, partitions, *, blocking: bool = False) -> dg.AssetCheckSpec:
    with warnings.catch_warnings():
        # Partitioned checks are in preview; without them the UI could not tell which meeting a check is about.
        warnings.simplefilter("ignore", dg.PreviewWarning)
        return dg.AssetCheckSpec(name, asset=asset, description=text, blocking=blocking, partitions_def=partitions)


def schema_spec(table: Table, partitions: dg.PartitionsDefinition) -> dg.AssetCheckSpec:
    """The blocking check of one table."""
    text = f"Every row of {table.name} fits the table's columns, rules and key."
    per = partitions if table.per_meeting else None
    return _spec(FITS, dg.AssetKey(table.asset_key), text, per, blocking=True)


def note_specs(partitions: dg.PartitionsDefinition) -> list[dg.AssetCheckSpec]:
    """The checks of the note."""
    return [_spec(name, NOTE, text, partitions) for name, text in NOTE_CHECKS.items()]


def finding_specs(partitions: dg.PartitionsDefinition) -> list[dg.AssetCheckSpec]:
    """The checks that count findings."""
    key = dg.AssetKey(BY_NAME["quality.findings"].asset_key)
    return [_spec(name, key, text, partitions) for name, (_, text) in FINDING_CHECKS.items()]


def publication_spec() -> dg.AssetCheckSpec:
    """The check that compares the meetings published with those registered."""
    text = "The meetings in the warehouse are those of raw/, each of them."
    return _spec(EVERY_MEETING, WAREHOUSE, text, None)


def publication_result(registered: list[str], done: Publication) -> dg.AssetCheckResult:
    """Meetings of raw/ that the warehouse lacks, because no run of theirs has ended well yet."""
    missing = sorted(set(registered) - set(done.meetings))
    return dg.AssetCheckResult(
        check_name=EVERY_MEETING,
        asset_key=WAREHOUSE,
        passed=not missing,
        severity=dg.AssetCheckSeverity.ERROR if not done.meetings else dg.AssetCheckSeverity.WARN,
        metadata={
            "registered": len(registered),
            "published": len(done.meetings),
            "missing": ", ".join(missing) or "none",
            "removed": ", ".join(done.removed) or "none",
        },
    )


def told_outside_its_step(result: dg.AssetCheckResult) -> dg.AssetCheckEvaluation:
    """The same result as Dagster takes it from a step whose assets it is not about."""
    return dg.AssetCheckEvaluation(
        asset_key=result.asset_key,
        check_name=result.check_name,
        passed=result.passed,
        metadata=result.metadata,
        severity=result.severity,
    )


def reply_specs(partitions: dg.PartitionsDefinition) -> list[dg.AssetCheckSpec]:
    """The check that counts the words of replies which stand in no field and no answer."""
    return [_spec(EVERY_WORD, REPLIES, "Every word of every reply stands in a field or an answer.", partitions)]


def reply_results(replies: pl.DataFrame) -> list[dg.AssetCheckResult]:
    """Words without a place, counted by file; they never block."""
    left = replies.filter(pl.col("words_unplaced") > 0).select("file", "respondent", "words_unplaced")
    return [
        dg.AssetCheckResult(
            check_name=EVERY_WORD,
            asset_key=REPLIES,
            passed=left.is_empty(),
            severity=dg.AssetCheckSeverity.WARN,
            metadata={"words": int(left["words_unplaced"].sum()), "by_file": preview(left)},
        )
    ]


def fits(table: Table, frame: pl.DataFrame) -> dg.AssetCheckResult:
    """The schema check passed: the lake holds no table that has not."""
    return dg.AssetCheckResult(
        check_name=FITS, asset_key=dg.AssetKey(table.asset_key), passed=True, metadata={"rows": frame.height}
    )


def does_not_fit(table: Table, reason: str) -> dg.AssetCheckResult:
    """The schema check failed, and nothing was written."""
    key = dg.AssetKey(table.asset_key)
    return dg.AssetCheckResult(check_name=FITS, asset_key=key, passed=False, metadata={"reason": reason})


def finding_results(findings: pl.DataFrame) -> list[dg.AssetCheckResult]:
    """Open findings counted by severity and code; they never block."""
    results, findings = [], open_ones(findings)
    for name, (severity, _) in FINDING_CHECKS.items():
        found = findings.filter(pl.col("severity") == severity)
        counts = found.group_by("code").len().sort("len", "code", descending=[True, False])
        shown = counts.with_columns(
            pl.col("code")
            .map_elements(lambda code: FINDING_CODES[code].meaning, return_dtype=pl.String)
            .alias("meaning")
        )
        results.append(
            dg.AssetCheckResult(
                check_name=name,
                asset_key=dg.AssetKey(BY_NAME["quality.findings"].asset_key),
                passed=found.is_empty(),
                severity=dg.AssetCheckSeverity.ERROR if severity == "error" else dg.AssetCheckSeverity.WARN,
                metadata={"count": found.height, "by_code": preview(shown)},
            )
        )
    return results


def note_results(
    rows: pl.DataFrame,
    answers: pl.DataFrame,
    order: dict[str, tuple[bool, str]],
    omitted: set[tuple[str, str]],
    words: int,
    limit: int,
) -> list[dg.AssetCheckResult]:
    """The checks of a note from its paragraphs (derived.note_paragraphs) and the answers that count.

    `order` gives every respondent's key of sorting; `omitted` holds respondent and recommendation of cut paragraphs.
    """
    responses = rows.filter(pl.col("kind") == "response")
    numbers = rows["number"].to_list()
    misplaced = [
        f"{recommendation}: {', '.join(codes)}"
        for (recommendation,), part in responses.group_by("recommendation", maintain_order=True)
        for codes in [part["respondent"].to_list()]
        if codes != sorted(codes, key=lambda code: order[code])
    ]
    untraced = responses.join(answers, on="answer_id", how="anti")["number"].to_list()
    without = [
        row["answer_id"]
        for row in answers.filter(DESERVES_PARAGRAPH).join(responses, on="answer_id", how="anti").iter_rows(named=True)
        if (row["respondent"], row["recommendation"]) not in omitted
    ]
    gaps = sum(number != place for place, number in enumerate(numbers, start=1))
    outcomes = {
        "within_the_word_limit": (words <= limit, {"words": words, "limit": limit}),
        "numbered_without_gaps": (not gaps, {"paragraphs": len(numbers), "misnumbered": gaps}),
        "in_alphabetical_order": (
            not misplaced,
            {"misplaced": "; ".join(misplaced) or "none", "recommendations_out_of_order": len(misplaced)},
        ),
        "every_paragraph_traced": (
            not untraced,
            {"untraced": str(untraced or "none"), "paragraphs_untraced": len(untraced)},
        ),
        "every_answer_in_the_note": (
            not without,
            {"missing": "; ".join(without) or "none", "answers_without_paragraph": len(without)},
        ),
    }
    # A note that is too long is the desk's to shorten; anything else is a fault of the program.
    return [
        dg.AssetCheckResult(
            check_name=name,
            asset_key=NOTE,
            passed=passed,
            severity=dg.AssetCheckSeverity.WARN if name == _THE_DESKS else dg.AssetCheckSeverity.ERROR,
            metadata=metadata,
        )
        for name, (passed, metadata) in outcomes.items()
    ]
