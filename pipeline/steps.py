"""The steps of one meeting's run as plain functions: from raw files to tables, note and manifest.

Each step reads what earlier ones wrote and returns what it makes; Dagster's assets and the tests call them.
Keeps out: Dagster (`assets.py`) and how each step works inside.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import polars as pl

from pipeline.case import Case, loaded_register, open_case
from pipeline.config import Workspace
from pipeline.desk.identity import open_ones, with_identity
from pipeline.desk.standing import open_tasks
from pipeline.errors import BadInput
from pipeline.findings import Finding, findings_frame, union
from pipeline.intake.core_rows import register_rows
from pipeline.intake.take_in import Intake, take_in
from pipeline.note import render
from pipeline.note.akn import akn_note
from pipeline.note.compose import Composed, compose
from pipeline.note.corrigendum import corrigendum
from pipeline.note.drafting.telling import load_lexica
from pipeline.note.editor_queries import query_findings
from pipeline.note.figures import draw
from pipeline.note.given import controls
from pipeline.note.kept_drafts import KeptDrafts
from pipeline.note.outstanding import outstanding_list
from pipeline.note.redline import redline
from pipeline.note.review import Tables, review_pages
from pipeline.note.shared_drafting import draft_on_all_cores
from pipeline.note.since_issue import changes_since_issue
from pipeline.note.todo import Task, tasks
from pipeline.note.word import word_note, word_page
from pipeline.outgoing.as_received import allowed_names
from pipeline.outgoing.published import published_pages, put_published
from pipeline.raw.folder import UNREADABLE, input_hashes, raw_files
from pipeline.raw.life_cycle import ISSUED_NOTE, is_issued
from pipeline.storage import atomic, lake
from pipeline.storage.private import write_contacts
from pipeline.validate import frame_of
from pipeline.warehouse import history, manifest
from pipeline.warehouse.changes import paragraph_changes
from pipeline.warehouse.derive import derive
from pipeline.warehouse.themes import THEMES, theme_table
from pipeline.warehouse.told import told_tables
from schemas.core import Respondents
from schemas.derived import NoteParagraphs, ParagraphChanges, WordBudget
from schemas.raw import Files
from schemas.registry import BY_NAME, TABLES

CORRIGENDUM, CORRIGENDUM_WORD = "corrigendum.md", "corrigendum.docx"
WORD, REDLINE, REVIEW, AKN, OUTSTANDING = (
    "note.docx",
    "note-redline.docx",
    "review.html",
    "note.akn.xml",
    "outstanding.csv",
)
# The same as review.html, with what changed since the last run: no raw file gives that, so that no manifest has it.
REVIEW_CHANGES = "review-changes.html"
_VOUCHED = [table for table in TABLES if table.per_meeting and table.from_raw]
INTAKE_TABLES = ("core.meetings", "core.recommendations", "core.replies", "core.answers")


def files_table(case: Case) -> pl.DataFrame:
    """raw.files: the input files as they are now."""
    paths = raw_files(case.workspace, case.meeting_id)
    rows = [
        {
            "meeting_id": case.meeting_id,
            "path": name,
            "sha256": None if hashed == UNREADABLE else hashed,
            "bytes": paths[name].lstat().st_size,
        }
        for name, hashed in input_hashes(case.workspace, case.meeting_id).items()
    ]
    return frame_of(Files, rows)


def register_table(workspace: Workspace) -> pl.DataFrame:
    """core.respondents: the register."""
    return frame_of(Respondents, register_rows(loaded_register(workspace)))


def keep_register(workspace: Workspace) -> None:
    """Write core.respondents where the register has changed since; a register that is broken leaves it as it is."""
    with suppress(BadInput):
        table, path = register_table(workspace), lake.path(workspace, BY_NAME["core.respondents"])
        if not path.exists() or not lake.load(workspace, "core.respondents", "").equals(table):
            lake.write(workspace, "core.respondents", "", table)


def intake(case: Case, *, keep: bool = False, meanwhile: Callable[[], None] | None = None) -> Intake:
    """The core tables and the findings of reading; contact data goes to private/ when the caller keeps it.

    `keep`: what was parsed is remembered in the workspace. `meanwhile` is called while processes parse files.
    """
    return take_in(
        case.folder, case.meeting, case.register, case.receipts, case.workspace, keep=keep, meanwhile=meanwhile
    )


def intake_tables(case: Case) -> dict[str, pl.DataFrame]:
    """The tables that reading the replies makes, by name; writes the contact data to its own place."""
    history.keep(case.workspace, case.meeting_id)
    manifest.begin(case.workspace, case.meeting_id)
    found = intake(case, keep=True, meanwhile=load_lexica)  # new answers will be drafted
    write_contacts(case.workspace, case.meeting_id, found.contacts, found.as_received)
    return found.tables | {"quality.intake_findings": findings_frame(case.meeting_id, found.findings)}


def note_tables(case: Case) -> tuple[dict[str, pl.DataFrame], str]:
    """The note's paragraphs, the word budget and all findings by table name, and the note as Markdown."""
    answers, replies = case.table("core.answers"), case.table("core.replies")
    drafted = KeptDrafts(case.workspace.draft_cache(case.meeting_id))
    draft_on_all_cores(drafted, case.meeting, case.register, answers, replies, case.edits)
    template = case.folder / render.TEMPLATE
    made = compose(case.meeting, case.register, answers, replies, case.edits, template, drafted, drafted.offers)
    drafted.keep()
    asked = query_findings(case.queries, answers.to_dicts())
    about_note = findings_frame(case.meeting_id, [*made.findings, *asked, *_since_issue(case, made)])
    paragraphs = frame_of(NoteParagraphs, made.paragraphs)
    tables = {
        "derived.note_paragraphs": paragraphs,
        "derived.word_budget": frame_of(WordBudget, made.word_budget),
        "derived.paragraph_changes": frame_of(ParagraphChanges, _changed_paragraphs(case, paragraphs)),
        "quality.note_findings": about_note,
        "quality.findings": with_identity(
            union(case.table("quality.intake_findings"), about_note), answers, replies, case.accepted
        ),
    }
    return tables, made.note


def checked(case: Case) -> tuple[pl.DataFrame, list[Task]]:
    """The findings of reading as quality.findings has them, and the open ones as things to do; writes nothing."""
    found = intake(case)
    answers, replies = found.tables["core.answers"], found.tables["core.replies"]
    told = with_identity(findings_frame(case.meeting_id, found.findings), answers, replies, case.accepted)
    return told, tasks(open_ones(told).to_dicts(), (), answers.to_dicts(), case.meeting, case.register)


def _changed_paragraphs(case: Case, paragraphs: pl.DataFrame) -> list[dict]:
    """The rows of derived.paragraph_changes: the note's paragraphs against those of earlier notes that were kept."""
    before = history.to_compare(case.workspace, case.meeting_id)
    now = {"paragraphs": history.paragraphs_by_name(paragraphs.to_dicts())}
    return paragraph_changes(case.meeting_id, before, now)


def _since_issue(case: Case, made: Composed) -> list[Finding]:
    """In what the note differs from the issued one; nothing where none was issued."""
    if not is_issued(case.folder):
        return []
    issued = (case.folder / ISSUED_NOTE).read_text(encoding="utf-8")
    return changes_since_issue(issued, made.note, made.paragraphs, next_version=case.meeting.note.version is not None)


def derived_tables(case: Case) -> dict[str, pl.DataFrame]:
    """The tables that SQL makes, and what answers report and cite, by name."""
    tables = {name: case.table(name) for name in (*INTAKE_TABLES, "quality.findings")}
    tables["core.respondents"] = register_table(case.workspace)
    themes = {THEMES: theme_table(tables["core.recommendations"], tables["core.answers"])}
    return derive(tables) | told_tables(tables["core.answers"]) | themes


def note_path(case: Case, name: str = "note.md") -> Path:
    """Where the note lies, or a file beside it."""
    return case.workspace.note(case.meeting_id) / name


def write_note(case: Case, note: str) -> Path:
    """Write the note."""
    atomic.write_text(note_path(case), note)
    return note_path(case)


def pages(case: Case) -> dict[str, bytes]:
    """What shows the note and its tables otherwise than as Markdown: Word, figures and the page for review, by name."""
    note = note_path(case).read_text(encoding="utf-8")
    names = ("derived.note_paragraphs", "core.answers", "derived.response_matrix", "derived.paragraph_changes")
    rows = {name: case.table(name).to_dicts() for name in (*names, "derived.word_budget", "core.replies")}
    _, todo = open_tasks(case)
    figures = {
        "coverage": draw.coverage(rows["derived.response_matrix"], case.meeting, case.register),
        "words": draw.words(rows["derived.word_budget"], case.meeting, case.register),
        "arrival": draw.arrival(rows["core.replies"], case.meeting),
    }
    shown = (figures["words"], figures["arrival"])
    words = render.words_in_note(note)
    tables = Tables(*(rows[name] for name in names))
    since = {"issued": REVIEW}
    if "last_run" in {row["since"] for row in rows["derived.paragraph_changes"]}:
        since["last_run"] = REVIEW_CHANGES
    review = review_pages(note, tables, todo, case.meeting, case.register, words, shown, since)
    return {
        WORD: word_note(note, case.meeting, controls(rows["derived.note_paragraphs"], rows["core.answers"])),
        **{f"figures/{name}.svg": figure.encode() for name, figure in figures.items()},
        **_since_issued(case, note),
        AKN: akn_note(note, rows["derived.note_paragraphs"], case.meeting),
        **{since[then]: page.encode() for then, page in review.items()},
        OUTSTANDING: outstanding_list(rows["derived.response_matrix"], case.register).encode(),
    }


def _since_issued(case: Case, note: str) -> dict[str, bytes]:
    """The note against the issued one, and the corrigendum where one is made; nothing where none was issued."""
    if not is_issued(case.folder):
        return {}
    issued = (case.folder / ISSUED_NOTE).read_text(encoding="utf-8")
    made = {REDLINE: redline(issued, note, case.meeting)}
    if (corrected := corrigendum(issued, note, case.meeting)) is not None:
        made |= {CORRIGENDUM: corrected.encode(), CORRIGENDUM_WORD: word_page(corrected, case.meeting)}
    return made


def published(case: Case) -> dict[str, bytes]:
    """Pages of replies whose respondents agreed to publication, by name."""
    replies, answers = (case.table(name).to_dicts() for name in ("core.replies", "core.answers"))
    return published_pages(case.meeting, case.register, replies, answers)


def write_pages(case: Case) -> list[Path]:
    """Write the pages beside the note, and the published ones; returns where they lie."""
    made = pages(case)
    for name, content in made.items():
        atomic.write_bytes(note_path(case, name), content)
    for name in {REDLINE, CORRIGENDUM, CORRIGENDUM_WORD, REVIEW_CHANGES} - made.keys():
        note_path(case, name).unlink(missing_ok=True)
    replies = case.table("core.replies").to_dicts()
    put_published(case.workspace.published(case.meeting_id), published(case), allowed_names(replies))
    return [note_path(case, name) for name in made]


def summary(case: Case) -> dict:
    """What a run tells people about a meeting: paragraphs, words against the limit, findings, replies."""
    paragraphs, replies = case.table("derived.note_paragraphs"), case.table("core.replies")
    all_findings = case.table("quality.findings")
    findings = open_ones(all_findings)
    return {
        "paragraphs": paragraphs.height,
        "responses": paragraphs.filter(pl.col("kind") == "response").height,
        "recommendations": case.table("core.recommendations").height,
        "replies": replies.height,
        "replies_in_note": replies.filter(pl.col("status") == "included").height,
        "words": render.words_in_note(note_path(case).read_text(encoding="utf-8")),
        "word_limit": case.meeting.note.word_limit,
        "errors": findings.filter(pl.col("severity") == "error").height,
        "warnings": findings.filter(pl.col("severity") == "warning").height,
        "accepted": all_findings.height - findings.height,
    }


def write_manifest(case: Case) -> dict:
    """Write the manifest: inputs as the run found them, outputs as they are now."""
    files = case.table("raw.files")
    outputs = [lake.path(case.workspace, table, case.meeting_id) for table in _VOUCHED]
    private = (case.workspace.contacts(case.meeting_id), case.workspace.as_received(case.meeting_id))
    outputs += [path for path in private if path.exists()]
    inputs = dict(zip(files["path"], files["sha256"].fill_null(UNREADABLE), strict=True))
    beside = case.workspace.note(case.meeting_id).rglob("[!.]*")
    notes = [path for path in beside if path.is_file() and path.name != REVIEW_CHANGES]
    # Files as received, in a folder of their own, are there only where somebody asked for them.
    replies = [path for path in case.workspace.published(case.meeting_id).glob("[!.]*") if path.is_file()]
    return manifest.write(case.workspace, case.meeting_id, inputs, [*outputs, *notes, *replies], summary(case))


def make_all(workspace: Workspace, meeting_id: str) -> dict:
    """Make everything of a meeting without Dagster, in the order of the assets; returns its manifest.

    Raises:
        BadInput: a file kept by hand is not as it must be.
    """
    case = open_case(workspace, meeting_id)
    keep_register(workspace)

    def keep(tables: dict[str, pl.DataFrame]) -> None:
        for name, frame in tables.items():
            lake.write(workspace, name, meeting_id, frame)

    keep({"raw.files": files_table(case)} | intake_tables(case))
    tables, note = note_tables(case)
    keep(tables)
    write_note(case, note)
    keep(derived_tables(case))
    write_pages(case)
    return write_manifest(case)
