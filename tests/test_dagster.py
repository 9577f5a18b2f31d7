"""Dagster's side: asset keys, descriptions, checks, what the sensor asks for, what a failing run says."""

import dagster as dg
import pytest

from pipeline import case as case_module
from pipeline import config, steps
from pipeline.checks import FINDING_CHECKS, NOTE_CHECKS
from pipeline.definitions import build_definitions
from pipeline.root import PUBLISH_TAG
from pipeline.storage import lake
from pipeline.storage.provenance import code_fingerprint
from pipeline.warehouse import manifest
from schemas.registry import ACROSS, TABLES
from tests.workspaces import add_reply

OTHERS = {
    "note/note",
    "pages/word",
    "pages/figures",
    "pages/review",
    "warehouse/manifest",
    "warehouse/rapporteur_duckdb",
}
MEETINGS_OTHERS = OTHERS - {"warehouse/rapporteur_duckdb"}


@pytest.fixture
def instance():
    """Dagster's store in memory."""
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def run(case, instance, job: str = config.RUN_JOB, only: str = "", **tags: str) -> dg.ExecuteInProcessResult:
    """Run a job on the case's workspace, or of the job one asset alone."""
    instance.add_dynamic_partitions(config.PARTITIONS, [case.meeting_id])
    return (
        build_definitions(case.workspace)
        .resolve_job_def(job)
        .execute_in_process(
            instance=instance,
            partition_key=case.meeting_id if job == config.RUN_JOB else None,
            asset_selection=[dg.AssetKey(only.split("/"))] if only else None,
            tags=tags,
            raise_on_error=False,
        )
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
    assert set(specs) == {"/".join(table.asset_key) for table in (*TABLES, *ACROSS)} | OTHERS
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
    for table in (*TABLES, *ACROSS):
        columns = specs["/".join(table.asset_key)].metadata["dagster/column_schema"].columns
        assert [column.name for column in columns] == list(table.model.to_schema().columns)


def test_a_run_materializes_everything_and_its_checks_speak(answered, instance):
    result = run(answered, instance)
    assert result.success
    made = {event.asset_key.to_user_string() for event in result.get_asset_materialization_events()}
    of_a_meeting = {"/".join(table.asset_key) for table in TABLES if table.per_meeting}
    assert made == of_a_meeting | MEETINGS_OTHERS
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


@pytest.mark.parametrize(
    ("only", "checked"),
    [
        ("note/note", set(NOTE_CHECKS)),
        ("quality/findings", {"fits_its_schema", *FINDING_CHECKS}),
        ("core/answers", {"fits_its_schema"}),
        ("derived/respondent_summary", {"fits_its_schema"}),
    ],
)
def test_one_asset_can_be_made_alone(made, instance, only, checked):
    lake = {path: path.stat().st_mtime_ns for path in made.workspace.lake.rglob("*.parquet")}
    note = steps.note_path(made)
    text = note.read_text(encoding="utf-8")
    note.write_text("damaged", encoding="utf-8")
    result = run(made, instance, only=only)
    assert result.success
    assert [one.asset_key.to_user_string() for one in result.get_asset_materialization_events()] == [only]
    assert {one.check_name for one in result.get_asset_check_evaluations()} == checked
    assert note.read_text(encoding="utf-8") == (text if only == "note/note" else "damaged")
    written = [path for path, time in lake.items() if path.stat().st_mtime_ns != time]
    assert [f"{path.parent.parent.name}/{path.parent.name}" for path in written] == [only] * (only != "note/note")


def test_equal_content_is_the_same_version_and_another_is_not(made, instance):
    def versions() -> dict[str, str]:
        events = run(made, instance).get_asset_materialization_events()
        return {one.asset_key.to_user_string(): one.materialization.tags["dagster/data_version"] for one in events}

    first = versions()
    assert set(first) == {"/".join(table.asset_key) for table in TABLES if table.per_meeting} | MEETINGS_OTHERS
    assert versions() == first
    add_reply(made, "est.yaml", respondent="EST", answers={"1.b": {"action_taken": "no"}})
    changed = {name for name, version in versions().items() if first[name] != version}
    assert {"raw/files", "core/answers", "warehouse/manifest"} <= changed
    assert changed.isdisjoint({"core/meetings", "core/recommendations"})


def test_every_asset_says_which_program_makes_it(case):
    specs = build_definitions(case.workspace).resolve_all_asset_specs()
    assert {spec.code_version for spec in specs} == {code_fingerprint()[:12]}


def test_a_run_that_publishes_at_its_end_renews_the_check_of_what_is_published(answered, instance):
    assert run(answered, instance, **{PUBLISH_TAG: "yes"}).success
    check = dg.AssetCheckKey(dg.AssetKey(["warehouse", "rapporteur_duckdb"]), "every_meeting_is_in_it")
    found = instance.event_log_storage.get_latest_asset_check_execution_by_key([check])[check]
    assert found.status.value == "SUCCEEDED"
    assert answered.workspace.database.exists()


@pytest.mark.slow
def test_a_run_that_publishes_at_its_end_tells_of_the_register_once_until_it_changes(answered, instance):
    def told() -> list[dg.EventLogEntry]:
        records = instance.fetch_materializations(dg.AssetKey(["core", "respondents"]), limit=10).records
        return [record.asset_materialization for record in records]

    for _ in range(2):
        assert run(answered, instance, **{PUBLISH_TAG: "yes"}).success
    (first,) = told()
    assert first.metadata["dagster/row_count"].value == lake.load(answered.workspace, "core.respondents", "").height
    register = answered.workspace.register
    register.write_text(
        register.read_text(encoding="utf-8").replace("Republic of Alba", "Alba Islands"), encoding="utf-8"
    )
    assert run(answered, instance, **{PUBLISH_TAG: "yes"}).success
    assert len(told()) == 2


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
