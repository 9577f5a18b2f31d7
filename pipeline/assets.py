"""The flow, from top to bottom: files, register, replies and answers, note, derived tables, manifest, warehouse.

Every asset is one meeting's (a partition), except the register and the published warehouse. Bodies are short:
`steps.py` does the work, `made.py` reports it. Any asset can be made alone, where what it follows from is there.
Keeps out: what Dagster is told beforehand (`asset_specs.py`), checks (`checks.py`), sensors and jobs (`automation.py`).
"""

from collections.abc import Iterable, Iterator
from datetime import date

import dagster as dg
import polars as pl
from dagster._core.definitions.data_version import DATA_VERSION_TAG

from pipeline import checks, config, steps
from pipeline.asset_specs import (
    FIGURES,
    MANIFEST,
    MEETINGS,
    NOTE,
    REVIEW,
    WAREHOUSE,
    WORD,
    file_spec,
    key_of,
    schema_checks,
    table_spec,
    warehouse_spec,
)
from pipeline.config import Workspace
from pipeline.describe import coverage_preview, picture, preview
from pipeline.made import Made
from pipeline.note.figures.draw import STATUSES
from pipeline.note.figures.stages import life_cycle
from pipeline.note.paragraphs import note_order
from pipeline.root import PUBLISH_TAG, Root, told, unfinished_runs
from pipeline.storage import lake
from pipeline.storage.hashes import fingerprint, sha256_of
from pipeline.validate import column_types
from pipeline.warehouse.derive import DERIVED, tables_read_by
from pipeline.warehouse.publish import publish, read_rows
from pipeline.warehouse.themes import THEMES
from pipeline.warehouse.told import TOLD
from schemas.registry import ACROSS, BY_NAME


@dg.multi_asset(specs=[table_spec("core.respondents")], check_specs=schema_checks("core.respondents"))
def respondents(context: dg.AssetExecutionContext, root: Root):
    """The register, one for all meetings."""
    with told():
        register = steps.register_table(root.workspace)
    yield from Made(context, root.workspace).table("core.respondents", register)


_INTAKE = {
    "core.meetings": ("raw.files",),
    "core.recommendations": ("raw.files",),
    "core.replies": ("raw.files", "core.respondents"),
    "core.answers": ("core.replies", "core.recommendations"),
    "quality.intake_findings": ("core.replies", "core.answers"),
}


@dg.multi_asset(
    specs=[table_spec("raw.files"), *(table_spec(name, deps) for name, deps in _INTAKE.items())],
    check_specs=[*schema_checks("raw.files", *_INTAKE), *checks.reply_specs(MEETINGS)],
    can_subset=True,
)
def intake(context: dg.AssetExecutionContext, root: Root):
    """Files listed, replies read, respondents recognized, answers validated, findings kept."""
    case = root.case(context)
    made = Made(context, case.workspace, case.meeting_id)
    # The list comes first: a file that changes during the run differs from it, and the meeting runs again.
    yield from made.table("raw.files", steps.files_table(case))
    with told():
        tables = steps.intake_tables(case)
    for name, frame in tables.items():
        yield from made.table(name, frame, checks.reply_results(frame) if name == "core.replies" else ())


_NOTE_TABLES = (
    *("derived.note_paragraphs", "derived.word_budget", "derived.paragraph_changes"),
    *("quality.note_findings", "quality.findings"),
)


@dg.multi_asset(
    specs=[
        # Of the derived tables this one alone has findings behind it: with the note it reads in one direction.
        table_spec("derived.note_paragraphs", ("core.respondents", "core.replies", "core.answers"), group="note"),
        table_spec("derived.word_budget", ("derived.note_paragraphs",)),
        table_spec("derived.paragraph_changes", ("derived.note_paragraphs",)),
        table_spec("quality.note_findings", ("derived.note_paragraphs",)),
        table_spec("quality.findings", ("quality.intake_findings", "quality.note_findings")),
        file_spec(
            NOTE,
            "The meeting's note in Markdown, as it looks now.",
            [key_of("derived.note_paragraphs")],
            *("jinja", "markdown"),
        ),
    ],
    check_specs=[
        *schema_checks(*_NOTE_TABLES),
        *checks.note_specs(MEETINGS),
        *checks.finding_specs(MEETINGS),
    ],
    can_subset=True,
)
def note(context: dg.AssetExecutionContext, root: Root):
    """Paragraphs drafted, numbered and ordered; the note written; all findings together."""
    case = root.case(context)
    made = Made(context, case.workspace, case.meeting_id)
    with told():
        tables, text = steps.note_tables(case)
    for name, frame in tables.items():
        yield from made.table(name, frame, checks.finding_results(frame) if name == "quality.findings" else ())
    if made.wants(NOTE):
        with told():
            steps.write_note(case, text)
    path = steps.note_path(case)
    paragraphs, replies, answers = (
        tables["derived.note_paragraphs"],
        case.table("core.replies"),
        case.table("core.answers"),
    )
    words, limit = steps.render.words_in_note(text), case.meeting.note.word_limit
    metadata = {
        # Every run keeps what is said here: a long note is shown by its file.
        "note": dg.MetadataValue.md(text) if len(text) <= config.SHOWN_WHOLE else dg.MetadataValue.url(path.as_uri()),
        "path": dg.MetadataValue.path(str(path)),
        "paragraphs": paragraphs.height,
        "words": words,
        "word_limit": limit,
    }
    included = replies.filter(pl.col("status") == "included")
    results = checks.note_results(
        paragraphs,
        answers.join(included, on=["respondent", "file"], how="semi"),
        {one.code: note_order(case.meeting, one) for one in case.register.respondents},
        {key for key, edit in case.edits.items() if edit.text is None},
        words,
        limit,
    )
    yield from made.asset(NOTE, metadata, sha256_of(path) if path.exists() else None, results)


@dg.multi_asset(
    specs=[
        *(table_spec(name, tables_read_by(name)) for name in DERIVED),
        *(table_spec(name, ("core.answers",)) for name in TOLD),
        table_spec(THEMES, ("core.recommendations", "core.answers")),
    ],
    check_specs=schema_checks(*DERIVED, *TOLD, THEMES),
    can_subset=True,
)
def derived(context: dg.AssetExecutionContext, root: Root):
    """What follows from replies and answers by SQL."""
    case = root.case(context)
    with told():
        tables = steps.derived_tables(case)
    for name, frame in tables.items():
        yield from Made(context, case.workspace, case.meeting_id).table(name, frame)


_SHOWN = [key_of(name) for name in ("derived.response_matrix", "derived.word_budget", "core.replies")]


@dg.multi_asset(
    specs=[
        file_spec(WORD, "The note as a Word document, as documents services take it.", [NOTE], "word"),
        file_spec(
            FIGURES, "Who answered what, words against the budget, and when replies arrived, as SVG.", _SHOWN, "svg"
        ),
        file_spec(
            REVIEW,
            "The page for review: behind each paragraph the answer it came from, its place and its findings.",
            [NOTE, FIGURES, key_of("quality.findings"), key_of("derived.paragraph_changes")],
            "html",
        ),
        file_spec(
            MANIFEST,
            "What the meeting's outputs were made from: hashes of inputs and outputs, versions, settings.",
            [WORD, REVIEW, *(key_of(name) for name in (*DERIVED, *TOLD, THEMES))],
            "json",
        ),
    ],
)
def pages(context: dg.AssetExecutionContext, root: Root):
    """The note in Word, the figures and the page for review; then the manifest: from here on the meeting is done."""
    case = root.case(context)
    made = Made(context, case.workspace, case.meeting_id)
    with told():
        steps.write_pages(case)
        written = steps.write_manifest(case)
    word, review, folder = (steps.note_path(case, name) for name in (steps.WORD, steps.REVIEW, "figures"))
    words = {"path": dg.MetadataValue.path(str(word))}
    if (redline := steps.note_path(case, steps.REDLINE)).exists():
        words["redline"] = dg.MetadataValue.path(str(redline))
    yield from made.asset(WORD, words, sha256_of(word))
    signs = {status: look[1] or "·" for status, look in STATUSES.items()}
    shown = {"coverage": coverage_preview(case.table("derived.response_matrix"), signs)}
    for name in ("words", "arrival"):
        shown[name] = picture((folder / f"{name}.svg").read_bytes(), name)
    shown["folder"] = dg.MetadataValue.path(str(folder))
    yield from made.asset(FIGURES, shown, fingerprint({one.name: sha256_of(one) for one in folder.glob("*.svg")}))
    where = {"path": dg.MetadataValue.path(str(review)), "open": dg.MetadataValue.url(review.as_uri())}
    yield from made.asset(REVIEW, where, sha256_of(review))
    counted = {**written["summary"], "inputs": len(written["inputs"])}
    yield from made.asset(MANIFEST, counted, sha256_of(case.workspace.manifest(case.meeting_id)))
    if context.run.tags.get(PUBLISH_TAG) and len(unfinished_runs(context.instance)) <= 1:
        # Nobody else waits: another process for the publication would only take time.
        for key, metadata, results in _published(root):
            _tell(context, dg.AssetMaterialization(asset_key=key, metadata=metadata), results)
        _tell_register(context, root.workspace)


@dg.multi_asset(
    specs=[warehouse_spec(), *(table_spec(table.name, tables_read_by(table.name)) for table in ACROSS)],
    check_specs=[checks.publication_spec(), *schema_checks(*(table.name for table in ACROSS))],
    pool="publish",
    can_subset=True,
)
def warehouse(context: dg.AssetExecutionContext, root: Root):
    """The lake published as one DuckDB file, swapped in whole, with the tables that follow from all meetings."""
    made = Made(context, root.workspace)
    for key, metadata, results in _published(root):
        yield from made.asset(key, metadata, None, results)
        if not made.wants(key):
            # The file holds it all the same, whichever asset the run was asked for.
            context.log_event(dg.AssetMaterialization(asset_key=key, metadata=metadata))


def _published(root: Root) -> Iterator[tuple[list[str], dict, list[dg.AssetCheckResult]]]:
    """Publish; the assets that this makes, each with its key, what Dagster shows of it and its checks."""
    with told():
        steps.keep_register(root.workspace)
        done = publish(root.workspace)
        root.send_all()
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
    yield WAREHOUSE, metadata, [checks.publication_result(root.workspace.meeting_ids(), done)]
    for table in ACROSS:
        frame = pl.DataFrame(read_rows(root.workspace.database, table.name), schema=column_types(table.model))
        shown = {"dagster/row_count": frame.height, "first_rows": preview(frame, rows=12)}
        yield table.asset_key, shown, [checks.fits(table, frame)]


def _tell(
    context: dg.AssetExecutionContext, made: dg.AssetMaterialization, results: Iterable[dg.AssetCheckResult]
) -> None:
    """Tell Dagster what a step has made that is none of its assets, with the checks of it."""
    context.log_event(made)
    for found in results:
        context.instance.report_runless_asset_event(checks.told_outside_its_step(found))


def _tell_register(context: dg.AssetExecutionContext, workspace: Workspace) -> None:
    """Tell Dagster of the register that was published, where its records do not have it as it is now."""
    table = BY_NAME["core.respondents"]
    version = {DATA_VERSION_TAG: sha256_of(lake.path(workspace, table))[:16]}
    last = context.instance.get_latest_materialization_event(dg.AssetKey(table.asset_key))
    if last and version.items() <= (last.asset_materialization.tags or {}).items():
        return
    frame = lake.load(workspace, table.name, "")
    shown = {"dagster/row_count": frame.height}
    made = dg.AssetMaterialization(asset_key=table.asset_key, metadata=shown, tags=version)
    _tell(context, made, [checks.fits(table, frame)])


ASSETS = (respondents, intake, note, derived, pages, warehouse)
