"""The flow, from top to bottom: files, register, replies and answers, note, derived tables, manifest, warehouse.

Every asset is one meeting's (a partition), except the register and the published warehouse. Bodies are short:
`steps.py` does the work. Keeps out: checks (`checks.py`), sensors and jobs (`automation.py`).
"""

from collections.abc import Iterator
from datetime import date

import dagster as dg
import polars as pl

from pipeline import checks, config, steps
from pipeline.describe import coverage_preview, findings_preview, picture, preview, table_schema
from pipeline.errors import InvalidTable
from pipeline.note.figures.draw import STATUSES
from pipeline.note.figures.stages import life_cycle
from pipeline.note.paragraphs import note_order
from pipeline.root import PUBLISH_TAG, Root, told, unfinished_runs
from pipeline.storage import lake
from pipeline.warehouse.derive import DERIVED, tables_read_by
from pipeline.warehouse.publish import Publication, publish, read_rows
from pipeline.warehouse.told import TOLD
from schemas.registry import BY_NAME

MEETINGS = dg.DynamicPartitionsDefinition(name=config.PARTITIONS)
OWNERS = ["team:secretariat"]
NOTE, MANIFEST, WAREHOUSE = ["note", "note"], ["warehouse", "manifest"], ["warehouse", "rapporteur_duckdb"]
REGISTER = BY_NAME["core.respondents"].asset_key
WORD, FIGURES, REVIEW = ["pages", "word"], ["pages", "figures"], ["pages", "review"]


def _spec(name: str, deps: tuple[str, ...] = (), group: str | None = None) -> dg.AssetSpec:
    table = BY_NAME[name]
    return dg.AssetSpec(
        table.asset_key,
        description=table.description,
        deps=[BY_NAME[dep].asset_key for dep in deps],
        group_name=group or table.schema,
        owners=OWNERS,
        kinds={"polars", "parquet"},
        metadata={"dagster/column_schema": table_schema(table.model)},
        partitions_def=MEETINGS if table.per_meeting else None,
    )


def _schema_checks(*names: str) -> list[dg.AssetCheckSpec]:
    return [checks.schema_spec(BY_NAME[name], MEETINGS) for name in names]


def _stored(root: Root, meeting_id: str, name: str, frame: pl.DataFrame, extra: tuple = ()) -> Iterator:
    """Validate and write one table, and report it; a table that does not fit stops the run unwritten."""
    table = BY_NAME[name]
    try:
        with told():
            lake.write(root.workspace, name, meeting_id, frame)
    except InvalidTable as error:
        yield checks.does_not_fit(table, str(error))
        raise dg.Failure(str(error), allow_retries=False) from None
    yield dg.MaterializeResult(
        asset_key=table.asset_key,
        metadata={"dagster/row_count": frame.height} | _shown(name, frame),
        check_results=[checks.fits(table, frame), *extra],
    )


def _shown(name: str, frame: pl.DataFrame) -> dict[str, dg.MarkdownMetadataValue]:
    """Of the tables that people look at after a run, what they look for; every run keeps its own: of others nothing."""
    if name == "quality.findings":
        return {"findings": findings_preview(frame)}
    if name == "core.replies":
        return {
            "replies": preview(frame.select("respondent", "status", "received_on", "answers", "words_unplaced"), 40)
        }
    return {}


@dg.multi_asset(specs=[_spec("core.respondents")], check_specs=_schema_checks("core.respondents"))
def respondents(root: Root):
    """The register, one for all meetings."""
    with told():
        register = steps.register_table(root.workspace)
    yield from _stored(root, "", "core.respondents", register)


_INTAKE = {
    "core.meetings": ("raw.files",),
    "core.recommendations": ("raw.files",),
    "core.replies": ("raw.files", "core.respondents"),
    "core.answers": ("core.replies", "core.recommendations"),
    "quality.intake_findings": ("core.replies", "core.answers"),
}


@dg.multi_asset(
    specs=[_spec("raw.files"), *(_spec(name, deps) for name, deps in _INTAKE.items())],
    check_specs=[*_schema_checks("raw.files", *_INTAKE), *checks.reply_specs(MEETINGS)],
)
def intake(context: dg.AssetExecutionContext, root: Root):
    """Files listed, replies read, respondents recognized, answers validated, findings kept."""
    case = root.case(context)
    # The list comes first: a file that changes during the run differs from it, and the meeting runs again.
    yield from _stored(root, case.meeting_id, "raw.files", steps.files_table(case))
    with told():
        tables = steps.intake_tables(case)
    for name, frame in tables.items():
        counted = tuple(checks.reply_results(frame)) if name == "core.replies" else ()
        yield from _stored(root, case.meeting_id, name, frame, counted)


@dg.multi_asset(
    specs=[
        # Of the derived tables this one alone has findings behind it: with the note it reads in one direction.
        _spec("derived.note_paragraphs", ("core.respondents", "core.replies", "core.answers"), group="note"),
        _spec("derived.word_budget", ("derived.note_paragraphs",)),
        _spec("quality.note_findings", ("derived.note_paragraphs",)),
        _spec("quality.findings", ("quality.intake_findings", "quality.note_findings")),
        dg.AssetSpec(
            NOTE,
            description="The meeting's note in Markdown, as it looks now.",
            deps=[BY_NAME["derived.note_paragraphs"].asset_key],
            group_name="note",
            owners=OWNERS,
            kinds={"jinja", "markdown"},
            partitions_def=MEETINGS,
        ),
    ],
    check_specs=[
        *_schema_checks("derived.note_paragraphs", "derived.word_budget", "quality.note_findings", "quality.findings"),
        *checks.note_specs(MEETINGS),
        *checks.finding_specs(MEETINGS),
    ],
)
def note(context: dg.AssetExecutionContext, root: Root):
    """Paragraphs drafted, numbered and ordered; the note written; all findings together."""
    case = root.case(context)
    with told():
        tables, text = steps.note_tables(case)
    paragraphs, findings = tables["derived.note_paragraphs"], tables["quality.findings"]

    yield from _stored(root, case.meeting_id, "derived.note_paragraphs", paragraphs)
    for name in ("derived.word_budget", "quality.note_findings"):
        yield from _stored(root, case.meeting_id, name, tables[name])
    counted = tuple(checks.finding_results(findings))
    yield from _stored(root, case.meeting_id, "quality.findings", findings, counted)
    with told():
        path = steps.write_note(case, text)

    replies, answers = case.table("core.replies"), case.table("core.answers")
    included = replies.filter(pl.col("status") == "included")
    words, limit = steps.render.words_in_note(text), case.meeting.note.word_limit
    yield dg.MaterializeResult(
        asset_key=NOTE,
        metadata={
            # Every run keeps what is said here: a long note is shown by its file.
            "note": dg.MetadataValue.md(text)
            if len(text) <= config.SHOWN_WHOLE
            else dg.MetadataValue.url(path.as_uri()),
            "path": dg.MetadataValue.path(str(path)),
            "paragraphs": paragraphs.height,
            "words": words,
            "word_limit": limit,
        },
        check_results=checks.note_results(
            paragraphs,
            answers.join(included, on=["respondent", "file"], how="semi"),
            {one.code: note_order(case.meeting, one) for one in case.register.respondents},
            {key for key, edit in case.edits.items() if edit.text is None},
            words,
            limit,
        ),
    )


@dg.multi_asset(
    specs=[
        *(_spec(name, tables_read_by(name)) for name in DERIVED),
        *(_spec(name, ("core.answers",)) for name in TOLD),
    ],
    check_specs=_schema_checks(*DERIVED, *TOLD),
)
def derived(context: dg.AssetExecutionContext, root: Root):
    """What follows from replies and answers by SQL."""
    case = root.case(context)
    with told():
        tables = steps.derived_tables(case)
    for name, frame in tables.items():
        yield from _stored(root, case.meeting_id, name, frame)


def _page(key: list[str], description: str, deps: list[list[str]], kind: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        key,
        description=description,
        deps=deps,
        group_name=key[0],
        owners=OWNERS,
        kinds={kind},
        partitions_def=MEETINGS,
    )


_SHOWN = [BY_NAME[name].asset_key for name in ("derived.response_matrix", "derived.word_budget", "core.replies")]


@dg.multi_asset(
    specs=[
        _page(WORD, "The note as a Word document, as documents services take it.", [NOTE], "word"),
        _page(FIGURES, "Who answered what, words against the budget, and when replies arrived, as SVG.", _SHOWN, "svg"),
        _page(
            REVIEW,
            "The page for review: behind each paragraph the answer it came from, its place and its findings.",
            [NOTE, FIGURES, BY_NAME["quality.findings"].asset_key],
            "html",
        ),
        _page(
            MANIFEST,
            "What the meeting's outputs were made from: hashes of inputs and outputs, versions, settings.",
            [WORD, REVIEW, *(BY_NAME[name].asset_key for name in (*DERIVED, *TOLD))],
            "json",
        ),
    ]
)
def pages(context: dg.AssetExecutionContext, root: Root):
    """The note in Word, the figures and the page for review; then the manifest: from here on the meeting is done."""
    case = root.case(context)
    with told():
        steps.write_pages(case)
        written = steps.write_manifest(case)
    word, review = (steps.note_path(case, name) for name in (steps.WORD, steps.REVIEW))
    yield dg.MaterializeResult(asset_key=WORD, metadata={"path": dg.MetadataValue.path(str(word))})
    signs = {status: look[1] or "·" for status, look in STATUSES.items()}
    shown = {"coverage": coverage_preview(case.table("derived.response_matrix"), signs)}
    for name in ("words", "arrival"):
        shown[name] = picture(steps.note_path(case, f"figures/{name}.svg").read_bytes(), name)
    shown["folder"] = dg.MetadataValue.path(str(steps.note_path(case, "figures")))
    yield dg.MaterializeResult(asset_key=FIGURES, metadata=shown)
    yield dg.MaterializeResult(
        asset_key=REVIEW,
        metadata={"path": dg.MetadataValue.path(str(review)), "open": dg.MetadataValue.url(review.as_uri())},
    )
    yield dg.MaterializeResult(asset_key=MANIFEST, metadata={**written["summary"], "inputs": len(written["inputs"])})
    if context.run.tags.get(PUBLISH_TAG) and len(unfinished_runs(context.instance)) <= 1:
        # Nobody else waits: another process for the publication would only take time.
        metadata, _ = _published(root)
        context.log_event(dg.AssetMaterialization(asset_key=WAREHOUSE, metadata=metadata))


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            WAREHOUSE,
            description="rapporteur.duckdb: the tables of all meetings for people to query with SQL.",
            deps=[MANIFEST, BY_NAME["core.respondents"].asset_key],
            group_name="warehouse",
            owners=OWNERS,
            kinds={"duckdb"},
            # Once for all meetings that changed, when none of them is still being made.
            # While others still are, what has been done is published every two minutes.
            automation_condition=dg.AutomationCondition.any_deps_updated().since_last_handled()
            & (
                ~dg.AutomationCondition.any_deps_in_progress()
                | dg.AutomationCondition.cron_tick_passed(config.PUBLISH_AT_LATEST)
            )
            & ~dg.AutomationCondition.in_progress(),
        )
    ],
    check_specs=[checks.publication_spec()],
    pool="publish",
)
def warehouse(root: Root):
    """The lake published as one DuckDB file, swapped in whole."""
    metadata, done = _published(root)
    yield dg.MaterializeResult(
        asset_key=WAREHOUSE,
        metadata=metadata,
        check_results=[checks.publication_result(root.workspace.meeting_ids(), done)],
    )


def _published(root: Root) -> tuple[dict, Publication]:
    """Publish; what Dagster shows of it, and what was done."""
    with told():
        steps.keep_register(root.workspace)
        done = publish(root.workspace)
    rows = pl.DataFrame({"table": list(done.rows), "rows": list(done.rows.values())})
    stages = life_cycle(read_rows(root.workspace.database, "derived.life_cycle"), date.today())
    metadata = {
        "tables": preview(rows, rows=40),
        "life_cycle": picture(stages.encode(), "stages of the meetings"),
        "path": dg.MetadataValue.path(str(root.workspace.database)),
        "built": done.built,
        "meetings": len(done.meetings),
        "meetings_removed": ", ".join(done.removed) or "none",
    }
    return metadata, done


ASSETS = (respondents, intake, note, derived, pages, warehouse)
