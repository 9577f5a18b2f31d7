"""A lake filled as a run fills it, without Dagster; for the tests of this folder."""

from pipeline import steps
from pipeline.storage import lake


def fill_lake(case) -> None:
    lake.write(case.workspace, "core.respondents", "", steps.register_table(case.workspace))
    lake.write(case.workspace, "raw.files", case.meeting_id, steps.files_table(case))
    for name, frame in steps.intake_tables(case).items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    tables, note = steps.note_tables(case)
    for name, frame in tables.items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    steps.write_note(case, note)
    for name, frame in steps.derived_tables(case).items():
        lake.write(case.workspace, name, case.meeting_id, frame)
    steps.write_manifest(case)
