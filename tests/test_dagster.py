"""Dagster's side: asset keys, descriptions, checks, what the sensor asks for, what a failing run says."""

import dagster as dg
import pytest

from pipeline import case as case_module
from pipeline import config, steps
from pipeline.definitions import build_definitions
from pipeline.warehouse import manifest
from schemas.registry import TABLES

OTHERS = {
    "note/note",
    "pages/word",
    "pages/figures",
    "pages/review",
    "warehouse/manifest",
    "warehouse/rapporteur_duckdb",
}


@pytest.fixture
def instance():
    """Dagster's store in memory."""
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def run(case, instance, job: str = config.RUN_JOB) -> dg.ExecuteInProcessResult:
    partition = case.meeting_id if job == config.RUN_JOB else None
    instance.add_dynamic_partitions(config.PARTITIONS, [case.meeting_id])
    definitions = build_definitions(case.workspace)
    return definitions.resolve_job_def(job).execute_in_process(
        instance=instance, partition_key=partition, raise_on_error=False
    )


def test_one_run_loads_each_hand_kept_file_once(answered, instance, monkeypatch):
    loaded = []

    def counted(name):
        load = getattr(case_module, name)
        monkeypatch.setattr(case_module, name, lambda *arguments: (loaded.append(name), load(*arguments))[1])

    # Another register than the one these replies were written with.
    with answered.workspace.register.open("a", encoding="utf-8") as handle:
        handle.write("GUL,Gulland,Gulland,Gulland,member_state,LAND,\n")
    loaders = ["load_edits", "load_meeting", "load_receipts", "load_register"]
    for name in loaders:
        counted(name)
    assert run(answered, instance).success
    assert sorted(loaded) == loaders


def test_every_table_is_an_asset_with_description_columns_owner_and_check(case):
    definitions = build_definitions(case.workspace)
    specs = {spec.key.to_user_string(): spec for spec in definitions.resolve_all_asset_specs()}
    assert set(specs) == {"/".join(table.asset_key) for table in TABLES} | OTHERS
    checked = {
        key.asset_key.to_user_string()
        for key in definitions.resolve_asset_graph().asset_check_keys
        if key.name == "fits_its_schema"
    }
    assert checked == set(specs) - OTHERS
    for name, spec in specs.items():
        assert spec.description, name
        assert spec.owners, name
        assert spec.kinds, name
        assert spec.group_name == ("note" if name == "derived/note_paragraphs" else name.split("/")[0])
    for table in TABLES:
        columns = specs["/".join(table.asset_key)].metadata["dagster/column_schema"].columns
        assert [column.name for column in columns] == list(table.model.to_schema().columns)


def test_a_run_materializes_everything_and_its_checks_speak(answered, instance):
    result = run(answered, instance)
    assert result.success
    made = {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}
    of_a_meeting = {"/".join(table.asset_key) for table in TABLES if table.per_meeting}
    assert made == of_a_meeting | OTHERS - {"warehouse/rapporteur_duckdb"}
    outcomes = {
        (item.asset_key.to_user_string(), item.check_name): item.passed for item in result.get_asset_check_evaluations()
    }
    assert outcomes["core/answers", "fits_its_schema"]
    assert outcomes["note/note", "numbered_without_gaps"]
    assert outcomes["quality/findings", "no_errors"]
    assert not outcomes["quality/findings", "no_warnings"]
    assert all(
        item.partition == "harb-12" for item in result.get_asset_check_evaluations() if "note" in item.check_name
    )
    assert run(answered, instance, config.PUBLISH_JOB).success
    assert answered.workspace.database.exists()


def test_a_note_over_its_limit_fails_its_check_but_not_the_run(answered, instance):
    path = answered.folder / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("word_limit: 900", "word_limit: 50"), encoding="utf-8")
    result = run(answered, instance)
    assert result.success
    (limit,) = [i for i in result.get_asset_check_evaluations() if i.check_name == "within_the_word_limit"]
    assert not limit.passed
    assert limit.metadata["limit"].value == 50


def test_a_table_that_does_not_fit_stops_the_run_unwritten(answered, instance, monkeypatch):
    made = steps.files_table(answered)
    monkeypatch.setattr(steps, "files_table", lambda case: made.with_columns(bytes=-1 * made["bytes"]))
    result = run(answered, instance)
    assert not result.success
    assert not (answered.workspace.lake / "raw").exists()
    assert not (answered.workspace.lake / "core" / "answers").exists()
    (check,) = [i for i in result.get_asset_check_evaluations() if i.asset_key.path == ["raw", "files"]]
    assert not check.passed
    assert "found '-" in check.metadata["reason"].value


def test_a_bad_meeting_fails_the_run_with_its_one_line(case, instance):
    path = case.folder / "meeting.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("ordinal: 12", "ordinal: -1"), encoding="utf-8")
    result = run(case, instance)
    assert not result.success
    (failure,) = [event.step_failure_data for event in result.all_events if event.is_step_failure]
    assert "meeting.yaml:2: ordinal" in failure.user_failure_data.description


def test_a_step_that_lacks_its_tables_says_what_to_run_first(answered, instance):
    instance.add_dynamic_partitions(config.PARTITIONS, ["harb-12"])
    for key, table in ((["note", "note"], "core.answers"), (["derived", "response_matrix"], "core.meetings")):
        definitions = build_definitions(answered.workspace)
        asset = next(one for one in definitions.assets if dg.AssetKey(key) in one.keys)
        done = dg.materialize(
            [asset], instance=instance, partition_key="harb-12", resources=definitions.resources, raise_on_error=False
        )
        (failed,) = [event for event in done.all_events if event.is_step_failure]
        said = failed.step_failure_data.user_failure_data.description
        assert said == f"harb-12: found no table {table}, expected one: run the whole of it first"


def test_a_manifest_tells_inputs_outputs_and_summary(answered, instance):
    run(answered, instance)
    found = manifest.load(answered.workspace, "harb-12")
    assert set(found["inputs"]) == {
        "respondents.csv",
        *(f"harb-12/{name}" for name in ("meeting.yaml", "receipts.csv", "replies/alba.yaml")),
        *(f"harb-12/replies/{name}" for name in ("cyra.docx", "duna.yaml")),
    }
    assert found["summary"]["paragraphs"] == 9
    assert manifest.is_current(answered.workspace, "harb-12")
    note = answered.workspace.note("harb-12") / "note.md"
    note.write_text(note.read_text(encoding="utf-8") + "x", encoding="utf-8")
    assert not manifest.is_current(answered.workspace, "harb-12")
